import { rmSync } from "node:fs";
import { GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { patchedAssembly, sabotage } from "./assembly.ts";
import { type Answer, type Embedded, startEmbedded } from "./embedded.ts";

/** Ways for a function to go down. */
const WAYS = {
	hang: "await new Promise(() => {});",
	spin: "for (;;);",
	throw: "throw error;",
	exit: "process.exit(3);",
	"out-of-memory": "const held = []; for (;;) held.push(new Array(1e6).fill(Math.random()));",
	"out-of-buffers": "const held = []; for (;;) held.push(Buffer.alloc(64 * 1024 * 1024, 1));",
};
const STAGES = ["ingest", "summarise"] as const;
const POISON = STAGES.flatMap((stage) =>
	Object.keys(WAYS).map((way) => ({ stage, way, key: `${stage}-${way}.html` })),
);
const NEIGHBOURS = Array.from({ length: 12 }, (_, i) => `neighbour-${i}.html`);

let embedded: Embedded;
let assembly: string;

const waiting = async (queue: string): Promise<number> => {
	const { Attributes } = await embedded.sqs.send(
		new GetQueueAttributesCommand({ QueueUrl: embedded.stack.outputs[queue], AttributeNames: ["All"] }),
	);
	return (
		Number(Attributes?.ApproximateNumberOfMessages) +
		Number(Attributes?.ApproximateNumberOfMessagesNotVisible)
	);
};

/** Waits until all poison is where it must end, or too long: a row that says `failed` may be on its last try. */
const settled = async (): Promise<void> => {
	const end = Date.now() + 120_000;
	const ways = Object.keys(WAYS).length;
	const isSettled = async () =>
		(await waiting("IngestDeadLettersUrl")) >= ways &&
		(await waiting("SummariseDeadLettersUrl")) >= ways &&
		(await waiting("IngestQueueUrl")) + (await waiting("SummariseQueueUrl")) === 0;
	while (!(await isSettled()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 250));
};

beforeAll(async () => {
	// The same template with less patience: what takes half an hour on AWS takes seconds here.
	assembly = await patchedAssembly(({ Type, Properties }) => {
		if (Type === "AWS::Lambda::Function") Object.assign(Properties, { Timeout: 3, MemorySize: 256 });
		if (Type === "AWS::SQS::Queue" && Properties.RedrivePolicy) {
			Properties.VisibilityTimeout = 5;
			Properties.RedrivePolicy.maxReceiveCount = 2;
		}
		const variables = Properties?.Environment?.Variables;
		if (variables?.MAX_RECEIVE_COUNT) variables.MAX_RECEIVE_COUNT = "2";
	});
	sabotage(assembly, WAYS);
	embedded = await startEmbedded(assembly);
	await Promise.all([
		...POISON.map(({ key }) => embedded.put(key, `the ${key} tunnel`)),
		...NEIGHBOURS.map((key) => embedded.put(key, `the ${key} garden`)),
	]);
	await settled();
}, 180_000);
afterAll(async () => {
	await embedded.stop();
	rmSync(assembly, { recursive: true, force: true });
});

describe("a function that goes down every time", () => {
	test.each(POISON)("$stage by way of $way leaves its upload failed", async ({ stage, key }) => {
		const { status, body, headers }: Answer = await embedded.summary(key);
		expect(status).toBe(503);
		expect(body).toMatchObject({ code: `${stage}-failed`, detail: expect.stringContaining("dead-letter") });
		expect(headers).toMatch(/^retry-after: \d+/im);
	});

	test("leaves each message in its dead-letter queue, once", async () => {
		const ways = Object.keys(WAYS).length;
		expect(await waiting("IngestDeadLettersUrl")).toBe(ways);
		expect(await waiting("SummariseDeadLettersUrl")).toBe(ways);
	});

	test("does its neighbours no harm", async () => {
		for (const key of NEIGHBOURS) {
			const { status, body } = await embedded.summary(key);
			expect(status).toBe(200);
			expect(body.gist.text).toContain(key);
		}
	});

	test("leaves the stack able to go on", async () => {
		await embedded.put("after.html", "the garden after all that");
		expect((await embedded.summary("after.html")).status).toBe(200);
	});

	test("leaves a message that tells which upload it was", async () => {
		const { Messages } = await embedded.sqs.send(
			new ReceiveMessageCommand({ QueueUrl: embedded.stack.outputs.IngestDeadLettersUrl }),
		);
		expect(JSON.parse(Messages?.[0]?.Body ?? "")).toMatchObject({
			"detail-type": "Object Created",
			detail: { object: { key: expect.stringMatching(/^ingest-/) } },
		});
	});
});
