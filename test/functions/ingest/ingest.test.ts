import {
	DeleteObjectCommand,
	ListObjectsV2Command,
	PutObjectCommand,
	type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createIngest, type Ingest } from "../../../functions/ingest/ingest.ts";
import { openUploads } from "../../../functions/ingest/uploads.ts";
import type { SummariseMessage } from "../../../functions/shared/events.ts";
import { type Library, openLibrary } from "../../../functions/shared/library.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { objectCreated, objectDeleted } from "../../support/storage-events.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

let sent: SummariseMessage[];
beforeEach(() => {
	sent = [];
});

const NOW = new Date("2026-01-29T18:05:00Z");
const silent = { info: () => {}, warn: () => {} };
const ingestWith = (library: Library): Ingest =>
	createIngest({
		uploads: openUploads(cloud.s3),
		library,
		catalogue: cloud.catalogue,
		entries: cloud.entries,
		send: async (message) => {
			sent.push(message);
		},
		now: () => NOW,
		log: silent,
	});
const ingest: Ingest = (body, lastTry) => ingestWith(cloud.library)(body, lastTry);

const page = (topic: string): string =>
	`<html lang="en"><title>${topic}</title><body><article><h1>${topic}</h1>
	<p>The council of the small town voted on Monday to open ${topic} to the public for the first time in forty years.</p>
	<p>Visitors will be able to walk through the grounds every day, the mayor said, and the school will use the old hall.</p>
	<p>Work on the paths begins in March and should be finished before the summer holidays, according to the plan.</p></article></html>`;

let keys = 0;
/** Uploads to the articles bucket; the answer is what the event of that upload would say of it. */
const upload = async (order = 1, about: Partial<PutObjectCommandInput> = {}) => {
	const key = about.Key ?? `news/${keys++}.html`;
	const body = String(about.Body ?? page(`the garden ${order}`));
	const { VersionId, ETag } = await cloud.s3.send(
		new PutObjectCommand({
			Bucket: cloud.environment.ARTICLES_BUCKET,
			ContentType: "text/html; charset=utf-8",
			...about,
			Key: key,
			Body: body,
		}),
	);
	return {
		key,
		bucket: cloud.environment.ARTICLES_BUCKET,
		versionId: VersionId ?? "",
		etag: (ETag ?? "").replaceAll('"', ""),
		bytes: Buffer.byteLength(body),
		sequencer: `00${order}`,
	};
};

const remove = async (key: string, versionId?: string): Promise<string> =>
	(
		await cloud.s3.send(
			new DeleteObjectCommand({ Bucket: cloud.environment.ARTICLES_BUCKET, Key: key, VersionId: versionId }),
		)
	).VersionId ?? "";

const latest = async (key: string) => (await cloud.catalogue.get(key))?.latest;
const documents = async (): Promise<string[]> =>
	(
		(await cloud.s3.send(new ListObjectsV2Command({ Bucket: cloud.environment.LIBRARY_BUCKET }))).Contents ??
		[]
	).map(({ Key }) => Key ?? "");

/** Brings an upload to `ready`, as summarise would. */
const publish = async (event: { key: string; sequencer: string }, article: string) => {
	const sequencer = (await latest(event.key))?.sequencer ?? "";
	const summary = article.replace("articles/", "summaries/");
	await cloud.s3.send(
		new PutObjectCommand({ Bucket: cloud.environment.LIBRARY_BUCKET, Key: summary, Body: "{}" }),
	);
	const texts = { headline: "", gist: "", language: "en", topics: [], authors: [] };
	await cloud.catalogue.publish(
		{ key: event.key, sequencer },
		{ article, summary, ...texts, listedAt: NOW.toISOString() },
	);
	return [article, summary];
};

