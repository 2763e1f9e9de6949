/**
 * An article's title, by vote: its headings, the titles it declares, and these without their last part are
 * the candidates. Spellings of the same words are one candidate; what is known of each speaks for it.
 */
import type { MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock } from "../page.ts";
import { Ballot, type Candidate, elect } from "./ballot.ts";
import { withoutKicker, withoutLastPart, withoutSiteName } from "./title-parts.ts";
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
	let first: string | undefined;
	for (const [at, { kind, level, text, markup, linkDensity }] of labelled.entries()) {
		if ((level !== 1 && kind !== "title") || markup?.hidden === true || text.length > MAX_TITLE) continue;
		if (isSite(text) && (level === 1 || linkDensity > 0)) continue;
		if (level === 1) first ??= text;
		const traits: TitleTrait[] = [
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

/** A title that ends in dots goes where another goes on. */
const withoutCutShort = (candidates: readonly TitleCandidate[]): readonly TitleCandidate[] =>
	candidates.filter(
		({ value, key }) =>
			!/(?:…|\.\.\.)$/.test(value) ||
			!candidates.some((other) => other.key.length > key.length && other.key.startsWith(key)),
	);

/** What only all candidates together tell. */
function compare(candidates: readonly TitleCandidate[]): void {
	const declared = candidates.filter(isDeclared).map(({ value }) => wordsOf(value));
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
		if (key.length > MIN_SHARED && longer.some((other) => other.key.startsWith(key))) traits.add("begins");
		if (key.length > MIN_SHARED && longer.some((other) => other.key.endsWith(key))) traits.add("ends");
		if (words.length <= 1) traits.add("one word");
		else if (words.length <= FEW_WORDS) traits.add("few words");
		if (!isShown(candidate)) continue;
		if (hasHeadline && !traits.has("json-ld")) traits.add("heading against json-ld");
		if (isNews && !traits.has("json-ld")) traits.add("heading against news");
		if (isDeclared(candidate)) continue;
		if (!traits.has("without its last part")) traits.add("only shown");
		if (declared.some((other) => sharedWords(words, other) > SHARES_WORDS)) traits.add("shares words");
	}
}

/** All that may be the title, with what is known of each; `siteNames` are what the site is called. */
export function titleCandidates(
	labelled: readonly LabelledBlock[],
	declared: readonly DeclaredTitle[],
	siteNames: readonly string[],
	isNews: boolean,
): readonly TitleCandidate[] {
	const names = new Set(siteNames.map(essence));
	const ballot = new TitleBallot();
	const cleaned = declared.map((one) => ({ ...one, value: withoutSiteName(one.value, siteNames) }));
	const texts = cleaned.map(({ value }) => value);
	addHeadings(ballot, labelled, texts, (text) => names.has(essence(text)));
	for (const { value, source, trait } of cleaned) {
		ballot.title(value, source, isNews && trait === "json-ld" ? [trait, "news json-ld"] : [trait]);
		const shorter = trait === "json-ld" || trait === "card" ? undefined : withoutLastPart(value);
		if (shorter !== undefined) ballot.title(shorter, source, ["without its last part"]);
	}
	const candidates = withoutCutShort(ballot.candidates());
	compare(candidates);
	return candidates;
}

/** The title that most speaks for. */
export const electTitle = (candidates: readonly TitleCandidate[]): Finding<string> | undefined =>
	elect(candidates, TITLE_VOTES);
