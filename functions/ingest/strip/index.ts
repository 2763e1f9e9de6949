/**
 * Which blocks of a web page are its body, and what the others are. Boosted trees learned which ones are kept
 * (docs/model-card.md); rules say what the rest is.
 */
import type { StrippedKind } from "../../shared/article.ts";
import { type GiveUp, predict, unpackTrees } from "../../shared/trees.ts";
import { HTML_BLOCKS } from "../model/html-blocks.ts";
import { HTML_LEXICON } from "../model/html-lexicon.ts";
import type { LabelledBlock, Labeller, Page } from "../page.ts";
import { declaredType } from "../page-type.ts";
import { decide, type Judged } from "./decide.ts";
import { featuresOf } from "./features/index.ts";
import { type Lexicon, type Survey, surveyOf } from "./features/survey.ts";

const trees = unpackTrees(HTML_BLOCKS);

const lexicon: Lexicon = new Map(
	HTML_LEXICON.flatMap((line) => {
		const [score, ...words] = line.split(" ");
		return words.map((word): [string, number] => [word, Number(score)]);
	}),
);

/** So many elements named as posts, replies and the like are a forum's. */
const MIN_FORUM_NAMES = 30;

const isForum = ({ page, names }: Survey): boolean =>
	declaredType(page) === "forum" || (names.counts[0] ?? 0) >= MIN_FORUM_NAMES;

/**
 * Of the blocks of the training pages 63% are below this after so many trees, and 1 in 1,800 of all blocks
 * would still have come out as likely body.
 */
const GIVE_UP: GiveUp = { after: 20, below: -2 };

/** How likely each block is body. */
function judge(survey: Survey): readonly Judged[] {
	const { page } = survey;
	const rows = featuresOf(survey);
	const width = trees.features.length;
	return survey.rules.flatMap((rule, i) => {
		const block = page.blocks[i];
		return block ? [{ block, rule, likely: predict(trees, rows, i * width, GIVE_UP), kept: false }] : [];
	});
}

/** What a block is that isn't body. */
const kindOf = ({ rule: { kind, hint, phrase }, block }: Judged): StrippedKind =>
	kind === "body" ? (phrase ?? hint ?? (block.linkDensity > 0.5 ? "related" : "other")) : kind;

/** Labels the blocks of a page that has markup. */
export const labelMarkup: Labeller = (page: Page): readonly LabelledBlock[] => {
	const survey = surveyOf(page, lexicon);
	const judged = judge(survey);
	decide(judged, isForum(survey));
	// A page like none that was learned from: then the rules have it.
	if (!judged.some(({ kept }) => kept))
		return judged.map(({ block, rule: { kind, confidence } }) => ({ ...block, kind, confidence }));
	return judged.map((one) => ({
		...one.block,
		kind: one.kept ? "body" : kindOf(one),
		confidence: one.kept
			? one.likely
			: Math.max(1 - one.likely, one.rule.kind === "body" ? 0 : one.rule.confidence),
	}));
};
