/**
 * What the suites of the local S3 share: a server, clients, and a few ways to say things shortly.
 * The contract suite can be held against another S3 too (see `contractTarget`).
 */
import { createHash, randomBytes } from "node:crypto";
import {
	type BucketVersioningStatus,
	CreateBucketCommand,
	DeleteBucketCommand,
	DeleteObjectCommand,
	type DeleteObjectCommandInput,
	DeleteObjectsCommand,
	GetObjectCommand,
	type GetObjectCommandInput,
	HeadObjectCommand,
	type HeadObjectCommandInput,
	ListObjectVersionsCommand,
	type ListObjectVersionsCommandInput,
	type ListObjectVersionsCommandOutput,
	PutBucketVersioningCommand,
	PutObjectCommand,
	type PutObjectCommandInput,
	S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect } from "vitest";
import { type S3Options, startS3 } from "../../../local/s3/index.ts";

export const CREDENTIALS = { accessKeyId: "AKIAPRECISTEST", secretAccessKey: "a secret of the tests" };
export const OPTIONS = {
	file: ":memory:",
	region: "eu-central-1",
	accountId: "123456789012",
	credentials: CREDENTIALS,
} as const satisfies S3Options;

/** A client of a server; attempts are not repeated, so that a test sees the first answer. */
export const clientOf = (endpoint: string, credentials = CREDENTIALS): S3Client =>
	new S3Client({ endpoint, region: OPTIONS.region, credentials, forcePathStyle: true, maxAttempts: 1 });

/**
 * Where the contract is held: the embedded S3, or with `PRECIS_S3=aws` the account that the environment names,
 * or with `PRECIS_S3=http://…` another endpoint with the environment's credentials.
 */
const contractTarget = async (): Promise<{ client: S3Client; close: () => Promise<void> }> => {
	const target = process.env.PRECIS_S3;
	if (target === undefined) {
		const server = await startS3(OPTIONS);
		return { client: clientOf(server.endpoint), close: () => server.close() };
	}
	const client = new S3Client(target === "aws" ? {} : { endpoint: target, forcePathStyle: true });
	return { client, close: async () => client.destroy() };
};

/** A new bucket of its own. */
export const newBucket = async (client: S3Client, versioning?: BucketVersioningStatus): Promise<string> => {
	const Bucket = `precis-contract-${randomBytes(6).toString("hex")}`;
	const region = await client.config.region();
	await client.send(
		new CreateBucketCommand({
			Bucket,
			...(region !== "us-east-1" && {
				CreateBucketConfiguration: { LocationConstraint: region as "eu-central-1" },
			}),
		}),
	);
	if (versioning)
		await client.send(
			new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: versioning } }),
		);
	return Bucket;
};

/** All pages of a list of versions: the SDK has no paginator for this one. */
export async function* versionPages(
	client: S3Client,
	query: ListObjectVersionsCommandInput,
): AsyncGenerator<ListObjectVersionsCommandOutput> {
	for (let page: ListObjectVersionsCommandOutput | undefined; page === undefined || page.IsTruncated; ) {
		const [KeyMarker, VersionIdMarker] = [page?.NextKeyMarker, page?.NextVersionIdMarker];
		page = await client.send(new ListObjectVersionsCommand({ ...query, KeyMarker, VersionIdMarker }));
		yield page;
	}
}

/** Removes a bucket with all that is in it. */
export const removeBucket = async (client: S3Client, Bucket: string): Promise<void> => {
	for await (const page of versionPages(client, { Bucket })) {
		const found = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
		const Objects = found.map(({ Key, VersionId }) => ({ Key, VersionId }));
		if (found.length > 0) await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
	}
	await client.send(new DeleteBucketCommand({ Bucket }));
};

/** Holds that a request fails with this status and, when given, this error. */
export const expectError = async (
	request: Promise<unknown>,
	status: number,
	name?: string,
): Promise<void> => {
	await expect(request).rejects.toMatchObject({
		...(name !== undefined && { name }),
		$metadata: { httpStatusCode: status },
	});
};

/** An ETag of an object that was sent in one piece. */
export const quotedMd5 = (body: string | Buffer): string =>
	`"${createHash("md5").update(body).digest("hex")}"`;

type Body = string | Buffer;

/** The usual requests on one bucket; `more` may name another. */
export const shorthand = (client: () => S3Client, bucket: () => string) => {
	const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
		client().send(new GetObjectCommand({ Bucket: bucket(), Key, ...more }));
	return {
		get,
		put: (Key: string, Body: Body = "x", more: Partial<PutObjectCommandInput> = {}) =>
			client().send(new PutObjectCommand({ Bucket: bucket(), Key, Body, ...more })),
		head: (Key: string, more: Partial<HeadObjectCommandInput> = {}) =>
			client().send(new HeadObjectCommand({ Bucket: bucket(), Key, ...more })),
		remove: (Key: string, more: Partial<DeleteObjectCommandInput> = {}) =>
			client().send(new DeleteObjectCommand({ Bucket: bucket(), Key, ...more })),
		text: async (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
			(await get(Key, more)).Body?.transformToString(),
		bytes: async (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
			Buffer.from((await (await get(Key, more)).Body?.transformToByteArray()) ?? []),
	};
};

/** Sets a contract suite up: a client and one bucket, removed at the end. To be called at the top of a file. */
export const contractSuite = (versioning?: BucketVersioningStatus) => {
	let target: Awaited<ReturnType<typeof contractTarget>>;
	let bucket: string;
	beforeAll(async () => {
		target = await contractTarget();
		bucket = await newBucket(target.client, versioning);
	});
	afterAll(async () => {
		await removeBucket(target.client, bucket);
		await target.close();
	});
	const s3 = {
		/** There from the first test on. */
		get client() {
			return target.client;
		},
		get Bucket() {
			return bucket;
		},
	};
	return {
		s3,
		...shorthand(
			() => s3.client,
			() => s3.Bucket,
		),
	};
};
