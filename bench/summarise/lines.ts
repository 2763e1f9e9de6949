/** The articles with human summaries and annotations that are measured on: $PRECIS_SHARED/data/summaries. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type * as z from "zod";
import type { Article } from "../../functions/shared/article.ts";
import type { Part } from "../split.ts";
import { DATA } from "../strip/pages.ts";

/** The lines of one file, each held to its schema. */
export const linesOf = <T>(name: string, schema: z.ZodType<T>): T[] =>
	gunzipSync(readFileSync(path.join(DATA, "summaries", `${name}.jsonl.gz`)))
		.toString("utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => schema.parse(JSON.parse(line)));

/** Fixed by the article's id alone: 60% to learn from, 15% to choose on, 25% to report. */
export const partOfId = (id: string): Part => {
	const bucket = createHash("sha256").update(id).digest().readUInt16BE(0) % 100;
	return bucket < 25 ? "test" : bucket < 40 ? "validate" : "train";
};

/** An article of plain paragraphs, as ingest would have made it, and where each begins in the text. */
export function articleOf(text: string, language: string): { article: Article; starts: readonly number[] } {
	const paragraphs = Array.from(text.matchAll(/\S[^\n]*/g), ({ 0: line, index }) => ({
		text: line.trimEnd(),
		start: index,
	}));
	const article: Article = {
		schema: "precis.article/1",
		sha256: createHash("sha256").update(text).digest("hex"),
		format: "text",
		pageType: "article",
		language,
		metadata: { authors: [], topics: [], sources: {} },
		blocks: paragraphs.map((paragraph) => ({ type: "paragraph", text: paragraph.text })),
		stripped: [],
		counts: { blocks: paragraphs.length, stripped: 0, words: 0, characters: text.length },
		warnings: [],
	};
	return { article, starts: paragraphs.map(({ start }) => start) };
}
