import { groupBy } from "../../../shared/group-by.ts";
import type { Entity, EntityType } from "../../../shared/summary.ts";
import { evidenceOf, type Text } from "../sentence.ts";
import { type Capitals, capitalsOf, hasFreeCapitals, wordsOfSentences } from "./candidates.ts";
import { aliasesIn, type Form, formsOf, peopleIn } from "./forms.ts";
import { isCommonEnding } from "./neighbours.ts";
import { roleAt } from "./roles.ts";
import { isKnownOrganisation } from "./tables/local-organisations.ts";
import { placesOf } from "./tables/places.ts";
import { PRODUCTS } from "./tables/things.ts";
import { ADJECTIVES } from "./tables/titles.ts";
import { type Mention, mentionsOf } from "./types.ts";

/** More than any article's reader wants. */
const MOST = 50;
/** More people than any article quotes. */
const MOST_NAMED = 500;

/** Scripts without capitals: only the names of countries are sure there, and what is written in Latin letters. */
const UNCASED = /^[^\p{Lu}\p{Ll}\p{N}]{2,}$/u;

function uncasedPlaces(text: Text, words: ReturnType<typeof wordsOfSentences>): Mention[] {
	const places = placesOf(text.language);
	return text.sentences.flatMap((sentence, index) =>
		(words[index] ?? [])
			.filter((word) => UNCASED.test(word.text) && places.has(word.text))
			.map((word) => ({
				sentence,
				start: word.start,
				end: word.end,
				name: word.text,
				type: "place" as const,
				opens: false,
			})),
	);
}

/**
 * People whom only the title gives their full name ("Ada Marsh leads Brill to victory", and then "Marsh" throughout):
 * forms without a mention of their own.
 */
function titlePeople(text: Text, forms: ReadonlyMap<string, Form>, capitals: Capitals): Form[] {
	const { title } = text.article.metadata;
	if (title === undefined) return [];
	const sentence = { block: 0, start: 0, end: title.length, text: title, index: 0 };
	const headline: Text = { ...text, sentences: [sentence] };
	return mentionsOf(headline, wordsOfSentences(headline), capitals)
		.filter(({ name, type }) => {
			const surname = name.split(" ").at(-1) ?? name;
			const alone = forms.get(surname);
			return (
				type === "person" &&
				surname !== name &&
				!forms.has(name) &&
				(alone?.type ?? "person") === "person" &&
				alone !== undefined
			);
		})
		.map(({ name, type }) => ({ name, words: name.split(" "), mentions: [], type }));
}

/** A name and all its forms. */
interface Group {
	readonly name: string;
	readonly type: EntityType | undefined;
	/** Known by the company it keeps. */
	readonly sure: boolean;
	readonly forms: readonly Form[];
	readonly mentions: readonly Mention[];
}

const byPlace = (a: Mention, b: Mention): number => a.sentence.index - b.sentence.index || a.start - b.start;

function groupsOf(forms: ReadonlyMap<string, Form>, capitals: Capitals, language: string): Group[] {
	const people = peopleIn(forms, capitals, language);
	// A surname that two people share is a person's, though not known whose.
	const surnames = new Set([...people].map((name) => name.split(" ").at(-1) ?? name));
	const aliases = aliasesIn(forms, people, language);
	const grouped = groupBy(forms.values(), ({ name }) => targetOf(name, aliases));
	return [...grouped].map(([target, members]) => ({
		name: nameOf(members),
		type: people.has(target)
			? "person"
			: (forms.get(target)?.type ??
				members.find(({ type }) => type)?.type ??
				(surnames.has(target) ? "person" : undefined)),
		sure: surnames.has(target),
		forms: members,
		mentions: members.flatMap(({ mentions }) => mentions).sort(byPlace),
	}));
}

/** A form may stand for one that itself stands for another ("GM" for "General Motors Corp" for "General Motors"). */
const targetOf = (name: string, aliases: ReadonlyMap<string, string>): string => {
	const target = aliases.get(name) ?? name;
	return aliases.get(target) ?? target;
};

/** The fullest form; of forms with as many words the one used most. */
function nameOf(forms: readonly Form[]): string {
	const [best] = [...forms].sort(
		(a, b) =>
			b.words.length - a.words.length ||
			b.mentions.length - a.mentions.length ||
			b.name.length - a.name.length,
	);
	return best?.name ?? "";
}

