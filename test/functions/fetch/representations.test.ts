import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleDocument } from "../../support/documents.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, get } = await startApi();
afterAll(() => cloud.close());

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

describe("JSON-LD", () => {
	it("describes the article with its abstract", async () => {
		await uploads.ready("described");
		const answer = await get("/summaries?key=described&format=jsonld");
		expect(answer.headers.get("content-type")).toBe("application/ld+json");
		expect(await answer.json()).toMatchObject({
			"@context": "https://schema.org",
			"@type": "NewsArticle",
			headline: "Lindmouth harbour to close",
			abstract: "The harbour of Lindmouth will close on Monday.",
			author: [{ "@type": "Person", name: "Jo Reed", jobTitle: "Coast Reporter" }],
			datePublished: "2025-03-07T08:00:00Z",
			publisher: { "@type": "Organization", name: "The Tidal Post", url: "https://tidal.example" },
		});
	});

	it("has the text where the article is asked for", async () => {
		await uploads.ready("with-text", { article: articleDocument() });
		const body = (await (
			await get("/articles?key=with-text", { Accept: "application/ld+json" })
		).json()) as object;
		expect(body).toMatchObject({ articleBody: expect.stringContaining("Fewer boats") });
	});
});

describe("fields", () => {
	beforeAll(() => uploads.ready("fields"));

	it("answers only these, in the document's order", async () => {
		const answer = await get("/summaries?key=fields&fields=keyPoints,gist", { Accept: "text/html" });
		expect(Object.keys((await answer.json()) as object)).toEqual(["gist", "keyPoints"]);
	});

	it("has tags of their own", async () => {
		const tags = ["", "&fields=gist", "&fields=keyPoints"].map(async (fields) =>
			(await get(`/summaries?key=fields${fields}`)).headers.get("etag"),
		);
		expect(new Set(await Promise.all(tags)).size).toBe(3);
	});

	it.each(["fields=gist,colour", "fields=", "fields=__proto__", "fields=gist&format=html"])(
		"is 400 for %s",
		async (query) => {
			await expectProblem(await get(`/summaries?key=fields&${query}`), 400, "invalid-query");
		},
	);
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
		// Of what isn't sent; a gateway would add another, and caches believe it.
		expect(response.headers.get("content-type")).toBe("application/json");
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

describe("compression", () => {
	beforeAll(() => uploads.ready("compressed"));

	it.each([
		["br", brotliDecompressSync],
		["gzip", gunzipSync],
	] as const)(
		"%s has the same text and a strong tag of its own, which is known",
		async (encoding, decode) => {
			const plain = await get("/summaries?key=compressed");
			const answer = await get("/summaries?key=compressed", { "Accept-Encoding": encoding });
			expect(answer.headers.get("content-encoding")).toBe(encoding);
			expect(decode(Buffer.from(await answer.arrayBuffer())).toString()).toBe(await plain.text());
			const tag = answer.headers.get("etag") ?? "";
			expect(tag).not.toBe(plain.headers.get("etag"));
			const known = await get("/summaries?key=compressed", {
				"If-None-Match": tag,
				"Accept-Encoding": encoding,
			});
			expect([known.status, known.headers.get("etag")]).toEqual([304, tag]);
			expect(known.headers.get("vary")).toBe("Accept, Accept-Encoding");
		},
	);

	it.each([
		["br;q=0.5, gzip", "gzip"],
		["gzip;q=0.5, br;q=0.5", "br"],
		["*", "br"],
		["br;q=0, identity", null],
		["zstd", null],
	])("Accept-Encoding: %s → %s", async (accept, encoding) => {
		const answer = await get("/summaries?key=compressed", { "Accept-Encoding": accept });
		expect(answer.headers.get("content-encoding")).toBe(encoding);
	});
});
