/** What a block's neighbours and the page's other passages say of it, once each block has been judged by itself. */
import type { Measures } from "./measure.ts";
import {
	LIKELY,
	NO_PASSAGE,
	nearestPassages,
	type Passage,
	type Portrait,
	passagesOf,
	portray,
} from "./passages.ts";
import { type Distances, distancesTo, ratio, rowsOf, sumBetween, sumsOf } from "./runs.ts";

/** Distances are counted up to so many blocks. */
const FAR = 60;
/** What a paragraph has at least, in Latin letters' worth. */
const LONG = 100;
/** What is left of a peak one block further. */
const FADING = 0.8;

/** What features are read off. Lists have an entry a block, sums one more. */
interface View {
	readonly lines: readonly Measures[];
	readonly likely: readonly number[];
	/** Sums of breadth, and of breadth by likelihood. */
	readonly all: readonly number[];
	readonly mass: readonly number[];
	readonly nearLikely: Distances;
	readonly nearLong: Distances;
	readonly peakAbove: readonly number[];
	readonly peakBelow: readonly number[];
	readonly passages: number;
	readonly best: Passage;
	readonly second: Passage;
	readonly nearest: readonly Passage[];
	readonly portraits: ReadonlyMap<Passage, Portrait>;
	/** How many blocks of the best passage have a term. */
	readonly terms: ReadonlyMap<string, number>;
}

type Feature = (view: View, at: number) => number;

const neighbour =
	(by: number): Feature =>
	({ likely }, at) =>
		likely[at + by] ?? -1;

/** The likelihood of the text from so many blocks below to before so many. */
const meanOf =
	(from: number, to: number): Feature =>
	({ mass, all }, at) =>
		ratio(sumBetween(mass, at + from, at + to), sumBetween(all, at + from, at + to));

/** What lies between a block and the best passage, below 0 above it. */
const betweenBest =
	(sums: (view: View) => readonly number[]): Feature =>
	(view, at) => {
		const { from, to } = view.best;
		if (at < from) return -sumBetween(sums(view), at + 1, from);
		return at >= to ? sumBetween(sums(view), to, at) : 0;
	};

const ofPassage =
	(of: (passage: Passage, view: View) => number): Feature =>
	(view, at) =>
		of(view.nearest[at] ?? NO_PASSAGE, view);

const ofPortrait =
	(of: (portrait: Portrait) => number): Feature =>
	({ portraits, nearest }, at) => {
		const portrait = portraits.get(nearest[at] ?? NO_PASSAGE);
		return portrait ? of(portrait) : -1;
	};

const isWithin = ({ from, to }: Passage, at: number): boolean => at >= from && at < to;

/** Share of a block's terms that others of the best passage have. */
const sharedWithBest: Feature = ({ lines, terms, best }, at) => {
	const own = lines[at]?.terms ?? [];
	const least = isWithin(best, at) ? 2 : 1;
	return ratio(own.filter((term) => (terms.get(term) ?? 0) >= least).length, own.length);
};

const fromHeadline: Feature = ({ portraits, nearest }, at) => {
	const portrait = portraits.get(nearest[at] ?? NO_PASSAGE);
	return portrait ? at - portrait.headlineAt : 0;
};

