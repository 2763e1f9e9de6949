/** The figures that must not fall: ours alone, on a fixed sample. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { linesOf } from "./data.ts";
import { evidenceFigures } from "./evidence.ts";
import { FINDERS, keyPhraseFigures } from "./key-phrases.ts";
import { exactness, measure } from "./measure.ts";
import { judge, quoteFigures } from "./quotes.ts";
import { PRECIS } from "./systems.ts";

const FILE = new URL("./floors.json", import.meta.url);
const FloorsSchema = z.record(z.string(), z.number());

/** Sets with references that people wrote. */
export const SETS = ["cnndm-val", "inshorts"] as const;

/** Figures by name, the better the greater. */
async function figures(): Promise<Record<string, number>> {
	const found: Record<string, number> = {};
	for (const set of SETS) {
		const lines = linesOf(set, "test").slice(0, 120);
		const { gain, dangling } = await measure(PRECIS, lines);
		found[`${set} gain, 3 sentences`] = gain.sentences.mean;
		found[`${set} gain, same length`] = gain.matched.mean;
		found[`${set} not dangling`] = 1 - dangling;
		found[`${set} sound evidence`] = exactness(lines.slice(0, 60));
	}
	const keyPhrases = FINDERS.Precis && keyPhraseFigures(FINDERS.Precis, "test", 100);
	found["key phrases F1@10"] = keyPhrases?.all ?? 0;
	found["key phrases of several words F1@10"] = keyPhrases?.several ?? 0;
	const { coverage, precision } = quoteFigures(judge("test"));
	found["quotes with a speaker"] = coverage;
	found["speakers that are right"] = precision;
	const { caught, ...rest } = evidenceFigures("test");
	for (const [name, { share }] of Object.entries(caught ?? {})) found[`evidence: ${name} caught`] = share;
	for (const [name, shares] of Object.entries(rest))
		if (name.startsWith("false alarms")) found[`evidence: no ${name}`] = 1 - (shares["any rule"]?.share ?? 1);
	return found;
}

/** Prints a line a floor; the exit status. */
export async function check(): Promise<number> {
	const floors = FloorsSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));
	const found = await figures();
	let failures = 0;
	for (const [name, floor] of Object.entries(floors)) {
		const figure = found[name] ?? Number.NaN;
		const holds = figure >= floor;
		if (!holds) failures++;
		console.log(`${holds ? "ok    " : "BELOW "} ${name.padEnd(56)} ${figure.toFixed(3)}, floor ${floor}`);
	}
	return failures === 0 ? 0 : 1;
}
