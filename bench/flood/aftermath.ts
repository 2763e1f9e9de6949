/** What a flood left: every key's fate, the hot key's documents, the dead letters. */
import { HeadObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { shelfOf } from "../../functions/shared/library.ts";
import { SummaryDocumentSchema } from "../../functions/shared/summary.ts";
import type { Stack } from "../../local/stack.ts";
import type { Running } from "../../test/faults/stack.ts";
import type { Record } from "../../test/faults/users.ts";
import { judge, type Verdict } from "../../test/faults/verdict.ts";

/** A stack that runs, and the owner's clients. */
export type Flooded = Running & Pick<Stack, "endpoints">;

/** What became of a key that was written again and again. */
export interface Hot {
	/** The API shows the summary of the version that S3 has. */
	readonly isLast: boolean;
	readonly articles: number;
	readonly summaries: number;
}

const output = ({ outputs }: Flooded, name: string): string => outputs[name] ?? "";

/** Looks at a key that was written again and again. */
export const readHot = async (flooded: Flooded, key: string): Promise<Hot> => {
	const { s3, articlesBucket, endpoints } = flooded;
	const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: articlesBucket, Key: key }));
	const answer = await fetch(`${endpoints.api}/summaries?key=${encodeURIComponent(key)}`);
	const summary = SummaryDocumentSchema.safeParse(await answer.json());
	const count = async (shelf: "articles" | "summaries"): Promise<number> => {
		const where = { Bucket: output(flooded, "LibraryBucketName"), Prefix: shelfOf(shelf, key) };
		return (await s3.send(new ListObjectsV2Command(where))).KeyCount ?? 0;
	};
	return {
		isLast: summary.success && summary.data.upload.versionId === VersionId,
		articles: await count("articles"),
		summaries: await count("summaries"),
	};
};

const LetterSchema = z.union([
	z.object({ key: z.string() }).transform(({ key }) => key),
	z
		.object({ detail: z.object({ object: z.object({ key: z.string() }) }) })
		.transform((it) => it.detail.object.key),
]);

/** The keys that dead letters are about, sorted; one that has two is there twice. */
export const readDeadLetters = async (flooded: Flooded): Promise<string[]> => {
	const keys: string[] = [];
	for (const name of ["IngestDeadLettersUrl", "SummariseDeadLettersUrl", "UndeliveredEventsUrl"]) {
		const receive = new ReceiveMessageCommand({
			QueueUrl: output(flooded, name),
			MaxNumberOfMessages: 10,
			VisibilityTimeout: 600,
		});
		for (let isEmpty = false; !isEmpty; ) {
			const { Messages = [] } = await flooded.sqs.send(receive);
			keys.push(...Messages.map(({ Body = "" }) => LetterSchema.parse(JSON.parse(Body))));
			isEmpty = Messages.length === 0;
		}
	}
	return keys.sort();
};

/** The torture's verdict on all that was uploaded. */
export const judgeAll = async (flooded: Flooded, record: Record): Promise<Verdict> => {
	const places = {
		...flooded,
		libraryBucket: output(flooded, "LibraryBucketName"),
		catalogueTable: output(flooded, "CatalogueTableName"),
		entriesTable: output(flooded, "EntriesTableName"),
	};
	return (await judge(places, record)).verdict;
};
