/** Buckets and the versions of their objects: what a write does, as one transaction with its event. */
import { randomBytes } from "node:crypto";
import { type Blobs, type BlobWriter, openBlobs, type Piece } from "./blobs.ts";
import type { Checksum } from "./checksums.ts";
import { type Database, openDatabase, type Row } from "./database.ts";
import { S3Error } from "./errors.ts";
import {
	type CreationReason,
	type Happening,
	type Outbox,
	type Owner,
	openOutbox,
	type S3Event,
} from "./events.ts";
import type { S3Request } from "./request.ts";

/** A bucket's name and switches. */
export interface Bucket {
	readonly name: string;
	readonly versioning: "" | "Enabled" | "Suspended";
	/** Whether its events go to EventBridge. */
	readonly events: boolean;
}

/** What a client says of an object besides its bytes. */
export interface Description {
	/** Content headers and `x-amz-meta-*`, as they are given back. */
	readonly headers: Readonly<Record<string, string>>;
	readonly tags: readonly (readonly [key: string, value: string])[];
}

/** A new object: its body still in the hands of a writer, or in those of a multipart upload's parts. */
export interface NewObject extends Description {
	readonly size: number;
	/** Without quotes. */
	readonly etag: string;
	readonly checksum?: Checksum | undefined;
	/** Called in the transaction. */
	readonly commit: () => readonly Piece[];
}

/** A version of an object, or a delete marker. */
export interface Version extends Description {
	readonly bucket: string;
	readonly key: string;
	readonly sequence: number;
	/** `null` (the text) when it was written without versioning. */
	readonly id: string;
	readonly marker: boolean;
	readonly size: number;
	readonly etag: string;
	/** Milliseconds since 1970. */
	readonly modified: number;
	readonly checksum?: Checksum | undefined;
	readonly pieces: readonly Piece[];
}

/** What is behind a delete marker. */
const NOTHING = { marker: true, size: 0, etag: "", headers: {}, tags: [], pieces: [] } as const;

/** What a delete did, for its answer. */
export interface Deletion {
	/** Of the marker that was made, or of the version that was removed. */
	readonly versionId?: string;
	readonly marker: boolean;
}

/** Everything that is kept. */
export interface Store extends Owner {
	readonly database: Database;
	readonly blobs: Blobs;
	readonly bucket: (name: string) => Bucket;
	/** The current version (a delete marker too), or the one of that id. */
	readonly find: (bucket: string, key: string, id?: string) => Version | undefined;
	/** Puts a new current version, if `check` does not object to the one it takes the place of. */
	readonly put: (
		request: S3Request,
		key: string,
		object: NewObject,
		reason: CreationReason,
		check: (current: Version | undefined) => void,
	) => { readonly bucket: Bucket; readonly version: Version };
	/** Deletes as S3 does: a version for good, or the object (where there is versioning, with a marker). In a transaction. */
	readonly remove: (request: S3Request, key: string, id: string | undefined) => Deletion;
	readonly close: () => Promise<void>;
}

const readVersion = (row: Row): Version => ({
	bucket: String(row.bucket),
	key: String(row.key),
	sequence: Number(row.sequence),
	id: String(row.id),
	marker: row.marker === 1,
	size: Number(row.size),
	etag: String(row.etag),
	modified: Number(row.modified),
	headers: JSON.parse(String(row.headers)),
	tags: JSON.parse(String(row.tags)),
	...(row.checksum !== "" && { checksum: JSON.parse(String(row.checksum)) }),
	pieces: JSON.parse(String(row.pieces)),
});

