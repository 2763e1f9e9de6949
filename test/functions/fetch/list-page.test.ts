import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ListPageSchema, StatusSchema } from "../../../functions/shared/api.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, get, publish } = await startApi();
afterAll(() => cloud.close());

describe("GET /summaries without a key", () => {
	beforeAll(async () => {
		for (const n of [1, 2, 3, 4, 5]) await publish(`paged/${n}`, "Paging", `2025-03-0${n}T08:00:00Z`);
	});

	it("lists what is ready, newest first, with what a reader wants to know", async () => {
		const { items, next } = ListPageSchema.parse(await (await get("/summaries?topic=paging")).json());
		expect(items.map(({ key }) => key)).toEqual([5, 4, 3, 2, 1].map((n) => `paged/${n}`));
		expect(next).toBeUndefined();
		expect(items[0]).toEqual({
			key: "paged/5",
			status: "ready",
			receivedAt: "2025-03-07T09:00:00Z",
			headline: "About paged/5",
			gist: "The harbour of Lindmouth will close on Monday.",
			language: "en",
			publisher: "Paging Post",
			publishedAt: "2025-03-05T08:00:00Z",
			authors: ["Jo Reed"],
			topics: ["Paging"],
			url: "https://tidal.example/harbour",
		});
	});

	it("pages by cursor, and by Link", async () => {
		const first = await get("/summaries?topic=paging&limit=2");
		const { next } = ListPageSchema.parse(await first.json());
		const link = first.headers.get("link") ?? "";
		expect(link).toContain('</summaries?limit=2&topic=paging>; rel="first"');
		const [, address = ""] = /<([^>]+)>; rel="next"/.exec(link) ?? [];
		const byLink = await (await get(address)).json();
		expect(byLink).toEqual(await (await get(`/summaries?limit=2&topic=paging&cursor=${next}`)).json());
		expect(ListPageSchema.parse(byLink).items.map(({ key }) => key)).toEqual(["paged/3", "paged/2"]);
	});

	it("is 400 for a cursor of another filter, a forged one, a damaged one", async () => {
		const { next = "" } = ListPageSchema.parse(await (await get("/summaries?topic=paging&limit=2")).json());
		const asks = [
			`topic=else&cursor=${next}`,
			`cursor=${next}`,
			`topic=paging&cursor=${next.slice(0, -4)}`,
			`topic=paging&cursor=${Buffer.from("{}").toString("base64url")}`,
			"topic=paging&cursor=%00",
		];
		for (const ask of asks) await expectProblem(await get(`/summaries?${ask}`), 400, "invalid-cursor");
	});

	it.each([
		["limit=0", "1 to 100"],
		["limit=101", "1 to 100"],
		["from=yesterday", "2025-01-29"],
		["from=2025-02-30", "2025-01-29"],
		["from=2025-02-02&to=2025-02-01", "later"],
		["status=gone", "status"],
		["status=failed&topic=ports", "no topic yet"],
		["language=en_GB", "BCP 47"],
		["topic=", "empty"],
		["colour=red", "“colour”"],
	])("is 400 for %s", async (query, says) => {
		const { detail } = await expectProblem(await get(`/summaries?${query}`), 400, "invalid-query");
		expect(detail).toContain(says);
	});

	it("says why uploads were rejected", async () => {
		await uploads.rejected("picture.png");
		const { items } = ListPageSchema.parse(await (await get("/summaries?status=rejected")).json());
		expect(items).toEqual([
			{
				key: "picture.png",
				status: "rejected",
				receivedAt: "2025-03-07T09:00:00Z",
				code: "not-text",
				message: "This upload is a picture.",
			},
		]);
	});

	it("has a tag, and 304 for who has it", async () => {
		const tag = (await get("/summaries?topic=paging")).headers.get("etag") ?? "";
		expect((await get("/summaries?topic=paging", { "If-None-Match": tag })).status).toBe(304);
		await publish("paged/6", "Paging");
		expect((await get("/summaries?topic=paging", { "If-None-Match": tag })).status).toBe(200);
	});
});

describe("GET /status", () => {
	it("counts stages, and tells the age of what waits", async () => {
		await uploads.received("waiting");
		await uploads.failed("failed");
		const { stages, queues, undelivered } = StatusSchema.parse(await (await get("/status")).json());
		expect(stages.received).toEqual({ count: 1, more: false, oldest: "2025-03-07T09:00:00.000Z" });
		expect(stages.failed.count).toBe(1);
		expect(stages.ready.oldest).toBeUndefined();
		expect(queues.ingest).toEqual({ waiting: 0, inFlight: 0, deadLetters: 0 });
		expect(undelivered).toBe(0);
	});
});
