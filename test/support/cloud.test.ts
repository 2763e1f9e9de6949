import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { padSequencer } from "../../functions/shared/upload.ts";
import { type Cloud, startCloud } from "./cloud.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

it("keeps rows", async () => {
	const turn = { key: "a/b c.html", sequencer: padSequencer("0A") };
	await cloud.catalogue.claim({ ...turn, etag: "e", time: "2026-01-02T03:04:05Z" });
	await cloud.catalogue.strip(turn);
	expect((await cloud.catalogue.get(turn.key))?.latest.stage).toBe("stripped");
});

it("carries messages", async () => {
	const QueueUrl = cloud.environment.SUMMARISE_QUEUE_URL;
	await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "hello" }));
	const { Messages } = await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
	expect(Messages?.map(({ Body }) => Body)).toEqual(["hello"]);
});
