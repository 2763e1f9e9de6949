import { Logger } from "@aws-lambda-powertools/logger";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { Context } from "aws-lambda";
import { handle } from "hono/aws-lambda";
import { openCatalogue } from "../shared/catalogue.ts";
import { documentClient } from "../shared/clients.ts";
import { EnvironmentSchema, readEnvironment } from "../shared/config.ts";
import { openLibrary } from "../shared/library.ts";
import { createApp } from "./app.ts";
import { openInbox } from "./inbox.ts";
import { openLists } from "./lists.ts";
import { type HttpApiEvent, pathIntoQuery } from "./path-key.ts";
import { openQueues } from "./status.ts";

const environment = readEnvironment(
	EnvironmentSchema.pick({
		CATALOGUE_TABLE: true,
		ENTRIES_TABLE: true,
		LIBRARY_BUCKET: true,
		ARTICLES_BUCKET: true,
		INGEST_QUEUE_URL: true,
		INGEST_DEAD_LETTERS_URL: true,
		SUMMARISE_QUEUE_URL: true,
		SUMMARISE_DEAD_LETTERS_URL: true,
		UNDELIVERED_URL: true,
	}),
);
const logger = new Logger({ serviceName: "fetch" });
const tables = documentClient();

const answer = handle(
	createApp({
		catalogue: openCatalogue(tables, environment.CATALOGUE_TABLE),
		lists: openLists(tables, { catalogue: environment.CATALOGUE_TABLE, entries: environment.ENTRIES_TABLE }),
		library: openLibrary(new S3Client(), environment.LIBRARY_BUCKET),
		// A presigned PUT would otherwise carry the checksum of an empty body.
		inbox: openInbox(
			new S3Client({ requestChecksumCalculation: "WHEN_REQUIRED" }),
			environment.ARTICLES_BUCKET,
		),
		queues: openQueues(new SQSClient(), {
			ingest: environment.INGEST_QUEUE_URL,
			ingestDeadLetters: environment.INGEST_DEAD_LETTERS_URL,
			summarise: environment.SUMMARISE_QUEUE_URL,
			summariseDeadLetters: environment.SUMMARISE_DEAD_LETTERS_URL,
			undelivered: environment.UNDELIVERED_URL,
		}),
		now: () => new Date(),
		logger,
	}),
	// All answers are text but compressed ones. By default Markdown would travel as base64, a third longer.
	{ isContentTypeBinary: () => false },
);

/** Answers one request of the HTTP API (payload format 2.0). */
export const handler = (event: HttpApiEvent, context: Context) => {
	logger.addContext(context);
	return answer(pathIntoQuery(event));
};
