/**
 * The pages as the shipped path would read them had its models never seen their sites: what train.py's models of the
 * other folds thought of pages and blocks, through strip/decide.ts, and posts/ where they took a page for a forum.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { tellPosts } from "../../../functions/ingest/posts/index.ts";
import { decide, type Judged } from "../../../functions/ingest/strip/decide.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";
import { ruleLabels } from "../../../functions/ingest/strip/rules.ts";
import { type PageType, PageTypeSchema } from "../../../functions/shared/article.ts";
import { bytesOf, PAGE_SETS, type PageFile, pagesOf } from "../../strip/pages.ts";

const decoder = new TextDecoder();

/** What the sets call the contract's types. */
const TYPES: Readonly<Record<string, PageType>> = { collection: "listing", service: "other" };

interface Entry {
	readonly set: string;
	readonly id: string;
	readonly part: string;
	readonly labels: readonly number[];
}

/** A block, whether it is kept, and the share of it that is body in truth; -1 where nobody knows. */
export interface ReadBlock extends Pick<Judged, "block" | "kept" | "rule"> {
	readonly label: number;
}

/** A page as it would be read. */
export interface Reading {
	readonly set: string;
	readonly part: string;
	readonly file: PageFile;
	readonly blocks: readonly ReadBlock[];
	/** Was its type told right? */
	readonly isTyped: boolean;
}

/** The text of some of a page's blocks. */
export const textOf = ({ blocks }: Reading, isIn: (block: ReadBlock) => boolean): string =>
	blocks
		.filter(isIn)
		.map(({ block }) => block.text)
		.join("\n");

const numbers = (folder: string, name: string): Float32Array =>
	new Float32Array(new Uint8Array(readFileSync(path.join(folder, name))).buffer);

/** Leaves out the lines that say who wrote a thread's posts and when. */
function withoutCredits(judged: readonly Judged[], language: string | undefined): void {
	const labelled = judged.map(({ block, kept, likely }) => ({
		...block,
		kind: kept ? ("body" as const) : ("other" as const),
		confidence: likely,
	}));
	for (const [at, { kind }] of tellPosts(labelled, language).labelled.entries()) {
		const one = judged[at];
		if (one) one.kept = kind === "body";
	}
}

/** Reads one page with what was thought of it. */
function readPage(
	file: PageFile,
	odds: Float32Array,
	likely: Float32Array,
	type: PageType | undefined,
): readonly Judged[] {
	const page = readHtml(decoder.decode(bytesOf(file)));
	const outline = outlineOf(page.blocks);
	const rules = ruleLabels(page, outline);
	const judged = rules.flatMap((rule, i) => {
		const block = page.blocks[i];
		return block ? [{ block, rule, likely: likely[i] ?? 0, kept: false }] : [];
	});
	decide(judged, odds[0] ?? 0, outline);
	if (type === "forum") withoutCredits(judged, page.head.language);
	return judged;
}

/** Reads all pages of the folder that train.py left. */
export function readUnseen(folder: string): readonly Reading[] {
	const [types, judged] = [numbers(folder, "types.f32"), numbers(folder, "judged.f32")];
	const files = new Map(
		PAGE_SETS.flatMap((set) => pagesOf(set, "all").map((file) => [`${set.name} ${file.id}`, file] as const)),
	);
	const width = PageTypeSchema.options.length;
	let block = 0;
	return readFileSync(path.join(folder, "index.jsonl"), "utf8")
		.split("\n")
		.flatMap((line, i) => {
			const { set, id, part, labels }: Entry = JSON.parse(line);
			const file = files.get(`${set} ${id}`);
			if (!file) return [];
			const odds = types.subarray(i * width, (i + 1) * width);
			const best = PageTypeSchema.options[odds.indexOf(Math.max(...odds))];
			const read = readPage(file, odds, judged.subarray(block, block + labels.length), best);
			const blocks = read.map((one, at) => ({ ...one, label: labels[at] ?? -1 }));
			block += labels.length;
			const known = file.type ?? (set === "magic-forum" ? "forum" : "article");
			return [{ set, part, file, blocks, isTyped: best === (TYPES[known] ?? known) }];
		});
}