/** Every feature by its name, in the order of the model's columns. */
const FEATURES: ReadonlyMap<string, Feature> = new Map<string, Feature>([
	["p", neighbour(0)],
	...[-4, -3, -2, -1, 1, 2, 3, 4].map((by): [string, Feature] => [`p${by}`, neighbour(by)]),
	["mean-above-3", meanOf(-3, 0)],
	["mean-below-3", meanOf(1, 4)],
	["mean-above-8", meanOf(-8, 0)],
	["mean-below-8", meanOf(1, 9)],
	["mean-below-20", meanOf(1, 21)],
	["mass-above", ({ mass }, at) => mass[at] ?? 0],
	["mass-below", ({ mass }, at) => (mass.at(-1) ?? 0) - (mass[at + 1] ?? 0)],
	["mass-above-share", ({ mass }, at) => ratio(mass[at] ?? 0, mass.at(-1) ?? 0)],
	["likely-above", ({ nearLikely }, at) => nearLikely.above[at] ?? FAR],
	["likely-below", ({ nearLikely }, at) => nearLikely.below[at] ?? FAR],
	["long-above", ({ nearLong }, at) => nearLong.above[at] ?? FAR],
	["long-below", ({ nearLong }, at) => nearLong.below[at] ?? FAR],
	["peak-above", ({ peakAbove }, at) => peakAbove[at] ?? 0],
	["peak-below", ({ peakBelow }, at) => peakBelow[at] ?? 0],
	["passages", ({ passages }) => passages],
	["from-best", ({ best }, at) => at - best.from],
	["to-best", ({ best }, at) => best.to - at],
	["in-best", ({ best }, at) => Number(isWithin(best, at))],
	["best-mass", ({ best }) => best.mass],
	["best-share", ({ best, mass }) => ratio(best.mass, mass.at(-1) ?? 0)],
	["second", ({ best, second }) => ratio(second.mass, best.mass)],
	["gap-to-best", betweenBest(({ all }) => all)],
	["gap-likely", betweenBest(({ mass }) => mass)],
	["passage-mass", ofPassage(({ mass }) => mass)],
	["passage-share", ofPassage(({ mass }, { best }) => ratio(mass, best.mass))],
	["passage-blocks", ofPassage(({ blocks }) => blocks)],
	["passage-mean", ofPassage(({ mass, blocks }) => ratio(mass, blocks))],
	["passage-density", ofPassage(({ mass, from, to }, { all }) => ratio(mass, sumBetween(all, from, to)))],
	["passage-likely", ofPortrait(({ likely }) => likely)],
	["passage-words", ofPortrait(({ sound }) => sound)],
	["passage-ends", ofPortrait(({ ends }) => ends)],
	["passage-headline", ofPortrait(({ headline }) => headline)],
	["passage-credits", ofPortrait(({ credits }) => credits)],
	["passage-position", ofPortrait(({ position }) => position)],
	["passage-cue", ofPortrait(({ cue }) => cue)],
	["headline-of-best", ({ portraits, best }) => portraits.get(best)?.headline ?? 0],
	["is-headline", fromHeadline],
	["in-passage", ({ nearest }, at) => at - (nearest[at] ?? NO_PASSAGE).from],
	["to-passage", ({ nearest }, at) => (nearest[at] ?? NO_PASSAGE).to - at],
	["best-terms", sharedWithBest],
]);

/** The names of the columns of `context`. */
export const CONTEXT_NAMES: readonly string[] = [...FEATURES.keys()];

/** A row of features for every block, from how likely it and the others are article. */
export function context(lines: readonly Measures[], likely: readonly number[]): readonly Float32Array[] {
	const view = viewOf(lines, likely);
	return rowsOf([...FEATURES.values()], view, lines.length);
}

function viewOf(lines: readonly Measures[], likely: readonly number[]): View {
	const passages = passagesOf(lines, likely);
	const [best = NO_PASSAGE, second = NO_PASSAGE] = passages.toSorted((a, b) => b.mass - a.mass);
	const isLikely = likely.map((probability) => probability >= LIKELY);
	const isLong = lines.map(({ breadth }, at) => isLikely[at] === true && breadth >= LONG);
	return {
		lines,
		likely,
		all: sumsOf(lines.map(({ breadth }) => breadth)),
		mass: sumsOf(lines.map(({ breadth }, at) => breadth * (likely[at] ?? 0))),
		nearLikely: distancesTo(isLikely, FAR),
		nearLong: distancesTo(isLong, FAR),
		peakAbove: peaksAbove(likely),
		peakBelow: peaksAbove(likely.toReversed()).reverse(),
		passages: passages.length,
		best,
		second,
		nearest: nearestPassages(passages, lines.length),
		portraits: new Map(passages.map((passage, at) => [passage, portray(lines, likely, passage, at)])),
		terms: termsOfPassage(lines, isLikely, best),
	};
}

/** The greatest value above each, fading with the distance. */
function peaksAbove(values: readonly number[]): number[] {
	let peak = 0;
	return values.map((value) => {
		const before = peak;
		peak = Math.max(FADING * peak, value);
		return before;
	});
}

function termsOfPassage(
	lines: readonly Measures[],
	isLikely: readonly boolean[],
	{ from, to }: Passage,
): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const [at, { terms }] of lines.slice(from, to).entries())
		if (isLikely[from + at]) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
	return counts;
}
