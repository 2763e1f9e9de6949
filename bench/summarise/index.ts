/** `npm run bench -- summarise`: how good summaries are, beside the lead, the classic methods and npm's packages. */
import { parseArgs } from "node:util";
import { UsageError, wholeNumber } from "../../terminal/usage.ts";
import { aligned } from "../aligned.ts";
import type { Interval } from "./bootstrap.ts";
import { DATA, hasData, linesOf, type Part } from "./data.ts";
import { evidenceFigures, type Share } from "./evidence.ts";
import { check, SETS } from "./floors.ts";
import { type Growth, growth } from "./growth.ts";
import { FINDERS, type KeyPhraseFigures, keyPhraseFigures } from "./key-phrases.ts";
import { exactness, type Figures, measure } from "./measure.ts";
import { judge, type QuoteFigures, quoteFigures } from "./quotes.ts";
import { LEAD, OTHERS, PRECIS, type System } from "./systems.ts";

const HELP = `npm run bench -- summarise: measures summaries on news with human references.

  --part PART  train, validate or test (default test); choose on validate, look at test
               only to report: what is shipped was trained on the other two
  --limit N    at most N articles a set
  --json       print JSON
  --check      ours alone on a fixed sample; exit 1 when a figure is worse than its floor
`;

/** All that one run measures. */
interface Results {
	readonly part: Part;
	readonly sets: Readonly<
		Record<
			string,
			{
				readonly articles: number;
				readonly systems: Readonly<Record<string, Figures>>;
				readonly soundEvidence: number;
			}
		>
	>;
	readonly keyPhrases: Readonly<Record<string, KeyPhraseFigures>>;
	readonly quotes: QuoteFigures;
	readonly evidence: Readonly<Record<string, Readonly<Record<string, Share>>>>;
	readonly growth: readonly Growth[];
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

async function measureAll(part: Part, limit: number): Promise<Results> {
	const systems = await loaded([PRECIS, LEAD, ...OTHERS]);
	const sets: Record<string, Results["sets"][string]> = {};
	for (const set of SETS) {
		const lines = linesOf(set, part).slice(0, limit);
		const figures: Record<string, Figures> = {};
		for (const system of systems) figures[system.name] = await measure(system, lines);
		sets[set] = { articles: lines.length, systems: figures, soundEvidence: exactness(lines) };
	}
	return {
		part,
		sets,
		keyPhrases: Object.fromEntries(
			Object.entries(FINDERS).map(([name, find]) => [name, keyPhraseFigures(find, part, limit)]),
		),
		quotes: quoteFigures(judge(part)),
		evidence: evidenceFigures(part),
		growth: growth(),
	};
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const signed = ({ mean, low, high }: Interval): string =>
	`${mean >= 0 ? "+" : ""}${mean.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

const systemRow = (name: string, { rouge, gain, dangling, words, milliseconds }: Figures): string[] => [
	name,
	...rouge.map((value) => value.toFixed(1)),
	signed(gain.sentences),
	signed(gain.matched),
	percent(dangling),
	words.toFixed(0),
	milliseconds.toFixed(1),
];

function print({ part, sets, keyPhrases, quotes, evidence, growth: grown }: Results): void {
	for (const [set, { articles, systems, soundEvidence }] of Object.entries(sets)) {
		const heading = `${set}, ${part} (${articles})`;
		const columns = [
			"R-1",
			"R-2",
			"R-Lsum",
			"gain, 3 sentences",
			"gain, same length",
			"dangling",
			"words",
			"ms",
		];
		const rows = Object.entries(systems).map(([name, figures]) => systemRow(name, figures));
		console.log(aligned([[heading, ...columns], ...rows]));
		console.log(`Summaries whose evidence is all sound: ${percent(soundEvidence)}\n`);
	}
	const phrases = Object.entries(keyPhrases).map(([name, { all, several }]) => [
		name,
		(100 * all).toFixed(1),
		(100 * several).toFixed(1),
	]);
	console.log(`${aligned([["key phrases, F1 at 10", "all", "of several words"], ...phrases])}\n`);
	console.log(
		`quotes with a named speaker: ${quotes.quotes}, given a speaker ${percent(quotes.coverage)}, the right one of those ${percent(quotes.precision)}\n`,
	);
	for (const [title, shares] of Object.entries(evidence)) {
		const rows = Object.entries(shares).map(([name, { of, share }]) => [name, percent(share), `of ${of}`]);
		console.log(`${aligned([[`evidence: ${title}`, "", ""], ...rows])}\n`);
	}
	const lengths = grown.map(({ words, milliseconds }) => [
		String(words),
		milliseconds.toFixed(1),
		((1000 * milliseconds) / words).toFixed(2),
	]);
	console.log(aligned([["words of an invented article", "ms", "µs a word"], ...lengths]));
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
	const limit =
		values.limit === undefined ? Number.POSITIVE_INFINITY : wholeNumber("--limit", values.limit, { min: 1 });
	return { ...values, part, limit };
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
	const results = await measureAll(options.part, options.limit);
	if (options.json) console.log(JSON.stringify(results, null, "\t"));
	else print(results);
	return 0;
}
