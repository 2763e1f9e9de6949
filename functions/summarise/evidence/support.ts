import { stopWordsOf } from "../extractive/stop-words.ts";
import { termsOf } from "../extractive/words.ts";

/** How much of a claim's wording its source has. */
export interface Support {
	/** Share of its telling words, 0 to 1. */
	readonly words: number;
	/** Share of its pairs of neighbouring telling words. */
	readonly pairs: number;
}

const pairsOf = (terms: readonly string[]): string[] =>
	terms.slice(1).map((term, at) => `${terms[at]} ${term}`);

/** The shared n-grams of telling words: 1 and 1 for what is verbatim, near 0 for another article's sentence. */
export function supportOf(claim: string, cited: string, language: string): Support {
	const stopWords = stopWordsOf(language);
	const said = termsOf(claim, stopWords);
	const known = termsOf(cited, stopWords);
	const share = (grams: readonly string[], of: readonly string[]): number => {
		const there = new Set(of);
		return grams.length === 0 ? 1 : grams.filter((gram) => there.has(gram)).length / grams.length;
	};
	return { words: share(said, known), pairs: share(pairsOf(said), pairsOf(known)) };
}
