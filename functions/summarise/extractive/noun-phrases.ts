/**
 * Where key phrases may stand: runs of words between stop words, punctuation and, in English, verbs, as a grammar of
 * noun phrases would find them.
 */
import { isGermanRole, TITLES } from "./entities/tables/titles.ts";
import { calendarNamesOf, isMonth } from "./timeline/months.ts";
import { ADJECTIVES, VERBS } from "./word-classes.ts";
import type { Term, Word } from "./words.ts";

const SPACE = 0x20;

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

/** Words that link two parts of a name where both have a capital: "Hall of Fame". By language, by hand. */
const LINKS: Readonly<Record<string, ReadonlySet<string>>> = {
	en: new Set(["of"]),
	fr: new Set(["de", "du", "des"]),
	es: new Set(["de", "del"]),
	pt: new Set(["de", "do", "da", "dos"]),
	it: new Set(["di", "del", "della"]),
	nl: new Set(["van"]),
};
const NO_LINKS: ReadonlySet<string> = new Set();

/** English stop words that a name may open with: "New York", "First Amendment". */
const OPEN_NAMES: ReadonlySet<string> = new Set("new old first second third one two three seven".split(" "));

/** Languages whose verbs and adjectives are known, so that what stands between two of them is a phrase. */
const CLASSED: ReadonlySet<string> = new Set(["en"]);
/** Whether a language's verbs are known. */
export const isClassed = (language: string): boolean => CLASSED.has(language);

/** Languages that write nouns with a capital. */
const NOUNS_HAVE_CAPITALS: ReadonlySet<string> = new Set(["de", "lb"]);

/** A word of a phrase with its stem. */
export interface Said extends Word {
	readonly stem: string;
	/** It only links parts of a name: "of". */
	readonly links: boolean;
}

const hasCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);
const isOffice = (word: Word): boolean =>
	TITLES.has(word.text) || (hasCapital(word) && isGermanRole(word.text));
/** "stunned", "rated": behind another word more often a verb than part of what a thing is called. */
const isParticiple = ({ text }: Word): boolean =>
	text.length > 4 && text.endsWith("ed") && /^\p{Ll}+ed$/u.test(text);
const isAdverb = ({ text }: Word): boolean => text.endsWith("ly") && /^\p{Ll}+$/u.test(text);
/** "agency's reactors" is of two things, "Women's World Cup" is a name. */
const isOwner = ({ text, end }: Word, sentence: string): boolean =>
	text.endsWith("s") && /^\p{Ll}/u.test(text) && (/['’]s$/.test(text) || /['’]/.test(sentence.charAt(end)));

/** One sentence, or a headline, as it is read. */
export interface Line {
	readonly text: string;
	readonly words: readonly Word[];
	/** Parallel to the words. */
	readonly terms: readonly Term[];
}

/** What may be part of a phrase, for one language. */
function sayer(language: string): (line: Line, at: number) => boolean {
	const classed = isClassed(language);
	const { months, weekdays } = calendarNamesOf(language);
	return ({ text, words, terms }, at) => {
		const [word, next] = [words[at], words[at + 1]];
		// A single Han character is part of a word that the dictionary doesn't know.
		if (!word || word.text.length === 1) return false;
		const lower = word.text.toLowerCase();
		const between = next && hasCapital(next) ? text.slice(word.end, next.start) : undefined;
		if (!terms[at]?.isTelling) return classed && between === " " && OPEN_NAMES.has(lower) && hasCapital(word);
		if (weekdays.has(lower) || (months.has(lower) && isMonth(word.text, language))) return false;
		if (between !== undefined && isOffice(word)) return false;
		if (between === ". " && word.text.length < 5 && hasCapital(word)) return false;
		return !classed || !(VERBS.has(word.text) || isAdverb(word));
	};
}

/** Whether a phrase may end in this word: no link, no adjective, where nouns have capitals nothing without. */
export const mayEnd = (word: Said, language: string): boolean =>
	!word.links &&
	!(isClassed(language) && (ADJECTIVES.has(word.text) || isParticiple(word))) &&
	!(NOUNS_HAVE_CAPITALS.has(language) && /^\p{Ll}/u.test(word.text));

/** Runs of words that neither a stop word, a verb nor punctuation parts, without titles before names and units behind numbers. */
export function runsIn(line: Line, language: string): Said[][] {
	const { text, words, terms } = line;
	const classed = isClassed(language);
	const links = (Object.hasOwn(LINKS, language) ? LINKS[language] : undefined) ?? NO_LINKS;
	const says = sayer(language);
	const runs: Said[][] = [];
	let run: Said[] = [];
	let end = -1;
	let counting = false;
	const close = (): void => {
		for (let last = run.at(-1); last; last = run.at(-1)) {
			if (mayEnd(last, language)) break;
			run.pop();
		}
		if (run.length > 0) runs.push(run);
		run = [];
	};
	for (const [at, word] of words.entries()) {
		const touches = word.start === end || (word.start === end + 1 && text.charCodeAt(end) === SPACE);
		counting = /^\p{N}/u.test(word.text) || (counting && UNITS.has(word.text.toLowerCase()));
		const isLink = touches && links.has(word.text) && hasCapital(run.at(-1)) && hasCapital(words[at + 1]);
		const goesOn = touches && run.length > 0;
		// "elevated levels", but "pilots elected Marsh".
		const isVerb = classed && isParticiple(word) && (goesOn || hasCapital(words[at + 1]));
		const isSaid = isLink || (!counting && !isVerb && says(line, at));
		if (!isSaid || !goesOn) close();
		if (isSaid)
			run.push({
				text: word.text,
				start: word.start,
				end: word.end,
				stem: terms[at]?.stem ?? "",
				links: isLink,
			});
		if (classed && isOwner(word, text)) close();
		end = word.end;
	}
	close();
	return runs;
}
