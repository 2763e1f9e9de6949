import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../../functions/ingest/text/markdown.ts";

/** The blocks as `type text`, headings with their level. */
const shapes = (markdown: string): string[] =>
	readMarkdown(markdown).blocks.map(({ type, level, text }) => `${type}${level ?? ""} ${text}`);

describe("Markdown", () => {
	it("has headings of both kinds, with their levels", () => {
		expect(shapes("# Bridge *reopens*\n\nThe work\n---\n\n### Cost")).toEqual([
			"heading1 Bridge reopens",
			"heading2 The work",
			"heading3 Cost",
		]);
	});
	it("has paragraphs without their marks, wrapped or not", () => {
		expect(shapes("The **harbour** bridge\nis `open`.  \nAgain.")).toEqual([
			"paragraph The harbour bridge is open. Again.",
		]);
	});
	it("has lists, nested ones too, one block a paragraph", () => {
		expect(shapes("1. Rails\n   - steel\n\n2. Bearings")).toEqual([
			"list-item Rails",
			"list-item steel",
			"list-item Bearings",
		]);
	});
	it("has quotations", () => {
		expect(shapes("> It is open,\n> at last.")).toEqual(["quote It is open, at last."]);
	});
	it("has code that keeps its lines", () => {
		expect(shapes("```ts\nif (open) {\n  cross();\n}\n```")).toEqual(["code if (open) {\n  cross();\n}"]);
	});
	it("has code whose page breaks end lines", () => {
		expect(shapes("```\nopen\f\ncross\vclose\n```")).toEqual(["code open\n\ncross\nclose"]);
	});
	it("has tables, rows by line and cells by bar", () => {
		expect(shapes("| Part | Cost |\n|---|---|\n| Rails | 3 |")).toEqual(["table Part | Cost\nRails | 3"]);
	});
	it("has links, with what share of the text they cover", () => {
		const [block] = readMarkdown("See [the plan](https://example.org/plan).").blocks;
		expect(block?.links).toEqual([{ href: "https://example.org/plan", text: "the plan", rel: [] }]);
		expect(block?.linkDensity).toBeCloseTo(8 / 13);
	});
	it("has HTML in it read as HTML, its tags gone", () => {
		expect(shapes("<div><p>Open <b>again</b>.</p></div>\n\nLine<br>two <span>here</span>.")).toEqual([
			"paragraph Open again.",
			"paragraph Line two here.",
		]);
	});
	it("has no text for pictures, scripts and comments", () => {
		expect(shapes("![A bridge](bridge.jpg)\n\n<script>alert(1)</script>\n\n<!-- later -->")).toEqual([]);
	});
});

describe("front matter", () => {
	const frontMatter = (yaml: string): unknown => readMarkdown(`---\n${yaml}\n---\n\nText.`).head.frontMatter;

	it("is parsed and is not text", () => {
		const page = readMarkdown("---\ntitle: Bridge\ntags: [a, b]\n---\nText.");
		expect(page.head.frontMatter).toEqual({ title: "Bridge", tags: ["a", "b"] });
		expect(page.blocks).toHaveLength(1);
	});
	it("may end with dots and have Windows line ends", () => {
		expect(readMarkdown("---\r\ntitle: Bridge\r\n...\r\nText.").head.frontMatter).toEqual({
			title: "Bridge",
		});
	});
	it("that can't be read is left out with a warning", () => {
		const page = readMarkdown("---\ntitle: [Bridge\n---\nText.");
		expect(page).toMatchObject({ warnings: [{ code: "front-matter-unreadable" }] });
		expect(page.blocks).toHaveLength(1);
	});
	it("is not a thematic break at the top", () => {
		expect(shapes("---\n\nText.\n\n---\n\nMore.")).toEqual(["paragraph Text.", "paragraph More."]);
	});
	it("can't unfold into more than it is", () => {
		expect(frontMatter("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")).toBeUndefined();
		expect(frontMatter(`a: ${"[".repeat(30_000)}`)).toBeUndefined();
	});
	it("can't reach prototypes", () => {
		const page = readMarkdown("---\n__proto__:\n  polluted: true\ntitle: Bridge\n---\nText.");
		expect(Object.getPrototypeOf(page.head.frontMatter)).toBe(Object.prototype);
		expect(page.head.frontMatter).not.toHaveProperty("polluted");
	});
});

describe("any Markdown", () => {
	it("is read, and nothing is thrown", () => {
		const mark = fc.constantFrom(
			"# ",
			"\n",
			"\n\n",
			"- ",
			"> ",
			"```",
			"|",
			"---\n",
			"[a](b)",
			"<div>",
			"a",
			"*",
			"  ",
			"![",
			"a: b\n",
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(mark, fc.string({ unit: "binary" }))), (parts) => {
				for (const { text } of readMarkdown(parts.join("")).blocks) expect(text.trim()).not.toBe("");
			}),
			{ numRuns: 500 },
		);
	});
	it.each(["[", "![", "**a ", "> ", "- ", "<a ", "`", "|a|b|\n|-|-|\n", "[a]: x\n", "_a*", "a: b\n"])(
		"is read to its end, however long: %j",
		(unit) => {
			expect(readMarkdown(unit.repeat(Math.ceil(400_000 / unit.length))).blocks).toBeDefined();
		},
	);
});
