/**
 * What rules say of the blocks of a plain-text or Markdown page: headings that open a section of furniture,
 * lines that are furniture by themselves, where the running text is. The classifier weighs what they say;
 * the kinds of what it cuts are theirs.
 */
import type { StrippedKind } from "../../shared/article.ts";
import type { LabelledBlock, PageBlock } from "../page.ts";
import { lineCue, sectionCue, siteNames } from "./cue.ts";
import type { SectionCue } from "./cues.ts";
import { breadth, couldHead, endsSentence, isProse } from "./prose.ts";
import { findTitle, type Span } from "./title.ts";

type Kind = LabelledBlock["kind"];
/** Kinds as they become known; undefined where nothing has been said yet. */
type Kinds = readonly (Kind | undefined)[];

/** What the rules found, block by block. */
export interface Verdict {
	/** The kind that the section a block stands in gives it. */
	readonly sections: Kinds;
	/** The kind that a line has by itself, or its section's. */
	readonly lines: Kinds;
	/** The kind that the rules decide for. */
	readonly kinds: readonly Kind[];
	/** Where the running text is densest. */
	readonly span: Span;
	/** Which block is the title, -1 for none. */
	readonly title: number;
}

/** Judges every block of a page. */
export function judge(blocks: readonly PageBlock[], withHints = true): Verdict {
	const sections = labelSections(blocks);
	const lines = labelLines(blocks, sections, withHints);
	const densest = findBody(blocks, lines);
	const title = findTitle(blocks, densest);
	const span = withEnding(blocks, lines, withOpening(blocks, lines, densest, title));
	const within = labelWithin(blocks, lines, span);
	const kinds = blocks.map((block, at) => (at === title ? "title" : (within[at] ?? around(block, at, span))));
	return { sections, lines, kinds, span, title };
}

/** Between a heading and the prose that its section takes in there is at most this many short lines: a name, a date. */
const MAX_LINES_BEFORE_PROSE = 2;

/** A section of furniture runs from its heading to the next heading, or to prose that isn't the section's own. */
function labelSections(blocks: readonly PageBlock[]): Kinds {
	const names = siteNames(blocks);
	let open: { readonly kind: StrippedKind; prose: number; lines: number } | undefined;
	let proseBefore = 0;
	return blocks.map((block, at) => {
		const prose = isProse(block.text);
		const cue = opensSection(block, blocks[at + 1], names);
		if (cue)
			open = { kind: cue.kind, prose: proseBefore < (cue.after ?? 0) ? 0 : proseOf(cue, block), lines: 0 };
		else if (block.type === "heading") open = undefined;
		else if (open && block.type !== "list-item") {
			if (!prose) open.lines++;
			else if (--open.prose < 0 || open.lines > MAX_LINES_BEFORE_PROSE) open = undefined;
		}
		if (prose && !open) proseBefore++;
		return open?.kind;
	});
}

/** A line that only may be a heading is as likely a menu's: it takes no prose with it. */
const proseOf = (cue: SectionCue, block: PageBlock): number => (block.type === "heading" ? cue.prose : 0);

function opensSection(
	block: PageBlock,
	next: PageBlock | undefined,
	names: ReadonlySet<string>,
): SectionCue | undefined {
	if (block.type !== "heading" && (block.type !== "paragraph" || !couldHead(block.text))) return undefined;
	const cue = sectionCue(block.text, names);
	// Menus are made of the words that articles head their sections with: above prose it is such a heading.
	const headsProse = next?.type === "paragraph" && isProse(next.text);
	return cue?.kind === "navigation" && headsProse ? undefined : cue;
}

/** Lines of these kinds are what they are in any section but these, which have their own. */
const STRONG_LINES: ReadonlySet<StrippedKind> = new Set(["legal", "other", "byline", "dateline"]);
const CLOSED_SECTIONS: ReadonlySet<Kind | undefined> = new Set<Kind>(["comments", "related"]);

/** Lines that are furniture by themselves. */
const labelLines = (blocks: readonly PageBlock[], sections: Kinds, withHints: boolean): Kinds =>
	blocks.map(({ text, type }, at) => {
		const cue = lineCue(text);
		const kind = cue?.isHint && !withHints ? undefined : cue?.kind;
		const section = sections[at];
		const strong = kind !== undefined && type === "paragraph" && STRONG_LINES.has(kind);
		return strong && !CLOSED_SECTIONS.has(section) ? kind : (section ?? kind);
	});

/** What a block says for being within the body, in Latin letters' worth of prose. */
const WEIGHT = {
	offset: 60,
	prose: 300,
	heading: -15,
	item: -3,
	short: -30,
	furniture: -100,
	comments: -400,
} as const;

