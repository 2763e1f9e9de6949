/** The pipeline without its queues: real servers, and messages that are handed over when a test says so. */
import {
	CreateBucketCommand,
	DeleteObjectCommand,
	ListObjectsV2Command,
	PutBucketNotificationConfigurationCommand,
	PutObjectCommand,
	type PutObjectCommandOutput,
} from "@aws-sdk/client-s3";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { createIngest } from "../../../functions/ingest/ingest.ts";
import { openUploads as openIngestUploads } from "../../../functions/ingest/uploads.ts";
import { extractive } from "../../../functions/summarise/index.ts";
import { createSummarise } from "../../../functions/summarise/summarise-article.ts";
import { openShelves } from "../../../functions/sweep/shelves.ts";
import { createSweep, type SweepParts, type SweepRequest } from "../../../functions/sweep/sweep.ts";
import { openTables } from "../../../functions/sweep/tables.ts";
import { openUploads } from "../../../functions/sweep/uploads.ts";
import { page } from "../../e2e/pages.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const UNVERSIONED = "without-versions";
const silent = { info: () => {}, warn: () => {} };

/** Time enough for everything. */
export const ENOUGH = () => 900_000;

/** A pipeline, and what it takes to do damage to it. */
export type Pipeline = Awaited<ReturnType<typeof startPipeline>>;

/** Starts the servers; uploads go to a bucket of its own where versions are off. */
export const startPipeline = async ({ versioned = true } = {}) => {
	const cloud: Cloud = await startCloud();
	if (!versioned) {
		await cloud.s3.send(new CreateBucketCommand({ Bucket: UNVERSIONED }));
		await cloud.s3.send(
			new PutBucketNotificationConfigurationCommand({
				Bucket: UNVERSIONED,
				NotificationConfiguration: { EventBridgeConfiguration: {} },
			}),
		);
	}
	const { LIBRARY_BUCKET: library, CATALOGUE_TABLE, ENTRIES_TABLE } = cloud.environment;
	const articles = versioned ? cloud.environment.ARTICLES_BUCKET : UNVERSIONED;
	/** Messages of the two queues. */
	const toIngest: string[] = [];
	const toSummarise: string[] = [];
	const names = { catalogue: CATALOGUE_TABLE, entries: ENTRIES_TABLE };
	const { catalogue, entries } = cloud;
	const common = { library: cloud.library, catalogue, entries, log: silent };
	const ingest = createIngest({
		...common,
		uploads: openIngestUploads(cloud.s3),
		send: async (message) => void toSummarise.push(JSON.stringify(message)),
		now: () => new Date(),
	});
	const summarise = createSummarise({
		...common,
		summariser: extractive,
		length: "standard",
		now: () => new Date(),
	});

	/** How far ahead of the servers sweep's clock is: by two days, everything is old. */
	let aheadMs = 2 * DAY_MS;
	const parts: SweepParts = {
		...common,
		uploads: openUploads(cloud.s3, articles),
		shelves: openShelves(cloud.s3, library),
		tables: openTables(cloud.dynamodb, names),
		send: async (body) => void toIngest.push(body),
		waiting: async () => 0,
		pause: async () => {},
		now: () => new Date(Date.now() + aheadMs),
	};

	const items = async (table: string) => {
		const { Items = [] } = await cloud.dynamodb.send(new ScanCommand({ TableName: table }));
		const nameOf = (item: Record<string, unknown>) => `${item.list ?? ""}\n${item.rank}\n${item.key}`;
		return Items.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
	};
	const documents = async (): Promise<string[]> => {
		const { Contents = [] } = await cloud.s3.send(new ListObjectsV2Command({ Bucket: library }));
		return Contents.map(({ Key = "" }) => Key).filter((name) => !name.startsWith("sweep/"));
	};
	/** The event of the last write to a bucket arrives some moments after it. */
	const lastEvent = async (count: number): Promise<string> => {
		while (cloud.events.length <= count) await new Promise((resolve) => setTimeout(resolve, 2));
		return JSON.stringify(cloud.events[count]);
	};

	return {
		cloud,
		catalogue,
		parts,
		toIngest,
		toSummarise,
		ingest,
		summarise,
		documents,
		/** Lets sweep take nothing for old. */
		atOnce: () => {
			aheadMs = 0;
		},
		later: () => {
			aheadMs = 2 * DAY_MS;
		},
		/** Uploads an article; gives the event that tells of it, which nobody has heard of yet. */
		async put(key: string, subject: string): Promise<string> {
			const count = cloud.events.length;
			await cloud.s3.send(
				new PutObjectCommand({
					Bucket: articles,
					Key: key,
					Body: page(subject),
					ContentType: "text/html",
				}),
			);
			return lastEvent(count);
		},
		async remove(key: string): Promise<string> {
			const count = cloud.events.length;
			await cloud.s3.send(new DeleteObjectCommand({ Bucket: articles, Key: key }));
			return lastEvent(count);
		},
		/** Handles all messages, and those that come of them. */
		async settle(): Promise<void> {
			while (toIngest.length + toSummarise.length > 0) {
				for (const body of toIngest.splice(0)) await ingest(body, false);
				for (const body of toSummarise.splice(0)) await summarise(body, false);
			}
		},
		async publish(key: string, subject: string): Promise<void> {
			toIngest.push(await this.put(key, subject));
			await this.settle();
		},
		sweep: (request: SweepRequest = {}, timeLeft = ENOUGH) => createSweep(parts)(request, timeLeft),
		/** Everything that is known and kept, to be compared. */
		state: async () => ({
			rows: await items(CATALOGUE_TABLE),
			entries: await items(ENTRIES_TABLE),
			documents: await documents(),
		}),
		store: (name: string, body: string): Promise<PutObjectCommandOutput> =>
			cloud.s3.send(new PutObjectCommand({ Bucket: library, Key: name, Body: body })),
		unshelve: (name: string) => cloud.s3.send(new DeleteObjectCommand({ Bucket: library, Key: name })),
	};
};
