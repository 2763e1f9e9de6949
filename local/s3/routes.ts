/** Which operation of S3 a request is. */
import * as buckets from "./buckets.ts";
import { S3Error } from "./errors.ts";
import { listObjects, listVersions } from "./listing.ts";
import * as multipart from "./multipart.ts";
import * as objects from "./objects.ts";
import type { S3Request, S3Response } from "./request.ts";

type Handler = (exchange: objects.Exchange) => S3Response | Promise<S3Response>;
type Route = readonly [
	operation: string,
	method: string,
	level: "service" | "bucket" | "object",
	parameter: string,
	handler: Handler,
];

/** The first that fits is it: method, what the path names, and a parameter that the query has (`""`: none needed). */
const ROUTES: readonly Route[] = [
	["ListBuckets", "GET", "service", "", buckets.listBuckets],

	["GetBucketLocation", "GET", "bucket", "location", buckets.getLocation],
	["GetBucketVersioning", "GET", "bucket", "versioning", buckets.getVersioning],
	["PutBucketVersioning", "PUT", "bucket", "versioning", buckets.putVersioning],
	...buckets.CONFIGURATION_ACTIONS.flatMap(([name, action]): Route[] => [
		[`Get${action}`, "GET", "bucket", name, buckets.getConfiguration],
		[`Put${action}`, "PUT", "bucket", name, buckets.putConfiguration],
		[`Delete${action}`, "DELETE", "bucket", name, buckets.deleteConfiguration],
	]),
	["ListObjectVersions", "GET", "bucket", "versions", listVersions],
	["DeleteObjects", "POST", "bucket", "delete", objects.deleteObjects],
	["ListObjects", "GET", "bucket", "", listObjects],
	["HeadBucket", "HEAD", "bucket", "", buckets.headBucket],
	["CreateBucket", "PUT", "bucket", "", buckets.createBucket],
	["DeleteBucket", "DELETE", "bucket", "", buckets.deleteBucket],

	["GetObjectTagging", "GET", "object", "tagging", objects.getTagging],
	["PutObjectTagging", "PUT", "object", "tagging", objects.putTagging],
	["DeleteObjectTagging", "DELETE", "object", "tagging", objects.putTagging],
	["CreateMultipartUpload", "POST", "object", "uploads", multipart.createUpload],
	["ListParts", "GET", "object", "uploadId", multipart.listParts],
	["UploadPart", "PUT", "object", "uploadId", multipart.uploadPart],
	["CompleteMultipartUpload", "POST", "object", "uploadId", multipart.completeUpload],
	["AbortMultipartUpload", "DELETE", "object", "uploadId", multipart.abortUpload],
	["GetObject", "GET", "object", "", objects.getObject],
	["HeadObject", "HEAD", "object", "", objects.getObject],
	["DeleteObject", "DELETE", "object", "", objects.deleteObject],
	[
		"PutObject",
		"PUT",
		"object",
		"",
		(exchange) =>
			exchange.request.headers.has("x-amz-copy-source")
				? objects.copyObject(exchange)
				: objects.putObject(exchange),
	],
];

/** Parameters that make a request another operation, so that one we lack is not taken for one we have. */
const SUBRESOURCES = new Set([
	...ROUTES.map(([, , , parameter]) => parameter).filter((parameter) => parameter !== ""),
	...[
		"accelerate",
		"acl",
		"analytics",
		"attributes",
		"intelligent-tiering",
		"inventory",
		"legal-hold",
		"logging",
	],
	...[
		"metrics",
		"object-lock",
		"policyStatus",
		"replication",
		"requestPayment",
		"restore",
		"retention",
		"select",
	],
	...["torrent", "website", "renameObject"],
]);

/** What is to be done for a request. */
export interface Operation {
	/** `GetObject` */
	readonly name: string;
	readonly handle: Handler;
}

/** Finds a request's operation. Throws an `S3Error` when there is none. */
export const findOperation = ({
	method,
	bucket,
	key,
	query,
}: Pick<S3Request, "method" | "bucket" | "key" | "query">): Operation => {
	const level = key !== "" ? "object" : bucket !== "" ? "bucket" : "service";
	const subresource = [...query.keys()].find((name) => SUBRESOURCES.has(name)) ?? "";
	const route = ROUTES.find(
		([, itsMethod, itsLevel, parameter]) =>
			itsMethod === method && itsLevel === level && parameter === subresource,
	);
	if (route === undefined) throw new S3Error(subresource === "" ? "MethodNotAllowed" : "NotImplemented");
	const [name, , , , handle] = route;
	return { name, handle };
};
