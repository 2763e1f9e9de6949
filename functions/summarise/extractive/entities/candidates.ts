import type { Sentence, Text } from "../sentence.ts";
import { stopWordsOf } from "../stop-words.ts";
import { type Word, wordsOfEach } from "../words.ts";
import { isGivenName } from "./tables/first-names.ts";
import { ORGANISATION_BEGINNINGS, ORGANISATION_ENDINGS, ORGANISATIONS } from "./tables/organisations.ts";
import { HONORIFICS, isGermanRole, isTitleWord, NOT_NAMES, OFFICES, TITLES } from "./tables/titles.ts";

/** A run of capitalised words that may be a name; offsets are into the sentence. */
export interface Candidate {
	readonly sentence: Sentence;
	readonly words: readonly Word[];
	/** Nothing but marks stands before it in its sentence, so that its first capital says nothing. */
	readonly opens: boolean;
}

/** What tells names from words that merely begin a sentence. */
export interface Capitals {
	/** Words that the article writes in lower case somewhere. */
	readonly lower: ReadonlySet<string>;
	/** Words that it writes with a capital inside a sentence. */
	readonly inside: ReadonlySet<string>;
	readonly stop: ReadonlySet<string>;
	readonly language: string;
}

/**
 * Languages in which a capital inside a sentence is a name and names keep their form. German gives one to every
 * noun; Slavic, Baltic, Finnic and Turkic languages bend names so that their forms cannot be told together.
 */
const FREE_CAPITALS = new Set("en fr es pt it nl ca gl ro sv da nb no nn tr".split(" "));
export const hasFreeCapitals = (language: string): boolean => FREE_CAPITALS.has(language);

