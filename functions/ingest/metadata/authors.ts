/**
 * Who wrote an article, by vote: the people in its data and all lines on the page that may be bylines are
 * candidates; what each place says, and how much a name looks like someone's, speaks for or against them.
 */
import type { Author, MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock } from "../page.ts";
import { authorLines } from "./author-lines.ts";
import { Ballot, type Candidate, elect } from "./ballot.ts";
import { readByline, readDeclared } from "./byline.ts";
import { IS_AGENCY } from "./byline-words.ts";
import type { LinkedAuthor } from "./linked-data.ts";
import { ROLE } from "./roles.ts";
import type { AuthorTrait } from "./traits.ts";
import { essence, type Finding } from "./values.ts";
import { AUTHOR_MINIMUM, AUTHOR_VOTES } from "./votes.ts";

/** More authors than these don't write one article; the rest are those of a list. */
const MAX_AUTHORS = 20;
/** Authors in microdata beyond these are those of comments and of other articles. */
const MAX_MARKED = 8;
/** So many names in one place are rarely one article's. */
const MANY = 4;

type People = readonly Author[];

/** Where to look for authors, and what they must not be mistaken for. */
export interface AuthorSources {
	readonly labelled: readonly LabelledBlock[];
	/** JSON-LD's of the article, and of other things on the page. */
	readonly linked: readonly LinkedAuthor[];
	readonly alsoLinked: readonly LinkedAuthor[];
	/** The values of each `<meta>`, best first. */
	readonly meta: readonly (readonly string[])[];
	readonly card: readonly string[];
	readonly microdata: readonly string[];
	readonly siteNames: readonly string[];
}

/** What a name is, however it is spelt: with or without accents, in capitals. */
const nameKey = (name: string): string =>
	essence(/[^\0-\x7f]/.test(name) ? name.normalize("NFD").replace(/[\u0300-\u036f]+/g, "") : name);

const keyOf = (people: People): string =>
	people
		.map(({ name }) => nameKey(name))
		.toSorted()
		.join(" ");

/** Names once each, with the role that any of their mentions has. */
export function mergeAuthors(authors: People): People {
	const byName = new Map<string, Author>();
	for (const { name, role } of authors) {
		const key = nameKey(name);
		const known = byName.get(key);
		if (!known) byName.set(key, { name, ...(role !== undefined && { role }) });
		else if (known.role === undefined && role !== undefined) byName.set(key, { ...known, role });
	}
	return [...byName.values()].slice(0, MAX_AUTHORS);
}

class AuthorBallot extends Ballot<People, AuthorTrait> {
	name(people: People, source: MetadataSource, traits: readonly AuthorTrait[]): void {
		const merged = mergeAuthors(people);
		this.add(keyOf(merged), merged, source, traits);
	}
}

const peopleOf = (linked: readonly LinkedAuthor[]): People =>
	linked.flatMap(({ name, role, organisation }) =>
		organisation ? [{ name }] : readDeclared(name).map((author) => (role ? { ...author, role } : author)),
	);

function addDeclared(
	ballot: AuthorBallot,
	{ linked, alsoLinked, meta, card, microdata }: AuthorSources,
	isSite: (name: string) => boolean,
): void {
	ballot.name(withoutSite(peopleOf(linked), isSite), "json-ld", ["json-ld"]);
	ballot.name(withoutSite(peopleOf(alsoLinked), isSite), "json-ld", ["json-ld elsewhere"]);
	for (const [at, values] of meta.entries())
		ballot.name(withoutSite(values.slice(0, MAX_AUTHORS).flatMap(readDeclared), isSite), "meta", [
			at === 0 ? "meta" : "other meta",
		]);
	ballot.name(card.flatMap(readDeclared), "meta", ["labelled card"]);
	const marked = microdata.slice(0, MAX_MARKED).map(readByline);
	const several = new Set(marked.map(keyOf)).size > 1;
	ballot.name(marked.flat(), "microdata", [several ? "microdata of several" : "microdata"]);
	if (several) ballot.name(marked[0] ?? [], "microdata", ["first of several"]);
}

