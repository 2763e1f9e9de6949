import type { Warning } from "../../shared/article.ts";
import type { Evidence, Summary } from "../../shared/summary.ts";
import { figureWordsOf } from "./figures/words/index.ts";
import { knowsOpeners } from "./openers.ts";
import { knowsSpeechPatterns } from "./quotes/patterns.ts";
import { speechVerbsOf } from "./quotes/speech-verbs.ts";
import { MOST_COMPARED, type Ranked } from "./ranking.ts";
import type { Text } from "./sentence.ts";
import { isProse } from "./sentences.ts";
import { timeWordsOf } from "./timeline/words.ts";

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

/** Written without capital letters; those of a foreign name in such a text tell nothing of the others. */
const UNCASED: ReadonlySet<string> = new Set(
	"ar bn fa gu he hi ja ka kn ko lo ml mr my ne pa ps si ta te th ur zh".split(" "),
);

/** What a language's tables are needed for, and whether it has them. */
const FIELDS: readonly (readonly [field: string, isThere: (reading: Reading) => boolean])[] = [
	["units and kinds of figures", ({ text }) => figureWordsOf(text.language).durations.length > 0],
	["dates relative to others in the timeline", ({ text }) => timeWordsOf(text.language).last.length > 0],
	[
		"speakers of quotes",
		({ text }) => speechVerbsOf(text.language).size > 0 || knowsSpeechPatterns(text.language),
	],
	[
		"names in entities, which are told by capital letters",
		({ text }) =>
			!UNCASED.has(text.language) && text.sentences.some((sentence) => /\p{Lu}/u.test(sentence.text)),
	],
];

const missingFields = (reading: Reading): string[] =>
	FIELDS.filter(([, isThere]) => !isThere(reading)).map(([field]) => field);

/** What a reader should know before trusting a summary, by code; nothing where it isn't due. */
const WARNINGS: Readonly<Record<string, (reading: Reading) => string | false>> = {
	"short-article": ({ text }) =>
		text.article.counts.words < SHORT_ARTICLE_WORDS &&
		`The article has fewer than ${SHORT_ARTICLE_WORDS} words: its summary says little less than it does.`,
	"long-article": ({ text }) =>
		text.sentences.length > MOST_COMPARED &&
		`Of the article's ${text.sentences.length} sentences only the ${MOST_COMPARED} that share most with the rest were compared.`,
	"no-prose": ({ text }) =>
		text.sentences.length === 0 &&
		"The article has no running text, only headings, code or tables: its lines stand in for sentences.",
	"no-sentence-stands-alone": ({ text, alone }) =>
		text.sentences.length > 0 &&
		alone.length === 0 &&
		"No sentence of the article can be read by itself: the gist and key points may lean on their context.",
	"language-unsupported": ({ text }) =>
		!knowsOpeners(text.language) &&
		"The language was not recognised or has no tables: sentences were chosen without knowing what leans on its context; entities, quotes, figures and timeline may be empty.",
	"fields-unsupported": (reading) => {
		const missing = missingFields(reading);
		return (
			knowsOpeners(reading.text.language) &&
			reading.text.sentences.length > 0 &&
			missing.length > 0 &&
			`For this language these are missing or incomplete: ${missing.join("; ")}.`
		);
	},
	"no-publication-date": ({ text }) =>
		text.article.metadata.publishedAt === undefined &&
		text.language === "en" &&
		text.sentences.some((sentence) => RELATIVE_DAY.test(sentence.text)) &&
		"The article speaks of days relative to a publication date it doesn't give: they are not in the timeline.",
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
	const warnings: Warning[] = Object.entries(WARNINGS).flatMap(([code, say]) => {
		const message = say(reading);
		return message ? [{ code, message }] : [];
	});
	return { coverage: prose.size > 0 ? Math.round((covered / prose.size) * 1000) / 1000 : 0, warnings };
}
