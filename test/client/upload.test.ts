import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { ISSUED, onItsWay, problem, startScripted, summary } from "./scripted.ts";

const { api, s3, client, ticket, close } = await startScripted();
afterAll(close);

const about = (versionId: string, receivedAt = "2026-02-01T10:00:00Z") => ({ versionId, receivedAt });

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
