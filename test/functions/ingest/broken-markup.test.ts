import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";

const PARAGRAPH = "The ferry left the harbour at six and came back with nobody on board but the cook.";

const textsOf = (html: string): readonly string[] => readHtml(html).blocks.map(({ text }) => text);

const typesOf = (html: string): readonly string[] => readHtml(html).blocks.map(({ type }) => type);

describe("a heading that nobody closed", () => {
	it("ends where a paragraph begins", () => {
		expect(typesOf(`<h1>Ferry stays<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>`)).toEqual([
			"heading",
			"paragraph",
			"paragraph",
		]);
	});

	it("doesn't make headings of what stands in boxes below it", () => {
		expect(typesOf(`<div><h1>Ferry stays<section><div>${PARAGRAPH}</div></section></div>`)).toEqual([
			"heading",
			"paragraph",
		]);
	});

	it("ends where the next heading begins", () => {
		const levels = readHtml("<h1>Ferry stays<h2>Cook alone on board").blocks.map(({ level }) => level);
		expect(levels).toEqual([1, 2]);
	});

	it("keeps a title that stands in a paragraph of its own", () => {
		expect(typesOf("<h1><p>Ferry stays</p></h1>")).toEqual(["heading"]);
	});
});

describe("what would take the rest of a page", () => {
	it("is not a CDATA mark in the body", () => {
		expect(textsOf(`<body><![CDATA[\n<div><p>${PARAGRAPH}</p></div>`)).toEqual([PARAGRAPH]);
	});

	it("is not an iframe in a noscript that ends itself", () => {
		expect(textsOf(`<noscript><iframe src="/tag"/></noscript><p>${PARAGRAPH}</p>`)).toEqual([PARAGRAPH]);
	});

	it("leaves CDATA in JSON-LD readable", () => {
		const html = '<script type="application/ld+json"><![CDATA[{"@type": "NewsArticle"}]]></script>';
		expect(readHtml(html).head.jsonLd).toEqual([{ "@type": "NewsArticle" }]);
	});
});

describe("text that React streamed to the end of a page", () => {
	it("is shown", () => {
		const [block] = readHtml(`<div hidden id="S:1a"><p>${PARAGRAPH}</p></div>`).blocks;
		expect(block?.markup?.hidden).toBe(false);
	});

	it("is hidden under any other name", () => {
		const [block] = readHtml(`<div hidden id="menu"><p>${PARAGRAPH}</p></div>`).blocks;
		expect(block?.markup?.hidden).toBe(true);
	});
});

describe("text for readers without scripts", () => {
	const thread = `<noscript>${`<div class="post"><p>${PARAGRAPH}</p></div>`.repeat(8)}</noscript>`;

	it("is read where the page shows none to anyone else", () => {
		expect(textsOf(`<title>Ferry</title><body><div id="app"></div>${thread}`)).toHaveLength(8);
	});

	it("is left where the page shows its own", () => {
		expect(textsOf(`<main>${`<p>${PARAGRAPH} Twice.</p>`.repeat(8)}</main>${thread}`)).toHaveLength(8);
	});

	it("is left where it only asks for scripts", () => {
		expect(textsOf("<p>Loading</p><noscript>Please enable scripts.</noscript>")).toEqual(["Loading"]);
	});
});
