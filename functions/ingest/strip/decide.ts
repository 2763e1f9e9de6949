/** From probabilities of blocks to a body: what one block alone can't tell. */
import type { StrippedKind } from "../../shared/article.ts";
import type { PageBlock } from "../page.ts";
import { DATELINE } from "./phrases.ts";
import type { RuleLabel } from "./rules.ts";

/** A block with what rules and trees think of it. */
export interface Judged {
	readonly block: PageBlock;
	readonly rule: RuleLabel;
	/** How likely it is body. */
	readonly likely: number;
	kept: boolean;
}

/** What is at least this likely is kept. Chosen on sites held out of training (docs/model-card.md). */
const THRESHOLD = 0.45;
/** Where the ancestors claim to hold something else, it has to be likelier. */
const THRESHOLDS: ReadonlyMap<StrippedKind | undefined, number> = new Map([
	["caption", 0.65],
	["other", 0.65],
	["legal", 0.75],
	["comments", 0.6],
	["promotion", 0.6],
]);
/** Phrases that next to no body has: at most 1 in 120 such blocks of articles is body in the training data. */
const NEVER_BODY: ReadonlySet<StrippedKind | undefined> = new Set<StrippedKind>([
	"share",
	"advertisement",
	"legal",
	"navigation",
]);
/** Longer text with a date in it says more than the date. */
const MAX_DATELINE = 60;
/** So much text outside of comments is an article, in characters. */
const MIN_ARTICLE = 300;
/** Copies of kept text have to be this share of it to be a second body; a phrase may come twice. */
const COPY_SHARE = 0.2;
/** Shorter text is repeated by chance. */
const MIN_COPY = 40;
/** A heading above nothing that is kept is kept only if it is as likely as this. */
const LONE_HEADING = 0.8;

/** What the rules know better: a title, a link that says that it leads elsewhere, and what two witnesses name. */
const isCertain = ({ rule: { kind, hint, phrase }, block }: Judged): boolean =>
	kind === "title" ||
	(phrase === "related" && block.linkDensity > 0.5) ||
	(phrase !== undefined && phrase === hint) ||
	(hint === "dateline" && block.text.length <= MAX_DATELINE && DATELINE.test(block.text)) ||
	NEVER_BODY.has(phrase);

const byLikelihood = (judged: readonly Judged[]): void => {
	for (const one of judged)
		one.kept = one.likely >= (THRESHOLDS.get(one.rule.hint) ?? THRESHOLD) && !isCertain(one);
};

/** A forum's replies are its body; below an article they aren't. */
const withoutComments = (judged: readonly Judged[], isForum: boolean): void => {
	const article = judged.filter(({ block, rule }) => rule.kind === "body" && block.type !== "heading");
	const length = article.reduce((sum, { block }) => sum + block.text.length, 0);
	if (isForum || length < MIN_ARTICLE) return;
	for (const one of judged) if (one.rule.hint === "comments") one.kept = false;
};

/** Pages repeat their body for other screen sizes. */
const withoutCopies = (judged: readonly Judged[]): void => {
	const seen = new Set<string>();
	const copies: Judged[] = [];
	let [all, copied] = [0, 0];
	for (const one of judged) {
		const { text } = one.block;
		if (!one.kept) continue;
		all += text.length;
		if (text.length >= MIN_COPY && seen.has(text)) {
			copies.push(one);
			copied += text.length;
		}
		seen.add(text);
	}
	if (copied >= COPY_SHARE * all) for (const copy of copies) copy.kept = false;
};

/** Headings of what was cut go with it. */
const withoutLoneHeadings = (judged: readonly Judged[]): void => {
	let heads = false;
	for (const one of judged.toReversed()) {
		if (one.block.type !== "heading") heads ||= one.kept;
		else {
			if (!heads && one.likely < LONE_HEADING) one.kept = false;
			if (!one.kept) heads = false;
		}
	}
};

const STEPS = [byLikelihood, withoutComments, withoutCopies, withoutLoneHeadings] as const;

/** Decides which blocks are kept. */
export function decide(judged: readonly Judged[], isForum: boolean): void {
	for (const step of STEPS) step(judged, isForum);
}
