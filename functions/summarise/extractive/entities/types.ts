import type { EntityType } from "../../../shared/summary.ts";
import type { Sentence, Text } from "../sentence.ts";
import { type Candidate, type Capitals, candidatesIn, LINKS, PARTICLES } from "./candidates.ts";
import { typeByNoun } from "./cues.ts";
import { isAfterRole, isCommonEnding, mayBePerson, typeByNeighbours } from "./neighbours.ts";
import { isGivenName } from "./tables/first-names.ts";
import { isKnownOrganisation } from "./tables/local-organisations.ts";
import {
	INSTITUTIONS,
	LEGAL_FORM,
	ORGANISATION_BEGINNINGS,
	ORGANISATION_ENDINGS,
	ORGANISATION_FIRSTS,
} from "./tables/organisations.ts";
import { PLACE_BEGINNINGS, PLACE_ENDINGS, placesOf } from "./tables/places.ts";
import { EVENT_ENDINGS, EVENTS, PRODUCTS } from "./tables/things.ts";
import {
	HONORIFICS,
	isGermanRole,
	isTitleWord,
	NOT_NAMES,
	OFFICES,
	POST_NOMINALS,
	ROLE_NOUNS,
	SHORT_TITLES,
	TITLES,
} from "./tables/titles.ts";

/** One mention of a name, its title cut off. */
export interface Mention {
	readonly sentence: Sentence;
	/** Offsets into the sentence. */
	readonly start: number;
	readonly end: number;
	readonly name: string;
	/** What the words and their neighbours say it is, when they do. */
	readonly type?: EntityType | undefined;
	/** The title before it: "Foreign Secretary". */
	readonly title?: string | undefined;
	/** Its capital may be only that of a sentence. */
	readonly opens: boolean;
}

const textOf = (words: Candidate["words"], sentence: Sentence): string => {
	const [first, last] = [words[0], words.at(-1)];
	return first && last ? sentence.text.slice(first.start, last.end) : "";
};

/** The title as it is written, its last word in full. */
function titleOf(words: Candidate["words"], sentence: Sentence): string {
	const last = words.at(-1)?.text ?? "";
	const full = Object.hasOwn(SHORT_TITLES, last) ? SHORT_TITLES[last] : undefined;
	return full === undefined
		? textOf(words, sentence)
		: [textOf(words.slice(0, -1), sentence), full].join(" ").trim();
}

/** Splits "Foreign Secretary Ada Marsh" and "Mr Marsh": the title, and whose it is. */
function withoutTitle(
	{ words, sentence }: Candidate,
	language: string,
): {
	title?: string;
	honorific: boolean;
	words: Candidate["words"];
} {
	if (words.length > 1 && HONORIFICS.has(words[0]?.text ?? ""))
		return { honorific: true, words: words.slice(1) };
	// The last title word that leaves a name behind it, with nothing but parts of titles before it.
	for (let at = words.length - 2; at >= 0; at--) {
		const text = words[at]?.text ?? "";
		const office = OFFICES.has(text) && words[at - 1]?.text === "of";
		const role = ROLE_NOUNS.has(text.toLowerCase()) || (language === "de" && isGermanRole(text));
		if (!TITLES.has(text) && !role && !office) continue;
		const before = words.slice(0, at + 1);
		const behind = words.slice(at + 1);
		const given = isGivenName(behind[0]?.text ?? "");
		const particles = given ? PARTICLES : SURE_PARTICLES;
		const name = behind.every(
			({ text: part }) =>
				!isTitleWord(part) && !isCommonEnding(part) && (particles.has(part) || !/^\p{Ll}/u.test(part)),
		);
		if (!name || behind.length > 4) continue;
		const honest =
			before.every(
				({ text: part }) =>
					isTitleWord(part) ||
					NOT_NAMES.has(part) ||
					OFFICES.has(part) ||
					part === "of" ||
					(language === "de" && isGermanRole(part)),
			) || given;
		if (honest) return { title: titleOf(before, sentence), honorific: false, words: behind };
	}
	return { honorific: false, words };
}

const isOrganisation = (words: readonly string[]): boolean => {
	const [first = "", last = ""] = [words[0], words.at(-1)];
	if (words.length < 2) return false;
	if (ORGANISATION_ENDINGS.has(last) || (words.length === 2 && INSTITUTIONS.has(first))) return true;
	if (ORGANISATION_FIRSTS.has(first)) return true;
	const link = words.findIndex((word) => LINKS.test(word));
	return (
		link > 0 &&
		words.slice(0, link).some((word) => ORGANISATION_BEGINNINGS.has(word)) &&
		!PLACE_ENDINGS.has(first)
	);
};

