/** A page as a whole, measured once, so that each of its blocks' features is looked up. */
import type { PageBlock } from "../page.ts";
import type { Measures } from "./measure.ts";
import type { Verdict } from "./rules.ts";
import { type Distances, distancesTo, mean, median, sumsOf } from "./runs.ts";

/** Distances are counted up to so many blocks. */
const FAR = 30;
/** A paragraph that nobody would take for a teaser, in Latin letters' worth. */
const LONG = 160;
/** Lines that come so often are buttons or labels. */
const MANY = 3;
/** Longest line that is a date with little else. */
const SHORT = 60;

/** Lines without prose between two of prose. */
interface Run {
	readonly start: number;
	readonly length: number;
	/** Means over its lines. */
	readonly breadth: number;
	readonly capitalised: number;
	readonly ends: number;
}

/** What features are read off. Lists have an entry a block, sums one more. */
export interface Survey {
	readonly lines: readonly Measures[];
	readonly verdict: Verdict;
	readonly hasLinks: boolean;
	readonly proseTotal: number;
	readonly medianBreadth: number;
	/** The median breadth of what is prose. */
	readonly medianProse: number;
	readonly sums: Readonly<
		Record<
			"prose" | "sound" | "repeated" | "credits" | "timed" | "dated" | "comments" | "related" | "shares",
			readonly number[]
		>
	>;
	readonly nearest: Readonly<Record<"prose" | "long" | "heading" | "cue" | "credit" | "repeated", Distances>>;
	readonly runs: readonly Run[];
	/** How often the page has the line, and whether it had it before. */
	readonly repeats: readonly number[];
	readonly seen: readonly boolean[];
	/** How many lines of prose have a term. */
	readonly topics: ReadonlyMap<string, number>;
	readonly titleTerms: ReadonlySet<string>;
	/** The heading above each line, or what ends with a colon like one; -1 for none. */
	readonly headings: readonly number[];
}

/** Surveys a page. */
export function surveyOf(blocks: readonly PageBlock[], lines: readonly Measures[], verdict: Verdict): Survey {
	const { repeats, seen } = repetition(blocks);
	const where = (is: (line: Measures, at: number) => boolean): readonly boolean[] => lines.map(is);
	const nearest = (is: (line: Measures, at: number) => boolean): Distances => distancesTo(where(is), FAR);
	const count = (is: (line: Measures, at: number) => boolean): readonly number[] =>
		sumsOf(where(is).map(Number));
	const isRepeated = (_: Measures, at: number): boolean => (repeats[at] ?? 0) >= MANY;
	const prose = sumsOf(lines.map((line) => (line.prose ? line.breadth * (1 - line.links) : 0)));
	return {
		lines,
		verdict,
		hasLinks: blocks.some(({ links }) => links.length > 0),
		proseTotal: prose.at(-1) ?? 0,
		medianBreadth: median(lines.map(({ breadth }) => breadth)),
		medianProse: median(lines.flatMap((line) => (line.prose ? [line.breadth] : []))),
		sums: {
			prose,
			sound: sumsOf(lines.map(({ sound }) => sound)),
			repeated: count(isRepeated),
			credits: count(isCredit),
			timed: count(({ dated }) => dated === 2),
			dated: count(({ dated, breadth }) => dated > 0 && breadth < SHORT),
			comments: count(({ cue }) => cue === "comments"),
			related: count(({ cue }) => cue === "related"),
			shares: count(({ cue }) => cue === "share" || cue === "promotion"),
		},
		nearest: {
			prose: nearest((line) => line.prose),
			long: nearest(({ breadth, ends }) => breadth >= LONG && ends),
			heading: nearest(({ type }) => type === "heading"),
			cue: nearest(({ cue }) => cue !== undefined),
			credit: nearest(isCredit),
			repeated: nearest(isRepeated),
		},
		runs: runsOf(lines),
		repeats,
		seen,
		topics: topicsOf(lines),
		titleTerms: new Set(lines[verdict.title]?.terms),
		headings: headingsAbove(lines),
	};
}

const isCredit = ({ cue }: Measures): boolean => cue === "byline" || cue === "dateline";

function repetition(blocks: readonly PageBlock[]): Pick<Survey, "repeats" | "seen"> {
	const times = new Map<string, number>();
	const seen = blocks.map(({ text }) => {
		const before = times.get(text) ?? 0;
		times.set(text, before + 1);
		return before > 0;
	});
	return { seen, repeats: blocks.map(({ text }) => times.get(text) ?? 0) };
}

function topicsOf(lines: readonly Measures[]): ReadonlyMap<string, number> {
	const topics = new Map<string, number>();
	for (const { prose, terms } of lines)
		if (prose) for (const term of terms) topics.set(term, (topics.get(term) ?? 0) + 1);
	return topics;
}

function headingsAbove(lines: readonly Measures[]): readonly number[] {
	let heading = -1;
	return lines.map(({ type, introduces }, at) => {
		const above = heading;
		if (type === "heading" || introduces) heading = at;
		return above;
	});
}

/** The run each line is in; a line of prose ends the one above it. */
function runsOf(lines: readonly Measures[]): readonly Run[] {
	const runs: Run[] = [];
	for (let start = 0; start < lines.length; ) {
		let end = start;
		while (end < lines.length && !lines[end]?.prose) end++;
		const within = lines.slice(start, end);
		const run: Run = {
			start,
			length: within.length,
			breadth: mean(within.map(({ breadth }) => breadth)),
			capitalised: mean(within.map(({ capitalised }) => capitalised)),
			ends: mean(within.map(({ ends }) => Number(ends))),
		};
		for (const _ of within) runs.push(run);
		if (end < lines.length) runs.push({ ...run, start: end, length: 0 });
		start = end + 1;
	}
	return runs;
}
