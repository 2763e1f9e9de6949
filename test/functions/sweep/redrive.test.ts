import { ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageBody } from "../../../functions/shared/queue.ts";
import { openLetters } from "../../../functions/sweep/letters.ts";
import { createRedrive, type RedriveRequest } from "../../../functions/sweep/redrive.ts";
import { createRepair } from "../../../functions/sweep/repair.ts";
import { ENOUGH, type Pipeline, startPipeline } from "./pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
	pipeline.atOnce();
});
afterAll(() => pipeline.cloud.close());

const urls = () => {
	const { environment } = pipeline.cloud;
	return {
		ingest: environment.INGEST_QUEUE_URL ?? "",
		ingestDead: environment.INGEST_DEAD_LETTERS_URL ?? "",
		summarise: environment.SUMMARISE_QUEUE_URL,
		summariseDead: environment.SUMMARISE_DEAD_LETTERS_URL ?? "",
	};
};
const redrive = (request: RedriveRequest = {}, timeLeft = ENOUGH) => {
	const { ingest, ingestDead, summarise, summariseDead } = urls();
	const letters = openLetters(pipeline.cloud.sqs, [
		{ deadLettersUrl: ingestDead, homeUrl: ingest },
		{ deadLettersUrl: summariseDead, homeUrl: summarise },
	]);
	const { parts } = pipeline;
	return createRedrive({ ...parts, letters, repair: createRepair(parts) })(request, timeLeft);
};

const post = (QueueUrl: string, MessageBody: string) =>
	pipeline.cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
/** Takes all messages out of a queue's sight, and gives their bodies. */
const read = async (QueueUrl: string): Promise<string[]> => {
	const bodies: string[] = [];
	for (;;) {
		const { Messages = [] } = await pipeline.cloud.sqs.send(
			new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
		);
		const fresh = Messages.map(({ Body = "" }) => Body).filter((body) => !bodies.includes(body));
		if (fresh.length === 0) return bodies;
		bodies.push(...fresh);
	}
};
const stageOf = async (key: string) => (await pipeline.catalogue.get(key))?.latest.stage;

let keys = 0;
const freshKey = () => `news/${keys++}.html`;

/** An upload whose tries all failed, in the stage that `code` names. */
const failed = async (code: "ingest-failed" | "summarise-failed"): Promise<string> => {
	const key = freshKey();
	const event = await pipeline.put(key, `the garden ${key}`);
	await pipeline.ingest(event, false);
	const [message = ""] = pipeline.toSummarise.splice(0);
	const sequencer = (await pipeline.catalogue.get(key))?.latest.sequencer ?? "";
	await pipeline.catalogue.fail({ key, sequencer }, { code, message: "It failed." });
	await (code === "ingest-failed" ? post(urls().ingestDead, event) : post(urls().summariseDead, message));
	return key;
};

describe("a redrive", () => {
	test("in a dry run tells what it would do, and does nothing", async () => {
		const key = await failed("ingest-failed");
		const before = await pipeline.state();
		const told = await redrive({ dryRun: true });
		expect(told).toEqual({
			dryRun: true,
			done: true,
			codes: { "ingest-failed": 1 },
			keys: [key],
			letters: { removed: 1, sentHome: 0, kept: 0 },
		});
		expect(await pipeline.state()).toEqual(before);
		expect(pipeline.toIngest).toEqual([]);
		expect(await redrive()).toEqual({ ...told, dryRun: false });
		await pipeline.settle();
		expect(await stageOf(key)).toBe("ready");
	});

	test("gives each failed upload its tries again, and removes its dead letter", async () => {
		const failures = [await failed("ingest-failed"), await failed("summarise-failed")];
		const { codes, letters } = await redrive();
		expect(codes).toEqual({ "ingest-failed": 1, "summarise-failed": 1 });
		expect(letters).toEqual({ removed: 2, sentHome: 0, kept: 0 });
		for (const key of failures) expect(await stageOf(key)).toBe("received");
		await pipeline.settle();
		for (const key of failures) expect(await stageOf(key)).toBe("ready");
		expect(await read(urls().ingestDead)).toEqual([]);
		expect(await read(urls().summariseDead)).toEqual([]);
	});

	test("twice changes nothing the second time", async () => {
		const key = await failed("ingest-failed");
		await redrive();
		expect(pipeline.toIngest.length).toBe(1);
		expect(await redrive()).toMatchObject({ codes: {}, letters: { removed: 0, sentHome: 0, kept: 0 } });
		expect(pipeline.toIngest.length).toBe(1);
		await pipeline.settle();
		expect(await stageOf(key)).toBe("ready");
	});

	test("of one code leaves the others, and their dead letters", async () => {
		const wanted = await failed("ingest-failed");
		const other = await failed("summarise-failed");
		const { codes, letters } = await redrive({ codes: ["ingest-failed"] });
		expect(codes).toEqual({ "ingest-failed": 1 });
		expect(letters).toEqual({ removed: 1, sentHome: 0, kept: 1 });
		await pipeline.settle();
		expect([await stageOf(wanted), await stageOf(other)]).toEqual(["ready", "failed"]);
		await pipeline.remove(other);
		await pipeline.sweep();
	});

	test("buries what was deleted meanwhile", async () => {
		const key = await failed("ingest-failed");
		await pipeline.remove(key);
		await redrive();
		expect(await stageOf(key)).toBe("deleted");
		expect(pipeline.toIngest).toEqual([]);
	});

	test("ends in time, and is gone on with", async () => {
		const keys = [await failed("ingest-failed"), await failed("ingest-failed")];
		expect(await redrive({}, () => 0)).toMatchObject({ done: false, codes: {} });
		expect(await redrive()).toMatchObject({ done: true, codes: { "ingest-failed": 2 } });
		await pipeline.settle();
		for (const key of keys) expect(await stageOf(key)).toBe("ready");
	});
});

describe("a dead letter", () => {
	test("about what has been decided otherwise is removed", async () => {
		const key = freshKey();
		const event = await pipeline.put(key, "the orchard");
		await post(urls().ingestDead, event);
		pipeline.toIngest.push(event);
		await pipeline.settle();
		expect((await redrive()).letters).toEqual({ removed: 1, sentHome: 0, kept: 0 });
		expect(await read(urls().ingestDead)).toEqual([]);
	});

	test("that no failed row tells of goes back where it came from: its function died before it could say so", async () => {
		const key = freshKey();
		const event = await pipeline.put(key, "the orchard");
		await post(urls().ingestDead, event);
		await redrive();
		const home = await read(urls().ingest);
		expect(home).toContain(event);
		await pipeline.ingest(home.at(-1) ?? "", false);
		await pipeline.settle();
		expect(await stageOf(key)).toBe("ready");
	});

	test("about an upload that is newer than its row goes back too, and none that is not ours is lost", async () => {
		const key = freshKey();
		await pipeline.publish(key, "the orchard");
		const newer = await pipeline.put(key, "the garden");
		await post(urls().ingestDead, newer);
		await post(urls().summariseDead, messageBody({ hello: "world" }));
		expect((await redrive()).letters).toEqual({ removed: 0, sentHome: 2, kept: 0 });
		expect(await read(urls().ingest)).toContain(newer);
		expect(await read(urls().summarise)).toContain('{"hello":"world"}');
	});
});
