/**
 * Key phrases: what is named early and again. Scored by first position × frequency × length × capitals × headline × what
 * their words weigh each, which is the sum that PositionRank and SingleRank score by (Florescu and Caragea 2017, Wan and
 * Xiao 2008). The exponents are a logistic regression's, rounded, over three sorts of phrases that people chose: of news
 * (kpcrowd), those that summaries of news take up, and topics that sites give their pages (train sites).
 */
import { isClassed, type Line, mayEnd, runsIn, type Said } from "./noun-phrases.ts";
import type { Text } from "./sentence.ts";
import { stopWordsOf } from "./stop-words.ts";
import { termOf, termsOfEach, type Word, wordsOf, wordsOfEach } from "./words.ts";

const LONGEST_PHRASE = 3;
/** A name may have one word more: "Aung San Suu Kyi". */
const LONGEST_NAME = 4;
/** Where a text is this long its key phrases have been used: the rest only costs time. */
const MOST_WORDS = 20_000;

interface Phrase {
	readonly key: string;
	readonly stems: readonly string[];
	/** Each form it was written in, and how often inside a sentence. */
	readonly forms: Map<string, number>;
	/** Number of the word it was first seen at. */
	readonly first: number;
	/** Whether the headline has it. */
	readonly isInTitle: boolean;
	/** Whether it was once found as it is, not cut out of a run of words. */
	isWhole: boolean;
	/** How often it stands by itself. */
	count: number;
	capitals: number;
}

/** A phrase as a part of longer ones, where it was first seen, and how often. */
interface Part {
	readonly text: string;
	readonly words: readonly Said[];
	readonly first: number;
	times: number;
}

/** What an article has of phrases, by their stems, and what each word in them weighs. */
interface Found {
	readonly phrases: Map<string, Phrase>;
	/** Phrases as parts of longer ones. */
	readonly parts: Map<string, Part>;
	readonly weights: Map<string, number>;
}

/** Capitals count inside a sentence only: every sentence opens with one. */
const isCapital = (word: Word): boolean => word.start > 0 && /^\p{Lu}/u.test(word.text);
const isOfName = (word: Said): boolean => word.links || isCapital(word);

const saying = (words: readonly Said[]): number => words.filter(({ links }) => !links).length;
const isPhrase = (words: readonly Said[]): boolean =>
	saying(words) <= LONGEST_PHRASE || (saying(words) <= LONGEST_NAME && words.every(isOfName));

/** A part of a run. */
interface Stretch {
	readonly words: readonly Said[];
	/** How many of the run's words come before it. */
	readonly from: number;
	readonly isTail: boolean;
}

/** Every stretch of a run that is a phrase and cuts no name. */
function* stretchesOf(run: readonly Said[], language: string): Generator<Stretch> {
	const cuts = (at: number): boolean => {
		const [before, behind] = [run[at - 1], run[at]];
		return before !== undefined && behind !== undefined && isOfName(before) && isOfName(behind);
	};
	for (let from = 0; from < run.length; from++) {
		if (cuts(from)) continue;
		for (let length = 1; length <= LONGEST_NAME + 1 && from + length <= run.length; length++) {
			const words = run.slice(from, from + length);
			const last = words.at(-1);
			if (!last || cuts(from + length) || !isPhrase(words) || !mayEnd(last, language)) continue;
			yield { words, from, isTail: from + length === run.length };
		}
	}
}

