import type { Article } from "../shared/article.ts";

/** Segmenting by dictionary takes time: from this length on, words are counted on samples. */
const MAX_EXACT = 200_000;

const LETTER = 1;
const DIGIT = 2;
const OPENS = 4;
const CLOSES = 8;
/** Between two letters, or two digits: one word still. */
const JOINS_LETTERS = 16;
const JOINS_DIGITS = 32;
/** Between two words. */
const PARTS = 64;

/** Letters of alphabets whose words stand between spaces, digits, and what stands before, in and behind words. */
const SORTS = new Uint8Array(0x2020);
for (const [from, to] of [
	[0x41, 0x5a],
	[0x61, 0x7a],
	[0xc0, 0xd6],
	[0xd8, 0xf6],
	[0xf8, 0x24f],
	[0x400, 0x481],
	[0x48a, 0x52f],
] as const)
	SORTS.fill(LETTER, from, to + 1);
SORTS.fill(DIGIT, 0x30, 0x3a);
for (const [sort, marks] of [
	[OPENS, "\"'([«“„‘’”"],
	[CLOSES, "\"'([«“„‘’”,.;:!?)]»"],
	[JOINS_LETTERS, ".'’"],
	[JOINS_DIGITS, ".,'’"],
	[PARTS, "-/–—"],
] as const)
	for (const mark of marks) SORTS[mark.charCodeAt(0)] = (SORTS[mark.charCodeAt(0)] ?? 0) | sort;

/** What sort of unit stands there; 0 for white space, the end, and what isn't known. */
function sortAt(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	// To ask an array for more than it has is slow.
	return unit < SORTS.length ? (SORTS[unit] ?? 0) : 0;
}

/** Is there white space, or the end of the text? */
const isEndOfPart = (text: string, at: number): boolean =>
	at >= text.length || text.charCodeAt(at) === 32 || text.charCodeAt(at) === 10;

/** Where one word to the segmenters of all languages ends, letters or digits alone with marks around; else -1. */
function endOfWord(text: string, start: number): number {
	let at = start;
	while ((sortAt(text, at) & OPENS) !== 0) at++;
	const sort = sortAt(text, at) & (LETTER | DIGIT);
	if (sort === 0) return -1;
	while (sortAt(text, at) === sort) at++;
	while ((sortAt(text, at) & CLOSES) !== 0) at++;
	return isEndOfPart(text, at) ? at : -1;
}

/** How many words there are, by the same, where letters and digits have marks between them too: 0 if that isn't plain. */
function wordsWith(text: string, start: number, end: number): number {
	let [from, to] = [start, end];
	while (from < to && (sortAt(text, from) & OPENS) !== 0) from++;
	while (to > from && (sortAt(text, to - 1) & CLOSES) !== 0) to--;
	let words = 1;
	let before = 0;
	for (let at = from; at < to; at++) {
		const sort = sortAt(text, at);
		const isMark = (sort & (LETTER | DIGIT)) === 0;
		const after = isMark && at + 1 < to ? sortAt(text, at + 1) & (LETTER | DIGIT) : 0;
		if (isMark && (before === 0 || after === 0)) return 0;
		if ((sort & PARTS) !== 0) words++;
		else if (
			isMark &&
			(before !== after || (sort & (before === LETTER ? JOINS_LETTERS : JOINS_DIGITS)) === 0)
		)
			return 0;
		before = isMark ? 0 : sort;
	}
	return before === 0 ? 0 : words;
}

/** Where the text's next white space is. */
function endOfPart(text: string, start: number): number {
	let end = start;
	while (!isEndOfPart(text, end)) end++;
	return end;
}

/** They take longer to make than to ask. So many are kept; languages beyond them have theirs made anew. */
const segmenters = new Map<string, Intl.Segmenter>();
const MAX_SEGMENTERS = 30;

function segmenterOf(language: string): Intl.Segmenter {
	const known = segmenters.get(language);
	if (known) return known;
	const made = new Intl.Segmenter(language, { granularity: "word" });
	if (segmenters.size < MAX_SEGMENTERS) segmenters.set(language, made);
	return made;
}

function segmented(text: string, language: string): number {
	let words = 0;
	for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) words++;
	return words;
}

/**
 * Words as `Intl.Segmenter` finds them; of very long text, the estimate that its first part gives. It is only
 * asked of what isn't plainly one word or some, since that takes it a hundred times longer than us.
 */
export function countWords(text: string, language: string): number {
	const sample = text.slice(0, MAX_EXACT);
	let words = 0;
	let others = "";
	for (let start = 0, end = 0; start < sample.length; start = end + 1) {
		end = endOfWord(sample, start);
		if (end >= 0) words++;
		else {
			end = endOfPart(sample, start);
			const plain = wordsWith(sample, start, end);
			words += plain;
			if (plain === 0 && end > start) others += `${sample.slice(start, end)} `;
		}
	}
	if (others !== "") words += segmented(others, language);
	return text.length <= MAX_EXACT ? words : Math.round((words * text.length) / MAX_EXACT);
}

/** The sizes of an article. */
export const countArticle = ({
	blocks,
	stripped,
	language,
}: Pick<Article, "blocks" | "stripped" | "language">): Article["counts"] => ({
	blocks: blocks.length,
	stripped: stripped.length,
	words: countWords(blocks.map(({ text }) => text).join("\n"), language),
	characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
});
