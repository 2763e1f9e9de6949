/** Lists of objects and versions, in the byte order of their keys' UTF-8: SQLite's order of text. */
import { checksumAlgorithm } from "./checksums.ts";
import type { Row } from "./database.ts";
import { S3Error } from "./errors.ts";
import type { Exchange } from "./objects.ts";
import type { S3Request, S3Response } from "./request.ts";
import { writeXml } from "./xml.ts";

const MAX_KEYS = 1000;
/** Greater than any byte of UTF-8: what follows it comes after everything with the same beginning. */
const AFTER_ALL = Buffer.of(0xff);

/** Where a page starts: after this key, or within its versions after that sequence number (newest first). */
interface Cursor {
	readonly key: Buffer;
	readonly sequence: number;
}

interface Query {
	readonly prefix: string;
	readonly delimiter: string;
	readonly limit: number;
	readonly encode: (text: string) => string;
}

interface Page {
	readonly rows: readonly Row[];
	readonly prefixes: readonly string[];
	/** Where the next page starts, if there is one. */
	readonly next?: Cursor;
}

/** Rows after a cursor and before the end of a prefix. */
type Scan = (from: Cursor, end: Buffer) => Iterable<Row>;

const readQuery = ({ query }: S3Request): Query => {
	const limit = Number(query.get("max-keys") ?? MAX_KEYS);
	if (!Number.isInteger(limit) || limit < 0)
		throw new S3Error("InvalidArgument", "max-keys is not an integer");
	const encoding = query.get("encoding-type");
	if (encoding !== undefined && encoding !== "url")
		throw new S3Error("InvalidArgument", "Invalid Encoding Method");
	return {
		prefix: query.get("prefix") ?? "",
		delimiter: query.get("delimiter") ?? "",
		limit: Math.min(limit, MAX_KEYS),
		encode: encoding ? (text) => encodeURIComponent(text).replaceAll("%2F", "/") : (text) => text,
	};
};

const commonPrefix = (key: string, { prefix, delimiter }: Query): string | undefined => {
	const at = delimiter === "" ? -1 : key.indexOf(delimiter, prefix.length);
	return at < 0 ? undefined : key.slice(0, at + delimiter.length);
};

const afterPrefix = (prefix: string): Cursor => ({
	key: Buffer.concat([Buffer.from(prefix), AFTER_ALL]),
	sequence: 0,
});

/** Collects one page. After a common prefix the scan jumps over all that begins with it. */
const collect = (query: Query, start: Cursor, scan: Scan): Page => {
	const rows: Row[] = [];
	const prefixes: string[] = [];
	const end = Buffer.concat([Buffer.from(query.prefix), AFTER_ALL]);
	let cursor: Cursor | undefined = start;
	while (cursor !== undefined) {
		const from: Cursor = cursor;
		cursor = undefined;
		let last = from;
		for (const row of scan(from, end)) {
			if (rows.length + prefixes.length >= query.limit) return { rows, prefixes, next: last };
			const folded = commonPrefix(String(row.key), query);
			if (folded !== undefined) {
				prefixes.push(folded);
				cursor = afterPrefix(folded);
				break;
			}
			rows.push(row);
			last = { key: Buffer.from(String(row.key)), sequence: Number(row.sequence) };
		}
	}
	return { rows, prefixes };
};

const entry = (row: Row, { encode }: Query) => {
	const checksum = row.checksum ? JSON.parse(String(row.checksum)) : undefined;
	return {
		Key: encode(String(row.key)),
		LastModified: new Date(Number(row.modified)).toISOString(),
		ETag: `"${row.etag}"`,
		ChecksumAlgorithm: checksumAlgorithm(checksum?.algorithm)?.toUpperCase(),
		ChecksumType: checksum?.type,
		Size: Number(row.size),
		StorageClass: "STANDARD",
	};
};

const about = ({ bucket }: S3Request, query: Query, page: Page) => ({
	Name: bucket,
	Prefix: query.encode(query.prefix),
	Delimiter: query.delimiter === "" ? undefined : query.encode(query.delimiter),
	MaxKeys: query.limit,
	IsTruncated: page.next !== undefined,
});

const foldedPrefixes = ({ prefixes }: Page, { encode }: Query) =>
	prefixes.map((prefix) => ({ Prefix: encode(prefix) }));

/** Where the page after this marker starts. If that was a common prefix it must not come again. */
const afterMarker = (marker: string, { prefix, delimiter }: Query): Cursor =>
	delimiter !== "" && marker.startsWith(prefix) && marker.endsWith(delimiter)
		? afterPrefix(marker)
		: { key: Buffer.from(marker), sequence: 0 };

