import { afterAll, describe, expect, test } from "vitest";
import { onItsWay, problem, startScripted } from "./scripted.ts";

const { api, client, close } = await startScripted();
afterAll(close);

const about = (versionId: string, receivedAt = "2026-02-01T10:00:00Z") => ({ versionId, receivedAt });

describe("a request", () => {
	test("names any key exactly, spaces as %20", async () => {
		api.answer(problem(404, "unknown-key"));
		await expect(client().summary("a b+c&d=é/..//?.html")).rejects.toMatchObject({ code: "unknown-key" });
		expect(api.asked[0]?.url).toBe("/summaries?key=a%20b%2Bc%26d%3D%C3%A9%2F..%2F%2F%3F.html&format=json");
	});

	test("goes below the address that was given, with or without its slash", async () => {
		api.answer({ body: { items: [] } });
		await client({ baseUrl: `${api.url}/v1/` }).page();
		expect(api.asked[0]?.url).toBe("/v1/summaries");
	});

	test("carries the token, asked for anew each time", async () => {
		let n = 0;
		api.answer({ status: 500 }, { body: { items: [] } });
		await client({ token: async () => `t${++n}`, retries: 1 }).page();
		expect(api.asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
	});

	test("is signed by a fetch of one's own", async () => {
		api.answer({ body: { items: [] } });
		const signing: typeof fetch = (input, init) => {
			const headers = new Headers(init?.headers);
			headers.set("x-signed", "yes");
			return fetch(input, { ...init, headers });
		};
		await client({ fetch: signing }).page();
		expect(api.asked[0]?.headers["x-signed"]).toBe("yes");
	});

	test("is refused for an address that isn't one", () => {
		expect(() => client({ baseUrl: "precis.example" })).toThrow(/http or https/);
	});
});

describe("what goes wrong for a moment", () => {
	test.each([
		["a server error", { status: 500, body: { message: "Internal Server Error" } }],
		["a connection that breaks", "drop" as const],
		["a 429 that says when", { status: 429, headers: { "retry-after": "0" } }],
		["a 503 of the API's own", problem(503, "unavailable")],
	])("is tried again: %s", async (_, reply) => {
		api.answer(reply, { body: { items: [] } });
		expect(await client({ retries: 1 }).page()).toEqual({ items: [] });
		expect(api.asked).toHaveLength(2);
	});

	test("waits as long as Retry-After says, a second for a gateway that doesn't say", async () => {
		const elapsed = async (headers: Record<string, string>) => {
			api.answer({ status: 429, headers }, { body: { items: [] } });
			const start = performance.now();
			await client({ retries: 1 }).page();
			return performance.now() - start;
		};
		expect(await elapsed({ "retry-after": "1" })).toBeGreaterThanOrEqual(1000);
		expect(await elapsed({})).toBeGreaterThanOrEqual(490);
	});

	test("is told rather than waited for when it takes long", async () => {
		api.answer({ status: 429, headers: { "retry-after": "3600" } });
		await expect(client({ retries: 3 }).page()).rejects.toMatchObject({
			name: "ProblemError",
			status: 429,
			retryAfterSeconds: 3600,
		});
		expect(api.asked).toHaveLength(1);
	});

	test("is told when the tries are used up", async () => {
		api.answer("drop");
		await expect(client({ retries: 1 }).page()).rejects.toMatchObject({
			name: "UnreachableError",
			message: `${api.url} can't be reached.`,
		});
		expect(api.asked).toHaveLength(2);
		api.answer("hang");
		await expect(client({ timeoutMs: 100 }).page()).rejects.toThrow("did not answer within 0.1 seconds");
	});

	test("isn't tried again when it won't change", async () => {
		api.answer(problem(400, "invalid-query"));
		await expect(client({ retries: 3 }).page()).rejects.toThrow("It is invalid-query.");
		api.answer(problem(503, "summarise-failed", { upload: about("1") }));
		await expect(client({ retries: 3 }).summary("a")).rejects.toMatchObject({ name: "FailedError" });
		expect(api.asked).toHaveLength(1);
	});
});

describe("an abort", () => {
	test("ends a request, a pause and a wait with the signal's reason", async () => {
		const reason = new Error("enough");
		for (const reply of ["hang" as const, { status: 500 }, onItsWay]) {
			api.answer(reply);
			const controller = new AbortController();
			setTimeout(() => controller.abort(reason), 50);
			const waiting = client({ retries: 9 }).waitFor("a", { signal: controller.signal });
			await expect(waiting).rejects.toBe(reason);
		}
	});

	test("that came before sends nothing", async () => {
		api.answer({ body: { items: [] } });
		await expect(client().page({ signal: AbortSignal.abort() })).rejects.toThrow();
		expect(api.asked).toEqual([]);
	});
});
