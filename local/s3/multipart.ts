/** Multipart uploads. A completed object takes over its parts' bodies: nothing is copied. */
import { createHash, randomBytes } from "node:crypto";
import type { Piece } from "./blobs.ts";
import {
	CHECKSUM_ALGORITHMS,
	type Checksum,
	type ChecksumAlgorithm,
	checksumAlgorithm,
	checksumElements,
	checksumHeaders,
	newChecksum,
} from "./checksums.ts";
import { checkWrite, readRange } from "./conditions.ts";
import { S3Error } from "./errors.ts";
import { copySource, describe, type Exchange, unhurried, versionHeader } from "./objects.ts";
import { type Digests, newDigester, readDocument } from "./payload.ts";
import type { S3Response } from "./request.ts";
import { type Description, receive } from "./store.ts";
import { readXml, writeXml, type XmlElement } from "./xml.ts";

const MAX_PARTS = 10_000;
/** Of all parts but the last. */
const MIN_PART_BYTES = 5 * 1024 ** 2;

interface MultipartUpload extends Description {
	readonly id: string;
	readonly algorithm: ChecksumAlgorithm | undefined;
	readonly type: Checksum["type"];
}

interface Part {
	readonly number: number;
	readonly size: number;
	readonly md5: string;
	readonly modified: number;
	readonly checksum?: Checksum;
	readonly pieces: readonly Piece[];
}

/** CreateMultipartUpload. */
export const createUpload = ({ request, store }: Exchange): S3Response => {
	const { bucket, key, headers } = request;
	store.bucket(bucket);
	const id = randomBytes(24).toString("base64url");
	const { headers: described, tags } = describe(headers);
	const algorithm = checksumAlgorithm(headers.get("x-amz-checksum-algorithm"));
	const type =
		headers.get("x-amz-checksum-type") ?? (algorithm === "crc64nvme" ? "FULL_OBJECT" : "COMPOSITE");
	store.database.sql.run`INSERT INTO uploads (id, bucket, key, headers, tags, algorithm, type)
		VALUES (${id}, ${bucket}, ${key}, ${JSON.stringify(described)}, ${JSON.stringify(tags)}, ${algorithm ?? ""}, ${type})`;
	return {
		headers: {
			"x-amz-checksum-algorithm": algorithm?.toUpperCase(),
			"x-amz-checksum-type": algorithm && type,
		},
		document: writeXml("InitiateMultipartUploadResult", { Bucket: bucket, Key: key, UploadId: id }),
	};
};

const findUpload = ({ request, store }: Exchange): MultipartUpload => {
	const { bucket, key, query } = request;
	store.bucket(bucket);
	const row = store.database.sql.get`SELECT * FROM uploads
		WHERE id = ${query.get("uploadId") ?? ""} AND bucket = ${bucket} AND key = ${key}`;
	if (row === undefined) throw new S3Error("NoSuchUpload");
	return {
		id: String(row.id),
		headers: JSON.parse(String(row.headers)),
		tags: JSON.parse(String(row.tags)),
		algorithm: checksumAlgorithm(String(row.algorithm)),
		type: row.type as Checksum["type"],
	};
};

const readParts = ({ store }: Exchange, { id }: MultipartUpload): Part[] =>
	store.database.sql.all`SELECT * FROM parts WHERE upload = ${id} ORDER BY number`.map((row) => ({
		number: Number(row.number),
		size: Number(row.size),
		md5: String(row.md5),
		modified: Number(row.modified),
		...(row.checksum !== "" && { checksum: JSON.parse(String(row.checksum)) }),
		pieces: JSON.parse(String(row.pieces)),
	}));

const storePart = (
	exchange: Exchange,
	number: number,
	{ size, md5, checksum }: Digests,
	commit: () => readonly Piece[],
): void => {
	const { database, blobs, now } = exchange.store;
	database.transaction(() => {
		const { id } = findUpload(exchange);
		const replaced = database.sql.get`SELECT pieces FROM parts WHERE upload = ${id} AND number = ${number}`;
		if (replaced) blobs.release(JSON.parse(String(replaced.pieces)));
		database.sql.run`INSERT OR REPLACE INTO parts (upload, number, size, md5, modified, checksum, pieces)
			VALUES (${id}, ${number}, ${size}, ${md5}, ${now().getTime()}, ${checksum ? JSON.stringify(checksum) : ""},
				${JSON.stringify(commit())})`;
	});
};

/** UploadPart and UploadPartCopy. */
export const uploadPart = async (exchange: Exchange): Promise<S3Response> => {
	const { request, store, payload } = exchange;
	const number = Number(request.query.get("partNumber"));
	if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS)
		throw new S3Error("InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive");
	const { algorithm } = findUpload(exchange);
	if (!request.headers.has("x-amz-copy-source")) {
		const incoming = payload();
		return receive(store, incoming.bytes, ({ commit }) => {
			const digests = incoming.digests();
			storePart(exchange, number, digests, commit);
			return { headers: { etag: `"${digests.md5}"`, ...checksumHeaders(digests.checksum) } };
		});
	}
	const source = copySource(exchange);
	const range = readRange(request.headers.get("x-amz-copy-source-range"), source.size);
	const digester = newDigester(algorithm);
	async function* digested(): AsyncGenerator<Uint8Array> {
		const bytes = store.blobs.read(source.pieces, range?.start ?? 0, range?.length ?? source.size);
		for await (const piece of unhurried(bytes)) {
			digester.update(piece);
			yield piece;
		}
	}
	return receive(store, digested(), ({ commit }) => {
		const digests = digester.finish();
		storePart(exchange, number, digests, commit);
		const result = { LastModified: store.now().toISOString(), ETag: `"${digests.md5}"` };
		return { document: writeXml("CopyPartResult", { ...result, ...checksumElements(digests.checksum) }) };
	});
};