/** As the text has it, without a possessive at its end. */
const formOf = (text: string, words: readonly Word[]): string =>
	text.slice(words[0]?.start, words.at(-1)?.end).replace(/['’]s?$/, "");

const keyOf = (words: readonly Said[]): string => words.map(({ stem }) => stem).join(" ");

const phraseOf = (words: readonly Said[], first: number, isInTitle: boolean): Phrase => ({
	key: keyOf(words),
	stems: words.map(({ stem }) => stem),
	forms: new Map(),
	first,
	isInTitle,
	isWhole: false,
	count: 0,
	capitals: 0,
});

/** Where a phrase was found. */
interface Place {
	readonly text: string;
	readonly words: readonly Said[];
	/** Number of its first word. */
	readonly first: number;
	readonly isInTitle: boolean;
	readonly isWhole: boolean;
}

/** Notes one more place of a phrase. */
function note({ phrases }: Found, { text, words, first, isInTitle, isWhole }: Place) {
	const key = keyOf(words);
	const phrase = phrases.get(key) ?? phraseOf(words, first, isInTitle);
	phrases.set(key, phrase);
	const form = formOf(text, words);
	// A sentence's first capital, and a title's, are not the phrase's own.
	const own = !isInTitle && words[0] !== undefined && words[0].start > 0;
	phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + (own ? 1 : 0));
	phrase.count++;
	if (isWhole) phrase.isWhole = true;
	// Titles capitalise every word: what is a name there can't be told.
	if (!isInTitle && words.every(isOfName)) phrase.capitals++;
}

/** Makes phrases of what stands in several longer ones and never alone. */
function addParts({ phrases, parts }: Found): void {
	for (const [key, { text, words, first, times }] of parts) {
		if (times < 2 || words.length < 2 || phrases.has(key)) continue;
		const phrase = phraseOf(words, first, false);
		phrase.forms.set(formOf(text, words), 0);
		phrases.set(key, phrase);
	}
}

/** What a word weighs less the later it stands; positions count the words of runs alone. */
const earliness = (position: number): number => 1 / Math.log(3 + position / 20);

function phrasesOf({ article, language, sentences }: Text): Found {
	const stopWords = stopWordsOf(language);
	const classed = isClassed(language);
	const found: Found = { phrases: new Map(), parts: new Map(), weights: new Map() };
	const { weights, parts } = found;
	let position = 0;
	const read = (line: Line, isInTitle: boolean): void => {
		const { text } = line;
		for (const run of runsIn(line, language)) {
			const weight = earliness(position);
			for (const { stem, links } of run) if (!links) weights.set(stem, (weights.get(stem) ?? 0) + weight);
			const isWhole = classed && isPhrase(run);
			if (isWhole) note(found, { text, words: run, first: position, isInTitle, isWhole });
			for (const { words, from, isTail } of stretchesOf(run, language)) {
				const first = position + from;
				// A phrase's head is its last word: only the end of an English run can stand for the whole of it.
				if (!isWhole && !(classed && !isTail)) {
					note(found, { text, words, first, isInTitle, isWhole });
				} else if (words.length < run.length) {
					const key = keyOf(words);
					const part = parts.get(key);
					if (part) part.times++;
					else parts.set(key, { text, words, first, times: 1 });
				}
			}
			position += run.length;
		}
	};
	const { title = "" } = article.metadata;
	const titleWords = wordsOf(title);
	read(
		{ text: title, words: titleWords, terms: titleWords.map(({ text }) => termOf(text, stopWords)) },
		true,
	);
	const words = wordsOfEach(sentences);
	const terms = termsOfEach(sentences, stopWords);
	for (const [at, { text }] of sentences.entries()) {
		if (position > MOST_WORDS) break;
		read({ text, words: words[at] ?? [], terms: terms[at] ?? [] }, false);
	}
	addParts(found);
	return found;
}

/** How often a phrase was found in all. */
const totalOf = ({ key, count }: Phrase, { parts }: Found): number => count + (parts.get(key)?.times ?? 0);

/** What a phrase's number of words is worth: what people name is mostly two words. */
const LENGTHS = [0, 0.37, 1, 0.7];
const LONGER = 0.6;

function scoreOf(phrase: Phrase, found: Found): number {
	const { key, stems, count, capitals, isInTitle } = phrase;
	const first = Math.min(phrase.first, found.parts.get(key)?.first ?? phrase.first);
	const weight = stems.reduce((sum, stem) => sum + (found.weights.get(stem) ?? 0), 0);
	return (
		(3 + first / 20) ** -1.2 *
		totalOf(phrase, found) ** 0.5 *
		(LENGTHS[stems.length] ?? LONGER) *
		(1 + (0.6 * capitals) / Math.max(1, count)) *
		(isInTitle ? 1.3 : 1) *
		weight ** 0.3
	);
}

/** The form a phrase was written in most often; the first of equals. */
const usualForm = ({ forms }: Phrase): string =>
	[...forms].reduce((best, form) => (form[1] > best[1] ? form : best), ["", -1] as [string, number])[0];

/** Below this many sentences hardly a word comes twice. */
const SHORT_TEXT = 12;

/** What was cut out of a run is a phrase only if it comes again or is a name; single words may be rare in a short text. */
const holdsTogether = ({ isWhole, count, capitals, stems }: Phrase, short: boolean): boolean =>
	isWhole || count !== 1 || capitals > 0 || (short && stems.length === 1);

/** Whether it is mostly written with capitals. */
const isName = ({ capitals, count }: Phrase): boolean => 2 * capitals > count;

/** Whether a phrase says again what a better one said: it is part of it, goes around it, or shares most of its words. */
function repeats(phrase: Phrase, better: Phrase): boolean {
	const shared = phrase.stems.filter((stem) => better.stems.includes(stem)).length;
	const alone = phrase.isWhole ? phrase.count : phrase.count - better.count;
	if (shared === phrase.stems.length) return (isName(phrase) && isName(better)) || alone <= better.count;
	if (shared === better.stems.length) return 2 * phrase.count < better.count;
	return shared > 1;
}

/** How much more often than in any one longer phrase a part of it has to be found. */
const LEAST_BESIDE = 1.5;

/** All but what mostly stands in one longer phrase that comes again: "media platforms" of "social media platforms". */
function withoutParts(found: Found): Phrase[] {
	const { phrases } = found;
	const carried = new Map<Phrase, number>();
	for (const longer of phrases.values()) {
		const times = totalOf(longer, found);
		if (times < 2) continue;
		for (let from = 0; from < longer.stems.length; from++)
			for (let to = from + 1; to <= longer.stems.length; to++) {
				const part = phrases.get(longer.stems.slice(from, to).join(" "));
				if (part && part !== longer) carried.set(part, Math.max(times, carried.get(part) ?? 0));
			}
	}
	return [...phrases.values()].filter(
		(phrase) => totalOf(phrase, found) >= LEAST_BESIDE * (carried.get(phrase) ?? 0),
	);
}

/** The best `most` key phrases. One that is part of another counts only if it comes more often; of a name never. */
export function keywordsOf(text: Text, most = 10): string[] {
	const found = phrasesOf(text);
	const ranked = withoutParts(found)
		.filter((phrase) => holdsTogether(phrase, text.sentences.length < SHORT_TEXT))
		.map((phrase) => ({ phrase, score: scoreOf(phrase, found) }))
		.sort((one, other) => other.score - one.score);
	const chosen: Phrase[] = [];
	for (const { phrase } of ranked) {
		if (chosen.length === most) break;
		if (!chosen.some((better) => repeats(phrase, better))) chosen.push(phrase);
	}
	return chosen.map(usualForm);
}
