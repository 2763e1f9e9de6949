import { groupBy } from "../../../shared/group-by.ts";
import type { EntityType } from "../../../shared/summary.ts";
import { type Capitals, hasFreeCapitals } from "./candidates.ts";
import { isCommonEnding } from "./neighbours.ts";
import { isGivenName } from "./tables/first-names.ts";
import { LEGAL_FORM } from "./tables/organisations.ts";
import { placesOf, SAME_ORGANISATION, SAME_PLACE } from "./tables/places.ts";
import { NOT_NAMES, ROLE_NOUNS, TITLES } from "./tables/titles.ts";
import type { Mention } from "./types.ts";

/** One way a name is written, with all its mentions in order. */
export interface Form {
	readonly name: string;
	readonly words: readonly string[];
	readonly mentions: readonly Mention[];
	readonly type: EntityType | undefined;
}

/** Groups mentions by how they are written. The type is the one most mentions have, the first of equals. */
export function formsOf(mentions: readonly Mention[]): Map<string, Form> {
	const grouped = groupBy(mentions, ({ name }) => name);
	const forms = new Map<string, Form>();
	for (const [name, found] of grouped) {
		const votes = new Map<EntityType, number>();
		for (const { type } of found) if (type) votes.set(type, (votes.get(type) ?? 0) + 1);
		const type = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
		forms.set(name, { name, words: name.split(/[ \u00a0]+/), mentions: found, type });
	}
	return forms;
}

/** What a short form can be short for. Each index keeps the one name, or `undefined` once there are several. */
interface Index {
	readonly forms: ReadonlyMap<string, Form>;
	readonly person: ReadonlyMap<string, string>;
	readonly bySurname: ReadonlyMap<string, string | undefined>;
	readonly byGivenName: ReadonlyMap<string, string | undefined>;
	readonly byInitials: ReadonlyMap<string, string | undefined>;
	readonly byAcronym: ReadonlyMap<string, string>;
	/** Whether names take an s without an apostrophe. */
	readonly genitive: boolean;
}

const once = (index: Map<string, string | undefined>, key: string, name: string): void => {
	index.set(key, index.has(key) && index.get(key) !== name ? undefined : name);
};

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
const surnameOf = (words: readonly string[]): string =>
	(SUFFIX.test(words.at(-1) ?? "") ? words.at(-2) : words.at(-1)) ?? "";

/** "Ada B. Marsh" and "Ada Marsh" are one person. */
const personKey = (words: readonly string[]): string => `${words[0]} ${surnameOf(words)}`;

/** "(FRB)" directly behind a name. */
const ACRONYM_BEHIND = /^ \((?:the )?(\p{Lu}[\p{Lu}&.]{1,9})\)/u;

const initialsOf = (words: readonly string[]): string =>
	words
		.filter((word) => /^\p{Lu}/u.test(word))
		.map(([first]) => first)
		.join("");

function indexOf(forms: ReadonlyMap<string, Form>, people: ReadonlySet<string>, language: string): Index {
	const person = new Map<string, string>();
	const bySurname = new Map<string, string | undefined>();
	const byGivenName = new Map<string, string | undefined>();
	const byInitials = new Map<string, string | undefined>();
	const byAcronym = new Map<string, string>();
	for (const { name, words, mentions, type } of forms.values()) {
		if (people.has(name)) {
			const key = personKey(words);
			if (!person.has(key)) person.set(key, name);
			const canonical = person.get(key) ?? name;
			once(bySurname, surnameOf(words), canonical);
			once(byGivenName, words[0] ?? "", canonical);
			// "Van Gaal" for "Louis van Gaal".
			if (words.length > 2) once(bySurname, words.slice(1).join(" ").toLowerCase(), canonical);
			continue;
		}
		if (words.length < 2) continue;
		if (words.length > 2 && type === "organisation") once(byInitials, initialsOf(words), name);
		for (const { sentence, end } of mentions) {
			const acronym = ACRONYM_BEHIND.exec(sentence.text.slice(end, end + 20))?.[1];
			if (acronym && acronym[0] === name[0]) byAcronym.set(acronym, name);
		}
	}
	return {
		forms,
		person,
		bySurname,
		byGivenName,
		byInitials,
		byAcronym,
		genitive: /^(?:de|nl|sv|da|nb|no)$/.test(language),
	};
}

const isNoSurname = (word: string): boolean =>
	isCommonEnding(word) || NOT_NAMES.has(word) || TITLES.has(word) || ROLE_NOUNS.has(word.toLowerCase());

