import { Logger } from "@aws-lambda-powertools/logger";
import { S3Client } from "@aws-sdk/client-s3";
import type { SQSHandler } from "aws-lambda";
import { openCatalogue } from "../shared/catalogue.ts";
import { documentClient } from "../shared/clients.ts";
import { EnvironmentSchema, readEnvironment } from "../shared/config.ts";
import { openEntries } from "../shared/entries.ts";
import { openLibrary } from "../shared/library.ts";
import { isLastTry } from "../shared/queue.ts";
import { extractive } from "./index.ts";
import { createSummarise } from "./summarise-article.ts";

const environment = readEnvironment(
	EnvironmentSchema.pick({
		LIBRARY_BUCKET: true,
		CATALOGUE_TABLE: true,
		ENTRIES_TABLE: true,
		MAX_RECEIVE_COUNT: true,
		SUMMARY_LENGTH: true,
	}),
);

const tables = documentClient();
const summarise = createSummarise({
	library: openLibrary(new S3Client(), environment.LIBRARY_BUCKET),
	catalogue: openCatalogue(tables, environment.CATALOGUE_TABLE),
	entries: openEntries(tables, environment.ENTRIES_TABLE),
	summariser: extractive,
	length: environment.SUMMARY_LENGTH,
	now: () => new Date(),
	log: new Logger({ serviceName: "summarise" }),
});

/** Lambda's entry: one message an invocation (`batchSize` 1), so that a crash takes no neighbour with it. */
export const handler: SQSHandler = async (event) => {
	for (const record of event.Records) {
		await summarise(record.body, isLastTry(record, environment.MAX_RECEIVE_COUNT));
	}
};
