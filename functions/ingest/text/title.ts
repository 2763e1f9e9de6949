/** Which line is the title: near the top of the body, of a title's length, about what the body is about. */
import type { PageBlock } from "../page.ts";
import { lineCue } from "./cue.ts";
import { breadth, endsSentence } from "./prose.ts";
import { termsOf } from "./terms.ts";

/** The stretch of blocks that holds the body. */
export interface Span {
	/** Its first block. */
	readonly from: number;
	/** The block after its last; equal to `from` when there is no body. */
	readonly to: number;
}

/** How far above the body its title may stand, in blocks. */
const MAX_DISTANCE = 40;
/** Shortest and longest a title is, in Latin letters' worth; from the third on length says nothing more. */
const MIN_BREADTH = 12;
const MAX_BREADTH = 200;
const FULL_BREADTH = 45;
/** A byline or a date so many blocks below a line makes it that much more like a title. */
const CREDIT_DISTANCE = 6;
const CREDIT_BONUS = 1.5;
/** Characters of the body that are looked through for a title's words. */
const MAX_BODY = 20_000;

/** The first heading of level 1; failing that the line above the body that is most like a title. -1 for none. */
export function findTitle(blocks: readonly PageBlock[], { from, to }: Span): number {
	const end = Math.min(from + 1, to);
	const heading = blocks.slice(0, end).findIndex((block) => block.type === "heading" && block.level === 1);
	if (heading >= 0) return heading;
	const below = topicsOf(blocks.slice(from, to));
	// A title that ends with a question mark may have been taken for the first of the prose.
	const belowFirst = topicsOf(blocks.slice(from + 1, to));
	let best = -1;
	let bestScore = 0;
	for (let at = Math.max(0, from - MAX_DISTANCE); at < end; at++) {
		const nearness = 1 - (from - at) / (2 * MAX_DISTANCE);
		const bonus = hasCredits(blocks.slice(at + 1, at + 1 + CREDIT_DISTANCE)) ? CREDIT_BONUS : 1;
		const score = likeness(blocks[at]?.text ?? "", at === from ? belowFirst : below) * nearness * bonus;
		if (score > bestScore) {
			best = at;
			bestScore = score;
		}
	}
	return best;
}

const topicsOf = (blocks: readonly PageBlock[]): ReadonlySet<string> =>
	new Set(
		termsOf(
			blocks
				.map((block) => block.text)
				.join(" ")
				.slice(0, MAX_BODY),
		),
	);

const hasCredits = (blocks: readonly PageBlock[]): boolean =>
	blocks.some(({ text }) => ["byline", "dateline"].includes(lineCue(text)?.kind ?? ""));

const endsLikeTitle = (text: string): boolean =>
	/[?!？！]["'”»）)]{0,2}$/.test(text) || (!endsSentence(text) && !/[,;:：]$/.test(text));

/** 0 for what can't be a title, towards 1. */
function likeness(text: string, topics: ReadonlySet<string>): number {
	const wide = breadth(text);
	if (wide < MIN_BREADTH || wide > MAX_BREADTH || !endsLikeTitle(text) || lineCue(text)) return 0;
	const terms = termsOf(text);
	const shared = terms.filter((term) => topics.has(term)).length / Math.max(1, terms.length);
	return shared * Math.min(1, wide / FULL_BREADTH);
}