/** A list whose items are links this far is a menu. */
const MENU_DENSITY = 0.6;

/**
 * The stretch of blocks with the greatest sum of weights: prose speaks for, short lines and furniture
 * against (maximum subsequence segmentation: Pasternack and Roth, WWW 2009).
 */
function findBody(blocks: readonly PageBlock[], kinds: Kinds): Span {
	let best: Span = { from: 0, to: 0 };
	let bestSum = 0;
	let from = 0;
	let sum = 0;
	for (const [at, block] of blocks.entries()) {
		sum += weigh(block, kinds[at]);
		if (sum <= 0) {
			sum = 0;
			from = at + 1;
		} else if (sum > bestSum) {
			bestSum = sum;
			best = { from, to: at + 1 };
		}
	}
	return best.to > 0 ? best : shortSentences(blocks, kinds);
}

/** From the first to the last sentence of a page that is too short to have running text. */
function shortSentences(blocks: readonly PageBlock[], kinds: Kinds): Span {
	const speaks = (block: PageBlock, at: number): boolean =>
		kinds[at] === undefined && isShortSentence(block.text);
	const from = blocks.findIndex(speaks);
	return from < 0 ? { from: 0, to: 0 } : { from, to: blocks.findLastIndex(speaks) + 1 };
}

function weigh(block: PageBlock, kind: Kind | undefined): number {
	if (kind === "comments") return WEIGHT.comments;
	if (kind !== undefined) return WEIGHT.furniture;
	if (block.type === "code" || block.type === "table" || block.type === "quote")
		return Math.min(breadth(block.text), WEIGHT.prose);
	if (isProse(block.text))
		return (Math.min(breadth(block.text), WEIGHT.prose) - WEIGHT.offset) * (1 - block.linkDensity);
	if (block.type === "heading") return WEIGHT.heading;
	return isItem(block) ? WEIGHT.item : WEIGHT.short;
}

/** What stands between the title and the body and could be either's is the body's: its first heading, its lead. */
function withOpening(blocks: readonly PageBlock[], kinds: Kinds, { from, to }: Span, title: number): Span {
	if (title < 0 || title >= from) return { from, to };
	const opening = blocks.findIndex(
		(block, at) =>
			at > title &&
			at < from &&
			kinds[at] === undefined &&
			(isProse(block.text) || (block.type === "heading" && at === from - 1)),
	);
	return { from: opening < 0 ? from : opening, to };
}

/** Sentences and list items right below the body are its end, however short: weights alone would cut them off. */
function withEnding(blocks: readonly PageBlock[], kinds: Kinds, { from, to }: Span): Span {
	const goesOn = (at: number): boolean => {
		const block = blocks[at];
		return block !== undefined && kinds[at] === undefined && (isShortSentence(block.text) || isItem(block));
	};
	const isHeading = (at: number): boolean => blocks[at]?.type === "heading" && kinds[at] === undefined;
	let end = to;
	while (to > from) {
		if (goesOn(end)) end++;
		else if (isHeading(end) && goesOn(end + 1) && isShortSentence(blocks[end + 1]?.text ?? "")) end += 2;
		else break;
	}
	return { from, to: end };
}

const isItem = (block: PageBlock): boolean => block.type === "list-item" && block.linkDensity < MENU_DENSITY;

/** Within the body everything is body but furniture, and short lines that say nothing and head nothing. */
function labelWithin(blocks: readonly PageBlock[], kinds: Kinds, { from, to }: Span): Kinds {
	let introduced = false;
	return blocks.map((block, at) => {
		const kind = kinds[at];
		const speaks = block.type !== "paragraph" || isProse(block.text) || isShortSentence(block.text);
		// A line that ends with a colon introduces what follows, which need not be marked as a list.
		const introduces = /[:：]$/.test(block.text);
		introduced = kind === undefined && (introduces || (introduced && !speaks));
		if (kind !== undefined || at < from || at >= to) return kind;
		return speaks || introduced ? "body" : "other";
	});
}

/** Shortest sentence that is taken for one, where prose stands around it. */
const MIN_SENTENCE = 15;

const isShortSentence = (text: string): boolean => breadth(text) >= MIN_SENTENCE && endsSentence(text);

/** What isn't body and has no name of its own: prose below it is mostly teasers, short lines anywhere menus. */
function around(block: PageBlock, at: number, { from }: Span): StrippedKind {
	if (!isProse(block.text)) return "navigation";
	return at < from ? "other" : "related";
}