/** The key or the common prefix that a page ended with. */
const markerOf = ({ key }: Cursor): { readonly text: string; readonly folded: boolean } => {
	const folded = key.at(-1) === AFTER_ALL[0];
	return { text: (folded ? key.subarray(0, -1) : key).toString(), folded };
};

const startOf = ({ query }: S3Request, parsed: Query): Cursor => {
	if (query.get("list-type") !== "2") return afterMarker(query.get("marker") ?? "", parsed);
	const token = query.get("continuation-token");
	if (token === "") throw new S3Error("InvalidArgument", "The continuation token provided is incorrect");
	const key =
		token === undefined ? Buffer.from(query.get("start-after") ?? "") : Buffer.from(token, "base64url");
	return { key, sequence: 0 };
};

/** How each version of the operation tells where it began and where it goes on. */
const position = ({ query }: S3Request, { encode }: Query, { rows, prefixes, next }: Page) => {
	const given = (name: string): string | undefined => {
		const value = query.get(name);
		return value === undefined ? undefined : encode(value);
	};
	return query.get("list-type") === "2"
		? {
				KeyCount: rows.length + prefixes.length,
				StartAfter: given("start-after"),
				ContinuationToken: query.get("continuation-token"),
				NextContinuationToken: next?.key.toString("base64url"),
			}
		: { Marker: given("marker") ?? "", NextMarker: next && encode(markerOf(next).text) };
};

/** ListObjectsV2 and, for older clients, ListObjects. */
export const listObjects = ({ request, store }: Exchange): S3Response => {
	const { name } = store.bucket(request.bucket);
	const query = readQuery(request);
	const scan: Scan = (from, end) => store.database.sql.iterate`
		SELECT key, etag, size, modified, marker, checksum, max(sequence) AS sequence FROM versions
		WHERE bucket = ${name} AND key > CAST(${from.key} AS TEXT) AND key >= ${query.prefix} AND key < CAST(${end} AS TEXT)
		GROUP BY key HAVING NOT marker ORDER BY key`;
	const page = query.limit === 0 ? { rows: [], prefixes: [] } : collect(query, startOf(request, query), scan);
	return {
		document: writeXml("ListBucketResult", {
			...about(request, query, page),
			EncodingType: request.query.get("encoding-type"),
			...position(request, query, page),
			Contents: page.rows.map((row) => entry(row, query)),
			CommonPrefixes: foldedPrefixes(page, query),
		}),
	};
};

const versionsStart = ({ request, store }: Exchange, query: Query): Cursor => {
	const key = request.query.get("key-marker") ?? "";
	const id = request.query.get("version-id-marker");
	if (id) return { key: Buffer.from(key), sequence: store.find(request.bucket, key, id)?.sequence ?? 0 };
	return afterMarker(key, query);
};

const nextMarkers = ({ rows, next }: Page, { encode }: Query) => {
	if (next === undefined) return {};
	const { text, folded } = markerOf(next);
	const last = rows.at(-1);
	return {
		NextKeyMarker: encode(text),
		NextVersionIdMarker: folded || last === undefined ? undefined : String(last.id),
	};
};

/** ListObjectVersions. */
export const listVersions = (exchange: Exchange): S3Response => {
	const { request, store } = exchange;
	const { name } = store.bucket(request.bucket);
	const query = readQuery(request);
	const scan: Scan = (from, end) => store.database.sql.iterate`
		SELECT key, id, sequence, marker, etag, size, modified, checksum, sequence = (SELECT max(sequence) FROM versions AS newer
			WHERE newer.bucket = versions.bucket AND newer.key = versions.key) AS latest
		FROM versions WHERE bucket = ${name} AND key >= CAST(${from.key} AS TEXT)
			AND (key > CAST(${from.key} AS TEXT) OR sequence < ${from.sequence})
			AND key >= ${query.prefix} AND key < CAST(${end} AS TEXT)
		ORDER BY key, sequence DESC`;
	const page =
		query.limit === 0 ? { rows: [], prefixes: [] } : collect(query, versionsStart(exchange, query), scan);
	const version = (row: Row) => ({
		...entry(row, query),
		VersionId: String(row.id),
		IsLatest: row.latest === 1,
	});
	return {
		document: writeXml("ListVersionsResult", {
			...about(request, query, page),
			EncodingType: request.query.get("encoding-type"),
			KeyMarker: query.encode(request.query.get("key-marker") ?? ""),
			VersionIdMarker: request.query.get("version-id-marker"),
			...nextMarkers(page, query),
			Version: page.rows.filter((row) => row.marker === 0).map(version),
			DeleteMarker: page.rows
				.filter((row) => row.marker === 1)
				.map(version)
				.map(({ Key, LastModified, VersionId, IsLatest }) => ({ Key, LastModified, VersionId, IsLatest })),
			CommonPrefixes: foldedPrefixes(page, query),
		}),
	};
};
