import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { documentName } from "../../../functions/shared/library.ts";
import { documentsOf, type Row } from "../../../functions/shared/row.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { createSweep as createSweepOf } from "../../../functions/sweep/sweep.ts";
import { ENOUGH, type Pipeline, startPipeline } from "./pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
});
afterAll(() => pipeline.cloud.close());
afterEach(() => pipeline.later());

let keys = 0;
const freshKey = () => `news/${keys++}.html`;

const rowOf = async (key: string): Promise<Row> => {
	const row = await pipeline.catalogue.get(key);
	if (!row) throw new Error(`${key} has no row`);
	return row;
};
const stageOf = async (key: string) => (await pipeline.catalogue.get(key))?.latest.stage;
const forget = (key: string) =>
	pipeline.cloud.dynamodb.send(
		new DeleteCommand({ TableName: pipeline.cloud.environment.CATALOGUE_TABLE, Key: { key } }),
	);
const ready = async (): Promise<string> => {
	const key = freshKey();
	await pipeline.publish(key, `the garden ${key}`);
	expect(await stageOf(key)).toBe("ready");
	return key;
};
const gist = async (key: string) => {
	const { current } = await rowOf(key);
	return (await pipeline.cloud.library.summary(current?.summary ?? ""))?.gist.text;
};

/** Sweeps, lets what was sent be handled, and sweeps again: by then there must be nothing left to do. */
const mend = async () => {
	const { done, counts } = await pipeline.sweep();
	expect(done).toBe(true);
	await pipeline.settle();
	const settled = await pipeline.state();
	const again = await pipeline.sweep();
	expect(pipeline.toIngest).toEqual([]);
	expect(again.counts).toEqual({
		...again.counts,
		resent: 0,
		restored: 0,
		buried: 0,
		collected: 0,
		unlisted: 0,
	});
	expect(await pipeline.state()).toEqual(settled);
	return counts;
};

describe("an upload without a row", () => {
	test("gets its row back from the library, as it was", async () => {
		const key = await ready();
		const before = await pipeline.state();
		await forget(key);
		expect(await mend()).toMatchObject({ restored: 1, resent: 0, errors: 0 });
		expect(await pipeline.state()).toEqual(before);
	});

	test("gets its entries in lists back too", async () => {
		const key = await ready();
		const before = await pipeline.state();
		const { current } = await rowOf(key);
		await pipeline.parts.entries.remove({ key, sequencer: "Z" }, current);
		await forget(key);
		await mend();
		expect(await pipeline.state()).toEqual(before);
	});

	test("is ingested when the library has nothing of it", async () => {
		const key = freshKey();
		await pipeline.put(key, "the orchard");
		expect(await mend()).toMatchObject({ restored: 0, resent: 1 });
		expect(await rowOf(key)).toMatchObject({ latest: { stage: "ready", sequencer: padSequencer("0") } });
		expect(await gist(key)).toContain("orchard");
	});

	test("is ingested when the library's summary is of another version", async () => {
		const key = await ready();
		await forget(key);
		await pipeline.put(key, "the orchard");
		expect(await mend()).toMatchObject({ restored: 0, resent: 1 });
		expect(await gist(key)).toContain("orchard");
	});

	test("says so until it is ready: the row is failed, and can be redriven", async () => {
		const key = freshKey();
		await pipeline.put(key, "the orchard");
		await pipeline.sweep();
		expect(await rowOf(key)).toMatchObject({ latest: { stage: "failed", code: "lost" } });
		pipeline.toIngest.splice(0);
		await pipeline.sweep();
		expect(pipeline.toIngest).toEqual([]);
		await pipeline.remove(key);
		await mend();
	});

	test("is left alone while its event may still be on its way, unless told to rebuild", async () => {
		pipeline.atOnce();
		const key = freshKey();
		await pipeline.put(key, "the orchard");
		await pipeline.sweep();
		expect(await stageOf(key)).toBeUndefined();
		await pipeline.sweep({ rebuild: true });
		await pipeline.settle();
		expect(await stageOf(key)).toBe("ready");
	});

	test("of any key", async () => {
		const names = [
			"a b+c%2F?.html",
			"news/ü/日本.html",
			"../up.html",
			"__proto__",
			"a\u0001b",
			"e\u0301\ufffe",
		];
		for (const key of names) await pipeline.put(key, "the orchard");
		expect(await mend()).toMatchObject({ resent: names.length });
		for (const key of names) expect(await stageOf(key)).toBe("ready");
	});
});

