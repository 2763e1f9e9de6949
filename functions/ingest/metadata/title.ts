/**
 * An article's title, by vote: its headings, the titles it declares, and these without their last part are
 * the candidates. Spellings of the same words are one candidate; what is known of each speaks for it.
 */
import type { MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock } from "../page.ts";
import { Ballot, type Candidate, elect } from "./ballot.ts";
import { withoutKicker, withoutLastPart, withoutSiteName } from "./title-parts.ts";
import { essence, type Finding } from "./values.ts";

/**
 * How much each trait speaks for a candidate: a conditional logit over the candidates of a page, fitted on
 * the `train` and `validate` sites of the page sets that have titles (bench/split.ts), sets weighted so that
 * none outvotes another. A document's own title is the measure: 0.
 */
const VOTES = {
	/** The page's first heading of level 1 that isn't the site's name. */
	"first heading": 2.2,
	"later heading": 1.7,
	/** Of level 2 or lower, where a title stands. */
	"lower heading": 1.9,
	/** A heading that links elsewhere: a site's logo, another article. */
	"linked heading": -0.6,
	"heading below the text": -2.4,
	"heading in furniture": -1.6,
	"open graph": 1.6,
	"json-ld": 0.6,
	/** Twitter's, Dublin Core's and content systems' own, microdata. */
	card: 0.4,
	document: 0,
	"without its last part": 0.2,
	/** A heading that differs from JSON-LD's headline: newsrooms fill that in by hand. */
	"heading against json-ld": -1.2,
	/** A heading that nothing declares, but that has words of what is declared. */
	"shares words": 0.5,
	/** What another candidate begins or ends with, of this length at least. */
	begins: 0.8,
	ends: 1.2,
	"few words": -0.9,
	"one word": -1.3,
} as const;

/** Something known of a candidate. */
type Trait = keyof typeof VOTES;

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

class TitleBallot extends Ballot<string, Trait> {
	/** The first spelling is kept, so what is shown has to come first. */
	title(text: string, source: MetadataSource, traits: readonly Trait[]): void {
		if (text.length <= MAX_TITLE) this.add(essence(text), text, source, traits);
	}
}

type TitleCandidate = Candidate<string, Trait>;

/** The headings that may be the article's, with what speaks for each. */
function addHeadings(
	ballot: TitleBallot,
	labelled: readonly LabelledBlock[],
	declared: readonly string[],
	isSite: (text: string) => boolean,
): void {
	const start = labelled.findIndex(({ kind, text }) => kind === "body" && text.length > PARAGRAPH);
	let first: string | undefined;
	for (const [at, { kind, level, text, markup, linkDensity }] of labelled.entries()) {
		if ((level !== 1 && kind !== "title") || markup?.hidden === true || text.length > MAX_TITLE) continue;
		if (isSite(text) && (level === 1 || linkDensity > 0)) continue;
		if (level === 1) first ??= text;
		const traits: Trait[] = [
			level !== 1 ? "lower heading" : text === first ? "first heading" : "later heading",
		];
		if (linkDensity > 0.8) traits.push("linked heading");
		if (FURNITURE.has(kind)) traits.push("heading in furniture");
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

/** What only all candidates together tell. */
function compare(candidates: readonly TitleCandidate[]): void {
	const declared = candidates.filter(isDeclared).map(({ value }) => wordsOf(value));
	const hasHeadline = candidates.some(({ traits }) => traits.has("json-ld"));
	for (const candidate of candidates) {
		const { value, key, traits } = candidate;
		const words = wordsOf(value);
		const longer = candidates.filter((other) => other.key.length > key.length);
		if (key.length > MIN_SHARED && longer.some((other) => other.key.startsWith(key))) traits.add("begins");
		if (key.length > MIN_SHARED && longer.some((other) => other.key.endsWith(key))) traits.add("ends");
		if (words.length <= 1) traits.add("one word");
		else if (words.length <= FEW_WORDS) traits.add("few words");
		if (!isShown(candidate)) continue;
		if (hasHeadline && !traits.has("json-ld")) traits.add("heading against json-ld");
		if (!isDeclared(candidate) && declared.some((other) => sharedWords(words, other) > SHARES_WORDS))
			traits.add("shares words");
	}
}

/** The title that most speaks for; `siteNames` are what the site is called. */
export function chooseTitle(
	labelled: readonly LabelledBlock[],
	declared: readonly DeclaredTitle[],
	siteNames: readonly string[],
): Finding<string> | undefined {
	const names = new Set(siteNames.map(essence));
	const ballot = new TitleBallot();
	const cleaned = declared.map((one) => ({ ...one, value: withoutSiteName(one.value, siteNames) }));
	const texts = cleaned.map(({ value }) => value);
	addHeadings(ballot, labelled, texts, (text) => names.has(essence(text)));
	for (const { value, source, trait } of cleaned) {
		ballot.title(value, source, [trait]);
		const shorter = trait === "json-ld" || trait === "card" ? undefined : withoutLastPart(value);
		if (shorter !== undefined) ballot.title(shorter, source, ["without its last part"]);
	}
	const candidates = ballot.candidates();
	compare(candidates);
	return elect(candidates, VOTES);
}
