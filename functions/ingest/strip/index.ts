/**
 * Which blocks of a web page are its body, and what the others are. Boosted trees learned which ones are kept
 * (docs/model-card.md); rules say what the rest is.
 */
import type { StrippedKind } from "../../shared/article.ts";
import { type GiveUp, predict, unpackTrees } from "../../shared/trees.ts";
import { HTML_BLOCKS } from "../model/html-blocks.ts";
import { HTML_SOUNDS } from "../model/html-sounds.ts";
import type { LabelledBlock, Labeller, Page } from "../page.ts";
import { decide, isTime, type Judged } from "./decide.ts";
import { FEATURES, featuresOf } from "./features/index.ts";
import { type Sound, type Sounds, type Survey, surveyOf } from "./features/survey.ts";
import { type PageTypeOdds, pageTypeOdds } from "./page-types.ts";

const trees = unpackTrees(HTML_BLOCKS);

const soundOf = ({ base, scale, weights }: (typeof HTML_SOUNDS)[keyof Sounds]): Sound => ({
	base,
	scale,
	weights: new Int8Array(Buffer.from(weights, "base64")),
});

const sounds: Sounds = {
	names: soundOf(HTML_SOUNDS.names),
	elsewhere: soundOf(HTML_SOUNDS.elsewhere),
	words: soundOf(HTML_SOUNDS.words),
};

/**
 * Of the blocks of the training pages 65% are below this after so many trees, and 1 in 3,700 of all blocks
 * would still have come out as likely body.
 */
const GIVE_UP: GiveUp = { after: 20, below: -2 };

/** Where most pages' features fit: fresh memory of that size costs a page more than some of the features. */
const scratch = new Float32Array(500 * FEATURES.length);

/** How likely each block is body. */
function judge(survey: Survey): readonly Judged[] {
	const { page } = survey;
	const rows = featuresOf(survey, scratch);
	const width = FEATURES.length;
	const judged: Judged[] = [];
	survey.rules.forEach((rule, i) => {
		const block = page.blocks[i];
		if (block) judged.push({ block, rule, likely: predict(trees, rows, i * width, GIVE_UP), kept: false });
	});
	return judged;
}

/** What a block is that isn't body. */
const kindOf = ({ rule: { kind, hint, phrase }, block, kind: found }: Judged): StrippedKind =>
	found ??
	(kind === "body"
		? (phrase ?? hint ?? (isTime(block) ? "dateline" : block.linkDensity > 0.5 ? "related" : "other"))
		: kind);

/** What was made of a page that has markup. */
interface Reading {
	readonly labelled: readonly LabelledBlock[];
	/** How likely the page is of each type. */
	readonly odds: PageTypeOdds;
}

/** Tells what kind of page it is and labels its blocks. */
export function readMarkup(page: Page): Reading {
	const survey = surveyOf(page, sounds);
	const odds = pageTypeOdds(survey.facts);
	const judged = judge(survey);
	decide(judged, odds.article, survey.outline);
	return { labelled: label(judged), odds };
}

function label(judged: readonly Judged[]): readonly LabelledBlock[] {
	return judged.map((one) => {
		const { type, level, text, linkDensity, links, datetime, markup } = one.block;
		const kind = one.kept ? "body" : kindOf(one);
		const sure = one.rule.kind === "body" ? 0 : one.rule.confidence;
		const confidence = one.kept ? one.likely : Math.max(1 - one.likely, sure);
		return { type, level, text, linkDensity, links, datetime, markup, kind, confidence };
	});
}

/** Labels the blocks of a page that has markup. */
export const labelMarkup: Labeller = (page) => readMarkup(page).labelled;