const isPlace = (words: readonly string[], language: string): boolean => {
	if (placesOf(language).has(words.join(" "))) return true;
	return words.length > 1 && (PLACE_ENDINGS.has(words.at(-1) ?? "") || PLACE_BEGINNINGS.has(words[0] ?? ""));
};

const isEvent = (words: readonly string[]): boolean =>
	EVENTS.has(words.join(" ")) ||
	(words.length > 1 && EVENT_ENDINGS.has(words.at(-1) ?? "") && !isGivenName(words[0] ?? ""));

/** Small words that link names of people only. */
const SURE_PARTICLES = new Set(["van", "von", "bin", "ibn", "ter", "ten"]);

/** What Russian surnames end with, in the case that subjects have, and patronymics. */
const RUSSIAN_SURNAME =
	/^\p{Script=Cyrillic}{2,}(?:[ое]в|[ое]ва|ёв|ёва|ин|ина|ын|ына|[сц]кий|[сц]кая|ски|енко|чук|юк|ян|дзе|швили)$/u;
const PATRONYMIC = /(?:вич|вна|чна)$/u;

const isRussian = (words: readonly string[]): boolean =>
	(words.length === 2 || (words.length === 3 && PATRONYMIC.test(words[1] ?? ""))) &&
	RUSSIAN_SURNAME.test(words.at(-1) ?? "") &&
	!RUSSIAN_SURNAME.test(words[0] ?? "") &&
	!isTitleWord(words[0] ?? "");

/** A name of two to four words that a given name begins. */
const isNamed = (words: readonly string[]): boolean =>
	words.length > 1 &&
	words.length < (NOT_NAMES.has(words[0] ?? "") ? 3 : 5) &&
	(isGivenName(words[0] ?? "") || words.slice(1, -1).some((word) => SURE_PARTICLES.has(word))) &&
	/^\p{Lu}/u.test(words.at(-1) ?? "") &&
	!words.some((word) => /\p{N}/u.test(word));

/** What the words of a name say by themselves; the surest first. */
function typeOf(words: readonly string[], name: string, language: string): EntityType | undefined {
	if (
		PRODUCTS.has(name) ||
		(PRODUCTS.has(words[0] ?? "") &&
			words.length === 2 &&
			/^(?:Pro|Max|Mini|Air|Plus|XP|Vista|One|Series)$/.test(words[1] ?? ""))
	)
		return "product";
	if (EVENTS.has(name)) return "event";
	if (isKnownOrganisation(name, language) || LEGAL_FORM.test(name)) return "organisation";
	if (isPlace(words, language)) return "place";
	if (isEvent(words)) return "event";
	if (isOrganisation(words)) return "organisation";
	return isNamed(words) || isRussian(words) ? "person" : undefined;
}

/** German nouns follow a name with capitals of their own: given names and one surname are the person. */
function untilSurname(words: Candidate["words"]): Candidate["words"] {
	const given = words.findIndex(({ text }) => isGivenName(text));
	if (given === -1) return words;
	const surname = words.findIndex(
		({ text }, at) => at > given && !isGivenName(text) && UPPER_WORD.test(text),
	);
	// Before it only a role is part of what is said of the person.
	const role = words.slice(0, given).findIndex(({ text }) => isTitleWord(text) || isGermanRole(text));
	const from = role === -1 ? given : role;
	return surname === -1 ? words : words.slice(from, surname + 1);
}

