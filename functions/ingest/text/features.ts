/** A page's blocks as rows of numbers, which is all that the classifier sees of them. */
import type { BlockType } from "../../shared/article.ts";
import type { LabelledBlock, PageBlock } from "../page.ts";
import type { Measures } from "./measure.ts";
import type { Verdict } from "./rules.ts";
import { ratio, rowsOf, sumBetween } from "./runs.ts";
import { type Survey, surveyOf } from "./survey.ts";

/** Kinds as numbers: the nearer to body, the smaller. */
const KINDS: readonly LabelledBlock["kind"][] = [
	"body",
	"title",
	"standfirst",
	"caption",
	"byline",
	"dateline",
	"author-bio",
	"other",
	"advertisement",
	"promotion",
	"related",
	"share",
	"form",
	"navigation",
	"legal",
	"comments",
];
const kindNumber = (kind: LabelledBlock["kind"] | undefined): number =>
	kind === undefined ? -1 : KINDS.indexOf(kind);

const TYPES: readonly BlockType[] = ["paragraph", "heading", "list-item", "quote", "table", "code"];

type Feature = (survey: Survey, at: number) => number;

/** What there is to say of a line that isn't there. */
const OFF_PAGE = -2;

/** A feature of the line `by` lines below. */
const neighbour =
	(by: number, of: (line: Measures) => number): Feature =>
	({ lines }, at) => {
		const line = lines[at + by];
		return line ? of(line) : OFF_PAGE;
	};
const own = (of: (line: Measures) => number): Feature => neighbour(0, of);

/** The same of several neighbours, each a feature of its own. */
const around = (
	name: string,
	offsets: readonly number[],
	of: (line: Measures) => number,
): [string, Feature][] => offsets.map((by) => [`${name}${by > 0 ? "+" : ""}${by}`, neighbour(by, of)]);

const NEAR = [-3, -2, -1, 1, 2, 3];
const NEXT = [-2, -1, 1, 2];
const BESIDE = [-1, 1];

/** The mean of what is summed, from so many lines below to before so many. */
const meanOf =
	(sum: keyof Survey["sums"], from: number, to: number): Feature =>
	({ sums, lines }, at) => {
		const [first, end] = [Math.max(0, at + from), Math.min(lines.length, at + to)];
		return end <= first ? 0 : sumBetween(sums[sum], first, end) / (end - first);
	};
const within = (lines: number, sum: keyof Survey["sums"]): Feature => meanOf(sum, -lines, lines + 1);
const soFar =
	(sum: keyof Survey["sums"]): Feature =>
	({ sums }, at) =>
		sums[sum][at] ?? 0;

const above =
	(what: keyof Survey["nearest"]): Feature =>
	({ nearest }, at) =>
		nearest[what].above[at] ?? 0;
const below =
	(what: keyof Survey["nearest"]): Feature =>
	({ nearest }, at) =>
		nearest[what].below[at] ?? 0;

/** Share of the line's terms that are known. */
const shareOf =
	(known: (survey: Survey) => { has(term: string): boolean }): Feature =>
	(survey, at) => {
		const terms = survey.lines[at]?.terms ?? [];
		return ratio(terms.filter((term) => known(survey).has(term)).length, terms.length);
	};

/** How many lines of prose have the line's terms, as the mean of logarithms. */
const topicWeight: Feature = ({ lines, topics }, at) => {
	const terms = lines[at]?.terms ?? [];
	return ratio(
		terms.reduce((sum, term) => sum + Math.log1p(topics.get(term) ?? 0), 0),
		terms.length,
	);
};

/** How far off the end of the densest stretch a line may be for it to matter. */
const FAR = 30;
const clamp = (distance: number, { lines }: Survey): number =>
	Math.max(-FAR, Math.min(lines.length, distance));

