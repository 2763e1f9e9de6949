/** A disk that fills up under the embedded stack: what isn't taken is refused, what was taken is done later. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Interceptor } from "../../local/endpoints/index.ts";
import { startStack } from "../../local/stack.ts";
import { faultyAssembly } from "../faults/assembly.ts";
import { placeOf } from "../faults/positions.ts";
import { type Embedded, embed } from "./embedded.ts";

const MIB = 1024 * 1024;
const PLENTY = 1024 * MIB;

let free = PLENTY;
/** Once a call has been answered here, nothing is free. */
let fillsAfter: string | undefined;
/** Calls that were refused for want of room. */
let refused: string[] = [];

/** Stands where the faults of the torture stand: what it passes on is looked at for room next. */
const filler: Interceptor = async (call, next) => {
	const position = placeOf(call)?.position ?? call.operation;
	const answer = await next();
	if (free === 0 && answer.status >= 500) refused.push(position);
	if (position === fillsAfter) free = 0;
	return answer;
};

let embedded: Embedded;
let remove: () => void;

beforeAll(async () => {
	const dataDir = mkdtempSync(join(tmpdir(), "precis-full-"));
	const assembly = await faultyAssembly();
	remove = () => {
		rmSync(dataDir, { recursive: true });
		rmSync(assembly, { recursive: true });
	};
	const stack = await startStack({
		assembly,
		dataDir,
		port: 0,
		interceptors: [filler],
		free: async () => free,
	});
	embedded = embed(stack, () => stack.close());
}, 60_000);

afterEach(() => {
	free = PLENTY;
	fillsAfter = undefined;
	refused = [];
});

afterAll(async () => {
	await embedded.stop();
	remove();
});

test("an upload that there is no room for is refused in plain words, and leaves nothing", async () => {
	free = 100 * MIB;
	await expect(embedded.put("no-room.html", "harbour")).rejects.toMatchObject({
		name: "ServiceUnavailable",
		message: expect.stringContaining("nearly full: 100 MiB are free, and 256 MiB are kept"),
	});
	const { Versions, DeleteMarkers } = await embedded.s3.send(
		new ListObjectVersionsCommand({ Bucket: embedded.stack.articlesBucket, Prefix: "no-room" }),
	);
	expect([Versions, DeleteMarkers]).toEqual([undefined, undefined]);
});

test("what is there can be read, and what was taken before goes on, while uploads are refused", async () => {
	await embedded.put("before.html", "lighthouse");
	free = 100 * MIB;
	expect((await embedded.summary("before.html")).status).toBe(200);
});

test.each([
	["its event is to be handed on", "PutObject", "events SendMessage"],
	["ingest has begun with it", "ingest UpdateItem received", "ingest PutObject articles"],
	["summarise has begun with it", "summarise PutObject summaries", "summarise PutItem"],
])(
	"an upload is ready once there is room again, when the disk fills up as %s",
	async (_, last, first) => {
		const key = `${first.replaceAll(" ", "-")}.html`;
		fillsAfter = last;
		await embedded.put(key, "market");
		await sleep(1_500);
		expect(refused).toContain(first);
		expect((await embedded.get(`/summaries?key=${key}`)).status).not.toBe(200);
		free = PLENTY;
		fillsAfter = undefined;
		expect((await embedded.summary(key)).status).toBe(200);
	},
	40_000,
);
