import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, type Dependencies } from "../../../functions/fetch/app.ts";
import type { ProblemDetails } from "../../../functions/shared/api.ts";
import { ArticleDocumentSchema } from "../../../functions/shared/article.ts";
import { SummaryDocumentSchema } from "../../../functions/shared/summary.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { articleDocument, summaryDocument } from "../../support/documents.ts";
import { uploadsTo } from "./uploads.ts";

let cloud: Cloud;
let uploads: ReturnType<typeof uploadsTo>;
const logged: unknown[] = [];
const NOW = new Date();

beforeAll(async () => {
	cloud = await startCloud();
	uploads = uploadsTo(cloud);
});
afterAll(() => cloud.close());

const appWith = (replaced: Partial<Dependencies> = {}) =>
	createApp({
		catalogue: cloud.catalogue,
		lists: cloud.lists,
		library: cloud.library,
		inbox: cloud.inbox,
		queues: cloud.queues,
		now: () => NOW,
		logger: { error: (...entry) => void logged.push(entry) },
		...replaced,
	});

const get = (path: string, headers: Record<string, string> = {}, app = appWith()) =>
	app.request(path, { headers });

const expectProblem = async (response: Response, status: number, code: string) => {
	expect(response.headers.get("content-type")).toBe("application/problem+json");
	const problem = (await response.json()) as ProblemDetails;
	expect({ responseStatus: response.status, ...problem }).toMatchObject({
		responseStatus: status,
		type: "about:blank",
		status,
		code,
		title: expect.stringMatching(/\w/),
		detail: expect.stringMatching(/\w/),
	});
	return problem;
};

describe("what a row answers", () => {
	it("404 for a key that was never uploaded", async () => {
		await expectProblem(await get("/summaries?key=never"), 404, "unknown-key");
	});

	it("202 with Retry-After and the stage while the upload is on its way", async () => {
		await uploads.stripped("on-its-way");
		const response = await get("/summaries?key=on-its-way");
		expect(response.status).toBe(202);
		expect(response.headers.get("retry-after")).toBe("2");
		expect(await response.json()).toEqual({
			key: "on-its-way",
			stage: "stripped",
			receivedAt: "2025-03-07T09:00:00Z",
		});
	});

	it("202 for a re-upload on its way, though an older summary exists", async () => {
		await uploads.ready("again");
		await uploads.received("again", "0B");
		expect((await get("/summaries?key=again")).status).toBe(202);
		expect((await get("/articles?key=again")).status).toBe(202);
	});

	it("200 with the summary document once it is ready", async () => {
		await uploads.ready("ready");
		const response = await get("/summaries?key=ready");
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe("application/json");
		expect(SummaryDocumentSchema.parse(await response.json())).toMatchObject({
			key: "ready",
			gist: summaryDocument().gist,
		});
	});

	it("200 with the article document once it is ready", async () => {
		await uploads.ready("ready-article");
		const response = await get("/articles?key=ready-article");
		expect(response.status).toBe(200);
		expect(ArticleDocumentSchema.parse(await response.json())).toMatchObject({
			key: "ready-article",
			blocks: articleDocument().blocks,
		});
	});

	it.each(["/summaries", "/articles"])(
		"422 with the row's reason for a rejected upload (%s)",
		async (path) => {
			await uploads.rejected("rejected");
			const problem = await expectProblem(await get(`${path}?key=rejected`), 422, "not-text");
			expect(problem.detail).toBe("This upload is a picture.");
			expect(problem.upload).toEqual({ receivedAt: "2025-03-07T09:00:00Z" });
		},
	);

	it("503 with the row's reason for a failed one", async () => {
		await uploads.failed("failed");
		const response = await get("/summaries?key=failed");
		expect(response.headers.get("retry-after")).toBe("60");
		await expectProblem(response, 503, "timeout");
	});

	it("410 for a deleted one", async () => {
		await uploads.ready("deleted");
		await uploads.deleted("deleted");
		await expectProblem(await get("/summaries?key=deleted"), 410, "deleted");
	});
});

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

describe("wait", () => {
	it("holds the answer until it is final", async () => {
		const turn = await uploads.received("waited-for");
		const answer = get("/summaries?key=waited-for&wait=10");
		setTimeout(() => cloud.catalogue.reject(turn, { code: "empty", message: "Nothing in it." }), 300);
		await expectProblem(await answer, 422, "empty");
	});

	it("waits for an upload whose event has not arrived", async () => {
		const answer = get("/summaries?key=not-yet&wait=10");
		setTimeout(() => uploads.ready("not-yet"), 300);
		expect((await answer).status).toBe(200);
	});

	it("answers 202 or 404 when the time is up", async () => {
		await uploads.received("slow");
		const started = performance.now();
		const [slow, never] = await Promise.all([
			get("/summaries?key=slow&wait=1"),
			get("/summaries?key=never&wait=1"),
		]);
		expect(performance.now() - started).toBeGreaterThan(990);
		expect([slow.status, never.status]).toEqual([202, 404]);
	});

	it("does not hold what is final already", async () => {
		await uploads.rejected("final");
		const started = performance.now();
		await get("/summaries?key=final&wait=20");
		expect(performance.now() - started).toBeLessThan(10_000);
	});

	it("stops reading when the reader goes", async () => {
		const gone = new AbortController();
		let reads = 0;
		const app = appWith({
			catalogue: {
				get: (key) => {
					reads += 1;
					return cloud.catalogue.get(key);
				},
			},
		});
		const answer = app.request("/summaries?key=never&wait=20", { signal: gone.signal });
		const started = performance.now();
		setTimeout(() => gone.abort(), 100);
		await answer;
		expect(performance.now() - started).toBeLessThan(10_000);
		const readsWhenGone = reads;
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(reads).toBe(readsWhenGone);
		expect(logged).toEqual([]);
	});

	it.each(["-1", "21", "1.5", "", "soon", "1e1", "99999999999"])("400 for wait=%s", async (wait) => {
		const problem = await expectProblem(await get(`/summaries?key=a&wait=${wait}`), 400, "invalid-query");
		expect(problem.detail).toContain("0 to 20");
	});
});

