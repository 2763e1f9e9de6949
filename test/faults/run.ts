/** One torture: users upload and delete while faults are injected; then quiet, repair, and the verdict. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { faultyAssembly } from "./assembly.ts";
import type { Injected } from "./injector.ts";
import { maintenance } from "./maintenance.ts";
import { type FaultyStack, startFaultyStack } from "./stack.ts";
import { live, type Record, type Story, storiesOf } from "./users.ts";
import { judge, type Verdict } from "./verdict.ts";

/** What to do. */
export interface Torture {
	readonly uploads: number;
	readonly seed: number;
	/** The share of calls that meet a fault. */
	readonly share: number;
	/** How often the whole stack is killed on the way. */
	readonly kills: number;
	/** Faults of an earlier run, instead of the seed's. */
	readonly replay?: readonly Injected[];
	/** Told how it goes. */
	readonly progress?: (sentence: string) => void;
}

/** What came of it. */
export interface Result {
	readonly verdict: Verdict;
	readonly faults: readonly Injected[];
	readonly keys: number;
	/** Milliseconds from each start after a kill until the stack was reachable. */
	readonly recoveries: readonly number[];
	/** Dead letters that were redriven. */
	readonly redriven: number;
	/** What sweep did, by kind. */
	readonly swept: Readonly<{ [fate: string]: number }>;
	/** The most runs that one message took. */
	readonly seconds: number;
}

/** How many users there are at once. */
const USERS = 12;

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

/** Waits until nothing waits any more, twice in a row: a message may be between two queues. */
const quiesce = async (stack: FaultyStack, progress: (sentence: string) => void): Promise<void> => {
	for (let still = 0; still < 2; ) {
		await sleep(1_000);
		const { work } = await stack.depth().catch(() => ({ work: 1 }));
		still = work === 0 ? still + 1 : 0;
		progress(`${work} messages wait`);
	}
};

/** Tortures the stack. */
export const torture = async (given: Torture): Promise<Result> => {
	const { uploads, seed, share, kills, replay, progress = () => undefined } = given;
	const begun = performance.now();
	const assembly = await faultyAssembly();
	const dataDir = mkdtempSync(join(tmpdir(), "precis-torture-"));
	const faults: Injected[] = [];
	const choosing = { seed, share, ...(replay && { replay }) };
	const stack = startFaultyStack(assembly, dataDir, choosing, (fault) => faults.push(fault));
	try {
		const stories = storiesOf(uploads, seed);
		const record: Record = new Map();
		const recoveries: number[] = [];
		const where = async () => {
			const { s3, articlesBucket: bucket } = await stack.running();
			return { s3, bucket };
		};
		let lived = 0;
		const every = Math.ceil(stories.length / (kills + 1));
		await inParallel(stories, async (story) => {
			await live(story, where, record);
			lived++;
			if (lived % 50 === 0) progress(`${lived} of ${stories.length} keys, ${faults.length} faults`);
			if (lived % every === 0 && recoveries.length < kills) recoveries.push(await stack.restart());
		});
		await quiesce(stack, progress);
		stack.quieten();

		const swept: { [fate: string]: number } = {};
		let redriven = 0;
		// What sweep sends again may end as a dead letter of its own, so it takes a few rounds; a day passes in each.
		for (let days = 2; days < 8; days += 2) {
			const { redrive, sweep } = maintenance(await stack.running());
			const report = await redrive();
			redriven +=
				Object.values(report.codes).reduce((sum, count) => sum + count, 0) + report.letters.sentHome;
			await quiesce(stack, progress);
			for (const [fate, count] of Object.entries((await sweep(days)).counts))
				swept[fate] = (swept[fate] ?? 0) + count;
			await quiesce(stack, progress);
		}
		const running = await stack.running();
		const verdict = await judge(
			{
				...running,
				libraryBucket: running.outputs.LibraryBucketName ?? "",
				catalogueTable: running.outputs.CatalogueTableName ?? "",
				entriesTable: running.outputs.EntriesTableName ?? "",
			},
			record,
		);
		const seconds = (performance.now() - begun) / 1000;
		return { verdict, faults, keys: stories.length, recoveries, redriven, swept, seconds };
	} finally {
		await stack.kill();
		rmSync(dataDir, { recursive: true, force: true });
		rmSync(assembly, { recursive: true, force: true });
	}
};
