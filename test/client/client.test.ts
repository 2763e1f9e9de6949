import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClientOptions, createClient } from "../../client/index.ts";
import { summaryDocument, upload as uploadOf } from "../support/documents.ts";
import { type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

let api: ScriptedServer;
let s3: ScriptedServer;
beforeAll(async () => {
	[api, s3] = await Promise.all([startScriptedServer(), startScriptedServer()]);
});
afterAll(() => Promise.all([api.close(), s3.close()]));

const client = (options: Partial<ClientOptions> = {}) =>
	createClient({ baseUrl: api.url, retries: 0, ...options });

const ISSUED = "2026-02-01T10:00:00.400Z";
const about = (versionId: string, receivedAt = "2026-02-01T10:00:00Z") => ({ versionId, receivedAt });
const problem = (status: number, code: string, more: object = {}) => ({
	status,
	body: { type: "about:blank", title: "x", status, detail: `It is ${code}.`, code, ...more },
});
const summary = (versionId: string, uploadedAt = "2026-02-01T10:00:00Z") => ({
	body: {
		...summaryDocument(),
		key: "a",
		upload: { ...uploadOf(), versionId, uploadedAt },
		pointers: { article: "x", summary: "y" },
	},
});
const onItsWay = { status: 202, body: { key: "a", stage: "received", receivedAt: ISSUED } };
const ticket = (headers = {}) => ({
	status: 201,
	body: {
		key: "a",
		method: "PUT",
		url: `${s3.url}/bucket/a?X-Amz-Signature=1`,
		headers,
		issuedAt: ISSUED,
		expiresAt: ISSUED,
	},
});

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

describe("an upload", () => {
	const stored = { headers: { "x-amz-version-id": "v1" }, body: "" };

	test("goes to the presigned address, with its headers and without the token", async () => {
		api.answer(ticket({ "content-type": "text/html; charset=utf-8", "x-amz-meta-precis-length": "brief" }));
		s3.answer(stored);
		const options = { contentType: "text/html", url: "https://a.example/", length: "brief" } as const;
		expect(await client({ token: "secret" }).upload("a", "<p>Grüße", options)).toEqual({
			key: "a",
			versionId: "v1",
			issuedAt: ISSUED,
		});
		expect(JSON.parse(api.asked[0]?.body ?? "")).toEqual({
			key: "a",
			contentType: "text/html; charset=utf-8",
			url: "https://a.example/",
			length: "brief",
		});
		expect(s3.asked[0]).toMatchObject({ method: "PUT", body: "<p>Grüße" });
		expect(s3.asked[0]?.headers).toMatchObject({
			"content-type": "text/html; charset=utf-8",
			"content-length": "10",
			"x-amz-meta-precis-length": "brief",
		});
		expect(s3.asked[0]?.headers.authorization).toBeUndefined();
	});

	const bytes = () => new TextEncoder().encode("hello");
	test.each([
		["text", () => "hello"],
		["bytes", bytes],
		["a part of bytes", () => new TextEncoder().encode("oh hello").subarray(3)],
		["a buffer", () => bytes().buffer],
		["a blob", () => new Blob(["hello"])],
		["a web stream", () => new Blob(["hello"]).stream()],
		["Node's stream", () => Readable.from([bytes().subarray(0, 2), bytes().subarray(2)])],
	])("can be %s, and is sent again when S3 is slow", async (_, content) => {
		api.answer(ticket());
		s3.answer({ status: 503, body: "<Error><Code>SlowDown</Code></Error>" }, stored);
		await client({ retries: 1 }).upload("a", content());
		expect(s3.asked.map(({ body }) => body)).toEqual(["hello", "hello"]);
		expect(s3.asked[0]?.headers["content-type"]).toBeUndefined();
	});

	test("has its file's type", async () => {
		api.answer(ticket());
		s3.answer(stored);
		await client().upload("a", new Blob(["x"], { type: "text/markdown" }));
		expect(JSON.parse(api.asked[0]?.body ?? "").contentType).toBe("text/markdown");
	});

	test("of more than 25 MiB isn't begun, however it comes", async () => {
		api.answer(ticket());
		const mebibyte = new Uint8Array(1024 * 1024);
		const endless = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(mebibyte) });
		for (const content of [endless, new Blob(Array(26).fill(mebibyte))])
			await expect(client().upload("a", content)).rejects.toThrow("at most 25 MiB");
		expect(api.asked).toEqual([]);
	});

	test("that S3 refuses says why", async () => {
		api.answer(ticket());
		s3.answer({ status: 403, body: "<Error><Code>AccessDenied</Code></Error>" });
		await expect(client().upload("a", "x")).rejects.toMatchObject({ status: 403, code: "AccessDenied" });
	});
});

describe("waiting for an upload", () => {
	const uploaded = { key: "a", versionId: "v2", issuedAt: ISSUED };

	test("passes over what was there before: nothing, another summary, another rejection, a removal", async () => {
		api.answer(
			problem(404, "unknown-key"),
			summary("v1"),
			problem(422, "not-text", { upload: about("v1") }),
			problem(410, "deleted", { upload: { receivedAt: "2026-02-01T10:00:00Z" } }),
			onItsWay,
			summary("v2"),
		);
		expect((await client().waitFor(uploaded)).upload.versionId).toBe("v2");
		expect(api.asked).toHaveLength(6);
		expect(api.asked[0]?.url).toBe("/summaries?key=a&format=json&wait=20");
	});

	test("takes a newer upload's summary for an answer", async () => {
		api.answer(summary("v3", "2026-02-01T10:00:01Z"));
		expect((await client().waitFor(uploaded)).upload.versionId).toBe("v3");
	});

	test("goes by the time where there are no versions", async () => {
		api.answer(summary("null", "2026-02-01T09:59:59Z"), summary("null", "2026-02-01T10:00:00Z"));
		const { upload } = await client().waitFor({ key: "a", issuedAt: ISSUED });
		expect(upload.uploadedAt).toBe("2026-02-01T10:00:00Z");
	});

	test("throws why there is no summary", async () => {
		api.answer(problem(422, "not-text", { upload: about("v2") }));
		await expect(client().waitFor(uploaded)).rejects.toMatchObject({
			name: "RejectedError",
			code: "not-text",
			message: "It is not-text.",
		});
		api.answer(problem(503, "ingest-failed", { upload: about("v2") }));
		await expect(client().waitFor(uploaded)).rejects.toMatchObject({ name: "FailedError" });
	});

	test("ends with the stage when the time is up", async () => {
		api.answer(onItsWay);
		await expect(client().waitFor(uploaded, { timeoutMs: 300 })).rejects.toMatchObject({
			name: "NotReadyError",
			stage: "received",
			message: "“a” is not ready after 0.3 seconds: it is received.",
		});
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
