/** Sweep and redrive as they are deployed, but with a clock that can be set: days pass in no time. */

import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { openCatalogue } from "../../functions/shared/catalogue.ts";
import { openEntries } from "../../functions/shared/entries.ts";
import { openLibrary } from "../../functions/shared/library.ts";
import { openLetters } from "../../functions/sweep/letters.ts";
import { createRedrive } from "../../functions/sweep/redrive.ts";
import { createRepair } from "../../functions/sweep/repair.ts";
import { openShelves } from "../../functions/sweep/shelves.ts";
import { createSweep } from "../../functions/sweep/sweep.ts";
import { openTables } from "../../functions/sweep/tables.ts";
import { openUploads } from "../../functions/sweep/uploads.ts";
import type { Running } from "./stack.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const unhurried = () => Number.POSITIVE_INFINITY;

/** Opens both on a stack that runs. */
export const maintenance = ({ s3, sqs, tables: client, articlesBucket, outputs }: Running) => {
	const url = (name: string): string => outputs[name] ?? "";
	const names = { catalogue: url("CatalogueTableName"), entries: url("EntriesTableName") };
	const homeUrl = url("IngestQueueUrl");
	const parts = {
		uploads: openUploads(s3, articlesBucket),
		library: openLibrary(s3, url("LibraryBucketName")),
		shelves: openShelves(s3, url("LibraryBucketName")),
		catalogue: openCatalogue(client, names.catalogue),
		entries: openEntries(client, names.entries),
		tables: openTables(client, names),
		send: async (MessageBody: string) => {
			await sqs.send(new SendMessageCommand({ QueueUrl: homeUrl, MessageBody }));
		},
		waiting: async () => 0,
		letters: openLetters(sqs, [
			{ deadLettersUrl: url("IngestDeadLettersUrl"), homeUrl },
			{ deadLettersUrl: url("SummariseDeadLettersUrl"), homeUrl: url("SummariseQueueUrl") },
			{ deadLettersUrl: url("UndeliveredEventsUrl"), homeUrl },
		]),
		pause: async () => undefined,
		log: quiet,
	};
	const at = (days: number) => () => new Date(Date.now() + days * DAY_MS);
	return {
		redrive: () => {
			const now = at(0);
			return createRedrive({ ...parts, now, repair: createRepair({ ...parts, now }) })({}, unhurried);
		},
		/** A whole round, `days` from now. */
		sweep: (days: number) => createSweep({ ...parts, now: at(days) })({}, unhurried),
	};
};
