import { Logger } from "@aws-lambda-powertools/logger";
import { S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSHandler } from "aws-lambda";
import { openCatalogue } from "../shared/catalogue.ts";
import { documentClient } from "../shared/clients.ts";
import { EnvironmentSchema, readEnvironment } from "../shared/config.ts";
import { openEntries } from "../shared/entries.ts";
import { openLibrary } from "../shared/library.ts";
import { isLastTry, messageBody } from "../shared/queue.ts";
import { createIngest } from "./ingest.ts";
import { openUploads } from "./uploads.ts";

const environment = readEnvironment(
	EnvironmentSchema.pick({
		LIBRARY_BUCKET: true,
		CATALOGUE_TABLE: true,
		ENTRIES_TABLE: true,
		SUMMARISE_QUEUE_URL: true,
		MAX_RECEIVE_COUNT: true,
	}),
);
const tables = documentClient();
const s3 = new S3Client();
const sqs = new SQSClient();

const ingest = createIngest({
	uploads: openUploads(s3),
	library: openLibrary(s3, environment.LIBRARY_BUCKET),
	catalogue: openCatalogue(tables, environment.CATALOGUE_TABLE),
	entries: openEntries(tables, environment.ENTRIES_TABLE),
	send: async (message) => {
		await sqs.send(
			new SendMessageCommand({
				QueueUrl: environment.SUMMARISE_QUEUE_URL,
				MessageBody: messageBody(message),
			}),
		);
	},
	now: () => new Date(),
	log: new Logger({ serviceName: "ingest" }),
});

/** Lambda's entry: one message an invocation (`batchSize` 1), so that a crash takes no neighbour with it. */
export const handler: SQSHandler = async (event) => {
	for (const record of event.Records) {
		await ingest(record.body, isLastTry(record, environment.MAX_RECEIVE_COUNT));
	}
};
