/** What the ranker knows of a text before it looks at one sentence: found once, in time linear in the text. */
import type { Sentence, Text } from "../sentence.ts";
import { stopWordsOf } from "../stop-words.ts";
import { type Term, termsOfEach, type Word, wordsOfEach } from "../words.ts";

/** A sentence with its words. */
export interface Seen {
	readonly sentence: Sentence;
	readonly words: readonly Word[];
	/** Words that say something, and numbers; each once. */
	readonly terms: ReadonlySet<string>;
	/** Terms that open with a capital inside the sentence. */
	readonly names: ReadonlySet<string>;
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

/** A sentence with those of its words that say something, and its numbers. */
function seenAs(sentence: Sentence, words: readonly Word[], all: readonly Term[], language: string): Seen {
	const byBeginning = BY_BEGINNING.has(language);
	const terms = new Set<string>();
	const names = new Set<string>();
	for (let at = 0; at < words.length; at++) {
		const [word, term] = [words[at], all[at]];
		if (!word || !term || (!term.isTelling && !/^\d{2}/.test(word.text))) continue;
		const stem = byBeginning ? word.text.toLowerCase().slice(0, BEGINNING) : term.stem;
		terms.add(stem);
		if (word.start > 0 && /^\p{Lu}/u.test(word.text)) names.add(stem);
	}
	return { sentence, words, terms, names };
}

/** The sentences with the terms that a stop-word list leaves. */
export function see(sentences: readonly Sentence[], language: string): Seen[] {
	const words = wordsOfEach(sentences);
	const terms = termsOfEach(sentences, stopWordsOf(language));
	return sentences.map((sentence, at) => seenAs(sentence, words[at] ?? [], terms[at] ?? [], language));
}

/** Cosine likeness of every two sentences, rare terms counting more (TextRank's graph, Mihalcea and Tarau 2004). */
export function likenessOf(seen: readonly Seen[]): Likeness {
	const places = new Map<string, number[]>();
	for (const [at, { terms }] of seen.entries()) {
		for (const term of terms) {
			const known = places.get(term);
			if (known) known.push(at);
			else places.set(term, [at]);
		}
	}
	const weightOf = (term: string): number =>
		Math.log(1 + seen.length / (1 + (places.get(term)?.length ?? 0)));
	const norms = seen.map(({ terms }) => {
		let sum = 0;
		for (const term of terms) sum += weightOf(term) ** 2;
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
			const weight = weightOf(term) ** 2;
			for (const other of places.get(term) ?? []) row[other] = (row[other] ?? 0) + weight;
		}
		for (let other = 0; other < seen.length; other++) {
			if (other === at) continue;
			const like = (row[other] ?? 0) / ((norms[at] ?? 1) * (norms[other] ?? 1));
			degree[at] = (degree[at] ?? 0) + like;
			nearest[at] = Math.max(nearest[at] ?? 0, like);
			const side = other < at ? before : after;
			side[at] = Math.max(side[at] ?? 0, like);
		}
	}
	const usual = degree.reduce((sum, value) => sum + value, 0) / Math.max(1, seen.length);
	return { degree, nearest, before, after, usual };
}

/** A text as the ranker sees it. */
export interface Whole {
	readonly seen: readonly Seen[];
	/** In how many sentences each term is. */
	readonly counts: ReadonlyMap<string, number>;
	/** In how many sentences each name is. */
	readonly names: ReadonlyMap<string, number>;
	/** The commonest terms, best first. */
	readonly common: readonly string[];
	/** Number of the sentence that each term is first in. */
	readonly first: ReadonlyMap<string, number>;
	readonly title: ReadonlySet<string>;
	/** Words of an average sentence. */
	readonly usual: number;
}

/** How many of the commonest terms count as what the text is about. */
const COMMON = 20;

/** Reads a text for the ranker. */
export function wholeOf({ article, language, sentences }: Text): Whole {
	const seen = see(sentences, language);
	const counts = new Map<string, number>();
	const names = new Map<string, number>();
	const first = new Map<string, number>();
	for (const [at, { terms, names: own }] of seen.entries()) {
		for (const term of terms) {
			counts.set(term, (counts.get(term) ?? 0) + 1);
			if (!first.has(term)) first.set(term, at);
		}
		for (const name of own) names.set(name, (names.get(name) ?? 0) + 1);
	}
	const common = [...counts]
		.sort(([, one], [, other]) => other - one)
		.slice(0, COMMON)
		.map(([term]) => term);
	const headline = { block: 0, start: 0, end: 0, index: 0, text: article.metadata.title ?? "" };
	const [title] = see([headline], language);
	const words = seen.reduce((sum, { words: own }) => sum + own.length, 0);
	return {
		seen,
		counts,
		names,
		common,
		first,
		title: title?.terms ?? new Set(),
		usual: words / Math.max(1, seen.length),
	};
}