describe("a row", () => {
	test("whose article or summary is missing gets new ones", async () => {
		for (const which of ["article", "summary"] as const) {
			const key = await ready();
			const { current, latest } = await rowOf(key);
			await pipeline.unshelve(current?.[which] ?? "");
			expect(await mend()).toMatchObject({ resent: 1 });
			const mended = await rowOf(key);
			const { versionId, etag, stage } = latest;
			expect(mended.latest).toMatchObject({ versionId, etag, stage, sequencer: `${latest.sequencer}1` });
			for (const name of documentsOf(mended)) expect(await pipeline.documents()).toContain(name);
			expect(documentsOf(mended)).not.toContain(current?.[which]);
		}
	});

	test("behind its object is brought up to it", async () => {
		const key = await ready();
		await pipeline.put(key, "the orchard");
		expect(await mend()).toMatchObject({ resent: 1 });
		expect(await gist(key)).toContain("orchard");
	});

	test("that a deletion has passed by without a word is buried, and its documents go", async () => {
		const key = await ready();
		const names = documentsOf(await rowOf(key));
		await pipeline.remove(key);
		expect(await mend()).toMatchObject({ buried: 1 });
		expect(await stageOf(key)).toBe("deleted");
		for (const name of names) expect(await pipeline.documents()).not.toContain(name);
	});

	test("of what was uploaded again after its deletion is ingested", async () => {
		const key = await ready();
		pipeline.toIngest.push(await pipeline.remove(key));
		await pipeline.settle();
		await pipeline.put(key, "the orchard");
		expect(await mend()).toMatchObject({ resent: 1 });
		expect(await gist(key)).toContain("orchard");
	});

	test("that knows of a later deletion of something else is mended above that", async () => {
		const key = await ready();
		const { current, latest } = await rowOf(key);
		const deletion = { key, sequencer: `${latest.sequencer.slice(0, -1)}9` };
		const { versionId = "", etag = "" } = latest;
		expect(await pipeline.catalogue.confirm(deletion, { versionId, etag })).toBe(true);
		await pipeline.unshelve(current?.article ?? "");
		expect(await mend()).toMatchObject({ resent: 1 });
		expect((await rowOf(key)).latest.sequencer).toBe(`${deletion.sequencer}1`);
	});

	test("that is stuck is sent again, once, and says so meanwhile", async () => {
		for (const handOver of [false, true]) {
			const key = freshKey();
			const event = await pipeline.put(key, "the orchard");
			await pipeline.ingest(event, false);
			pipeline.toSummarise.splice(0);
			if (handOver) {
				// As a function would leave it that is killed before its article is stored.
				const { latest } = await rowOf(key);
				await pipeline.unshelve(latest.article ?? "");
			}
			expect((await pipeline.sweep()).counts).toMatchObject({ resent: 1 });
			expect(await rowOf(key)).toMatchObject({ latest: { stage: "failed", code: "lost" } });
			expect((await pipeline.sweep()).counts).toMatchObject({ resent: 0 });
			await pipeline.settle();
			expect(await stageOf(key)).toBe("ready");
		}
	});

	test("that came in a moment ago is left on its way", async () => {
		const key = freshKey();
		await pipeline.ingest(await pipeline.put(key, "the orchard"), false);
		const message = pipeline.toSummarise.splice(0);
		pipeline.atOnce();
		expect((await pipeline.sweep()).counts).toMatchObject({ resent: 0, errors: 0 });
		expect(await stageOf(key)).toBe("stripped");
		pipeline.toSummarise.push(...message);
		await pipeline.settle();
	});

	test("that failed or was rejected is left as it is", async () => {
		const key = freshKey();
		await pipeline.ingest(await pipeline.put(key, "the orchard"), true);
		pipeline.toSummarise.splice(0);
		await pipeline.catalogue.fail(
			{ key, sequencer: (await rowOf(key)).latest.sequencer },
			{ code: "summarise-failed", message: "It failed." },
		);
		await mend();
		expect(await stageOf(key)).toBe("failed");
		await pipeline.remove(key);
		await mend();
	});
});

