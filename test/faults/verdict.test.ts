/** The torture's verdict on damage that was done on purpose: it must not be a verdict that always says yes. */
import { createHash } from "node:crypto";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentName } from "../../functions/shared/library.ts";
import { placesOf } from "../../functions/shared/lists.ts";
import { padSequencer } from "../../functions/shared/upload.ts";
import { page } from "../e2e/pages.ts";
import { type Pipeline, startPipeline } from "../functions/sweep/pipeline.ts";
import { nameOf, type Record as Uploads } from "./users.ts";
import { judge, type Verdict } from "./verdict.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
});
afterAll(() => pipeline.cloud.close());

const record: Uploads = { uploaded: new Map(), left: new Map() };
const upload = async (key: string, subject: string): Promise<string> => {
	const digest = (algorithm: string) => createHash(algorithm).update(page(subject)).digest("hex");
	record.uploaded.set(nameOf(key, digest("md5")), { sha256: digest("sha256"), isImage: false });
	record.left.set(key, digest("md5"));
	return pipeline.put(key, subject);
};
const currentOf = async (key: string) => {
	const current = (await pipeline.catalogue.get(key))?.current;
	if (!current) throw new Error(`${key} isn't ready.`);
	return current;
};
const change = async (name: string, from: string | RegExp, to: string): Promise<void> => {
	const Bucket = pipeline.cloud.environment.LIBRARY_BUCKET;
	const { Body } = await pipeline.cloud.s3.send(new GetObjectCommand({ Bucket, Key: name }));
	const text = (await Body?.transformToString()) ?? "";
	await pipeline.store(name, text.replace(from, to));
};
const look = () =>
	judge(
		{
			s3: pipeline.cloud.s3,
			tables: pipeline.cloud.dynamodb,
			articlesBucket: pipeline.cloud.environment.ARTICLES_BUCKET,
			libraryBucket: pipeline.cloud.environment.LIBRARY_BUCKET,
			catalogueTable: pipeline.cloud.environment.CATALOGUE_TABLE,
			entriesTable: pipeline.cloud.environment.ENTRIES_TABLE,
		},
		record,
	);

const HASH = /(?<="(?:sha256|sourceSha256)":")[0-9a-f]{64}/;

/** What is done to a key that is ready, and what must be said of it, and of nothing else. */
const DAMAGE: Readonly<
	Record<string, [by: readonly (keyof Verdict)[], damage: (key: string) => Promise<unknown>]>
> = {
	nothing: [[], async () => {}],
	"its row is gone": [
		// Its documents and entries are nobody's then.
		["lost", "orphaned"],
		(key) =>
			pipeline.cloud.dynamodb.send(
				new DeleteCommand({ TableName: pipeline.cloud.environment.CATALOGUE_TABLE, Key: { key } }),
			),
	],
	"another never got to its end": [
		["lost"],
		async (key) => {
			await pipeline.ingest(await upload(`${key}.html`, key), false);
			pipeline.toSummarise.splice(0);
		},
	],
	"S3 has not what its user left": [
		["lost"],
		async (key) => {
			const left = record.left.get(key);
			await upload(key, `${key} anew`);
			await pipeline.publish(key, `${key} anew`);
			record.left.set(key, left);
		},
	],
	"its newest upload was never heard of": [["stale"], (key) => upload(key, `${key} anew`)],
	"its article is of other bytes": [
		["stale"],
		async (key) => change((await currentOf(key)).article, HASH, "0".repeat(64)),
	],
	"its summary is of other bytes": [
		["stale"],
		async (key) => change((await currentOf(key)).summary, HASH, "0".repeat(64)),
	],
	"its deletion was never heard of": [
		["resurrected"],
		async (key) => {
			record.left.set(key, undefined);
			const Bucket = pipeline.cloud.environment.ARTICLES_BUCKET;
			await pipeline.cloud.s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
		},
	],
	"an older summary is left": [
		["duplicated", "orphaned"],
		(key) =>
			pipeline.cloud.s3.send(
				new PutObjectCommand({
					Bucket: pipeline.cloud.environment.LIBRARY_BUCKET,
					Key: documentName("summaries", { key, sequencer: padSequencer("1") }, "old"),
					Body: "{}",
				}),
			),
	],
	"it is twice in a list": [
		["duplicated", "orphaned"],
		async (key) => {
			const [place] = placesOf(key, await currentOf(key));
			const Item = { ...place, rank: "2020-01-01T00:00:00.000Z#0", key, sequencer: padSequencer("1") };
			const TableName = pipeline.cloud.environment.ENTRIES_TABLE;
			await pipeline.cloud.dynamodb.send(new PutCommand({ TableName, Item }));
		},
	],
	"its summary is gone": [["missing"], async (key) => pipeline.unshelve((await currentOf(key)).summary)],
	"it is gone from a list": [
		["missing"],
		async (key) => {
			const [{ list, rank } = { list: "", rank: "" }] = placesOf(key, await currentOf(key));
			const TableName = pipeline.cloud.environment.ENTRIES_TABLE;
			await pipeline.cloud.dynamodb.send(new DeleteCommand({ TableName, Key: { list, rank } }));
		},
	],
};

test.each(Object.entries(DAMAGE))("of a key: %s", async (what, [by, damage]) => {
	const key = `news/${what}.html`;
	const before = (await look()).verdict;
	pipeline.toIngest.push(await upload(key, what));
	await pipeline.settle();
	await damage(key);
	const { verdict } = await look();
	const grown = (Object.keys(verdict) as (keyof Verdict)[]).filter(
		(fate) => verdict[fate].length > before[fate].length,
	);
	expect(grown.sort()).toEqual([...by].sort());
});
