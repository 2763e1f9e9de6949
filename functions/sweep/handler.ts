import { setTimeout as pause } from "node:timers/promises";
import { Logger } from "@aws-lambda-powertools/logger";
import { S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "aws-lambda";
import * as z from "zod";
import { openCatalogue } from "../shared/catalogue.ts";
import { documentClient } from "../shared/clients.ts";
import { EnvironmentSchema, readEnvironment } from "../shared/config.ts";
import { openEntries } from "../shared/entries.ts";
import type { SummariseMessage } from "../shared/events.ts";
import { openLibrary } from "../shared/library.ts";
import { messageBody } from "../shared/queue.ts";
import { openLetters } from "./letters.ts";
import { PAGE_MS } from "./pages.ts";
import { createRedrive, type RedriveReport } from "./redrive.ts";
import { createRenew, type RenewReport } from "./renew.ts";
import { createRepair } from "./repair.ts";
import { openShelves } from "./shelves.ts";
import { createSweep, type SweepReport } from "./sweep.ts";
import { openTables } from "./tables.ts";
import { openUploads } from "./uploads.ts";

/** How long the run may take; as long as the function may when absent. Who waits for the answer asks for short runs. */
const seconds = z.number().positive().optional();
const OperationSchema = z.discriminatedUnion("operation", [
	z.strictObject({ operation: z.literal("sweep"), seconds, everyHours: z.number().positive().optional() }),
	z.strictObject({ operation: z.literal("rebuild"), seconds }),
	z.strictObject({
		operation: z.literal("redrive"),
		seconds,
		codes: z.array(z.string().min(1)).min(1).optional(),
		dryRun: z.boolean().optional(),
	}),
	z.strictObject({
		operation: z.literal("renew"),
		seconds,
		except: z.string().min(1).optional(),
		after: z.string().min(1).optional(),
	}),
]);

const environment = readEnvironment(
	EnvironmentSchema.pick({
		ARTICLES_BUCKET: true,
		LIBRARY_BUCKET: true,
		CATALOGUE_TABLE: true,
		ENTRIES_TABLE: true,
		INGEST_QUEUE_URL: true,
		INGEST_DEAD_LETTERS_URL: true,
		SUMMARISE_QUEUE_URL: true,
		SUMMARISE_DEAD_LETTERS_URL: true,
		UNDELIVERED_URL: true,
	}),
);
const { INGEST_QUEUE_URL, SUMMARISE_QUEUE_URL } = environment;
const s3 = new S3Client();
const sqs = new SQSClient();
const dynamodb = documentClient();
const log = new Logger({ serviceName: "sweep" });

const waitingIn = async (QueueUrl: string): Promise<number> => {
	const { Attributes } = await sqs.send(
		new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
	);
	return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
};

const parts = {
	uploads: openUploads(s3, environment.ARTICLES_BUCKET),
	library: openLibrary(s3, environment.LIBRARY_BUCKET),
	shelves: openShelves(s3, environment.LIBRARY_BUCKET),
	catalogue: openCatalogue(dynamodb, environment.CATALOGUE_TABLE),
	entries: openEntries(dynamodb, environment.ENTRIES_TABLE),
	tables: openTables(dynamodb, {
		catalogue: environment.CATALOGUE_TABLE,
		entries: environment.ENTRIES_TABLE,
	}),
	send: async (MessageBody: string) => {
		await sqs.send(new SendMessageCommand({ QueueUrl: INGEST_QUEUE_URL, MessageBody }));
	},
	waiting: async () => (await waitingIn(INGEST_QUEUE_URL)) + (await waitingIn(SUMMARISE_QUEUE_URL)),
	letters: openLetters(sqs, [
		{ deadLettersUrl: environment.INGEST_DEAD_LETTERS_URL, homeUrl: INGEST_QUEUE_URL },
		{ deadLettersUrl: environment.SUMMARISE_DEAD_LETTERS_URL, homeUrl: SUMMARISE_QUEUE_URL },
		{ deadLettersUrl: environment.UNDELIVERED_URL, homeUrl: INGEST_QUEUE_URL },
	]),
	toSummarise: async (message: SummariseMessage) => {
		await sqs.send(
			new SendMessageCommand({ QueueUrl: SUMMARISE_QUEUE_URL, MessageBody: messageBody(message) }),
		);
	},
	pause: (ms: number) => pause(ms),
	now: () => new Date(),
	log,
};
const sweep = createSweep(parts);
const redrive = createRedrive({ ...parts, repair: createRepair(parts) });
const renew = createRenew(parts);

/** Lambda's entry: `{"operation":"sweep"}`, by the schedule or by hand; also `rebuild`, `redrive` and `renew`. */
export const handler = async (
	event: unknown,
	context: Context,
): Promise<SweepReport | RedriveReport | RenewReport> => {
	const request = OperationSchema.parse(event);
	const began = performance.now();
	const asked = request.seconds === undefined ? Number.POSITIVE_INFINITY : request.seconds * 1000;
	// Neither begins a page with less than PAGE_MS left: what was asked for is time to begin pages in.
	const timeLeft = () =>
		Math.min(context.getRemainingTimeInMillis(), PAGE_MS + asked - (performance.now() - began));
	if (request.operation === "redrive") return redrive(request, timeLeft);
	if (request.operation === "renew") return renew(request, timeLeft);
	const report = await sweep(request.operation === "rebuild" ? { rebuild: true } : request, timeLeft);
	const { errors } = report.counts;
	// Not before the rest was done; a run that fails is what alarms see.
	if (errors > 0) throw new Error(`${errors} could not be repaired; the log says which and why.`);
	return report;
};
