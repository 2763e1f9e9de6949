/**
 * What rules say of a page's blocks: a kind for each, from where it stands in the markup, how much of it is
 * links, and what it says. First the region that holds the article, then what in it isn't.
 */
import type { StrippedKind } from "../../shared/article.ts";
import { essence } from "../metadata/values.ts";
import type { Page, PageBlock } from "../page.ts";
import { readHints } from "./hints.ts";
import type { Outline } from "./outline.ts";
import { BYLINE, DATELINE, MAX_PHRASE_LENGTH, phraseOf } from "./phrases.ts";
import { endsSentence, latinLength } from "./prose.ts";
import { findRegion } from "./region.ts";

/** A block on its way to a label; undefined is body until a step says otherwise. */
interface Draft {
	readonly block: PageBlock;
	kind: StrippedKind | undefined;
	confidence: number;
	hint: StrippedKind | undefined;
	phrase: StrippedKind | undefined;
	inRegion: boolean;
}

/** What the rules found of a block. */
export interface RuleLabel {
	readonly kind: "body" | StrippedKind;
	/** How sure they are of the kind, 0 to 1. */
	readonly confidence: number;
	/** What its ancestors claim that it is. */
	readonly hint: StrippedKind | undefined;
	/** What its words say that it is. */
	readonly phrase: StrippedKind | undefined;
	/** Is it within what holds the article? */
	readonly inRegion: boolean;
}

type Step = (drafts: readonly Draft[], page: Page, outline: Outline) => void;

const strip = (draft: Draft, kind: StrippedKind, confidence: number): void => {
	draft.kind ??= kind;
	draft.confidence = confidence;
};

/** Blocks whose ancestors say what they are. */
const byHints: Step = (drafts, { blocks }, outline) => {
	const hints = readHints(blocks, outline);
	drafts.forEach((draft, i) => {
		const hint = hints[i];
		draft.hint = hint;
		if (hint) strip(draft, hint, 0.8);
	});
};

/** False of a text in ASCII that begins with another letter or digit than the title, and so can't be its beginning. */
function mayBegin(text: string, title: string): boolean {
	const lower = text.slice(0, 8).toLowerCase();
	for (let i = 0; i < lower.length; i++) {
		const c = lower.charCodeAt(i);
		if (c > 127) return lower.includes(title.slice(0, 1));
		if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57)) return c === title.charCodeAt(0);
	}
	return false;
}

/** The same of its end. */
function mayEnd(text: string, title: string): boolean {
	for (let i = text.length - 1; i >= 0; i--) {
		const c = text.charCodeAt(i);
		if (c > 127) return true;
		const lower = c >= 65 && c <= 90 ? c + 32 : c;
		if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57))
			return lower === title.charCodeAt(title.length - 1);
	}
	return false;
}

/** What the page says its title and summary are, wherever they stand. */
const byHead: Step = (drafts, { head }, { proseOf }) => {
	const title = essence(head.meta.get("og:title")?.[0] ?? head.title ?? "");
	const summaries = ["og:description", "description", "twitter:description"].map((name) =>
		essence(head.meta.get(name)?.[0] ?? "").slice(0, 400),
	);
	for (const draft of drafts) {
		const { block } = draft;
		if (block.level === 1) strip(draft, "title", 0.95);
		// Only what begins as the title does can be its beginning; only a heading is taken for its end.
		if (title === "" || block.text.length > 600) continue;
		if (!mayBegin(block.text, title) && !(block.type === "heading" && mayEnd(block.text, title))) continue;
		const text = essence(block.text);
		const ends = block.type === "heading" && 2 * text.length > title.length && title.endsWith(text);
		if (text.length > 12 && (ends || title.startsWith(text))) strip(draft, "title", 0.9);
	}
	const first = drafts.find(({ kind }, i) => !kind && (proseOf[i] ?? 0) > 0);
	if (first && summaries.includes(essence(first.block.text))) strip(first, "standfirst", 0.7);
};

/** What short blocks say. */
const byPhrases: Step = (drafts) => {
	for (const draft of drafts) {
		const { text } = draft.block;
		if (text.length > MAX_PHRASE_LENGTH) continue;
		draft.phrase = phraseOf(text);
		if (!draft.phrase && BYLINE.test(text) && !endsSentence(text)) draft.phrase = "byline";
		if (draft.phrase && !draft.kind) strip(draft, draft.phrase, 0.75);
	}
};

