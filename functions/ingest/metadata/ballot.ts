import type { MetadataSource } from "../../shared/article.ts";
import type { Finding } from "./values.ts";

/** Something that a field's value may be, and all that is known of it. */
export interface Candidate<T, Trait extends string> extends Finding<T> {
	readonly key: string;
	readonly traits: Set<Trait>;
}

/** More are a page that lists articles, not one. */
const MAX_CANDIDATES = 40;

/** Collects the candidates for one field; those of one key are one, with the first one's spelling. */
export class Ballot<T, Trait extends string> {
	readonly #byKey = new Map<string, Candidate<T, Trait>>();

	add(key: string, value: T, source: MetadataSource, traits: readonly Trait[]): void {
		const known = this.#byKey.get(key);
		if (known) for (const trait of traits) known.traits.add(trait);
		else if (key !== "" && this.#byKey.size < MAX_CANDIDATES)
			this.#byKey.set(key, { key, value, source, traits: new Set(traits) });
	}

	candidates(): readonly Candidate<T, Trait>[] {
		return [...this.#byKey.values()];
	}
}

/** The candidate that most speaks for, if it is worth `minimum`; of two alike the one that was found first. */
export function elect<T, Trait extends string>(
	candidates: readonly Candidate<T, Trait>[],
	votes: Readonly<Record<Trait, number>>,
	minimum = Number.NEGATIVE_INFINITY,
): Finding<T> | undefined {
	let best: Candidate<T, Trait> | undefined;
	let most = minimum;
	for (const candidate of candidates) {
		const sum = [...candidate.traits].reduce((total, trait) => total + votes[trait], 0);
		if (sum > most) [best, most] = [candidate, sum];
	}
	return best && { value: best.value, source: best.source };
}
