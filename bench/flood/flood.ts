/** One flood: uploads as fast as a client can, a hot key, a batch with poison; then the account of it. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { documentClient } from "../../functions/shared/clients.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { page } from "../../test/e2e/pages.ts";
import { nameOf, type Record as Uploads } from "../../test/faults/users.ts";
import type { Verdict } from "../../test/faults/verdict.ts";
import { type Flooded, type Hot, judgeAll, readDeadLetters, readHot } from "./aftermath.ts";
import { floodAssembly, poisonKey, WORKERS, type Worker } from "./assembly.ts";
import { type Invocations, readInvocations } from "./log.ts";
import { type Observer, observer } from "./observer.ts";
import { askStatus, type Backlog, watchBacklog } from "./status.ts";

/** How much of each. */
export interface FloodOptions {
	/** Different keys, one upload each. */
	readonly uploads: number;
	/** Uploads under one key. */
	readonly hot: number;
	/** Uploads of a batch in which every tenth is poison. */
	readonly poison: number;
	/** How often a message is tried. */
	readonly tries: number;
	/** Told how it goes. */
	readonly progress?: (sentence: string) => void;
}

/** One wave of uploads, from the first until nothing waits any more. */
export interface Wave {
	readonly uploads: number;
	/** Until the last upload was taken, and until the last was dealt with. */
	readonly seconds: { readonly taken: number; readonly done: number };
	/** Milliseconds from the start of each upload until its summary was readable, of keys that became ready. */
	readonly toReady: readonly number[];
	readonly backlog: Backlog;
	readonly functions: Readonly<Record<Worker, Invocations>>;
}

/** What came of it. */
export interface Flood {
	readonly flood: Wave;
	readonly hot: Wave & Hot;
	readonly poison: Wave & {
		/** Keys that bring down a function, sorted. */
		readonly keys: readonly string[];
		/** Keys of dead letters, sorted. */
		readonly deadLetters: readonly string[];
	};
	/** Of the keys that are not poison. */
	readonly verdict: Verdict;
	/** Messages that `/status` still tells of, dead letters apart. */
	readonly left: number;
}

/** Requests of the client at the same time. */
const AT_ONCE = 32;

const HOT_KEY = "hot.html";

/** Calls for 0 to `count` - 1, some at a time. */
const each = async (count: number, call: (i: number) => Promise<void>): Promise<void> => {
	let next = 0;
	const lane = async (): Promise<void> => {
		for (let i = next++; i < count; i = next++) await call(i);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

/** What the functions have written so far. */
const readLogs = ({ logFolder }: Pick<Stack, "logFolder">): Record<Worker, string> => {
	const logs = readdirSync(logFolder);
	const read = (worker: Worker): string =>
		readFileSync(join(logFolder, logs.find((name) => name.includes(`${worker}-function`)) ?? ""), "utf8");
	return { ingest: read("ingest"), summarise: read("summarise") };
};

const open = (stack: Stack): Flooded & Stack => ({
	...stack,
	s3: new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 }),
	sqs: new SQSClient({ ...stack.client, endpoint: stack.endpoints.sqs }),
	tables: documentClient(new DynamoDBClient({ ...stack.client, endpoint: stack.endpoints.dynamodb })),
});

/** Sends waves of uploads, one after the other. */
const waves = (
	flooded: Flooded & Stack,
	{ readyAt, handedOn }: Observer,
	progress: (sentence: string) => void,
) => {
	const record: Uploads = { uploaded: new Map(), left: new Map() };
	let sent = 0;

	const upload = async (Key: string): Promise<void> => {
		const Body = page(`garden ${sent++}`, 8);
		const digest = (algorithm: string): string => createHash(algorithm).update(Body).digest("hex");
		record.uploaded.set(nameOf(Key, digest("md5")), { sha256: digest("sha256"), isImage: false });
		const put = { Bucket: flooded.articlesBucket, Key, Body, ContentType: "text/html" };
		await flooded.s3.send(new PutObjectCommand(put));
	};

	const wave = async (count: number, keyOf: (i: number) => string): Promise<Wave> => {
		const logged = readLogs(flooded);
		const startedAt = new Map<string, number>();
		const begun = performance.now();
		const elapsed = (): number => (performance.now() - begun) / 1000;
		let taken = Number.POSITIVE_INFINITY;
		const uploading = each(count, async (i) => {
			startedAt.set(keyOf(i), performance.now());
			await upload(keyOf(i));
		}).then(() => {
			taken = elapsed();
		});
		const isFed = (): boolean => Number.isFinite(taken) && handedOn() >= sent;
		const [backlog] = await Promise.all([watchBacklog(flooded.endpoints.api, isFed, progress), uploading]);
		const logs = readLogs(flooded);
		return {
			uploads: count,
			seconds: { taken, done: elapsed() },
			toReady: [...startedAt].flatMap(([key, start]) => {
				const end = readyAt.get(key);
				return end === undefined ? [] : [end - start];
			}),
			backlog,
			functions: {
				ingest: readInvocations(logs.ingest.slice(logged.ingest.length)),
				summarise: readInvocations(logs.summarise.slice(logged.summarise.length)),
			},
		};
	};
	return { wave, record };
};

const isPoison = (i: number): boolean => i % 10 === 9;

/** Floods a stack of its own. */
export const runFlood = async (options: FloodOptions): Promise<Flood> => {
	const { progress = () => undefined } = options;
	const assembly = await floodAssembly(options.tries);
	const dataDir = mkdtempSync(join(tmpdir(), "precis-flood-"));
	const observing = observer();
	const stack = await startStack({ assembly, dataDir, port: 0, interceptors: [observing.interceptor] });
	const flooded = open(stack);
	try {
		await stack.warm;
		const { wave, record } = waves(flooded, observing, progress);
		const flood = await wave(options.uploads, (i) => `flood/${i}.html`);
		const hot = await wave(options.hot, () => HOT_KEY);
		const hotNow = await readHot(flooded, HOT_KEY);
		const poison = await wave(options.poison, (i) =>
			isPoison(i) ? poisonKey("batch", Math.floor(i / 10)) : `batch/${i}.html`,
		);
		progress("looking at every key");
		const { queues } = await askStatus(stack.endpoints.api);
		const verdict = await judgeAll(flooded, record);
		const keys = Array.from({ length: Math.floor(options.poison / 10) }, (_, i) => poisonKey("batch", i));
		return {
			flood,
			hot: { ...hot, ...hotNow },
			poison: { ...poison, keys: keys.sort(), deadLetters: await readDeadLetters(flooded) },
			verdict: { ...verdict, lost: verdict.lost.filter((key) => !keys.includes(key)) },
			left: WORKERS.reduce((sum, worker) => sum + queues[worker].waiting + queues[worker].inFlight, 0),
		};
	} finally {
		await stack.close();
		rmSync(dataDir, { recursive: true, force: true });
		rmSync(assembly, { recursive: true, force: true });
	}
};
