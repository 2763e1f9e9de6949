/** `npm run torture`: see HELP. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isUsage, UsageError, wholeNumber } from "../../terminal/usage.ts";
import type { Injected } from "./injector.ts";
import { fewest, tableOf } from "./report.ts";
import { type Result, torture } from "./run.ts";

const HELP = `npm run torture -- [options]: uploads, deletes and restores articles while faults are injected into
every call, then checks that nothing is lost.

  --uploads N     how many uploads, in all (default 2000)
  --seed N        which histories and which faults (default 1)
  --share S       how often each fault meets each position, by uploads and deletions (default 0.005)
  --kills N       how often the whole stack is killed and started again (default 5)
  --minutes M     begin nothing more after so many minutes
  --replay FILE   inject the faults of an earlier run, with the same --uploads, --seed and --kills
  --trace FILE    where the faults are written (default reports/torture-SEED.json)
  --help`;

const listed = (counts: object): string =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(", ");

/** What came of a run, the verdict last. */
const linesOf = (result: Result, seed: number): string[] => {
	const { verdict, counts, moves, bills, faults, positions, recoveries, redriven, swept } = result;
	const fates = Object.entries(verdict).map(([fate, which]) => [fate, which.length]);
	return [
		`\nevery fault at each of ${positions.length} positions: at least ${fewest(faults, positions)} times`,
		`${result.uploads} uploads under ${result.keys} keys, ${faults.length} faults, ${recoveries.length} kills of the whole stack, in ${result.seconds.toFixed(0)} s; seed ${seed}`,
		...(recoveries.length > 0
			? [`reachable again after a kill: at most ${Math.max(...recoveries).toFixed(0)} ms`]
			: []),
		...Object.entries(bills).map(
			([stage, { runs, messages, turns, most, mostOfTurn }]) =>
				`${stage}: ${runs} runs for ${messages} messages about ${turns} events; one message took at most ${most}, one event ${mostOfTurn}`,
		),
		`${listed(counts)}; moves of rows ${moves}`,
		`dead letters redriven: ${redriven}; sweep: ${listed(swept)}`,
		listed(Object.fromEntries(fates)),
	];
};

const main = async (): Promise<number> => {
	const { values } = parseArgs({
		options: {
			uploads: { type: "string", default: "2000" },
			seed: { type: "string", default: "1" },
			share: { type: "string", default: "0.005" },
			kills: { type: "string", default: "5" },
			minutes: { type: "string" },
			replay: { type: "string" },
			trace: { type: "string" },
			help: { type: "boolean", default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const seed = wholeNumber("--seed", values.seed);
	const share = Number(values.share);
	if (!(share > 0 && share <= 1))
		throw new UsageError(`--share is above 0 and at most 1, not "${values.share}".`);
	const uploads = wholeNumber("--uploads", values.uploads);
	const replay: Injected[] | undefined = values.replay && JSON.parse(readFileSync(values.replay, "utf8"));
	const kills = wholeNumber("--kills", values.kills);
	const trace = values.trace ?? `reports/torture-${seed}.json`;
	console.error(`seed ${seed}; the faults will be in ${trace}`);
	const result = await torture({
		uploads,
		seed,
		share,
		kills,
		trace,
		...(values.minutes && { minutes: wholeNumber("--minutes", values.minutes) }),
		...(replay && { replay }),
		progress: (sentence) =>
			process.stderr.write(
				`${process.stderr.isTTY ? "\r\x1b[K" : ""}${sentence}${process.stderr.isTTY ? "" : "\n"}`,
			),
	});

	console.log(tableOf(result.faults));
	if (replay) console.log(`of ${replay.length} faults to replay, ${result.faults.length} were injected`);
	for (const line of linesOf(result, seed)) console.log(line);
	const broken = Object.entries(result.verdict).filter(([, which]) => which.length > 0);
	for (const [fate, which] of broken) console.log(`${fate}: ${which.slice(0, 20).join(" ")}`);
	if (broken.length > 0)
		console.log(
			`The faults are in ${trace}; --replay ${trace} --uploads ${uploads} --seed ${seed} --kills ${kills} injects them again.`,
		);
	return broken.length > 0 ? 1 : 0;
};

try {
	process.exitCode = await main();
} catch (error) {
	if (!isUsage(error)) throw error;
	console.error(`${error.message}\nnpm run torture -- --help tells what there is.`);
	process.exitCode = 2;
}
