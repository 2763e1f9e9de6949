import { afterAll, describe, expect, test } from "vitest";
import { ISSUED, problem, startScripted, summary } from "./scripted.ts";

const { api, s3, client, close } = await startScripted();
afterAll(close);

describe("an answer", () => {
	test("may have fields that this client doesn't know, wherever they are", async () => {
		const { body } = summary("1");
		const [point] = body.keyPoints;
		api.answer({
			body: {
				...body,
				later: true,
				keyPoints: [{ ...point, weight: 3, evidence: point?.evidence.map((one) => ({ ...one, page: 1 })) }],
				metadata: { ...body.metadata, licence: "CC", sources: { licence: "a-new-place" } },
			},
		});
		const read = await client().summary("a");
		expect(read).toMatchObject({ later: true, keyPoints: [{ weight: 3 }], headline: body.headline });
		api.answer({ body: { items: [{ key: "a", status: "ready", receivedAt: ISSUED, mood: "x" }], total: 1 } });
		expect((await client().page()).items[0]?.key).toBe("a");
		api.answer(problem(404, "unknown-key", { instance: "/x" }));
		await expect(client().summary("a")).rejects.toMatchObject({ code: "unknown-key" });
	});

	test("that is none of the contract's is told as that", async () => {
		for (const body of ["<html>hello", { items: [{ key: 1 }] }]) {
			api.answer({ body });
			await expect(client().page()).rejects.toMatchObject({ name: "UnexpectedAnswerError" });
		}
	});

	test("can be the gateway's own refusal", async () => {
		api.answer({ status: 403, body: { message: "Forbidden" } });
		await expect(client().page()).rejects.toMatchObject({
			status: 403,
			code: "http-403",
			message: "The API answered 403: Forbidden.",
		});
	});

	test("can have some fields only", async () => {
		const { gist } = summary("1").body;
		api.answer({ body: { gist } });
		expect((await client().summary("a", { fields: ["gist"] })).gist.text).toBe(gist.text);
		expect(api.asked[0]?.url).toContain("&fields=gist");
	});

	test("is fetched from S3 when it is large, without the token", async () => {
		api.answer({ status: 303, headers: { location: `${s3.url}/library/x` } });
		s3.answer(summary("1"));
		expect((await client({ token: "secret" }).summary("a")).key).toBe("a");
		expect(s3.asked[0]?.headers.authorization).toBeUndefined();
		await expect(client().written("summaries", "a", "html")).rejects.toThrow("larger than 5 MB");
	});

	test("is written as asked", async () => {
		api.answer({ headers: { "content-type": "text/markdown" }, body: "# Hello" });
		expect(await client().written("articles", "a", "markdown")).toBe("# Hello");
		expect(api.asked[0]?.url).toBe("/articles?key=a&format=markdown");
	});
});

describe("a list", () => {
	const item = (key: string) => ({ key, status: "ready", receivedAt: ISSUED });

	test("is read page by page, past empty ones, and no further than is asked for", async () => {
		api.answer(
			{ body: { items: [item("1"), item("2")], next: "c1" } },
			{ body: { items: [], next: "c2" } },
			{ body: { items: [item("3")] } },
		);
		const keys = [];
		for await (const { key } of client().list({ topic: "Ferries & quays", limit: 2 })) keys.push(key);
		expect(keys).toEqual(["1", "2", "3"]);
		expect(api.asked.map(({ url }) => url)).toEqual([
			"/summaries?topic=Ferries%20%26%20quays&limit=2",
			"/summaries?topic=Ferries%20%26%20quays&limit=2&cursor=c1",
			"/summaries?topic=Ferries%20%26%20quays&limit=2&cursor=c2",
		]);
		api.answer({ body: { items: [item("1")], next: "c1" } });
		for await (const _ of client().list()) break;
		expect(api.asked).toHaveLength(1);
	});
});
