/** Annotated lines, and articles whose offsets are still those of their text. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type * as z from "zod";
import type { Article } from "../../functions/shared/article.ts";
import { articleOf, DATA } from "./data.ts";

/** The lines of a set, each held to its own schema. */
export const annotatedLines = <T>(set: string, schema: z.ZodType<T>): T[] =>
	gunzipSync(readFileSync(path.join(DATA, `${set}.jsonl.gz`)))
		.toString()
		.trim()
		.split("\n")
		.map((line) => schema.parse(JSON.parse(line)));

/** The article of a text as it is, and where each of its blocks begins in it. */
export function articleInPlace(id: string, text: string): { article: Article; starts: readonly number[] } {
	const lines = Array.from(text.matchAll(/\S[^\n]*/g), ({ 0: line, index }) => ({
		block: { type: "paragraph" as const, text: line.trimEnd() },
		start: index,
	}));
	return {
		article: { ...articleOf({ id, text, lang: "en" }), blocks: lines.map(({ block }) => block) },
		starts: lines.map(({ start }) => start),
	};
}
