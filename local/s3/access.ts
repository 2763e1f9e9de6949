/**
 * What a request needs to be allowed to do.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
import type { Access } from "../iam/index.ts";
import { S3Error } from "./errors.ts";
import { readCopySource, type S3Request } from "./request.ts";

export type { Access };

/** Says why the holder of an access key may not do something; nothing when it may. */
export interface Guard {
	readonly refusal: (accessKeyId: string, access: Access) => string | undefined;
}

/** Lets everybody who has signed do everything. */
export const OPEN: Guard = { refusal: () => undefined };

/** Actions whose name is not their operation's. */
const ACTIONS: Readonly<Record<string, string>> = {
	ListBuckets: "ListAllMyBuckets",
	ListObjects: "ListBucket",
	HeadBucket: "ListBucket",
	ListObjectVersions: "ListBucketVersions",
	HeadObject: "GetObject",
	CreateMultipartUpload: "PutObject",
	UploadPart: "PutObject",
	CompleteMultipartUpload: "PutObject",
	ListParts: "ListMultipartUploadParts",
	// To take a configuration away needs the right to set it.
	DeleteBucketNotification: "PutBucketNotification",
	DeleteLifecycleConfiguration: "PutLifecycleConfiguration",
	DeleteBucketCORS: "PutBucketCORS",
	DeleteBucketTagging: "PutBucketTagging",
	DeleteEncryptionConfiguration: "PutEncryptionConfiguration",
	DeleteBucketPublicAccessBlock: "PutBucketPublicAccessBlock",
	DeleteBucketOwnershipControls: "PutBucketOwnershipControls",
};

/** Actions that have another name when the request names a version. */
const OF_VERSION: Readonly<Record<string, string>> = {
	GetObject: "GetObjectVersion",
	DeleteObject: "DeleteObjectVersion",
	GetObjectTagging: "GetObjectVersionTagging",
	PutObjectTagging: "PutObjectVersionTagging",
	DeleteObjectTagging: "DeleteObjectVersionTagging",
};

const bucketArn = (bucket: string): string => (bucket === "" ? "*" : `arn:aws:s3:::${bucket}`);

const onObject = (action: string, bucket: string, key: string, versionId?: string): Access => ({
	action: `s3:${(versionId !== undefined && OF_VERSION[action]) || action}`,
	resource: `${bucketArn(bucket)}/${key}`,
});

/** What removing one object needs, by itself or among others. */
export const deletion = (bucket: string, key: string, versionId: string | undefined): Access =>
	onObject("DeleteObject", bucket, key, versionId);

/** The parameters of a list that policies may ask for. */
const LIST_KEYS = ["prefix", "delimiter", "max-keys"];

const onBucket = (action: string, { bucket, query }: Pick<S3Request, "bucket" | "query">): Access => ({
	action: `s3:${action}`,
	resource: bucketArn(bucket),
	context: Object.fromEntries(
		LIST_KEYS.flatMap((name) => {
			const value = query.get(name);
			return value === undefined ? [] : [[`s3:${name}`, value]];
		}),
	),
});

/** What a write's headers need besides the right to write. */
const besides = ({ bucket, key, headers }: Pick<S3Request, "bucket" | "key" | "headers">): Access[] => {
	const match = headers.get("if-match");
	const source = headers.get("x-amz-copy-source");
	const { bucket: from, key: of, id } = readCopySource(source ?? "");
	return [
		// Whoever may ask whether an object is the one that he knows, may know it.
		...(match !== undefined && match !== "*" ? [onObject("GetObject", bucket, key)] : []),
		...(headers.has("x-amz-tagging") ? [onObject("PutObjectTagging", bucket, key)] : []),
		...(source === undefined ? [] : [onObject("GetObject", from, of, id)]),
	];
};

const WRITES = new Set(["PutObject", "DeleteObject", "UploadPart", "CompleteMultipartUpload"]);

/** What an operation needs, all of it, but for what DeleteObjects asks of each key. */
export const accessesOf = (
	operation: string,
	request: Pick<S3Request, "bucket" | "key" | "query" | "headers">,
): Access[] => {
	const { bucket, key, query } = request;
	if (operation === "DeleteObjects") return [];
	const action = ACTIONS[operation] ?? operation;
	if (key === "") return [onBucket(action, request)];
	const own = onObject(action, bucket, key, query.get("versionId"));
	return WRITES.has(operation) ? [own, ...besides(request)] : [own];
};

/** Throws S3's refusal for the first that isn't allowed. */
export const requireAll = (guard: Guard, accessKeyId: string, accesses: readonly Access[]): void => {
	for (const access of accesses) {
		const message = guard.refusal(accessKeyId, access);
		if (message !== undefined) throw new S3Error("AccessDenied", message);
	}
};

/**
 * What telling that something is missing needs: only who may list a bucket is told.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax
 */
export const tellingMissing = (request: Pick<S3Request, "bucket" | "headers">): Access => {
	const source = request.headers.get("x-amz-copy-source");
	const bucket = source === undefined ? request.bucket : readCopySource(source).bucket;
	return { action: "s3:ListBucket", resource: bucketArn(bucket) };
};
