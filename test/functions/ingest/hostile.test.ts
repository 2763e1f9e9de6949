import { describe, expect, it } from "vitest";
import { judge } from "../../../bench/fuzz/judge.ts";
import { bodyText, readArticle } from "../../../functions/ingest/index.ts";

const HTML = { contentType: "text/html; charset=utf-8" };

const SENTENCES = [
	"The council of the harbour town voted on Tuesday to keep its old ferry running for another ten years.",
	"Eleven of the fifteen members backed the plan, which sets money aside for a new engine and a new mast.",
	"Residents had gathered outside of the hall since the afternoon, and cheered when the result was read out.",
];

const ARTICLE = `<article><h1>Ferry stays</h1>${SENTENCES.map((sentence) => `<p>${sentence}</p>`).join("")}</article>`;

const bytesOf = (page: string): Uint8Array => new TextEncoder().encode(page);

const MIB = 1024 * 1024;

const upTo = (count: number, part: (i: number) => string): string =>
	Array.from({ length: count }, (_, i) => part(i)).join("");

/** What surrounds or precedes an article that is still to be found. */
const AROUND: readonly (readonly [what: string, page: string])[] = [
	["100,000 nested elements before it", `${"<div>".repeat(100_000)}${"</div>".repeat(100_000)}${ARTICLE}`],
	["100,000 end tags of nothing", `${"</div></b>".repeat(100_000)}${ARTICLE}`],
	[
		"a million attributes on one element",
		`<!doctype html><div ${upTo(1_000_000, (i) => `a${i}=1 `)}>${ARTICLE}</div>`,
	],
	["an element with 100,000 classes", `<div class="${upTo(100_000, (i) => `c${i} `)}">${ARTICLE}</div>`],
	["NULs in its paragraphs", `<!--${" ".repeat(10_000)}-->${ARTICLE.replaceAll("<p>", "<p>\0")}`],
	["10,000 tables before it", `${"<table><tr><td>".repeat(10_000)}${"</table>".repeat(10_000)}${ARTICLE}`],
	[
		"JSON-LD that is 100,000 deep",
		`<script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script>${ARTICLE}`,
	],
	[
		"100,000 pieces of JSON-LD",
		`${'<script type="application/ld+json">{"@type":"Person"}</script>'.repeat(100_000)}${ARTICLE}`,
	],
	[
		"100,000 links in its navigation",
		`<nav>${upTo(100_000, (i) => `<a href=/${i}>Page ${i}</a> `)}</nav>${ARTICLE}`,
	],
	[
		"100,000 pieces of metadata",
		`${upTo(100_000, (i) => `<meta property="article:tag" content="tag ${i}">`)}${ARTICLE}`,
	],
	["nothing closed but the headline", ARTICLE.replaceAll(/<\/(?!h1)\w+>/g, "")],
];

/** What may become an article or be rejected, but must become one of the two. */
const ALONE: readonly (readonly [what: string, page: string])[] = [
	["100,000 nested elements with text in the innermost", `${"<div>".repeat(100_000)}${SENTENCES.join(" ")}`],
	[
		"100,000 nested elements of each of a dozen kinds",
		"<b><i><p><ul><li><table><tr><td><a><svg><h1><blockquote>".repeat(8_000),
	],
	["a line of 20 MiB in one paragraph", `<p>${`${SENTENCES[0]} `.repeat((20 * MIB) / 101)}`],
	["a line of 20 MiB without white space", "x".repeat(20 * MIB)],
	["10,000 tables within each other", `${"<table><tr><td>A cell, it says.".repeat(10_000)}`],
	["a million empty elements", "<p></p>".repeat(1_000_000)],
	["a million line breaks", `<p>${"text<br>".repeat(1_000_000)}`],
	[
		"entities of lone surrogates",
		`${ARTICLE}<p>${"&#xD83D;&#xDE00;&#55357; broken halves of a smile. ".repeat(5_000)}`,
	],
	["a paragraph that never ends, in a title that never ends", `<title>${SENTENCES.join(" ").repeat(20_000)}`],
	["an article of which nothing is closed", ARTICLE.replaceAll(/<\/\w+>/g, "")],
	[
		"600,000 entities before an article",
		`<aside>${"&amp;&#x1F600;&nosuch;".repeat(200_000)}</aside>${ARTICLE}`,
	],
	["100,000 comments that don't end", "<!--".repeat(100_000)],
];

describe("a hostile page still has its article found", () => {
	it.each(AROUND)(
		"among %s",
		(_what, page) => {
			const text = bodyText(readArticle(bytesOf(page), HTML));
			for (const sentence of SENTENCES) expect(text).toContain(sentence);
		},
		120_000,
	);
});

describe("a hostile page is read or rejected, with nothing between", () => {
	it.each(ALONE)(
		"when it is %s",
		(_what, page) => {
			expect(["read", "no-article"]).toContain(judge(bytesOf(page), HTML));
		},
		120_000,
	);

	it.each(["text/plain; charset=utf-8", "text/markdown; charset=utf-8"])(
		"when it is a line of 20 MiB as %s",
		(contentType) => {
			const line = `${SENTENCES[0]} `.repeat((20 * MIB) / 101);
			expect(["read", "no-article"]).toContain(judge(bytesOf(line), { contentType }));
		},
		120_000,
	);

	it.each(["- ", "> ", "* [a](", "    ", "| a ", "[", "`", "#", "<b>"])(
		"when it is Markdown of 200,000 times %j",
		(part) => {
			const page = `${part.repeat(200_000)}\n\n${SENTENCES.join("\n\n")}`;
			expect(["read", "no-article"]).toContain(judge(bytesOf(page), { contentType: "text/markdown" }));
		},
		120_000,
	);
});

describe("names that every object has", () => {
	const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
	const meta = names
		.map((name) => `<meta name="${name}" content="x"><link rel="${name}" href="/x">`)
		.join("");
	const json = `{"__proto__":{"polluted":true},"@type":"NewsArticle","constructor":{"prototype":{"polluted":true}},"headline":"Ferry stays"}`;
	const elements = names.map((name) => `<p class="${name}" itemprop="${name}">${SENTENCES[0]}</p>`).join("");
	const page = `${meta}<script type="application/ld+json">${json}</script>${ARTICLE}<footer>${elements}</footer>`;

	it("are names like others in metadata, classes and JSON-LD", () => {
		const { metadata } = readArticle(bytesOf(page), HTML);
		expect(metadata.title).toBe("Ferry stays");
		expect(judge(bytesOf(page), HTML)).toBe("read");
	});

	it("change no object that isn't the page's", () => {
		readArticle(bytesOf(page), HTML);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe("a page that begins with NULs", () => {
	it("is rejected as what it looks like", () => {
		expect(judge(bytesOf(ARTICLE.replaceAll(">", ">\0\0\0")), HTML)).toBe("not-text");
	});
});

describe("lone surrogates", () => {
	it("never reach the article, whether written raw, as entities or in JSON", () => {
		const head = `<script type="application/ld+json">{"@type":"Article","headline":"Ferry \\ud83d stays"}</script>`;
		const utf16 = Buffer.from(`\ufeff${head}${ARTICLE.replace("ferry", "fer\ud83dry &#xD83D;")}`, "utf16le");
		const article = readArticle(utf16, { contentType: "text/html; charset=utf-16le" });
		expect(JSON.stringify(article)).not.toMatch(/\\ud[89a-f]/i);
		expect(bodyText(article).isWellFormed()).toBe(true);
	});
});
