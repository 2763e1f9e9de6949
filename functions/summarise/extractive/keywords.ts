/**
 * Key phrases: runs of up to three words between stop words, punctuation and, in English, verbs, as a grammar of noun
 * phrases would find them. Scored by frequency × first position × length × capitals × headline × what their words weigh
 * each, which is the sum that PositionRank and SingleRank score by (Florescu and Caragea 2017, Wan and Xiao 2008).
 */
import { isGermanRole, TITLES } from "./entities/tables/titles.ts";
import type { Text } from "./sentence.ts";
import { stopWordsOf } from "./stop-words.ts";
import { ADJECTIVES, VERBS } from "./word-classes.ts";
import { type Term, termOf, termsOfEach, type Word, wordsOf, wordsOfEach } from "./words.ts";

const SPACE = 0x20;
const LONGEST_PHRASE = 3;
/** A name may have one word more: "Aung San Suu Kyi". */
const LONGEST_NAME = 4;
/** Where a text is this long its key phrases have been used: the rest only costs time. */
const MOST_WORDS = 20_000;

interface Phrase {
	readonly stems: readonly string[];
	/** Each form it was written in, and how often inside a sentence. */
	readonly forms: Map<string, number>;
	/** Number of the word it was first seen at. */
	readonly first: number;
	/** Whether the headline has it. */
	readonly isInTitle: boolean;
	/** Whether it was once found as it is, not cut out of a run of words. */
	isWhole: boolean;
	count: number;
	capitals: number;
}

/** What an article has of phrases, by their stems, and what each word in them weighs. */
interface Found {
	readonly phrases: ReadonlyMap<string, Phrase>;
	readonly weights: ReadonlyMap<string, number>;
}

/**
 * What numbers count or measure: right behind one such a word says nothing by itself. In English, German, French, Spanish,
 * Italian, Portuguese, Dutch, Turkish and Russian; scales, currencies, units and times. By hand.
 */
const UNITS: ReadonlySet<string> = new Set(
	`million millions billion billions trillion thousand hundred dozen millionen million milliarde milliarden mio mrd tausend
	milliard milliards mille millón millones mil milione milioni miliardo miliardi milhão milhões bilhão bilhões miljoen miljard
	milyon milyar bin миллион миллиона миллионов миллиард миллиардов тысяч тысячи
	dollar dollars euro euros pound pounds pence cent cents yen yuan rupee rupees crore lakh franken francs pesos pesetas lira liras
	kronen kroner crowns rubel рублей рубля долларов dólares dolar реалов reais livres sterling
	percent per prozent procent percentage points prozentpunkte
	km kilometer kilometers kilometre kilometres kilómetros chilometri quilômetros километров meter meters metre metres metros metri mètres
	miles mile feet foot inches inch yards acres hectares hektar hectáreas hectare quadratmeter kubikmeter liter litres litros
	kg kilogram kilograms kilo kilos kilogramm tonnes tonne tons ton tonnen toneladas tonnellate grams gramm
	degrees grad celsius fahrenheit watt kilowatt megawatt megawatts gigawatt kwh
	hours hour minutes minute seconds second stunden minuten sekunden heures horas ore uur часов minutos secondes
	times mal fois veces volte vezes keer`.split(/\s+/),
);

const isOffice = ({ text }: Word): boolean =>
	TITLES.has(text) || (/^\p{Lu}/u.test(text) && isGermanRole(text));

/** Languages whose verbs and adjectives are known, so that what stands between two of them is a phrase. */
const CLASSED: ReadonlySet<string> = new Set(["en"]);

/** Whether a word can be part of what things are called. */
const isNominal = ({ text }: Word): boolean =>
	!VERBS.has(text) && !(text.endsWith("ly") && /^\p{Ll}+$/u.test(text));

/** A word of a phrase with its stem. */
interface Said extends Word {
	readonly stem: string;
}

/** Runs of words that neither a stop word, a verb nor punctuation parts, without titles before names and units behind numbers. */
function runsOf(text: string, words: readonly Word[], terms: readonly Term[], language: string): Said[][] {
	const classed = CLASSED.has(language);
	const runs: Said[][] = [];
	let run: Said[] = [];
	let end = -1;
	let counting = false;
	const close = (): void => {
		if (classed) while (ADJECTIVES.has(run.at(-1)?.text ?? "")) run.pop();
		if (run.length === 0) return;
		runs.push(run);
		run = [];
	};
	const touches = (start: number): boolean =>
		start === end || (start === end + 1 && text.charCodeAt(end) === SPACE);
	let at = -1;
	for (const word of words) {
		const term = terms[++at];
		counting = /^\p{N}/u.test(word.text) || (counting && UNITS.has(word.text.toLowerCase()));
		const says =
			// A single Han character is part of a word that the dictionary doesn't know.
			word.text.length > 1 &&
			!counting &&
			term?.isTelling &&
			(!classed || isNominal(word)) &&
			!(/^\p{Lu}/u.test(words[at + 1]?.text ?? "") && isOffice(word));
		if (!says || !touches(word.start)) close();
		if (says) run.push({ text: word.text, start: word.start, end: word.end, stem: term.stem });
		end = word.end;
	}
	close();
	return runs;
}

/** Capitals count inside a sentence only: every sentence opens with one. */
const isCapital = (word: Word): boolean => word.start > 0 && /^\p{Lu}/u.test(word.text);

const isPhrase = (words: readonly Said[]): boolean =>
	words.length <= LONGEST_PHRASE || (words.length <= LONGEST_NAME && words.every(isCapital));

