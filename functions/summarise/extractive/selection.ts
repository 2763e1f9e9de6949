/** Picks sentences that say much and don't repeat each other (maximal marginal relevance, Carbonell and Goldstein 1998). */
import type { Ranked } from "./ranking.ts";

/** Share of the smaller sentence's terms that the other has too. */
const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
	const [small, large] = one.size < other.size ? [one, other] : [other, one];
	if (small.size === 0) return 0;
	let shared = 0;
	for (const term of small) if (large.has(term)) shared++;
	return shared / small.size;
};

/**
 * At most `count` of the ranked sentences, in text order. One pass over them for each one picked.
 * A shared word or two costs little, saying the same again everything: hence the square.
 */
export function select(ranked: readonly Ranked[], count: number): Ranked[] {
	const picked: Ranked[] = [];
	const repeats = ranked.map(() => 0);
	while (picked.length < Math.min(count, ranked.length)) {
		let best = -1;
		let bestWorth = Number.NEGATIVE_INFINITY;
		for (const [at, entry] of ranked.entries()) {
			const worth = entry.score * (1 - (repeats[at] ?? 0) ** 2);
			if (worth > bestWorth && !picked.includes(entry)) {
				best = at;
				bestWorth = worth;
			}
		}
		const chosen = ranked[best];
		if (!chosen) break;
		picked.push(chosen);
		for (const [at, { terms }] of ranked.entries()) {
			repeats[at] = Math.max(repeats[at] ?? 0, overlap(terms, chosen.terms));
		}
	}
	return picked.sort((one, other) => one.sentence.index - other.sentence.index);
}
