import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, describe, expect, it } from "vitest";
import { startCloud } from "../../support/cloud.ts";
import { summaryDocument } from "../../support/documents.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, logged, appWith, get } = await startApi();
afterAll(() => cloud.close());

describe("keys", () => {
	const odd = [
		"news/2025/a.html",
		"a b+c.txt",
		"100%25 & more?.md",
		"../up/./and/../down",
		"/leading//double/",
		"naïve/日本語/🦊.html",
		"\uFEFFbom",
		"é (composed) and e\u0301 (not)",
		"line\nbreak\tand\u0000nul",
		"#fragment",
		"a=b&key=c",
		"__proto__",
		"k".repeat(1024),
		"ü".repeat(512),
	];

	it.each(odd)("any key that S3 allows can be asked for: %j", async (key) => {
		await uploads.received(key);
		const response = await get(`/summaries?key=${encodeURIComponent(key)}`);
		expect(await response.json()).toMatchObject({ key, stage: "received" });
	});

	it("a plus in the query is a space, %2B a plus", async () => {
		await uploads.received("one two+three");
		expect((await get("/summaries?key=one+two%2Bthree")).status).toBe(202);
	});

	it.each([
		["an empty key", "?key=", "empty"],
		["a key of 1,025 bytes", `?key=${"é".repeat(512)}x`, "1024 bytes"],
		["bytes that are not UTF-8", "?key=%ff", "UTF-8"],
		["half an escape", "?key=50%", "%25"],
		["a surrogate in UTF-8's clothes", "?key=%ED%A0%80", "UTF-8"],
		["two keys", "?key=a&key=b", "twice"],
		["an unescaped & in the key", "?key=salt&pepper", "“pepper”"],
		["__proto__ as a parameter", "?key=a&__proto__=b", "“__proto__”"],
	])("400 for %s", async (_, search, says) => {
		const problem = await expectProblem(await get(`/summaries${search}`), 400, "invalid-query");
		expect(problem.detail).toContain(says);
	});
});

describe("the protocol", () => {
	it("HEAD answers like GET, without the body", async () => {
		await uploads.ready("head");
		const [byGet, byHead] = await Promise.all([
			get("/summaries?key=head"),
			appWith().request("/summaries?key=head", { method: "HEAD" }),
		]);
		expect(byHead.status).toBe(200);
		expect(byHead.headers.get("etag")).toBe(byGet.headers.get("etag"));
		expect(await byHead.text()).toBe("");
	});

	it.each(["POST", "PUT", "PATCH", "OPTIONS"])("405 with Allow for %s", async (method) => {
		const response = await appWith().request("/articles?key=a", { method });
		expect(response.headers.get("allow")).toBe("GET, HEAD, DELETE");
		await expectProblem(response, 405, "method-not-allowed");
	});

	it.each(["/summary", "/summaries/extra/", "/SUMMARIES"])("404 for %s", async (path) => {
		await expectProblem(await get(path), 404, "no-such-path");
	});

	it("leads from its bare address to the reference", async () => {
		const answer = await get("/");
		expect([answer.status, answer.headers.get("location")]).toEqual([302, "/docs"]);
	});

	it.each(["/summaries?key=both", "/summaries", "/nowhere"])(
		"%s carries the security headers",
		async (path) => {
			const { headers } = await get(path);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("content-security-policy")).toMatch(
				/^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
			);
			expect(headers.get("cache-control")).toBe("private, no-cache");
		},
	);
});

describe("when something breaks", () => {
	it("a service that fails is 503, logged, and tells the reader nothing of its inside", async () => {
		const gone = await startCloud();
		await gone.close();
		const response = await get("/summaries?key=a", {}, appWith({ catalogue: gone.catalogue }));
		const problem = await expectProblem(response, 503, "unavailable");
		expect(response.headers.get("retry-after")).toBe("1");
		expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|node_modules/);
		expect(logged.splice(0)).toHaveLength(1);
	});

	it("a document that is not ours is 500, logged, without its stack", async () => {
		await uploads.ready("broken", { summary: { ...summaryDocument(), headline: "" } });
		const problem = await expectProblem(await get("/summaries?key=broken"), 500, "internal");
		expect(JSON.stringify(problem)).not.toMatch(/zod|headline|at /i);
		expect(logged.splice(0)).toHaveLength(1);
	});
});

describe("a service that is asked too much", () => {
	it("is 429 with Retry-After", async () => {
		const error = Object.assign(new Error("slow"), { name: "ThrottlingException", $metadata: {} });
		const lists = { ...cloud.lists, page: () => Promise.reject(error) };
		const answer = await appWith({ lists }).request("/summaries");
		expect(answer.headers.get("retry-after")).toBe("1");
		await expectProblem(answer, 429, "too-many-requests");
	});
});

describe("the description of the API", () => {
	it("is valid OpenAPI 3.1 to an independent validator", async () => {
		const validator = new Validator();
		const result = await validator.validate(
			(await (await get("/openapi.json")).json()) as Record<string, unknown>,
		);
		expect(result).toEqual({ valid: true });
		expect(validator.version).toBe("3.1");
	});

	it("is a page too", async () => {
		const answer = await get("/docs");
		expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect(await answer.text()).toContain("POST /uploads");
	});
});