/** All but the article's region. */
const byRegion: Step = (drafts, _page, outline) => {
	const inRegion = findRegion(outline, (i) => !drafts[i]?.kind);
	drafts.forEach((draft, i) => {
		draft.inRegion = inRegion(i);
		if (!draft.kind && !draft.inRegion)
			strip(draft, draft.block.linkDensity > 0.5 ? "navigation" : "other", 0.7);
	});
};

/** Links standing alone are doors to elsewhere. */
const byLinks: Step = (drafts) => {
	for (const draft of drafts)
		if (!draft.kind && draft.block.linkDensity > 0.75 && draft.block.type !== "table")
			strip(draft, "related", 0.7);
};

/** What may close an article without being a sentence. */
const CLOSING: ReadonlySet<string> = new Set(["table", "quote", "list-item", "code"]);

/** Nothing but running text opens or closes an article. */
const byEnds: Step = (drafts, _page, { proseOf }) => {
	const prose = (draft: Draft, i: number): boolean => !draft.kind && (proseOf[i] ?? 0) > 0;
	const first = drafts.findIndex(prose);
	const last = drafts.findLastIndex(prose);
	if (first === -1) return;
	drafts.forEach((draft, i) => {
		if (draft.kind || (i >= first && i <= last)) return;
		const { type, text } = draft.block;
		if (i < first) {
			if (DATELINE.test(text) && text.length < 120) strip(draft, "dateline", 0.6);
			else strip(draft, type === "heading" ? "standfirst" : "other", 0.6);
		} else if (!CLOSING.has(type) && !endsSentence(text)) strip(draft, "other", 0.6);
	});
};

/** A label is shorter. */
const MAX_LABEL = 25;
/** Characters as if in Latin letters, of which no text has fewer than it has characters. */
const isShort = (text: string): boolean => text.length < MAX_LABEL && latinLength(text) < MAX_LABEL;

/** Labels between paragraphs: too short to say anything, no sentence, no subheading. */
const byShortness: Step = (drafts) => {
	for (const draft of drafts) {
		const { block } = draft;
		if (draft.kind || block.type !== "paragraph") continue;
		if (!isShort(block.text) || endsSentence(block.text)) continue;
		const emphasised = /^(?:b|strong|em|h\d)$/.test(block.markup?.tag ?? "");
		if (!emphasised) strip(draft, "other", 0.6);
	}
};

/** Headings of what was cut. */
const byHeadings: Step = (drafts) => {
	let heads = false;
	for (const draft of drafts.toReversed()) {
		if (draft.block.type !== "heading") heads ||= !draft.kind;
		else if (!draft.kind && !heads) strip(draft, "related", 0.6);
		// The heading of cut blocks that follow it at once goes with them.
		if (draft.block.type === "heading" && draft.kind) heads = false;
	}
};

/** The same text once: pages repeat themselves for other screen sizes. */
const byRepetition: Step = (drafts) => {
	const seen = new Set<string>();
	for (const draft of drafts) {
		if (draft.kind || draft.block.text.length < 40) continue;
		if (seen.has(draft.block.text)) strip(draft, "other", 0.9);
		seen.add(draft.block.text);
	}
};

const STEPS: readonly Step[] = [
	byHints,
	byHead,
	byPhrases,
	byRegion,
	byLinks,
	byShortness,
	byEnds,
	byHeadings,
	byRepetition,
];

/** What the rules say of each block. */
export function ruleLabels(page: Page, outline: Outline): readonly RuleLabel[] {
	const drafts = page.blocks.map(
		(block): Draft => ({
			block,
			kind: undefined,
			confidence: 0.7,
			hint: undefined,
			phrase: undefined,
			inRegion: false,
		}),
	);
	for (const step of STEPS) step(drafts, page, outline);
	return drafts.map(({ kind, confidence, hint, phrase, inRegion }) => ({
		kind: kind ?? "body",
		confidence,
		hint,
		phrase,
		inRegion,
	}));
}
