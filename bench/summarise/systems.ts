/** Everything that is measured side by side: ours, the classic methods, and packages that npm has. */
import type { Article } from "../../functions/shared/article.ts";
import { likenessOf, wholeOf } from "../../functions/summarise/extractive/ranker/whole.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { summarise } from "../../functions/summarise/index.ts";
import { centralities } from "./graph.ts";

/** What makes a summary of so many sentences, each a text, in the article's order. */
export interface System {
	readonly name: string;
	/** True for a package that is not ours and may not be installed. */
	readonly installed: boolean;
	readonly load: () => Promise<(article: Article, sentences: number) => Promise<string[]> | string[]>;
}

const sentencesOf = (article: Article): string[] => readText(article).sentences.map(({ text }) => text);

/** The sentences with the greatest values, in the text's order. */
const best = (texts: readonly string[], values: ArrayLike<number>, count: number): string[] =>
	Array.from(texts, (text, at) => ({ text, at, value: values[at] ?? 0 }))
		.sort((one, other) => other.value - one.value)
		.slice(0, count)
		.sort((one, other) => one.at - other.at)
		.map(({ text }) => text);

const bodyOf = ({ blocks }: Article): string => blocks.map(({ text }) => text).join("\n\n");

/** Packages give their sentences in one string, some without a space between. */
const apart = (summary: string): string[] =>
	summary.split(/(?<=[.!?]["”']?)\s*(?=["“]?\p{Lu})/u).filter(Boolean);

/** The one that everything is measured against. */
export const LEAD: System = {
	name: "Lead",
	installed: false,
	load: async () => (article, sentences) => sentencesOf(article).slice(0, sentences),
};

/** Ours. */
export const PRECIS: System = {
	name: "Precis",
	installed: false,
	load: async () => (article, keyPoints) =>
		summarise(article, { keyPoints }).keyPoints.map(({ text }) => text),
};

/** The others. */
export const OTHERS: readonly System[] = [
	{
		name: "TextRank",
		installed: false,
		load: async () => (article, sentences) => {
			const texts = sentencesOf(article);
			return best(texts, centralities(texts, "textrank"), sentences);
		},
	},
	{
		name: "LexRank",
		installed: false,
		load: async () => (article, sentences) => {
			const texts = sentencesOf(article);
			return best(texts, centralities(texts, "lexrank"), sentences);
		},
	},
	{
		name: "centrality",
		installed: false,
		load: async () => (article, sentences) => {
			const { seen } = wholeOf(readText(article));
			return best(
				seen.map(({ sentence }) => sentence.text),
				likenessOf(seen).degree,
				sentences,
			);
		},
	},
	{
		name: "node-summarizer",
		installed: true,
		load: async () => {
			const { SummarizerManager } = (await import("node-summarizer")).default;
			return (article, sentences) =>
				apart(new SummarizerManager(bodyOf(article), sentences).getSummaryByFrequency().summary ?? "");
		},
	},
	{
		name: "lexrank.js",
		installed: true,
		load: async () => {
			const { default: lexrank } = await import("lexrank.js");
			return (article, sentences) => {
				const ranked = lexrank(bodyOf(article)).flat();
				return best(
					ranked.map(({ text }) => text),
					ranked.map(({ weight }) => weight),
					sentences,
				);
			};
		},
	},
];