describe("an article that was never summarised", () => {
	test("goes when the next upload of its key takes the turn", async () => {
		const first = await upload(1);
		await ingest(objectCreated(first), false);
		const [left = ""] = sent.map(({ article }) => article);
		await ingest(objectCreated(await upload(2, { Key: first.key })), false);
		expect(await cloud.library.article(left)).toBeUndefined();
	});

	test("goes when its key is deleted", async () => {
		const event = await upload(1);
		await ingest(objectCreated(event), false);
		const [left = ""] = sent.map(({ article }) => article);
		const versionId = await remove(event.key);
		const deletionType = "Delete Marker Created";
		await ingest(objectDeleted({ ...event, versionId, sequencer: "002", deletionType }), false);
		expect(await cloud.library.article(left)).toBeUndefined();
	});

	test("stays while the same upload is tried again", async () => {
		const event = await upload(1);
		await ingest(objectCreated(event), false);
		await ingest(objectCreated(event), false);
		expect(await cloud.library.article(sent[1]?.article ?? "")).toBeDefined();
	});
});

describe("the metadata precis-length", () => {
	const storedWith = async (length: string) => {
		const event = await upload(1, { Metadata: { "precis-length": length } });
		await ingest(objectCreated(event), false);
		return cloud.library.article(sent[0]?.article ?? "");
	};

	test("is kept with the article, for this summary and any later one", async () => {
		expect(await storedWith("Brief")).toMatchObject({ upload: { length: "brief" }, warnings: [] });
	});

	test("that is none is said in a warning, and the article is read all the same", async () => {
		const document = await storedWith("two pages");
		expect(document?.upload).not.toHaveProperty("length");
		expect(document?.warnings).toEqual([
			{
				code: "length-unknown",
				message: expect.stringContaining('brief, standard, detailed, not "two pages"'),
			},
		]);
	});
});

describe("a new upload", () => {
	test("is read, stored as an article document and handed on", async () => {
		const event = await upload(1, { Metadata: { "precis-url": "https://town.example/garden" } });
		await ingest(objectCreated(event), false);

		expect(await latest(event.key)).toMatchObject({ stage: "stripped", versionId: event.versionId });
		expect(sent).toMatchObject([{ key: event.key }]);
		const document = await cloud.library.article(sent[0]?.article ?? "");
		expect(document?.blocks.map(({ text }) => text).join()).toContain("Work on the paths begins in March");
		expect(document).toMatchObject({
			key: event.key,
			producedAt: NOW.toISOString(),
			upload: { versionId: event.versionId, bytes: event.bytes, contentType: "text/html; charset=utf-8" },
			metadata: { url: "https://town.example/garden" },
		});
	});

	test("told of twice makes the same document, and after it is ready nothing more", async () => {
		const event = await upload();
		await ingest(objectCreated(event), false);
		await ingest(objectCreated(event), false);
		expect(new Set(sent.map(({ article }) => article)).size).toBe(1);
		await publish(event, sent[0]?.article ?? "");
		sent = [];
		await ingest(objectCreated(event), false);
		expect(sent).toEqual([]);
		expect(await latest(event.key)).toMatchObject({ stage: "ready" });
	});

	test("told of after a newer one changes nothing", async () => {
		const older = await upload(1);
		const newer = await upload(2, { Key: older.key });
		await ingest(objectCreated(newer), false);
		await ingest(objectCreated(older), false);
		expect(await latest(older.key)).toMatchObject({ versionId: newer.versionId });
		expect(sent).toHaveLength(1);
	});

	test("whose version is gone by then is acknowledged without a row", async () => {
		const event = await upload();
		await remove(event.key, event.versionId);
		await ingest(objectCreated(event), false);
		expect(await latest(event.key)).toBeUndefined();
	});

	test("whose bytes are not those of the event is acknowledged without a row", async () => {
		const event = await upload();
		await ingest(objectCreated({ ...event, etag: "00000000000000000000000000000000" }), false);
		expect(await latest(event.key)).toBeUndefined();
	});

	test("that is no article is rejected with a code and a sentence, and is not retried", async () => {
		const event = await upload(1, { Body: " \n " });
		await ingest(objectCreated(event), false);
		expect(await latest(event.key)).toMatchObject({ stage: "rejected", code: "empty" });
		expect((await latest(event.key))?.message).toMatch(/\w.*\.$/);
	});

	test("that is too large is rejected by its size, unread", async () => {
		const event = await upload();
		await ingest(objectCreated({ ...event, bytes: 26 * 1024 * 1024 }), false);
		expect(await latest(event.key)).toMatchObject({ stage: "rejected", code: "too-large" });
	});

	test("that is rejected takes the documents of the upload it replaced with it", async () => {
		const good = await upload(1);
		await ingest(objectCreated(good), false);
		const replaced = await publish(good, sent[0]?.article ?? "");
		const bad = await upload(2, { Key: good.key, Body: " " });
		await ingest(objectCreated(bad), false);
		expect((await documents()).filter((name) => replaced.includes(name))).toEqual([]);
	});

	test("told of twice and overtaken keeps the documents that its other try published", async () => {
		const older = await upload(1);
		const newer = await upload(2, { Key: older.key });
		let current: string[] = [];
		const late: Library = {
			...cloud.library,
			put: async (name, document) => {
				await cloud.library.put(name, document);
				await ingest(objectCreated(older), false);
				current = await publish(older, name);
				await ingest(objectCreated(newer), false);
			},
		};
		await ingestWith(late)(objectCreated(older), false);
		expect(await documents()).toEqual(expect.arrayContaining(current));
	});

	test("overtaken while it was being read leaves no document behind", async () => {
		const event = await upload(1);
		const before = await documents();
		const overtaking: Library = {
			...cloud.library,
			put: async (name, document) => {
				await cloud.library.put(name, document);
				await ingest(
					objectDeleted({ ...event, sequencer: "002", deletionType: "Delete Marker Created" }),
					false,
				);
			},
		};
		await ingestWith(overtaking)(objectCreated(event), false);
		expect(await documents()).toEqual(before);
		expect(sent).toEqual([]);
	});
});

