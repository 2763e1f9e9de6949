/**
 * Event source mappings: what Lambda does to feed a function from a queue.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import {
	DeleteMessageCommand,
	GetQueueAttributesCommand,
	type Message,
	ReceiveMessageCommand,
	type SQSClient,
} from "@aws-sdk/client-sqs";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { ACCOUNT } from "./account.ts";
import type { Outcome } from "./lambda/environment.ts";
import type { Sqs } from "./sqs.ts";
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
	readonly sqs: Pick<Sqs, "endPolls" | "giveBack">;
	/** Acts with the rights of the function's role, as Lambda's pollers do. */
	readonly client: SQSClient;
	readonly mapping: MappingPlan;
	/** How many batches it works on at once, if the template allows as many. */
	readonly atOnce?: number | undefined;
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
export const startPoller = (options: PollerOptions): Poller => {
	const { sqs, client, mapping, invoke, onFailure } = options;
	const { queue } = mapping;
	const atOnce = Math.min(mapping.maxConcurrency, options.atOnce ?? MAX_AT_ONCE);
	const stopping = new AbortController();
	const inFlight = new Map<Promise<void>, readonly Message[]>();

	const receive = async (): Promise<readonly Message[]> => {
		const { Messages = [] } = await client.send(
			new ReceiveMessageCommand({
				QueueUrl: queue.url,
				MaxNumberOfMessages: mapping.batchSize,
				WaitTimeSeconds: 20,
				MessageSystemAttributeNames: ["All"],
				MessageAttributeNames: ["All"],
			}),
		);
		return Messages;
	};

	/** Messages that failed are left alone: they come back when their visibility timeout ends. */
	const run = async (batch: readonly Message[]): Promise<void> => {
		const outcome = await invoke({ Records: batch.map((message) => record(message, queue.arn)) });
		const failures = failuresOf(outcome, batch, mapping);
		for (const { MessageId = "", ReceiptHandle, Attributes } of batch) {
			if (!failures.has(MessageId)) {
				await client.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
			} else if (!stopping.signal.aborted) {
				const reason = outcome.status === "failed" ? outcome.message : "it reported the message as failed";
				onFailure(
					`${mapping.function} failed (try ${Attributes?.ApproximateReceiveCount} of a message): ${reason}`,
				);
			}
		}
	};

	/** By the stack itself, and not counted as a try: Lambda's pollers don't stop. */
	const giveBack = (batch: readonly Message[]): void => {
		for (const { ReceiptHandle = "" } of batch) sqs.giveBack(queue.name, ReceiptHandle);
	};

	const start = (batch: readonly Message[]): void => {
		const running = run(batch)
			.catch((error) => onFailure(`${mapping.function}: ${error}`))
			.finally(() => inFlight.delete(running));
		inFlight.set(running, batch);
	};

	/** Lambda takes a mapping only from a role that may do all that its poller needs. */
	const look = async (): Promise<void> => {
		const depth = { QueueUrl: queue.url, AttributeNames: ["ApproximateNumberOfMessages" as const] };
		await client.send(new GetQueueAttributesCommand(depth)).catch((error) => {
			onFailure(`${mapping.function} may not ask its queue ${queue.name}: ${error}`);
		});
	};

	const poll = async (): Promise<void> => {
		await look();
		while (!stopping.signal.aborted) {
			try {
				if (inFlight.size >= atOnce) {
					await Promise.race(inFlight.keys());
					continue;
				}
				const batch = await receive();
				if (stopping.signal.aborted) giveBack(batch);
				else if (batch.length > 0) start(batch);
			} catch (error) {
				onFailure(`Receiving from ${queue.name} failed: ${error}`);
				await sleep(1_000, undefined, { signal: stopping.signal }).catch(() => {});
			}
		}
	};
	const polling = poll();

	return {
		async stop(graceMs) {
			stopping.abort();
			// Again and again, because a poll may still be on its way to the server.
			const hangUp = setInterval(sqs.endPolls, 20);
			// With all places taken it isn't polling, and won't when one is free again.
			if (inFlight.size < atOnce) await polling;
			clearInterval(hangUp);
			await Promise.race([Promise.all(inFlight.keys()), sleep(graceMs, undefined, { ref: false })]);
			for (const batch of inFlight.values()) giveBack(batch);
		},
	};
};
