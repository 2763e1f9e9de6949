/** Buckets: making and removing them, versioning, and the configurations that are kept. */
import { S3Error, type S3ErrorCode } from "./errors.ts";
import type { Exchange } from "./objects.ts";
import { readDocument } from "./payload.ts";
import type { S3Response } from "./request.ts";
import { readXml, writeXml } from "./xml.ts";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET_NAME = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** ListBuckets. */
export const listBuckets = ({ store }: Exchange): S3Response => {
	const rows = store.database.sql.all`SELECT name, created FROM buckets ORDER BY name`;
	const buckets = rows.map((row) => ({
		Name: String(row.name),
		CreationDate: new Date(Number(row.created)).toISOString(),
	}));
	return {
		document: writeXml("ListAllMyBucketsResult", {
			Owner: { ID: store.accountId },
			Buckets: { Bucket: buckets },
		}),
	};
};

/** CreateBucket. */
export const createBucket = ({ request, store }: Exchange): S3Response => {
	const { bucket } = request;
	if (!BUCKET_NAME.test(bucket)) throw new S3Error("InvalidBucketName");
	const { changes } = store.database.sql.run`INSERT OR IGNORE INTO buckets (name, created)
		VALUES (${bucket}, ${store.now().getTime()})`;
	// In its oldest region S3 takes a second creation for a success.
	if (changes === 0 && store.region !== "us-east-1") throw new S3Error("BucketAlreadyOwnedByYou");
	return { headers: { location: `/${bucket}` } };
};

/** HeadBucket. */
export const headBucket = ({ request, store }: Exchange): S3Response => {
	store.bucket(request.bucket);
	return { headers: { "x-amz-bucket-region": store.region } };
};

/** DeleteBucket. */
export const deleteBucket = ({ request, store }: Exchange): S3Response => {
	const { database } = store;
	database.transaction(() => {
		const { name } = store.bucket(request.bucket);
		if (database.sql.get`SELECT 1 FROM versions WHERE bucket = ${name} LIMIT 1`)
			throw new S3Error("BucketNotEmpty");
		const parts = database.sql
			.all`SELECT pieces FROM parts WHERE upload IN (SELECT id FROM uploads WHERE bucket = ${name})`;
		for (const { pieces } of parts) store.blobs.release(JSON.parse(String(pieces)));
		database.sql.run`DELETE FROM parts WHERE upload IN (SELECT id FROM uploads WHERE bucket = ${name})`;
		database.sql.run`DELETE FROM uploads WHERE bucket = ${name}`;
		database.sql.run`DELETE FROM configurations WHERE bucket = ${name}`;
		database.sql.run`DELETE FROM buckets WHERE name = ${name}`;
	});
	return { status: 204 };
};

/** GetBucketLocation: empty means us-east-1. */
export const getLocation = ({ request, store }: Exchange): S3Response => {
	store.bucket(request.bucket);
	const location = store.region === "us-east-1" ? "" : store.region;
	return { document: writeXml("LocationConstraint", location) };
};

/** GetBucketVersioning. */
export const getVersioning = ({ request, store }: Exchange): S3Response => {
	const { versioning } = store.bucket(request.bucket);
	return {
		document: writeXml("VersioningConfiguration", { Status: versioning === "" ? undefined : versioning }),
	};
};

/** PutBucketVersioning. */
export const putVersioning = async ({ request, store, payload }: Exchange): Promise<S3Response> => {
	const status = readXml(await readDocument(payload()), "VersioningConfiguration").text("Status");
	if (status !== "Enabled" && status !== "Suspended") throw new S3Error("MalformedXML");
	const { name } = store.bucket(request.bucket);
	store.database.sql.run`UPDATE buckets SET versioning = ${status} WHERE name = ${name}`;
	return {};
};

interface Configuration {
	readonly root: string;
	readonly missing: S3ErrorCode | "empty";
	/** The end of its actions' names: `s3:Get…`, `s3:Put…`. */
	readonly action: string;
}

/**
 * Documents that are kept and given back. Only two do anything here: whether `notification` has an
 * `EventBridgeConfiguration` decides whether the bucket's events are written, and `cors` what web pages may.
 */
const CONFIGURATIONS: Readonly<Record<string, Configuration>> = {
	notification: { root: "NotificationConfiguration", missing: "empty", action: "BucketNotification" },
	lifecycle: {
		root: "LifecycleConfiguration",
		missing: "NoSuchLifecycleConfiguration",
		action: "LifecycleConfiguration",
	},
	cors: { root: "CORSConfiguration", missing: "NoSuchCORSConfiguration", action: "BucketCORS" },
	tagging: { root: "Tagging", missing: "NoSuchTagSet", action: "BucketTagging" },
	encryption: {
		root: "ServerSideEncryptionConfiguration",
		missing: "ServerSideEncryptionConfigurationNotFoundError",
		action: "EncryptionConfiguration",
	},
	publicAccessBlock: {
		root: "PublicAccessBlockConfiguration",
		missing: "NoSuchPublicAccessBlockConfiguration",
		action: "BucketPublicAccessBlock",
	},
	ownershipControls: {
		root: "OwnershipControls",
		missing: "OwnershipControlsNotFoundError",
		action: "BucketOwnershipControls",
	},
	policy: { root: "", missing: "NoSuchBucketPolicy", action: "BucketPolicy" },
};

const configurationOf = ({ request, store }: Exchange) => {
	const { name: bucket } = store.bucket(request.bucket);
	const found = Object.entries(CONFIGURATIONS).find(([name]) => request.query.has(name));
	if (found === undefined) throw new S3Error("NotImplemented");
	return { bucket, name: found[0], ...found[1] };
};

/** Those documents: their names in the query, and how their actions' names end. */
export const CONFIGURATION_ACTIONS = Object.entries(CONFIGURATIONS).map(
	([name, { action }]) => [name, action] as const,
);

/** GetBucketNotificationConfiguration, GetBucketLifecycleConfiguration, GetBucketCors, … */
export const getConfiguration = (exchange: Exchange): S3Response => {
	const { bucket, name, root, missing } = configurationOf(exchange);
	const row = exchange.store.database.sql.get`SELECT document FROM configurations
		WHERE bucket = ${bucket} AND name = ${name}`;
	if (row) return { document: String(row.document) };
	if (missing !== "empty") throw new S3Error(missing);
	return { document: writeXml(root, {}) };
};

/** PutBucketNotificationConfiguration, PutBucketLifecycleConfiguration, PutBucketCors, … */
export const putConfiguration = async (exchange: Exchange): Promise<S3Response> => {
	const { bucket, name, root } = configurationOf(exchange);
	const document = await readDocument(exchange.payload());
	const parsed = root === "" ? undefined : readXml(document, root);
	const { sql, transaction } = exchange.store.database;
	transaction(() => {
		sql.run`INSERT OR REPLACE INTO configurations (bucket, name, document) VALUES (${bucket}, ${name}, ${document})`;
		if (name !== "notification") return;
		const events = (parsed?.all("EventBridgeConfiguration").length ?? 0) > 0;
		sql.run`UPDATE buckets SET events = ${events ? 1 : 0} WHERE name = ${bucket}`;
	});
	return {};
};

/** DeleteBucketLifecycle, DeleteBucketCors, … */
export const deleteConfiguration = (exchange: Exchange): S3Response => {
	const { bucket, name } = configurationOf(exchange);
	exchange.store.database.sql.run`DELETE FROM configurations WHERE bucket = ${bucket} AND name = ${name}`;
	return { status: 204 };
};
