import { hasFreeCapitals } from "../extractive/entities/candidates.ts";
import { isGivenName } from "../extractive/entities/tables/first-names.ts";
import { isKnownOrganisation } from "../extractive/entities/tables/local-organisations.ts";
import { placesOf, SAME_ORGANISATION, SAME_PLACE } from "../extractive/entities/tables/places.ts";
import { isTitleWord, NOT_NAMES } from "../extractive/entities/tables/titles.ts";
import { stopWordsOf } from "../extractive/stop-words.ts";
import { calendarNamesOf, isMonth } from "../extractive/timeline/months.ts";
import { type Word, wordsOf } from "../extractive/words.ts";
import { bareWord, type Source, wordStem } from "./source.ts";

/** A capital behind these says only that a sentence begins. */
const OPENS = /(?:^|[.!?…:;•]["”’»)]?\s|["“„«‘(]\s?|[–—-]\s|\n)[^\p{L}\p{N}]*$/u;
/** What follows a sentence's first word when that is a name: another capital, a colon, a possessive, a verb of persons. */
const BEHIND_NAME =
	/^(?:['’]s\s|:\s|\s\p{Lu}\p{Ll}|\s(?:said|says|told|tells|was|is|has|had|will|also|wrote|writes|argues|adds|added|and\s\p{Lu})(?!\p{L}))/u;

interface Capital {
	readonly word: Word;
	readonly bare: string;
	/** The first of its sentence. */
	readonly opens: boolean;
}

const capitalsOf = (text: string): Capital[] =>
	wordsOf(text)
		.filter(({ text: word }) => /\p{Lu}/u.test(word))
		.map((word) => ({
			word,
			bare: bareWord(word.text),
			opens: OPENS.test(text.slice(Math.max(0, word.start - 4), word.start)),
		}));

const SAME = new Map(
	[...SAME_PLACE, ...SAME_ORGANISATION].flatMap((names) =>
		names.map((name) => [bareWord(name), names] as const),
	),
);

/** Another name of the same place or organisation stands in the source. */
const hasSame = (bare: string, { words, running }: Source): boolean =>
	SAME.get(bare)?.some((name) => words.has(bareWord(name)) || running.includes(` ${name.toLowerCase()} `)) ??
	false;

/** Whether the source has a word, in a form of its own. */
function has({ word, bare }: Capital, source: Source, bends: boolean): boolean {
	const { words, stems, initials } = source;
	if (words.has(bare) || initials.has(word.text.replaceAll(".", "")) || hasSame(bare, source)) return true;
	if (bare.includes("-") && bare.split("-").every((part) => words.has(part) || part.length < 3)) return true;
	if (words.has(`${bare}s`) || (bare.endsWith("s") && words.has(bare.slice(0, -1)))) return true;
	// "British" where the source says "Britain"; any name where a language bends them.
	if (NOT_NAMES.has(word.text)) return [...stems].some((stem) => stem.slice(0, 4) === bare.slice(0, 4));
	return bends && bare.length > 4 && stems.has(wordStem(bare));
}

/** Capitals that are no names: titles, days, function words. */
const isNoName = ({ word, bare }: Capital, language: string): boolean =>
	isTitleWord(word.text) ||
	stopWordsOf(language).has(bare.split("'")[0] ?? bare) ||
	isMonth(word.text, language) ||
	calendarNamesOf(language).weekdays.has(bare) ||
	/^\p{N}/u.test(bare) ||
	bare === "i";

/** A word of the tables of names. */
const isKnownName = (word: string, language: string): boolean =>
	isGivenName(word) || isKnownOrganisation(word, language) || placesOf(language).has(word);

/**
 * The names of a claim that its source doesn't have. Every capital inside a sentence counts where capitals are
 * names, and the first word of a sentence that doesn't look like a common one; where every noun has a capital,
 * only what the tables know as a name, or what follows a given name.
 */
export function foreignNames(claim: string, source: Source): string[] {
	const language = source.locale.split("-")[0] ?? source.locale;
	const free = hasFreeCapitals(language);
	const capitals = capitalsOf(claim);
	return capitals
		.filter((capital, at) => {
			if (isNoName(capital, language) || has(capital, source, !free)) return false;
			const { word, opens } = capital;
			if (isKnownName(word.text, language) || /\p{L}\P{Ll}*\p{Lu}/u.test(word.text)) return true;
			const before = capitals[at - 1];
			const behindGiven =
				before !== undefined && isGivenName(before.word.text) && before.word.end + 1 === word.start;
			if (behindGiven || !opens) return free || behindGiven || language !== "de";
			return free && BEHIND_NAME.test(claim.slice(word.end, word.end + 24));
		})
		.map(({ word }) => word.text);
}
