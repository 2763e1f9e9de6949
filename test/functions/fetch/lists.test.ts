import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Filter } from "../../../functions/shared/api.ts";
import { SHARDS } from "../../../functions/shared/lists.ts";
import type { Current } from "../../../functions/shared/row.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { fillTables } from "../../support/rows.ts";

let cloud: Cloud;
beforeAll(async () => {
	cloud = await startCloud();
});
afterAll(() => cloud.close());

const current = (overrides: Partial<Current> = {}): Current => ({
	article: "articles/a/1/1.json",
	summary: "summaries/a/1/1.json",
	headline: "Harbour reopens",
	gist: "The harbour reopened.",
	language: "en",
	listedAt: "2026-01-01T10:00:00.000Z",
	topics: [],
	authors: [],
	...overrides,
});

const turnOf = (key: string, order = 1) => ({ key, sequencer: padSequencer(`00${order}`) });

const received = (key: string, order = 1) =>
	cloud.catalogue.claim({ ...turnOf(key, order), etag: "e", time: `2026-02-0${order}T10:00:00Z` });

/** Publishes as summarise does: entries before the flip, the former ones removed after it. */
const publish = async (key: string, about: Partial<Current> = {}, order = 1) => {
	await received(key, order);
	await cloud.entries.add(turnOf(key, order), current(about));
	const flipped = await cloud.catalogue.publish(turnOf(key, order), current(about));
	if (flipped.outcome === "moved")
		await cloud.entries.remove(turnOf(key, order), flipped.previous?.current, current(about));
};

/** Keys of a whole list, page by page. */
const keysOf = async (filter: Filter, limit = 100): Promise<string[]> => {
	const keys: string[] = [];
	let after: string | undefined;
	do {
		const page = await cloud.lists.page(filter, limit, after);
		expect(page.rows.length).toBeLessThanOrEqual(limit);
		keys.push(...page.rows.map(({ key }) => key));
		after = page.next;
	} while (after !== undefined);
	return keys;
};

const day = (n: number) => `2025-03-${String(n).padStart(2, "0")}T08:00:00.000Z`;

describe("a list", () => {
	it("is newest first by publication, across pages of any length", async () => {
		const days = [7, 3, 21, 14, 1, 28, 2, 9, 30, 5, 17, 11];
		for (const n of days) await publish(`order/${n}`, { listedAt: day(n) });
		const newestFirst = days.toSorted((a, b) => b - a).map((n) => `order/${n}`);
		for (const limit of [1, 5, 12, 100])
			expect(await keysOf({ prefix: "order/" }, limit)).toEqual(newestFirst);
	});

	it("tells apart what has the same time", async () => {
		const keys = Array.from({ length: 30 }, (_, n) => `same/${n}`);
		for (const key of keys) await publish(key);
		const listed = await keysOf({ prefix: "same/" }, 7);
		expect(listed.toSorted()).toEqual(keys.toSorted());
	});

	it.each<[string, Filter, Partial<Current>]>([
		["topic", { topic: "coastal ports" }, { topics: ["Tides", "Coastal  Ports"] }],
		["author", { author: "ADA QUILL" }, { authors: ["Jo Reed", "Ada Quill"] }],
		["publisher", { publisher: "the tidal post" }, { publisher: "The Tidal Post" }],
		["language", { language: "pt" }, { language: "pt-BR" }],
		["region", { language: "fr-ca" }, { language: "fr-CA" }],
		["a folder", { prefix: "a folder/" }, {}],
		["any prefix", { prefix: "any prefix/li" }, {}],
	])("is limited by %s", async (name, filter, about) => {
		await publish(`${name}/list`, about);
		await publish(`another/${name}`, {
			topics: ["Coastal"],
			authors: ["Ada"],
			publisher: "The Post",
			language: "fr",
		});
		expect(await keysOf(filter)).toEqual([`${name}/list`]);
	});

	it("is limited to a day, a range, an open range", async () => {
		for (const n of [1, 2, 3, 4]) await publish(`range/${n}`, { listedAt: day(n) });
		const within = (filter: Filter) => keysOf({ prefix: "range/", ...filter });
		expect(await within({ from: "2025-03-02", to: "2025-03-02" })).toEqual(["range/2"]);
		expect(await within({ from: "2025-03-02", to: "2025-03-03T08:00:00Z" })).toEqual(["range/3", "range/2"]);
		expect(await within({ from: "2025-03-03" })).toEqual(["range/4", "range/3"]);
		expect(await within({ to: "2025-03-02T09:59:59+02:00" })).toEqual(["range/1"]);
	});

	it("of another status has those uploads, newest upload first", async () => {
		await received("status/a", 1);
		await received("status/b", 2);
		await received("status/c", 3);
		await cloud.catalogue.reject(turnOf("status/c", 3), { code: "empty", message: "Nothing in it." });
		expect(await keysOf({ status: "received", prefix: "status/" })).toEqual(["status/b", "status/a"]);
		expect(await keysOf({ status: "rejected", prefix: "status/" })).toEqual(["status/c"]);
		expect(await keysOf({ prefix: "status/" })).toEqual([]);
	});

	it("shows a row once, where its newest version stands", async () => {
		await publish("moved", { topics: ["Old", "Both"], listedAt: day(1) });
		await publish("moved", { topics: ["New", "Both"], listedAt: day(2) }, 2);
		expect(await keysOf({ topic: "old" })).toEqual([]);
		expect(await keysOf({ topic: "both" })).toEqual(["moved"]);
		expect(await keysOf({ topic: "new" })).toEqual(["moved"]);
	});
});