describe("representations", () => {
	beforeAll(() => uploads.ready("both"));

	it.each([
		["nothing said", undefined, "application/json"],
		[
			"a browser",
			"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
			"text/html; charset=utf-8",
		],
		["Markdown", "text/markdown", "text/markdown; charset=utf-8"],
		["any text", "text/*", "text/markdown; charset=utf-8"],
		["Markdown rather than JSON", "application/json;q=0.5, Text/Markdown", "text/markdown; charset=utf-8"],
		["anything but JSON", "*/*, application/json;q=0", "text/markdown; charset=utf-8"],
		["both alike", "text/markdown, application/json", "application/json"],
	])("%s", async (_, accept, contentType) => {
		const response = await get("/summaries?key=both", accept === undefined ? {} : { Accept: accept });
		expect(response.headers.get("content-type")).toBe(contentType);
		expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding");
	});

	it("406 that lists what there is, for anything else", async () => {
		const problem = await expectProblem(
			await get("/summaries?key=both", { Accept: "application/pdf" }),
			406,
			"not-acceptable",
		);
		expect(problem.detail).toContain("application/json, text/markdown");
	});

	it("writes both documents as Markdown", async () => {
		const markdown = { Accept: "text/markdown" };
		expect(await (await get("/summaries?key=both", markdown)).text()).toContain("## Key points");
		expect(await (await get("/articles?key=both", markdown)).text()).toContain("## Fewer boats");
	});
});

describe("conditional requests", () => {
	const tagOf = async (path: string, accept = "application/json") =>
		(await get(path, { Accept: accept })).headers.get("etag") ?? "";

	it("304 without reading the document, when the reader has it", async () => {
		const { summary } = await uploads.ready("known");
		const tag = await tagOf("/summaries?key=known");
		await cloud.library.remove([summary]);
		const response = await get("/summaries?key=known", { "If-None-Match": tag });
		expect(response.status).toBe(304);
		expect(await response.text()).toBe("");
		expect(response.headers.get("etag")).toBe(tag);
		expect(response.headers.get("cache-control")).toBe("private, no-cache");
		expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding");
	});

	it("the tag is strong, and another one for each document and representation", async () => {
		await uploads.ready("tags");
		const tags = await Promise.all([
			tagOf("/summaries?key=tags"),
			tagOf("/summaries?key=tags", "text/markdown"),
			tagOf("/articles?key=tags"),
			tagOf("/articles?key=tags", "text/markdown"),
		]);
		await uploads.ready("tags", { sequencer: "0B" });
		tags.push(await tagOf("/summaries?key=tags"));
		expect(new Set(tags).size).toBe(5);
		for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
	});

	it("knows the tag in a list, weakened, and *", async () => {
		await uploads.ready("list");
		const tag = await tagOf("/summaries?key=list");
		for (const known of [`"other", ${tag}`, `W/${tag}`, "*"])
			expect((await get("/summaries?key=list", { "If-None-Match": known })).status).toBe(304);
		expect((await get("/summaries?key=list", { "If-None-Match": '"other"' })).status).toBe(200);
	});

	it("a re-upload on its way is no 304", async () => {
		await uploads.ready("renewed");
		const tag = await tagOf("/summaries?key=renewed");
		await uploads.received("renewed", "0B");
		expect((await get("/summaries?key=renewed", { "If-None-Match": tag })).status).toBe(202);
	});
});

describe("a document that vanishes between row and library", () => {
	it("is looked up again: the newer one is answered", async () => {
		const { summary } = await uploads.ready("raced");
		const stale = await cloud.catalogue.get("raced");
		await uploads.ready("raced", { sequencer: "0B", summary: summaryDocument({ headline: "Newer" }) });
		await cloud.library.remove([summary]);
		let reads = 0;
		const catalogue = {
			get: async (key: string) => (reads++ === 0 ? stale : cloud.catalogue.get(key)),
		};
		const response = await get("/summaries?key=raced", {}, appWith({ catalogue }));
		expect(await response.json()).toMatchObject({ headline: "Newer" });
	});

	it("is 503 with Retry-After when it stays away", async () => {
		const { summary } = await uploads.ready("vanished");
		await cloud.library.remove([summary]);
		const response = await get("/summaries?key=vanished");
		expect(response.headers.get("retry-after")).toBe("1");
		await expectProblem(response, 503, "unavailable");
	});
});

describe("a document too large for Lambda's answer", () => {
	it("303 to the document in the library", async () => {
		const text = 'He said "so". '.repeat(320_000);
		const article = articleDocument({ blocks: [{ type: "paragraph", text }] });
		expect(JSON.stringify(article).length).toBeLessThan(5.5 * 2 ** 20);
		await uploads.ready("large", { article });
		const response = await get("/articles?key=large");
		expect(response.status).toBe(303);
		const document = await fetch(response.headers.get("location") ?? "");
		expect(ArticleDocumentSchema.parse(await document.json()).blocks).toEqual(article.blocks);
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

	it.each(["/", "/summary", "/summaries/extra/", "/SUMMARIES"])("404 for %s", async (path) => {
		await expectProblem(await get(path), 404, "no-such-path");
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
