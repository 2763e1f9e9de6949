/** The route that needs no training: what a sentence shares with the rest of the text, in any language. */
import type { Likeness, Seen, Whole } from "./whole.ts";

/** What a sentence shares with the text's centroid (Radev et al. 2004, without idf: one article has no corpus). */
export function centralityOf({ terms }: Seen, { weights }: Whole): number {
	let sum = 0;
	for (const term of terms) sum += weights[term] ?? 0;
	// A logarithm's restraint on long sentences; very short ones get no advantage.
	return sum / Math.sqrt(Math.max(terms.size, 6));
}

/** Values as shares of the greatest. */
export const scaled = (values: readonly number[]): number[] => {
	const best = values.reduce((most, value) => Math.max(most, value), 0);
	return values.map((value) => (best > 0 ? value / best : 0));
};

/** Shares of the score. */
const WEIGHTS = { likeness: 0.4, centrality: 0.4, title: 0.2, position: 0.6 };

/** How many sentences are the lead. */
const LEAD = 3;

/**
 * How far a text opens with what it is about, 0 to 1: what its lead shares with the rest, beside what an average sentence
 * shares. Measured on 166 news articles: below 1.1 centrality beats the lead by 1 point of ROUGE-1 + 2, above it loses 2.
 */
export function pyramid({ degree, usual }: Likeness): number {
	const lead = degree.slice(0, LEAD);
	const shared = lead.reduce((sum, value) => sum + value, 0) / Math.max(1, lead.length);
	return usual > 0 ? Math.min(1, Math.max(0, (shared / usual - 0.8) / 0.6)) : 1;
}

/** A score for each sentence compared. */
export function central(whole: Whole, compared: readonly Seen[], likeness: Likeness): number[] {
	const degree = scaled([...likeness.degree]);
	const centrality = scaled(compared.map((seen) => centralityOf(seen, whole)));
	const position = WEIGHTS.position * pyramid(likeness);
	return compared.map(({ sentence, terms }, place) => {
		const named = [...whole.title].filter((term) => terms.has(term)).length / Math.max(1, whole.title.size);
		return (
			WEIGHTS.likeness * (degree[place] ?? 0) +
			WEIGHTS.centrality * (centrality[place] ?? 0) +
			WEIGHTS.title * named +
			position / (1 + sentence.index)
		);
	});
}
