import type { Gist, KeyPoint, Summary } from "../../shared/summary.ts";
import type { Text } from "./sentence.ts";
import { isUnspaced, wordsOf } from "./words.ts";

/** Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_A_MINUTE = 238;
/** Chinese and Japanese are measured in characters: about 500 a minute. */
const CHARACTERS_A_MINUTE = 500;

/** How long the article is, and how much shorter the summary. */
export function readingOf({ article }: Text, gist: Gist, keyPoints: readonly KeyPoint[]): Summary["reading"] {
	const { words, characters } = article.counts;
	const minutes = isUnspaced(article.blocks[0]?.text ?? "")
		? characters / CHARACTERS_A_MINUTE
		: words / WORDS_A_MINUTE;
	const said = [gist, ...keyPoints].reduce((sum, { text }) => sum + wordsOf(text).length, 0);
	return {
		words,
		minutes: Math.max(1, Math.round(minutes)),
		compression: words > 0 ? Math.round((said / words) * 1000) / 1000 : 1,
	};
}
