/** A request as S3 sees it: bucket, key, parameters and headers, out of the raw request target. */
import type { IncomingMessage } from "node:http";
import { S3Error } from "./errors.ts";

/** One request; `id` is what its answer and its events carry. */
export interface S3Request {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	/** Names and values in the order sent, decoded. */
	readonly parameters: readonly (readonly [name: string, value: string])[];
	readonly bucket: string;
	readonly key: string;
	readonly query: ReadonlyMap<string, string>;
	/** Lower-case names. A presigned address may carry `x-amz-*` headers in its query; they are in here too. */
	readonly headers: ReadonlyMap<string, string>;
	readonly sourceIp: string;
	readonly body: IncomingMessage;
}

/** The longest key, in bytes of UTF-8. */
export const MAX_KEY_BYTES = 1024;

const decode = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new S3Error("InvalidURI");
	}
};

const parseQuery = (query: string): [string, string][] =>
	query
		.split("&")
		.filter((pair) => pair !== "")
		.map((pair) => {
			const at = pair.indexOf("=");
			const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
			return [decode(name.replaceAll("+", " ")), decode(value.replaceAll("+", " "))];
		});

/**
 * Checksums in a presigned address are those of the empty body that the SDK had when it signed; S3 ignores them.
 * @see https://github.com/localstack/localstack/issues/12169
 */
const isHoistedHeader = (name: string): boolean =>
	name.startsWith("x-amz-") && !name.startsWith("x-amz-checksum-") && name !== "x-amz-sdk-checksum-algorithm";

const collectHeaders = (
	message: IncomingMessage,
	parameters: readonly (readonly [string, string])[],
): Map<string, string> => {
	const presigned = parameters.some(([name]) => name === "X-Amz-Signature");
	const hoisted = presigned
		? parameters
				.map(([name, value]) => [name.toLowerCase(), value] as const)
				.filter(([name]) => isHoistedHeader(name))
		: [];
	const sent = Object.entries(message.headers).map(
		([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")] as const,
	);
	return new Map([...hoisted, ...sent]);
};

/** Bucket and key of a path: the key is all that comes after the second slash. */
export const splitPath = (path: string): [bucket: string, key: string] => {
	const slash = path.indexOf("/", 1);
	return slash < 0
		? [decode(path.slice(1)), ""]
		: [decode(path.slice(1, slash)), decode(path.slice(slash + 1))];
};

/** What the header of a copy names. */
export const readCopySource = (header: string): { bucket: string; key: string; id: string | undefined } => {
	const [path = "", id] = header.split("?versionId=", 2);
	const [bucket, key] = splitPath(path.startsWith("/") ? path : `/${path}`);
	return { bucket, key, id };
};

/**
 * Reads the request target as it came over the wire. No `URL` touches it: that would fold `..` and `//`,
 * which are ordinary characters in a key.
 */
export const readRequest = (message: IncomingMessage, id: string): S3Request => {
	const target = message.url ?? "/";
	const mark = target.indexOf("?");
	const path = mark < 0 ? target : target.slice(0, mark);
	const parameters = mark < 0 ? [] : parseQuery(target.slice(mark + 1));
	const [bucket, key] = splitPath(path);
	if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error("KeyTooLongError");
	return {
		id,
		method: message.method ?? "GET",
		path,
		parameters,
		bucket,
		key,
		query: new Map(parameters),
		headers: collectHeaders(message, parameters),
		sourceIp: message.socket.remoteAddress ?? "127.0.0.1",
		body: message,
	};
};

/** What a handler gives back; the server writes it. A document is XML; `bytes` are an object's. */
export interface S3Response {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string | undefined>>;
	readonly document?: string;
	readonly bytes?: Iterable<Uint8Array>;
}
