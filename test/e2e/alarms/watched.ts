/**
 * What AWS would emit of what happens in the embedded stack. Minutes don't pass there: each upload is taken for
 * one of a minute after the one before, and each try of a message for as much later than the one before as its
 * queue hides it. So the load of the machine that runs this has no say in what rings.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readAssembly } from "../../../local/assembly.ts";
import type { Interceptor } from "../../../local/endpoints/index.ts";
import { resolver } from "../../../local/resolve.ts";
import { type Emit, filterLog, ofType, openAlarms } from "./cloudwatch.ts";

const MINUTE = 60;
/** For how long it is watched. */
const HORIZON = 120 * MINUTE;
/** After so many tries a message no longer counts as the oldest, dead-letter queue or not. */
const POISON_TRIES = 3;
/** What becomes a dead letter has been tried so often. */
const ALL_TRIES = 5;

/** Functions and their queues, as they are called; how long a message is hidden there on AWS. */
const WORK = {
	ingest: { queue: "precis-inbox-ingest-queue", letters: "precis-inbox-ingest-dead-letters", hidden: 360 },
	summarise: { queue: "precis-summarise-queue", letters: "precis-summarise-dead-letters", hidden: 180 },
} as const;
const UNDELIVERED = "precis-inbox-undelivered";
type Worker = keyof typeof WORK;

interface Try {
	readonly worker: Worker;
	readonly body: string;
	readonly count: number;
	done: boolean;
}

/** When an upload was made: its number is in its key. */
const arrivalOf = (body: string): number => Number(/uploads\/(\d+)\.html/.exec(body)?.[1] ?? 0) * MINUTE;

/** Keeps account of what pollers receive, and of what they delete because it is done. */
const watchPollers = () => {
	const tries = new Map<string, Try>();
	const interceptor: Interceptor = async (call, next) => {
		const [, worker] = /(ingest|summarise)-function/.exec(call.caller?.name ?? "") ?? [];
		if (call.operation === "DeleteMessage") {
			const { ReceiptHandle = "" } = JSON.parse(String(call.body)) as { ReceiptHandle?: string };
			const found = tries.get(ReceiptHandle);
			if (found) found.done = true;
		}
		const answer = await next();
		if (call.operation !== "ReceiveMessage" || worker === undefined || answer.status !== 200) return answer;
		const body = Buffer.isBuffer(answer.body) ? answer.body : Buffer.concat(await answer.body.toArray());
		const { Messages = [] } = JSON.parse(body.toString()) as {
			Messages?: { ReceiptHandle: string; Body: string; Attributes: Record<string, string> }[];
		};
		for (const { ReceiptHandle, Body, Attributes } of Messages) {
			const count = Number(Attributes.ApproximateReceiveCount);
			tries.set(ReceiptHandle, { worker: worker as Worker, body: Body, count, done: false });
		}
		return { ...answer, body };
	};
	return { interceptor, all: () => [...tries.values()] };
};

/** What is left in the queues. */
const readQueues = (dataDir: string) => {
	const database = new DatabaseSync(join(dataDir, "sqs", "fauxqs.db"), { readOnly: true });
	const rows = database.prepare("SELECT queue_name AS queue, body FROM sqs_messages").all();
	database.close();
	return rows.map(({ queue, body }) => ({ queue: String(queue), body: String(body) }));
};

type Left = ReturnType<typeof readQueues>;

const emitRuns = (worker: Worker, name: string, tries: readonly Try[], emit: Emit): void => {
	for (const { body, count, done } of tries.filter((one) => one.worker === worker)) {
		const at = arrivalOf(body) + (count - 1) * WORK[worker].hidden;
		emit("AWS/Lambda", "Invocations", name, { at, value: 1 });
		emit("AWS/Lambda", "Errors", name, { at, value: done ? 0 : 1 });
	}
};

const emitDepth = (queue: string, since: readonly number[], emit: Emit): void => {
	for (let at = 0; at < HORIZON; at += MINUTE) {
		const value = since.filter((arrival) => arrival <= at).length;
		emit("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue, { at, value });
	}
};

/** Each message waits from its arrival until it is done, or has been tried too often, or for ever. */
const emitAge = (worker: Worker, tries: readonly Try[], left: Left, emit: Emit): void => {
	const { queue, hidden, letters } = WORK[worker];
	const waits = [
		...tries
			.filter((one) => one.worker === worker && one.done)
			.map(({ body, count }) => [arrivalOf(body), Math.min(count - 1, POISON_TRIES) * hidden]),
		...left
			.filter((one) => one.queue === letters)
			.map(({ body }) => [arrivalOf(body), POISON_TRIES * hidden]),
		...left.filter((one) => one.queue === queue).map(({ body }) => [arrivalOf(body), HORIZON]),
	];
	for (let at = 0; at < HORIZON; at += MINUTE) {
		const ages = waits.map(([from = 0, during = 0]) => (at >= from && at <= from + during ? at - from : 0));
		emit("AWS/SQS", "ApproximateAgeOfOldestMessage", queue, { at, value: Math.max(0, ...ages) });
	}
};

/** A stack that is watched, by its first interceptor. */
export interface Watched {
	readonly interceptor: Interceptor;
	/** The alarms that ring of what has happened. */
	ringing(): string[];
	/** How many messages wait for this function, and how many are its dead letters or undelivered. */
	left(): { readonly work: number; readonly dead: number };
}

/** Watches a stack: its assembly, and the folder that it keeps its data in. */
export const watch = (assembly: string, dataDir: string): Watched => {
	const { stackName, template } = readAssembly(assembly);
	const resources = template.Resources;
	const names = resolver({ stackName, resources, sqs: "" });
	const pollers = watchPollers();
	const isWork = (queue: string): boolean => Object.values(WORK).some((one) => one.queue === queue);

	const watchFunctions = (emit: Emit): void => {
		for (const [id] of ofType(resources, "AWS::Lambda::Function")) {
			const name = names.name(id);
			const worker = (["ingest", "summarise"] as const).find((one) => name.includes(`${one}-function`));
			const file = join(dataDir, "logs", `${name}.log`);
			const log = existsSync(file) ? readFileSync(file, "utf8") : "";
			filterLog(resources, names, id, log, emit);
			if (worker) emitRuns(worker, name, pollers.all(), emit);
			// All calls and sweeps are taken for those of the first minute.
			else
				for (const [, status] of log.matchAll(/^REPORT .* Status: (success|error)/gm))
					emit("AWS/Lambda", "Errors", name, { at: 0, value: status === "error" ? 1 : 0 });
		}
	};

	return {
		interceptor: pollers.interceptor,
		ringing() {
			const { emit, ringing } = openAlarms(resources, names);
			const left = readQueues(dataDir);
			watchFunctions(emit);
			const arrivals = (queue: string) =>
				left.filter((one) => one.queue === queue).map(({ body }) => arrivalOf(body));
			emitDepth(UNDELIVERED, arrivals(UNDELIVERED), emit);
			for (const worker of ["ingest", "summarise"] as const) {
				const { letters, hidden } = WORK[worker];
				const died = arrivals(letters).map((arrival) => arrival + ALL_TRIES * hidden);
				emitDepth(letters, died, emit);
				emitAge(worker, pollers.all(), left, emit);
			}
			return ringing();
		},
		left() {
			const left = readQueues(dataDir);
			const work = left.filter(({ queue }) => isWork(queue)).length;
			return { work, dead: left.length - work };
		},
	};
};