const UPPER_WORD = /^\p{Lu}[\p{L}'’-]+$/u;

/** "Highlights Acme" at a sentence's beginning: a verb, where what follows it is known by itself. */
function withoutVerb(candidate: Candidate, language: string): Candidate {
	const [first, ...rest] = candidate.words;
	if (!candidate.opens || !first || rest.length === 0 || isGivenName(first.text) || isTitleWord(first.text))
		return candidate;
	const name = textOf(rest, candidate.sentence);
	const known = isKnownOrganisation(name, language) || PRODUCTS.has(name) || placesOf(language).has(name);
	if (!known) return candidate;
	const whole = typeOfWords(candidate.words, candidate.sentence, language);
	return whole === undefined ? { ...candidate, words: rest, opens: false } : candidate;
}

const typeOfWords = (
	words: Candidate["words"],
	sentence: Sentence,
	language: string,
): EntityType | undefined =>
	typeOf(
		words.map(({ text }) => text),
		textOf(words, sentence),
		language,
	);

/** The words of a name without its title, which organisations and places don't have. */
function partsOf(
	candidate: Candidate,
	whole: EntityType | undefined,
	language: string,
): ReturnType<typeof withoutTitle> {
	const { words } = candidate;
	if (whole && whole !== "person") return { honorific: false, words };
	return withoutTitle({ ...candidate, words: language === "de" ? untilSurname(words) : words }, language);
}

/** "Ada Marsh MP" */
const withoutLetters = (words: Candidate["words"]): Candidate["words"] =>
	words.length > 2 && POST_NOMINALS.has(words.at(-1)?.text ?? "") ? words.slice(0, -1) : words;

/** "Ada Marshs Plan": where a German noun follows a surname, its s is the genitive's. */
function withoutGenitive({ text, end }: Candidate["words"][number], sentence: Sentence): number {
	const owns =
		/[^s]s$/.test(text) && text.length > 4 && /^\s\p{Lu}\p{Ll}/u.test(sentence.text.slice(end, end + 3));
	return owns ? end - 1 : end;
}

function mentionOf(found: Candidate, language: string): Mention | undefined {
	const noun =
		language === "de" && found.words.length > 1 ? typeByNoun(found.words[0]?.text ?? "") : undefined;
	const candidate = withoutVerb(
		noun ? { ...found, words: found.words.slice(1), opens: false } : found,
		language,
	);
	const { sentence } = candidate;
	const whole = typeOfWords(candidate.words, sentence, language);
	const { title, honorific, words: written } = partsOf(candidate, whole, language);
	const words = withoutLetters(written);
	const [first, last] = [words[0], words.at(-1)];
	if (!first || !last) return undefined;
	const own = words === candidate.words ? whole : typeOfWords(words, sentence, language);
	const titled =
		(honorific || title !== undefined) &&
		mayBePerson(words) &&
		(own === undefined || own === "person" || honorific);
	const neighbours = own ?? noun ?? typeByNeighbours({ words }, sentence, language);
	const hasRole = (): boolean => isAfterRole({ words }, sentence) && mayBePerson(words);
	const type = titled || (neighbours === undefined && hasRole()) ? "person" : neighbours;
	const end = type === "person" && language === "de" ? withoutGenitive(last, sentence) : last.end;
	return {
		sentence,
		start: first.start,
		end,
		name: sentence.text.slice(first.start, end),
		type,
		title,
		opens: candidate.opens && !titled,
	};
}

/** "De Wit" for Ineke de Wit: a surname takes the small words along that its bearer's full name has before it. */
function withParticles(mentions: readonly Mention[]): Mention[] {
	const tails = new Map<string, string>();
	for (const { name, type } of mentions) {
		const tail = type === "person" ? /^\p{Lu}\S*\s((?:\p{Ll}+\s)+(\p{Lu}\S+))$/u.exec(name) : null;
		if (tail?.[1] && tail[2]) tails.set(tail[2], tail[1]);
	}
	return mentions.map((mention) => {
		const tail = tails.get(mention.name);
		if (tail === undefined) return mention;
		const { sentence, end } = mention;
		const start = end - tail.length;
		const written = sentence.text.slice(Math.max(0, start), end);
		return written.toLowerCase() === tail.toLowerCase() ? { ...mention, start, name: written } : mention;
	});
}

/** "Prime Minister": nobody's name. */
const isGeneric = ({ words }: Candidate): boolean =>
	words.every(({ text }) => isTitleWord(text) || NOT_NAMES.has(text));

/** Everything in the article that may be a name, typed where its own words or neighbours tell. */
export function mentionsOf(
	text: Text,
	words: readonly Parameters<typeof candidatesIn>[1][],
	capitals: Capitals,
): Mention[] {
	const mentions: Mention[] = [];
	for (const [index, sentence] of text.sentences.entries()) {
		for (const candidate of candidatesIn(sentence, words[index] ?? [], capitals)) {
			const mention = mentionOf(candidate, text.language);
			if (mention && (mention.type !== undefined || !isGeneric(candidate))) mentions.push(mention);
		}
	}
	return withParticles(mentions);
}
