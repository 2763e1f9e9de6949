/**
 * How well the shipped path does on sites that its models have never seen: `node bench/train/html/cross.ts FOLDER`.
 * Takes what train.py's models of the other folds thought of pages and blocks through strip/decide.ts.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { decide, MIN_ARTICLE } from "../../../functions/ingest/strip/decide.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";
import { ruleLabels } from "../../../functions/ingest/strip/rules.ts";
import { type PageType, PageTypeSchema } from "../../../functions/shared/article.ts";
import { mean, score, segmentF1, segments } from "../../metric.ts";
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

/** A page as it would be read. */
interface Reading {
	readonly set: string;
	readonly part: string;
	readonly file: PageFile;
	readonly text: string;
	/** Was its type told right? */
	readonly isTyped: boolean;
}

const numbers = (folder: string, name: string): Float32Array =>
	new Float32Array(new Uint8Array(readFileSync(path.join(folder, name))).buffer);

/** Reads one page with what was thought of it. */
function readPage(file: PageFile, odds: Float32Array, likely: Float32Array): string {
	const page = readHtml(decoder.decode(bytesOf(file)));
	const rules = ruleLabels(page, outlineOf(page.blocks));
	const judged = rules.flatMap((rule, i) => {
		const block = page.blocks[i];
		return block ? [{ block, rule, likely: likely[i] ?? 0, kept: false }] : [];
	});
	decide(judged, (odds[0] ?? 0) >= MIN_ARTICLE);
	return judged
		.filter(({ kept }) => kept)
		.map(({ block }) => block.text)
		.join("\n");
}

function readAll(folder: string): readonly Reading[] {
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
			const text = readPage(file, odds, judged.subarray(block, block + labels.length));
			block += labels.length;
			const best = PageTypeSchema.options[odds.indexOf(Math.max(...odds))];
			const known = file.type ?? (set === "magic-forum" ? "forum" : "article");
			return [{ set, part, file, text, isTyped: best === (TYPES[known] ?? known) }];
		});
}

const cell = (value: number, digits = 3): string =>
	(Number.isNaN(value) ? "" : value.toFixed(digits)).padStart(6);

function show(name: string, readings: readonly Reading[]): void {
	if (readings.length === 0) return;
	const known = readings.flatMap(({ file: { truth }, text }) =>
		truth.text === undefined ? [] : [{ truth: truth.text, text }],
	);
	const { f1, precision, recall, exact } = score(known);
	const segment = segmentF1(
		readings.flatMap(({ file: { truth }, text }) =>
			truth.with === undefined ? [] : [segments(truth.with, truth.without ?? [], text)],
		),
	);
	const typed = mean(readings.map(({ isTyped }) => Number(isTyped)));
	const cells = [cell(f1), cell(precision), cell(recall), cell(exact, 2), cell(segment), cell(typed, 2)];
	console.log(`${name.padEnd(16)}${String(readings.length).padStart(5)} ${cells.join(" ")}`);
}

const readings = readAll(process.argv[2] ?? "");
for (const part of ["train and validate", "validate"]) {
	const of = readings.filter((one) => part !== "validate" || one.part === part);
	console.log(`${part.padEnd(19)} n     F1  prec.   rec.  exact   segm.  type`);
	for (const set of new Set(of.map((one) => one.set))) {
		const own = of.filter((one) => one.set === set);
		show(set, own);
		const types = new Set(own.flatMap(({ file }) => file.type ?? []));
		for (const type of [...types].sort())
			show(
				`  ${type}`,
				own.filter(({ file }) => file.type === type),
			);
	}
}
