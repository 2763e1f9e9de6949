import { hasFreeCapitals } from "../extractive/entities/candidates.ts";
import { isGivenName } from "../extractive/entities/tables/first-names.ts";
import { isKnownOrganisation } from "../extractive/entities/tables/local-organisations.ts";
import { placesOf } from "../extractive/entities/tables/places.ts";
import { isTitleWord, NOT_NAMES } from "../extractive/entities/tables/titles.ts";
import { stopWordsOf } from "../extractive/stop-words.ts";
import { calendarNamesOf, isMonth } from "../extractive/timeline/months.ts";
import { ADJECTIVES as COMMON, VERBS } from "../extractive/word-classes.ts";
import { type Word, wordsOf } from "../extractive/words.ts";
import { bareWord } from "./bare-word.ts";
import { isOfPeople, SAME } from "./same-names.ts";
import { type Source, wordStem } from "./source.ts";

/** A capital behind these says only that a sentence begins. */
const OPENS = /(?:^|[.!?…:;•]["”’»)]?\s|["“„«‘(]\s?|[–—-]\s|\n)[^\p{L}\p{N}]*$/u;
/** What follows a sentence's first word when that is a name: another capital, a colon, a possessive, a verb of persons. */
const BEHIND_NAME =
	/^(?:['’]s\s|:\s|\s\p{Lu}\p{Ll}|\s(?:said|says|told|tells|was|is|has|had|will|also|wrote|writes|argues|adds|added|and\s\p{Lu})(?!\p{L}))/u;

/** What headlines and highlights open with before a colon or a name: "Officials: …", "Group Marrow Aid …". By hand. */
const UNNAMED: ReadonlySet<string> = new Set(
	"report reports official officials police study studies source sources expert experts analyst analysts review opinion group groups survey poll author authors critic critics".split(
		" ",
	),
);

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

/** Another name of the same person, place or organisation stands in the source with a capital. */
const hasSame = (bare: string, { capitals, running }: Source): boolean =>
	SAME.get(bare)?.some((name) =>
		name.includes(" ") ? running.includes(` ${name.toLowerCase()} `) : capitals.has(bareWord(name)),
	) ?? false;

const SHORTEST_NICKNAME = 3;
const SHORTEST_CLIP = 4;

/** "Juve" for "Juventus", "Ben" for "Benjamin", "Bangladesh" where the source says "Bangladeshi", and back. */
function hasForm({ word, bare }: Capital, { capitals }: Source, language: string): boolean {
	const isPlace = placesOf(language).has(word.text);
	const isNation = NOT_NAMES.has(word.text);
	const shortest = isGivenName(word.text) ? SHORTEST_NICKNAME : SHORTEST_CLIP;
	for (const known of capitals) {
		if (isPlace && isOfPeople(known, bare)) return true;
		if (isNation && isOfPeople(bare, known)) return true;
		if (
			!isPlace &&
			!isNation &&
			bare.length >= shortest &&
			known.length > bare.length + 1 &&
			known.startsWith(bare)
		)
			return true;
	}
	return false;
}

/** Whether the source has a word, in a form of its own. */
function has({ word, bare, opens }: Capital, source: Source, language: string): boolean {
	const bends = !hasFreeCapitals(language);
	const { words, stems, initials } = source;
	if (words.has(bare) || initials.has(word.text.replaceAll(".", "")) || hasSame(bare, source)) return true;
	if (bare.includes("-") && bare.split("-").every((part) => words.has(part) || part.length < 3)) return true;
	if (words.has(`${bare}s`) || (bare.endsWith("s") && words.has(bare.slice(0, -1)))) return true;
	if (hasForm({ word, bare, opens }, source, language)) return true;
	// Any name where a language bends them.
	return bends && bare.length > 4 && stems.has(wordStem(bare));
}

/** Words that open a sentence and are no name there, whatever follows. */
const isCommon = ({ word, bare, opens }: Capital): boolean =>
	opens && (UNNAMED.has(bare) || ((COMMON.has(bare) || VERBS.has(bare)) && !isGivenName(word.text)));

/** Capitals that are no names: titles, days ("mid-April" too), function words. */
const isNoName = ({ word, bare, opens }: Capital, language: string): boolean =>
	isTitleWord(word.text) ||
	(language === "en" && isCommon({ word, bare, opens })) ||
	isMonth(word.text.slice(word.text.indexOf("-") + 1), language) ||
	stopWordsOf(language).has(bare.split("'")[0] ?? bare) ||
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
			if (isNoName(capital, language) || has(capital, source, language)) return false;
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
