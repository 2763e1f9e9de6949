import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { autolink, escapeText, fenced, footnotes } from "../../../../functions/fetch/formats/markdown.ts";

/** The most permissive reader: HTML allowed, tables and strikethrough on. */
const reader = new MarkdownIt({ html: true });
const escapeHtml = reader.utils.escapeHtml;
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** Strings made mostly of what means something in Markdown. */
const markup = fc
	.array(
		fc.oneof(
			fc.constantFrom(..."\\`*_{}[]<>()#+-.!|~&=:;\"'$@^/\n\t "),
			fc.constantFrom(
				"<script>",
				"](javascript:x)",
				"&lt;",
				"&#35;",
				"1.",
				"2)",
				"---",
				"```",
				"~~",
				"[^1]:",
				"![a](b)",
			),
			fc.string({ unit: "grapheme", maxLength: 3 }),
			fc.constantFrom("a", "7", "é"),
		),
		{ minLength: 1, maxLength: 30 },
	)
	.map((parts) => parts.join(""));

describe("escapeText", () => {
	it("reads as exactly the text, as a paragraph", () => {
		fc.assert(
			fc.property(markup, (text) => {
				fc.pre(oneLine(text) !== "");
				expect(reader.render(escapeText(text))).toBe(`<p>${escapeHtml(oneLine(text))}</p>\n`);
			}),
			{ numRuns: 3000 },
		);
	});

	it.each([
		["a heading", (text: string) => `## ${text}`, (html: string) => `<h2>${html}</h2>\n`],
		["a list item", (text: string) => `- ${text}`, (html: string) => `<ul>\n<li>${html}</li>\n</ul>\n`],
		[
			"a quote",
			(text: string) => `> ${text}`,
			(html: string) => `<blockquote>\n<p>${html}</p>\n</blockquote>\n`,
		],
		[
			"a table's cell",
			(text: string) => `| h |\n| --- |\n| ${text} |`,
			(html: string) =>
				`<table>\n<thead>\n<tr>\n<th>h</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>${html}</td>\n</tr>\n</tbody>\n</table>\n`,
		],
	])("reads as exactly the text, as %s", (_, write, expected) => {
		fc.assert(
			fc.property(markup, (text) => {
				fc.pre(oneLine(text) !== "");
				expect(reader.render(write(escapeText(text)))).toBe(expected(escapeHtml(oneLine(text))));
			}),
			{ numRuns: 1000 },
		);
	});

	it("leaves ordinary prose as it is", () => {
		const prose = "“It rose 5.6% – to $3 million (AT&T said) – in 2024.” Really? Yes: e.g. C-3PO!";
		expect(escapeText(prose)).toBe(prose);
	});
});

describe("fenced", () => {
	it("keeps code within its fence", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom("`", "```", "~~~", "\n", "x", "# ")), (parts) => {
				const code = parts.join("");
				const [block, ...others] = reader.parse(fenced(code), {});
				expect(others).toEqual([]);
				expect(block?.content.replace(/\n+$/, "")).toBe(code.replace(/\n+$/, ""));
			}),
		);
	});
});

describe("autolink", () => {
	it("is one link and nothing else, whatever the address", () => {
		fc.assert(
			fc.property(markup, (text) => {
				const url = `https://a.example/${text}`;
				const tokens = reader.parseInline(autolink(url), {})[0]?.children ?? [];
				expect(tokens.map(({ type }) => type)).toEqual(["link_open", "text", "link_close"]);
			}),
		);
	});
});

describe("footnotes", () => {
	it("number each passage once, in the order of use", () => {
		const { mark, notes } = footnotes();
		const first = { block: 0, start: 0, end: 3, quote: "One" };
		const second = { block: 2, start: 5, end: 8, quote: "*Two*" };
		expect(mark([first])).toBe("[^1]");
		expect(mark([second, first])).toBe("[^2][^1]");
		expect(notes()).toBe("[^1]: Block 0: “One”\n[^2]: Block 2: “\\*Two\\*”");
	});
});
