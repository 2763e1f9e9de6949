/** Damage at random, several kinds at once and on top of each other, and what must hold after it was swept. */
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentName } from "../../../functions/shared/library.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { type Pipeline, startPipeline } from "./pipeline.ts";
import { assertSound, clear } from "./sound.ts";

const KEYS = ["a.html", "news/b.html", "news/2026/ü c.html"];

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
});
afterAll(() => pipeline.cloud.close());

let subjects = 0;
const subject = () => `the garden ${subjects++}`;
const table = () => pipeline.cloud.environment.CATALOGUE_TABLE;
const entriesTable = () => pipeline.cloud.environment.ENTRIES_TABLE;

/** Events that seemed to be lost, and come in the end. */
let late: string[] = [];

/** What may happen to a key; nobody hears of what is lost, or only later. */
const HAPPENINGS = {
	published: (key: string) => pipeline.publish(key, subject()),
	"uploaded, the event lost": async (key: string) => void (await pipeline.put(key, subject())),
	"uploaded, the event late": async (key: string) => void late.push(await pipeline.put(key, subject())),
	"deleted, the event lost": async (key: string) => void (await pipeline.remove(key)),
	"deleted, the event late": async (key: string) => void late.push(await pipeline.remove(key)),
	deleted: async (key: string) => pipeline.ingest(await pipeline.remove(key), false),
	"ingested, the message lost": async (key: string) => {
		await pipeline.ingest(await pipeline.put(key, subject()), false);
		pipeline.toSummarise.splice(0);
	},
	"claimed, and killed": async (key: string) => {
		const { detail, time } = JSON.parse(await pipeline.put(key, subject()));
		const { etag, sequencer, "version-id": versionId } = detail.object;
		await pipeline.catalogue.claim({ key, etag, versionId, sequencer: padSequencer(sequencer), time });
	},
	"its row gone": (key: string) =>
		pipeline.cloud.dynamodb.send(new DeleteCommand({ TableName: table(), Key: { key } })),
	"its article gone": async (key: string) => {
		const article = (await pipeline.catalogue.get(key))?.current?.article;
		if (article) await pipeline.unshelve(article);
	},
	"its summary gone": async (key: string) => {
		const summary = (await pipeline.catalogue.get(key))?.current?.summary;
		if (summary) await pipeline.unshelve(summary);
	},
	"an orphan on its shelf": (key: string) =>
		pipeline.cloud.s3.send(
			new PutObjectCommand({
				Bucket: pipeline.cloud.environment.LIBRARY_BUCKET,
				Key: documentName("summaries", { key, sequencer: padSequencer("1") }, "old"),
				Body: "{}",
				Metadata: { key: Buffer.from(key).toString("base64url") },
			}),
		),
	"a stale entry": (key: string) =>
		pipeline.cloud.dynamodb.send(
			new PutCommand({
				TableName: entriesTable(),
				Item: { list: "topic#stale#0", rank: `2026-01-01#${key}`, key, sequencer: padSequencer("1") },
			}),
		),
};
type Happening = keyof typeof HAPPENINGS;
const names = Object.keys(HAPPENINGS) as Happening[];

test("whatever happens, three sweeps later all is true and tidy, and a fourth changes nothing", async () => {
	const happening = fc.record({ key: fc.constantFrom(...KEYS), what: fc.constantFrom(...names) });
	await fc.assert(
		fc.asyncProperty(
			fc.array(happening, { minLength: 1, maxLength: 8 }),
			fc.boolean(),
			async (happenings, backwards) => {
				await clear(pipeline, KEYS);
				late = [];
				for (const { key, what } of happenings) await HAPPENINGS[what](key);
				for (const run of [1, 2, 3]) {
					expect((await pipeline.sweep()).counts.errors).toBe(0);
					// The events come between what the first sweep has sent and what comes of it.
					if (run === 1) pipeline.toIngest.unshift(...(backwards ? late.reverse() : late));
					await pipeline.settle();
				}
				await assertSound(pipeline, KEYS);
				const before = await pipeline.state();
				await pipeline.sweep();
				expect(pipeline.toIngest).toEqual([]);
				expect(await pipeline.state()).toEqual(before);
			},
		),
		{ numRuns: Number(process.env.PRECIS_DAMAGES ?? 20) },
	);
}, 600_000);
