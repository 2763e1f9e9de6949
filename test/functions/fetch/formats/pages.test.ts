import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { articlePage, summaryPage } from "../../../../functions/fetch/formats/summary-html.ts";
import type { StrippedBlock } from "../../../../functions/shared/article.ts";
import { articleDocument, evidence, summaryDocument, withEveryText } from "../../../support/documents.ts";

const HOSTILE = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="alert(1)' <!-- &lt;b&gt;`;

/** A page as a browser reads it. */
const read = (page: string) => {
	const elements: { name: string; attributes: Record<string, string> }[] = [];
	let text = "";
	const parser = new Parser({
		onopentag: (name, attributes) => void elements.push({ name, attributes }),
		ontext: (part) => {
			text += part;
		},
	});
	parser.end(page);
	const ids = elements.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id]));
	const targets = elements.flatMap(({ attributes }) =>
		attributes.href?.startsWith("#") ? [attributes.href.slice(1)] : [],
	);
	return { elements, text, ids, targets };
};

const cut = (kind: StrippedBlock["kind"], after: number, text = `Some ${kind}`): StrippedBlock => ({
	type: "paragraph",
	text,
	kind,
	confidence: 0.9,
	after,
});

describe("a page", () => {
	const article = articleDocument({
		stripped: [cut("navigation", -1), cut("share", 0), cut("legal", 2)],
		posts: [{ author: "Ada Quill", publishedAt: "2025-03-07", from: 0, to: 3 }],
	});
	const pages = {
		summary: (hostile = false) =>
			summaryPage(
				hostile ? withEveryText(summaryDocument(), HOSTILE) : summaryDocument(),
				hostile ? withEveryText(article, HOSTILE) : article,
			),
		article: (hostile = false) => articlePage(hostile ? withEveryText(article, HOSTILE) : article),
	};

	it.each(Object.entries(pages))("of the %s shows any text as that text and nothing else", (_, write) => {
		const [plain, hostile] = [read(write()), read(write(true))];
		expect(hostile.text).toContain(HOSTILE);
		const names = new Set(hostile.elements.map(({ name }) => name));
		expect([...names].filter((name) => /^(script|img|iframe|object|form|link|base)$/.test(name))).toEqual([]);
		const attributes = new Set(hostile.elements.flatMap((element) => Object.keys(element.attributes)));
		const known = new Set(plain.elements.flatMap((element) => Object.keys(element.attributes)));
		expect([...attributes].filter((name) => !known.has(name))).toEqual([]);
	});

	it.each(Object.entries(pages))("of the %s has each id once, and each link leads somewhere", (_, write) => {
		const { ids, targets } = read(write());
		expect(new Set(ids).size).toBe(ids.length);
		expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
	});

	it("folds what was cut where it stood", () => {
		const { text } = read(pages.article());
		const order = ["Some navigation", "The harbour of Lindmouth", "Some share", "Fewer boats", "Some legal"];
		expect(order.map((part) => text.indexOf(part))).toEqual(
			order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
		);
		expect(text).toContain("Cut here: 1 navigation");
	});

	it("says who wrote each post of a thread above it", () => {
		const { text } = read(pages.article());
		expect(text.indexOf("Ada Quill · 2025-03-07")).toBeLessThan(
			text.indexOf("The harbour of Lindmouth will"),
		);
		expect(text).toContain("Ada Quill · 2025-03-07");
	});

	it("is in the article's language, and its own words are in English", () => {
		const { elements } = read(summaryPage(summaryDocument({ language: "fr" }), article));
		expect(elements[0]).toMatchObject({ name: "html", attributes: { lang: "fr" } });
		expect(elements.find(({ name }) => name === "h2")?.attributes.lang).toBe("en");
	});
});

describe("highlights", () => {
	it("mark the very passage that a claim cites", () => {
		const page = summaryPage(summaryDocument(), articleDocument());
		expect(page).toContain(">It had lost $2.5 million in 2024.</mark>");
	});

	it("of passages that overlap are one, which all their claims lead to", () => {
		const { keyPoints, ...rest } = summaryDocument();
		const [point] = keyPoints;
		if (!point) throw new Error("The example has a key point.");
		const overlapping = [
			{ ...point, evidence: evidence("The harbour of Lindmouth will close on Monday") },
			{ ...point, evidence: evidence("close on Monday, the port authority said.") },
		];
		const bare = {
			...rest,
			figures: [],
			quotes: [],
			timeline: [],
			gist: { ...rest.gist, evidence: overlapping[0]?.evidence ?? [] },
		};
		const { targets } = read(
			summaryPage({ ...bare, sections: [], keyPoints: overlapping }, articleDocument()),
		);
		expect(targets.filter((target) => target.startsWith("e0-"))).toEqual(["e0-0", "e0-0", "e0-0"]);
	});

	it("have one number at the claim and at the passage, the summary's first lines another look", () => {
		const page = summaryPage(summaryDocument(), articleDocument());
		const cites = [...page.matchAll(/href="#(e\d+-\d+)" lang="en" aria-label="\d+, evidence">(\d+)</g)];
		expect(cites.length).toBeGreaterThan(2);
		for (const [, id, number] of cites) {
			const passage = new RegExp(
				`<mark id="${id}" class="(main|also)">[^<]*</mark><a class="cite"[^>]*>${number}<`,
			);
			expect(page).toMatch(passage);
		}
		expect(page).toMatch(/<mark id="e0-0" class="main">/);
		expect(page).toMatch(/<mark id="[^"]+" class="also">/);
	});
});

describe("the summary's page", () => {
	it("says the gist once, though it is a key point too", () => {
		const summary = summaryDocument();
		const point = { ...summary.gist, salience: 1 };
		const { text } = read(
			summaryPage({ ...summary, keyPoints: [point, ...summary.keyPoints] }, articleDocument()),
		);
		const said = text.slice(text.indexOf(summary.headline), text.indexOf("Made by"));
		expect(said.split(summary.gist.text).length - 1).toBe(1);
	});

	it("tells who made it, of what, and what each section says", () => {
		const summary = summaryDocument();
		const { text } = read(summaryPage(summary, articleDocument()));
		expect(text).toContain(`SHA-256 ${summary.provenance.sourceSha256}`);
		for (const { heading, gist } of summary.sections) expect(text).toContain(`${heading} ${gist}`);
	});
});
