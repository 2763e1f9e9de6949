/**
 * Event source mappings: what Lambda does to feed a function from a queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import {
	ChangeMessageVisibilityCommand,
	DeleteMessageCommand,
	type Message,
	ReceiveMessageCommand,
	type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { ACCOUNT } from "./account.ts";
import type { Outcome } from "./lambda/environment.ts";
import type { MappingPlan } from "./template.ts";

/** However many the template allows, this machine has only so many cores; four, so that one that hangs stops nobody. */
const MAX_AT_ONCE = Math.max(4, availableParallelism());

/** A running mapping. */
export interface Poller {
	/**
	 * Receives no more, and waits for what is in flight to end, at most `graceMs`; what hasn't by then goes
	 * back into the queue (its function is to be killed then).
	 */
	stop(graceMs: number): Promise<void>;
}

/** What a mapping needs to run. */
export interface PollerOptions {
	readonly sqs: SQSClient;
	readonly mapping: MappingPlan;
	/** Runs the mapping's function. */
	readonly invoke: (event: SQSEvent) => Promise<Outcome>;
	/** Told of each try that failed, in a sentence. */
	readonly onFailure: (sentence: string) => void;
}

const messageAttributes = ({ MessageAttributes = {} }: Message): SQSRecord["messageAttributes"] =>
	Object.fromEntries(
		Object.entries(MessageAttributes).map(([name, { DataType = "String", StringValue, BinaryValue }]) => [
			name,
			{
				dataType: DataType,
				...(StringValue !== undefined && { stringValue: StringValue }),
				...(BinaryValue && { binaryValue: Buffer.from(BinaryValue).toString("base64") }),
				stringListValues: [],
				binaryListValues: [],
			},
		]),
	);

const record = (message: Message, queueArn: string): SQSRecord => ({
	messageId: message.MessageId ?? "",
	receiptHandle: message.ReceiptHandle ?? "",
	body: message.Body ?? "",
	attributes: {
		ApproximateReceiveCount: message.Attributes?.ApproximateReceiveCount ?? "",
		SentTimestamp: message.Attributes?.SentTimestamp ?? "",
		SenderId: message.Attributes?.SenderId ?? "",
		ApproximateFirstReceiveTimestamp: message.Attributes?.ApproximateFirstReceiveTimestamp ?? "",
	},
	messageAttributes: messageAttributes(message),
	md5OfBody: message.MD5OfBody ?? "",
	eventSource: "aws:sqs",
	eventSourceARN: queueArn,
	awsRegion: ACCOUNT.region,
});

const BatchResponseSchema = z
	.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
	.nullish();

/**
 * Which of the batch failed, by id. A function that reports its failures wrongly has failed altogether:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
const failuresOf = (outcome: Outcome, batch: readonly Message[], mapping: MappingPlan): Set<string> => {
	const everything = new Set(batch.map(({ MessageId = "" }) => MessageId));
	if (outcome.status === "failed") return everything;
	if (!mapping.reportsItemFailures) return new Set();
	const response = BatchResponseSchema.safeParse(JSON.parse(outcome.payload));
	if (!response.success) return everything;
	const failed = (response.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
	return failed.every((id) => everything.has(id)) ? new Set(failed) : everything;
};

/** Starts feeding a function from its queue. */
export const startPoller = ({ sqs, mapping, invoke, onFailure }: PollerOptions): Poller => {
	const { queue } = mapping;
	const atOnce = Math.min(mapping.maxConcurrency, MAX_AT_ONCE);
	const stopping = new AbortController();
	const inFlight = new Map<Promise<void>, readonly Message[]>();

	const receive = async (): Promise<readonly Message[]> => {
		const { Messages = [] } = await sqs.send(
			new ReceiveMessageCommand({
				QueueUrl: queue.url,
				MaxNumberOfMessages: mapping.batchSize,
				WaitTimeSeconds: 20,
				MessageSystemAttributeNames: ["All"],
				MessageAttributeNames: ["All"],
			}),
			{ abortSignal: stopping.signal },
		);
		return Messages;
	};

	/** Messages that failed are left alone: they come back when their visibility timeout ends. */
	const run = async (batch: readonly Message[]): Promise<void> => {
		const outcome = await invoke({ Records: batch.map((message) => record(message, queue.arn)) });
		const failures = failuresOf(outcome, batch, mapping);
		for (const { MessageId = "", ReceiptHandle, Attributes } of batch) {
			if (!failures.has(MessageId)) {
				await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
			} else if (!stopping.signal.aborted) {
				const reason = outcome.status === "failed" ? outcome.message : "it reported the message as failed";
				onFailure(
					`${mapping.function} failed (try ${Attributes?.ApproximateReceiveCount} of a message): ${reason}`,
				);
			}
		}
	};

	const poll = async (): Promise<void> => {
		while (!stopping.signal.aborted) {
			if (inFlight.size >= atOnce) {
				await Promise.race(inFlight.keys());
				continue;
			}
			try {
				const batch = await receive();
				if (batch.length === 0) continue;
				const running = run(batch)
					.catch((error) => onFailure(`${mapping.function}: ${error}`))
					.finally(() => inFlight.delete(running));
				inFlight.set(running, batch);
			} catch (error) {
				if (stopping.signal.aborted) return;
				onFailure(`Receiving from ${queue.name} failed: ${error}`);
				await sleep(1_000, undefined, { signal: stopping.signal }).catch(() => {});
			}
		}
	};
	const polling = poll();

	const giveBack = async (batch: readonly Message[]): Promise<void> => {
		for (const { ReceiptHandle } of batch) {
			await sqs.send(
				new ChangeMessageVisibilityCommand({ QueueUrl: queue.url, ReceiptHandle, VisibilityTimeout: 0 }),
			);
		}
	};

	return {
		async stop(graceMs) {
			stopping.abort();
			await Promise.race([Promise.all(inFlight.keys()), sleep(graceMs, undefined, { ref: false })]);
			await Promise.all([...inFlight.values()].map(giveBack));
			// Everything in flight has ended or been given up, so this loop has nothing left to wait for.
			if (inFlight.size === 0) await polling;
		},
	};
};
