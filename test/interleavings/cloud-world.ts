/** The same on real servers: S3 and DynamoDB over HTTP, through the AWS SDK and the functions' own code. */
import { setTimeout as sleep } from "node:timers/promises";
import {
	DeleteObjectCommand,
	HeadObjectCommand,
	ListObjectsV2Command,
	NotFound,
	PutObjectCommand,
} from "@aws-sdk/client-s3";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { openUploads } from "../../functions/ingest/uploads.ts";
import { shelfOf } from "../../functions/shared/library.ts";
import { padSequencer } from "../../functions/shared/upload.ts";
import type { Cloud } from "../support/cloud.ts";
import { type Action, BODIES, type Outcome, type World, withoutShard } from "./world.ts";

/** Makes a world of `key`, which nobody else may use. */
export const cloudWorld = (
	{ s3, dynamodb, catalogue, library, entries, events, environment }: Cloud,
	key: string,
): World => {
	const { ARTICLES_BUCKET: Bucket, LIBRARY_BUCKET, ENTRIES_TABLE } = environment;
	/** Of the events so far. */
	const sequencers: string[] = [];
	/** Of the uploads and delete markers so far. */
	const versions: string[] = [];
	const eventOf = (sequencer: string): number => sequencers.indexOf(padSequencer(sequencer)) + 1;
	const versionOf = (versionId: string | undefined): number | undefined =>
		versionId === undefined ? undefined : versions.indexOf(versionId) + 1;
	const shortName = (name: string): string => {
		const [shelf, , sequencer = ""] = name.split("/");
		return `${shelf}/${eventOf(sequencer)}`;
	};

	const write = async (action: Action): Promise<void> => {
		const body = BODIES[action];
		if (body !== undefined) {
			const Body = Buffer.from(body, "latin1");
			const { VersionId = "" } = await s3.send(new PutObjectCommand({ Bucket, Key: key, Body }));
			versions.push(VersionId);
		} else if (action === "delete") {
			const { VersionId = "" } = await s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
			versions.push(VersionId);
		} else await s3.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: versions.at(-1) }));
	};

	/** S3 tells some moments later. */
	const nextEvent = async (): Promise<string> => {
		for (;;) {
			const event = events.filter(({ detail }) => detail.object.key === key)[sequencers.length];
			if (event) {
				sequencers.push(padSequencer(event.detail.object.sequencer));
				return JSON.stringify(event);
			}
			await sleep(2);
		}
	};

	const underKey = async (): Promise<string | undefined> => {
		try {
			return (await s3.send(new HeadObjectCommand({ Bucket, Key: key }))).VersionId;
		} catch (error) {
			if (error instanceof NotFound) return undefined;
			throw error;
		}
	};

	const onShelf = async (shelf: "articles" | "summaries"): Promise<string[]> => {
		const Prefix = shelfOf(shelf, key);
		const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: LIBRARY_BUCKET, Prefix }));
		return Contents.map(({ Key = "" }) => shortName(Key));
	};

	const listed = async (): Promise<string[]> => {
		const { Items = [] } = await dynamodb.send(
			new ScanCommand({ TableName: ENTRIES_TABLE, ConsistentRead: true }),
		);
		return Items.filter((item) => item.key === key).map(
			({ list, sequencer }) => `${withoutShard(list)} ${eventOf(sequencer)}`,
		);
	};

	return {
		key,
		parts: { uploads: openUploads(s3), library, catalogue, entries },
		eventOf,
		async act(action) {
			await write(action);
			return nextEvent();
		},
		async outcome(): Promise<Outcome> {
			const row = await catalogue.get(key);
			const current = row?.current;
			return {
				object: versionOf(await underKey()),
				row: row && {
					stage: row.latest.stage,
					event: eventOf(row.latest.sequencer),
					upload: versionOf(row.latest.versionId),
					current: current && { article: shortName(current.article), summary: shortName(current.summary) },
				},
				documents: [...(await onShelf("articles")), ...(await onShelf("summaries"))].sort(),
				entries: (await listed()).sort(),
			};
		},
	};
};
