import { afterAll, describe, expect, it } from "vitest";
import { ArticleDocumentSchema } from "../../../functions/shared/article.ts";
import { SummaryDocumentSchema } from "../../../functions/shared/summary.ts";
import { articleDocument, summaryDocument } from "../../support/documents.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, logged, appWith, get } = await startApi();
afterAll(() => cloud.close());

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
