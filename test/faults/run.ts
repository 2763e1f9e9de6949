/** One torture: users upload and delete while faults are injected; then quiet, repair, and the verdict. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { faultyAssembly } from "./assembly.ts";
import { type Bill, billOf, overbilled, type Receipt } from "./billing.ts";
import { judgeHistory, type Move } from "./history.ts";
import type { Injected } from "./injector.ts";
import { openLedger } from "./ledger.ts";
import { maintenance } from "./maintenance.ts";
import { type FaultyStack, startFaultyStack } from "./stack.ts";
import { type Record as History, live, type Story, storiesOf } from "./users.ts";
import { type Counts, judge, type Verdict } from "./verdict.ts";

/** What to do. */
export interface Torture {
	readonly uploads: number;
	readonly seed: number;
	/** How often each fault is to meet each position, by events of the bucket. */
	readonly share: number;
	/** How often the whole stack is killed on the way. */
	readonly kills: number;
	/** Faults of an earlier run, instead of the seed's. */
	readonly replay?: readonly Injected[];
	/** Minutes after which users begin nothing more, however many uploads there are to be. */
	readonly minutes?: number;
	/** Where the faults are written, whatever comes of the run: with the same uploads, seed and kills they replay it. */
	readonly trace: string;
	/** Told how it goes. */
	readonly progress?: (sentence: string) => void;
}

/** What came of it. */
export interface Result {
	readonly verdict: Verdict & {
		/** Messages for which a function was run more often than the queue is told to try. */
		readonly overbilled: string[];
		/** Queues that aren't empty in the end, dead letters among them. */
		readonly stuck: string[];
	};
	readonly counts: Counts;
	/** Writes that moved a row, all of which were looked at. */
	readonly moves: number;
	readonly bills: Readonly<Record<Receipt["stage"], Bill>>;
	readonly faults: readonly Injected[];
	/** Where calls were made that faults could meet. */
	readonly positions: readonly string[];
	readonly keys: number;
	/** How many uploads users made. */
	readonly uploads: number;
	/** Milliseconds from each start after a kill until the stack was reachable. */
	readonly recoveries: readonly number[];
	/** Dead letters that were redriven. */
	readonly redriven: number;
	/** What sweep did, by kind. */
	readonly swept: Readonly<{ [fate: string]: number }>;
	readonly seconds: number;
}

/** How many users there are at once. */
const USERS = 24;

/** What sweep tells of a round that changed something. */
const MENDED = ["resent", "restored", "buried", "collected", "unlisted", "errors"] as const;

/** While as many messages wait, no user begins anything: faults and kills are to meet all of the run. */
const CROWD = 100;

const inParallel = async (
	stories: readonly Story[],
	live: (story: Story) => Promise<void>,
): Promise<void> => {
	const left = stories.values();
	await Promise.all(
		Array.from({ length: USERS }, async () => {
			for (const story of left) await live(story);
		}),
	);
};

/** Five tries of both functions take less than two minutes; what waits longer than this is stuck. */
const PATIENCE_MS = 30 * 60_000;

/** Waits until nothing waits any more, twice in a row: a message may be between two queues. */
const quiesce = async (stack: FaultyStack, progress: (sentence: string) => void): Promise<void> => {
	const begun = performance.now();
	for (let still = 0; still < 2 && performance.now() - begun < PATIENCE_MS; ) {
		await sleep(1_000);
		const waiting = await stack.depth().catch(() => 1);
		still = waiting === 0 ? still + 1 : 0;
		progress(`${waiting} messages wait`);
	}
};

/** Knows, to the second, how many messages wait; `Infinity` while nobody answers. */
const watchCrowd = (stack: FaultyStack) => {
	let waiting = 0;
	const watching = new AbortController();
	const watch = async () => {
		while (!watching.signal.aborted) {
			waiting = await stack.depth().catch(() => Number.POSITIVE_INFINITY);
			await sleep(1_000);
		}
	};
	const watched = watch();
	return {
		waiting: () => waiting,
		async stop() {
			watching.abort();
			await watched;
		},
	};
};