/** "Marsh", "McAdam", but not "DeepSeek". */
const SURNAME = /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|[OD]['’])?\p{Lu}[^\p{Lu}]+(?:-\p{Lu}[^\p{Lu}]+)?$/u;

/**
 * Names of two or three words that the article shortens to their last one: people are, firms and places are
 * shortened to their first.
 */
function shortened(forms: ReadonlyMap<string, Form>, capitals: Capitals, language: string): Form[] {
	if (!hasFreeCapitals(language)) return [];
	return [...forms.values()].filter(({ words, type, mentions }) => {
		const last = words.at(-1) ?? "";
		if (
			type !== undefined ||
			words.length < 2 ||
			words.length > 3 ||
			words.some((word) => !/^\p{Lu}[\p{L}'’-]*\.?$/u.test(word))
		)
			return false;
		if (
			words.some((word) => isNoSurname(word) || capitals.lower.has(word.toLowerCase())) ||
			/^\p{Lu}+$/u.test(last)
		)
			return false;
		// "UC Marsh", "Oslo Metro".
		if (/^\p{Lu}{2,}$/u.test(words[0] ?? "") || placesOf(language).has(words[0] ?? "")) return false;
		// "Hurricane Ada" is not the full name of Ada.
		if (isGivenName(last) && !isGivenName(words[0] ?? "")) return false;
		const alone = forms.get(last);
		const person = alone !== undefined && (alone.type === undefined || alone.type === "person");
		return person && SURNAME.test(last) && mentions.some(({ opens }) => !opens) && !forms.has(words[0] ?? "");
	});
}

/** The people among the forms that have a full name. */
export function peopleIn(
	forms: ReadonlyMap<string, Form>,
	capitals: Capitals,
	language: string,
): Set<string> {
	const people = new Set<string>();
	for (const { name, words, type } of forms.values())
		if (type === "person" && words.length > 1) people.add(name);
	for (const { name } of shortened(forms, capitals, language)) people.add(name);
	return people;
}

const SAME = new Map(
	[...SAME_PLACE, ...SAME_ORGANISATION].flatMap((names) => names.map((name) => [name, names] as const)),
);

const RUSSIAN_CASE = /^(\p{Script=Cyrillic}{3,}?)(?:ым|ом|ой|ую|а|у|е)$/u;

/** The ways to know a longer name behind a shorter one, the surest first. */
const RULES: readonly ((form: Form, index: Index, people: ReadonlySet<string>) => string | undefined)[] = [
	({ name, words }, { person }, people) => (people.has(name) ? person.get(personKey(words)) : undefined),
	({ name, words }, { bySurname, byGivenName }, people) => {
		if (people.has(name)) return undefined;
		if (words.length > 1) return bySurname.get(name.toLowerCase());
		return bySurname.get(name) ?? byGivenName.get(name);
	},
	({ name }, { byAcronym }) => byAcronym.get(name),
	({ name }, { byInitials }) => (/^\p{Lu}{3,6}$/u.test(name) ? byInitials.get(name) : undefined),
	({ name }, { forms }) => {
		const known = SAME.get(name)?.find((other) => forms.has(other));
		return known === name ? undefined : known;
	},
	// Russian surnames in their other cases: "Маркова", "Маркову", "Марковым" for "Марков".
	({ name, words }, { bySurname }) => {
		const [, stem] = (words.length === 1 && RUSSIAN_CASE.exec(name)) || [];
		return stem === undefined ? undefined : (bySurname.get(stem) ?? bySurname.get(`${stem}а`));
	},
	// The German genitive: "Clintons" for "Clinton".
	({ name, type }, { forms, genitive }) => {
		const plain = name.slice(0, -1);
		return genitive && name.endsWith("s") && type !== "place" && forms.has(plain) ? plain : undefined;
	},
	// "Acme Ltd" goes with "Acme".
	({ name }, { forms }) => {
		const plain = name.replace(LEGAL_FORM, "");
		return plain !== name && forms.has(plain) ? plain : undefined;
	},
];

/** A place or firm that is somebody's surname too is theirs only behind their full name. */
const isTheirs = (form: Form, target: Form | undefined): boolean => {
	if (form.type === undefined || form.type === "person" || target?.type !== "person") return true;
	const [first, named] = [form.mentions[0], target.mentions[0]];
	return !!first && !!named && named.sentence.index <= first.sentence.index;
};

/** For every form the name it stands for, itself when none. */
export function aliasesIn(
	forms: ReadonlyMap<string, Form>,
	people: ReadonlySet<string>,
	language: string,
): Map<string, string> {
	const index = indexOf(forms, people, language);
	const aliases = new Map<string, string>();
	for (const form of forms.values()) {
		let target = form.name;
		for (const rule of RULES) {
			const found = rule(form, index, people);
			if (found === undefined || found === form.name || !isTheirs(form, forms.get(found))) continue;
			target = found;
			break;
		}
		aliases.set(form.name, target);
	}
	return aliases;
}
