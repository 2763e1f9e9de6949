import type { Article } from "../../../functions/shared/article.ts";
import type { Evidence } from "../../../functions/shared/summary.ts";
import type { Sentence, Text } from "../../../functions/summarise/extractive/sentence.ts";

interface TextParts {
	readonly language?: string;
	readonly publishedAt?: string;
}

/** A kept article of these paragraphs; `language` may have a region ("en-AU"). */
export const articleOf = (
	paragraphs: readonly string[],
	{ language = "en", publishedAt }: TextParts = {},
): Article => ({
	schema: "precis.article/1",
	sha256: "0".repeat(64),
	format: "text",
	pageType: "article",
	language,
	metadata: { authors: [], topics: [], sources: {}, ...(publishedAt === undefined ? {} : { publishedAt }) },
	blocks: paragraphs.map((text) => ({ type: "paragraph", text })),
	stripped: [],
	counts: { blocks: paragraphs.length, stripped: 0, words: 0, characters: 0 },
	warnings: [],
});

/** Sentences end at a full stop, mark or closing quotation mark before white space: enough for texts written for a test. */
const SENTENCE = /\S[\s\S]*?(?:(?<!\D\d{1,2})[.!?]["”»]?(?=\s+[\p{Lu}"“«])|[。！？](?!」)|$)/gu;

/** What the finders work on, made of plain paragraphs. */
export function textOf(paragraphs: string | readonly string[], parts: TextParts = {}): Text {
	const article = articleOf(typeof paragraphs === "string" ? [paragraphs] : paragraphs, parts);
	const sentences: Sentence[] = [];
	for (const [block, { text }] of article.blocks.entries()) {
		for (const match of text.matchAll(SENTENCE)) {
			if (match[0].trim() === "") continue;
			sentences.push({
				block,
				start: match.index,
				end: match.index + match[0].length,
				text: match[0],
				index: sentences.length,
			});
		}
	}
	return { article, language: article.language.split("-")[0] ?? "und", sentences };
}

/** The evidence whose quote is not what its block says at that place; an empty list is what we want. */
export const misquoted = (text: Text, evidence: readonly Evidence[]): Evidence[] =>
	evidence.filter(
		({ block, start, end, quote }) => text.article.blocks[block]?.text.slice(start, end) !== quote,
	);
