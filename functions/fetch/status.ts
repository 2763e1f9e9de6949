/** How the pipeline does: what waits where, and for how long. */
import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "hono";
import type { Status } from "../shared/api.ts";
import { type Stage, StageSchema } from "../shared/stage.ts";
import type { Lists } from "./lists.ts";

/** URLs of the queues. */
export interface QueueUrls {
	readonly ingest: string;
	readonly ingestDeadLetters: string;
	readonly summarise: string;
	readonly summariseDeadLetters: string;
	readonly undelivered: string;
}

/** Approximately how many messages a queue has. */
export interface Depth {
	readonly waiting: number;
	readonly inFlight: number;
}

/** The queues, as far as they are looked at. */
export type Queues = Record<keyof QueueUrls, () => Promise<Depth>>;

/** Opens the queues. */
export const openQueues = (client: SQSClient, urls: QueueUrls): Queues => {
	const depth = (QueueUrl: string) => async (): Promise<Depth> => {
		const { Attributes = {} } = await client.send(
			new GetQueueAttributesCommand({
				QueueUrl,
				AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
			}),
		);
		return {
			waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
			inFlight: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
		};
	};
	return {
		ingest: depth(urls.ingest),
		ingestDeadLetters: depth(urls.ingestDeadLetters),
		summarise: depth(urls.summarise),
		summariseDeadLetters: depth(urls.summariseDeadLetters),
		undelivered: depth(urls.undelivered),
	};
};

/** Stages that an upload should leave; how long the oldest has been there is worth knowing. */
const LEFT_AGAIN: ReadonlySet<Stage> = new Set(["received", "stripped", "failed"]);

const stageCounts = async (lists: Lists): Promise<Status["stages"]> => {
	const counts = StageSchema.options.map(async (stage) => {
		const { count, more, oldest } = await lists.count(stage);
		const isTimed = LEFT_AGAIN.has(stage) && oldest !== undefined;
		return [stage, { count, more, ...(isTimed && { oldest }) }] as const;
	});
	return Object.fromEntries(await Promise.all(counts)) as Status["stages"];
};

/** Answers `GET /status`. */
export const getStatus =
	(lists: Lists, queues: Queues) =>
	async (c: Context): Promise<Response> => {
		const [stages, ingest, ingestDead, summarise, summariseDead, undelivered] = await Promise.all([
			stageCounts(lists),
			queues.ingest(),
			queues.ingestDeadLetters(),
			queues.summarise(),
			queues.summariseDeadLetters(),
			queues.undelivered(),
		]);
		return c.json({
			stages,
			queues: {
				ingest: { ...ingest, deadLetters: ingestDead.waiting },
				summarise: { ...summarise, deadLetters: summariseDead.waiting },
			},
			undelivered: undelivered.waiting,
		} satisfies Status);
	};
