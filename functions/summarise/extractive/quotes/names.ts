import type { Entity } from "../../../shared/summary.ts";
import { isGivenName } from "../entities/tables/first-names.ts";
import { isGermanRole, isTitleWord, NOT_NAMES } from "../entities/tables/titles.ts";
import { stopWordsOf } from "../stop-words.ts";

/** A name found in a piece of text. */
export interface Named {
	/** The entity's full name. */
	readonly name: string;
	readonly type: Entity["type"];
	readonly start: number;
	readonly end: number;
}

/** The article's names by every form of theirs, and what is no name at a sentence's beginning. */
export interface Names {
	readonly forms: ReadonlyMap<string, Pick<Entity, "name" | "type">>;
	/** The first words of all forms: most words of a text are none. */
	readonly firsts: ReadonlySet<string>;
	/** People by their last word, where only one has it. */
	readonly surnames: ReadonlyMap<string, string | undefined>;
	readonly stop: ReadonlySet<string>;
	readonly language: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’&.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?/gu;
/** "Marsh's", "Marsh." */
const withoutEnding = (word: string): string => word.replace(/(?:['’]s?|\.)$/, "");

/** All forms of all entities. */
export function namesOf(entities: readonly Entity[], language: string): Names {
	const forms = new Map<string, Pick<Entity, "name" | "type">>();
	for (const { name, type, aliases } of entities) {
		for (const form of [name, ...aliases]) if (!forms.has(form)) forms.set(form, { name, type });
	}
	const firsts = new Set([...forms.keys()].map((form) => form.match(WORD)?.[0] ?? form).map(withoutEnding));
	const surnames = new Map<string, string | undefined>();
	for (const { name, type } of entities) {
		const last = name.split(" ").at(-1) ?? name;
		if (type === "person") surnames.set(last, surnames.has(last) ? undefined : name);
	}
	return { forms, firsts, surnames, stop: stopWordsOf(language), language };
}

/** Who can say something: people, organisations through their people, in English names of unknown kind. */
export const canSpeak = ({ type }: Named, { language }: Names): boolean =>
	type === "person" || type === "organisation" || (type === "other" && language === "en");

/** Longer names than this are not looked for. */
const LONGEST = 6;

function spansOf(text: string): { start: number; end: number }[] {
	const spans = [];
	WORD.lastIndex = 0;
	for (let match = WORD.exec(text); match; match = WORD.exec(text))
		spans.push({ start: match.index, end: WORD.lastIndex });
	return spans;
}

/** The names in a piece of text, the longest at each place. */
export function namedIn(text: string, names: Names): Named[] {
	const words = spansOf(text);
	const found: Named[] = [];
	for (let at = 0; at < words.length; ) {
		const match = longestAt(text, words, at, names);
		if (match) found.push(match.named);
		at = match?.next ?? at + 1;
	}
	return found;
}

interface Match {
	readonly named: Named;
	readonly next: number;
}

function longestAt(
	text: string,
	words: readonly { start: number; end: number }[],
	at: number,
	{ forms, firsts }: Names,
): Match | undefined {
	const { start, end } = words[at] ?? { start: 0, end: 0 };
	if (!firsts.has(withoutEnding(text.slice(start, end)))) return undefined;
	for (let last = Math.min(at + LONGEST, words.length) - 1; last >= at; last--) {
		const written = text.slice(start, words[last]?.end ?? start);
		const form = forms.has(written) ? written : withoutEnding(written);
		const known = forms.get(form);
		if (known) return { named: { ...known, start, end: start + form.length }, next: last + 1 };
	}
	return undefined;
}

/** One to three capitals, none of them the beginning of a sentence. */
const CAPITALS = "(\\p{Lu}[\\p{L}\\p{M}’'-]*\\p{Ll}[\\p{L}\\p{M}’'-]*(?:\\s\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,2})";
const CAPITALS_AT_END = new RegExp(`(?:^|\\s)${CAPITALS}\\s$`, "u");
const CAPITALS_AT_START = new RegExp(`^\\s${CAPITALS}(?=[\\s,.;]|$)`, "u");

/**
 * German nouns have capitals too: a role before the name is cut off, and what is left must begin with a given
 * name, be two words, or be one that no other word of its phrase follows ("sagte Lang.").
 */
function germanName(words: readonly string[], behind: string): string | undefined {
	const given = words.findIndex((word) => isGivenName(word));
	const role = words.findLastIndex((word) => isTitleWord(word) || isGermanRole(word));
	const name = words.slice(given === -1 ? role + 1 : given);
	if (name.length === 0 || (given !== -1 && name.length < 2)) return undefined;
	const closed =
		/^(?:[.,;:]|$|\s(?:am|im|in|dem|der|zu|bei|auf|gegenüber|weiter|über|nach|vor|mit|und|laut|kürzlich|später))/u.test(
			behind,
		);
	return name.length > 1 || closed ? name.join(" ") : undefined;
}

/** A name beside a verb of speech that is none of the article's entities (mentioned once, by surname). */
export function unknownBeside(
	text: string,
	side: "before" | "behind",
	{ stop, language, surnames }: Names,
): Named | undefined {
	const match = (side === "before" ? CAPITALS_AT_END : CAPITALS_AT_START).exec(text);
	const written = match?.[1]?.replace(/\.$/, "");
	if (!match || written === undefined || /['’]s(?!\p{L})/u.test(written)) return undefined;
	const words = written.split(/\s/);
	if (words.some((word) => NOT_NAMES.has(word) || stop.has(word.toLowerCase()))) return undefined;
	const name =
		language === "de" ? germanName(words, match.input.slice(match.index + match[0].length)) : words.join(" ");
	if (name === undefined) return undefined;
	const start = match.index + match[0].indexOf(name);
	return { name: surnames.get(name) ?? name, type: "person", start, end: start + name.length };
}

/** "le porte-parole du ministère, Lin Jian,": two or three capitals in apposition to a role. */
const APPOSED =
	/^\s(?:(?:le|la|el|il|lo|o|a|os|the|its|his|her|their|son|sa|su|seu|sua|suo|de|het|der|die)\s|l['’])[^,"“”«»]{2,90},\s(\p{Lu}[\p{L}\p{M}’'-]*(?:\s\p{Lu}[\p{L}\p{M}’'.-]*){1,2})(?=\s?[,.;]|$)/u;

/** A name that the article has only here, behind the role of whoever speaks. */
export function unknownApposed(text: string, { stop }: Names): Named | undefined {
	const match = APPOSED.exec(text);
	const name = match?.[1]?.replace(/\.$/, "");
	if (!match || name === undefined) return undefined;
	if (name.split(/\s/).some((word) => NOT_NAMES.has(word) || stop.has(word.toLowerCase()))) return undefined;
	const start = match[0].lastIndexOf(name);
	return { name, type: "person", start, end: start + name.length };
}

/** "declarou o delegado Ada Marsh,": a role in small letters, then two or three capitals that end the phrase. */
const BEHIND_ROLE =
	/^\s(?:(?:le|la|el|il|lo|o|a|de|het)\s|l['’])(?:\p{Ll}[\p{L}’'-]+\s){1,4}(\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?:\s\p{Lu}[\p{L}\p{M}’'.-]*){1,2})(?=\s?[,.;(]|$)/u;
/** What a role is of, and no name: "o ministro da Fazenda". */
const OF_BEFORE = /(?<!\p{L})(?:de|da|do|das|dos|del|della|dello|di|des|du|en|em|van|voor|in|d['’])\s?$/u;

/** A name that the article has only here, directly behind the role of whoever speaks. */
export function unknownBehindRole(text: string, { stop, language }: Names): Named | undefined {
	if (!/^(?:fr|es|pt|it|nl)$/.test(language)) return undefined;
	const match = BEHIND_ROLE.exec(text);
	const name = match?.[1]?.replace(/\.$/, "");
	if (!match || name === undefined) return undefined;
	const start = match[0].lastIndexOf(name);
	if (OF_BEFORE.test(text.slice(0, start))) return undefined;
	if (name.split(/\s/).some((word) => NOT_NAMES.has(word) || stop.has(word.toLowerCase()))) return undefined;
	return { name, type: "person", start, end: start + name.length };
}

/** "Ada Marsh, a director at Acme, ": two or three capitals and what they do, before a verb. */
const APPOSED_BEFORE =
	/^\s*(\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?:\s\p{Lu}[\p{L}\p{M}’'.-]*){1,2}),\s(?:[\p{L}’'-]+\s){0,8}(?:at|of|for|with|in|from|chez|de|du|di|da|del|bei|von|van|bij|en)\s[^,;“”"«»]{2,60},?\s$/u;

/** The same where the role stands behind the name. */
export function unknownBeforeRole(text: string, { stop }: Names): Named | undefined {
	const name = APPOSED_BEFORE.exec(text)?.[1];
	if (name === undefined) return undefined;
	if (name.split(/\s/).some((word) => NOT_NAMES.has(word) || stop.has(word.toLowerCase()))) return undefined;
	const start = text.indexOf(name);
	return { name, type: "person", start, end: start + name.length };
}

/** A capital that is no name we know and not the first word: somebody else may be meant. */
export function hasUnknown(sentence: string, names: Names): boolean {
	let rest = sentence;
	for (const { start, end } of namedIn(sentence, names).reverse())
		rest = `${rest.slice(0, start)}·${rest.slice(end)}`;
	const capitals =
		rest
			.trim()
			.slice(1)
			.match(/(?<=[\p{L},·]\s)\p{Lu}\p{Ll}+/gu) ?? [];
	return capitals.some((word) => !NOT_NAMES.has(word) && !names.stop.has(word.toLowerCase()));
}
