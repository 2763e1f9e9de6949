import type { Article } from "../shared/article.ts";

/** Segmenting by dictionary takes time: from this length on, words are counted on samples. */
const MAX_EXACT = 200_000;

const LETTER = 1;
const DIGIT = 2;
const OPENS = 4;
const CLOSES = 8;

/** Letters of alphabets whose words stand between spaces, digits, and what stands before and behind words. */
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
for (const mark of "\"'([«“„‘’”") SORTS[mark.charCodeAt(0)] = OPENS | CLOSES;
for (const mark of ",.;:!?)]»") SORTS[mark.charCodeAt(0)] = CLOSES;

/** Is this one word to the segmenters of all languages: letters or digits alone, with marks around them? */
function isOneWord(text: string, start: number, end: number): boolean {
	const sortAt = (at: number): number => (at < end ? (SORTS[text.charCodeAt(at)] ?? 0) : 0);
	let at = start;
	while ((sortAt(at) & OPENS) !== 0) at++;
	const sort = sortAt(at) & (LETTER | DIGIT);
	if (sort === 0) return false;
	while (sortAt(at) === sort) at++;
	while ((sortAt(at) & CLOSES) !== 0) at++;
	return at === end;
}

/** Where the text's next white space is. */
function endOfPart(text: string, start: number): number {
	let end = start;
	while (end < text.length && text.charCodeAt(end) !== 32 && text.charCodeAt(end) !== 10) end++;
	return end;
}

/**
 * Words as `Intl.Segmenter` finds them; of very long text, the estimate that its first part gives. It is only
 * asked of what isn't plainly one word, since that takes it a hundred times longer than us.
 */
export function countWords(text: string, language: string): number {
	const sample = text.slice(0, MAX_EXACT);
	let words = 0;
	let others = "";
	for (let start = 0, end = 0; start < sample.length; start = end + 1) {
		end = endOfPart(sample, start);
		if (isOneWord(sample, start, end)) words++;
		else if (end > start) others += `${sample.slice(start, end)} `;
	}
	for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(others))
		if (isWordLike) words++;
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
