/**
 * Key phrases: runs of up to three words between stop words and punctuation, scored by log frequency × first
 * position × length × capitals × headline, the form that did best of the untrained ones on DUC 2001 (F1 at 10: 18.3, TextRank 16.9).
 */
import { isGermanRole, TITLES } from "./entities/tables/titles.ts";
import type { Text } from "./sentence.ts";
import { stopWordsOf } from "./stop-words.ts";
import { isTelling, stemOf, type Word, wordsOf } from "./words.ts";

const LONGEST_PHRASE = 3;
/** A name may have one word more: "Aung San Suu Kyi". */
const LONGEST_NAME = 4;
/** Where a text is this long its key phrases have been used: the rest only costs time. */
const MOST_WORDS = 20_000;

interface Phrase {
	/** Each form it was written in, and how often. */
	readonly forms: Map<string, number>;
	readonly words: number;
	/** Number of the word it was first seen at. */
	readonly first: number;
	count: number;
	capitals: number;
	/** Whether the headline has it. */
	readonly isInTitle: boolean;
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

/** Runs of words that neither a stop word nor punctuation parts, without titles before names and units behind numbers. */
function runsOf(text: string, stopWords: ReadonlySet<string>): Word[][] {
	const runs: Word[][] = [];
	let run: Word[] = [];
	let end = -1;
	let counting = false;
	const words = wordsOf(text);
	for (const [at, word] of words.entries()) {
		counting = /^\p{N}/u.test(word.text) || (counting && UNITS.has(word.text.toLowerCase()));
		const entitles = isOffice(word) && /^\p{Lu}/u.test(words[at + 1]?.text ?? "");
		// A single Han character is part of a word that the dictionary doesn't know.
		const says = word.text.length > 1 && !counting && !entitles && isTelling(word.text, stopWords);
		const touches = end >= 0 && /^ ?$/.test(text.slice(end, word.start));
		if (!says || !touches) {
			if (run.length > 0) runs.push(run);
			run = [];
		}
		if (says) run.push(word);
		end = word.end;
	}
	if (run.length > 0) runs.push(run);
	return runs;
}

/** Capitals count inside a sentence only: every sentence opens with one. */
const isCapital = (word: Word): boolean => word.start > 0 && /^\p{Lu}/u.test(word.text);

/** Every stretch of up to three words of a run that cuts no name, and how many words of it come before. */
function* stretchesOf(run: readonly Word[]): Generator<{ words: readonly Word[]; from: number }> {
	const cuts = (at: number): boolean => {
		const [before, behind] = [run[at - 1], run[at]];
		return before !== undefined && behind !== undefined && isCapital(before) && isCapital(behind);
	};
	for (let from = 0; from < run.length; from++) {
		if (cuts(from)) continue;
		for (let length = 1; length <= LONGEST_NAME && from + length <= run.length; length++) {
			const words = run.slice(from, from + length);
			if (!cuts(from + length) && (length <= LONGEST_PHRASE || words.every(isCapital))) yield { words, from };
		}
	}
}

/** As the text has it, without a possessive at its end. */
const formOf = (text: string, words: readonly Word[]): string =>
	text.slice(words[0]?.start, words.at(-1)?.end).replace(/['’]s?$/, "");

function phrasesOf({ article, language, sentences }: Text): Map<string, Phrase> {
	const stopWords = stopWordsOf(language);
	const phrases = new Map<string, Phrase>();
	// Titles capitalise every word: what is a name there can't be told.
	const title = { text: article.metadata.title ?? "", isTitle: true };
	let position = 0;
	for (const { text, isTitle } of [
		title,
		...sentences.map((sentence) => ({ ...sentence, isTitle: false })),
	]) {
		if (position > MOST_WORDS) break;
		for (const run of runsOf(text, stopWords)) {
			for (const { words, from } of stretchesOf(run)) {
				const key = words.map((word) => stemOf(word.text)).join(" ");
				const known = phrases.get(key);
				const phrase = known ?? {
					forms: new Map(),
					words: words.length,
					first: position + from,
					count: 0,
					capitals: 0,
					isInTitle: isTitle,
				};
				const form = formOf(text, words);
				phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1);
				phrase.count++;
				if (!isTitle && words.every(isCapital)) phrase.capitals++;
				if (!known) phrases.set(key, phrase);
			}
			position += run.length;
		}
	}
	return phrases;
}

const scoreOf = ({ words, first, count, capitals, isInTitle }: Phrase): number =>
	Math.log(1 + count) *
	(1 / Math.log(3 + first / 20)) *
	words ** 0.7 *
	(1 + (0.5 * capitals) / count) *
	(isInTitle ? 1.4 : 1);

/** Words that stood together once are a phrase only if they are a name; single words may be rare in a short text. */
const holdsTogether = ({ words, count, capitals }: Phrase, short: boolean): boolean =>
	count > 1 || capitals > 0 || (short && words === 1);

/** The form a phrase was written in most often; the first of equals. */
const usualForm = ({ forms }: Phrase): string =>
	[...forms].reduce((best, form) => (form[1] > best[1] ? form : best), ["", 0] as [string, number])[0];

/** Below this many sentences hardly a word comes twice. */
const SHORT_TEXT = 12;

interface Keyword extends Phrase {
	readonly stems: readonly string[];
	readonly score: number;
}

/** Whether a phrase says again what a better one said: it is part of it, goes around it, or shares most of its words. */
function repeats(phrase: Keyword, better: Keyword): boolean {
	const shared = phrase.stems.filter((stem) => better.stems.includes(stem)).length;
	if (shared === phrase.words) return phrase.count < 3 * better.count;
	if (shared === better.words) return phrase.count < better.count;
	return shared > 1;
}

/** The best `most` key phrases. One that is part of another counts only if it mostly stands without it. */
export function keywordsOf(text: Text, most = 10): string[] {
	const short = text.sentences.length < SHORT_TEXT;
	const ranked: Keyword[] = [...phrasesOf(text)]
		.filter(([, phrase]) => holdsTogether(phrase, short))
		.map(([key, phrase]) => ({ ...phrase, stems: key.split(" "), score: scoreOf(phrase) }))
		.sort((one, other) => other.score - one.score);
	const chosen: Keyword[] = [];
	for (const phrase of ranked) {
		if (chosen.length === most) break;
		if (!chosen.some((better) => repeats(phrase, better))) chosen.push(phrase);
	}
	return chosen.map(usualForm);
}