const UPPER = /^\p{Lu}/u;
/** "iPhone", "eBay": a capital behind one or two small letters. */
const CAMEL = /^\p{Ll}{1,2}\p{Lu}/u;
const APOSTROPHE = /['’]/;
const POSSESSIVE = /['’]s?$/;
/** Between the words of one name; a stop only behind an initial or an abbreviated title. */
const SPACE = /^[ \u00a0]$/;
const STOP_SPACE = /^\. ?$/;
/** Small words inside the names of people. */
export const PARTICLES: ReadonlySet<string> = new Set(
	"van von der den de la del della di da dos du bin ibn al el le ten ter zu y".split(" "),
);
/** Those that are no words of the language, so that they can only link a name. */
const FOREIGN_PARTICLES: Readonly<Record<string, ReadonlySet<string>>> = {
	en: new Set(["van", "von", "bin", "ibn", "ter", "ten"]),
	de: new Set(["van", "bin", "ibn", "ter", "ten"]),
	fr: new Set(["van", "von", "bin", "ibn", "ter", "ten"]),
	es: new Set(["van", "von", "bin", "ibn"]),
	pt: new Set(["van", "von", "bin", "ibn"]),
	it: new Set(["van", "von", "bin", "ibn"]),
};
/** Longer runs of capitals are headings, not names. */
const LONGEST = 8;

/** Turkish sets the endings of names apart: "İstanbul'da". */
const TURKISH_ENDING = /['’]\p{Ll}{1,7}$/u;

/** A word of a name, as it is written: "Trump's" without its ending, "McDonald's" with it. */
const bare = (word: Word, language: string): Word => {
	if (!APOSTROPHE.test(word.text)) return word;
	if (ORGANISATIONS.has(word.text.replace("’", "'"))) return word;
	const text = word.text.replace(language === "tr" ? TURKISH_ENDING : POSSESSIVE, "");
	return text === word.text ? word : { ...word, text, end: word.start + text.length };
};

/** "London-based" is no name, though it begins with one. */
const COMPOUND = /-(?:based|powered|driven|enabled|generated|led|born|owned|backed|style|wide|era|made)$/;
const isCapital = ({ text }: Word): boolean => (UPPER.test(text) && !COMPOUND.test(text)) || CAMEL.test(text);

/** Small words that link what an organisation is to what it is of. */
export const LINKS = /^(?:of|de|des|du|del|für|di|da|do|van|voor|for)$/;

/** A sentence in capitals throughout, or in title case, tells nothing of names. */
function isHeadline(words: readonly Word[]): boolean {
	const long = words.filter(({ text }) => text.length > 3);
	const small = long.filter(({ text }) => !UPPER.test(text)).length;
	return long.length > 4 && small <= long.length / 10;
}

/** The words of the article by how they are written, to judge the first words of sentences by. */
export function capitalsOf(text: Text, words: readonly (readonly Word[])[]): Capitals {
	const lower = new Set<string>();
	const inside = new Set<string>();
	for (const [index, sentence] of text.sentences.entries()) {
		const found = words[index] ?? [];
		if (isHeadline(found)) continue;
		for (const word of found) {
			const plain = bare(word, text.language);
			if (!isCapital(plain)) lower.add(plain.text);
			else if (!opensAt(sentence, plain.start)) inside.add(plain.text);
		}
	}
	return { lower, inside, stop: stopWordsOf(text.language), language: text.language };
}

/** A capital says nothing at the beginning of a sentence, or of a clause behind a colon, dash or opening mark. */
const CLAUSE_OPENS = /(?:^|[“"„«‘:•–—|]\s?|[.!?…]["”»]?\s|\(\p{Lu}{2,6}\)\s?)[^\p{L}\p{N}]*$/u;
const opensAt = (sentence: Sentence, start: number): boolean =>
	CLAUSE_OPENS.test(
		start > 12 ? `a${sentence.text.slice(start - 12, start)}` : sentence.text.slice(0, start),
	);

/** Whether a word goes on the name that the words before it began. */
function continues(name: readonly Word[], next: Word, sentence: string): boolean {
	const last = name.at(-1);
	if (!last || name.length >= LONGEST) return false;
	const gap = sentence.slice(last.end, next.start);
	if (SPACE.test(gap) || /^['’] $/.test(gap)) return true;
	const short =
		/^\p{Lu}$/u.test(last.text) ||
		HONORIFICS.has(last.text) ||
		TITLES.has(last.text) ||
		/^(?:St|Jr|Mt|Ft)$/.test(last.text);
	return STOP_SPACE.test(gap) && gap !== "." && short;
}

/** How many small words after `at` link a name to more of it: "van", "of the" behind "University", "&" is in the word. */
function linkAt(
	words: readonly Word[],
	at: number,
	name: readonly Word[],
	sentence: string,
	language: string,
): number {
	const beyond = (count: number): boolean => {
		const run = words.slice(at, at + count + 1);
		const spaced = run.every((word, index) => {
			const before = index === 0 ? name.at(-1) : run[index - 1];
			return before !== undefined && SPACE.test(sentence.slice(before.end, word.start));
		});
		const target = run.at(-1);
		return spaced && run.length === count + 1 && target !== undefined && isCapital(target);
	};
	const [one, two] = [words[at]?.text ?? "", words[at + 1]?.text ?? ""];
	const links = language === "de" ? /^für$/ : LINKS;
	if (links.test(one) && name.some(({ text }) => ORGANISATION_BEGINNINGS.has(text))) {
		if (beyond(1)) return 1;
		return /^(?:the|la|los|las|le|les|l|het)$/.test(two) && beyond(2) ? 2 : 0;
	}
	if (
		one === "and" &&
		/^(?:Department|Ministry|Food|Health|Trade|Oil|Arts|Securities|Customs)$/.test(name.at(-1)?.text ?? "") &&
		beyond(1)
	)
		return 1;
	// "Secretary of State Ada Marsh": the title goes on.
	if (
		one === "of" &&
		OFFICES.has(two) &&
		/^(?:Secretary|Minister|Chief|Director)$/.test(name.at(-1)?.text ?? "")
	)
		return beyond(1) ? 1 : 0;
	if (!PARTICLES.has(one)) return 0;
	const last = name.at(-1)?.text ?? "";
	const person =
		(isGivenName(last) || HONORIFICS.has(last)) && name.slice(0, -1).every(({ text }) => isTitleWord(text));
	const foreign = name.length < 3 && FOREIGN_PARTICLES[language]?.has(one);
	if (!person && !foreign) return 0;
	return beyond(1) ? 1 : PARTICLES.has(two) && beyond(2) ? 2 : 0;
}

/** "The", "I'm"; not "US", and not the "New" of New York. */
const isFunctionWord = (text: string, stop: ReadonlySet<string>): boolean =>
	!/^\p{Lu}{2,}$/u.test(text) &&
	text !== "New" &&
	!HONORIFICS.has(text) &&
	stop.has((text.split(/['’]/)[0] ?? text).toLowerCase());

/** Words that open sentences and are missing from lists of stop words. */
const OPENERS = new Set(
	"volgens laut selon según segundo secondo tijdens nach während pendant durante despite although unlike amid upon meanwhile however yet nor thus hence instead perhaps maybe unless whether whereas today yesterday tomorrow tonight later earlier yes oh well ok both several few others plus note see thanks thank please hello hi dear".split(
		" ",
	),
);

/** First words of sentences that are names only if the article has them inside a sentence too. */
function isOpener({ text }: Word, { lower, inside, stop }: Capitals): boolean {
	const small = text.toLowerCase();
	if (text === "New") return false;
	if (OPENERS.has(small) || isFunctionWord(text, stop) || (lower.has(small) && !inside.has(text)))
		return true;
	return !inside.has(text) && /(?:ly|ing|ed)$/.test(small) && !isGivenName(text);
}

const trimmed = (
	name: readonly Word[],
	opens: boolean,
	capitals: Capitals,
): { words: readonly Word[]; opens: boolean } => {
	const [first, second] = name;
	// "Blame Ada Marsh": no given name stands in the middle, so a verb opened the sentence.
	const verb =
		first &&
		second &&
		name.length > 2 &&
		isGivenName(second.text) &&
		!isGivenName(first.text) &&
		!isTitleWord(first.text) &&
		!(capitals.language === "de" && isGermanRole(first.text));
	if (opens && verb && !capitals.inside.has(first.text)) return { words: name.slice(1), opens: false };
	if (
		!opens ||
		!first ||
		TITLES.has(first.text) ||
		(second && isTitleWord(first.text) && isTitleWord(second.text)) ||
		!isOpener(first, capitals)
	)
		return { words: name, opens };
	// "Will Smith", "May" the minister: a given name stays where another capital follows.
	if (isGivenName(first.text) && name.length > 1) return { words: name, opens };
	return { words: name.slice(1), opens: name.length === 1 };
};

/** "Group A", "Phase II": one of a row. */
const isNumbered = (first: string, [second, third]: readonly Word[]): boolean =>
	third === undefined &&
	/^(?:Group|Type|Level|Class|Phase|Stage|Step|Part|Chapter|Section|Figure|Table|Version|Round|Grade|Room|Gate|Zone|Tier|Unit|Gen|Generation|Vitamin|Plan|Day|Week|Year|Option|Appendix)$/.test(
		first,
	) &&
	/^(?:\p{Lu}|[IVX]+|\p{N}+)$/u.test(second?.text ?? "");

/** The runs of capitalised words in a sentence. */
export function candidatesIn(sentence: Sentence, words: readonly Word[], capitals: Capitals): Candidate[] {
	if (isHeadline(words)) return [];
	const found: Candidate[] = [];
	let name: Word[] = [];
	const close = () => {
		const opens = name[0] !== undefined && opensAt(sentence, name[0].start);
		const kept = trimmed(name, opens, capitals);
		const start = kept.words.findIndex(({ text }) => !isFunctionWord(text, capitals.stop));
		if (start !== -1) found.push({ sentence, words: kept.words.slice(start), opens: kept.opens });
		name = [];
	};
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (!word) continue;
		const plain = bare(word, capitals.language);
		if (isCapital(plain) && plain.text.length > 0) {
			if (name.length > 0 && !continues(name, plain, sentence.text)) close();
			name.push(plain);
			// "the Police Chiefs' Council" goes on.
			const owner = /s['’]$/.test(sentence.text.slice(plain.start, plain.end + 1));
			if (plain !== word || (owner && !ORGANISATION_ENDINGS.has(words[at + 1]?.text ?? ""))) close();
			continue;
		}
		const link = name.length === 0 ? 0 : linkAt(words, at, name, sentence.text, capitals.language);
		if (link > 0) {
			name.push(...words.slice(at, at + link));
			at += link - 1;
		} else if (name.length > 0) close();
	}
	if (name.length > 0) close();
	return found.filter(
		({ words: [first, ...rest] }) =>
			first && (rest.length === 0 ? !NOT_NAMES.has(first.text) : !isNumbered(first.text, rest)),
	);
}

/** The words of every sentence, found once. */
export const wordsOfSentences = (text: Text): readonly (readonly Word[])[] => wordsOfEach(text.sentences);
