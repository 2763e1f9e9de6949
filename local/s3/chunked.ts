/**
 * The `aws-chunked` encoding that SDKs stream bodies in: chunks with or without a signature each, and trailers.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
import { createHash } from "node:crypto";
import { S3Error } from "./errors.ts";
import { requireEqual, type VerifiedSignature } from "./signature.ts";

/** More than any chunk header or trailer needs. */
const MAX_LINE_BYTES = 4096;
const EMPTY_SHA256 = createHash("sha256").digest("hex");

const newReader = (source: AsyncIterator<Buffer>) => {
	let rest: Buffer = Buffer.alloc(0);
	const more = async (): Promise<boolean> => {
		const { done, value } = await source.next();
		if (!done) rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
		return !done;
	};
	return {
		/** The next line without its CRLF; `undefined` when the body has ended. */
		async line(): Promise<string | undefined> {
			for (;;) {
				const end = rest.indexOf("\r\n");
				if (end >= 0) {
					const line = rest.toString("latin1", 0, end);
					rest = rest.subarray(end + 2);
					return line;
				}
				if (rest.length > MAX_LINE_BYTES) throw new S3Error("IncompleteBody");
				if (!(await more())) return undefined;
			}
		},
		async *bytes(count: number): AsyncGenerator<Buffer> {
			for (let left = count; left > 0; ) {
				if (rest.length === 0 && !(await more())) throw new S3Error("IncompleteBody");
				const piece = rest.subarray(0, left);
				rest = rest.subarray(piece.length);
				left -= piece.length;
				if (piece.length > 0) yield piece;
			}
		},
	};
};

const readTrailers = async (
	reader: ReturnType<typeof newReader>,
	trailers: Map<string, string>,
): Promise<void> => {
	for (let line = await reader.line(); line?.trim(); line = await reader.line()) {
		const colon = line.indexOf(":");
		trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
	}
};

/**
 * Yields the chunks' bytes and fills `trailers`. With a signature, every chunk must have the next one of its
 * chain; bytes are yielded before that is known, so nothing may be kept until the generator has ended.
 */
export async function* decodeChunked(
	source: AsyncIterator<Buffer>,
	trailers: Map<string, string>,
	seed: VerifiedSignature | undefined,
): AsyncGenerator<Buffer> {
	const reader = newReader(source);
	let previous = seed?.signature ?? "";
	for (let size = -1; size !== 0; ) {
		const header = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec((await reader.line()) ?? "");
		if (header === null) throw new S3Error("IncompleteBody");
		size = Number.parseInt(header[1] ?? "", 16);
		const hash = createHash("sha256");
		for await (const piece of reader.bytes(size)) {
			if (seed) hash.update(piece);
			yield piece;
		}
		if (seed) {
			const expected = seed.sign("AWS4-HMAC-SHA256-PAYLOAD", previous, EMPTY_SHA256, hash.digest("hex"));
			requireEqual(header[2] ?? "", expected);
			previous = expected;
		}
		if (size > 0 && (await reader.line()) !== "") throw new S3Error("IncompleteBody");
	}
	await readTrailers(reader, trailers);
	if (seed?.payload.endsWith("-TRAILER")) {
		const { "x-amz-trailer-signature": signature = "", ...signed } = Object.fromEntries(trailers);
		const text = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`);
		const digest = createHash("sha256").update(text.join("")).digest("hex");
		requireEqual(signature, seed.sign("AWS4-HMAC-SHA256-TRAILER", previous, digest));
	}
}
