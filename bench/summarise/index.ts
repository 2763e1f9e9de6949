/** `npm run bench -- summarise`: how good summaries are, beside the lead, the classic methods and npm's packages. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { check as violationsOf } from "../../functions/summarise/evidence/index.ts";
import { opensDangling } from "../../functions/summarise/extractive/openers.ts";
import { summarise } from "../../functions/summarise/index.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { UsageError } from "../usage-error.ts";
import { type Interval, pairedInterval } from "./bootstrap.ts";
import { articleOf, DATA, hasData, type Line, linesOf, type Part } from "./data.ts";
import { keyPhraseF1 } from "./key-phrases.ts";
import { rouge } from "./rouge.ts";
import { LEAD, OTHERS, PRECIS, type System } from "./systems.ts";

const HELP = `npm run bench -- summarise: measures summaries on news with human references.

  --part PART  train, validate or test (default test); choose on validate, look at test
               only to report: what is shipped was trained on the other two
  --limit N    at most N articles a set
  --json       print JSON
  --check      ours alone on a fixed sample; exit 1 when a figure is worse than its floor

Quotes and evidence have benches of their own: node bench/summarise/quotes.ts, evidence.ts.
`;

/** Sets with references that people wrote. */
const SETS = ["cnndm-val", "inshorts"];
const SENTENCES = 3;

type Mode = "sentences" | "matched";
type Row = Readonly<Record<Mode, readonly [rouge1: number, rouge2: number, rougeLsum: number]>> & {
	readonly dangling: number;
	readonly words: number;
	readonly points: number;
};

const wordsOf = (texts: readonly string[]): string[] => texts.join(" ").split(/\s+/).filter(Boolean);

/** The first so many words of a summary, still in sentences. */
function truncated(texts: readonly string[], words: number): string[] {
	const kept: string[] = [];
	let left = words;
	for (const text of texts) {
		if (left <= 0) break;
		const own = text.split(/\s+/);
		kept.push(own.slice(0, left).join(" "));
		left -= own.length;
	}
	return kept;
}

const scoreOf = (reference: string, texts: readonly string[]): [number, number, number] => {
	const { rouge1, rouge2, rougeLsum } = rouge(reference, texts);
	return [100 * rouge1, 100 * rouge2, 100 * rougeLsum];
};

/** Two summaries at as many words as the shorter has, or each as it is: what one system has to say against the lead. */
function rowsOf(
	reference: string,
	ours: readonly string[],
	lead: readonly string[],
): { own: Row; lead: Row } {
	const budget = Math.min(wordsOf(ours).length, wordsOf(lead).length);
	const row = (texts: readonly string[]): Row => ({
		sentences: scoreOf(reference, texts),
		matched: scoreOf(reference, truncated(texts, budget)),
		dangling: texts.filter((text) => opensDangling(text, "en")).length,
		words: wordsOf(texts).length,
		points: texts.length,
	});
	return { own: row(ours), lead: row(lead) };
}

/** One system on one set. */
interface Figures {
	readonly rouge: readonly number[];
	/** Mean of the three measures, ours minus the lead's, article by article. */
	readonly gain: Readonly<Record<Mode, Interval>>;
	readonly dangling: number;
	readonly words: number;
	readonly milliseconds: number;
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

async function measure(system: System, lines: readonly Line[]): Promise<Figures> {
	const [make, lead] = [await system.load(), await LEAD.load()];
	const articles = lines.map(articleOf);
	for (const article of articles.slice(0, 20)) await make(article, SENTENCES);
	const pairs: { own: Row; lead: Row }[] = [];
	let milliseconds = 0;
	for (const [at, article] of articles.entries()) {
		const start = cpuMilliseconds();
		const texts = await make(article, SENTENCES);
		milliseconds += cpuMilliseconds() - start;
		pairs.push(rowsOf(lines[at]?.reference?.[0] ?? "", texts, await lead(article, SENTENCES)));
	}
	const gain = (mode: Mode): Interval =>
		pairedInterval(pairs.map((pair) => mean(pair.own[mode]) - mean(pair.lead[mode])));
	return {
		rouge: [0, 1, 2].map((which) => mean(pairs.map(({ own }) => own.sentences[which] ?? 0))),
		gain: { sentences: gain("sentences"), matched: gain("matched") },
		dangling:
			pairs.reduce((sum, { own }) => sum + own.dangling, 0) /
			Math.max(
				1,
				pairs.reduce((sum, { own }) => sum + own.points, 0),
			),
		words: mean(pairs.map(({ own }) => own.words)),
		milliseconds: milliseconds / Math.max(1, articles.length),
	};
}

const interval = ({ mean: value, low, high }: Interval): string =>
	`${value >= 0 ? "+" : ""}${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

const lineOf = (
	name: string,
	{ rouge: [one, two, sum], gain, dangling, words, milliseconds }: Figures,
): string =>
	[
		`  ${name.padEnd(16)}`,
		`${one?.toFixed(1)} / ${two?.toFixed(1)} / ${sum?.toFixed(1)}`,
		`3 sentences ${interval(gain.sentences)}`,
		`same length ${interval(gain.matched)}`,
		`dangling ${(100 * dangling).toFixed(1)}%`,
		`${words.toFixed(0)} words`,
		`${milliseconds.toFixed(1)} ms`,
	].join("  ");

/** Share of all evidence that is where it says, over whole default summaries. */
function exactness(lines: readonly Line[]): number {
	const sound = lines.filter((line) => {
		const article = articleOf(line);
		return violationsOf(summarise(article), article).length === 0;
	});
	return sound.length / Math.max(1, lines.length);
}

async function loaded(systems: readonly System[]): Promise<System[]> {
	const present: System[] = [];
	for (const system of systems) {
		try {
			await system.load();
			present.push(system);
		} catch (error) {
			if (!system.installed) throw error;
			console.error(
				`${system.name} is not installed and left out: run \`npm ci --prefix bench\` to measure it too.`,
			);
		}
	}
	return present;
}

