/** HTTP: which handler a request is for, and how its answer or its error is written. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as buckets from "./buckets.ts";
import { corsHeaders, isPreflight } from "./cors.ts";
import { S3Error } from "./errors.ts";
import { listObjects, listVersions } from "./listing.ts";
import * as multipart from "./multipart.ts";
import * as objects from "./objects.ts";
import { openPayload } from "./payload.ts";
import { postObject } from "./post-form.ts";
import { readRequest, type S3Request, type S3Response } from "./request.ts";
import { type Authority, verifyRequest } from "./signature.ts";
import type { Store } from "./store.ts";
import { writeErrorXml } from "./xml.ts";

type Handler = (exchange: objects.Exchange) => S3Response | Promise<S3Response>;
type Route = readonly [
	method: string,
	level: "service" | "bucket" | "object",
	parameter: string,
	handler: Handler,
];

/** The first that fits is it: method, what the path names, and a parameter that the query has (`""`: none needed). */
const ROUTES: readonly Route[] = [
	["GET", "service", "", buckets.listBuckets],

	["GET", "bucket", "location", buckets.getLocation],
	["GET", "bucket", "versioning", buckets.getVersioning],
	["PUT", "bucket", "versioning", buckets.putVersioning],
	...buckets.CONFIGURATION_NAMES.flatMap((name): Route[] => [
		["GET", "bucket", name, buckets.getConfiguration],
		["PUT", "bucket", name, buckets.putConfiguration],
		["DELETE", "bucket", name, buckets.deleteConfiguration],
	]),
	["GET", "bucket", "versions", listVersions],
	["POST", "bucket", "delete", objects.deleteObjects],
	["GET", "bucket", "", listObjects],
	["HEAD", "bucket", "", buckets.headBucket],
	["PUT", "bucket", "", buckets.createBucket],
	["DELETE", "bucket", "", buckets.deleteBucket],

	["GET", "object", "tagging", objects.getTagging],
	["PUT", "object", "tagging", objects.putTagging],
	["DELETE", "object", "tagging", objects.putTagging],
	["POST", "object", "uploads", multipart.createUpload],
	["GET", "object", "uploadId", multipart.listParts],
	["PUT", "object", "uploadId", multipart.uploadPart],
	["POST", "object", "uploadId", multipart.completeUpload],
	["DELETE", "object", "uploadId", multipart.abortUpload],
	["GET", "object", "", objects.getObject],
	["HEAD", "object", "", objects.getObject],
	["DELETE", "object", "", objects.deleteObject],
	[
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
	...ROUTES.map(([, , parameter]) => parameter).filter((parameter) => parameter !== ""),
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

const findHandler = ({ method, bucket, key, query }: S3Request): Handler => {
	const level = key !== "" ? "object" : bucket !== "" ? "bucket" : "service";
	const subresource = [...query.keys()].find((name) => SUBRESOURCES.has(name)) ?? "";
	const route = ROUTES.find(
		([itsMethod, itsLevel, parameter]) =>
			itsMethod === method && itsLevel === level && parameter === subresource,
	);
	if (route === undefined) throw new S3Error(subresource === "" ? "MethodNotAllowed" : "NotImplemented");
	return route[3];
};

const answer = async (request: S3Request, store: Store, authority: Authority): Promise<S3Response> => {
	const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data");
	if (request.method === "POST" && request.key === "" && isForm) return postObject(request, store, authority);
	const signature = verifyRequest(request, authority);
	return findHandler(request)({ request, store, payload: () => openPayload(request, signature) });
};

const answerError = (error: unknown, message: IncomingMessage, id: string): S3Response => {
	const failure = error instanceof S3Error ? error : new S3Error("InternalError");
	if (failure.code === "InternalError" && !message.destroyed) console.error("S3:", error);
	const document = writeErrorXml({
		Code: failure.code,
		Message: failure.message,
		Resource: message.url?.split("?")[0],
		RequestId: id,
	});
	const bodiless = message.method === "HEAD" || failure.status === 304;
	return { status: failure.status, headers: failure.headers, ...(!bodiless && { document }) };
};

/** HTTP headers are bytes: what isn't ASCII goes as its UTF-8, what would end the header doesn't go. */
const headerValue = (value: string): string =>
	(/[\u0100-\uffff]/.test(value) ? Buffer.from(value).toString("latin1") : value).replace(/[\r\n\0]/g, " ");

const write = async (
	response: ServerResponse,
	{ status = 200, headers = {}, document, bytes }: S3Response,
) => {
	response.statusCode = status;
	for (const [name, value] of Object.entries(headers))
		if (value !== undefined) response.setHeader(name, headerValue(value));
	if (document !== undefined) response.setHeader("content-type", "application/xml").end(document);
	else if (bytes === undefined) response.end();
	else if (Array.isArray(bytes)) response.end(bytes.length === 1 ? bytes[0] : Buffer.concat(bytes));
	else await pipeline(Readable.from(bytes), response);
};

/** Answers one request; never rejects. */
export const serve = async (
	message: IncomingMessage,
	response: ServerResponse,
	store: Store,
	authority: Authority,
): Promise<void> => {
	const id = randomBytes(8).toString("hex").toUpperCase();
	response.setHeader("x-amz-request-id", id);
	// SDKs set their clock by this.
	response.setHeader("date", authority.now().toUTCString());
	let result: S3Response;
	try {
		for (const [name, value] of Object.entries(corsHeaders(message, store))) response.setHeader(name, value);
		result = isPreflight(message) ? {} : await answer(readRequest(message, id), store, authority);
	} catch (error) {
		result = answerError(error, message, id);
	}
	// A client that goes away in the middle of its download is no error of ours.
	await write(response, result).catch(() => response.destroy());
};
