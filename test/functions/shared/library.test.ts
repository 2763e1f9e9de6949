import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentName } from "../../../functions/shared/library.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { articleDocument, summaryDocument } from "../../support/documents.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

let turns = 0;
const freshName = () => documentName("summaries", { key: "a.html", sequencer: String(turns++) }, "1");

describe("a document's name", () => {
	test("tells keys, uploads and engines apart, and is short whatever the key", () => {
		const turn = { key: "a.html", sequencer: "1" };
		const names = [
			documentName("articles", turn, "1"),
			documentName("summaries", turn, "1"),
			documentName("articles", { ...turn, key: "b.html" }, "1"),
			documentName("articles", { ...turn, sequencer: "2" }, "1"),
			documentName("articles", turn, "2"),
			documentName("articles", { ...turn, key: "k".repeat(1024) }, "1"),
		];
		expect(new Set(names).size).toBe(names.length);
		for (const name of names) expect(name).toMatch(/^(articles|summaries)\/[0-9a-f]{64}\/\d\/\d\.json$/);
	});
});

describe("a document", () => {
	test("is read as it was stored", async () => {
		const [article, summary] = [freshName(), freshName()];
		await cloud.library.put(article, articleDocument());
		await cloud.library.put(summary, summaryDocument());
		expect(await cloud.library.article(article)).toEqual(articleDocument());
		expect(await cloud.library.summary(summary)).toEqual(summaryDocument());
	});

	test("of a newer version is read without what it has besides", async () => {
		const name = freshName();
		const { gist, entities, metadata, ...rest } = summaryDocument();
		const newer = {
			...rest,
			mood: "calm",
			gist: { ...gist, tone: { sure: 1 } },
			entities: entities.map((entity) => ({ ...entity, wikidata: "Q1" })),
			metadata: { ...metadata, podcast: "x", sources: { ...metadata.sources, podcast: "json-ld" } },
		};
		await cloud.s3.send(
			new PutObjectCommand({
				Bucket: cloud.environment.LIBRARY_BUCKET,
				Key: name,
				Body: JSON.stringify(newer),
			}),
		);
		expect(await cloud.library.summary(name)).toEqual(summaryDocument());
	});

	test("tells whose it is without being read", async () => {
		const name = freshName();
		const key = `${"\u{1F4F0}".repeat(256)}`;
		await cloud.library.put(name, summaryDocument({ key }));
		expect(await cloud.library.keyOf(name)).toEqual({ key });
		expect(await cloud.library.keyOf(freshName())).toBeUndefined();
	});

	test("stays as it is when a repeated try stores it again", async () => {
		const name = freshName();
		await cloud.library.put(name, summaryDocument());
		await cloud.library.put(name, summaryDocument({ producedAt: "2030-01-01T00:00:00.000Z" }));
		expect(await cloud.library.summary(name)).toEqual(summaryDocument());
	});

	test("that is not there, or no longer, is undefined", async () => {
		const name = freshName();
		expect(await cloud.library.summary(name)).toBeUndefined();
		await cloud.library.put(name, summaryDocument());
		await cloud.library.remove([name, freshName()]);
		expect(await cloud.library.summary(name)).toBeUndefined();
	});

	test("that was removed can be stored again", async () => {
		const name = freshName();
		await cloud.library.put(name, summaryDocument());
		await cloud.library.remove([name]);
		await cloud.library.put(name, summaryDocument());
		expect(await cloud.library.summary(name)).toEqual(summaryDocument());
	});

	test("that is not ours is an error", async () => {
		const Key = freshName();
		await cloud.s3.send(
			new PutObjectCommand({ Bucket: cloud.environment.LIBRARY_BUCKET, Key, Body: '{"schema":"other"}' }),
		);
		await expect(cloud.library.summary(Key)).rejects.toThrow("schema");
	});

	test("can be downloaded from its address without credentials", async () => {
		const name = freshName();
		await cloud.library.put(name, summaryDocument());
		const response = await fetch(await cloud.library.address(name));
		expect(await response.json()).toEqual(summaryDocument());
	});
});
