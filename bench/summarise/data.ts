/** Articles with human summaries, and which of them are for training, choosing and reporting. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import type { Article } from "../../functions/shared/article.ts";

const ROOT = path.join(import.meta.dirname, "../..");
/** Where the sets lie; not ours to ship. */
export const DATA = path.resolve(ROOT, process.env.PRECIS_SHARED ?? "../shared", "data/summaries");

/** Whether the sets are there. */
export const hasData = (): boolean => existsSync(DATA);

/** Which part of a set a line belongs to: learn on `train`, choose on `validate`, look at `test` to report. */
export type Part = "train" | "validate" | "test";

const LineSchema = z.object({
	id: z.coerce.string(),
	title: z.string().nullish(),
	text: z.string(),
	reference: z.array(z.string()).optional(),
	keys: z.array(z.string()).optional(),
	lang: z.string().default("en"),
});

/** One article with what people made of it. */
export type Line = z.infer<typeof LineSchema>;

/** By the identifier alone: 60% to train, 15% to choose, 25% to test. */
export const partOf = ({ id }: Pick<Line, "id">): Part => {
	const bucket = createHash("sha256").update(id).digest().readUInt16BE(0) % 100;
	return bucket < 25 ? "test" : bucket < 40 ? "validate" : "train";
};

/** The lines of a set, all or those of one part. */
export function linesOf(set: string, part?: Part): Line[] {
	const lines = gunzipSync(readFileSync(path.join(DATA, `${set}.jsonl.gz`)))
		.toString()
		.trim()
		.split("\n")
		.map((line) => LineSchema.parse(JSON.parse(line)));
	return part ? lines.filter((line) => partOf(line) === part) : lines;
}

/** The article that ingest would have made of a line: a block for each of its lines. */
export function articleOf({ title, text, lang }: Line): Article {
	const blocks = text
		.normalize("NFC")
		.split(/[\r\n]+/)
		.map((line) => line.replace(/\s+/g, " ").trim())
		.filter((line) => line !== "")
		.map((line) => ({ type: "paragraph" as const, text: line }));
	const joined = blocks.map((block) => block.text).join("\n");
	return {
		schema: "precis.article/1",
		sha256: "0".repeat(64),
		format: "text",
		pageType: "article",
		language: lang,
		metadata: { authors: [], topics: [], sources: {}, ...(title && { title }) },
		blocks,
		stripped: [],
		counts: {
			blocks: blocks.length,
			stripped: 0,
			words: joined.match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
			characters: joined.length,
		},
		warnings: [],
	};
}
