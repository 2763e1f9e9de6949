/** The door of summarise: an article in, a summary out, each claim with its place in the article. */
import type { Article } from "../shared/article.ts";
import type { Summary } from "../shared/summary.ts";
import { findEntities, toldOf } from "./extractive/entities/index.ts";
import { findFigures } from "./extractive/figures/index.ts";
import { gistOf } from "./extractive/gist.ts";
import { keyPointsOf } from "./extractive/key-points.ts";
import { keywordsOf } from "./extractive/keywords.ts";
import { qualityOf } from "./extractive/quality.ts";
import { findQuotes } from "./extractive/quotes/index.ts";
import { rank } from "./extractive/ranking.ts";
import { presentable, withoutDateline } from "./extractive/readable.ts";
import { readingOf } from "./extractive/reading.ts";
import { sectionsOf } from "./extractive/sections.ts";
import type { Text } from "./extractive/sentence.ts";
import { readText, sentencesOf } from "./extractive/sentences.ts";
import { findTimeline } from "./extractive/timeline/index.ts";
import { topicsOf } from "./extractive/topics.ts";
import { readOptions } from "./options.ts";
import type { Summariser, SummaryOptions } from "./summariser.ts";

export { check, type Violation } from "./evidence/index.ts";
export type { Summariser, SummaryOptions } from "./summariser.ts";

const NAME = "extractive";
/** Raised whenever a release's output may differ from the one before: documents are named by it. */
const VERSION = "3";

/** What can be summarised: prose, or the lines of whatever there is, or, where not even a word is, the first block. */
function readable(text: Text): Text {
	if (text.sentences.length > 0) return text;
	const { blocks } = text.article;
	const lines = sentencesOf(blocks, text.language, () => true);
	const first = blocks[0]?.text ?? "";
	if (lines.length === 0 && first.trim() === "")
		throw new RangeError("an article needs text to be summarised");
	const sentences =
		lines.length > 0 ? lines : [{ block: 0, start: 0, end: first.length, text: first, index: 0 }];
	return { ...text, sentences };
}

/**
 * Summarises an article with nothing but its own sentences. A function of its arguments alone.
 * @throws RangeError when an option is out of bounds, or the article has no text.
 */
export function summarise(article: Article, options: SummaryOptions = {}): Summary {
	const prose = readText(article);
	const text = readable(prose);
	const parameters = readOptions(options, text.sentences.length);
	const ranked = rank(text, presentable(text, text.sentences));
	const standing = ranked.filter(({ leans }) => !leans);
	// Where every sentence leans on another, any is better than none; a warning says so.
	const alone = standing.length > 0 ? standing : rank(text, text.sentences.map(withoutDateline));

	const gist = gistOf(alone);
	const keyPoints = keyPointsOf(standing.length > 0 ? ranked : alone, {
		sentences: parameters.keyPoints,
		words: parameters.words,
	});
	const sections = sectionsOf(prose);
	const keywords = keywordsOf(text);
	const entities = findEntities(prose);
	const { title, url } = article.metadata;
	return {
		schema: "precis.summary/1",
		headline: title ?? gist.text,
		gist,
		keyPoints,
		sections,
		entities: toldOf(entities),
		quotes: findQuotes(prose, entities),
		figures: findFigures(prose),
		timeline: findTimeline(prose),
		topics: topicsOf(article.metadata, entities, keywords),
		keywords,
		language: article.language,
		pageType: article.pageType,
		metadata: article.metadata,
		reading: readingOf(text, gist, keyPoints),
		provenance: {
			engine: NAME,
			engineVersion: VERSION,
			parameters: { ...parameters },
			sourceSha256: article.sha256,
			sourceUrl: url,
		},
		quality: qualityOf({ text: prose, alone: standing }, [gist, ...keyPoints, ...sections]),
	};
}

/** The engine that quotes: no network, no cost a call, deterministic. */
export const extractive: Summariser = { name: NAME, version: VERSION, summarise };
