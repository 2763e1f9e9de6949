import type { Article } from "../shared/article.ts";

/** Segmenting by dictionary takes time: from this length on, words are counted on samples. */
const MAX_EXACT = 200_000;

/** Words as `Intl.Segmenter` finds them; of very long text, the estimate that its first part gives. */
export function countWords(text: string, language: string): number {
	const sample = text.slice(0, MAX_EXACT);
	let words = 0;
	for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(sample))
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
