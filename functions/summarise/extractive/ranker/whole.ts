/** What the ranker knows of a text before it looks at one sentence: found once, in time linear in the text. */
import type { Sentence, Text } from "../sentence.ts";
import { stopWordsOf } from "../stop-words.ts";
import { type Term, termsOfEach, type Word, wordsOfEach } from "../words.ts";

/** A text's terms, numbered in the order they come: sets and counts by number are several times as fast as by string. */
export type Vocabulary = ReadonlyMap<string, number>;

/** A sentence with its words. */
export interface Seen {
	readonly sentence: Sentence;
	readonly words: readonly Word[];
	/** Words that say something, and numbers, each once, as the vocabulary numbers them. */
	readonly terms: ReadonlySet<number>;
	/** Terms that open with a capital inside the sentence; none where every noun has one. */
	readonly names: ReadonlySet<number>;
}

/** How sentences resemble each other. Lists run parallel to the sentences compared. */
export interface Likeness {
	/** The sum of a sentence's likenesses to all others. */
	readonly degree: Float64Array;
	/** Its likeness to the most similar other one. */
	readonly nearest: Float64Array;
	/** Its likeness to all that comes before, and to all that comes after. */
	readonly before: Float64Array;
	readonly after: Float64Array;
	/** What an average sentence has for `degree`. */
	readonly usual: number;
}

/**
 * Turkish adds its endings one to another: the first five letters of a word find as much as a stemmer does (Can et al.
 * 2008, "Information retrieval on Turkish texts"). Finnish and Hungarian are built alike.
 */
const BY_BEGINNING: ReadonlySet<string> = new Set(["tr", "fi", "hu"]);
const BEGINNING = 5;

/** Languages that give every noun a capital: there it tells no name. */
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(["de", "lb"]);

/** What a language decides about terms. */
interface Habits {
	readonly byBeginning: boolean;
	readonly hasNames: boolean;
}

/** A sentence with those of its words that say something, and its numbers. */
function seenAs(
	sentence: Sentence,
	words: readonly Word[],
	all: readonly Term[],
	{ byBeginning, hasNames }: Habits,
	vocabulary: Map<string, number>,
): Seen {
	const terms = new Set<number>();
	const names = new Set<number>();
	for (let at = 0; at < words.length; at++) {
		const [word, term] = [words[at], all[at]];
		if (!word || !term || (!term.isTelling && !/^\d{2}/.test(word.text))) continue;
		const stem = byBeginning ? word.text.toLowerCase().slice(0, BEGINNING) : term.stem;
		const number = vocabulary.get(stem) ?? vocabulary.size;
		if (number === vocabulary.size) vocabulary.set(stem, number);
		terms.add(number);
		if (hasNames && word.start > 0 && /^\p{Lu}/u.test(word.text)) names.add(number);
	}
	return { sentence, words, terms, names };
}

/** The sentences with the terms that a stop-word list leaves; new ones join the vocabulary. */
export function see(
	sentences: readonly Sentence[],
	language: string,
	vocabulary = new Map<string, number>(),
): Seen[] {
	const habits = {
		byBeginning: BY_BEGINNING.has(language),
		hasNames: !NOUNS_HAVE_CAPITALS.has(language),
	};
	const words = wordsOfEach(sentences);
	const terms = termsOfEach(sentences, stopWordsOf(language));
	return sentences.map((sentence, at) =>
		seenAs(sentence, words[at] ?? [], terms[at] ?? [], habits, vocabulary),
	);
}

/** Makes of what a sentence has in common with each its likeness to them; to itself none. */
function share(row: Float64Array, norms: Float64Array, at: number): void {
	const norm = norms[at] as number;
	for (let other = 0; other < row.length; other++)
		row[other] = other === at ? 0 : (row[other] as number) / (norm * (norms[other] as number));
}

function sumOf(values: Float64Array): number {
	let sum = 0;
	for (const value of values) sum += value;
	return sum;
}

