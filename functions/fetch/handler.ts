import { Logger } from "@aws-lambda-powertools/logger";
import { S3Client } from "@aws-sdk/client-s3";
import type { Context } from "aws-lambda";
import { handle } from "hono/aws-lambda";
import { openCatalogue } from "../shared/catalogue.ts";
import { documentClient } from "../shared/clients.ts";
import { EnvironmentSchema, readEnvironment } from "../shared/config.ts";
import { openLibrary } from "../shared/library.ts";
import { createApp } from "./app.ts";
import { type HttpApiEvent, keyIntoQuery } from "./path-key.ts";

const { CATALOGUE_TABLE, LIBRARY_BUCKET } = readEnvironment(
	EnvironmentSchema.pick({ CATALOGUE_TABLE: true, LIBRARY_BUCKET: true }),
);
const logger = new Logger({ serviceName: "fetch" });

const answer = handle(
	createApp({
		catalogue: openCatalogue(documentClient(), CATALOGUE_TABLE),
		library: openLibrary(new S3Client(), LIBRARY_BUCKET),
		logger,
	}),
	// All answers are text. By default Markdown would travel as base64, a third longer.
	{ isContentTypeBinary: () => false },
);

/** Answers one request of the HTTP API (payload format 2.0). */
export const handler = (event: HttpApiEvent, context: Context) => {
	logger.addContext(context);
	return answer(keyIntoQuery(event));
};
