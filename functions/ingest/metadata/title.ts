/**
 * An article's title, by vote: its headings, the titles it declares, and these without their last part are
 * the candidates. Spellings of the same words are one candidate; what is known of each speaks for it.
 */
import type { MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock } from "../page.ts";
import { Ballot, type Candidate, elect } from "./ballot.ts";
import {
	isLastPart,
	withoutFirstPart,
	withoutKicker,
	withoutLastPart,
	withoutSiteName,
} from "./title-parts.ts";
import type { TitleTrait } from "./traits.ts";
import { essence, type Finding } from "./values.ts";
import { TITLE_VOTES } from "./votes.ts";

/** A title that the page declares in its head. */
export interface DeclaredTitle extends Finding<string> {
	readonly trait: "open graph" | "json-ld" | "card" | "document";
}

const MAX_TITLE = 400;
/** Shorter than this, one title's being in another may be chance. */
const MIN_SHARED = 10;
/** Share of the words of the longer one. */
const SHARES_WORDS = 0.15;
/** The first paragraph of the text is longer than this. */
const PARAGRAPH = 80;
const FEW_WORDS = 3;
/** A heading that is a link this far. */
const LINK = 0.8;

/** Kinds that a heading of the article doesn't stand in. */
const FURNITURE: ReadonlySet<LabelledBlock["kind"]> = new Set([
	"navigation",
	"related",
	"promotion",
	"comments",
	"legal",
	"form",
	"advertisement",
]);

class TitleBallot extends Ballot<string, TitleTrait> {
	/** The first spelling is kept, so what is shown has to come first. */
	title(text: string, source: MetadataSource, traits: readonly TitleTrait[]): void {
		if (text.length <= MAX_TITLE) this.add(essence(text), text, source, traits);
	}
}

type TitleCandidate = Candidate<string, TitleTrait>;

/** The headings that may be the article's, with what speaks for each. */
function addHeadings(
	ballot: TitleBallot,
	labelled: readonly LabelledBlock[],
	declared: readonly string[],
	isSite: (text: string) => boolean,
): void {
	const start = labelled.findIndex(({ kind, text }) => kind === "body" && text.length > PARAGRAPH);
	const known = new Set(declared.map(essence));
	let first: string | undefined;
	for (const [at, { kind, level, text, markup, linkDensity }] of labelled.entries()) {
		if ((level !== 1 && kind !== "title") || markup?.hidden === true || text.length > MAX_TITLE) continue;
		if (isSite(text) && (level === 1 || linkDensity > 0)) continue;
		if (level === 1) first ??= text;
		const traits: TitleTrait[] = [
			level !== 1 ? "lower heading" : text === first ? "first heading" : "later heading",
		];
		if (linkDensity > LINK) traits.push("linked heading");
		if (FURNITURE.has(kind) && !known.has(essence(text))) traits.push("heading in furniture");
		if (start >= 0 && at > start + 3) traits.push("heading below the text");
		ballot.title(withoutKicker(text, declared), "visible", traits);
	}
}

const wordsOf = (text: string): readonly string[] =>
	text.toLowerCase().match(/\p{Lo}|[\p{L}\p{N}]{2,}/gu) ?? [];

/** Share of the words of the longer text that both have. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
	const known = new Set(b);
	return a.filter((word) => known.has(word)).length / Math.max(a.length, known.size, 1);
}

const isShown = ({ traits }: TitleCandidate): boolean =>
	traits.has("first heading") || traits.has("later heading") || traits.has("lower heading");

const isDeclared = ({ traits }: TitleCandidate): boolean =>
	traits.has("open graph") || traits.has("json-ld") || traits.has("card") || traits.has("document");

/** Search engines take so much of a headline, so systems cut it there. */
const CUT = { from: 100, to: 112 } as const;

