import type { EntityType } from "../../../shared/summary.ts";
import { speechVerbsOf } from "../quotes/speech-verbs.ts";
import type { Sentence } from "../sentence.ts";
import type { Candidate } from "./candidates.ts";
import { typeByCues } from "./cues.ts";
import { isGivenName } from "./tables/first-names.ts";
import { ORGANISATION_ENDINGS } from "./tables/organisations.ts";
import { PLACE_ENDINGS, placesOf } from "./tables/places.ts";
import { EVENT_ENDINGS } from "./tables/things.ts";
import { isTitleWord, NOT_NAMES, ROLE_NOUNS, TELLING_ROLES } from "./tables/titles.ts";

/** Words that end the names of organisations, places and events, never of people. */
export const isCommonEnding = (word: string): boolean =>
	ORGANISATION_ENDINGS.has(word) || PLACE_ENDINGS.has(word) || EVENT_ENDINGS.has(word);

/** "Marsh", "J Marsh"; not "Eastern Brill", "USS Marsh", "Marsh7". */
export const mayBePerson = (words: Candidate["words"]): boolean =>
	(words.at(-1)?.text.length ?? 0) > 1 &&
	!words.some(({ text }) => /\p{N}/u.test(text) || isCommonEnding(text)) &&
	!/^\p{Lu}{3,}$/u.test(words[0]?.text ?? "") &&
	(!NOT_NAMES.has(words[0]?.text ?? "") || isGivenName(words[0]?.text ?? ""));

/** "Ada Marsh, 34," and "Ada Marsh, who": what only people have behind them. */
const AGE_BEHIND =
	/^(?:, (?:aged )?(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[,.]|, who(?!\p{L}))/u;
/** "Ada Marsh (34)", in any language. */
const AGE_IN_BRACKETS = /^ \([1-9]\d\)/;
/** ", director of Acme" and ", the mayor,": a role that stands directly behind a name. */
function isApposedRole(behind: string): boolean {
	const [, noun = ""] =
		/^, (?:(?:the|a|an|its|le|la|el|il|o|de|het) )?(?:\p{Ll}+ ){0,2}?(\p{Ll}[\p{Ll}-]+)(?= (?:of|at|for|in|with|de|du|des|di|del|della|da|do|van|voor|bij)(?!\p{L})|,)/u.exec(
			behind,
		) ?? [];
	return (
		ROLE_NOUNS.has(noun) &&
		!/^(?:champion|winner|owner|partner|model|host|leader|head|chair|trust|pilot)$/.test(noun)
	);
}

/** "in Marshfield, North Dakota": a town before a known place. */
const PREPOSITION_BEFORE = /(?<!\p{L})(?:in|at|near|from|outside|to|of|around) $/u;

/** What names of towns end with in German; behind a preposition without an article nothing else ends so. */
const GERMAN_TOWN =
	/^\p{Lu}\p{Ll}+(?:ingen|hausen|burg|dorf|heim|stadt|stedt|städt|furt|berg|bach|(?<!sc)hafen|feld|felde|kirchen|kirch|münde|brück|brücken|beuren|rode|walde|(?<!es)itz|(?<!h)ow|(?<![bBr])au|weiler|hofen|büttel|moor|siel)$/u;
const GERMAN_PREPOSITION = /(?:^|\s)(?:[iI]n|[aA]us|[nN]ach|[bB]ei) $/;

/** What stands around a name that says what it is. */
export function typeByNeighbours(
	span: Pick<Candidate, "words">,
	sentence: Sentence,
	language: string,
): EntityType | undefined {
	const [first, last] = [span.words[0], span.words.at(-1)];
	if (!first || !last) return undefined;
	const before = sentence.text.slice(Math.max(0, first.start - 40), first.start);
	const behind = sentence.text.slice(last.end, last.end + 60);
	const short =
		span.words.length >= 2 && span.words.length <= 3 && !isTitleWord(last.text) && mayBePerson(span.words);
	if (short && AGE_IN_BRACKETS.test(behind)) return "person";
	const cued = typeByCues(before, behind, language);
	const town =
		language === "de" &&
		span.words.length === 1 &&
		GERMAN_TOWN.test(first.text) &&
		GERMAN_PREPOSITION.test(before);
	if (town) return "place";
	if (cued || language === "de") return cued;
	if (short && (AGE_BEHIND.test(behind) || isApposedRole(behind))) return "person";
	const verb = /(\p{L}+) $/u.exec(before)?.[1];
	const quoted = verb !== undefined && /["”’'»] \p{L}+ $/u.test(before) && speechVerbsOf(language).has(verb);
	if (short && quoted) return "person";
	const beyond = /^, (\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})(?=[,.;]| |$)/u.exec(behind)?.[1];
	const known =
		beyond !== undefined &&
		(placesOf(language).has(beyond) || placesOf(language).has(beyond.split(" ")[0] ?? ""));
	return known && PREPOSITION_BEFORE.test(before) ? "place" : undefined;
}

const ROLE_BEFORE = /(\p{L}[\p{L}-]*),? $/u;

/** "analyst Ada Marsh": a role in small letters directly before two or three capitals. */
export function isAfterRole(span: Pick<Candidate, "words">, sentence: Sentence): boolean {
	const first = span.words[0];
	if (!first || span.words.length < 2 || span.words.length > 3) return false;
	const word = ROLE_BEFORE.exec(sentence.text.slice(Math.max(0, first.start - 30), first.start))?.[1];
	return (
		word !== undefined &&
		TELLING_ROLES.has(word) &&
		!/, $/.test(sentence.text.slice(0, first.start).slice(-2))
	);
}