const choosePart = (parts: ReadonlyMap<number, Part>, element: XmlElement): Part => {
	const part = parts.get(Number(element.text("PartNumber")));
	const etag = element.text("ETag")?.replaceAll('"', "").trim();
	if (part === undefined || etag !== part.md5) throw new S3Error("InvalidPart");
	const announced = CHECKSUM_ALGORITHMS.map(
		(name) => [name, element.text(`Checksum${name.toUpperCase()}`)] as const,
	);
	const wrong = announced.some(
		([name, value]) =>
			value !== undefined && part.checksum?.algorithm === name && part.checksum.value !== value,
	);
	if (wrong) throw new S3Error("InvalidPart");
	return part;
};

const chooseParts = (stored: readonly Part[], document: XmlElement): Part[] => {
	const byNumber = new Map(stored.map((part) => [part.number, part]));
	const chosen = document.all("Part").map((element) => choosePart(byNumber, element));
	if (chosen.length === 0) throw new S3Error("MalformedXML");
	if (chosen.some((part, index) => index > 0 && part.number <= (chosen[index - 1]?.number ?? 0)))
		throw new S3Error("InvalidPartOrder");
	if (chosen.slice(0, -1).some(({ size }) => size < MIN_PART_BYTES)) throw new S3Error("EntityTooSmall");
	return chosen;
};

/** The checksum of the whole: over all bytes, or over the parts' checksums, as was asked for at the start. */
const wholeChecksum = (
	{ store }: Exchange,
	{ algorithm, type }: MultipartUpload,
	parts: readonly Part[],
): Checksum | undefined => {
	if (algorithm === undefined || parts.some(({ checksum }) => checksum?.algorithm !== algorithm))
		return undefined;
	const whole = newChecksum(algorithm);
	for (const { checksum, pieces, size } of parts) {
		if (type === "COMPOSITE") whole.update(Buffer.from(checksum?.value ?? "", "base64"));
		else for (const bytes of store.blobs.read(pieces, 0, size)) whole.update(bytes);
	}
	const value = whole.digest().toString("base64");
	return { algorithm, type, value: type === "COMPOSITE" ? `${value}-${parts.length}` : value };
};

/** Forgets the upload, with the bodies of the parts that nobody takes over. */
const endUpload = ({ store }: Exchange, { id }: MultipartUpload, left: readonly Part[]): void => {
	for (const { pieces } of left) store.blobs.release(pieces);
	store.database.sql.run`DELETE FROM parts WHERE upload = ${id}`;
	store.database.sql.run`DELETE FROM uploads WHERE id = ${id}`;
};

/** CompleteMultipartUpload. */
export const completeUpload = async (exchange: Exchange): Promise<S3Response> => {
	const { request, store, payload } = exchange;
	const document = readXml(await readDocument(payload()), "CompleteMultipartUpload");
	// From here on nothing awaits, so the parts are still these when the object takes them over.
	const upload = findUpload(exchange);
	const stored = readParts(exchange, upload);
	const parts = chooseParts(stored, document);
	const checksum = wholeChecksum(exchange, upload, parts);
	const md5s = Buffer.from(parts.map(({ md5 }) => md5).join(""), "hex");
	const etag = `${createHash("md5").update(md5s).digest("hex")}-${parts.length}`;
	const object = {
		headers: upload.headers,
		tags: upload.tags,
		etag,
		checksum,
		size: parts.reduce((sum, part) => sum + part.size, 0),
		commit: () => {
			endUpload(
				exchange,
				upload,
				stored.filter((part) => !parts.includes(part)),
			);
			return parts.flatMap(({ pieces }) => pieces);
		},
	};
	const { bucket, version } = store.put(request, request.key, object, "CompleteMultipartUpload", (current) =>
		checkWrite(request.headers, current),
	);
	return {
		headers: versionHeader(bucket, version.id),
		document: writeXml("CompleteMultipartUploadResult", {
			Location: `/${request.bucket}/${encodeURIComponent(request.key)}`,
			Bucket: request.bucket,
			Key: request.key,
			ETag: `"${etag}"`,
			...checksumElements(checksum),
		}),
	};
};

/** AbortMultipartUpload. */
export const abortUpload = (exchange: Exchange): S3Response => {
	exchange.store.database.transaction(() => {
		const upload = findUpload(exchange);
		endUpload(exchange, upload, readParts(exchange, upload));
	});
	return { status: 204 };
};

/** ListParts. */
export const listParts = (exchange: Exchange): S3Response => {
	const { bucket, key, query } = exchange.request;
	const upload = findUpload(exchange);
	const after = Number(query.get("part-number-marker") ?? 0);
	const limit = Math.min(Number(query.get("max-parts") ?? 1000), 1000);
	const rest = readParts(exchange, upload).filter(({ number }) => number > after);
	const page = rest.slice(0, limit);
	return {
		document: writeXml("ListPartsResult", {
			Bucket: bucket,
			Key: key,
			UploadId: upload.id,
			PartNumberMarker: after,
			NextPartNumberMarker: page.at(-1)?.number ?? 0,
			MaxParts: limit,
			IsTruncated: rest.length > page.length,
			Part: page.map((part) => ({
				PartNumber: part.number,
				LastModified: new Date(part.modified).toISOString(),
				ETag: `"${part.md5}"`,
				Size: part.size,
				...checksumElements(part.checksum),
			})),
		}),
	};
};
