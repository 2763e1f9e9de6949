/** The door of summarise: an article in, a summary out, each claim with its place in the article. */
import * as z from "zod";
import type { Article } from "../shared/article.ts";
import type { KeyPoint, Summary } from "../shared/summary.ts";
import { findEntities } from "./extractive/entities/index.ts";
import { findFigures } from "./extractive/figures/index.ts";
import { gistOf } from "./extractive/gist.ts";
import { keywordsOf } from "./extractive/keywords.ts";
import { qualityOf } from "./extractive/quality.ts";
import { findQuotes } from "./extractive/quotes/index.ts";
import { type Ranked, rank } from "./extractive/ranking.ts";
import { standingAlone, withoutDateline } from "./extractive/readable.ts";
import { readingOf } from "./extractive/reading.ts";
import { sectionsOf } from "./extractive/sections.ts";
import { select } from "./extractive/selection.ts";
import { evidenceOf, type Text } from "./extractive/sentence.ts";
import { readText, sentencesOf } from "./extractive/sentences.ts";
import { findTimeline } from "./extractive/timeline/index.ts";
import type { Summariser, SummaryOptions } from "./summariser.ts";

export { check, type Violation } from "./evidence/index.ts";
export type { Summariser, SummaryOptions } from "./summariser.ts";

const NAME = "extractive";
const VERSION = "1";

const OptionsSchema = z.strictObject({
	keyPoints: z.int("must be a whole number").min(1).max(20).default(5),
});

/** Topics taken from the keywords when the page names none. */
const TOPICS_FROM_KEYWORDS = 5;

function readOptions(options: SummaryOptions): z.output<typeof OptionsSchema> {
	const { success, data, error } = OptionsSchema.safeParse(options);
	if (success) return data;
	throw new RangeError(`summary options: ${z.prettifyError(error)}`);
}

/** What can be summarised: prose, or the lines of whatever there is, or, where not even a word is, the first block. */
function readable(text: Text): Text {
	if (text.sentences.length > 0) return text;
	const { blocks } = text.article;
	const lines = sentencesOf(blocks, text.language, () => true);
	const first = blocks[0]?.text ?? "";
	const sentences =
		lines.length > 0 ? lines : [{ block: 0, start: 0, end: first.length, text: first, index: 0 }];
	return { ...text, sentences };
}

/** A third of the sentences at most: more is not a summary. */
const countFor = (text: Text, wanted: number): number =>
	Math.min(wanted, Math.max(1, Math.floor(text.sentences.length / 3)));

/** Salience is told among the chosen, so that the best of them has 1. */
function keyPointsOf(ranked: readonly Ranked[], count: number): KeyPoint[] {
	const chosen = select(ranked, count);
	const best = Math.max(...chosen.map(({ score }) => score)) || 1;
	return chosen.map(({ sentence, score }) => ({
		text: sentence.text,
		evidence: [evidenceOf(sentence)],
		salience: Math.round((score / best) * 1000) / 1000,
	}));
}

/**
 * Summarises an article with nothing but its own sentences. A function of its arguments alone.
 * @throws RangeError when an option is out of bounds.
 */
export function summarise(article: Article, options: SummaryOptions = {}): Summary {
	const parameters = readOptions(options);
	const prose = readText(article);
	const text = readable(prose);
	const alone = standingAlone(text, text.sentences);
	const ranked = rank(text, alone.length > 0 ? alone : text.sentences.map(withoutDateline));

	const gist = gistOf(ranked);
	const keyPoints = keyPointsOf(ranked, countFor(text, parameters.keyPoints));
	const sections = sectionsOf(prose);
	const keywords = keywordsOf(text);
	const entities = findEntities(prose);
	const { title, topics, url } = article.metadata;
	return {
		schema: "precis.summary/1",
		headline: title ?? gist.text,
		gist,
		keyPoints,
		sections,
		entities,
		quotes: findQuotes(prose, entities),
		figures: findFigures(prose),
		timeline: findTimeline(prose),
		topics: topics.length > 0 ? topics : keywords.slice(0, TOPICS_FROM_KEYWORDS),
		keywords,
		language: article.language,
		pageType: article.pageType,
		metadata: article.metadata,
		reading: readingOf(text, gist, keyPoints),
		provenance: {
			engine: NAME,
			engineVersion: VERSION,
			parameters,
			sourceSha256: article.sha256,
			sourceUrl: url,
		},
		quality: qualityOf({ text: prose, alone }, [gist, ...keyPoints, ...sections]),
	};
}

/** The engine that quotes: no network, no cost a call, deterministic. */
export const extractive: Summariser = { name: NAME, version: VERSION, summarise };
