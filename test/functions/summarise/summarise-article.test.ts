import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Claim } from "../../../functions/shared/catalogue.ts";
import { documentName } from "../../../functions/shared/library.ts";
import type { SummaryLength } from "../../../functions/shared/summary-length.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { extractive } from "../../../functions/summarise/index.ts";
import { createSummarise } from "../../../functions/summarise/summarise-article.ts";
import type { Summariser } from "../../../functions/summarise/summariser.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { articleDocument } from "../../support/documents.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

const silent = { info: () => {}, warn: () => {} };
const NOW = new Date("2026-01-29T18:05:00Z");
const summariseWith = (summariser: Summariser, length: SummaryLength = "standard") =>
	createSummarise({
		library: cloud.library,
		catalogue: cloud.catalogue,
		entries: cloud.entries,
		summariser,
		length,
		now: () => NOW,
		log: silent,
	});
const summarise = (body: string, lastTry = false) => summariseWith(extractive)(body, lastTry);

let keys = 0;
/** An upload that ingest is done with: its row stripped, its article stored, and the message it sent. */
const strippedUpload = async (order = 1, key = `news/${keys++}.html`, length?: SummaryLength) => {
	const turn: Claim = {
		key,
		sequencer: padSequencer(`00${order}`),
		versionId: `v${order}`,
		etag: `etag${order}`,
		time: "2026-01-29T18:04:00Z",
	};
	const article = documentName("articles", turn, "1");
	const document = articleDocument();
	const upload = { ...document.upload, ...(length && { length }) };
	await cloud.library.put(article, { ...document, key, upload });
	await cloud.catalogue.claim(turn);
	await cloud.catalogue.strip(turn, article);
	return { turn, article, message: JSON.stringify({ key, sequencer: turn.sequencer, article }) };
};

const documentsOf = async (key: string): Promise<string[]> => {
	const hash = documentName("articles", { key, sequencer: "" }, "").split("/")[1] ?? "";
	const { Contents } = await cloud.s3.send(
		new ListObjectsV2Command({ Bucket: cloud.environment.LIBRARY_BUCKET }),
	);
	return (Contents ?? []).map(({ Key }) => Key ?? "").filter((name) => name.includes(hash));
};

describe("a message from ingest", () => {
	test("makes the summary, stores it, and points the row at both documents", async () => {
		const { turn, article, message } = await strippedUpload();
		await summarise(message);
		const row = await cloud.catalogue.get(turn.key);
		expect(row).toMatchObject({ latest: { stage: "ready" }, current: { article } });
		const summary = await cloud.library.summary(row?.current?.summary ?? "");
		expect(summary).toMatchObject({
			key: turn.key,
			producedAt: NOW.toISOString(),
			pointers: { article, summary: row?.current?.summary },
			provenance: { engine: "extractive" },
		});
		expect(row?.current?.gist).toBe(summary?.gist.text);
	});

	test("twice changes nothing and removes nothing", async () => {
		const { turn, message } = await strippedUpload();
		await summarise(message);
		const row = await cloud.catalogue.get(turn.key);
		await summarise(message);
		expect(await cloud.catalogue.get(turn.key)).toEqual(row);
		expect(await documentsOf(turn.key)).toHaveLength(2);
	});

	test("about a re-upload removes the documents of the one before", async () => {
		const first = await strippedUpload(1);
		await summarise(first.message);
		const second = await strippedUpload(2, first.turn.key);
		await summarise(second.message);
		const names = await documentsOf(first.turn.key);
		expect(names).toHaveLength(2);
		expect(names.every((name) => name.includes(second.turn.sequencer))).toBe(true);
	});

	test("that a newer upload has overtaken leaves no document behind", async () => {
		const older = await strippedUpload(1);
		const newer = await strippedUpload(2, older.turn.key);
		await summarise(older.message);
		expect(await documentsOf(older.turn.key)).toEqual([newer.article]);
		expect((await cloud.catalogue.get(older.turn.key))?.latest.stage).toBe("stripped");
	});

	test("that a newer upload has overtaken leaves none behind on its last try either", async () => {
		const older = await strippedUpload(1);
		const newer = await strippedUpload(2, older.turn.key);
		await summarise(older.message, true);
		expect(await documentsOf(older.turn.key)).toEqual([newer.article]);
	});

	test("twice, the second time during a re-upload, keeps the documents that the row points at", async () => {
		const older = await strippedUpload(1);
		await summarise(older.message);
		await strippedUpload(2, older.turn.key);
		await summarise(older.message);
		expect(await documentsOf(older.turn.key)).toHaveLength(3);
	});

	test("about a key deleted since leaves no document behind", async () => {
		const { turn, message } = await strippedUpload(1);
		await cloud.catalogue.bury({ ...turn, sequencer: padSequencer("002") }, "2026-01-29T18:05:00Z");
		await summarise(message);
		expect(await documentsOf(turn.key)).toEqual([]);
	});

	test("whose article is gone because the key moved on is acknowledged", async () => {
		const { turn, article, message } = await strippedUpload(1);
		await cloud.catalogue.bury({ ...turn, sequencer: padSequencer("002") }, "2026-01-29T18:05:00Z");
		await cloud.library.remove([article]);
		await expect(summarise(message)).resolves.toBeUndefined();
	});

	test("whose article is gone though its row waits for it is retried", async () => {
		const { article, message } = await strippedUpload(1);
		await cloud.library.remove([article]);
		await expect(summarise(message)).rejects.toThrow(article);
	});

	test("that is not ours is dropped", async () => {
		await expect(summarise("hello")).resolves.toBeUndefined();
		await expect(summarise('{"key":"a"}')).resolves.toBeUndefined();
	});
});

