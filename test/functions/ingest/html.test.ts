import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";

const texts = (html: string): string[] => readHtml(html).blocks.map(({ text }) => text);
const shapes = (html: string): string[] => readHtml(html).blocks.map(({ type, text }) => `${type}: ${text}`);

describe("reading HTML into blocks", () => {
	it("makes a block of every line of a page, in reading order", () => {
		expect(shapes("<h1>Tide</h1><p>It rose.</p><ul><li>one<li>two</ul><blockquote><p>So be it.")).toEqual([
			"heading: Tide",
			"paragraph: It rose.",
			"list-item: one",
			"list-item: two",
			"quote: So be it.",
		]);
	});

	it("keeps inline elements in their line and white space as one space", () => {
		expect(texts("<p>The <b>old</b>\n\n  <i>fer</i>ry\t sails </p>")).toEqual(["The old ferry sails"]);
	});

	it("tells the level of headings, of ARIA's too", () => {
		const { blocks } = readHtml(
			'<h3>a</h3><div role="heading" aria-level="4">b</div><div role="heading">c</div>',
		);
		expect(blocks.map(({ level }) => level)).toEqual([3, 4, 2]);
	});

	it("reads two line breaks as a new paragraph and one as a space", () => {
		expect(texts("<div>one<br>two<br><br>three<br> <br/>four</div>")).toEqual(["one two", "three", "four"]);
	});

	it("keeps the lines and indentation of code", () => {
		expect(readHtml("<pre><code>if x:\n    y()\n\nz()</code></pre>").blocks).toMatchObject([
			{ type: "code", text: "if x:\n    y()\n\nz()" },
		]);
	});

	it("leaves out what no reader sees", () => {
		const unseen =
			"<script>1</script><style>2</style><template>3</template><noscript>4</noscript><svg><text>5</text></svg><select><option>6</select><textarea>7</textarea><!-- 8 -->";
		expect(texts(`<p>seen</p>${unseen}<p>too</p>`)).toEqual(["seen", "too"]);
	});

	it("reads a template that is shown as a shadow root", () => {
		expect(texts('<a-card><template shadowrootmode="open"><p>shown</p></template></a-card>')).toEqual([
			"shown",
		]);
	});

	it("marks hidden blocks, and drops text that is hidden within a visible line", () => {
		const { blocks } = readHtml(
			'<div style="display: none">gone</div><p>stays<span class="sr-only"> (opens a window)</span></p>',
		);
		expect(blocks.map(({ text, markup }) => [text, markup?.hidden])).toEqual([
			["gone", true],
			["stays", false],
		]);
	});

	it("reads data tables as one block, a row a line", () => {
		const rows = "<tr><th>Boat<th>Year<tr><td>Ellery<td>1925<tr><td>Aulne<td>1931";
		expect(shapes(`<table><caption>Fleet</caption>${rows}</table>`)).toEqual([
			"paragraph: Fleet",
			"table: Boat | Year\nEllery | 1925\nAulne | 1931",
		]);
	});

	it("reads layout tables as the paragraphs they hold", () => {
		const prose = "The boat had been laid up for a year. ".repeat(15).trim();
		expect(shapes(`<table><tr><td>menu<td>${prose}<tr><td>a<td>b</table>`)[1]).toBe(`paragraph: ${prose}`);
		expect(shapes("<table><tr><td>a<td><table><tr><td>b<td>c<tr><td>d<td>e</table></table>")).toEqual([
			"paragraph: a",
			"table: b | c\nd | e",
		]);
	});

	it("measures how much of a block is links, and keeps them", () => {
		const { blocks } = readHtml('<p>abcd <a href="/x" rel="author me">efgh</a></p>');
		expect(blocks).toMatchObject([
			{ linkDensity: 0.5, links: [{ href: "/x", text: "efgh", rel: ["author", "me"] }] },
		]);
	});

	it("counts a link around several blocks in each of them", () => {
		const { blocks } = readHtml('<a href="/x"><h3>Title</h3><p>Teaser</p></a><p>Text</p>');
		expect(blocks.map(({ linkDensity }) => linkDensity)).toEqual([1, 1, 0]);
		expect(blocks.map(({ links }) => links.map(({ text }) => text))).toEqual([["Title"], ["Teaser"], []]);
	});

	it("gives each block its element, its ancestors and the words of their names", () => {
		const { blocks } = readHtml(
			'<main id="mainContent"><div class="article__body js-x"><p>a</p></div></main>',
		);
		expect(blocks[0]?.markup).toMatchObject({
			tag: "p",
			names: "",
			parent: { tag: "div", names: "article body js x", parent: { tag: "main", names: "main content" } },
		});
	});

	it("numbers the elements that hold text, parents before their children", () => {
		const { blocks } = readHtml("<i></i><div><p>a</p><p>b</p></div><div><p>c</p></div>");
		expect(blocks.map(({ markup }) => [markup?.parent?.number, markup?.number])).toEqual([
			[1, 2],
			[1, 3],
			[4, 5],
		]);
	});

	it("reads text outside any element", () => {
		expect(texts("just text<br><br>and more")).toEqual(["just text", "and more"]);
	});

	it("survives unclosed and misnested markup", () => {
		expect(texts("<p>one<p>two<b><div>three</p></b>four<td>five<p>six")).toEqual([
			"one",
			"two",
			"three",
			"four",
			"five",
			"six",
		]);
	});

	it("removes NUL bytes, controls, soft hyphens and lone surrogates, and composes characters", () => {
		expect(texts("<p>a\u0000b\u0007c\u00add e\u0301 \ud83d x\u202ey</p>")).toEqual(["abcd é \ufffd xy"]);
	});

	it("decodes entities, broken ones too", () => {
		expect(texts("<p>Fish &amp; chips &copy 1 &nosuch; &#x41; &#8211;</p>")).toEqual([
			"Fish & chips © 1 &nosuch; A –",
		]);
	});

	it("keeps the machine-readable date of a block", () => {
		expect(readHtml('<p>On <time datetime="2025-03-04">Tuesday</time></p>').blocks[0]?.datetime).toBe(
			"2025-03-04",
		);
	});
});