describe("the last try", () => {
	const broken = () => openLibrary(cloud.s3, "no-such-bucket");

	test("that fails leaves the row failed, with a code and a sentence", async () => {
		const event = await upload();
		await expect(ingestWith(broken())(objectCreated(event), false)).rejects.toThrow();
		expect(await latest(event.key)).toMatchObject({ stage: "received" });
		await expect(ingestWith(broken())(objectCreated(event), true)).rejects.toThrow();
		expect(await latest(event.key)).toMatchObject({ stage: "failed", code: "ingest-failed" });
	});

	test("that succeeds overwrites its own announcement", async () => {
		const event = await upload();
		await ingest(objectCreated(event), true);
		expect(await latest(event.key)).toMatchObject({ stage: "stripped" });
		expect(await latest(event.key)).not.toHaveProperty("code");
	});

	test("that failed can be redriven", async () => {
		const event = await upload();
		await expect(ingestWith(broken())(objectCreated(event), true)).rejects.toThrow();
		await ingest(objectCreated(event), false);
		expect(await latest(event.key)).toMatchObject({ stage: "stripped" });
	});
});

describe("a deletion", () => {
	test("by a delete marker buries the row and removes its documents", async () => {
		const event = await upload(1);
		await ingest(objectCreated(event), false);
		const replaced = await publish(event, sent[0]?.article ?? "");
		await remove(event.key);
		await ingest(objectDeleted({ ...event, sequencer: "002", deletionType: "Delete Marker Created" }), false);
		expect(await latest(event.key)).toMatchObject({ stage: "deleted" });
		expect((await documents()).filter((name) => replaced.includes(name))).toEqual([]);
	});

	test("told of before the upload keeps the upload from rising", async () => {
		const event = await upload(1);
		await ingest(objectDeleted({ ...event, sequencer: "002", deletionType: "Delete Marker Created" }), false);
		await ingest(objectCreated(event), false);
		expect(await latest(event.key)).toMatchObject({ stage: "deleted" });
	});

	test("undone by removing the delete marker ingests the version that it covered", async () => {
		const event = await upload(1);
		await ingest(objectCreated(event), false);
		const marker = await remove(event.key);
		await ingest(objectDeleted({ ...event, sequencer: "002", deletionType: "Delete Marker Created" }), false);
		await remove(event.key, marker);
		const undone = {
			...event,
			versionId: marker,
			sequencer: "003",
			deletionType: "Permanently Deleted",
		} as const;
		await ingest(objectDeleted(undone), false);
		expect(await latest(event.key)).toMatchObject({ stage: "stripped", versionId: event.versionId });
	});

	/** An upload, its delete marker, and the marker's removal, each as the event that tells of it. */
	const restored = async () => {
		const event = await upload(1);
		const marker = await remove(event.key);
		await remove(event.key, marker);
		const about = { ...event, versionId: marker };
		return {
			event,
			marked: objectDeleted({ ...about, sequencer: "002", deletionType: "Delete Marker Created" }),
			undone: objectDeleted({ ...about, sequencer: "003", deletionType: "Permanently Deleted" }),
		};
	};

	test("undone is ingested again when the first try of that crashed", async () => {
		const { event, marked, undone } = await restored();
		await ingest(objectCreated(event), false);
		await ingest(marked, false);
		const broken = openLibrary(cloud.s3, "no-such-bucket");
		await expect(ingestWith(broken)(undone, false)).rejects.toThrow();
		expect(await latest(event.key)).toMatchObject({ stage: "received" });
		await ingest(undone, false);
		expect(await latest(event.key)).toMatchObject({ stage: "stripped", versionId: event.versionId });
	});

	test("undone and failed can be redriven", async () => {
		const { event, marked, undone } = await restored();
		await ingest(marked, false);
		const broken = openLibrary(cloud.s3, "no-such-bucket");
		await expect(ingestWith(broken)(undone, true)).rejects.toThrow();
		expect(await latest(event.key)).toMatchObject({ stage: "failed" });
		await ingest(undone, false);
		expect(await latest(event.key)).toMatchObject({ stage: "stripped", versionId: event.versionId });
	});

	test("told of after it was undone doesn't bury what is there again", async () => {
		const { event, marked, undone } = await restored();
		await ingest(objectCreated(event), false);
		await publish(event, sent[0]?.article ?? "");
		await ingest(undone, false);
		await ingest(marked, false);
		expect(await latest(event.key)).toMatchObject({ stage: "ready", versionId: event.versionId });
	});

	test("of an old version for good leaves the current one alone", async () => {
		const older = await upload(1);
		const newer = await upload(2, { Key: older.key });
		await ingest(objectCreated(newer), false);
		await remove(older.key, older.versionId);
		const gone = { ...older, sequencer: "003", deletionType: "Permanently Deleted" } as const;
		await ingest(objectDeleted(gone), false);
		expect(await latest(older.key)).toMatchObject({ stage: "stripped", versionId: newer.versionId });
		expect(sent).toHaveLength(1);
	});

	test("of the only version for good buries the row", async () => {
		const event = await upload(1);
		await ingest(objectCreated(event), false);
		await remove(event.key, event.versionId);
		const gone = { ...event, sequencer: "003", deletionType: "Permanently Deleted" } as const;
		await ingest(objectDeleted(gone), false);
		expect(await latest(event.key)).toMatchObject({ stage: "deleted" });
	});
});

test("a message that is no S3 event is dropped with a warning", async () => {
	const warnings: string[] = [];
	const log = { info: () => {}, warn: (message: string) => warnings.push(message) };
	const { library, catalogue, entries } = cloud;
	const parts = { uploads: openUploads(cloud.s3), library, catalogue, entries };
	await createIngest({ ...parts, send: async () => {}, now: () => NOW, log })("hello", false);
	expect(warnings).toEqual(["dropped a message that is no S3 event"]);
});