const MIXED_CASE = /^\p{L}+\p{Ll}\p{Lu}\p{L}*$|^\p{Lu}\p{L}*-?\p{N}+[\p{L}\p{N}.-]*$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}&]{1,6}$/u;

/**
 * Whether a group is surely a name. One that no rule gave a type must be mentioned twice, inside a sentence,
 * and never be written small; where capitals say little it must be an acronym or of mixed case.
 */
function isSure({ name, type, sure, mentions, forms }: Group, capitals: Capitals, language: string): boolean {
	const inside = mentions.some(({ opens }) => !opens);
	const single = !/[ \u00a0]/.test(name);
	const small = capitals.lower.has(name.toLowerCase());
	if (type === "person" && name.length < 2) return false;
	if (type === "person")
		return (
			sure || !single || mentions.some(({ title, type: own }) => title !== undefined || own === "person")
		);
	if (type !== undefined) return !single || inside || !small;
	if (mentions.length < 2 || !inside || small || /^\p{Lu}{2,}s$/u.test(name)) return false;
	if (single && (isCommonEnding(name) || ADJECTIVES.has(name))) return false;
	if (MIXED_CASE.test(name) || forms.some((form) => ACRONYM.test(form.name))) return true;
	return hasFreeCapitals(language) && name.length > 2 && (!single || mentions.length > 2);
}

/** "Garmin Forerunner", "Apple Watch Ultra": what a known firm's name begins. */
function isProduct(name: string, language: string): boolean {
	const [maker = "", ...model] = name.split(/[ \u00a0]/);
	// "Apple Watch Ultra" goes on from a product.
	if (PRODUCTS.has(`${maker} ${model[0]}`)) return true;
	const last = model.at(-1) ?? "";
	return (
		isKnownOrganisation(maker, language) &&
		last !== "" &&
		!isCommonEnding(last) &&
		!placesOf(language).has(last)
	);
}

/** What a name is that neither its own words nor its neighbours tell. */
function untypedAs(name: string, language: string, publisher: string | undefined): EntityType {
	if (name === publisher) return "organisation";
	return isProduct(name, language) ? "product" : "other";
}

function firstRole(mentions: readonly Mention[], language: string): string | undefined {
	for (const mention of mentions) {
		const role = roleAt(mention, language);
		if (role !== undefined) return role;
	}
	return undefined;
}

function toEntity({ name, type, forms, mentions }: Group, { language, article }: Text): Entity | undefined {
	const [first] = mentions;
	if (!first) return undefined;
	const role = type === "person" ? firstRole(mentions, language) : undefined;
	return {
		name,
		type: type ?? untypedAs(name, language, article.metadata.publisher?.name),
		...(role === undefined ? {} : { role }),
		aliases: forms.map((form) => form.name).filter((form) => form !== name),
		mentions: mentions.length,
		evidence: [evidenceOf(first.sentence, first.start, first.end)],
	};
}

/** The entities that a summary tells of. */
export const toldOf = (entities: readonly Entity[]): Entity[] => entities.slice(0, MOST);

/**
 * Who and what an article names, most mentioned first. Names are runs of capitals; tables of words, titles and
 * neighbours say what they are, and short forms go with the full one where only one can be meant. What might
 * be no name at all is left out.
 */
export function findEntities(text: Text): Entity[] {
	const words = wordsOfSentences(text);
	const capitals = capitalsOf(text, words);
	const mentions = [...mentionsOf(text, words, capitals), ...uncasedPlaces(text, words)];
	const forms = formsOf(mentions);
	for (const form of titlePeople(text, forms, capitals)) forms.set(form.name, form);
	const entities: Entity[] = [];
	for (const group of groupsOf(forms, capitals, text.language)) {
		const entity = isSure(group, capitals, text.language) ? toEntity(group, text) : undefined;
		if (entity) entities.push(entity);
	}
	const place = ({ evidence: [first] }: Entity): number => (first ? first.block * 1e7 + first.start : 0);
	return entities.sort((a, b) => b.mentions - a.mentions || place(a) - place(b)).slice(0, MOST_NAMED);
}
