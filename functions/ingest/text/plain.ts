/** Plain text to blocks: paragraphs, lists and quotations by their marks, headings by where they stand. */
import type { BlockType, Warning } from "../../shared/article.ts";
import type { Page, PageBlock, PageHead } from "../page.ts";
import { type Line, readLines } from "./lines.ts";
import { couldHead, isProse } from "./prose.ts";

/** Limits on one page, as for HTML: more is a data dump. */
const MAX_PAGE_TEXT = 5_000_000;
const MAX_BLOCKS = 20_000;
const MAX_BLOCK_TEXT = 100_000;

/** Said of a page that was cut. */
export const TRUNCATED: Warning = {
	code: "page-truncated",
	message: "The page holds more text than an article can; what came after the limit was left out.",
};

/** The head of a page that has none. */
export const NO_HEAD: PageHead = {
	meta: new Map(),
	links: new Map(),
	jsonLd: [],
	properties: new Map(),
};

/** Reads plain text; never throws. */
export function readText(text: string): Page {
	const lines = readLines(text.slice(0, MAX_PAGE_TEXT));
	const blocks = lines.slice(0, MAX_BLOCKS).flatMap((line, at) => asBlocks(line, shapeOf(lines, at)));
	const truncated = text.length > MAX_PAGE_TEXT || lines.length > MAX_BLOCKS;
	return { blocks, head: NO_HEAD, warnings: truncated ? [TRUNCATED] : [] };
}

interface Shape {
	readonly type: BlockType;
	readonly level?: number;
}

function shapeOf(lines: readonly Line[], at: number): Shape {
	const line = lines[at];
	if (line === undefined) return { type: "paragraph" };
	if (line.underlined || isTitle(lines, at)) return { type: "heading", level: at === 0 ? 1 : 2 };
	if (line.marker?.startsWith(">")) return { type: "quote" };
	if (isNumberedHeading(lines, at) || isHeading(lines, at)) return { type: "heading", level: 2 };
	return { type: line.marker === undefined ? "paragraph" : "list-item" };
}

/** The first line, when it stands alone or right above prose. */
function isTitle(lines: readonly Line[], at: number): boolean {
	const [first, second] = lines;
	if (at !== 0 || !first || !second || first.marker !== undefined || !couldHead(first.text)) return false;
	return second.afterBlank || isProse(second.text);
}

/** A short line between prose (or a gap) and what it heads: prose, or a list. */
function isHeading(lines: readonly Line[], at: number): boolean {
	const line = lines[at];
	const next = lines[at + 1];
	if (!line || !next || line.marker !== undefined || !couldHead(line.text)) return false;
	const previous = lines[at - 1];
	const setOff = line.afterBlank || !previous || previous.marker !== undefined || isProse(previous.text);
	return setOff && ((isProse(next.text) && next.marker === undefined) || next.marker !== undefined);
}

/** `3. Film photography` above prose: a number alone doesn't make an item. */
function isNumberedHeading(lines: readonly Line[], at: number): boolean {
	const line = lines[at];
	const next = lines[at + 1];
	if (!line?.marker || !/\d/.test(line.marker) || !couldHead(line.text) || !next) return false;
	return next.marker === undefined && isProse(next.text);
}

/** The line as it is shown: a heading keeps its number, an item loses its marker, a paragraph of marks alone is kept. */
function asBlocks(line: Line, shape: Shape): PageBlock[] {
	const text = shape.type === "heading" && line.marker ? `${line.marker} ${line.text}` : line.text;
	const blocks: PageBlock[] = [];
	for (let start = 0; start < text.length; start += MAX_BLOCK_TEXT) {
		const part = text
			.slice(start, start + MAX_BLOCK_TEXT)
			.toWellFormed()
			.trim();
		if (part !== "") blocks.push({ ...shape, text: part, linkDensity: 0, links: [] });
	}
	return blocks;
}
