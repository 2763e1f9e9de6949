import type { Warning } from "../../shared/article.ts";
import type { Evidence, Summary } from "../../shared/summary.ts";
import { knowsOpeners } from "./openers.ts";
import type { Ranked } from "./ranking.ts";
import type { Text } from "./sentence.ts";
import { isProse } from "./sentences.ts";

/** Below this many words an article is hardly longer than its summary. */
const SHORT_ARTICLE_WORDS = 120;

/** Days that only a publication date can place. English only, as the timeline is. */
const RELATIVE_DAY =
	/\b(?:yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/i;

/** What the warnings look at: the text, and those of its sentences that can stand alone. */
interface Reading {
	readonly text: Text;
	readonly alone: readonly Ranked[];
}

/** What a reader should know before trusting a summary, by code, and when it is due. */
const WARNINGS: Readonly<Record<string, { message: string; due: (reading: Reading) => boolean }>> = {
	"short-article": {
		message: `The article has fewer than ${SHORT_ARTICLE_WORDS} words: its summary says little less than it does.`,
		due: ({ text }) => text.article.counts.words < SHORT_ARTICLE_WORDS,
	},
	"no-prose": {
		message:
			"The article has no running text, only headings, code or tables: its lines stand in for sentences.",
		due: ({ text }) => text.sentences.length === 0,
	},
	"no-sentence-stands-alone": {
		message:
			"No sentence of the article can be read by itself: the gist and key points may lean on their context.",
		due: ({ text, alone }) => text.sentences.length > 0 && alone.length === 0,
	},
	"language-unsupported": {
		message:
			"The language was not recognised or has no tables: sentences were chosen without knowing what leans on its context; entities, quotes, figures and timeline may be empty.",
		due: ({ text }) => !knowsOpeners(text.language),
	},
	"no-publication-date": {
		message:
			"The article speaks of days relative to a publication date it doesn't give: they are not in the timeline.",
		due: ({ text }) =>
			text.article.metadata.publishedAt === undefined &&
			text.language === "en" &&
			text.sentences.some((sentence) => RELATIVE_DAY.test(sentence.text)),
	},
};

/** How far a summary can be trusted: what share of the article it cites, and what its reader should know. */
export function qualityOf(
	reading: Reading,
	cited: readonly { evidence: readonly Evidence[] }[],
): Summary["quality"] {
	const prose = new Set<number>();
	for (const [block, shape] of reading.text.article.blocks.entries()) if (isProse(shape)) prose.add(block);
	const blocks = new Set(cited.flatMap(({ evidence }) => evidence.map(({ block }) => block)));
	const covered = [...blocks].filter((block) => prose.has(block)).length;
	const warnings: Warning[] = Object.entries(WARNINGS)
		.filter(([, { due }]) => due(reading))
		.map(([code, { message }]) => ({ code, message }));
	return { coverage: prose.size > 0 ? Math.round((covered / prose.size) * 1000) / 1000 : 0, warnings };
}