describe("what comes after sweep has sent an event", () => {
	test("a deletion wins, whichever is handled first", async () => {
		for (const deletionFirst of [true, false]) {
			const key = freshKey();
			await pipeline.put(key, "the orchard");
			await pipeline.sweep();
			const [resent = ""] = pipeline.toIngest.splice(0);
			const deleted = await pipeline.remove(key);
			for (const event of deletionFirst ? [deleted, resent] : [resent, deleted])
				await pipeline.ingest(event, false);
			await pipeline.settle();
			expect(await stageOf(key)).toBe("deleted");
		}
		await mend();
	});

	test("a newer upload wins, whichever is handled first", async () => {
		for (const newerFirst of [true, false]) {
			const key = await ready();
			await pipeline.unshelve((await rowOf(key)).current?.article ?? "");
			await pipeline.sweep();
			const [resent = ""] = pipeline.toIngest.splice(0);
			const newer = await pipeline.put(key, "the orchard");
			for (const event of newerFirst ? [newer, resent] : [resent, newer]) {
				await pipeline.ingest(event, false);
				await pipeline.settle();
			}
			expect(await gist(key)).toContain("orchard");
		}
		await mend();
	});

	test("a key that is deleted while its row is looked at stays deleted", async () => {
		const key = freshKey();
		const created = await pipeline.put(key, "the orchard");
		const { uploads } = pipeline.parts;
		const find = uploads.find;
		const swept = { ...pipeline.parts, uploads: { ...uploads, find } };
		swept.uploads.find = async (name) => {
			const object = await find(name);
			if (name === key) {
				await pipeline.ingest(created, false);
				await pipeline.ingest(await pipeline.remove(key), false);
			}
			return object;
		};
		await createSweepOf(swept)({}, ENOUGH);
		await pipeline.settle();
		expect(await stageOf(key)).toBe("deleted");
	});
});

describe("documents", () => {
	const orphan = async (key: string, sequencer: string) => {
		const { current } = await rowOf(await ready());
		const article = await pipeline.cloud.library.article(current?.article ?? "");
		if (!article) throw new Error("no article");
		const name = documentName("articles", { key, sequencer: padSequencer(sequencer) }, "1");
		await pipeline.cloud.library.put(name, { ...article, key });
		return name;
	};

	test("that no row points at are collected", async () => {
		const nobodys = await orphan("nobody.html", "1");
		const olds = await orphan(await ready(), "1");
		expect(await mend()).toMatchObject({ collected: 2 });
		expect(await pipeline.documents()).not.toContain(nobodys);
		expect(await pipeline.documents()).not.toContain(olds);
	});

	test("younger than a day are left alone", async () => {
		const name = await orphan("nobody.html", "2");
		pipeline.atOnce();
		expect((await pipeline.sweep()).counts).toMatchObject({ collected: 0 });
		expect(await pipeline.documents()).toContain(name);
		pipeline.later();
		await mend();
	});

	test("of an upload that failed stay for its redrive", async () => {
		const key = freshKey();
		await pipeline.ingest(await pipeline.put(key, "the orchard"), false);
		pipeline.toSummarise.splice(0);
		const { latest } = await rowOf(key);
		await pipeline.catalogue.fail(latest && { key, sequencer: latest.sequencer }, {
			code: "x",
			message: "x",
		});
		await pipeline.sweep();
		expect(await pipeline.documents()).toContain(latest.article);
		await pipeline.remove(key);
		await mend();
		expect(await pipeline.documents()).not.toContain(latest.article);
	});

	test("that are not ours are left alone", async () => {
		await pipeline.store("articles/notes.txt", "mine");
		await mend();
		expect(await pipeline.documents()).toContain("articles/notes.txt");
		await pipeline.unshelve("articles/notes.txt");
	});
});