describe("the length of a summary", () => {
	const lengthOf = async (key: string) => {
		const name = (await cloud.catalogue.get(key))?.current?.summary ?? "";
		return (await cloud.library.summary(name))?.provenance.parameters.length;
	};

	test("is the stack's where the upload doesn't say", async () => {
		const { turn, message } = await strippedUpload();
		await summariseWith(extractive, "detailed")(message, false);
		expect(await lengthOf(turn.key)).toBe("detailed");
	});

	test("is the upload's where it does", async () => {
		const { turn, message } = await strippedUpload(1, "news/brief.html", "brief");
		await summariseWith(extractive, "detailed")(message, false);
		expect(await lengthOf(turn.key)).toBe("brief");
	});
});

describe("an engine", () => {
	test("of a new version summarises what is stored again, beside the old document until the row moves", async () => {
		const { turn, article, message } = await strippedUpload();
		const next: Summariser = { ...extractive, version: "next" };
		await summariseWith(next)(message, false);
		expect(await documentsOf(turn.key)).toEqual([article, expect.stringMatching(/extractive-next\.json$/)]);
	});

	test("that answers later is awaited", async () => {
		const { turn, message } = await strippedUpload();
		const slow: Summariser = {
			name: "slow",
			version: "2",
			summarise: async (article) => {
				await new Promise((resolve) => setTimeout(resolve, 20));
				return extractive.summarise(article);
			},
		};
		await summariseWith(slow)(message, false);
		expect((await cloud.catalogue.get(turn.key))?.current?.summary).toMatch(/\/slow-2\.json$/);
	});

	test("that throws on the last try leaves the row failed, and a redrive can succeed", async () => {
		const { turn, message } = await strippedUpload();
		const broken: Summariser = {
			name: "broken",
			version: "1",
			summarise: () => {
				throw new Error("out of order");
			},
		};
		await expect(summariseWith(broken)(message, true)).rejects.toThrow("out of order");
		expect((await cloud.catalogue.get(turn.key))?.latest).toMatchObject({
			stage: "failed",
			code: "summarise-failed",
		});
		await summarise(message);
		const latest = (await cloud.catalogue.get(turn.key))?.latest;
		expect(latest).toMatchObject({ stage: "ready" });
		expect(latest).not.toHaveProperty("code");
	});
});

describe("lists", () => {
	/** The lists that have an entry of `key`, without their shard. */
	const listsOf = async (key: string): Promise<string[]> => {
		const { Items = [] } = await cloud.dynamodb.send(
			new ScanCommand({ TableName: cloud.environment.ENTRIES_TABLE }),
		);
		return Items.filter((entry) => entry.key === key)
			.map(({ list }) => String(list).replace(/#\d$/, ""))
			.toSorted();
	};
	const about = (topic: string): Summariser => ({
		...extractive,
		summarise: async (article) => ({ ...(await extractive.summarise(article)), topics: [topic] }),
	});

	test("have the upload by topic, author and folder", async () => {
		const { turn, message } = await strippedUpload(1, "lists/a/b.html");
		await summariseWith(about("Ports"))(message, false);
		expect(await listsOf(turn.key)).toEqual([
			"author#jo reed",
			"folder#lists/",
			"folder#lists/a/",
			"topic#ports",
		]);
	});

	test("lose what the newer version is no longer about", async () => {
		const first = await strippedUpload(1, "renewed.html");
		await summariseWith(about("Old"))(first.message, false);
		const second = await strippedUpload(2, "renewed.html");
		await summariseWith(about("New"))(second.message, false);
		expect(await listsOf("renewed.html")).toEqual(["author#jo reed", "topic#new"]);
	});

	test("keep nothing of an upload that was overtaken while it was summarised", async () => {
		const { turn, message } = await strippedUpload(1, "overtaken.html");
		const overtaken: Summariser = {
			...extractive,
			summarise: async (article) => {
				await cloud.catalogue.bury({ key: turn.key, sequencer: padSequencer("009") }, turn.time);
				return extractive.summarise(article);
			},
		};
		await summariseWith(overtaken)(message, false);
		expect(await listsOf(turn.key)).toEqual([]);
	});

	test("are the same after a try that crashed between its entries and the flip is done again", async () => {
		const { turn, message } = await strippedUpload(1, "crashed.html");
		const crashing = createSummarise({
			library: cloud.library,
			catalogue: { ...cloud.catalogue, publish: () => Promise.reject(new Error("killed")) },
			entries: cloud.entries,
			summariser: about("Ports"),
			length: "standard",
			now: () => NOW,
			log: silent,
		});
		await expect(crashing(message, false)).rejects.toThrow("killed");
		await summariseWith(about("Ports"))(message, false);
		expect(await listsOf(turn.key)).toEqual(["author#jo reed", "topic#ports"]);
	});
});
