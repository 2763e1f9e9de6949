import { DeleteObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { objectCreated, objectDeleted } from "../support/storage-events.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";

let embedded: Embedded;
beforeAll(async () => {
	embedded = await startEmbedded();
});
afterAll(() => embedded.stop());

const remove = (Key: string, VersionId?: string) =>
	embedded.s3.send(new DeleteObjectCommand({ Bucket: embedded.stack.articlesBucket, Key, VersionId }));
const tell = (event: string) =>
	embedded.sqs.send(
		new SendMessageCommand({ QueueUrl: embedded.stack.outputs.IngestQueueUrl, MessageBody: event }),
	);

/** Asks until `wanted` holds; the last answer otherwise. */
const eventually = async <T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> => {
	const end = Date.now() + 30_000;
	for (;;) {
		const answer = await ask();
		if (wanted(answer) || Date.now() > end) return answer;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
};
const summarySaying = (key: string, subject: string) =>
	eventually(
		() => embedded.summary(key),
		({ body }) => JSON.stringify(body).includes(subject),
	);
const statusOf = (key: string, status: number) =>
	eventually(
		() => embedded.summary(key),
		(answer) => answer.status === status,
	);

const libraryOf = async (): Promise<number> => {
	const bucket = embedded.stack.outputs.LibraryBucketName;
	return (await embedded.s3.send(new ListObjectsV2Command({ Bucket: bucket }))).KeyCount ?? 0;
};

test("a re-upload replaces the summary, and its documents those before", async () => {
	await embedded.put("twice.html", "the first tower");
	await summarySaying("twice.html", "the first tower");
	const before = await libraryOf();
	await embedded.put("twice.html", "the second tower");
	const { body } = await summarySaying("twice.html", "the second tower");
	expect(body.gist.text).toContain("the second tower");
	expect(await eventually(libraryOf, (count) => count === before)).toBe(before);
});

test("re-uploads while the first is in flight end with the last one's summary", async () => {
	for (let i = 1; i <= 8; i++) await embedded.put("hot.html", `tower number ${i}`);
	const { body } = await summarySaying("hot.html", "tower number 8");
	expect(body.gist.text).toContain("tower number 8");
	// Whatever is still on its way must not bring an older one back.
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect((await embedded.summary("hot.html")).body.gist.text).toContain("tower number 8");
});

test("an event that is delivered again changes nothing", async () => {
	await embedded.put("again.html", "the bridge");
	const first = (await summarySaying("again.html", "the bridge")).body;
	const { bucket, versionId, sequencer, etag, bytes } = first.upload;
	for (let i = 0; i < 3; i++)
		await tell(objectCreated({ key: "again.html", bucket, versionId, sequencer, etag, bytes }));
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect((await embedded.summary("again.html")).body).toEqual(first);
});

test("an older event that comes late does not replace the newer summary", async () => {
	await embedded.put("late.html", "the older harbour");
	const older = (await summarySaying("late.html", "the older harbour")).body.upload;
	await embedded.put("late.html", "the newer harbour");
	const newer = (await summarySaying("late.html", "the newer harbour")).body;
	await tell(objectCreated({ key: "late.html", ...older }));
	await tell(
		objectDeleted({
			key: "late.html",
			bucket: older.bucket,
			sequencer: older.sequencer,
			deletionType: "Delete Marker Created",
		}),
	);
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect((await embedded.summary("late.html")).body).toEqual(newer);
});

test("a delete takes the summary away and a restore brings it back", async () => {
	await embedded.put("gone.html", "the station");
	await summarySaying("gone.html", "the station");
	const marker = await remove("gone.html");
	const deleted = await statusOf("gone.html", 410);
	expect(deleted.body).toMatchObject({ status: 410, detail: expect.stringContaining("deleted") });
	await remove("gone.html", marker.VersionId);
	expect((await summarySaying("gone.html", "the station")).status).toBe(200);
});

test("a new upload over a deleted key is summarised", async () => {
	await embedded.put("anew.html", "the first barn");
	await summarySaying("anew.html", "the first barn");
	await remove("anew.html");
	await statusOf("anew.html", 410);
	await embedded.put("anew.html", "the second barn");
	expect((await summarySaying("anew.html", "the second barn")).status).toBe(200);
});

test("a message that is no event is dropped and holds nobody up", async () => {
	await tell("hello");
	await tell(JSON.stringify({ source: "aws.ec2" }));
	await embedded.put("after.html", "the chapel");
	expect((await summarySaying("after.html", "the chapel")).status).toBe(200);
});
