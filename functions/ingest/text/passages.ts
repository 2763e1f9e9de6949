/** Stretches of a page that look like article, and what each of them is like. */
import type { StrippedKind } from "../../shared/article.ts";
import type { Measures } from "./measure.ts";
import { mean, ratio } from "./runs.ts";

/** Blocks from here on look like article. */
export const LIKELY = 0.5;
/** Passages are told apart by so many blocks, or so much text, that don't look like article. */
const MAX_GAP = 4;
const MAX_GAP_BREADTH = 300;
/** How many blocks above a passage may be its headline or credits, and how many speak of what follows. */
const ABOVE = 15;
const RIGHT_ABOVE = 4;
/** A headline's length in Latin letters' worth, and the terms that are enough to know it by. */
const MIN_HEADLINE = 20;
const MAX_HEADLINE = 200;
const ENOUGH_TERMS = 5;

/** A stretch of blocks, from its first to its last that looks like article. */
export interface Passage {
	readonly from: number;
	/** The block after its last. */
	readonly to: number;
	/** Latin letters' worth of what looks like article. */
	readonly mass: number;
	/** How many of its blocks do. */
	readonly blocks: number;
}

/** A page without any. */
export const NO_PASSAGE: Passage = { from: 0, to: 0, mass: 0, blocks: 0 };

/** The passages of a page in order. */
export function passagesOf(lines: readonly Measures[], likely: readonly number[]): readonly Passage[] {
	const passages: { from: number; to: number; mass: number; blocks: number }[] = [];
	let gap = 0;
	for (const [at, { breadth }] of lines.entries()) {
		const probability = likely[at] ?? 0;
		if (probability < LIKELY) {
			gap += breadth;
			continue;
		}
		const last = passages.at(-1);
		const mass = probability * breadth;
		if (last && at - last.to <= MAX_GAP && gap <= MAX_GAP_BREADTH) {
			last.to = at + 1;
			last.mass += mass;
			last.blocks++;
		} else passages.push({ from: at, to: at + 1, mass, blocks: 1 });
		gap = 0;
	}
	return passages;
}

/** The passage that each block is in or nearest to. */
export function nearestPassages(passages: readonly Passage[], count: number): readonly Passage[] {
	let next = 0;
	return Array.from({ length: count }, (_, at) => {
		for (;;) {
			const [current, following] = [passages[next], passages[next + 1]];
			if (!current || !following || current.to > at || at - current.to < following.from - at) break;
			next++;
		}
		return passages[next] ?? NO_PASSAGE;
	});
}

/** A passage and what stands right above it. */
export interface Portrait {
	/** Means over its blocks: their likelihood; of those that look like article: how they sound, how many end sentences. */
	readonly likely: number;
	readonly sound: number;
	readonly ends: number;
	/** How much the line above it that is most like its headline is so, and where that is. */
	readonly headline: number;
	readonly headlineAt: number;
	/** Bylines and datelines above it. */
	readonly credits: number;
	/** Which of the page's passages it is. */
	readonly position: number;
	/** What is said right above it: 3 comments, 2 related, 1 other furniture. */
	readonly cue: number;
}

/** Describes the passage that is the page's `position`th. */
export function portray(
	lines: readonly Measures[],
	likely: readonly number[],
	{ from, to }: Passage,
	position: number,
): Portrait {
	const kept = lines.slice(from, to).filter((_, at) => (likely[from + at] ?? 0) >= LIKELY);
	const first = Math.max(0, from - ABOVE);
	const above = lines.slice(first, from);
	const terms = new Set(kept.flatMap((line) => line.terms));
	const likeness = above.map((line) => headlineLikeness(line, terms));
	const headline = Math.max(0, ...likeness);
	return {
		likely: mean(likely.slice(from, to)),
		sound: mean(kept.map(({ sound }) => sound)),
		ends: mean(kept.map(({ ends }) => Number(ends))),
		headline,
		headlineAt: first + likeness.indexOf(headline),
		credits: above.filter(({ cue }) => cue === "byline" || cue === "dateline").length,
		position,
		cue: strongest(above.slice(-RIGHT_ABOVE).map(({ cue }) => cue)),
	};
}

/** Share of the line's terms that the passage has, less of a line of few. */
function headlineLikeness({ breadth, terms }: Measures, known: ReadonlySet<string>): number {
	if (breadth < MIN_HEADLINE || breadth > MAX_HEADLINE) return 0;
	const shared = terms.filter((term) => known.has(term)).length;
	return ratio(shared, terms.length) * Math.min(1, terms.length / ENOUGH_TERMS);
}

function strongest(cues: readonly (StrippedKind | undefined)[]): number {
	if (cues.includes("comments")) return 3;
	if (cues.includes("related")) return 2;
	return Number(cues.some((cue) => cue !== undefined));
}
