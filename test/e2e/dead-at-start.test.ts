/** A function that can't even start announces nothing: all that is left of its uploads are dead letters. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patchedAssembly } from "./assembly.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";

const BROKEN = 'throw new Error("It can\'t start.");\n';

let embedded: Embedded;
let assembly: string;
let bundle: string;
let whole: string;
beforeAll(async () => {
	let ingest = "";
	assembly = await patchedAssembly(({ Type, Properties }) => {
		if (Type === "AWS::Lambda::Function" && /^Reads an upload/.test(Properties.Description ?? ""))
			ingest = String(Properties.Code.S3Key).replace(".zip", "");
		if (Type === "AWS::SQS::Queue" && Properties.RedrivePolicy) {
			Properties.VisibilityTimeout = 1;
			Properties.RedrivePolicy.maxReceiveCount = 2;
		}
	});
	const folder = readdirSync(assembly).find((name) => name === `asset.${ingest}`) ?? "";
	bundle = join(assembly, folder, "index.mjs");
	whole = readFileSync(bundle, "utf8");
	writeFileSync(bundle, BROKEN);
	embedded = await startEmbedded(assembly);
	await embedded.stack.warm.catch(() => {});
});
afterAll(async () => {
	await embedded?.stop();
	rmSync(assembly, { recursive: true, force: true });
});

const deadLetters = async (): Promise<number> => {
	const { Attributes } = await embedded.sqs.send(
		new GetQueueAttributesCommand({
			QueueUrl: embedded.stack.outputs.IngestDeadLettersUrl,
			AttributeNames: ["All"],
		}),
	);
	return Number(Attributes?.ApproximateNumberOfMessages);
};
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
	for (let tries = 0; tries < 240 && !(await isSo()); tries++) await sleep(250);
	expect(await isSo()).toBe(true);
};
const invoke = async (event: object) => {
	const { lambda, outputs } = embedded.stack;
	const outcome = await lambda.invoke(outputs.SweepFunctionName ?? "", event);
	if (outcome.status === "failed") throw new Error(outcome.message);
	return JSON.parse(outcome.payload);
};

test("its upload is unknown, then failed for all to see, then redriven", async () => {
	await embedded.put("a.html", "the orchard");
	await until(async () => (await deadLetters()) === 1);
	expect((await embedded.get("/summaries?key=a.html")).status).toBe(404);

	expect((await invoke({ operation: "rebuild" })).counts).toMatchObject({ resent: 1 });
	expect(await embedded.get("/summaries?key=a.html")).toMatchObject({ status: 503, body: { code: "lost" } });
	await until(async () => (await deadLetters()) === 2);
	expect((await embedded.get("/summaries?key=a.html")).body).toMatchObject({ code: "lost" });

	writeFileSync(bundle, whole);
	expect(await invoke({ operation: "redrive" })).toMatchObject({ codes: { lost: 1 } });
	await until(async () => (await embedded.summary("a.html")).status === 200);
	expect((await embedded.summary("a.html")).body.gist.text).toContain("orchard");
	await invoke({ operation: "redrive" });
	expect(await deadLetters()).toBe(0);
});