describe("a crash never shows a wrong entry", () => {
	it("before the flip: entries of what was never published", async () => {
		await received("crash/before");
		await cloud.entries.add(turnOf("crash/before"), current({ topics: ["Crashed early"] }));
		expect(await keysOf({ topic: "crashed early" })).toEqual([]);
	});

	it("after the flip: entries of what was published before", async () => {
		await publish("crash/after", { topics: ["Crashed late"] });
		await received("crash/after", 2);
		await cloud.catalogue.publish(turnOf("crash/after", 2), current({ topics: ["Else"] }));
		expect(await keysOf({ topic: "crashed late" })).toEqual([]);
	});

	it("on the way of a re-upload, a rejection, a deletion: entries of what is no longer answered", async () => {
		for (const key of ["crash/1", "crash/2", "crash/3"]) {
			await publish(key, { topics: ["Was ready"], publisher: "Was ready", language: "is" });
			if (key !== "crash/3") await received(key, 2);
		}
		await cloud.catalogue.reject(turnOf("crash/2", 2), { code: "empty", message: "Nothing in it." });
		await cloud.catalogue.bury(turnOf("crash/3", 2), "2026-02-02T10:00:00Z");
		for (const filter of [{ topic: "was ready" }, { publisher: "was ready" }, { language: "is" }])
			expect(await keysOf(filter)).toEqual([]);
	});
});

describe("entries of a newer upload", () => {
	it("are not removed by an older one that comes late", async () => {
		await publish("late", { topics: ["Kept"] }, 2);
		await cloud.entries.remove(turnOf("late", 1), current({ topics: ["Kept"] }));
		expect(await keysOf({ topic: "kept" })).toEqual(["late"]);
	});

	it("are not taken over by an older one, which then removes its own", async () => {
		await publish("late/too", { topics: ["Kept too"] }, 2);
		await cloud.entries.add(turnOf("late/too", 1), current({ topics: ["Kept too"] }));
		await cloud.entries.remove(turnOf("late/too", 1), current({ topics: ["Kept too"] }));
		expect(await keysOf({ topic: "kept too" })).toEqual(["late/too"]);
	});
});

describe("a page costs its length and a constant", () => {
	const ROWS = 6_000;
	beforeAll(() => fillTables(cloud.dynamodb, { catalogue: "catalogue", entries: "entries" }, ROWS), 120_000);

	it.each<[string, Filter]>([
		["newest first", { to: "2024-12-31" }],
		["a topic", { topic: "even" }],
		["a publisher", { publisher: "many" }],
		["a language", { language: "en", to: "2024-12-31" }],
		["a folder", { prefix: "many/1/" }],
		["a range", { publisher: "many", from: "2023-11-14T22:30:00Z", to: "2023-11-14T23:00:00Z" }],
	])("%s", async (_, filter) => {
		for (const limit of [1, 20, 100]) {
			let after: string | undefined;
			for (let n = 0; n < 3; n++) {
				const { rows, evaluated, next } = await cloud.lists.page(filter, limit, after);
				expect(rows.length).toBe(limit);
				expect(evaluated.items).toBeLessThanOrEqual(limit + 8 * SHARDS);
				expect(evaluated.rows).toBe(limit);
				after = next;
			}
		}
	});

	it("also when only some of a list fits: the page may be short then", async () => {
		const filter = { topic: "even", prefix: "many/1/" };
		const { rows, evaluated, next } = await cloud.lists.page(filter, 100);
		expect(rows.length).toBeGreaterThan(50);
		expect(next).toBeDefined();
		expect(evaluated.items).toBeLessThanOrEqual(100 + 100 + 8 * SHARDS);
		expect(evaluated.rows).toBeLessThanOrEqual(100 + 100);
		expect(await keysOf(filter)).toHaveLength(ROWS / 6);
	});

	it("a filter that fits nothing gives a short page, and goes on from there", async () => {
		const { rows, evaluated, next } = await cloud.lists.page({ publisher: "many", prefix: "none" }, 20);
		expect([rows.length, typeof next]).toEqual([0, "string"]);
		expect(evaluated.rows).toBeLessThanOrEqual(120);
	});
});