/** Every stretch of a run that is a phrase and cuts no name, and how many words come before it. */
function* stretchesOf(run: readonly Said[]): Generator<{ words: readonly Said[]; from: number }> {
	const cuts = (at: number): boolean => {
		const [before, behind] = [run[at - 1], run[at]];
		return before !== undefined && behind !== undefined && isCapital(before) && isCapital(behind);
	};
	for (let from = 0; from < run.length; from++) {
		if (cuts(from)) continue;
		for (let length = 1; length <= LONGEST_NAME && from + length <= run.length; length++) {
			const words = run.slice(from, from + length);
			if (!cuts(from + length) && isPhrase(words)) yield { words, from };
		}
	}
}

/** As the text has it, without a possessive at its end. */
const formOf = (text: string, words: readonly Word[]): string =>
	text.slice(words[0]?.start, words.at(-1)?.end).replace(/['’]s?$/, "");

/** What stands early counts more, the end of a long text hardly less than its middle. */
const earliness = (position: number): number => 1 / Math.log(3 + position / 20);

function phrasesOf({ article, language, sentences }: Text): Found {
	const stopWords = stopWordsOf(language);
	const isClassed = CLASSED.has(language);
	const phrases = new Map<string, Phrase>();
	const weights = new Map<string, number>();
	const note = (
		text: string,
		words: readonly Said[],
		first: number,
		isWhole: boolean,
		isInTitle: boolean,
	) => {
		const stems = words.map(({ stem }) => stem);
		const key = stems.join(" ");
		const known = phrases.get(key);
		const phrase = known ?? {
			stems,
			forms: new Map<string, number>(),
			first,
			isInTitle,
			isWhole,
			count: 0,
			capitals: 0,
		};
		const form = formOf(text, words);
		// A sentence's first capital, and a title's, are not the phrase's own.
		const own = !isInTitle && words[0] !== undefined && words[0].start > 0;
		phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + (own ? 1 : 0));
		phrase.count++;
		if (isWhole) phrase.isWhole = true;
		// Titles capitalise every word: what is a name there can't be told.
		if (!isInTitle && words.every(isCapital)) phrase.capitals++;
		if (!known) phrases.set(key, phrase);
	};
	let position = 0;
	const read = (text: string, words: readonly Word[], terms: readonly Term[], isTitle: boolean): void => {
		for (const run of runsOf(text, words, terms, language)) {
			const weight = earliness(position);
			for (const { stem } of run) weights.set(stem, (weights.get(stem) ?? 0) + weight);
			if (isClassed && isPhrase(run)) note(text, run, position, true, isTitle);
			else for (const part of stretchesOf(run)) note(text, part.words, position + part.from, false, isTitle);
			position += run.length;
		}
	};
	const { title = "" } = article.metadata;
	const titleWords = wordsOf(title);
	read(
		title,
		titleWords,
		titleWords.map((word) => termOf(word.text, stopWords)),
		true,
	);
	const words = wordsOfEach(sentences);
	const terms = termsOfEach(sentences, stopWords);
	for (const [at, { text }] of sentences.entries()) {
		if (position > MOST_WORDS) break;
		read(text, words[at] ?? [], terms[at] ?? [], false);
	}
	return { phrases, weights };
}

function scoreOf({ stems, first, count, capitals, isInTitle }: Phrase, weights: Found["weights"]): number {
	const weight = stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0);
	return (
		Math.log(1 + count) ** 1.5 *
		earliness(first) *
		stems.length ** 0.8 *
		(1 + (0.6 * capitals) / count) *
		(isInTitle ? 1.3 : 1) *
		weight ** 0.8
	);
}

/** The form a phrase was written in most often; the first of equals. */
const usualForm = ({ forms }: Phrase): string =>
	[...forms].reduce((best, form) => (form[1] > best[1] ? form : best), ["", -1] as [string, number])[0];

/** Below this many sentences hardly a word comes twice. */
const SHORT_TEXT = 12;

/** What was cut out of a run is a phrase only if it comes again or is a name; single words may be rare in a short text. */
const holdsTogether = ({ isWhole, count, capitals, stems }: Phrase, short: boolean): boolean =>
	isWhole || count > 1 || capitals > 0 || (short && stems.length === 1);

/** Whether a phrase says again what a better one said: it is part of it, goes around it, or shares most of its words. */
function repeats(phrase: Phrase, better: Phrase): boolean {
	const shared = phrase.stems.filter((stem) => better.stems.includes(stem)).length;
	const alone = phrase.isWhole ? phrase.count : phrase.count - better.count;
	if (shared === phrase.stems.length) return alone <= better.count;
	if (shared === better.stems.length) return 2 * phrase.count < better.count;
	return shared > 1;
}

/** The best `most` key phrases. One that is part of another counts only if it comes more often. */
export function keywordsOf(text: Text, most = 10): string[] {
	const { phrases, weights } = phrasesOf(text);
	const ranked = [...phrases.values()]
		.filter((phrase) => holdsTogether(phrase, text.sentences.length < SHORT_TEXT))
		.map((phrase) => ({ phrase, score: scoreOf(phrase, weights) }))
		.sort((one, other) => other.score - one.score);
	const chosen: Phrase[] = [];
	for (const { phrase } of ranked) {
		if (chosen.length === most) break;
		if (!chosen.some((better) => repeats(phrase, better))) chosen.push(phrase);
	}
	return chosen.map(usualForm);
}
