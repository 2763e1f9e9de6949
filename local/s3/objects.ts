/** Objects: put, get, head, copy, delete, tags. */
import { setImmediate as breathe } from "node:timers/promises";
import { type Access, deletion } from "./access.ts";
import { checksumAlgorithm, checksumElements, checksumHeaders } from "./checksums.ts";
import { checkRead, checkWrite, readRange } from "./conditions.ts";
import { S3Error } from "./errors.ts";
import { newDigester, type Payload, readDocument } from "./payload.ts";
import { readCopySource, type S3Request, type S3Response } from "./request.ts";
import { type Bucket, type Description, receive, type Store, type Version } from "./store.ts";
import { readXml, writeXml } from "./xml.ts";

/** What a handler works with. */
export interface Exchange {
	readonly request: S3Request;
	readonly store: Store;
	/** Opens the request's body; to be called once. */
	readonly payload: () => Payload;
	/** Why the caller may not, when it may not: for what only the body tells. */
	readonly refusal: (access: Access) => string | undefined;
}

const DESCRIBING_HEADERS = [
	"content-type",
	"cache-control",
	"content-disposition",
	"content-encoding",
	"content-language",
	"expires",
	"x-amz-website-redirect-location",
] as const;

/** Tags as a header gives them: `a=1&b=2`. */
const readTagHeader = (header: string | undefined): [string, string][] => [
	...new URLSearchParams(header ?? ""),
];

/** What the request's headers say of the object it puts. */
export const describe = (headers: ReadonlyMap<string, string>): Description => {
	const kept = [...headers].filter(
		([name]) =>
			name.startsWith("x-amz-meta-") || DESCRIBING_HEADERS.some((describing) => describing === name),
	);
	const described = Object.fromEntries(kept);
	// How the SDK sent it, not what it is.
	const encodings = (described["content-encoding"] ?? "").split(",").map((encoding) => encoding.trim());
	const encoding = encodings.filter((one) => one !== "aws-chunked" && one !== "").join(",");
	const { "content-encoding": _, ...rest } = described;
	return {
		headers: {
			"content-type": "binary/octet-stream",
			...rest,
			...(encoding !== "" && { "content-encoding": encoding }),
		},
		tags: readTagHeader(headers.get("x-amz-tagging")),
	};
};

/** The header that names a version, in buckets that have or had versioning. */
export const versionHeader = ({ versioning }: Bucket, id: string): Record<string, string> =>
	versioning === "" ? {} : { "x-amz-version-id": id };

/** PutObject. */
export const putObject = async ({ request, store, payload }: Exchange): Promise<S3Response> => {
	store.bucket(request.bucket);
	const incoming = payload();
	return receive(store, incoming.bytes, ({ commit }) => {
		const { md5, ...digests } = incoming.digests();
		const object = { ...describe(request.headers), ...digests, etag: md5, commit };
		const { bucket, version } = store.put(request, request.key, object, "PutObject", (current) =>
			checkWrite(request.headers, current),
		);
		return {
			headers: {
				etag: `"${md5}"`,
				...checksumHeaders(digests.checksum),
				...versionHeader(bucket, version.id),
			},
		};
	});
};

const lookUp = (store: Store, bucket: Bucket, key: string, id: string | undefined): Version => {
	const version = store.find(bucket.name, key, id);
	if (version?.marker) {
		const headers = { "x-amz-delete-marker": "true", ...versionHeader(bucket, version.id) };
		if (id === undefined) throw new S3Error("NoSuchKey", undefined, headers);
		throw new S3Error("MethodNotAllowed", undefined, { ...headers, allow: "DELETE" });
	}
	if (version === undefined) throw new S3Error(id === undefined ? "NoSuchKey" : "NoSuchVersion");
	return version;
};

/** Query parameters that replace a header of the answer. */
const OVERRIDES = [
	"content-type",
	"content-language",
	"expires",
	"cache-control",
	"content-disposition",
	"content-encoding",
];

/** GetObject and HeadObject. */
export const getObject = ({ request, store }: Exchange): S3Response => {
	if (request.query.has("partNumber")) throw new S3Error("NotImplemented");
	const bucket = store.bucket(request.bucket);
	const version = lookUp(store, bucket, request.key, request.query.get("versionId"));
	checkRead(request.headers, version);
	const range = readRange(request.headers.get("range"), version.size);
	const { start, length } = range ?? { start: 0, length: version.size };
	const overrides = OVERRIDES.map((name) => [name, request.query.get(`response-${name}`)] as const);
	return {
		status: range ? 206 : 200,
		headers: {
			...version.headers,
			...Object.fromEntries(overrides.filter(([, value]) => value !== undefined)),
			"accept-ranges": "bytes",
			"content-length": String(length),
			"content-range": range && `bytes ${start}-${start + length - 1}/${version.size}`,
			etag: `"${version.etag}"`,
			"last-modified": new Date(version.modified).toUTCString(),
			"x-amz-tagging-count": version.tags.length > 0 ? String(version.tags.length) : undefined,
			...versionHeader(bucket, version.id),
			// A checksum is the whole object's: a client would hold it against the part it asked for.
			...(!range &&
				request.headers.get("x-amz-checksum-mode") === "ENABLED" &&
				checksumHeaders(version.checksum)),
		},
		...(request.method === "GET" && { bytes: store.blobs.read(version.pieces, start, length) }),
	};
};

