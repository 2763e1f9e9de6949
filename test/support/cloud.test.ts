import { PutObjectCommand } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readStorageEvent } from "../../functions/shared/events.ts";
import { padSequencer } from "../../functions/shared/upload.ts";
import { type Cloud, startCloud } from "./cloud.ts";
import { articleDocument } from "./documents.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

it("keeps rows", async () => {
	const turn = { key: "a/b c.html", sequencer: padSequencer("0A") };
	await cloud.catalogue.claim({ ...turn, etag: "e", time: "2026-01-02T03:04:05Z" });
	await cloud.catalogue.strip(turn, "articles/a/1.json");
	expect((await cloud.catalogue.get(turn.key))?.latest.stage).toBe("stripped");
});

it("keeps documents", async () => {
	const document = articleDocument();
	await cloud.library.put("articles/a/1/1.json", document);
	expect(await cloud.library.article("articles/a/1/1.json")).toEqual(document);
	expect(await cloud.library.article("articles/a/1/2.json")).toBeUndefined();
});

it("keeps uploads by version and tells of each", async () => {
	const { ARTICLES_BUCKET: Bucket } = cloud.environment;
	const { VersionId } = await cloud.s3.send(new PutObjectCommand({ Bucket, Key: "a b.txt", Body: "hello" }));
	await vi.waitFor(() => expect(cloud.events).toHaveLength(1));
	expect(readStorageEvent(JSON.stringify(cloud.events[0]))).toMatchObject({
		type: "created",
		key: "a b.txt",
		bytes: 5,
		versionId: VersionId,
	});
});

it("carries messages", async () => {
	const QueueUrl = cloud.environment.SUMMARISE_QUEUE_URL;
	await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "hello" }));
	const { Messages } = await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
	expect(Messages?.map(({ Body }) => Body)).toEqual(["hello"]);
});