/** Every feature by its name, in the order of the model's columns. */
const FEATURES: ReadonlyMap<string, Feature> = new Map<string, Feature>([
	["type", own(({ type }) => TYPES.indexOf(type))],
	["level", own(({ level }) => level)],
	["links", ({ hasLinks, lines }, at) => (hasLinks ? (lines[at]?.links ?? 0) : -1)],
	["breadth", own(({ breadth }) => breadth)],
	["words", own(({ words }) => words)],
	["word-length", own(({ breadth, words }) => ratio(breadth, words))],
	["sentences", own(({ sentences }) => sentences)],
	["ends", own(({ ends }) => Number(ends))],
	["commas", own(({ commas, breadth }) => ratio(commas, breadth))],
	["digits", own(({ digits }) => digits)],
	["capitals", own(({ capitals }) => capitals)],
	["capitalised", own(({ capitalised }) => capitalised)],
	["lower-case", own(({ lowerCase }) => lowerCase)],
	["separators", own(({ separators }) => separators)],
	["last-mark", own(({ lastMark }) => lastMark)],
	["first-mark", own(({ firstMark }) => firstMark)],
	["cue", own(({ cue }) => kindNumber(cue))],
	["section", ({ verdict }, at) => kindNumber(verdict.sections[at])],
	["verdict", ({ verdict }, at) => kindNumber(verdict.kinds[at])],
	["verdict-1", ({ verdict }, at) => kindNumber(verdict.kinds[at - 1])],
	["verdict+1", ({ verdict }, at) => kindNumber(verdict.kinds[at + 1])],
	["from-start-of-span", (survey, at) => clamp(at - survey.verdict.span.from, survey)],
	["to-end-of-span", (survey, at) => clamp(survey.verdict.span.to - at, survey)],
	["span-length", ({ verdict }) => verdict.span.to - verdict.span.from],
	["from-title", ({ verdict, lines }, at) => (verdict.title < 0 ? -lines.length : at - verdict.title)],
	["is-title", ({ verdict }, at) => Number(at === verdict.title)],
	["title-terms", shareOf(({ titleTerms }) => titleTerms)],
	["topic-terms", shareOf(({ topics }) => topics)],
	["topic-weight", topicWeight],
	["terms", own(({ terms }) => terms.length)],
	["repeats", ({ repeats }, at) => repeats[at] ?? 0],
	["seen", ({ seen }, at) => Number(seen[at])],
	["position", ({ lines }, at) => ratio(at, lines.length)],
	["prose-before", ({ sums, proseTotal }, at) => ratio(sums.prose[at] ?? 0, proseTotal)],
	["prose-after", ({ sums, proseTotal }, at) => proseTotal - (sums.prose[at + 1] ?? proseTotal)],
	["above-prose", above("prose")],
	["below-prose", below("prose")],
	["above-long", above("long")],
	["below-long", below("long")],
	["above-heading", above("heading")],
	["below-heading", below("heading")],
	["above-cue", above("cue")],
	["below-cue", below("cue")],
	["credit-above", above("credit")],
	["credit-below", below("credit")],
	["repeated-above", above("repeated")],
	["repeated-below", below("repeated")],
	["repeated-within-6", within(6, "repeated")],
	["repeated-within-20", within(20, "repeated")],
	["credits-within-6", within(6, "credits")],
	["credits-within-20", within(20, "credits")],
	["credits-so-far", soFar("credits")],
	["dated-within-6", within(6, "timed")],
	["short-dated-within-12", within(12, "dated")],
	["comments-so-far", soFar("comments")],
	["comments-within-12", within(12, "comments")],
	["related-so-far", soFar("related")],
	["shares-so-far", soFar("shares")],
	["relative-breadth", ({ lines, medianProse }, at) => ratio(lines[at]?.breadth ?? 0, medianProse)],
	["prose-within-3", within(3, "prose")],
	["prose-within-10", within(10, "prose")],
	["run", ({ runs }, at) => runs[at]?.length ?? 0],
	["in-run", ({ runs }, at) => at - (runs[at]?.start ?? at)],
	["run-breadth", ({ runs }, at) => runs[at]?.breadth ?? 0],
	["run-capitalised", ({ runs }, at) => runs[at]?.capitalised ?? 0],
	["run-ends", ({ runs }, at) => runs[at]?.ends ?? 0],
	["heading-cue", ({ headings, lines }, at) => kindNumber(lines[headings[at] ?? -1]?.cue)],
	["heading-ends", ({ headings, lines }, at) => lines[headings[at] ?? -1]?.lastMark ?? -2],
	["words-say", own(({ sound }) => sound)],
	["words-above-4", meanOf("sound", -4, 0)],
	["words-below-4", meanOf("sound", 1, 5)],
	["words-above-12", meanOf("sound", -12, 0)],
	["words-below-12", meanOf("sound", 1, 13)],
	["words-heading", ({ headings, lines }, at) => lines[headings[at] ?? -1]?.sound ?? -9],
	["words-page", ({ sums, lines }) => ratio(sums.sound.at(-1) ?? 0, lines.length)],
	["lines", ({ lines }) => lines.length],
	["median-breadth", ({ medianBreadth }) => medianBreadth],
	["prose-total", ({ proseTotal }) => proseTotal],
	["prose-share", ({ lines, proseTotal }) => ratio(proseTotal, lines.length)],
	...around("words-say", NEAR, ({ sound }) => sound),
	...around("breadth", NEAR, ({ breadth }) => breadth),
	...around("ends", NEAR, ({ ends }) => Number(ends)),
	...around("cue", NEXT, ({ cue }) => kindNumber(cue)),
	...around("type", NEXT, ({ type }) => TYPES.indexOf(type)),
	["repeats-1", ({ repeats }, at) => repeats[at - 1] ?? 0],
	["repeats+1", ({ repeats }, at) => repeats[at + 1] ?? 0],
	...around("dated", BESIDE, ({ dated }) => dated),
	...around("last-mark", BESIDE, ({ lastMark }) => lastMark),
	...around("first-mark", BESIDE, ({ firstMark }) => firstMark),
	...around("capitalised", BESIDE, ({ capitalised }) => capitalised),
	...around("digits", BESIDE, ({ digits }) => digits),
	...around("sentences", BESIDE, ({ sentences }) => sentences),
]);

/** The names of the columns of `features`. */
export const FEATURE_NAMES: readonly string[] = [...FEATURES.keys()];

/** A row of features for every block. */
export function features(
	blocks: readonly PageBlock[],
	lines: readonly Measures[],
	verdict: Verdict,
): readonly Float32Array[] {
	const survey = surveyOf(blocks, lines, verdict);
	return rowsOf([...FEATURES.values()], survey, blocks.length);
}
