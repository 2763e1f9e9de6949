/** From probabilities of blocks to a body: what one block alone can't tell. */
import type { StrippedKind } from "../../shared/article.ts";
import { endsUnmarked, MIN_UNMARKED } from "../characters.ts";
import { isDateline } from "../metadata/datelines.ts";
import type { PageBlock } from "../page.ts";
import { cardTest } from "./cards.ts";
import type { Outline } from "./outline.ts";
import { DATELINE } from "./phrases.ts";
import { latinLength, proseIn } from "./prose.ts";
import type { RuleLabel } from "./rules.ts";

/** A block with what rules and trees think of it. */
export interface Judged {
	readonly block: PageBlock;
	readonly rule: RuleLabel;
	/** How likely it is body. */
	readonly likely: number;
	kept: boolean;
	/** What it is where that was found when it was cut. */
	kind?: StrippedKind;
}

/** What is known of the page when its blocks are decided on. */
interface Ground {
	readonly isArticle: boolean;
	readonly isSurelyArticle: boolean;
	readonly outline: Outline;
}

/** What is at least this likely is kept. Chosen on sites held out of training (docs/model-card.md). */
const THRESHOLD = 0.45;
/** The same on pages that aren't articles. */
const THRESHOLD_ELSEWHERE = 0.4;
/** Where the ancestors claim to hold something else, it has to be likelier. */
const THRESHOLDS: ReadonlyMap<StrippedKind | undefined, number> = new Map([
	["caption", 0.7],
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
/** A page as likely an article as this is taken for one. */
const MIN_ARTICLE = 0.3;
/** What is less likely one may be a list, whose entries may be cards. */
const SURELY_ARTICLE = 0.8;
/** So much text outside of comments is an article, in characters. */
const MIN_LENGTH = 300;
/** Copies of kept text have to be this share of it to be a second body; a phrase may come twice. */
const COPY_SHARE = 0.2;
/** So much of the copies has to stand below all that they repeat, and has to be so much of what stands there. */
const COPIES_BELOW = 0.8;
const COPIES_DENSE = 0.5;
/** Shorter text is repeated by chance. */
const MIN_COPY = 40;
/** Where nothing is likelier, what is at least this likely is kept if it is running text. */
const DOUBTFUL = 0.2;
/** Names of what is no article, however little else there is. */
const NEVER_ARTICLE: ReadonlySet<StrippedKind | undefined> = new Set<StrippedKind>([
	"legal",
	"form",
	"navigation",
	"promotion",
]);
/** No body is shorter, in Latin letters. */
const MIN_BODY = 12;
/** Cards below an article are other articles', unless they are as likely its own. */
const SURE_OF_CARDS = 0.8;
/** An article above cards has at least so many characters. */
const MIN_ABOVE_CARDS = 60;
/** A heading above nothing that is kept is kept only if it is as likely as this. */
const LONE_HEADING = 0.9;

/** Is it nothing but a date, in an element for dates? */
export const isTime = ({ datetime, type, text }: PageBlock): boolean =>
	datetime !== undefined && type === "paragraph" && isDateline(text);

/** What the rules know better: a title, a link that says that it leads elsewhere, and what two witnesses name. */
const isCertain = ({ rule: { kind, hint, phrase }, block }: Judged): boolean =>
	kind === "title" ||
	(phrase === "related" && block.linkDensity > 0.5) ||
	(phrase !== undefined && phrase === hint) ||
	isTime(block) ||
	(hint === "dateline" && block.text.length <= MAX_DATELINE && DATELINE.test(block.text)) ||
	NEVER_BODY.has(phrase);

/** What is likely enough. Rules and names are an article's: elsewhere a title or a box of comments may be body. */
const byLikelihood = (judged: readonly Judged[], { isArticle }: Ground): void => {
	for (const one of judged)
		one.kept = isArticle
			? one.likely >= (THRESHOLDS.get(one.rule.hint) ?? THRESHOLD) && !isCertain(one)
			: one.likely >= THRESHOLD_ELSEWHERE;
};

/** Below an article comments aren't body, as a forum's replies are. */
const withoutComments = (judged: readonly Judged[], { isArticle }: Ground): void => {
	const article = judged.filter(({ block, rule }) => rule.kind === "body" && block.type !== "heading");
	const length = article.reduce((sum, { block }) => sum + block.text.length, 0);
	if (!isArticle || length < MIN_LENGTH) return;
	for (const one of judged) if (one.rule.hint === "comments") one.kept = false;
};

const lengthOf = (judged: readonly Judged[]): number =>
	judged.reduce((sum, { block }) => sum + block.text.length, 0);

/**
 * Pages repeat their body for other screen sizes: then copies stand together below all that they repeat. Where
 * they stand among it, text comes again and again, and each time is meant.
 */
const withoutCopies = (judged: readonly Judged[]): void => {
	const kept = judged.filter((one) => one.kept);
	const firsts = new Map<string, number>();
	const copies: number[] = [];
	let lastRepeated = -1;
	for (const [i, { block }] of kept.entries()) {
		const first = firsts.get(block.text);
		if (first === undefined) firsts.set(block.text, i);
		else if (block.text.length >= MIN_COPY) {
			copies.push(i);
			lastRepeated = Math.max(lastRepeated, first);
		}
	}
	const textOf = (indexes: readonly number[]) => lengthOf(indexes.flatMap((i) => kept[i] ?? []));
	const copied = textOf(copies);
	const below = textOf(copies.filter((i) => i > lastRepeated));
	const isSecondBody =
		copied >= COPY_SHARE * lengthOf(kept) &&
		below >= COPIES_BELOW * copied &&
		copied >= COPIES_DENSE * lengthOf(kept.slice(copies[0]));
	for (const i of isSecondBody ? copies : []) {
		const copy = kept[i];
		if (copy) copy.kept = false;
	}
};

/**
 * Below an article other articles are shown, each with its first sentences, which sound like an article's. Where all
 * that is kept last is such cards, they go if the trees aren't sure of them: a list of things may be told in cards too.
 */
const withoutCards = (judged: readonly Judged[], { isSurelyArticle, outline }: Ground): void => {
	if (!isSurelyArticle) return;
	const isCard = cardTest(
		judged.map(({ block }) => block),
		outline,
	);
	const cards: Judged[] = [];
	let at = judged.length - 1;
	for (; at >= 0; at--) {
		const one = judged[at];
		if (!one?.kept) continue;
		if (!isCard(at)) break;
		cards.push(one);
	}
	const likely = cards.reduce((sum, one) => sum + one.likely, 0) / cards.length;
	const rest = lengthOf(judged.slice(0, at + 1).filter(({ kept }) => kept));
	if (!(likely < SURE_OF_CARDS) || rest < MIN_ABOVE_CARDS) return;
	for (const one of cards) {
		one.kept = false;
		one.kind = "related";
	}
};

/** Headings of what was cut go with it; a list's entries may be headings alone. */
const withoutLoneHeadings = (judged: readonly Judged[], { isArticle }: Ground): void => {
	if (!isArticle) return;
	let heads = false;
	for (const one of judged.toReversed()) {
		if (one.block.type !== "heading") heads ||= one.kept;
		else {
			if (!heads && one.likely < LONE_HEADING) one.kept = false;
			if (!one.kept) heads = false;
		}
	}
};

/** A word or two are no body, likely as they may be. */
const withoutScraps = (judged: readonly Judged[]): void => {
	let length = 0;
	for (const { block, kept } of judged) {
		if (kept) length += latinLength(block.text.slice(0, MIN_BODY));
		if (length >= MIN_BODY) return;
	}
	for (const one of judged) one.kept = false;
};

const STEPS = [
	byLikelihood,
	withoutComments,
	withoutCopies,
	withoutCards,
	withoutLoneHeadings,
	withoutScraps,
] as const;

/** Running text, in scripts without marks for a sentence's end too. */
const isProse = (block: PageBlock): boolean =>
	proseIn(block) > 0 ||
	(block.type !== "heading" &&
		block.linkDensity < 0.5 &&
		block.text.length >= MIN_UNMARKED &&
		endsUnmarked(block.text));

/**
 * What to keep where nothing was likely enough, a page like none that was learned from; the first that leaves
 * anything counts. To refuse an article is worse than to keep a notice.
 */
const LAST_RESORTS: readonly ((one: Judged) => boolean)[] = [
	(one) => one.likely >= DOUBTFUL && isProse(one.block) && !isCertain(one),
	({ rule }) => rule.kind === "body",
	({ block, rule: { hint, phrase } }) => isProse(block) && phrase === undefined && !NEVER_ARTICLE.has(hint),
];

/** Decides which blocks are kept, on a page that is so likely an article. */
export function decide(judged: readonly Judged[], articleOdds: number, outline: Outline): void {
	const ground: Ground = {
		isArticle: articleOdds >= MIN_ARTICLE,
		isSurelyArticle: articleOdds >= SURELY_ARTICLE,
		outline,
	};
	for (const step of STEPS) step(judged, ground);
	for (const isKept of LAST_RESORTS) {
		if (judged.some(({ kept }) => kept)) return;
		for (const one of judged) one.kept = isKept(one);
	}
}
