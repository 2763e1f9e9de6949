/** Looks, once all is quiet, whether every promise was kept: by S3's own word on what lies under each key. */
import {
	GetObjectCommand,
	ListObjectsV2Command,
	ListObjectVersionsCommand,
	type S3Client,
} from "@aws-sdk/client-s3";
import { type DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { ArticleDocumentSchema } from "../../functions/shared/article.ts";
import { type Place, placesOf } from "../../functions/shared/lists.ts";
import { documentsOf, type Row, RowSchema } from "../../functions/shared/row.ts";
import { SummaryDocumentSchema } from "../../functions/shared/summary.ts";
import { nameOf, type Record, type Uploaded } from "./users.ts";

const EntrySchema = z.object({ key: z.string(), list: z.string(), rank: z.string() });

/** Where to look. */
export interface Places {
	readonly s3: S3Client;
	readonly tables: DynamoDBDocumentClient;
	readonly articlesBucket: string;
	readonly libraryBucket: string;
	readonly catalogueTable: string;
	readonly entriesTable: string;
}

/** Keys whose promise was broken, by how. All of them are to be empty. */
export interface Verdict {
	/** Nobody can tell what became of the upload, or S3 has not what its user left there. */
	readonly lost: string[];
	/** Readers get, or would get, what is not of the newest upload. */
	readonly stale: string[];
	/** More than one document of a kind, or entry in a list: an upload that readers could meet twice. */
	readonly duplicated: string[];
	/** Deleted, and yet there. */
	readonly resurrected: string[];
	/** Documents and entries that no row stands for. */
	readonly orphaned: string[];
	/** Documents and entries that a row stands for and that aren't there, or say something else. */
	readonly missing: string[];
}

/** How many of what there is in the end. */
export interface Counts {
	/** Keys that were ever written, and of them those that have each fate. */
	readonly keys: number;
	readonly ready: number;
	readonly rejected: number;
	readonly deleted: number;
	readonly documents: number;
	readonly entries: number;
}

interface Current {
	readonly versionId: string;
	readonly etag: string;
}

/** The current object of each key that was ever written; `undefined` under a delete marker. */
const readBucket = async ({ s3, articlesBucket }: Places): Promise<Map<string, Current | undefined>> => {
	const current = new Map<string, Current | undefined>();
	let KeyMarker: string | undefined;
	let VersionIdMarker: string | undefined;
	do {
		const page = await s3.send(
			new ListObjectVersionsCommand({ Bucket: articlesBucket, KeyMarker, VersionIdMarker }),
		);
		for (const { Key = "", IsLatest } of page.DeleteMarkers ?? []) if (IsLatest) current.set(Key, undefined);
		for (const { Key = "", IsLatest, VersionId = "", ETag = "" } of page.Versions ?? [])
			if (IsLatest) current.set(Key, { versionId: VersionId, etag: ETag.replaceAll('"', "") });
		KeyMarker = page.NextKeyMarker;
		VersionIdMarker = page.NextVersionIdMarker;
	} while (KeyMarker !== undefined);
	return current;
};

const readTable = async <T>(
	{ tables }: Places,
	TableName: string,
	parse: (item: unknown) => T,
): Promise<T[]> => {
	const items: T[] = [];
	for await (const { Items = [] } of paginateScan({ client: tables }, { TableName, ConsistentRead: true }))
		items.push(...Items.map(parse));
	return items;
};

const readNames = async ({ s3, libraryBucket }: Places): Promise<string[]> => {
	const names: string[] = [];
	let StartAfter: string | undefined;
	do {
		const { Contents = [], IsTruncated } = await s3.send(
			new ListObjectsV2Command({ Bucket: libraryBucket, StartAfter }),
		);
		names.push(...Contents.map(({ Key = "" }) => Key));
		StartAfter = IsTruncated ? names.at(-1) : undefined;
	} while (StartAfter !== undefined);
	return names.filter((name) => !name.startsWith("sweep/"));
};

/** What is wrong with the documents of a ready row. */
const judgeDocuments = async (
	{ s3, libraryBucket }: Places,
	{ current }: Row,
	{ versionId, etag }: Current,
	uploaded: Uploaded | undefined,
): Promise<"stale" | "missing" | undefined> => {
	if (!current || !uploaded) return "missing";
	const read = async (Key: string): Promise<unknown> => {
		const { Body } = await s3.send(new GetObjectCommand({ Bucket: libraryBucket, Key }));
		return JSON.parse((await Body?.transformToString()) ?? "");
	};
	try {
		const article = ArticleDocumentSchema.parse(await read(current.article));
		const summary = SummaryDocumentSchema.parse(await read(current.summary));
		const isOfNewest =
			article.sha256 === uploaded.sha256 &&
			summary.provenance.sourceSha256 === uploaded.sha256 &&
			article.upload.etag === etag &&
			summary.upload.etag === etag &&
			// A restored version has a new turn, but is the same object.
			summary.upload.versionId === versionId;
		return isOfNewest ? undefined : "stale";
	} catch {
		return "missing";
	}
};

/** What is wrong with a key's row and documents, by S3's word on what lies there. */
const judgeKey = async (
	places: Places,
	object: Current | undefined,
	uploaded: Uploaded | undefined,
	row: Row | undefined,
): Promise<"lost" | "stale" | "missing" | "resurrected" | undefined> => {
	if (!object) return row && row.latest.stage !== "deleted" ? "resurrected" : undefined;
	if (!row || !["ready", "rejected", "deleted"].includes(row.latest.stage)) return "lost";
	const isAbout = row.latest.versionId === object.versionId && row.latest.etag === object.etag;
	const final = uploaded?.isImage ? "rejected" : "ready";
	if (!isAbout || row.latest.stage !== final) return "stale";
	return final === "ready" ? judgeDocuments(places, row, object, uploaded) : undefined;
};

/** Names that are there more than once. */
const repeated = (names: readonly string[]): string[] => {
	const seen = new Set<string>();
	return names.filter((name) => seen.size === seen.add(name).size);
};

/** `articles/<sha256>` of `articles/<sha256>/<sequencer>/…`: there is one of these for a key. */
const shelfIn = (name: string): string => name.split("/", 2).join("/");

/** Judges all keys. */
export const judge = async (
	places: Places,
	record: Record,
): Promise<{ verdict: Verdict; counts: Counts }> => {
	const verdict: Verdict = {
		lost: [],
		stale: [],
		duplicated: [],
		resurrected: [],
		orphaned: [],
		missing: [],
	};
	const objects = await readBucket(places);
	const stored = await readTable(places, places.catalogueTable, (item) => RowSchema.parse(item));
	const rows = new Map(stored.map((row) => [row.key, row]));

	for (const [key, etag] of record.left)
		if (!objects.has(key) || objects.get(key)?.etag !== etag) verdict.lost.push(key);
	for (const [key, object] of objects) {
		const uploaded = object && record.uploaded.get(nameOf(key, object.etag));
		const wrong = await judgeKey(places, object, uploaded, rows.get(key));
		if (wrong) verdict[wrong].push(key);
	}

	const documents = await readNames(places);
	const wanted = new Set(stored.flatMap(documentsOf));
	verdict.orphaned.push(...documents.filter((name) => !wanted.has(name)));

	const entryName = (key: string, { list, rank }: Place) => `${key} in ${list} at ${rank}`;
	const listed = await readTable(places, places.entriesTable, (item) => EntrySchema.parse(item));
	const entries = new Set(listed.map(({ key, ...place }) => entryName(key, place)));
	const due = new Set(
		stored.flatMap(({ key, current }) =>
			current ? placesOf(key, current).map((place) => entryName(key, place)) : [],
		),
	);
	verdict.orphaned.push(...[...entries].filter((entry) => !due.has(entry)));
	verdict.duplicated.push(...repeated(documents.map(shelfIn)));
	verdict.duplicated.push(...repeated(listed.map(({ key, list }) => `${key} in ${list}`)));
	verdict.missing.push(...[...due].filter((entry) => !entries.has(entry)));

	const atStage = (wanted: Row["latest"]["stage"]) =>
		stored.filter(({ latest: { stage } }) => stage === wanted).length;
	return {
		verdict,
		counts: {
			keys: objects.size,
			ready: atStage("ready"),
			rejected: atStage("rejected"),
			deleted: atStage("deleted"),
			documents: documents.length,
			entries: entries.size,
		},
	};
};