describe("entries of lists", () => {
	const entry = (about: Record<string, unknown>) =>
		pipeline.cloud.dynamodb.send(
			new PutCommand({
				TableName: pipeline.cloud.environment.ENTRIES_TABLE,
				Item: { list: "topic#stale#0", rank: "2026-01-01T00:00:00.000Z#00", ...about },
			}),
		);

	test("that their row doesn't bear out are removed", async () => {
		const key = await ready();
		await entry({ key, sequencer: padSequencer("1") });
		await entry({ key: "nobody.html", sequencer: padSequencer("1"), list: "topic#stale#1" });
		expect(await mend()).toMatchObject({ unlisted: 2 });
	});

	test("of a summary that is about to be published stay", async () => {
		const key = freshKey();
		await pipeline.ingest(await pipeline.put(key, "the orchard"), false);
		const { latest } = await rowOf(key);
		await entry({ key, sequencer: latest.sequencer });
		pipeline.atOnce();
		expect((await pipeline.sweep()).counts).toMatchObject({ unlisted: 0 });
		pipeline.later();
		await pipeline.settle();
		expect(await mend()).toMatchObject({ unlisted: 1 });
	});
});

describe("a run", () => {
	test("that ends early is taken up by the next", async () => {
		const many = Array.from({ length: 120 }, (_, i) => `many/${i}.html`);
		for (const key of many) await pipeline.put(key, "the orchard");
		let pages = 0;
		const counts = { resent: 0 };
		for (let done = false; !done; pages++) {
			// Time for the sixteen pages of stuck uploads, and one more.
			let left = 17;
			const report = await pipeline.sweep({}, () => (left-- > 0 ? 900_000 : 0));
			counts.resent += report.counts.resent;
			done = report.done;
		}
		expect(pages).toBeGreaterThan(4);
		expect(counts.resent).toBe(many.length);
		pipeline.toIngest.splice(0);
		for (const key of many) await pipeline.remove(key);
		await mend();
	});

	test("that is killed on its way loses nothing", async () => {
		const key = freshKey();
		await pipeline.put(key, "the orchard");
		const killed = { ...pipeline.parts, send: () => Promise.reject(new Error("killed")) };
		expect((await createSweepOf(killed)({}, ENOUGH)).counts.errors).toBe(1);
		expect(await rowOf(key)).toMatchObject({ latest: { stage: "failed", code: "lost" } });
		await pipeline.remove(key);
		await mend();
	});

	test("waits until the queues have room, and ends when they have none in time", async () => {
		const key = freshKey();
		await pipeline.put(key, "the orchard");
		let waiting = 5000;
		const waits = {
			...pipeline.parts,
			waiting: async () => waiting,
			pause: async () => {
				waiting -= 1000;
			},
		};
		const full = { ...waits, pause: async () => {} };
		let left = 5;
		expect(await createSweepOf(full)({}, () => (left-- > 0 ? 900_000 : 0))).toMatchObject({ done: false });
		expect((await createSweepOf(waits)({}, ENOUGH)).counts.resent).toBe(1);
		await pipeline.settle();
	});

	test("begins a round only as often as it is told", async () => {
		await pipeline.sweep();
		expect((await pipeline.sweep({ everyHours: 24 })).counts.looked).toBe(0);
		expect((await pipeline.sweep()).counts.looked).toBeGreaterThan(0);
	});

	test("at the same time as another comes to the same end", async () => {
		for (let i = 0; i < 5; i++) {
			const key = await ready();
			await (i % 2 === 0 ? forget(key) : pipeline.unshelve((await rowOf(key)).current?.summary ?? ""));
		}
		await Promise.all([pipeline.sweep(), pipeline.sweep(), pipeline.sweep()]);
		await pipeline.settle();
		await mend();
		for (let i = keys - 5; i < keys; i++) expect(await stageOf(`news/${i}.html`)).toBe("ready");
	});

	test("is not stopped by a row that nobody can read", async () => {
		const key = await ready();
		const lost = await ready();
		await forget(lost);
		const update = (value: string) =>
			pipeline.cloud.dynamodb.send(
				new UpdateCommand({
					TableName: pipeline.cloud.environment.CATALOGUE_TABLE,
					Key: { key },
					UpdateExpression: "SET #latest.#stage = :value",
					ExpressionAttributeNames: { "#latest": "latest", "#stage": "stage" },
					ExpressionAttributeValues: { ":value": value },
				}),
			);
		await update("lunch");
		const { counts, done } = await pipeline.sweep();
		expect(done).toBe(true);
		expect(counts.errors).toBeGreaterThan(0);
		expect(await stageOf(lost)).toBe("ready");
		await update("ready");
	});
});
