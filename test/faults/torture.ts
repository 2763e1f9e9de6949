/** `npm run torture`: see HELP. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isUsage, UsageError, wholeNumber } from "../../terminal/usage.ts";
import type { Injected } from "./injector.ts";
import { fewest, tableOf } from "./report.ts";
import { torture } from "./run.ts";

const HELP = `npm run torture -- [options]: uploads, deletes and restores articles while faults are injected into
every call, then checks that nothing is lost.

  --uploads N     how many uploads, in all (default 2000)
  --seed N        which histories and which faults (default 1)
  --share S       how often each fault meets each position, by uploads and deletions (default 0.005)
  --kills N       how often the whole stack is killed and started again (default 5)
  --minutes M     begin nothing more after so many minutes
  --replay FILE   inject the faults of an earlier run, with the same --uploads and --seed
  --trace FILE    where the faults are written (default reports/torture-SEED.json)
  --help`;

const listed = (counts: object): string =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(", ");

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
	const result = await torture({
		uploads,
		seed,
		share,
		kills: wholeNumber("--kills", values.kills),
		...(values.minutes && { minutes: wholeNumber("--minutes", values.minutes) }),
		...(replay && { replay }),
		progress: (sentence) =>
			process.stderr.write(
				`${process.stderr.isTTY ? "\r\x1b[K" : ""}${sentence}${process.stderr.isTTY ? "" : "\n"}`,
			),
	});
	const trace = values.trace ?? `reports/torture-${seed}.json`;
	writeFileSync(trace, JSON.stringify(result.faults));

	const {
		verdict,
		counts,
		bills,
		faults,
		keys,
		uploads: made,
		recoveries,
		redriven,
		swept,
		seconds,
	} = result;
	console.log(tableOf(faults));
	console.log(`\nevery fault at every position: at least ${fewest(faults)} times`);
	if (replay) console.log(`of ${replay.length} faults to replay, ${faults.length} were injected`);
	console.log(
		`${made} uploads under ${keys} keys, ${faults.length} faults, ${recoveries.length} kills of the whole stack, in ${seconds.toFixed(0)} s; seed ${seed}`,
	);
	if (recoveries.length > 0)
		console.log(`reachable again after a kill: at most ${Math.max(...recoveries).toFixed(0)} ms`);
	for (const [stage, { runs, messages, turns, most }] of Object.entries(bills))
		console.log(
			`${stage}: ${runs} runs for ${messages} messages about ${turns} events; one message took at most ${most}`,
		);
	console.log(listed(counts));
	console.log(`dead letters redriven: ${redriven}; sweep: ${listed(swept)}`);
	console.log(
		listed(Object.fromEntries(Object.entries(verdict).map(([fate, { length }]) => [fate, length]))),
	);
	const broken = Object.entries(verdict).filter(([, which]) => which.length > 0);
	for (const [fate, which] of broken) console.log(`${fate}: ${which.slice(0, 20).join(" ")}`);
	if (broken.length > 0)
		console.log(
			`The faults are in ${trace}; --replay ${trace} --uploads ${uploads} --seed ${seed} injects them again.`,
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
