/** What happens seldom on the embedded stack, but needs a right of its own when it does. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureAssembly } from "../../local/build.ts";
import type { Interceptor } from "../../local/endpoints/index.ts";
import { startStack } from "../../local/stack.ts";
import { objectCreated } from "../support/storage-events.ts";
import { type Embedded, embed } from "./embedded.ts";

/** Lists of objects say that all of them were stored long ago. */
const longAgo: Interceptor = async ({ operation }, next) => {
	const answer = await next();
	if (operation !== "ListObjects" || !(answer.body instanceof Readable)) return answer;
	const document = (await buffer(answer.body)).toString();
	return {
		...answer,
		body: Buffer.from(document.replaceAll(/\d{4}(?=-[-\d]+T[^<]+<\/LastModified>)/g, "2020")),
	};
};

const dataDir = mkdtempSync(join(tmpdir(), "precis-e2e-"));
let embedded: Embedded;
let tables: DynamoDBDocumentClient;
beforeAll(async () => {
	const stack = await startStack({
		assembly: await ensureAssembly(() => {}),
		dataDir,
		port: 0,
		interceptors: [longAgo],
	});
	embedded = embed(stack, () => stack.close());
	const { client, endpoints } = stack;
	tables = DynamoDBDocumentClient.from(new DynamoDBClient({ ...client, endpoint: endpoints.dynamodb }));
});
afterAll(async () => {
	tables.destroy();
	await embedded.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

const output = (name: string): string => embedded.stack.outputs[name] ?? "";
const rowOf = async (key: string) =>
	(await tables.send(new GetCommand({ TableName: output("CatalogueTableName"), Key: { key } }))).Item;
const sweep = async (event: object) => {
	const outcome = await embedded.stack.lambda.invoke(output("SweepFunctionName"), event);
	return JSON.parse(outcome.status === "done" ? outcome.payload : JSON.stringify(outcome));
};

describe("ingest", () => {
	test("finds nothing under a key whose only version was removed for good", async () => {
		await embedded.put("only.html", "the lighthouse");
		const { upload } = (await embedded.summary("only.html")).body;
		const only = { Bucket: upload.bucket, Key: "only.html", VersionId: upload.versionId };
		await embedded.s3.send(new DeleteObjectCommand(only));
		await expect
			.poll(async () => (await embedded.summary("only.html")).status, { timeout: 30_000 })
			.toBe(410);
	});
});

describe("fetch", () => {
	test("finds no document where a row points at one", async () => {
		await embedded.put("lost.html", "the quarry");
		await embedded.summary("lost.html");
		const { current } = (await rowOf("lost.html")) ?? {};
		await embedded.s3.send(
			new DeleteObjectCommand({ Bucket: output("LibraryBucketName"), Key: current.summary }),
		);
		const { status, body } = await embedded.get("/summaries?key=lost.html");
		expect(status).toBe(503);
		expect(body.code).not.toBe("internal");
	});

	test.each([
		["language", "en"],
		["publisher", "The Example Gazette"],
	])("lists what is of one %s", async (filter, value) => {
		const { status } = await embedded.get(`/summaries?${filter}=${encodeURIComponent(value)}`);
		expect(status).toBe(200);
	});
});

describe("sweep", () => {
	test("collects documents and entries that no row has pointed at for a day", async () => {
		const Bucket = output("LibraryBucketName");
		const Metadata = { key: Buffer.from("nobody.html").toString("base64url") };
		const shelf = `${"0".repeat(64)}/1/extractive.json`;
		for (const Key of [`articles/${shelf}`, `summaries/${shelf}`])
			await embedded.s3.send(new PutObjectCommand({ Bucket, Key, Body: "{}", Metadata }));
		const entry = {
			list: "topic#nothing#0",
			rank: "2026-01-01T00:00:00Z#0",
			key: "nobody.html",
			sequencer: "1",
		};
		await tables.send(new PutCommand({ TableName: "precis-library-entries", Item: entry }));
		const { counts } = await sweep({ operation: "sweep" });
		expect(counts).toMatchObject({ collected: 2, unlisted: 1, errors: 0 });
		const { KeyCount } = await embedded.s3.send(
			new ListObjectsV2Command({ Bucket, Prefix: `articles/${"0".repeat(64)}` }),
		);
		expect(KeyCount).toBe(0);
	});

	test("looks at dead letters of every kind, and sends them home when told to", async () => {
		const boxes = ["IngestDeadLettersUrl", "SummariseDeadLettersUrl", "UndeliveredEventsUrl"].map(output);
		const lost = { key: "nobody.html", sequencer: "0".repeat(40), article: "articles/none.json" };
		const event = objectCreated({ key: "nobody.html", bucket: embedded.stack.articlesBucket });
		for (const QueueUrl of boxes) {
			const MessageBody = QueueUrl.includes("summarise") ? JSON.stringify(lost) : event;
			await embedded.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
		}
		const waiting = async () => {
			const AttributeNames = ["ApproximateNumberOfMessages" as const];
			const asked = boxes.map((QueueUrl) =>
				embedded.sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames })),
			);
			return (await Promise.all(asked)).map(({ Attributes }) => Attributes?.ApproximateNumberOfMessages);
		};
		expect(await sweep({ operation: "redrive", dryRun: true })).toMatchObject({ letters: { sentHome: 3 } });
		expect(await waiting()).toEqual(["1", "1", "1"]);
		expect(await sweep({ operation: "redrive" })).toMatchObject({ letters: { sentHome: 3 } });
		expect(await waiting()).toEqual(["0", "0", "0"]);
	});
});
