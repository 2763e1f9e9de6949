/** `npm run bench -- flood`: see HELP. */
import { parseArgs } from "node:util";
import { wholeNumber } from "../../terminal/usage.ts";
import { CONCURRENCY, WORKERS } from "./assembly.ts";
import { type Flood, runFlood, type Wave } from "./flood.ts";
import { growthOf } from "./log.ts";

/** Told by `--help`. */
const HELP = `npm run bench -- flood [options]: floods the embedded stack, one wave after the other, and looks at every
key in the end.

  --uploads N   different keys, one upload each, as fast as a client can (default 10000)
  --hot N       uploads under one key (default 1000)
  --poison N    a batch in which every tenth upload brings down its function (default 500)
  --json
  --help
`;

/** How often a message is tried, as in the template. */
const TRIES = 5;

const quantile = (values: readonly number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

const inSeconds = (milliseconds: number): number => Number((milliseconds / 1000).toFixed(1));

/** A wave in figures. */
const figuresOf = ({ uploads, seconds, toReady, backlog, functions }: Wave) => ({
	uploads,
	takenPerSecond: Math.round(uploads / seconds.taken),
	donePerSecond: Number((uploads / seconds.done).toFixed(1)),
	seconds: inSeconds(seconds.done * 1000),
	ready: toReady.length,
	toReadySeconds: {
		p50: inSeconds(quantile(toReady, 0.5)),
		p99: inSeconds(quantile(toReady, 0.99)),
		most: inSeconds(quantile(toReady, 1)),
	},
	functions: Object.fromEntries(
		WORKERS.map((worker) => [
			worker,
			{
				invocations: functions[worker].count,
				atOnce: functions[worker].atOnce,
				allowedAtOnce: CONCURRENCY[worker],
				mostWaiting: backlog[worker],
				mostMemoryMb: Math.max(0, ...functions[worker].memory),
				growthMb: growthOf(functions[worker]),
			},
		]),
	),
});

const waveLines = (name: string, wave: Wave): string[] => {
	const { uploads, seconds, takenPerSecond, donePerSecond, ready, toReadySeconds, functions } =
		figuresOf(wave);
	return [
		`${name}: ${uploads} uploads, taken at ${takenPerSecond} a second, done with at ${donePerSecond} a second (${seconds} s)`,
		...(ready > 1
			? [
					`  ready: ${ready}; upload to ready p50 ${toReadySeconds.p50} s, p99 ${toReadySeconds.p99} s, at most ${toReadySeconds.most} s`,
				]
			: []),
		...Object.entries(functions).map(
			([worker, { invocations, atOnce, allowedAtOnce, mostWaiting, mostMemoryMb, growthMb }]) =>
				`  ${worker.padEnd(9)} ${invocations} invocations, ${atOnce} at once of ${allowedAtOnce}; /status told of up to ${mostWaiting} waiting; at most ${mostMemoryMb} MiB, from second to last quarter ${growthMb >= 0 ? "+" : ""}${growthMb} MiB`,
		),
	];
};

const report = ({ flood, hot, poison, verdict, left }: Flood): string =>
	[
		...waveLines("flood", flood),
		...waveLines("hot key", hot),
		`  it shows its ${hot.isLast ? "last" : "NOT its last"} upload; documents: ${hot.articles} article, ${hot.summaries} summary`,
		...waveLines("poison", poison),
		`  poisoned: ${poison.keys.length}; dead letters: ${poison.deadLetters.length}, of ${new Set(poison.deadLetters).size} keys`,
		`waiting in the end, by /status: ${left}`,
		Object.entries(verdict)
			.map(([fate, keys]) => `${fate} ${keys.length}`)
			.join(", "),
	].join("\n");

/** No more at once than the template allows. */
const isBounded = ({ functions }: Wave): boolean =>
	WORKERS.every((worker) => functions[worker].atOnce <= CONCURRENCY[worker]);

/** Whether all that is promised was kept. */
const isKept = ({ flood, hot, poison, verdict, left }: Flood): boolean =>
	[flood, hot, poison].every(isBounded) &&
	hot.isLast &&
	hot.articles === 1 &&
	hot.summaries === 1 &&
	poison.deadLetters.join("\n") === poison.keys.join("\n") &&
	left === 0 &&
	Object.values(verdict).every((keys) => keys.length === 0);

/** Runs the measurement with the command line's arguments and prints it. */
export const flood = async (args: readonly string[]): Promise<number> => {
	const { values } = parseArgs({
		args: [...args],
		options: {
			uploads: { type: "string", default: "10000" },
			hot: { type: "string", default: "1000" },
			poison: { type: "string", default: "500" },
			json: { type: "boolean", default: false },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return 0;
	}
	const result = await runFlood({
		uploads: wholeNumber("--uploads", values.uploads, { min: 1 }),
		hot: wholeNumber("--hot", values.hot, { min: 1 }),
		poison: wholeNumber("--poison", values.poison, { min: 1 }),
		tries: TRIES,
		progress: (sentence) => {
			if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${sentence}`);
		},
	});
	if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
	const { flood, hot, poison, verdict, left } = result;
	const json = () => ({
		flood: figuresOf(flood),
		hot: { ...figuresOf(hot), isLast: hot.isLast, articles: hot.articles, summaries: hot.summaries },
		poison: {
			...figuresOf(poison),
			poisoned: poison.keys.length,
			deadLetters: poison.deadLetters.length,
		},
		verdict,
		left,
	});
	console.log(values.json ? JSON.stringify(json()) : report(result));
	return isKept(result) ? 0 : 1;
};
