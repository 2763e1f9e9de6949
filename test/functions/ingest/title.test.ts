import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readMetadata } from "../../../functions/ingest/metadata/index.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";

const TEXT = `<p>${"The ferry sails at dawn and comes back at dusk, every day of the year. ".repeat(5)}</p>`;

interface Named {
	readonly document?: string;
	readonly openGraph?: string;
	readonly headline?: string;
	readonly newspaper?: string;
	readonly shown?: string;
	readonly below?: string;
}

/** What a page with these titles is found to be called. */
function titleOf({
	document,
	openGraph,
	headline,
	newspaper,
	shown = "",
	below = "",
}: Named): string | undefined {
	const node = JSON.stringify({ "@type": "NewsArticle", headline });
	const page = readHtml(
		[
			document && `<title>${document}</title>`,
			openGraph && `<meta property="og:title" content="${openGraph}">`,
			newspaper && `<meta property="og:site_name" content="${newspaper}">`,
			headline && `<script type="application/ld+json">${node}</script>`,
			`<main>${shown}${TEXT}${below}</main>`,
		].join(""),
	);
	return readMetadata(page, labelMarkup(page), { url: "https://www.harbourgazette.example/ferry" }).title;
}

describe("an article's title", () => {
	it("is its heading rather than what the page tells search engines", () => {
		expect(
			titleOf({
				document: "Ferry Port Ellery: times and prices | Harbour Gazette",
				openGraph: "Ferry Port Ellery: times and prices",
				shown: "<h1>When the ferry of Port Ellery sails, and what it costs</h1>",
			}),
		).toBe("When the ferry of Port Ellery sails, and what it costs");
	});

	it("is what the newsroom's data and address card agree on against a heading", () => {
		expect(
			titleOf({
				openGraph: "Port Ellery keeps its hundred-year-old ferry",
				headline: "Port Ellery keeps its hundred-year-old ferry",
				shown: "<h1>Live: what we know so far tonight</h1>",
			}),
		).toBe("Port Ellery keeps its hundred-year-old ferry");
	});

	it("goes without a kicker that stood on a line above it", () => {
		expect(
			titleOf({
				openGraph: "Port Ellery keeps its hundred-year-old ferry",
				shown: "<h1><span>Harbour vote</span> Port Ellery keeps its hundred-year-old ferry</h1>",
			}),
		).toBe("Port Ellery keeps its hundred-year-old ferry");
	});

	it("goes without a site's name behind a mark without spaces", () => {
		expect(titleOf({ document: "港の橋が十一週間ぶりに「再開」:harbour日誌" })).toBe(
			"港の橋が十一週間ぶりに「再開」",
		);
	});

	it("goes without the day before it", () => {
		expect(titleOf({ openGraph: "23.01.2024 - Port Ellery keeps its ferry" })).toBe(
			"Port Ellery keeps its ferry",
		);
	});

	it("is whole where the page's data cut it short", () => {
		const whole =
			"Port Ellery keeps its hundred-year-old ferry after a vote that went on until the early hours of Tuesday - and nobody is sure who pays";
		expect(
			titleOf({ openGraph: whole, headline: whole.slice(0, 108).trim(), shown: `<h1>${whole}</h1>` }),
		).toBe(whole);
	});

	it("is not the site's, whose logo is the first heading", () => {
		expect(
			titleOf({
				document: "All about ferries - The Pages of Ellery",
				shown: '<h1><a href="/">The Pages of Ellery</a></h1>',
			}),
		).toBe("All about ferries");
	});

	it("is no logo", () => {
		expect(
			titleOf({
				document: "The ferry stays | Harbour Gazette",
				newspaper: "Harbour Gazette",
				shown: '<h1><a href="/">Harbour Gazette</a></h1><h2>The ferry stays</h2>',
			}),
		).toBe("The ferry stays");
	});

	it("is no heading of what stands below the text", () => {
		expect(
			titleOf({
				document: "The ferry of Port Ellery stays",
				below: `${TEXT.repeat(4)}<h1>Elsewhere along our coast</h1>`,
			}),
		).toBe("The ferry of Port Ellery stays");
	});

	it("has no kicker where the page declares it without", () => {
		expect(
			titleOf({
				openGraph: "The old ferry stays in service",
				headline: "The old ferry stays in service",
				shown: "<h1><span>Harbour vote</span> The old ferry stays in service</h1>",
			}),
		).toBe("The old ferry stays in service");
	});

	it("has no kicker that only a mark in the declared title parts from it", () => {
		expect(
			titleOf({
				openGraph: "Harbour vote: The old ferry stays in service",
				shown: "<h1><span>Harbour vote</span> The old ferry stays in service</h1>",
			}),
		).toBe("The old ferry stays in service");
	});

	it("is completed when the declared one was cut short", () => {
		expect(
			titleOf({
				openGraph: "The old ferry of Port Ellery stays in …",
				shown: "<h1>The old ferry of Port Ellery stays in service until 2035</h1>",
			}),
		).toBe("The old ferry of Port Ellery stays in service until 2035");
	});

	it("keeps the typography of the page", () => {
		expect(
			titleOf({ openGraph: "'We keep it' - the mayor", shown: "<h1>‘We keep it’ – the mayor</h1>" }),
		).toBe("‘We keep it’ – the mayor");
	});

	it("loses a site's name that its host spells without umlauts", () => {
		expect(titleOf({ document: "Die Fähre bleibt | Häfen-Zeitung", newspaper: "haefen-zeitung.de" })).toBe(
			"Die Fähre bleibt",
		);
	});

	it("loses a site's name put on without spaces", () => {
		expect(titleOf({ document: "町議会、老朽フェリーの存続を決定-湾岸新報" })).toBe(
			"町議会、老朽フェリーの存続を決定",
		);
	});

	it("is found in linear time among ten thousand headings", () => {
		const start = performance.now();
		titleOf({ shown: "<h1>The ferry – stays | here</h1>".repeat(10_000) });
		expect(performance.now() - start).toBeLessThan(3_000);
	});
});
