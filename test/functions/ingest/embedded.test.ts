import { describe, expect, it } from "vitest";
import { readArticle } from "../../../functions/ingest/index.ts";

const TITLE = "Night ferry keeps its captain";
const PARAGRAPHS = [
	"The night ferry across the bay will keep its captain for another year, the harbour board said on Monday.",
	"Three other captains had asked for the post, and two of them withdrew when they learned what the cook thinks of visitors.",
	"The board wants the ferry to sail at ten from next spring, an hour later than today, so that the fish market can close first.",
	"Passengers who hold a ticket for the summer need do nothing; the timetable on the pier will be painted over by the end of May.",
	"Nobody on the board would say what the captain earns, only that she had asked for a new kettle and was going to have it.",
];
const HTML = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");

const page = (script: string, body = ""): string =>
	`<html lang="en"><head><title>${TITLE} | The Bay</title></head><body><div id="app">${body}</div>${script}</body></html>`;

const read = (html: string) => readArticle(new TextEncoder().encode(html), { contentType: "text/html" });

const textsOf = (html: string): readonly string[] => read(html).blocks.map(({ text }) => text);

const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

describe("a page that shows no article", () => {
	it.each([
		[
			"Next.js' data",
			`<script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: { article: { title: TITLE, body: HTML } } } })}</script>`,
		],
		[
			"what Next.js streams",
			`<script>self.__next_f.push([1,${JSON.stringify(`7:${json({ post: { title: TITLE, content: HTML } })}\n`.slice(0, 200))}])</script><script>self.__next_f.push([1,${JSON.stringify(`7:${json({ post: { title: TITLE, content: HTML } })}\n`.slice(200))}])</script>`,
		],
		[
			"an assignment",
			`<script>window.__PRELOADED_STATE__ = ${json({ story: { headline: TITLE, html: HTML } })};</script>`,
		],
		[
			"JSON in a string",
			`<script>window.__DATA__=JSON.parse(${JSON.stringify(json({ story: { headline: TITLE, html: HTML } }))})</script>`,
		],
		[
			"Fusion's elements",
			`<script>Fusion.arcSite="bay";Fusion.globalContent=${json({ headlines: { basic: TITLE }, content_elements: PARAGRAPHS.map((content) => ({ type: "text", content })) })};Fusion.lastModified=1</script>`,
		],
		[
			"a tree of rich text",
			`<script type="application/json">${json({
				entry: {
					title: TITLE,
					doc: PARAGRAPHS.map((text) => ({
						nodeType: "paragraph",
						content: [
							{ nodeType: "text", value: text.slice(0, 20) },
							{ nodeType: "text", value: text.slice(20) },
						],
					})),
				},
			})}</script>`,
		],
		[
			"keys without quotes",
			`<script>window.__NUXT__=(function(a){return {title:a,body:${json(`<p>${TITLE}</p>${HTML}`)}}}("x"))</script><meta name="description" content="${PARAGRAPHS[0]}">`,
		],
	])("has it read from %s", (_where, script) => {
		expect(textsOf(page(script))).toEqual(expect.arrayContaining(PARAGRAPHS));
	});

	it("says where the text is from", () => {
		const { warnings } = read(
			page(`<script type="application/json">${json({ title: TITLE, body: HTML })}</script>`),
		);
		expect(warnings.map(({ code }) => code)).toEqual(["body-from-metadata"]);
	});

	it.each([
		[
			"a call",
			`<script>window.data = () => (${json({ story: { title: TITLE, plainText: PARAGRAPHS.join("\n") } })})</script>`,
		],
		[
			"JSON-LD that is broken",
			`<script type="application/ld+json">{"@type": "Article", "articleBody": ${json(PARAGRAPHS.join("\n"))}, "name": "the "bay""}</script><meta name="description" content="${PARAGRAPHS[0]}">`,
		],
		[
			"data that begin with the title",
			`<script type="application/json">${json({ html: `<h1>${TITLE}</h1>${HTML}` })}</script>`,
		],
		[
			"data without any title, if no other text is nearly as long",
			`<script type="application/json">${json({ html: HTML + HTML.replaceAll("ferry", "boat"), body: "<p>Short.</p>".repeat(40) })}</script>`,
		],
	])("has it read from %s", (_where, script) => {
		expect(textsOf(page(script))).toEqual(expect.arrayContaining(PARAGRAPHS));
	});

	it("is rejected when its data hold only another article", () => {
		const script = `<script type="application/json">${json({ title: "Harbour pool opens", body: HTML })}</script>`;
		expect(() => read(page(script))).toThrow(/No article text/);
	});

	it("is rejected when its data hold only the words of a consent dialogue", () => {
		const script = `<script type="application/json">${json({ title: TITLE, cookieConsent: { title: TITLE, html: HTML } })}</script>`;
		expect(() => read(page(script))).toThrow(/No article text/);
	});
});

describe("a page that conceals its article", () => {
	it.each(["noscript", "template", "textarea", "object", "video", "svg"])(
		"in <%s> is read all the same",
		(tag) => {
			const menu = '<nav><a href="/">Home</a> <a href="/news">News</a></nav>';
			const notice = "<p>This page needs scripts to be shown as it was meant.</p>";
			expect(textsOf(page("", `${menu}${notice}<${tag}>${HTML}</${tag}>`))).toEqual(
				expect.arrayContaining(PARAGRAPHS),
			);
		},
	);

	it("is not asked when it shows one", () => {
		const shown = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("");
		const template = `<template>${shown.replaceAll("harbour", "station").repeat(4)}</template>`;
		expect(textsOf(page("", `${shown}${template}`)).join()).not.toContain("station");
	});
});

describe("a page that shows the beginning of its article", () => {
	const linked = `<script type="application/ld+json">${json({ "@type": "NewsArticle", headline: TITLE, articleBody: PARAGRAPHS.join("\n") })}</script>`;

	it("has the rest read from JSON-LD, nothing twice", () => {
		expect(textsOf(page(linked, `<h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p>`))).toEqual(PARAGRAPHS);
	});

	it("keeps its own text when it shows nearly all", () => {
		const shown = PARAGRAPHS.slice(0, 4);
		const article = read(page(linked, `<h1>${TITLE}</h1>${shown.map((text) => `<p>${text}</p>`).join("")}`));
		expect(article.blocks.map(({ text }) => text)).toEqual(shown);
		expect(article.warnings).toEqual([]);
	});
});

describe("hostile data", () => {
	it.each([
		["deeper than any stack", `<script>window.a=${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}</script>`],
		["never closed", `<script>${'window.a={"b":['.repeat(50_000)}</script>`],
		["strings never closed", `<script>${'a={"'.repeat(50_000)}</script>`],
		[
			"with keys of every object's prototype",
			`<script type="application/json">{"__proto__":{"body":${json(HTML)}},"constructor":{"name":1}}</script>`,
		],
		[
			"of 100,000 lists in lists",
			`<script type="application/json">{"body":${"[".repeat(5_000)}${"]".repeat(5_000)}}</script>`,
		],
		[
			"of 100,000 bodies",
			`<script type="application/json">${json(Array.from({ length: 100_000 }, () => ({ body: "a b" })))}</script>`,
		],
		["of rows without an end", `<script>self.__next_f.push([1,"${"1:Tffffff,".repeat(20_000)}"])</script>`],
	])("%s is no article and no hang", (_what, script) => {
		expect(() => read(page(script))).toThrow(/No article text/);
	});
});
