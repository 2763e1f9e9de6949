/** Which of a page's blocks are in its true text, so that a classifier can learn from both. */
import { tokensOf } from "../../metric.ts";

/** Tokens in a row that tie a place on the page to one in the truth. */
const ANCHOR = 3;
/** An anchor that comes more often in the truth ties nothing. */
const MAX_PLACES = 8;
/** What moved or broke off is found in later rounds. */
const ROUNDS = 3;
/** Between two anchors, so many pairs of tokens are compared at most. */
const MAX_GAP = 60_000;

/** How many tokens a block has, and how many of them are in the truth. */
export interface Coverage {
	readonly tokens: number;
	readonly covered: number;
}

interface Pair {
	readonly page: number;
	readonly truth: number;
	readonly before: Pair | undefined;
}

const anchorAt = (tokens: readonly string[], at: number): string => tokens.slice(at, at + ANCHOR).join(" ");

const isFree = (taken: Uint8Array, at: number): boolean => {
	for (let i = at; i < at + ANCHOR; i++) if (taken[i]) return false;
	return true;
};

/** The longest row of anchors that is in order on the page and in the truth (Hunt and Szymanski, 1977). */
function longestRow(
	page: readonly string[],
	truth: readonly string[],
	pageTaken: Uint8Array,
	truthTaken: Uint8Array,
): readonly Pair[] {
	const places = new Map<string, number[]>();
	for (let t = truth.length - ANCHOR; t >= 0; t--) {
		if (!isFree(truthTaken, t)) continue;
		const anchor = anchorAt(truth, t);
		const known = places.get(anchor);
		if (known) known.push(t);
		else places.set(anchor, [t]);
	}
	const ends: Pair[] = [];
	for (let p = 0; p + ANCHOR <= page.length; p++) {
		if (!isFree(pageTaken, p)) continue;
		const found = places.get(anchorAt(page, p));
		if (!found || found.length > MAX_PLACES) continue;
		for (const t of found) {
			let [low, high] = [0, ends.length];
			while (low < high) {
				const middle = (low + high) >> 1;
				if ((ends[middle]?.truth ?? 0) < t) low = middle + 1;
				else high = middle;
			}
			// Of two copies the first counts: an equal end is not replaced.
			if (ends[low]?.truth !== t) ends[low] = { page: p, truth: t, before: ends[low - 1] };
		}
	}
	const row: Pair[] = [];
	for (let pair = ends.at(-1); pair; pair = pair.before) row.push(pair);
	return row.reverse();
}

/** Takes the longest common subsequence of two small ranges. */
function fillGap(
	page: readonly string[],
	truth: readonly string[],
	[p0, p1]: readonly [number, number],
	[t0, t1]: readonly [number, number],
	take: (page: number, truth: number) => void,
): void {
	const [rows, columns] = [p1 - p0, t1 - t0];
	if (rows <= 0 || columns <= 0 || rows * columns > MAX_GAP) return;
	const width = columns + 1;
	const lengths = new Uint16Array((rows + 1) * width);
	const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
	for (let i = rows - 1; i >= 0; i--)
		for (let j = columns - 1; j >= 0; j--)
			lengths[i * width + j] =
				page[p0 + i] === truth[t0 + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
	for (let i = 0, j = 0; i < rows && j < columns; ) {
		if (page[p0 + i] === truth[t0 + j]) take(p0 + i++, t0 + j++);
		else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
}

/** Aligns the blocks' texts with the true text. */
export function align(blocks: readonly string[], truthText: string): readonly Coverage[] {
	const byBlock = blocks.map(tokensOf);
	const page = byBlock.flat();
	const truth = tokensOf(truthText);
	const [pageTaken, truthTaken] = [new Uint8Array(page.length), new Uint8Array(truth.length)];
	const take = (p: number, t: number): void => {
		pageTaken[p] = 1;
		truthTaken[t] = 1;
	};
	for (let round = 0; round < ROUNDS; round++) {
		const row = longestRow(page, truth, pageTaken, truthTaken);
		if (row.length === 0) break;
		for (const pair of row) for (let i = 0; i < ANCHOR; i++) take(pair.page + i, pair.truth + i);
		if (round > 0) continue;
		let [p, t] = [0, 0];
		for (const pair of [...row, { page: page.length, truth: truth.length }]) {
			if (pair.page > p || pair.truth > t) fillGap(page, truth, [p, pair.page], [t, pair.truth], take);
			[p, t] = [Math.max(p, pair.page + ANCHOR), Math.max(t, pair.truth + ANCHOR)];
		}
	}
	if (page.length > 0 && truth.length > 0 && truth.length < ANCHOR)
		fillGap(page, truth, [0, page.length], [0, truth.length], take);
	let at = 0;
	return byBlock.map((tokens) => {
		let covered = 0;
		for (const _ of tokens) covered += pageTaken[at++] ?? 0;
		return { tokens: tokens.length, covered };
	});
}
