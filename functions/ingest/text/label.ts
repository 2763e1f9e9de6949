/**
 * Which blocks of a plain-text or Markdown page are article. There is no markup to go by, so each block is
 * measured, judged by boosted trees, and judged again beside what was thought of its neighbours. What is cut
 * has the kind that the rules give it.
 */
import type { StrippedKind } from "../../shared/article.ts";
import { predict, unpackTrees } from "../../shared/trees.ts";
import { TEXT_BLOCKS } from "../model/text-blocks.ts";
import { TEXT_CONTEXT } from "../model/text-context.ts";
import type { LabelledBlock, Labeller, PageBlock } from "../page.ts";
import { context } from "./context.ts";
import { features } from "./features.ts";
import { measure } from "./measure.ts";
import { breadth, endsSentence, isProse } from "./prose.ts";
import { judge, type Verdict } from "./rules.ts";
import { mean } from "./runs.ts";
import { findTitle } from "./title.ts";
import { soundOf } from "./words.ts";

const BLOCKS = unpackTrees(TEXT_BLOCKS);
const CONTEXT = unpackTrees(TEXT_CONTEXT);

/** Blocks at least so likely are kept: best over the sites that were trained on, each judged by models without it. */
const THRESHOLD = 0.45;
/** Where neither trees nor rules find an article, blocks at least so likely are taken for one. */
const DOUBTFUL = 0.2;
/** From here on a short line is sure enough to stand alone, or at an article's end. */
const SURE = 0.6;
/** Short lines, in Latin letters' worth. */
const SHORT = 80;
/** Lines this far apart stand together. */
const NEAR = 3;
/** A shorter page gives the classifier nothing to go by: rules decide. */
const MIN_BLOCKS = 12;
/** How often the rules are right where they decide. */
const RULE_CONFIDENCE = 0.78;
/** How often the line that is taken for the title is one that the true text leaves out. */
const TITLE_CONFIDENCE = 0.83;

/** What is known of a page when it is decided which blocks are kept. */
interface Judged {
	readonly blocks: readonly PageBlock[];
	readonly verdict: Verdict;
	readonly likely: readonly number[];
}
type Step = (kept: readonly boolean[], judged: Judged) => readonly boolean[];

/** Sections whose own prose sounds like an article's: what their headings say counts for more. */
const OWN_PROSE: ReadonlySet<LabelledBlock["kind"] | undefined> = new Set<LabelledBlock["kind"]>([
	"comments",
	"author-bio",
]);

const withoutSections: Step = (kept, { verdict: { kinds, sections } }) =>
	kept.map((keep, at) => keep && !(OWN_PROSE.has(sections[at]) && kinds[at] === sections[at]));

/** A list goes as a whole, by what is thought of its items on average. */
const wholeLists: Step = (kept, { blocks, likely }) => {
	const decided = [...kept];
	for (let from = 0; from < blocks.length; from++) {
		if (blocks[from]?.type !== "list-item") continue;
		let to = from;
		while (blocks[to]?.type === "list-item") to++;
		decided.fill(mean(likely.slice(from, to)) >= THRESHOLD, from, to);
		from = to;
	}
	return decided;
};

/** A heading goes with what it heads, unless it is furniture's. */
const withHeadings: Step = (kept, { blocks, verdict: { kinds } }) =>
	kept.map(
		(keep, at) => keep || (blocks[at]?.type === "heading" && kinds[at] === "body" && kept[at + 1] === true),
	);

/** A short line that the trees are in two minds about. */
const isDoubtful = ({ blocks, likely }: Judged, at: number): boolean =>
	(likely[at] ?? 0) < SURE && breadth(blocks[at]?.text ?? "") < SHORT;

/** Of doubtful lines with nothing kept near them, fewer than half are article. */
const withoutLoneLines: Step = (kept, judged) =>
	kept.map((keep, at) => {
		const near = [...kept.slice(Math.max(0, at - NEAR), at), ...kept.slice(at + 1, at + 1 + NEAR)];
		return keep && (near.includes(true) || !isDoubtful(judged, at));
	});