/** Opens the file with all that is in it, and goes on delivering its events. */
export const openStore = (
	file: string,
	owner: Owner,
	deliver: ((event: S3Event) => Promise<void>) | undefined,
): Store => {
	const database = openDatabase(file, owner.now);
	const { sql, nextSequence, transaction } = database;
	const blobs = openBlobs(database);
	const outbox: Outbox = openOutbox(database, owner, deliver);

	const findBucket = (name: string): Bucket => {
		const row = sql.get`SELECT versioning, events FROM buckets WHERE name = ${name}`;
		if (row === undefined) throw new S3Error("NoSuchBucket");
		return { name, versioning: row.versioning as Bucket["versioning"], events: row.events === 1 };
	};

	const find = (bucket: string, key: string, id?: string): Version | undefined => {
		const row =
			id === undefined
				? sql.get`SELECT * FROM versions WHERE bucket = ${bucket} AND key = ${key} ORDER BY sequence DESC LIMIT 1`
				: sql.get`SELECT * FROM versions WHERE bucket = ${bucket} AND key = ${key} AND id = ${id}`;
		return row && readVersion(row);
	};

	const erase = (version: Version): void => {
		blobs.release(version.pieces);
		sql.run`DELETE FROM versions
			WHERE bucket = ${version.bucket} AND key = ${version.key} AND sequence = ${version.sequence}`;
	};

	/** Makes room for a new version: without versioning it takes the place of the one whose id is `null`. */
	const nextId = ({ name, versioning }: Bucket, key: string): string => {
		if (versioning === "Enabled") return randomBytes(24).toString("base64url");
		const replaced = find(name, key, "null");
		if (replaced) erase(replaced);
		return "null";
	};

	const insert = (version: Version): void => {
		sql.run`INSERT INTO versions
			(bucket, key, sequence, id, marker, size, etag, modified, headers, tags, checksum, pieces)
			VALUES (${version.bucket}, ${version.key}, ${version.sequence}, ${version.id}, ${version.marker ? 1 : 0},
				${version.size}, ${version.etag}, ${version.modified}, ${JSON.stringify(version.headers)},
				${JSON.stringify(version.tags)}, ${version.checksum ? JSON.stringify(version.checksum) : ""},
				${JSON.stringify(version.pieces)})`;
	};

	const announce = (
		{ events }: Bucket,
		request: S3Request,
		{ bucket, key, id, sequence }: Pick<Version, "bucket" | "key" | "id" | "sequence">,
		what: Happening["what"],
	): void => {
		if (!events) return;
		const { id: requestId, sourceIp } = request;
		outbox.add({ bucket, key, versionId: id, sequence, requestId, sourceIp, what });
	};

	const put: Store["put"] = (request, key, object, reason, check) =>
		transaction(() => {
			const bucket = findBucket(request.bucket);
			const current = find(bucket.name, key);
			check(current?.marker ? undefined : current);
			const { commit, ...described } = object;
			const id = nextId(bucket, key);
			const version: Version = {
				...described,
				bucket: bucket.name,
				key,
				sequence: nextSequence(),
				id,
				marker: false,
				modified: owner.now().getTime(),
				pieces: commit(),
			};
			insert(version);
			announce(bucket, request, version, { created: reason, size: object.size, etag: object.etag });
			return { bucket, version };
		});

	const addMarker = (bucket: Bucket, request: S3Request, key: string): Deletion => {
		const id = nextId(bucket, key);
		const marker: Version = {
			...NOTHING,
			bucket: bucket.name,
			key,
			id,
			sequence: nextSequence(),
			modified: owner.now().getTime(),
		};
		insert(marker);
		announce(bucket, request, marker, { deleted: "Delete Marker Created" });
		return { versionId: id, marker: true };
	};

	const remove: Store["remove"] = (request, key, id) => {
		const bucket = findBucket(request.bucket);
		if (id === undefined && bucket.versioning !== "") return addMarker(bucket, request, key);
		const version = find(bucket.name, key, id ?? "null");
		if (version) {
			erase(version);
			announce(bucket, request, { ...version, sequence: nextSequence() }, { deleted: "Permanently Deleted" });
		}
		return { ...(id !== undefined && { versionId: id }), marker: version?.marker ?? false };
	};

	return {
		...owner,
		database,
		blobs,
		bucket: findBucket,
		find,
		put,
		remove,
		close: async () => {
			await outbox.close();
			database.close();
		},
	};
};

/** Writes a body from its bytes; it is thrown away if they end with an error. */
export const receive = async <T>(
	{ blobs }: Store,
	bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	store: (writer: BlobWriter) => T,
): Promise<T> => {
	const writer = blobs.writer();
	try {
		for await (const piece of bytes) writer.write(piece);
		return store(writer);
	} catch (error) {
		writer.discard();
		throw error;
	}
};
