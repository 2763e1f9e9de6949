/**
 * Writes what the ranker is trained on: `node bench/train/rank.ts PART > rows.jsonl`. A line a sentence: set, article,
 * whether the greedy oracle takes it, and its features. `rank.py` makes the table of it.
 */
import { FEATURES, featuresOf } from "../../functions/summarise/extractive/ranker/features.ts";
import { likenessOf, wholeOf } from "../../functions/summarise/extractive/ranker/whole.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { articleOf, type Line, linesOf, type Part } from "../summarise/data.ts";
import { rouge } from "../summarise/rouge.ts";

/** Sets, and whether they may be used whole: those are never reported on. */
const SETS: readonly (readonly [set: string, whole: boolean])[] = [
	["cnndm-val", false],
	["cnndm-train", true],
	["inshorts", false],
	["bbc-extractive", true],
];

/** More sentences than this no reference has. */
const MOST = 5;

/** The sentences that, taken one by one, raise ROUGE-1 and ROUGE-2 most. */
function oracle(sentences: readonly string[], reference: string): Set<number> {
	const taken: number[] = [];
	let best = 0;
	while (taken.length < MOST) {
		let next = -1;
		for (const at of sentences.keys()) {
			if (taken.includes(at)) continue;
			const summary = [...taken, at].map((one) => sentences[one] ?? "");
			const { rouge1, rouge2 } = rouge(reference, [summary.join(" ")]);
			if (rouge1 + rouge2 > best) {
				best = rouge1 + rouge2;
				next = at;
			}
		}
		if (next < 0) break;
		taken.push(next);
	}
	return new Set(taken);
}

function write(set: string, line: Line): void {
	const [reference] = line.reference ?? [];
	const { title, ...untitled } = line;
	for (const variant of title ? [line, untitled] : [line]) {
		const text = readText(articleOf(variant));
		if (!reference || text.sentences.length < 4) continue;
		const taken = oracle(
			text.sentences.map((sentence) => sentence.text),
			reference,
		);
		const whole = wholeOf(text);
		const rows = featuresOf(whole, whole.seen, likenessOf(whole.seen));
		for (const at of text.sentences.keys()) {
			const row = rows.subarray(at * FEATURES.length, (at + 1) * FEATURES.length);
			const numbers = Array.from(row, (value) => Number(value.toPrecision(7)));
			process.stdout.write(
				`${JSON.stringify([set, line.id + (variant === line ? "" : "-"), Number(taken.has(at)), numbers])}\n`,
			);
		}
	}
}

const part = (process.argv[2] ?? "train") as Part;
process.stdout.write(`${JSON.stringify(FEATURES)}\n`);
for (const [set, whole] of SETS) {
	if (whole && part !== "train") continue;
	for (const line of linesOf(set, whole ? undefined : part)) write(set, line);
}
