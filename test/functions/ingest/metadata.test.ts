import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readDate } from "../../../functions/ingest/metadata/dates.ts";
import { readMetadata } from "../../../functions/ingest/metadata/index.ts";
import type { UploadHints } from "../../../functions/ingest/page.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import { type Metadata, MetadataSchema } from "../../../functions/shared/article.ts";
import { newsPage, STORIES, type Story } from "./news-page.ts";

const TEXT = `<p>${"The ferry sails at dawn and comes back at dusk, every day of the year. ".repeat(5)}</p>`;

function metadataOf(html: string, hints: UploadHints = {}): Metadata {
	const page = readHtml(html);
	return MetadataSchema.parse(readMetadata(page, labelMarkup(page), hints));
}

const jsonLd = (node: unknown): string =>
	`<script type="application/ld+json">${JSON.stringify(node)}</script>${TEXT}`;

describe("metadata of a page", () => {
	it.each(STORIES.map((story): [string, Story] => [story.language, story]))(
		"is read in %s",
		(_language, story) => {
			expect(metadataOf(newsPage(story), { url: "https://www.news.example/raw" })).toMatchObject({
				title: story.title,
				authors: [{ name: story.author }],
				publishedAt: "2025-03-04T21:15:00+01:00",
				publisher: { name: story.site, domain: "news.example" },
				url: "https://www.news.example/news/ferry-vote",
				section: "Harbour",
				topics: ["ferry", "council"],
				image: "https://www.news.example/images/ferry.jpg",
				rights: story.copyright,
				sources: {
					title: "visible",
					authors: "meta",
					publishedAt: "open-graph",
					url: "link",
					rights: "visible",
				},
			});
		},
	);

	it("prefers JSON-LD, follows its references, and keeps roles", () => {
		const metadata = metadataOf(
			jsonLd({
				"@graph": [
					{
						"@type": "NewsArticle",
						headline: "Ferry &amp; bridge",
						author: [{ "@id": "#ann" }, { "@type": "Person", name: "Li Wei" }],
						publisher: { "@type": "Organization", name: "Gazette" },
						datePublished: "2025-03-04T20:15:00Z",
						dateModified: "2025-03-05",
						articleSection: ["Harbour", "News"],
						keywords: "ferry, bridge, Ferry",
						image: [{ "@type": "ImageObject", url: "https://a.example/f.jpg" }],
						mainEntityOfPage: "https://a.example/ferry",
					},
					{ "@id": "#ann", "@type": "Person", name: "Ann Doe", jobTitle: "Harbour Correspondent" },
				],
			}),
		);
		expect(metadata).toMatchObject({
			title: "Ferry & bridge",
			authors: [{ name: "Ann Doe", role: "Harbour Correspondent" }, { name: "Li Wei" }],
			publishedAt: "2025-03-04T20:15:00Z",
			modifiedAt: "2025-03-05",
			section: "Harbour",
			topics: ["ferry", "bridge"],
			image: "https://a.example/f.jpg",
			url: "https://a.example/ferry",
			publisher: { name: "Gazette", domain: "a.example" },
			sources: { title: "json-ld", authors: "json-ld", url: "json-ld" },
		});
	});

	it("reads a byline on the page with the author's role", () => {
		const html = `<h1>Ferry</h1><p class="byline">By <a rel="author" href="/author/ann">Ann Doe</a>, Science Editor</p>${TEXT}`;
		expect(metadataOf(html).authors).toEqual([{ name: "Ann Doe", role: "Science Editor" }]);
	});

	it("reads the date on the page when nothing else tells it", () => {
		const metadata = metadataOf(
			`<html lang="de"><h1>Fähre</h1><p class="date">Dienstag, 4. März 2025, 21:15 Uhr</p>${TEXT}`,
		);
		expect(metadata.publishedAt).toBe("2025-03-04");
		expect(metadata.sources.publishedAt).toBe("visible");
	});

	it.each([
		["The ferry stays | Harbour Gazette", "The ferry stays"],
		["Harbour Gazette: The ferry stays", "The ferry stays"],
		["The ferry stays – News – Harbour Gazette", "The ferry stays"],
		["Sink or swim - the ferry's choice", "Sink or swim - the ferry's choice"],
	])("cleans the title %j to %j", (title, expected) => {
		expect(
			metadataOf(`<title>${title}</title><meta property="og:site_name" content="Harbour Gazette">${TEXT}`)
				.title,
		).toBe(expected);
	});

	it("takes the uploader's address when the page has none", () => {
		const metadata = metadataOf(TEXT, { url: "https://a.example/ferry?id=1" });
		expect(metadata).toMatchObject({
			url: "https://a.example/ferry?id=1",
			sources: { url: "object-metadata" },
		});
	});

	it("takes http addresses only, and never a relative one", () => {
		const html = `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/ferry"><meta property="og:image" content="data:image/png;base64,AA">${TEXT}`;
		const metadata = metadataOf(html);
		expect(metadata.url).toBeUndefined();
		expect(metadata.image).toBeUndefined();
	});

	it("says nothing of what it didn't find", () => {
		expect(metadataOf(TEXT)).toEqual({ authors: [], topics: [], sources: {} });
	});

	it("is not thrown by JSON-LD of any shape", () => {
		for (const value of [null, 1, "x", [], {}, [[[]]], { "@type": 5 }, { "@id": {} }, true])
			expect(() =>
				metadataOf(
					jsonLd({
						"@type": "Article",
						headline: value,
						author: value,
						image: value,
						keywords: value,
						datePublished: value,
						publisher: value,
					}),
				),
			).not.toThrow();
		expect(() =>
			metadataOf(
				'<script type="application/ld+json">{"@type":"Article","__proto__":{"headline":"x"}}</script>',
			),
		).not.toThrow();
	});
});

