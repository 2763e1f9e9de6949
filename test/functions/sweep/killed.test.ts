/**
 * Sweep and redrive, killed at each call that they make, and run again. Killed before a call is killed after the
 * one before it: they have nothing but what they have written.
 */
import { ReceiveMessageCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { openLetters } from "../../../functions/sweep/letters.ts";
import { createRedrive } from "../../../functions/sweep/redrive.ts";
import { createRepair } from "../../../functions/sweep/repair.ts";
import { createSweep, type SweepParts } from "../../../functions/sweep/sweep.ts";
import { ENOUGH, type Pipeline, startPipeline } from "./pipeline.ts";
import { assertSound, clear } from "./sound.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
});
afterAll(() => pipeline.cloud.close());

/** A process that makes so many calls, and is gone then. They are counted. */
const mortal = (most = Number.POSITIVE_INFINITY) => {
	let calls = 0;
	const counted =
		<Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
		async (...args: Args): Promise<Result> => {
			if (calls >= most) throw new Error("killed");
			calls++;
			return call(...args);
		};
	const held = <Part extends object>(part: Part): Part =>
		new Proxy(part, {
			get: (target, name) => {
				const method: unknown = Reflect.get(target, name);
				return typeof method === "function" ? counted(method.bind(target)) : method;
			},
		});
	return { calls: () => calls, counted, held };
};
type Mortal = ReturnType<typeof mortal>;

const partsOf = ({ held, counted }: Mortal): SweepParts => {
	const { uploads, library, shelves, catalogue, entries, tables, send, ...rest } = pipeline.parts;
	return {
		...rest,
		uploads: held(uploads),
		library: held(library),
		shelves: held(shelves),
		catalogue: held(catalogue),
		entries: held(entries),
		tables: held(tables),
		send: counted(send),
	};
};

/** Runs it whole once, then once for each of its calls, killed there. Tells how many that were. */
const killedEverywhere = async (
	run: (process: Mortal) => Promise<unknown>,
	prepare: () => Promise<void>,
	recover: () => Promise<void>,
): Promise<number> => {
	await prepare();
	const whole = mortal();
	await run(whole);
	await recover();
	for (let most = 0; most < whole.calls(); most++) {
		await prepare();
		await run(mortal(most)).catch((error: unknown) => expect(String(error)).toMatch(/killed/));
		await recover();
	}
	return whole.calls();
};

/** Nobody writes dead letters meanwhile: a second of waiting for some is saved. */
const impatient = (sqs: SQSClient): SQSClient =>
	new Proxy(sqs, {
		get: (target, name) => {
			if (name !== "send") return Reflect.get(target, name);
			return (command: unknown) => {
				if (command instanceof ReceiveMessageCommand) command.input.WaitTimeSeconds = 0;
				return target.send(command as SendMessageCommand);
			};
		},
	});

const redrive = (process: Mortal) => {
	const parts = partsOf(process);
	const { environment, sqs } = pipeline.cloud;
	const { INGEST_QUEUE_URL: homeUrl = "", INGEST_DEAD_LETTERS_URL: deadLettersUrl = "" } = environment;
	const letters = openLetters(process.held(impatient(sqs)), [{ deadLettersUrl, homeUrl }]);
	return createRedrive({ ...parts, letters, repair: createRepair(parts) })({}, ENOUGH);
};

test("a sweep that is killed at any call is made good by the next", async () => {
	const keys = ["lost.html", "stuck.html", "damaged.html", "deleted.html"];
	const [lost = "", stuck = "", damaged = "", deleted = ""] = keys;
	const prepare = async () => {
		await clear(pipeline, keys);
		await pipeline.put(lost, "the orchard");
		const { detail, time } = JSON.parse(await pipeline.put(stuck, "the quarry"));
		const { etag, sequencer, "version-id": versionId } = detail.object;
		await pipeline.catalogue.claim({
			...{ key: stuck, etag, versionId, time },
			sequencer: padSequencer(sequencer),
		});
		await pipeline.publish(damaged, "the harbour");
		await pipeline.unshelve((await pipeline.catalogue.get(damaged))?.current?.summary ?? "");
		await pipeline.publish(deleted, "the garden");
		await pipeline.remove(deleted);
	};
	const recover = async () => {
		// What was sent before the kill is ingested; what was about to be sent says `lost`, and is redriven.
		await pipeline.settle();
		await redrive(mortal());
		await pipeline.settle();
		await pipeline.sweep();
		await pipeline.settle();
		await pipeline.sweep();
		await assertSound(pipeline, keys);
	};
	expect(
		await killedEverywhere((process) => createSweep(partsOf(process))({}, ENOUGH), prepare, recover),
	).toBeGreaterThan(30);
}, 300_000);

test("a redrive that is killed at any call is made good by the next", async () => {
	const keys = ["first.html", "second.html"];
	const prepare = async () => {
		await clear(pipeline, keys);
		for (const key of keys) {
			const MessageBody = await pipeline.put(key, `the mill of ${key}`);
			await pipeline.ingest(MessageBody, false);
			pipeline.toSummarise.splice(0);
			const { sequencer = "" } = (await pipeline.catalogue.get(key))?.latest ?? {};
			await pipeline.catalogue.fail({ key, sequencer }, { code: "ingest-failed", message: "It failed." });
			const QueueUrl = pipeline.cloud.environment.INGEST_DEAD_LETTERS_URL;
			await pipeline.cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
		}
	};
	const recover = async () => {
		await pipeline.settle();
		await redrive(mortal());
		await pipeline.settle();
		await pipeline.sweep();
		await pipeline.settle();
		await assertSound(pipeline, keys);
	};
	expect(await killedEverywhere(redrive, prepare, recover)).toBeGreaterThan(10);
}, 300_000);
