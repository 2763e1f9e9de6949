import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { articleMarkdown } from "../../../../functions/fetch/formats/article-markdown.ts";
import { articles, summaries } from "../../../../functions/fetch/formats/index.ts";
import { summaryMarkdown } from "../../../../functions/fetch/formats/summary-markdown.ts";
import { articleText, summaryText } from "../../../../functions/fetch/formats/text.ts";
import type { Block, Metadata } from "../../../../functions/shared/article.ts";
import { articleDocument, summaryDocument, withEveryText } from "../../../support/documents.ts";

const reader = new MarkdownIt({ html: true });
const write = (...blocks: Block[]) =>
	articleMarkdown(articleDocument({ blocks })).split("\n\n").slice(2).join("\n\n");
const HOSTILE = "<img src=x onerror=alert(1)> ![a](javascript:b) **c** [d](e) `f`\n# g\n\n- h\n\n***";

const bare: Metadata = { authors: [], topics: [], sources: {} };

describe("a summary as Markdown", () => {
	// When these change, change the representation's revision with them: ETags promise the same bytes.
	it("looks like this at revision 2", async () => {
		await expect(summaryMarkdown(summaryDocument())).toMatchFileSnapshot("golden/summary.md");
		expect(summaries.representations[1]).toMatchObject({ format: "markdown", revision: 2 });
	});

	it.each([
		["Markdown", summaryMarkdown],
		["text", summaryText],
	])("says the gist once as %s, though it is a key point too", (_, write) => {
		const { gist } = summaryDocument();
		const point = { text: "It reopens in the autumn.", evidence: gist.evidence, salience: 1 };
		const written = write(
			summaryDocument({ keyPoints: [{ ...point, text: gist.text }, point], sections: [], timeline: [] }),
		);
		expect(written.match(new RegExp(`^(- )?${gist.text}`, "gm"))).toHaveLength(1);
		expect(written).toContain(`- ${point.text}`);
	});

	it("leaves out the parts that are empty", () => {
		const markdown = summaryMarkdown(
			summaryDocument({
				sections: [],
				entities: [],
				quotes: [],
				figures: [],
				timeline: [],
				topics: [],
				keywords: [],
				metadata: bare,
			}),
		);
		expect(markdown.match(/^## .*/gm)).toEqual(["## Key points", "## Provenance"]);
		expect(markdown).not.toMatch(/\n{3}/);
	});

	it("shows hostile text as text wherever a summary has any", () => {
		const markdown = summaryMarkdown(withEveryText(summaryDocument(), HOSTILE));
		const tokens = reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
		const types = new Set(tokens.map(({ type }) => type.replace(/_(open|close)$/, "")));
		expect([...types].sort()).toEqual([
			"blockquote",
			"bullet_list",
			"heading",
			"inline",
			"link",
			"list_item",
			"paragraph",
			"softbreak",
			"text",
		]);
		const links = tokens.filter(({ type }) => type === "link_open").map((token) => token.attrGet("href"));
		expect(links).toEqual([summaryDocument().provenance.sourceUrl]);
	});
});

describe("an article as Markdown", () => {
	it("looks like this at revision 1", async () => {
		const blocks: Block[] = [
			...articleDocument().blocks,
			{ type: "heading", level: 4, text: "What stays" },
			{ type: "list-item", text: "The ferry" },
			{ type: "list-item", text: "The lighthouse" },
			{ type: "quote", text: "A harbour is its people." },
			{ type: "code", text: "boats = 3\nif boats < 4:\n    close()" },
			{ type: "table", text: "Year | Boats\n1998 | 41\n2024 | 3" },
		];
		await expect(articleMarkdown(articleDocument({ blocks }))).toMatchFileSnapshot("golden/article.md");
		expect(articles.representations[1]).toMatchObject({ format: "markdown", revision: 1 });
	});

	it("has who wrote each post of a thread above it", () => {
		const blocks: Block[] = ["One.", "Two.", "Three."].map((text) => ({ type: "list-item", text }));
		const posts = [
			{ author: "Ada *", publishedAt: "2024-03-01T08:00:00Z", from: 0, to: 1 },
			{ author: "Ben", from: 1, to: 2 },
			{ from: 2, to: 3 },
		];
		expect(articleMarkdown(articleDocument({ metadata: bare, blocks, posts }))).toBe(
			"**Ada \\* · 2024-03-01**\n\n- One.\n\n**Ben**\n\n- Two.\n- Three.\n",
		);
		expect(articleText(articleDocument({ metadata: bare, blocks, posts }))).toContain(
			"Ada * · 2024-03-01\n\n- One.\n\nBen\n\n- Two.\n\n- Three.",
		);
	});

	it("is its blocks when nothing is known of it", () => {
		expect(
			articleMarkdown(articleDocument({ metadata: bare, blocks: [{ type: "paragraph", text: "Text." }] })),
		).toBe("Text.\n");
	});

	it("has no heading beside the title's on the first level", () => {
		expect(write({ type: "heading", level: 1, text: "Again" })).toBe("## Again\n");
	});

	it("keeps a table's rows of different lengths whole", () => {
		expect(write({ type: "table", text: "a\nb | c" })).toBe("| a |  |\n| --- | --- |\n| b | c |\n");
	});

	it("keeps lists together and everything else apart", () => {
		expect(
			write(
				{ type: "paragraph", text: "Two things:" },
				{ type: "list-item", text: "one" },
				{ type: "list-item", text: "two" },
				{ type: "paragraph", text: "Done." },
			),
		).toBe("Two things:\n\n- one\n- two\n\nDone.\n");
	});

	it("writes a megabyte of markup in good time", () => {
		const started = performance.now();
		for (const text of ["`", "&a", "[^", "<a ", "\\", "| ", "1. "])
			write(
				{ type: "table", text: text.repeat(1_000_000 / text.length) },
				{ type: "code", text: text.repeat(500_000) },
			);
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
