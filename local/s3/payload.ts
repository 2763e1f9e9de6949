/** A request's body: decoded as it streams in, and held against everything the request says about it. */
import { createHash } from "node:crypto";
import {
	CHECKSUM_ALGORITHMS,
	type Checksum,
	type ChecksumAlgorithm,
	checksumAlgorithm,
	newChecksum,
} from "./checksums.ts";
import { decodeChunked } from "./chunked.ts";
import { S3Error } from "./errors.ts";
import type { S3Request } from "./request.ts";
import type { VerifiedSignature } from "./signature.ts";

/** What is known of a body once all of it has been seen. */
export interface Digests {
	readonly size: number;
	/** Hexadecimal: the ETag of an object that was sent in one piece. */
	readonly md5: string;
	readonly checksum?: Checksum;
}

/** Starts the digests of a body, with a checksum when an algorithm is named. */
export const newDigester = (algorithm: ChecksumAlgorithm | undefined) => {
	const md5 = createHash("md5");
	const checksum = algorithm && newChecksum(algorithm);
	let size = 0;
	return {
		update: (bytes: Uint8Array): void => {
			size += bytes.length;
			md5.update(bytes);
			checksum?.update(bytes);
		},
		finish: (): Digests => ({
			size,
			md5: md5.digest("hex"),
			...(algorithm &&
				checksum && {
					checksum: { algorithm, value: checksum.digest().toString("base64"), type: "FULL_OBJECT" },
				}),
		}),
	};
};

/** A body on its way in: `digests` are there, and are right, after the last of its bytes. */
export interface Payload {
	readonly bytes: AsyncIterable<Uint8Array>;
	readonly digests: () => Digests;
}

const announcedAlgorithm = ({ headers }: S3Request): ChecksumAlgorithm | undefined =>
	CHECKSUM_ALGORITHMS.find((algorithm) => headers.has(`x-amz-checksum-${algorithm}`)) ??
	checksumAlgorithm(headers.get("x-amz-trailer")?.replace("x-amz-checksum-", "")) ??
	checksumAlgorithm(headers.get("x-amz-sdk-checksum-algorithm") ?? headers.get("x-amz-checksum-algorithm"));

const announcedSize = ({ headers }: S3Request): number => {
	const size = headers.get("x-amz-decoded-content-length") ?? headers.get("content-length");
	if (size === undefined && headers.has("transfer-encoding")) throw new S3Error("MissingContentLength");
	return Number(size ?? 0);
};

/** The largest object that can be sent in one piece. */
const MAX_BYTES = 5 * 1024 ** 3;

/**
 * Opens a body. `bytes` ends with the error if it is not what was announced, so what was made of it must be
 * thrown away then.
 */
export const openPayload = (
	request: S3Request,
	signature: VerifiedSignature,
	algorithm: ChecksumAlgorithm | undefined = announcedAlgorithm(request),
): Payload => {
	const { headers } = request;
	const size = announcedSize(request);
	if (size > MAX_BYTES) throw new S3Error("EntityTooLarge");
	const trailers = new Map<string, string>();
	// Not destroyed when we stop early: the client is still to read our answer from the same socket.
	const raw: AsyncIterableIterator<Buffer> = request.body.iterator({ destroyOnReturn: false });
	const source = signature.payload.startsWith("STREAMING-")
		? decodeChunked(raw, trailers, signature.payload.startsWith("STREAMING-AWS4-") ? signature : undefined)
		: raw;
	const sha256 = /^[0-9a-f]{64}$/.test(signature.payload) ? createHash("sha256") : undefined;
	const digester = newDigester(algorithm);
	let digests: Digests | undefined;

	const verify = (found: Digests): Digests => {
		const md5 = headers.get("content-md5");
		const checksum = `x-amz-checksum-${algorithm}`;
		const announced = headers.get(checksum) ?? trailers.get(checksum);
		if (found.size !== size) throw new S3Error("IncompleteBody");
		if (sha256 && sha256.digest("hex") !== signature.payload) throw new S3Error("XAmzContentSHA256Mismatch");
		if (md5 !== undefined && md5 !== Buffer.from(found.md5, "hex").toString("base64"))
			throw new S3Error("BadDigest");
		if (headers.get("x-amz-trailer")?.toLowerCase() === checksum && announced === undefined)
			throw new S3Error("MalformedTrailerError");
		if (announced !== undefined && announced !== found.checksum?.value)
			throw new S3Error(
				"BadDigest",
				`The ${algorithm?.toUpperCase()} you specified did not match the calculated checksum.`,
			);
		return found;
	};

	async function* bytes(): AsyncGenerator<Uint8Array> {
		for await (const piece of source) {
			digester.update(piece);
			sha256?.update(piece);
			yield piece;
		}
		digests = verify(digester.finish());
	}
	return {
		bytes: bytes(),
		digests: () => {
			if (digests === undefined) throw new S3Error("IncompleteBody");
			return digests;
		},
	};
};

/** More than the longest request document: 1,000 keys to delete, 10,000 parts to complete. */
const MAX_DOCUMENT_BYTES = 8 * 1024 ** 2;

/** Reads a body that is a document. */
export const readDocument = async (payload: Payload): Promise<string> => {
	const pieces: Uint8Array[] = [];
	let size = 0;
	for await (const piece of payload.bytes) {
		size += piece.length;
		if (size > MAX_DOCUMENT_BYTES) throw new S3Error("EntityTooLarge");
		pieces.push(piece);
	}
	return Buffer.concat(pieces).toString("utf8");
};
