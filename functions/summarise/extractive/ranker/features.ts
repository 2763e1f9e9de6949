/** What the ranker is told of a sentence: one named number each, the same at training and at work. */
import { centralityOf } from "./centrality.ts";
import { FIRST_PERSON, PRONOUN } from "./signs.ts";
import type { Likeness, Seen, Whole } from "./whole.ts";

/** What a feature is a function of. */
interface Look {
	readonly seen: Seen;
	readonly whole: Whole;
	readonly likeness: Likeness;
	/** The sentence's place among those compared. */
	readonly place: number;
	readonly ranks: Ranks;
}

/** What share of the sentences compared has more of something: 0 for the one that has most. */
interface Ranks {
	readonly degree: readonly number[];
	readonly centrality: readonly number[];
	readonly length: readonly number[];
}

function ranksOf(values: ArrayLike<number>): number[] {
	const order = Array.from(values, (value, place) => ({ value, place })).sort((a, b) => b.value - a.value);
	const ranks: number[] = [];
	for (const [rank, { place }] of order.entries()) ranks[place] = rank / order.length;
	return ranks;
}

type Terms = ReadonlySet<number>;
const NO_TERMS: Terms = new Set();

const shared = (one: Terms, other: Terms): number => {
	const [small, large] = one.size < other.size ? [one, other] : [other, one];
	let count = 0;
	for (const term of small) if (large.has(term)) count++;
	return count;
};
const cosine = (one: Terms, other: Terms): number =>
	one.size === 0 || other.size === 0 ? 0 : shared(one, other) / Math.sqrt(one.size * other.size);
const among = (terms: Terms, list: readonly number[], first: number): number => {
	let count = 0;
	for (let at = 0; at < Math.min(first, list.length); at++) if (terms.has(list[at] ?? -1)) count++;
	return count;
};
const shareOf = (terms: Terms, fits: (term: number) => boolean): number => {
	let count = 0;
	for (const term of terms) if (fits(term)) count++;
	return count / Math.max(1, terms.size);
};
const sumOf = (terms: Terms, weight: (term: number) => number): number => {
	let sum = 0;
	for (const term of terms) sum += weight(term);
	return sum;
};
const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const flag = (value: boolean): number => (value ? 1 : 0);