describe("reading a page's head", () => {
	it("collects language, title, meta, links and base", () => {
		const { head } = readHtml(
			'<html lang="en-GB"><head><base href="https://a.example/"><title>T &amp; U</title><meta property="og:title" content="T"><meta NAME="Author" content="A"><link rel="canonical" href="/t">',
		);
		expect(head).toMatchObject({ language: "en-GB", title: "T & U" });
		expect(head.meta.get("og:title")).toEqual(["T"]);
		expect(head.meta.get("author")).toEqual(["A"]);
		expect(head.links.get("canonical")).toEqual(["/t"]);
		expect(head.links.get("base")).toEqual(["https://a.example/"]);
	});

	it("does not take a drawing's title for the page's", () => {
		expect(readHtml("<svg><title>Logo</title></svg><title>Page</title>").head.title).toBe("Page");
	});

	it("flattens JSON-LD out of arrays and graphs", () => {
		const json = '[{"@graph": [{"@type": "NewsArticle", "headline": "H"}, {"@type": "Person"}]}]';
		const types = readHtml(`<script type="application/ld+json">${json}</script>`).head.jsonLd.map(
			(node) => node["@type"],
		);
		expect(types).toEqual([undefined, "NewsArticle", "Person"]);
	});

	it.each([
		["trailing commas", '{"headline": "H", "keywords": ["a", "b",],}'],
		["line ends in strings", '{"headline": "H",\n "description": "one\ntwo"}'],
		["a comment around it", '<!-- {"headline": "H"} -->'],
		["a CDATA section around it", '//<![CDATA[\n{"headline": "H"}\n//]]>'],
		["a semicolon after it", '{"headline": "H"};'],
	])("mends JSON-LD with %s", (_what, json) => {
		expect(readHtml(`<script type="application/ld+json">${json}</script>`).head.jsonLd[0]?.headline).toBe(
			"H",
		);
	});

	it("leaves out JSON-LD that can't be read", () => {
		expect(readHtml('<script type="application/ld+json">{"headline": </script>').head.jsonLd).toEqual([]);
	});

	it("reads microdata, and says whose name it is", () => {
		const { head } = readHtml(
			'<div itemscope><h1 itemprop="headline">H</h1><meta itemprop="datePublished" content="2025-03-04"><span itemprop="author" itemscope>By <b itemprop="name">Ann</b></span><div itemprop="publisher" itemscope><meta itemprop="name" content="Pub"></div></div>',
		);
		expect(head.properties.get("headline")).toEqual(["H"]);
		expect(head.properties.get("datepublished")).toEqual(["2025-03-04"]);
		expect(head.properties.get("author.name")).toEqual(["Ann"]);
		expect(head.properties.get("publisher.name")).toEqual(["Pub"]);
	});

	it("is not fooled by keys that objects inherit", () => {
		const { head } = readHtml('<meta name="__proto__" content="x"><meta name="constructor" content="y">');
		expect(head.meta.get("__proto__")).toEqual(["x"]);
		expect(head.meta.get("tostring")).toBeUndefined();
	});
});

describe("reading hostile markup", () => {
	it("goes no deeper than its limit, and still reads what is there", () => {
		const { blocks } = readHtml(`${"<div>".repeat(50_000)}deep${"</div>".repeat(50_000)}<p>after</p>`);
		expect(blocks.map(({ text }) => text)).toEqual(["deep", "after"]);
		let depth = 0;
		for (let element = blocks[0]?.markup; element; element = element.parent) depth++;
		expect(depth).toBeLessThan(300);
	});

	it("does not read scripts as text where elements stand too deep", () => {
		expect(texts(`${"<i>".repeat(1_000)}<script>var x = 1</script>seen`)).toEqual(["seen"]);
	});

	it("cuts a page that is too long and says so", () => {
		const page = readHtml("<p>word".repeat(25_000));
		expect(page.blocks).toHaveLength(20_000);
		expect(page.warnings.map(({ code }) => code)).toEqual(["page-truncated"]);
	});

	it("never throws, and every block is normalised text", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"<p>",
				"</p>",
				"<div class='a b'>",
				"</div>",
				"<table>",
				"<tr>",
				"<td>",
				"</table>",
				"<li>",
				"<br>",
				"<pre>",
				"</pre>",
				"<a href=x>",
				"</a>",
				"<script>",
				"</script>",
				"<svg>",
				"</svg>",
				"<!--",
				"-->",
				"<![CDATA[",
				"<b",
				"&#",
				"&amp",
				"<template>",
				"<time datetime=1>",
				"<span hidden>",
				"<h2>",
				"<form>",
				"</form>",
				"<x-y>",
				"\u0000",
				"\n",
			),
			fc.string({ unit: "binary", maxLength: 8 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				for (const { text, linkDensity, type } of readHtml(pieces.join("")).blocks) {
					expect(text).not.toBe("");
					expect(text.isWellFormed()).toBe(true);
					expect(text.normalize("NFC")).toBe(text);
					if (type === "paragraph" || type === "heading") expect(text).not.toMatch(/[\n\t]|^\s|\s$/);
					expect(linkDensity).toBeGreaterThanOrEqual(0);
					expect(linkDensity).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 400 },
		);
	});
});