/** Words of names that are a newsroom's, an agency's or a firm's. */
const TEAM =
	/(?<!\p{L})(?:team|staff|editors?|editorial|redaktion|redacción|redazione|rédaction|redação|newsroom|desk|bureau|agency|agencies|agenturen|news|online|blog|magazine?|press|media|inc|llc|ltd|gmbh|e\.?v|university|institute?|department|company|group|association|haber|redaksiyon|redakcj[ai]|redakce|редакци[яи]|редакція|correspondents?|agencia|agência|agence|agenzia|agentur|agentura|ajansı?|агентство|агенція)(?!\p{L})|\.(?:com|de|org|net|at|ch|fr)$|編集部|编辑部|編輯|(?:网|網|社|报|報|新聞|新闻|ニュース|部|台|뉴스|일보|신문|통신|편집부)$/iu;
const PARTICLE =
	"de|da|di|do|dos|das|del|della|van|von|der|den|la|le|el|al|bin|ibn|ben|ter|te|af|av|und|zu|y|e";
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}`;
const PERSON = new RegExp(
	`^(?:${CAPITALISED}|(?:${PARTICLE})(?=\\s))(?:\\s(?:${CAPITALISED}|${PARTICLE})){1,5}$|^[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}・ ]{2,12}$|^\\p{Script=Hangul}{2,5}$|^(?:\\p{Lo}[\\p{L}\\p{M}.'’-]{1,20})(?:\\s\\p{Lo}[\\p{L}\\p{M}.'’-]{1,20}){1,4}$`,
	"u",
);

/** Words of sections and positions, which nobody is called. By hand, from the menus of sites. */
const NO_SURNAME =
	/(?<!\p{L})(?:coordinator|members?|moderator|officer|president|minister|marketing|management|development|design|engineering|partners|services?|solutions|insights|updates?|guides?|tips|reviews?|health|wellness|travel|lifestyle|world|sports?|politics|business|technology|science|education|economy|culture|opinion|entertainment|features?|resources|products?|categor(?:y|ies)|archives?|popular|trending|latest|subscribe|newsletter|kultur|politik|wirtschaft|panorama|regional|lokales|gesellschaft|wissen|gesundheit|reisen?|aktuelle?s?|meldungen|nachrichten|noticias|política|economía|deportes?|cultura|sociedad|actualité|politique|économie|société|culture|santé|cronaca|politica|economia|attualità|haberler|gündem|ekonomi|spor|siyaset|dünya|nieuws|nyheter|nyheder|uutiset|wiadomości|polityka|gospodarka|новости|политика|экономика|общество|спорт|культура)(?!\p{L})/iu;

const isPerson = (name: string): boolean =>
	PERSON.test(name) && !TEAM.test(name) && !ROLE.test(name) && !NO_SURNAME.test(name);

/** Is a name what the site is called, or a part of it? */
function siteTest(siteNames: readonly string[]): (name: string) => boolean {
	const sites = siteNames.map(essence).filter((site) => site.length > 1);
	return (name) => {
		const key = essence(name);
		return sites.some(
			(site) =>
				site === key || (key.length > 3 && site.includes(key)) || (site.length > 3 && key.includes(site)),
		);
	};
}

/** `Ann Doe, Harbour News`: the second is where the first one works. */
function withoutSite(people: People, isSite: (name: string) => boolean): People {
	const others = people.filter(({ name }) => !isSite(name) && !/redaktion$/iu.test(name));
	return others.some(({ name }) => isPerson(name)) ? others : people;
}

/** Far from the article, one name may be its author's; several are those of a list. */
function addLines(
	ballot: AuthorBallot,
	labelled: readonly LabelledBlock[],
	isSite: (name: string) => boolean,
): void {
	const lines = authorLines(labelled);
	const far = new Set(lines.flatMap(({ people, traits }) => (traits.includes("far") ? keyOf(people) : [])));
	for (const { people, traits } of lines)
		ballot.name(
			withoutSite(people, isSite),
			"visible",
			far.size > 1 && traits.includes("far") ? [...traits, "one of several"] : traits,
		);
}

/** Longer entries are headlines. */
const MAX_ENTRY = 40;

/** What a page's menus lead to. */
function menuOf(labelled: readonly LabelledBlock[]): ReadonlySet<string> {
	const entries = new Set<string>();
	for (const { kind, text, type, linkDensity } of labelled)
		if (text.length <= MAX_ENTRY && type === "list-item" && linkDensity > 0 && kind !== "byline")
			entries.add(text.toLowerCase());
	return entries;
}

const SAID: readonly AuthorTrait[] = ["rel author", "author link", "label", "opening", "announced"];
const DECLARED: readonly AuthorTrait[] = ["json-ld", "meta", "other meta", "labelled card", "microdata"];

/** What says little of a name says nothing against it where something else says more. */
const OUTDONE: readonly (readonly [AuthorTrait, readonly AuthorTrait[]])[] = [
	["alone", [...SAID, ...DECLARED, "within"]],
	["element", [...SAID, ...DECLARED, "within"]],
];

function withoutOutdone(traits: Set<AuthorTrait>): void {
	for (const [trait, others] of OUTDONE)
		if (traits.has(trait) && others.some((other) => traits.has(other))) traits.delete(trait);
}

/** How a person's line says more than that it stands there. */
const BESIDE: ReadonlySet<AuthorTrait> = new Set([
	"next to the text",
	"rel author",
	"author link",
	"label",
	"opening",
	"element",
]);

/** What the names themselves, and all candidates together, tell. */
function judge(
	candidates: readonly Candidate<People, AuthorTrait>[],
	sources: AuthorSources,
	isSite: (name: string) => boolean,
): void {
	const heading = sources.labelled.find(({ kind, level }) => kind === "title" || level === 1)?.text ?? "";
	const title = essence(heading.slice(0, 400));
	const namesOf = (people: People): readonly string[] => people.map(({ name }) => essence(name));
	const isDeclared = ({ traits }: Candidate<People, AuthorTrait>): boolean =>
		traits.has("json-ld") || traits.has("json-ld elsewhere") || traits.has("meta");
	const declared = candidates.filter(isDeclared).map(({ value }) => namesOf(value));
	const hasPerson = candidates.some(
		({ value, traits }) =>
			[...traits].some((trait) => BESIDE.has(trait)) &&
			!traits.has("far") &&
			!traits.has("related") &&
			!traits.has("furniture") &&
			value.every(({ name }) => isPerson(name) && !isSite(name)),
	);
	const menu = menuOf(sources.labelled);
	for (const candidate of candidates) {
		const { value, traits } = candidate;
		withoutOutdone(traits);
		if (value.every(({ name }) => isPerson(name) && !isSite(name))) traits.add("person");
		if (value.every(({ name }) => isSite(name)))
			traits.add(hasPerson ? "the site beside a person" : "the site");
		if (value.every(({ name }) => IS_AGENCY.test(name))) traits.add("agency");
		if (value.length > MANY) traits.add("many");
		if (candidate.source !== "visible" || isDeclared(candidate)) continue;
		if (menu.has(value.map(({ name }) => name.toLowerCase()).join(" "))) traits.add("in menu");
		const names = namesOf(value);
		if (names.every((name) => title.includes(name))) traits.add("in title");
		for (const others of declared) {
			if (others.length < names.length && others.every((one) => names.some((name) => name.includes(one))))
				traits.add("holds declared");
			else if (others.length > names.length && names.every((name) => others.includes(name)))
				traits.add("part of declared");
		}
	}
}

/** All that may be the authors, with what is known of each. */
export function authorCandidates(sources: AuthorSources): readonly Candidate<People, AuthorTrait>[] {
	const ballot = new AuthorBallot();
	const isSite = siteTest(sources.siteNames);
	addDeclared(ballot, sources, isSite);
	addLines(ballot, sources.labelled, isSite);
	const candidates = ballot.candidates();
	judge(candidates, sources, isSite);
	return candidates;
}

/** The authors that most speaks for, if there are any. */
export const electAuthors = (
	candidates: readonly Candidate<People, AuthorTrait>[],
): Finding<People> | undefined => elect(candidates, AUTHOR_VOTES, AUTHOR_MINIMUM);
