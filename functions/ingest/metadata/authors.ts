/**
 * Who wrote an article, by vote: the people in its data and all lines on the page that may be bylines are
 * candidates; what each place says, and how much a name looks like someone's, speaks for or against them.
 */
import type { Author, MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock } from "../page.ts";
import { type AuthorLine, authorLines } from "./author-lines.ts";
import { Ballot, type Candidate, elect } from "./ballot.ts";
import { readByline } from "./byline.ts";
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
	/** JSON-LD's; an organisation's name is not to be taken apart. */
	readonly linked: readonly (Author & { readonly organisation: boolean })[];
	/** The values of each `<meta>`, best first. */
	readonly meta: readonly (readonly string[])[];
	readonly microdata: readonly string[];
	readonly siteNames: readonly string[];
}

const keyOf = (people: People): string =>
	people
		.map(({ name }) => essence(name))
		.toSorted()
		.join(" ");

/** Names once each, with the role that any of their mentions has. */
export function mergeAuthors(authors: People): People {
	const byName = new Map<string, Author>();
	for (const { name, role } of authors) {
		const key = essence(name);
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

function addDeclared(ballot: AuthorBallot, { linked, meta, microdata }: AuthorSources): void {
	const people = linked.flatMap(({ name, role, organisation }) =>
		organisation ? [{ name }] : readByline(name).map((author) => (role ? { ...author, role } : author)),
	);
	ballot.name(people, "json-ld", ["json-ld"]);
	for (const [at, values] of meta.entries())
		ballot.name(values.slice(0, MAX_AUTHORS).flatMap(readByline), "meta", [at === 0 ? "meta" : "other meta"]);
	const marked = microdata.slice(0, MAX_MARKED).map(readByline);
	const several = new Set(marked.map(keyOf)).size > 1;
	ballot.name(marked.flat(), "microdata", [several ? "microdata of several" : "microdata"]);
	if (several) ballot.name(marked[0] ?? [], "microdata", ["first of several"]);
}

/** Far from the article, one name may be its author's; several are those of a list. */
function addLines(ballot: AuthorBallot, lines: readonly AuthorLine[]): void {
	const far = new Set(lines.flatMap(({ people, traits }) => (traits.includes("far") ? keyOf(people) : [])));
	for (const { people, traits } of lines)
		ballot.name(
			people,
			"visible",
			far.size > 1 && traits.includes("far") ? [...traits, "one of several"] : traits,
		);
}

/** Words of names that are a newsroom's, an agency's or a firm's. */
const TEAM =
	/(?<!\p{L})(?:team|staff|editors?|editorial|redaktion|redacción|redazione|rédaction|redação|newsroom|desk|bureau|agency|agencies|agenturen|news|online|blog|magazine?|press|media|inc|llc|ltd|gmbh|e\.?v|university|institute?|department|company|group|association)(?!\p{L})|\.(?:com|de|org|net|at|ch|fr)$|編集部|编辑部|編輯/iu;
const PARTICLE = "de|da|di|do|dos|del|van|von|der|den|la|le|el|al|bin|ibn|ben|ter|te";
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}`;
const PERSON = new RegExp(
	`^(?:${CAPITALISED}|(?:${PARTICLE})(?=\\s))(?:\\s(?:${CAPITALISED}|${PARTICLE})){1,5}$|^[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}・ ]{2,12}$`,
	"u",
);

const isPerson = (name: string): boolean => PERSON.test(name) && !TEAM.test(name);

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

/** What the names themselves, and all candidates together, tell. */
function judge(candidates: readonly Candidate<People, AuthorTrait>[], sources: AuthorSources): void {
	const isSite = siteTest(sources.siteNames);
	const heading = sources.labelled.find(({ kind, level }) => kind === "title" || level === 1)?.text ?? "";
	const title = essence(heading.slice(0, 400));
	const namesOf = (people: People): readonly string[] => people.map(({ name }) => essence(name));
	const isDeclared = ({ traits }: Candidate<People, AuthorTrait>): boolean =>
		traits.has("json-ld") || traits.has("meta");
	const declared = candidates.filter(isDeclared).map(({ value }) => namesOf(value));
	const hasPerson = candidates.some(
		({ value, traits }) =>
			traits.has("next to the text") && value.every(({ name }) => isPerson(name) && !isSite(name)),
	);
	for (const candidate of candidates) {
		const { value, traits } = candidate;
		if (value.every(({ name }) => isPerson(name) && !isSite(name))) traits.add("person");
		if (value.every(({ name }) => isSite(name)))
			traits.add(hasPerson ? "the site beside a person" : "the site");
		if (value.length > MANY) traits.add("many");
		if (candidate.source !== "visible" || isDeclared(candidate)) continue;
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
	addDeclared(ballot, sources);
	addLines(ballot, authorLines(sources.labelled));
	const candidates = ballot.candidates();
	judge(candidates, sources);
	return candidates;
}

/** The authors that most speaks for, if there are any. */
export const electAuthors = (
	candidates: readonly Candidate<People, AuthorTrait>[],
): Finding<People> | undefined => elect(candidates, AUTHOR_VOTES, AUTHOR_MINIMUM);