/** Redrives and sweeps until nothing is left to mend. What sweep sends again may end as a dead letter of its own. */
const repair = async (
	stack: FaultyStack,
	progress: (sentence: string) => void,
): Promise<Pick<Result, "redriven" | "swept">> => {
	const swept: { [fate: string]: number } = {};
	let redriven = 0;
	// A day and more passes in each round.
	for (let days = 2; days < 8; days += 2) {
		const { redrive, sweep } = maintenance(await stack.running());
		const report = await redrive();
		redriven += Object.values(report.codes).reduce((sum, count) => sum + count, 0) + report.letters.sentHome;
		await quiesce(stack, progress);
		const { counts } = await sweep(days);
		for (const [fate, count] of Object.entries(counts)) swept[fate] = (swept[fate] ?? 0) + count;
		progress(`swept: ${JSON.stringify(counts)}`);
		await quiesce(stack, progress);
		if (!MENDED.some((fate) => counts[fate] > 0)) break;
	}
	return { redriven, swept };
};

/** Tortures the stack. */
export const torture = async (given: Torture): Promise<Result> => {
	const {
		seed,
		share,
		kills,
		replay,
		minutes = Number.POSITIVE_INFINITY,
		progress = () => undefined,
	} = given;
	const begun = performance.now();
	const assembly = await faultyAssembly();
	const folder = mkdtempSync(join(tmpdir(), "precis-torture-"));
	const faults: Injected[] = [];
	const receipts: Receipt[] = [];
	const moves: Move[] = [];
	const choosing = { seed, share, ledger: join(folder, "ledger.txt"), ...(replay && { replay }) };
	const stack = startFaultyStack(assembly, join(folder, "data"), choosing, {
		injected: (fault) => faults.push(fault),
		received: (receipt) => receipts.push(receipt),
		moved: (move) => moves.push(move),
	});
	try {
		const stories = storiesOf(given.uploads, seed);
		const record: History = { uploaded: new Map(), left: new Map() };
		const recoveries: number[] = [];
		const where = async () => {
			const { s3, articlesBucket: bucket } = await stack.running();
			return { s3, bucket };
		};
		const crowd = watchCrowd(stack);
		let lived = 0;
		const every = Math.ceil(stories.length / (kills + 1));
		await inParallel(stories, async (story) => {
			while (crowd.waiting() > CROWD) await sleep(200);
			const gone = (performance.now() - begun) / 60_000;
			if (gone > minutes) return;
			await live(story, where, record);
			lived++;
			if (lived % 50 === 0) {
				progress(
					`${gone.toFixed(1)} min: ${lived} of ${stories.length} keys, ${faults.length} faults, ${crowd.waiting()} wait`,
				);
			}
			if (lived % every === 0 && recoveries.length < kills) recoveries.push(await stack.restart());
		});
		await crowd.stop();
		await quiesce(stack, progress);
		stack.quieten();
		progress("quiet; now repair");

		const { redriven, swept } = await repair(stack, progress);
		const running = await stack.running();
		const { verdict: kept, counts } = await judge(
			{
				...running,
				libraryBucket: running.outputs.LibraryBucketName ?? "",
				catalogueTable: running.outputs.CatalogueTableName ?? "",
				entriesTable: running.outputs.EntriesTableName ?? "",
			},
			record,
		);
		const past = judgeHistory(moves);
		const left = [...(await stack.left())].filter(([, count]) => count > 0);
		const verdict = {
			...kept,
			stale: [...kept.stale, ...past.stale],
			duplicated: [...kept.duplicated, ...past.duplicated],
			resurrected: [...kept.resurrected, ...past.resurrected],
			overbilled: overbilled(receipts, await stack.tries()),
			stuck: left.map(([queue, count]) => `${queue}: ${count}`),
		};
		const bills = { ingest: billOf(receipts, "ingest"), summarise: billOf(receipts, "summarise") };
		const seconds = (performance.now() - begun) / 1000;
		const uploads = record.uploaded.size;
		return {
			verdict,
			counts,
			moves: moves.length,
			bills,
			faults,
			positions: openLedger(choosing.ledger).positions(),
			uploads,
			keys: counts.keys,
			recoveries,
			redriven,
			swept,
			seconds,
		};
	} finally {
		mkdirSync(dirname(given.trace), { recursive: true });
		writeFileSync(given.trace, JSON.stringify(faults));
		await stack.kill();
		rmSync(folder, { recursive: true, force: true });
		rmSync(assembly, { recursive: true, force: true });
	}
};