const FloorsSchema = z.record(z.string(), z.number());

/** What `--check` holds: figures by name, the better the greater. */
async function checked(): Promise<Record<string, number>> {
	const figures: Record<string, number> = {};
	for (const set of SETS) {
		const lines = linesOf(set, "test").slice(0, 120);
		const { gain, dangling } = await measure(PRECIS, lines);
		figures[`${set} gain, 3 sentences`] = gain.sentences.mean;
		figures[`${set} gain, same length`] = gain.matched.mean;
		figures[`${set} not dangling`] = 1 - dangling;
		figures[`${set} sound evidence`] = exactness(lines.slice(0, 60));
	}
	figures["kpcrowd key phrases F1@10"] = keyPhraseF1(100);
	return figures;
}

async function check(): Promise<number> {
	const file = new URL("./floors.json", import.meta.url);
	const floors = FloorsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
	const figures = await checked();
	let failures = 0;
	for (const [name, floor] of Object.entries(floors)) {
		const figure = figures[name] ?? Number.NaN;
		const holds = figure >= floor;
		if (!holds) failures++;
		console.log(`${holds ? "ok    " : "BELOW "} ${name.padEnd(36)} ${figure.toFixed(3)}, floor ${floor}`);
	}
	return failures === 0 ? 0 : 1;
}

function readOptions(args: readonly string[]) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			part: { type: "string", default: "test" },
			limit: { type: "string" },
			json: { type: "boolean", default: false },
			check: { type: "boolean", default: false },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	const part = (["train", "validate", "test"] as const).find((name) => name === values.part);
	if (!part) throw new UsageError(`--part is train, validate or test, not "${values.part}".`);
	const limit = Number(values.limit ?? Number.POSITIVE_INFINITY);
	if (!(limit >= 1)) throw new UsageError(`--limit takes a number of articles, not "${values.limit}".`);
	return { ...values, part: part satisfies Part, limit };
}

/** Runs the command and gives its exit status. */
export async function summariseBench(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	if (options.help) {
		process.stdout.write(HELP);
		return 0;
	}
	if (!hasData())
		throw new UsageError(
			`The summaries are not at ${DATA}: set PRECIS_SHARED to the folder that holds data.`,
		);
	if (options.check) return check();
	const systems = await loaded([PRECIS, LEAD, ...OTHERS]);
	const results: Record<string, unknown> = {};
	for (const set of SETS) {
		const lines = linesOf(set, options.part).slice(0, options.limit);
		const figures: Record<string, Figures> = {};
		if (!options.json)
			console.log(`${set}, ${options.part}, ${lines.length} articles: ROUGE-1 / 2 / Lsum, gain on Lead`);
		for (const system of systems) {
			const measured = await measure(system, lines);
			figures[system.name] = measured;
			if (!options.json) console.log(lineOf(system.name, measured));
		}
		const sound = exactness(lines);
		if (!options.json) console.log(`  summaries whose evidence is all sound: ${(100 * sound).toFixed(1)}%\n`);
		results[set] = { articles: lines.length, systems: figures, soundEvidence: sound };
	}
	const keyPhrases = keyPhraseF1(Math.min(500, options.limit));
	if (options.json)
		console.log(JSON.stringify({ part: options.part, sets: results, keyPhrases }, null, "\t"));
	else console.log(`kpcrowd: key phrases F1@10 ${(100 * keyPhrases).toFixed(1)}`);
	return 0;
}