function greatestOf(values: Float64Array, from: number, to: number): number {
	let greatest = 0;
	for (let at = from; at < to; at++) greatest = Math.max(greatest, values[at] as number);
	return greatest;
}

/** Cosine likeness of every two sentences, rare terms counting more (TextRank's graph, Mihalcea and Tarau 2004). */
export function likenessOf(seen: readonly Seen[]): Likeness {
	const places: number[][] = [];
	for (const [at, { terms }] of seen.entries()) {
		for (const term of terms) {
			const known = places[term];
			if (known) known.push(at);
			else places[term] = [at];
		}
	}
	const weights = places.map(({ length }) => Math.log(1 + seen.length / (1 + length)) ** 2);
	const norms = Float64Array.from(seen, ({ terms }) => {
		let sum = 0;
		for (const term of terms) sum += weights[term] as number;
		return Math.sqrt(sum) || 1;
	});
	const [degree, nearest, before, after] = [0, 1, 2, 3].map(() => new Float64Array(seen.length)) as [
		Float64Array,
		Float64Array,
		Float64Array,
		Float64Array,
	];
	const row = new Float64Array(seen.length);
	for (const [at, { terms }] of seen.entries()) {
		row.fill(0);
		for (const term of terms) {
			const weight = weights[term] as number;
			for (const other of places[term] ?? []) row[other] = (row[other] as number) + weight;
		}
		share(row, norms, at);
		degree[at] = sumOf(row);
		before[at] = greatestOf(row, 0, at);
		after[at] = greatestOf(row, at + 1, row.length);
		nearest[at] = Math.max(before[at] as number, after[at] as number);
	}
	const usual = sumOf(degree) / Math.max(1, seen.length);
	return { degree, nearest, before, after, usual };
}

/** A text as the ranker sees it. */
export interface Whole {
	readonly seen: readonly Seen[];
	readonly vocabulary: Vocabulary;
	/** In how many sentences each term is. */
	readonly counts: Uint32Array;
	/** The logarithm of that. */
	readonly weights: Float64Array;
	/** In how many sentences each term is a name. */
	readonly names: Uint32Array;
	/** The commonest terms, best first. */
	readonly common: readonly number[];
	/** Number of the sentence that each term is first in. */
	readonly first: Uint32Array;
	readonly title: ReadonlySet<number>;
	/** Words of an average sentence. */
	readonly usual: number;
}

/** How many of the commonest terms count as what the text is about. */
const COMMON = 20;

/** Reads a text for the ranker. */
export function wholeOf({ article, language, sentences }: Text): Whole {
	const vocabulary = new Map<string, number>();
	const seen = see(sentences, language, vocabulary);
	const counts = new Uint32Array(vocabulary.size);
	const names = new Uint32Array(vocabulary.size);
	const first = new Uint32Array(vocabulary.size);
	for (const [at, { terms, names: own }] of seen.entries()) {
		for (const term of terms) {
			if (counts[term] === 0) first[term] = at;
			counts[term] = (counts[term] ?? 0) + 1;
		}
		for (const name of own) names[name] = (names[name] ?? 0) + 1;
	}
	const byCount: number[][] = [];
	for (const [term, count] of counts.entries()) {
		const equals = byCount[count];
		if (equals) equals.push(term);
		else byCount[count] = [term];
	}
	const common = byCount.reverse().flat().slice(0, COMMON);
	const headline = { block: 0, start: 0, end: 0, index: 0, text: article.metadata.title ?? "" };
	const [title] = see([headline], language, vocabulary);
	const words = seen.reduce((sum, { words: own }) => sum + own.length, 0);
	return {
		seen,
		vocabulary,
		counts,
		weights: Float64Array.from(counts, (count) => Math.log(count)),
		names,
		common,
		first,
		title: title?.terms ?? new Set(),
		usual: words / Math.max(1, seen.length),
	};
}
