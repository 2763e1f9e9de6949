/** Picks sentences that say much and don't repeat each other (maximal marginal relevance, Carbonell and Goldstein 1998). */
import type { Ranked } from "./ranking.ts";

/** How much may be picked. */
export interface Budget {
	readonly sentences: number;
	/** Words of all sentences together. */
	readonly words?: number | undefined;
}

/** Share of the smaller sentence's terms that the other has too. */
const overlap = (one: ReadonlySet<number>, other: ReadonlySet<number>): number => {
	const [small, large] = one.size < other.size ? [one, other] : [other, one];
	if (small.size === 0) return 0;
	let shared = 0;
	for (const term of small) if (large.has(term)) shared++;
	return shared / small.size;
};

/**
 * The ranked sentences that are worth most together, in text order. One pass over them for each one picked. One that
 * leans on the sentence before it can be picked only after that one. A shared word or two costs little, saying the same
 * again everything: hence the square.
 */
export function select(
	ranked: readonly Ranked[],
	{ sentences, words = Number.POSITIVE_INFINITY }: Budget,
): Ranked[] {
	const picked = new Map<number, Ranked>();
	let repeats = ranked.map(() => 0);
	let left = words;
	const isOpen = ({ sentence: { index }, leans, words: own }: Ranked): boolean =>
		own <= left && !picked.has(index) && (!leans || picked.has(index - 1));
	while (picked.size < sentences) {
		let best: Ranked | undefined;
		let bestWorth = Number.NEGATIVE_INFINITY;
		let at = 0;
		for (const entry of ranked) {
			const worth = entry.score * (1 - (repeats[at++] ?? 0) ** 2);
			if (worth > bestWorth && isOpen(entry)) {
				best = entry;
				bestWorth = worth;
			}
		}
		if (!best) break;
		picked.set(best.sentence.index, best);
		left -= best.words;
		if (picked.size === sentences) break;
		const { terms } = best;
		repeats = repeats.map((repeat, place) => Math.max(repeat, overlap(ranked[place]?.terms ?? terms, terms)));
	}
	return [...picked.values()].sort((one, other) => one.sentence.index - other.sentence.index);
}
