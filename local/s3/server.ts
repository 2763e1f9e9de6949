/** HTTP: who asks, whether they may, and how the answer or the error is written. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { accessesOf, type Guard, requireAll, tellingMissing } from "./access.ts";
import { corsHeaders, isPreflight } from "./cors.ts";
import { S3Error } from "./errors.ts";
import { openPayload } from "./payload.ts";
import { postObject } from "./post-form.ts";
import { readRequest, type S3Request, type S3Response } from "./request.ts";
import { findOperation } from "./routes.ts";
import { type Authority, verifyRequest } from "./signature.ts";
import type { Store } from "./store.ts";
import { writeErrorXml } from "./xml.ts";

/** What requests are answered with. */
export interface Service {
	readonly store: Store;
	readonly authority: Authority;
	readonly guard: Guard;
}

const MISSING: ReadonlySet<string> = new Set(["NoSuchKey", "NoSuchVersion"]);

const answer = async (request: S3Request, { store, authority, guard }: Service): Promise<S3Response> => {
	const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data");
	if (request.method === "POST" && request.key === "" && isForm)
		return postObject(request, store, authority, guard);
	const signature = verifyRequest(request, authority);
	const { accessKeyId } = signature;
	const operation = findOperation(request);
	requireAll(guard, accessKeyId, accessesOf(operation.name, request));
	try {
		return await operation.handle({
			request,
			store,
			payload: () => openPayload(request, signature),
			refusal: (access) => guard.refusal(accessKeyId, access),
		});
	} catch (error) {
		if (error instanceof S3Error && MISSING.has(error.code))
			requireAll(guard, accessKeyId, [tellingMissing(request)]);
		throw error;
	}
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
	service: Service,
): Promise<void> => {
	const id = randomBytes(8).toString("hex").toUpperCase();
	response.setHeader("x-amz-request-id", id);
	// SDKs set their clock by this.
	response.setHeader("date", service.authority.now().toUTCString());
	let result: S3Response;
	try {
		for (const [name, value] of Object.entries(corsHeaders(message, service.store)))
			response.setHeader(name, value);
		result = isPreflight(message) ? {} : await answer(readRequest(message, id), service);
	} catch (error) {
		result = answerError(error, message, id);
	}
	// A client that goes away in the middle of its download is no error of ours.
	await write(response, result).catch(() => response.destroy());
};