describe("dates", () => {
	it.each([
		["2025-03-04T21:15:00+01:00", "2025-03-04T21:15:00+01:00"],
		["2025-03-04T21:15:00.123+0100", "2025-03-04T21:15:00+01:00"],
		["2025-03-04T21:15Z", "2025-03-04T21:15:00Z"],
		["2025-03-04 21:15:00 UTC", "2025-03-04T21:15:00Z"],
		["Tue, 04 Mar 2025 21:15:00 GMT", "2025-03-04T21:15:00Z"],
		["1741119300", "2025-03-04T20:15:00Z"],
		["20250304", "2025-03-04"],
		["March 4, 2025", "2025-03-04"],
		["4th March 2025", "2025-03-04"],
		["4. März 2025", "2025-03-04"],
		["4 mars 2025", "2025-03-04"],
		["4 de marzo de 2025", "2025-03-04"],
		["4 марта 2025", "2025-03-04"],
		["2025年3月4日", "2025-03-04"],
		["04.03.2025", "2025-03-04"],
		["4. maaliskuuta 2025", "2025-03-04"],
		["2025. március 4.", "2025-03-04"],
		["2025 m. kovo 4 d.", "2025-03-04"],
		["Ngày 4 tháng 3, 2025", "2025-03-04"],
		["4 במרץ 2025", "2025-03-04"],
		["٤ مارس ٢٠٢٥", "2025-03-04"],
		["4 मार्च 2025", "2025-03-04"],
		["৪ মার্চ ২০২৫", "2025-03-04"],
		["4 มีนาคม 2568", "2025-03-04"],
		["２０２５年３月４日", "2025-03-04"],
		["٤ آذار ٢٠٢٥", "2025-03-04"],
		["Hunyo 4, 2025", "2025-06-04"],
		["Tue Mar 04 08:00:00 CET 2025", "2025-03-04"],
		["Published: 25/03/2025 at noon", "2025-03-25"],
	])("reads %j", (text, expected) => {
		expect(readDate(text)).toBe(expected);
	});

	it("never guesses a timezone", () => {
		expect(readDate("2025-03-04T21:15:00")).toBe("2025-03-04");
		expect(readDate("2025-03-04 9:15 PM EST")).toBe("2025-03-04");
	});

	it("reads 03/04 only when the page's country says which is the month", () => {
		expect(readDate("03/04/2025")).toBeUndefined();
		expect(readDate("03/04/2025", "en-US")).toBe("2025-03-04");
		expect(readDate("03/04/2025", "en-GB")).toBe("2025-04-03");
		expect(readDate("03/04/2025", "fr")).toBe("2025-04-03");
		expect(readDate("03/04/25")).toBeUndefined();
		expect(readDate("03/04/25", "en-AU")).toBe("2025-04-03");
	});

	it.each(["2025-02-30", "2025-13-01", "yesterday", "99999999", "", "12:30"])("finds none in %j", (text) => {
		expect(readDate(text)).toBeUndefined();
	});
});
