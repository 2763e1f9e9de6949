import * as z from "zod";
import { SummaryLengthSchema } from "./summary-length.ts";

/** The environment variables that functions share; each function picks those that it is given. */
export const EnvironmentSchema = z.object({
	LIBRARY_BUCKET: z.string().min(1),
	CATALOGUE_TABLE: z.string().min(1),
	ENTRIES_TABLE: z.string().min(1),
	ARTICLES_BUCKET: z.string().min(1),
	INGEST_QUEUE_URL: z.url(),
	INGEST_DEAD_LETTERS_URL: z.url(),
	SUMMARISE_QUEUE_URL: z.url(),
	SUMMARISE_DEAD_LETTERS_URL: z.url(),
	UNDELIVERED_URL: z.url(),
	/** The queue's own maxReceiveCount: a message received this often is on its last try. */
	MAX_RECEIVE_COUNT: z.coerce.number().int().positive(),
	/** How long summaries are where the upload doesn't say. */
	SUMMARY_LENGTH: SummaryLengthSchema.default("standard"),
});

/**
 * Reads a function's environment at its cold start. Throws an `Error` that names each variable that is
 * missing or wrong, so that a bad deployment says so in its first log line.
 */
export const readEnvironment = <Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape>,
	environment: NodeJS.ProcessEnv = process.env,
): z.infer<z.ZodObject<Shape>> => {
	const parsed = schema.safeParse(environment);
	if (parsed.success) return parsed.data;
	throw new Error(`This function's environment is wrong:\n${z.prettifyError(parsed.error)}`);
};
