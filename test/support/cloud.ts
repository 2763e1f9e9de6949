/**
 * A small cloud for the handlers' tests: real servers on free ports of 127.0.0.1, real SDK clients, the
 * catalogue and the library opened as the functions open them. In memory, and gone with `close`.
 */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
	CreateBucketCommand,
	PutBucketNotificationConfigurationCommand,
	PutBucketVersioningCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import dynalite from "dynalite";
import { startFauxqs } from "fauxqs";
import { type Inbox, openInbox } from "../../functions/fetch/inbox.ts";
import { type Lists, openLists } from "../../functions/fetch/lists.ts";
import { openQueues, type Queues } from "../../functions/fetch/status.ts";
import { type Catalogue, openCatalogue } from "../../functions/shared/catalogue.ts";
import { documentClient } from "../../functions/shared/clients.ts";
import { type Entries, openEntries } from "../../functions/shared/entries.ts";
import { type Library, openLibrary } from "../../functions/shared/library.ts";
import { type S3Event, startS3 } from "../../local/s3/index.ts";
import { CATALOGUE, ENTRIES } from "./tables.ts";

/** What clients need to reach the servers: spread it into any SDK client's configuration. */
const account = {
	region: "eu-central-1",
	credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example-secret" },
};

const ARTICLES = "articles";
const LIBRARY = "library";
const TABLES = { catalogue: "catalogue", entries: "entries" };

/** The servers, and everything opened on them. */
export interface Cloud {
	readonly dynamodb: DynamoDBDocumentClient;
	readonly s3: S3Client;
	readonly sqs: SQSClient;
	readonly catalogue: Catalogue;
	readonly entries: Entries;
	readonly lists: Lists;
	readonly library: Library;
	readonly inbox: Inbox;
	readonly queues: Queues;
	/** What the articles bucket has told EventBridge so far, each some moments after its write. */
	readonly events: readonly S3Event[];
	/** What a function's environment would say, to be picked from; the SDK's own variables included. */
	readonly environment: {
		readonly ARTICLES_BUCKET: string;
		readonly LIBRARY_BUCKET: string;
		readonly CATALOGUE_TABLE: string;
		readonly ENTRIES_TABLE: string;
		readonly SUMMARISE_QUEUE_URL: string;
		readonly [awsVariable: string]: string;
	};
	/** Stops the servers; awaits nothing that a test left open. */
	close(): Promise<void>;
}

const startDynamodb = async (folder?: string) => {
	const server = dynalite({ createTableMs: 0, ...(folder !== undefined && { path: folder }) });
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return { server, endpoint: `http://127.0.0.1:${port}` };
};

/** Starts the servers with empty tables, buckets and queues. Large tables want a `folder`. */
export const startCloud = async ({ folder }: { folder?: string } = {}): Promise<Cloud> => {
	const events: S3Event[] = [];
	const deliver = async (event: S3Event) => void events.push(event);
	const [database, storage, queues] = await Promise.all([
		startDynamodb(folder),
		startS3({ file: ":memory:", accountId: "123456789012", ...account, deliver }),
		startFauxqs({ port: 0, host: "127.0.0.1", logger: false, defaultRegion: account.region }),
	]);
	const queuesEndpoint = `http://127.0.0.1:${queues.port}`;
	const plainDynamodb = new DynamoDBClient({ ...account, endpoint: database.endpoint });
	const dynamodb = documentClient(plainDynamodb);
	const s3 = new S3Client({ ...account, endpoint: storage.endpoint });
	const presigning = new S3Client({
		...account,
		endpoint: storage.endpoint,
		requestChecksumCalculation: "WHEN_REQUIRED",
	});
	const sqs = new SQSClient({ ...account, endpoint: queuesEndpoint });

	await plainDynamodb.send(new CreateTableCommand({ TableName: TABLES.catalogue, ...CATALOGUE }));
	await plainDynamodb.send(new CreateTableCommand({ TableName: TABLES.entries, ...ENTRIES }));
	for (const Bucket of [ARTICLES, LIBRARY]) await s3.send(new CreateBucketCommand({ Bucket }));
	await s3.send(
		new PutBucketVersioningCommand({ Bucket: ARTICLES, VersioningConfiguration: { Status: "Enabled" } }),
	);
	await s3.send(
		new PutBucketNotificationConfigurationCommand({
			Bucket: ARTICLES,
			NotificationConfiguration: { EventBridgeConfiguration: {} },
		}),
	);
	const queue = (name: string) => {
		queues.createQueue(name);
		return `${queuesEndpoint}/000000000000/${name}`;
	};
	const ingest = queue("ingest");
	const ingestDeadLetters = queue("ingest-dead-letters");
	const summarise = queue("summarise");
	const summariseDeadLetters = queue("summarise-dead-letters");
	const undelivered = queue("undelivered");

	return {
		dynamodb,
		s3,
		sqs,
		catalogue: openCatalogue(dynamodb, TABLES.catalogue),
		entries: openEntries(dynamodb, TABLES.entries),
		lists: openLists(dynamodb, TABLES),
		library: openLibrary(s3, LIBRARY),
		inbox: openInbox(presigning, ARTICLES),
		queues: openQueues(sqs, { ingest, ingestDeadLetters, summarise, summariseDeadLetters, undelivered }),
		events,
		environment: {
			AWS_REGION: account.region,
			AWS_ACCESS_KEY_ID: account.credentials.accessKeyId,
			AWS_SECRET_ACCESS_KEY: account.credentials.secretAccessKey,
			AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
			AWS_ENDPOINT_URL_SQS: queuesEndpoint,
			AWS_ENDPOINT_URL_S3: storage.endpoint,
			ARTICLES_BUCKET: ARTICLES,
			LIBRARY_BUCKET: LIBRARY,
			CATALOGUE_TABLE: TABLES.catalogue,
			ENTRIES_TABLE: TABLES.entries,
			INGEST_QUEUE_URL: ingest,
			INGEST_DEAD_LETTERS_URL: ingestDeadLetters,
			SUMMARISE_QUEUE_URL: summarise,
			SUMMARISE_DEAD_LETTERS_URL: summariseDeadLetters,
			UNDELIVERED_URL: undelivered,
		},
		async close() {
			dynamodb.destroy();
			plainDynamodb.destroy();
			s3.destroy();
			presigning.destroy();
			sqs.destroy();
			const closed = once(database.server, "close");
			database.server.close();
			await Promise.all([closed, storage.close(), queues.stop()]);
		},
	};
};