/** Of doubtful lines that begin or end an article without being a sentence, a quarter are its own; headings end none. */
const withoutLooseEnds: Step = (kept, judged) => {
	const isLoose = ({ type, text }: PageBlock, at: number): boolean =>
		type !== "heading" && isDoubtful(judged, at) && !endsSentence(text);
	const from = judged.blocks.findIndex((block, at) => kept[at] === true && !isLoose(block, at));
	const to = judged.blocks.findLastIndex(
		(block, at) => kept[at] === true && !isLoose(block, at) && block.type !== "heading",
	);
	return kept.map((keep, at) => keep && at >= from && at <= to);
};

const STEPS: readonly Step[] = [
	wholeLists,
	withoutSections,
	withHeadings,
	withoutLoneLines,
	withoutLooseEnds,
];

/** Labels every block of a page. */
export const labelText: Labeller = ({ blocks }) => {
	const isFew = blocks.length < MIN_BLOCKS;
	const verdict = judge(blocks, !isFew);
	if (isFew) return blocks.map((block, at) => labelByRules(block, at, verdict));
	const likely = likelihoods(blocks, verdict);
	const judged: Judged = { blocks, likely, verdict: withTitle(verdict, blocks, likely) };
	const kept = keptOf(judged);
	return blocks.map((block, at) => label(block, at, kept?.[at] === true, judged));
};

/** The title is the one above what the trees take for the article, which rules don't find as surely. */
function withTitle(verdict: Verdict, blocks: readonly PageBlock[], likely: readonly number[]): Verdict {
	const isLikely = (probability: number): boolean => probability >= THRESHOLD;
	const from = likely.findIndex(isLikely);
	if (from < 0) return verdict;
	const title = findTitle(blocks, { from, to: likely.findLastIndex(isLikely) + 1 });
	const kinds = verdict.kinds.map((kind, at) => {
		if (at === title) return "title";
		return kind === "title" ? (verdict.lines[at] ?? "body") : kind;
	});
	return { ...verdict, title, kinds };
}

function labelByRules(block: PageBlock, at: number, { kinds }: Verdict): LabelledBlock {
	const kind = kinds[at] ?? "other";
	return { ...block, kind, confidence: kind === "title" ? TITLE_CONFIDENCE : RULE_CONFIDENCE };
}

/** Which blocks are kept: the first choice that leaves any, undefined where there is none to keep. */
function keptOf(judged: Judged): readonly boolean[] | undefined {
	const { likely, verdict } = judged;
	const likelierThan = (least: number): readonly boolean[] =>
		likely.map((probability, at) => probability >= least && at !== verdict.title);
	const choices: readonly (readonly boolean[])[] = [
		STEPS.reduce((kept, step) => step(kept, judged), likelierThan(THRESHOLD)),
		likelierThan(THRESHOLD),
		verdict.kinds.map((kind) => kind === "body"),
		likelierThan(DOUBTFUL),
		// To refuse an article is worse than to keep a notice.
		judged.blocks.map(({ text }, at) => isProse(text) && at !== verdict.title),
	];
	return choices.find((kept) => kept.some((keep, at) => keep && at !== verdict.title));
}

function label(block: PageBlock, at: number, isKept: boolean, { verdict, likely }: Judged): LabelledBlock {
	const probability = likely[at] ?? 0;
	if (at === verdict.title) return { ...block, kind: "title", confidence: TITLE_CONFIDENCE };
	const asJudged = isKept === probability >= THRESHOLD;
	const confidence = asJudged ? Math.max(probability, 1 - probability) : RULE_CONFIDENCE;
	return { ...block, kind: isKept ? "body" : kindOf(block, at, verdict), confidence };
}

/** How likely each block is article. */
function likelihoods(blocks: readonly PageBlock[], verdict: Verdict): readonly number[] {
	const lines = blocks.map((block) => measure(block, soundOf(block.text)));
	const rows = features(blocks, lines, verdict);
	const alone = rows.map((row) => predict(BLOCKS, row));
	return context(lines, alone).map((beside, at) => predict(CONTEXT, joined(rows[at], beside)));
}

function joined(row: Float32Array = new Float32Array(), beside: Float32Array): Float32Array {
	const both = new Float32Array(row.length + beside.length);
	both.set(row);
	both.set(beside, row.length);
	return both;
}

/** What a cut block is: what the rules say, or what stands mostly there: teasers below, menus anywhere. */
function kindOf({ text }: PageBlock, at: number, { kinds, span }: Verdict): StrippedKind {
	const kind = kinds[at];
	if (kind !== undefined && kind !== "body") return kind;
	if (!isProse(text)) return "navigation";
	return at < span.from ? "other" : "related";
}