/** Does a title end where it was cut: in dots, at the limit of headlines, at a quotation mark that ended its attribute? */
const isCutShort = ({ value, traits }: TitleCandidate, whole: string): boolean =>
	/(?:…|\.\.\.)$/.test(value) ||
	(traits.has("json-ld") && value.length >= CUT.from && value.length <= CUT.to) ||
	(traits.has("open graph") && whole.startsWith(value) && /^\s?["']/.test(whole.slice(value.length)));

/** A title that was cut short goes where another goes on. */
const withoutCutShort = (candidates: readonly TitleCandidate[]): readonly TitleCandidate[] =>
	candidates.filter(
		(candidate) =>
			!candidates.some(
				({ key, value }) =>
					key.length > candidate.key.length && key.startsWith(candidate.key) && isCutShort(candidate, value),
			),
	);

/** Does a heading end with a title, a kicker without a mark before it, which stood on a line of its own? */
const isAfterKicker = (heading: string, title: string): boolean =>
	title.length > MIN_SHARED &&
	title.length < heading.length &&
	heading.endsWith(title) &&
	/(?:[\p{L}\p{N}]|\s:)\s?$/u.test(heading.slice(0, -title.length));

/** What only all candidates together tell. */
function compare(candidates: readonly TitleCandidate[]): void {
	const declaredOnes = candidates.filter(isDeclared);
	const declared = declaredOnes.map(({ value }) => wordsOf(value));
	const shown = candidates.filter(isShown).map(({ key }) => key);
	const isNews = candidates.some(({ traits }) => traits.has("news json-ld"));
	const hasHeadline = candidates.some(({ traits }) => traits.has("json-ld"));
	for (const candidate of candidates) {
		const { value, key, traits } = candidate;
		const hasKicker = shown.some((other) => key.endsWith(other) || key.startsWith(other));
		if (!isShown(candidate) && traits.has("news json-ld") && traits.has("open graph") && !hasKicker)
			traits.add("news declared alike");
		const words = wordsOf(value);
		const longer = candidates.filter((other) => other.key.length > key.length);
		// One word that others begin or end with is their section.
		const isShared = key.length > MIN_SHARED && words.length > 1;
		if (isShared && longer.some((other) => other.key.startsWith(key))) traits.add("begins");
		if (isShared && longer.some((other) => other.key.endsWith(key))) traits.add("ends");
		if (words.length <= 1) traits.add("one word");
		else if (words.length <= FEW_WORDS) traits.add("few words");
		if (!isShown(candidate)) continue;
		if (!isNews) traits.add("heading without news");
		if (hasHeadline && !traits.has("json-ld")) traits.add("heading against json-ld");
		if (isNews && !traits.has("json-ld")) traits.add("heading against news");
		if (declaredOnes.some((other) => isAfterKicker(value, other.value))) traits.add("shown with kicker");
		if (isDeclared(candidate)) continue;
		if (!isNews) traits.add("only shown without news");
		if (!traits.has("without its last part")) traits.add("only shown");
		if (declared.some((other) => sharedWords(words, other) > SHARES_WORDS)) traits.add("shares words");
	}
}

/** Headings that link elsewhere and that the document's title ends with: what the site is called. */
const logosOf = (
	labelled: readonly LabelledBlock[],
	declared: readonly DeclaredTitle[],
): readonly string[] => {
	const documents = declared.flatMap(({ trait, value }) => (trait === "document" ? [value] : []));
	return labelled.flatMap(({ level, linkDensity, text }) =>
		level === 1 && linkDensity > LINK && documents.some((title) => isLastPart(title, text)) ? [text] : [],
	);
};

/** All that may be the title, with what is known of each; `siteNames` are what the site is called. */
export function titleCandidates(
	labelled: readonly LabelledBlock[],
	declared: readonly DeclaredTitle[],
	siteNames: readonly string[],
	isNews: boolean,
): readonly TitleCandidate[] {
	const sites = [...siteNames, ...logosOf(labelled, declared)];
	const names = new Set(sites.map(essence));
	const ballot = new TitleBallot();
	// Most pages declare the same title in several places.
	const values = [...new Set(declared.map(({ value }) => value))];
	const clean = new Map(values.map((value) => [value, withoutSiteName(value, sites)]));
	const cleaned = declared.map((one) => ({ ...one, value: clean.get(one.value) ?? one.value }));
	const texts = cleaned.map(({ value }) => value);
	addHeadings(ballot, labelled, texts, (text) => names.has(essence(text)));
	for (const { value, source, trait } of cleaned) {
		ballot.title(value, source, isNews && trait === "json-ld" ? [trait, "news json-ld"] : [trait]);
		const shorter = trait === "json-ld" || trait === "card" ? undefined : withoutLastPart(value);
		if (shorter !== undefined) ballot.title(shorter, source, ["without its last part"]);
		const end = trait === "json-ld" || trait === "card" ? undefined : withoutFirstPart(value);
		if (end !== undefined) ballot.title(end, source, ["without its first part"]);
	}
	const candidates = withoutCutShort(ballot.candidates());
	compare(candidates);
	return candidates;
}

/** The title that most speaks for. */
export const electTitle = (candidates: readonly TitleCandidate[]): Finding<string> | undefined =>
	elect(candidates, TITLE_VOTES);
