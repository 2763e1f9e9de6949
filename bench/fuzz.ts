/**
 * `npm run fuzz -- [--runs N] [--seed N] [--from N]`: reads pages that were broken in every way we know of.
 * Each run is a function of the seed and its number alone.
 */
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { isUsage, UsageError, wholeNumber } from "../terminal/usage.ts";
import type { Outcome, Work } from "./fuzz/worker.ts";
import { bytesOf, DATA, hasData, PAGE_SETS, pagesOf, sampleOf } from "./strip/pages.ts";

const HELP = `Reads broken pages and says what came of it.

  npm run fuzz -- [--runs 1000] [--seed 1] [--from 0]

Run N of a seed is always the same: make it again with --from N --runs 1.
`;

/** Pages to break, of every set. */
const PAGES_PER_SET = 40;

/** A run may take this long by the clock, on a busy machine, before it counts as a hang. */
const limitOf = (bytes: number): number => 20_000 + bytes / 25;

function readOptions() {
	const { values } = parseArgs({
		options: {
			runs: { type: "string", default: "1000" },
			seed: { type: "string", default: "1" },
			from: { type: "string", default: "0" },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		process.exit(0);
	}
	const { runs, seed, from } = values;
	return {
		runs: wholeNumber("--runs", runs, { min: 1 }),
		seed: wholeNumber("--seed", seed),
		from: wholeNumber("--from", from),
	};
}

/** Ends the process when one run takes for ever, which no thread can see of itself. */
function watch(progress: Int32Array, seed: number): NodeJS.Timeout {
	let run = -1;
	let since = performance.now();
	return setInterval(() => {
		const now = Atomics.load(progress, 0);
		if (now !== run) [run, since] = [now, performance.now()];
		if (process.stderr.isTTY) process.stderr.write(`\rRun ${run} `);
		const bytes = Atomics.load(progress, 1);
		if (performance.now() - since < limitOf(bytes)) return;
		console.error(
			`Run ${run - 1} hangs on ${bytes} bytes: npm run fuzz -- --seed ${seed} --from ${run - 1} --runs 1`,
		);
		process.exit(1);
	}, 500);
}

function report({ runs, outcomes, slowest, failures }: Outcome, seed: number, seconds: number): void {
	const { read = 0, ...rejections } = outcomes;
	const rejected = Object.values(rejections).reduce((sum, count) => sum + count, 0);
	const codes = Object.entries(rejections).map(([code, count]) => `${code} ${count}`);
	console.log(
		`${runs} runs of seed ${seed} in ${seconds.toFixed(0)} s: ${read} read, ${rejected} rejected (${codes.join(", ")}), ${failures.length} failed. Slowest: ${slowest.msPerKb.toFixed(2)} ms/KB, run ${slowest.run} of ${slowest.kb.toFixed(0)} KB.`,
	);
	for (const { run, report: text } of failures) console.error(`\nRun ${run}: ${text}`);
}

/** Breaks pages in a thread of their own, and reports what came of it. */
function fuzz({ runs, seed, from }: ReturnType<typeof readOptions>): void {
	const decoder = new TextDecoder();
	const pages = PAGE_SETS.flatMap((set) => sampleOf(pagesOf(set, "train"), PAGES_PER_SET)).map((page) =>
		decoder.decode(bytesOf(page)),
	);
	const progress = new Int32Array(new SharedArrayBuffer(8));
	const work: Work = { pages, seed, from, runs, progress };
	const start = performance.now();
	const watching = watch(progress, seed);
	new Worker(new URL("./fuzz/worker.ts", import.meta.url), { workerData: work })
		.on("message", (outcome: Outcome) => {
			clearInterval(watching);
			if (process.stderr.isTTY) process.stderr.write("\r");
			report(outcome, seed, (performance.now() - start) / 1000);
			process.exitCode = outcome.failures.length > 0 ? 1 : 0;
		})
		.on("error", (error) => {
			throw error;
		});
}

try {
	const options = readOptions();
	if (!hasData())
		throw new UsageError(`The pages are not at ${DATA}: set PRECIS_SHARED to the folder that holds data.`);
	fuzz(options);
} catch (error) {
	if (!isUsage(error)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
