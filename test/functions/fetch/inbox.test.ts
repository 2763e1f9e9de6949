import { afterAll, describe, expect, it } from "vitest";
import { UploadTicketSchema } from "../../../functions/shared/api.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, appWith } = await startApi();
afterAll(() => cloud.close());

describe("POST /uploads", () => {
	const post = (body: unknown, type = "application/json") =>
		appWith().request("/uploads", {
			method: "POST",
			headers: { "Content-Type": type },
			body: typeof body === "string" ? body : JSON.stringify(body),
		});

	it("gives an address that takes the upload with its headers, and nothing else", async () => {
		const request = {
			key: "people/a b+ü.html",
			contentType: "text/html; charset=utf-8",
			url: "https://a.example/x?y=z",
			length: "brief",
		};
		const answer = await post(request);
		expect(answer.status).toBe(201);
		const { url, headers, method, expiresAt } = UploadTicketSchema.parse(await answer.json());
		expect(headers).toEqual({
			"content-type": request.contentType,
			"x-amz-meta-precis-url": request.url,
			"x-amz-meta-precis-length": request.length,
		});
		expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
		expect(
			(await fetch(url, { method, body: "<p>Hello", headers: { ...headers, "content-type": "text/plain" } }))
				.status,
		).toBe(403);
		expect((await fetch(url, { method, body: "<p>Hello", headers })).status).toBe(200);
		const { object } = cloud.events.find(({ detail }) => detail.object.key === request.key)?.detail ?? {};
		expect(object?.size).toBe(8);
	});

	it("needs nothing but a key", async () => {
		const { url, headers } = UploadTicketSchema.parse(await (await post({ key: "plain.txt" })).json());
		expect(headers).toEqual({});
		expect((await fetch(url, { method: "PUT", body: "Hello" })).status).toBe(200);
	});

	it.each<[string, unknown, string]>([
		["no key", {}, "“key” is missing"],
		["an empty key", { key: "" }, "“key” is empty"],
		["a long key", { key: "k".repeat(1025) }, "longer than 1024 bytes"],
		[
			"a header smuggled into the type",
			{ key: "a", contentType: "text/html\r\nx: y" },
			"“contentType” is a media type",
		],
		[
			"an address that isn't http",
			{ key: "a", url: "javascript:alert(1)" },
			"“url” is an http or https address",
		],
		[
			"a length that there isn't",
			{ key: "a", length: "long" },
			"“length” is one of brief, standard, detailed.",
		],
		["anything else", { key: "a", bucket: "b" }, "not “bucket”"],
		["no object", [1], "The body is an object"],
		["no JSON", "{", "The body is not JSON."],
	])("is 400 for %s, and says so in a sentence", async (_, body, sentence) => {
		const { detail } = await expectProblem(await post(body), 400, "invalid-body");
		expect(detail).toContain(sentence);
		expect(detail).toMatch(/^[“A-Z][^:]* /);
	});

	it("is 415 for other types, 413 for long requests", async () => {
		await expectProblem(await post({ key: "a" }, "text/plain"), 415, "unsupported-media-type");
		await expectProblem(await post({ key: "a".repeat(20_000) }), 413, "too-large");
	});
});

describe("DELETE /articles", () => {
	it("removes the upload, whose event does the rest", async () => {
		await uploads.ready("gone.html");
		const answer = await appWith().request("/articles?key=gone.html", { method: "DELETE" });
		expect([answer.status, await answer.json()]).toEqual([202, { key: "gone.html" }]);
		await expect.poll(() => cloud.events.map(({ detail }) => detail.object.key)).toContain("gone.html");
	});

	it("is 404 for a key that nothing is known of, and leaves no delete marker", async () => {
		await expectProblem(
			await appWith().request("/articles?key=never", { method: "DELETE" }),
			404,
			"unknown-key",
		);
	});

	it("is 400 without a key", async () => {
		await expectProblem(await appWith().request("/articles", { method: "DELETE" }), 400, "invalid-query");
	});
});