/** By name; the order is the model's. */
const DEFINITIONS: Readonly<Record<string, (look: Look) => number>> = {
	index: ({ seen }) => Math.min(seen.sentence.index, 60),
	fromEnd: ({ seen, whole }) => Math.min(whole.seen.length - 1 - seen.sentence.index, 60),
	relative: ({ seen, whole }) => seen.sentence.index / Math.max(1, whole.seen.length - 1),
	sentences: ({ whole }) => Math.min(whole.seen.length, 120),
	usualLength: ({ whole }) => whole.usual,

	words: ({ seen }) => seen.words.length,
	longerThanUsual: ({ seen, whole }) => seen.words.length / Math.max(1, whole.usual),
	terms: ({ seen }) => seen.terms.size,
	termShare: ({ seen }) => seen.terms.size / Math.max(1, seen.words.length),
	wordLength: ({ seen }) => seen.sentence.text.length / Math.max(1, seen.words.length),
	commas: ({ seen }) => matches(seen.sentence.text, /[,;،、，；]/g) / Math.max(1, seen.words.length),

	centrality: ({ seen, whole }) => centralityOf(seen, whole),
	meanWeight: ({ seen, whole }) =>
		sumOf(seen.terms, (term) => whole.weights[term] ?? 0) / Math.max(1, seen.terms.size),
	common5: ({ seen, whole }) => among(seen.terms, whole.common, 5),
	common20: ({ seen, whole }) => among(seen.terms, whole.common, 20),
	title: ({ seen, whole }) =>
		whole.title.size === 0 ? -1 : shared(seen.terms, whole.title) / whole.title.size,
	titleLike: ({ seen, whole }) => (whole.title.size === 0 ? -1 : cosine(seen.terms, whole.title)),
	firstLike: ({ seen, whole }) =>
		seen.sentence.index === 0 ? 1 : cosine(seen.terms, whole.seen[0]?.terms ?? NO_TERMS),
	secondLike: ({ seen, whole }) =>
		seen.sentence.index === 1 ? 1 : cosine(seen.terms, whole.seen[1]?.terms ?? NO_TERMS),
	thirdLike: ({ seen, whole }) =>
		seen.sentence.index === 2 ? 1 : cosine(seen.terms, whole.seen[2]?.terms ?? NO_TERMS),
	leadLike: ({ seen, whole }) => shareOf(seen.terms, (term) => (whole.first[term] ?? 3) < 3),
	leadAgain: ({ seen, whole }) =>
		shareOf(seen.terms, (term) => (whole.first[term] ?? 3) < Math.min(3, seen.sentence.index)),
	previousLike: ({ seen, whole }) =>
		cosine(seen.terms, whole.seen[seen.sentence.index - 1]?.terms ?? NO_TERMS),
	nextLike: ({ seen, whole }) => cosine(seen.terms, whole.seen[seen.sentence.index + 1]?.terms ?? NO_TERMS),

	degree: ({ likeness, place }) => (likeness.degree[place] ?? 0) / Math.max(1, likeness.degree.length - 1),
	degreeRank: ({ ranks, place }) => ranks.degree[place] ?? 1,
	centralityRank: ({ ranks, place }) => ranks.centrality[place] ?? 1,
	lengthRank: ({ ranks, place }) => ranks.length[place] ?? 1,
	degreeShare: ({ likeness: { degree, usual }, place }) => (usual > 0 ? (degree[place] ?? 0) / usual : 1),
	nearest: ({ likeness, place }) => likeness.nearest[place] ?? 0,
	before: ({ likeness, place }) => likeness.before[place] ?? 0,
	after: ({ likeness, place }) => likeness.after[place] ?? 0,

	novel: ({ seen, whole }) => shareOf(seen.terms, (term) => whole.first[term] === seen.sentence.index),
	once: ({ seen, whole }) => shareOf(seen.terms, (term) => whole.counts[term] === 1),

	names: ({ seen }) => seen.names.size,
	nameShare: ({ seen }) => seen.names.size / Math.max(1, seen.terms.size),
	nameWeight: ({ seen, whole }) => sumOf(seen.names, (name) => Math.log(whole.names[name] ?? 1)),
	newNames: ({ seen, whole }) => sumOf(seen.names, (name) => flag(whole.first[name] === seen.sentence.index)),
	opensWithName: ({ seen: { words, terms }, whole }) => {
		const opening = whole.vocabulary.get(words[0]?.text.toLowerCase() ?? "") ?? -1;
		return terms.has(opening) ? (whole.names[opening] ?? 0) / Math.max(1, whole.seen.length) : -1;
	},
	numbers: ({ seen }) => matches(seen.sentence.text, /\p{N}+/gu),

	speech: ({ seen }) => matches(seen.sentence.text, /["“”„«»「」]/g),
	opensWithSpeech: ({ seen }) => flag(/^["“„«「'‘(]/.test(seen.sentence.text)),
	firstPerson: ({ seen }) => matches(seen.sentence.text, FIRST_PERSON),
	pronouns: ({ seen }) => matches(seen.sentence.text, PRONOUN) / Math.max(1, seen.words.length),
	brackets: ({ seen }) => matches(seen.sentence.text, /[()[\]:]/g),
};

/** What each number of a row is, in order. */
export const FEATURES: readonly string[] = Object.keys(DEFINITIONS);

const VALUES = Object.values(DEFINITIONS);

/** One row of numbers for each sentence compared, one after the other. */
export function featuresOf(whole: Whole, compared: readonly Seen[], likeness: Likeness): Float32Array {
	const rows = new Float32Array(compared.length * VALUES.length);
	const ranks: Ranks = {
		degree: ranksOf(likeness.degree),
		centrality: ranksOf(compared.map((seen) => centralityOf(seen, whole))),
		length: ranksOf(compared.map(({ words }) => words.length)),
	};
	for (const [place, seen] of compared.entries()) {
		const look: Look = { seen, whole, likeness, place, ranks };
		for (let at = 0; at < VALUES.length; at++)
			rows[place * VALUES.length + at] = VALUES[at]?.(look) ?? Number.NaN;
	}
	return rows;
}
