import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { SummaryDocument } from "../../functions/shared/summary.ts";
import { keyOf } from "../../terminal/article-file.ts";
import { presentSummary } from "../../terminal/present.ts";
import { shellWord } from "../../terminal/shell-word.ts";
import { wrap } from "../../terminal/wrap.ts";

const evidence = [{ block: 0, start: 0, end: 3, quote: "The" }];
const makeSummary = (changes: Partial<SummaryDocument> = {}): SummaryDocument => ({
	schema: "precis.summary/1",
	headline: "The bridge opens again",
	gist: { text: "The old bridge opens again after two years of repairs.", evidence },
	keyPoints: [{ text: "It carries trams now.", evidence, salience: 1 }],
	sections: [],
	entities: [],
	quotes: [],
	figures: [],
	timeline: [],
	topics: [],
	keywords: [],
	language: "en",
	pageType: "article",
	metadata: { authors: [{ name: "Ada Weir", role: "Reporter" }], topics: [], sources: {} },
	reading: { words: 420, minutes: 2, compression: 0.1 },
	provenance: { engine: "e", engineVersion: "1", parameters: {}, sourceSha256: "0".repeat(64) },
	quality: { coverage: 1, warnings: [] },
	key: "a.txt",
	upload: { bucket: "b", sequencer: "1", etag: "e", bytes: 1, uploadedAt: "2026-01-01T00:00:00Z" },
	producedAt: "2026-01-01T00:00:00Z",
	pointers: { article: "a", summary: "s" },
	...changes,
});
const plain = { columns: 60, styled: false };

describe("a summary in a terminal", () => {
	it("reads as a short page, without what is empty", () => {
		expect(presentSummary(makeSummary(), plain)).toBe(`The bridge opens again
Ada Weir, Reporter · 420 words, 2 min · en

The old bridge opens again after two years of repairs.

Key points
  • It carries trams now.
`);
	});

	it("stays within the terminal's width", () => {
		const gist = { text: "word ".repeat(100), evidence };
		const lines = presentSummary(makeSummary({ gist }), { columns: 40, styled: false }).split("\n");
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
	});

	it("shows eight of a long list, and says how many there are", () => {
		const keyPoints = Array.from({ length: 11 }, (_, n) => ({ text: `Point ${n}.`, evidence, salience: 1 }));
		const page = presentSummary(makeSummary({ keyPoints }), plain);
		expect(page).toContain("Key points (8 of 11)\n");
		expect(page).toContain("Point 7.");
		expect(page).not.toContain("Point 8.");
	});

	it("is the same text with styles as without", () => {
		const styled = presentSummary(makeSummary(), { columns: 60, styled: true });
		expect(styled).toContain("\u001b[1mThe bridge opens again\u001b[22m");
		expect(stripVTControlCharacters(styled)).toBe(presentSummary(makeSummary(), plain));
	});

	it("gives the terminal no commands of the article's", () => {
		const page = presentSummary(makeSummary({ headline: "Red\u001b[31m alert\u0007\u202e" }), plain);
		expect(page).toMatch(/^Red \[31m alert\n/);
	});
});

describe("wrapping", () => {
	it("breaks words that are longer than a line, and text without spaces", () => {
		expect(wrap("abcdefgh ij", 5)).toEqual(["abcde", "fgh", "ij"]);
	});

	it("counts wide characters as two columns", () => {
		expect(wrap("東京都庁", 4)).toEqual(["東京", "都庁"]);
	});

	it("gives no line for no text", () => {
		expect(wrap("  ", 10)).toEqual([]);
	});
});

it("who wrote it and how long it is are two lines where they don't fit on one", () => {
	const lines = presentSummary(makeSummary(), { columns: 42, styled: false }).split("\n");
	expect(lines.slice(1, 3)).toEqual(["Ada Weir, Reporter", "420 words, 2 min · en"]);
});

describe("a file's key", () => {
	it.each([
		["news/a.html", "news/a.html"],
		["./news/../a.html", "a.html"],
		["/home/ada/articles/b.txt", "b.txt"],
		["../elsewhere/c.md", "c.md"],
		["/elsewhere/d.md", "d.md"],
	])("is its path from here, or its name: %s", (path, key) => {
		expect(keyOf(path, "/home/ada/articles")).toBe(key);
	});
});

it.each([
	["articles/a-1.html", "articles/a-1.html"],
	["a b.txt", "'a b.txt'"],
	["it's", "'it'\\''s'"],
])("a shell reads %s back from what is printed", (text, word) => {
	expect(shellWord(text)).toBe(word);
});
