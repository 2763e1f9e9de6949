import { type Outline, sumUp } from "./outline.ts";

/** A region found by its name must hold this share of the prose, or the name is a card's. */
const NAMED_SHARE = 0.5;
/** Parts of a split body: each at least this share of the largest. */
const PART_SHARE = 0.08;
/** A region found by its weight is the deepest element with this share of the prose. */
const WEIGHT_SHARE = 0.75;

/** Is the block of this index in the article's region? */
export type Region = (block: number) => boolean;

function within({ parent, of }: Outline, roots: ReadonlySet<number>): Region {
	const inside = new Uint8Array(parent.length);
	for (let e = 0; e < parent.length; e++)
		inside[e] = roots.has(e) || (e > 0 && inside[parent[e] ?? 0] === 1) ? 1 : 0;
	return (block) => inside[of[block] ?? 0] === 1;
}

/** The outermost elements that are named so and hold candidates; a body split by advertisements is several. */
function byName(outline: Outline, prose: Float64Array, total: number): Region | undefined {
	const { signature, namesBody } = outline;
	const outermost: number[] = [];
	let covered = -1;
	for (let e = 1; e < signature.length; e++)
		if (namesBody[signature[e] ?? 0] && (outline.first[e] ?? 0) > covered) {
			covered = outline.last[e] ?? 0;
			outermost.push(e);
		}
	const held = (e: number): number => prose[e] ?? 0;
	const largest = outermost.reduce((most, e) => Math.max(most, held(e)), 0);
	const parts = outermost.filter((e) => held(e) > 0 && held(e) >= PART_SHARE * largest);
	const sum = parts.reduce((all, e) => all + held(e), 0);
	return sum >= NAMED_SHARE * total ? within(outline, new Set(parts)) : undefined;
}

function byWeight(outline: Outline, prose: Float64Array, total: number): Region {
	let deepest = 0;
	for (let e = 1; e < prose.length; e++)
		if ((prose[e] ?? 0) >= WEIGHT_SHARE * total && (outline.depth[e] ?? 0) > (outline.depth[deepest] ?? 0))
			deepest = e;
	return within(outline, new Set([deepest]));
}

/**
 * The elements that hold the article, given which blocks may be part of it: by their name if they have one
 * and hold enough, else the deepest element with most of the prose.
 */
export function findRegion(outline: Outline, isCandidate: (block: number) => boolean): Region {
	const prose = new Float64Array(outline.parent.length);
	for (let i = 0; i < outline.of.length; i++) {
		const e = outline.of[i] ?? 0;
		if (isCandidate(i)) prose[e] = (prose[e] ?? 0) + (outline.proseOf[i] ?? 0);
	}
	sumUp(outline.parent, prose);
	const total = prose[0] ?? 0;
	if (total === 0) return () => false;
	return byName(outline, prose, total) ?? byWeight(outline, prose, total);
}
