/** One call of a service, and what may come between it and its answer. */
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { Caller } from "../iam/index.ts";
import { writeErrorXml } from "../s3/xml.ts";

/** The services that have a gate. */
export type ServiceName = "s3" | "sqs" | "dynamodb";

/** A body: whole where the service's calls are small, else as it streams in. */
export type Body = Buffer | Readable;

/** A call on its way in. */
export interface Call {
	readonly service: ServiceName;
	/** `GetObject`, `SendMessage`, `UpdateItem`; empty when the service has no such operation. */
	readonly operation: string;
	/** Whose access key it bears; S3 has yet to verify the signature, the others' are verified. */
	readonly caller: Caller | undefined;
	/** Method, target, headers. */
	readonly request: IncomingMessage;
	readonly body: Body;
}

/** What the service says; not sent yet. */
export interface Answer {
	readonly status: number;
	/** Names and values in turn. */
	readonly headers: readonly string[];
	readonly body: Body;
}

/**
 * Comes between a call and its service: answers by itself, waits, passes the call on by `next` (with another
 * body, twice, or not at all), gives back what `next` gave or something else. Throws `HangUp` to break the
 * connection off, before the service has done anything or after.
 */
export type Interceptor = (call: Call, next: (body?: Body) => Promise<Answer>) => Promise<Answer>;

/** The connection breaks off; there will be no answer. */
export class HangUp extends Error {
	override readonly name = "HangUp";
}

/** An answer of the JSON protocol that DynamoDB and SQS speak. */
export const jsonError = (status: number, type: string, message: string): Answer => {
	// The services don't agree on how the sentence's field is spelt.
	const body = Buffer.from(JSON.stringify({ __type: type, message, Message: message }));
	return {
		status,
		headers: ["content-type", "application/x-amz-json-1.0", "content-length", String(body.length)],
		body,
	};
};

/** An answer of S3. */
export const xmlError = (status: number, code: string, message: string): Answer => {
	const body = Buffer.from(writeErrorXml({ Code: code, Message: message }));
	return {
		status,
		headers: ["content-type", "application/xml", "content-length", String(body.length)],
		body,
	};
};