/** DeleteObject. */
export const deleteObject = ({ request, store }: Exchange): S3Response => {
	const deletion = store.database.transaction(() => {
		if (request.headers.has("if-match")) {
			const current = store.find(request.bucket, request.key);
			checkWrite(request.headers, current?.marker ? undefined : current);
		}
		return store.remove(request, request.key, request.query.get("versionId"));
	});
	return {
		status: 204,
		headers: {
			"x-amz-version-id": deletion.versionId,
			"x-amz-delete-marker": deletion.marker ? "true" : undefined,
		},
	};
};

const MAX_KEYS_TO_DELETE = 1000;

/** DeleteObjects: one transaction for all of them. */
export const deleteObjects = async ({ request, store, payload, refusal }: Exchange): Promise<S3Response> => {
	const document = readXml(await readDocument(payload()), "Delete");
	const objects = document
		.all("Object")
		.map((object) => ({ key: object.text("Key"), id: object.text("VersionId") }));
	if (objects.length === 0 || objects.length > MAX_KEYS_TO_DELETE) throw new S3Error("MalformedXML");
	const refused: Record<string, string | undefined>[] = [];
	const deleted = store.database.transaction(() =>
		objects.flatMap(({ key, id }) => {
			if (!key) throw new S3Error("MalformedXML");
			const message = refusal(deletion(request.bucket, key, id));
			if (message !== undefined) {
				refused.push({ Key: key, VersionId: id, Code: "AccessDenied", Message: message });
				return [];
			}
			const { versionId, marker } = store.remove(request, key, id);
			return {
				Key: key,
				VersionId: id,
				...(marker && { DeleteMarker: true, DeleteMarkerVersionId: versionId }),
			};
		}),
	);
	return {
		document: writeXml("DeleteResult", {
			Deleted: document.text("Quiet") === "true" ? [] : deleted,
			Error: refused,
		}),
	};
};

/** Finds what `x-amz-copy-source` names, if its conditions hold. */
export const copySource = ({ request, store }: Exchange): Version => {
	const { bucket, key, id } = readCopySource(request.headers.get("x-amz-copy-source") ?? "");
	if (key === "") throw new S3Error("InvalidArgument", "Copy Source must mention the source bucket and key");
	const version = lookUp(store, store.bucket(bucket), key, id);
	checkRead(request.headers, version, "x-amz-copy-source-");
	return version;
};

/** Lets other requests have their turn while a large body is copied. */
export async function* unhurried(bytes: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	for (const piece of bytes) {
		yield piece;
		await breathe();
	}
}

/** CopyObject. */
export const copyObject = async (exchange: Exchange): Promise<S3Response> => {
	const { request, store } = exchange;
	const source = copySource(exchange);
	const replaces = request.headers.get("x-amz-metadata-directive") === "REPLACE";
	const retags = request.headers.get("x-amz-tagging-directive") === "REPLACE";
	const onItself = source.bucket === request.bucket && source.key === request.key;
	if (onItself && !replaces && !request.headers.get("x-amz-copy-source")?.includes("?versionId="))
		throw new S3Error(
			"InvalidRequest",
			"This copy request is illegal because it copies an object to itself unchanged.",
		);
	const given = describe(request.headers);
	const digester = newDigester(
		checksumAlgorithm(request.headers.get("x-amz-checksum-algorithm")) ?? source.checksum?.algorithm,
	);
	async function* digested(): AsyncGenerator<Uint8Array> {
		for await (const piece of unhurried(store.blobs.read(source.pieces, 0, source.size))) {
			digester.update(piece);
			yield piece;
		}
	}
	return receive(store, digested(), ({ commit }) => {
		const { md5, ...digests } = digester.finish();
		const object = {
			headers: replaces ? given.headers : source.headers,
			tags: retags ? given.tags : source.tags,
			...digests,
			etag: md5,
			commit,
		};
		const { bucket, version } = store.put(request, request.key, object, "CopyObject", (current) =>
			checkWrite(request.headers, current),
		);
		return {
			headers: {
				...versionHeader(bucket, version.id),
				"x-amz-copy-source-version-id": source.id === "null" ? undefined : source.id,
			},
			document: writeXml("CopyObjectResult", {
				LastModified: new Date(version.modified).toISOString(),
				ETag: `"${md5}"`,
				...checksumElements(digests.checksum),
			}),
		};
	});
};

const taggedVersion = ({ request, store }: Exchange): { bucket: Bucket; version: Version } => {
	const bucket = store.bucket(request.bucket);
	return { bucket, version: lookUp(store, bucket, request.key, request.query.get("versionId")) };
};

/** GetObjectTagging. */
export const getTagging = (exchange: Exchange): S3Response => {
	const { bucket, version } = taggedVersion(exchange);
	const tags = version.tags.map(([Key, Value]) => ({ Key, Value }));
	return {
		headers: versionHeader(bucket, version.id),
		document: writeXml("Tagging", { TagSet: { Tag: tags } }),
	};
};

/** PutObjectTagging and, with no document, DeleteObjectTagging. */
export const putTagging = async (exchange: Exchange): Promise<S3Response> => {
	const { request, store, payload } = exchange;
	const source = request.method === "DELETE" ? undefined : readXml(await readDocument(payload()), "Tagging");
	const tags = (source?.all("TagSet")[0]?.all("Tag") ?? []).map((tag) => [
		tag.text("Key") ?? "",
		tag.text("Value") ?? "",
	]);
	const { bucket, version } = taggedVersion(exchange);
	store.database.sql.run`UPDATE versions SET tags = ${JSON.stringify(tags)}
		WHERE bucket = ${version.bucket} AND key = ${version.key} AND sequence = ${version.sequence}`;
	return { status: source ? 200 : 204, headers: versionHeader(bucket, version.id) };
};
