/**
 * Writes what the block classifier of plain text learns from: `node bench/train/text/export.ts FOLDER [STEP]`,
 * the pages of the train and validate parts. FOLDER is outside of the project: it holds numbers made from its
 * data. The steps, of which each needs what train.py made of the one before it:
 * words (labels, and the words of every block), features (of every block by itself and where it stands; needs
 * sounds.f32) and context (what its neighbours say; needs judged.f32).
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import type { PageBlock } from "../../../functions/ingest/page.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import { CONTEXT_NAMES, context } from "../../../functions/ingest/text/context.ts";
import { FEATURE_NAMES, features } from "../../../functions/ingest/text/features.ts";
import { measure } from "../../../functions/ingest/text/measure.ts";
import { readText } from "../../../functions/ingest/text/plain.ts";
import { judge } from "../../../functions/ingest/text/rules.ts";
import { bucketsOf } from "../../../functions/ingest/text/words.ts";
import { segments, tokensOf } from "../../metric.ts";
import { siteOf } from "../../split.ts";
import { bytesOf, PAGE_SETS, type PageFile, type PageSet, pagesOf } from "../../strip/pages.ts";
import { align } from "../html/align.ts";

const FOLDS = 5;
/** Web pages that are read as if all of them had been pasted, for the languages that the text sets lack. */
const PASTED = new Set(["magic-article", "cleanportaleval"]);
/** Web pages whose truth is a few segments: where our own reading has them right, it is taken for the truth. */
const READ = new Set(["trafilatura"]);
/** Longer pages teach nothing that shorter ones don't. */
const MAX_BLOCKS = 2000;
const decoder = new TextDecoder();

interface TrainingPage {
	readonly set: string;
	readonly file: PageFile;
	readonly blocks: readonly PageBlock[];
}

/** FNV-1a: the same on every machine. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash | 0;
}

/** Web pages of which only the article and a little around it is pasted, with bullets and blank lines. */
const CUT = new Set(["scrapinghub", "fundus", "wcxb-dev"]);
/** So many blocks are pasted above an article and below it at most. */
const ABOVE = 4;
const BELOW = 25;

/** A page's blocks as pasted lines: as they are, or with bullets and blank lines. */
const linesOf = (blocks: readonly PageBlock[], bulleted: boolean): string[] =>
	blocks.map(({ type, text }) => {
		if (type === "table") return text.replaceAll(" | ", "\n");
		if (!bulleted) return text;
		return type === "list-item" ? `- ${text}` : `\n${text}\n`;
	});

/** The article and what is around it, now more, now less. */
function cut(blocks: readonly PageBlock[], truth: string, seed: number): readonly PageBlock[] {
	const body = align(
		blocks.map(({ text }) => text),
		truth,
	).map(({ tokens, covered }) => tokens > 3 && covered >= 0.5 * tokens);
	const from = body.indexOf(true) - 1 - (seed % ABOVE);
	return blocks.slice(Math.max(0, from), body.lastIndexOf(true) + 1 + (seed % BELOW));
}

function textOf({ name, format }: PageSet, file: PageFile): string {
	const text = decoder.decode(bytesOf(file));
	if (format === "text") return text;
	const { blocks } = readHtml(text);
	const seed = Math.abs(hashOf(file.id));
	return CUT.has(name)
		? linesOf(cut(blocks, file.truth.text ?? "", seed), true).join("\n")
		: linesOf(blocks, seed % 3 === 0).join("\n");
}

/** Forums and shops are taught by their own rules, as web pages. */
const TYPES = new Set([undefined, "article", "documentation"]);

function withTruth({ name }: PageSet, file: PageFile): PageFile {
	if (!READ.has(name)) return file;
	const { truth } = file;
	const text = labelMarkup(readHtml(decoder.decode(bytesOf(file))))
		.flatMap((block) => (block.kind === "body" ? [block.text] : []))
		.join("\n");
	const { found, missed, wrong } = segments(truth.with ?? [], truth.without ?? [], text);
	return found > 0 && missed + wrong === 0 ? { ...file, truth: { ...truth, text } } : file;
}

const pages: readonly TrainingPage[] = PAGE_SETS.filter(
	({ name, format }) => format === "text" || PASTED.has(name) || READ.has(name) || CUT.has(name),
).flatMap((set) =>
	pagesOf(set, "all")
		.filter(({ part }) => part !== "test")
		.map((file) => withTruth(set, file))
		.filter(({ part, truth, type }) => part !== "test" && truth.text !== undefined && TYPES.has(type))
		.map((file) => ({ set: set.name, file, blocks: readText(textOf(set, file)).blocks }))
		.filter(({ blocks }) => blocks.length > 0 && blocks.length <= MAX_BLOCKS),
);

const indexOf = ({ set, file, blocks }: TrainingPage) => ({
	set,
	id: file.id,
	site: siteOf(file.host),
	fold: Math.abs(hashOf(siteOf(file.host))) % FOLDS,
	part: file.part,
	type: file.type ?? null,
	labels: align(
		blocks.map(({ text }) => text),
		file.truth.text ?? "",
	).map(({ tokens, covered }) => (tokens === 0 ? -1 : covered / tokens)),
	tokens: blocks.map(({ text }) => tokensOf(text).map(hashOf)),
	truth: tokensOf(file.truth.text ?? "").map(hashOf),
	words: blocks.map(({ text }) => bucketsOf(text)),
});

/** Rows of all pages; `of` gets a page's blocks and which numbers of a file of one number a block are theirs. */
function rowsOf(
	numbers: Float32Array,
	of: (blocks: readonly PageBlock[], numbers: readonly number[]) => readonly Float32Array[],
): Uint8Array {
	let at = 0;
	const rows = pages.flatMap(({ blocks }) => {
		const own = Array.from(numbers.subarray(at, at + blocks.length));
		at += blocks.length;
		return of(blocks, own).map((row) => new Uint8Array(row.buffer));
	});
	return Buffer.concat(rows);
}

function main(folder: string, step: string): void {
	mkdirSync(folder, { recursive: true });
	const write = (name: string, data: string | Uint8Array): void =>
		writeFileSync(path.join(folder, name), data);
	const numbers = (name: string): Float32Array =>
		new Float32Array(new Uint8Array(readFileSync(path.join(folder, name))).buffer);
	if (step === "words") {
		write("index.jsonl", pages.map((page) => JSON.stringify(indexOf(page))).join("\n"));
		return;
	}
	const sounds = numbers("sounds.f32");
	if (step === "features") {
		write("features.json", JSON.stringify(FEATURE_NAMES));
		const rows = rowsOf(sounds, (blocks, own) =>
			features(
				blocks,
				blocks.map((block, at) => measure(block, own[at] ?? 0)),
				judge(blocks),
			),
		);
		write("rows.f32", rows);
	} else {
		write("context.json", JSON.stringify(CONTEXT_NAMES));
		let at = 0;
		const rows = rowsOf(numbers("judged.f32"), (blocks, likely) => {
			const lines = blocks.map((block) => measure(block, sounds[at++] ?? 0));
			return context(lines, likely);
		});
		write("context.f32", rows);
	}
}

main(process.argv[2] ?? "", process.argv[3] ?? "words");
