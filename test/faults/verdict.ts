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
import { placesOf } from "../../functions/shared/lists.ts";
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
	/** Nobody can tell what became of the upload. */
	readonly lost: string[];
	/** Readers get, or would get, what is not of the newest upload. */
	readonly stale: string[];
	/** Deleted, and yet there. */
	readonly resurrected: string[];
	/** Documents and entries that no row stands for. */
	readonly orphaned: string[];
	/** Documents that a row points at and that aren't there, or say something else. */
	readonly missing: string[];
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
			article.upload.etag === etag &&
			summary.upload.etag === etag &&
			// A restored version has a new turn, but is the same object.
			summary.upload.versionId === versionId;
		return isOfNewest ? undefined : "stale";
	} catch {
		return "missing";
	}
};

/** Judges all keys. */
export const judge = async (places: Places, record: Record): Promise<Verdict> => {
	const verdict: Verdict = { lost: [], stale: [], resurrected: [], orphaned: [], missing: [] };
	const objects = await readBucket(places);
	const rows = new Map(
		(await readTable(places, places.catalogueTable, (item) => RowSchema.parse(item))).map((row) => [
			row.key,
			row,
		]),
	);

	for (const [key, object] of objects) {
		const row = rows.get(key);
		if (!object) {
			if (row && row.latest.stage !== "deleted") verdict.resurrected.push(key);
			continue;
		}
		const uploaded = record.get(nameOf(key, object.etag));
		const isAbout = row?.latest.versionId === object.versionId && row.latest.etag === object.etag;
		const final = uploaded?.isImage ? "rejected" : "ready";
		if (!row || !["ready", "rejected", "deleted"].includes(row.latest.stage)) verdict.lost.push(key);
		else if (!isAbout || row.latest.stage !== final) verdict.stale.push(key);
		else if (final === "ready") {
			const wrong = await judgeDocuments(places, row, object, uploaded);
			if (wrong) verdict[wrong].push(key);
		}
	}

	const wanted = new Set([...rows.values()].flatMap(documentsOf));
	verdict.orphaned.push(...(await readNames(places)).filter((name) => !wanted.has(name)));
	for (const { key, list, rank } of await readTable(places, places.entriesTable, (item) =>
		EntrySchema.parse(item),
	)) {
		const current = rows.get(key)?.current;
		const isListed =
			current && placesOf(key, current).some((place) => place.list === list && place.rank === rank);
		if (!isListed) verdict.orphaned.push(`${key} in ${list}`);
	}
	return verdict;
};
