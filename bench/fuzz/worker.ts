/** The thread that reads broken uploads; its parent sees to it that none takes for ever. */
import { parentPort, workerData } from "node:worker_threads";
import * as fc from "fast-check";
import { cpuMilliseconds } from "../cpu-time.ts";
import { type Case, cases, uploadOf } from "./cases.ts";
import { judge } from "./judge.ts";

/** What the thread is given. */
export interface Work {
	readonly pages: readonly string[];
	readonly seed: number;
	readonly from: number;
	readonly runs: number;
	/** The run being made, and the size of its upload in bytes; seen by the parent. */
	readonly progress: Int32Array;
}

/** How it went. */
export interface Outcome {
	readonly runs: number;
	readonly outcomes: Readonly<Record<string, number>>;
	/** CPU milliseconds a kilobyte of the slowest upload that has some, and its run. */
	readonly slowest: { readonly msPerKb: number; readonly kb: number; readonly run: number };
	readonly failures: readonly { readonly run: number; readonly report: string }[];
}

/** What small uploads cost is not in proportion to anything. */
const MIN_KB = 16;

/** Stops there: the failures after that are the same. */
const MAX_FAILURES = 10;

/** Neighbouring runs get seeds that have nothing in common (the finaliser of MurmurHash3). */
function seedOf(seed: number, run: number): number {
	let hash = Math.imul(seed, 0x9e3779b1) + run;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}

/** What was read and what went wrong, where. */
const reportOf = ({ counterexample, errorInstance }: fc.RunDetails<[Case]>): string =>
	`${JSON.stringify(counterexample?.[0])}\n${errorInstance instanceof Error ? errorInstance.stack : String(errorInstance)}`;

function fuzz({ pages, seed, from, runs, progress }: Work): Outcome {
	const outcomes = new Map<string, number>();
	const failures: { run: number; report: string }[] = [];
	let slowest = { msPerKb: 0, kb: 0, run: from };
	let made = 0;
	const arbitrary = cases(pages.length);
	for (let run = from; run < from + runs && failures.length < MAX_FAILURES; run++) {
		const property = fc.property(arbitrary, (one: Case) => {
			const { bytes, hints } = uploadOf(pages, one);
			Atomics.store(progress, 1, bytes.length);
			Atomics.store(progress, 0, run + 1);
			const start = cpuMilliseconds();
			const outcome = judge(bytes, hints);
			const kb = bytes.length / 1000;
			const msPerKb = (cpuMilliseconds() - start) / kb;
			outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
			if (kb >= MIN_KB && msPerKb > slowest.msPerKb) slowest = { msPerKb, kb, run };
		});
		const details = fc.check(property, { seed: seedOf(seed, run), numRuns: 1 });
		made++;
		if (details.failed) failures.push({ run, report: reportOf(details) });
	}
	return { runs: made, outcomes: Object.fromEntries(outcomes), slowest, failures };
}

parentPort?.postMessage(fuzz(workerData));
