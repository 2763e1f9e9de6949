/** Lists, feeds, uploads, removals, status and the API's own description. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, type Dependencies } from "../../../functions/fetch/app.ts";
import {
	ListPageSchema,
	ProblemDetailsSchema,
	StatusSchema,
	UploadTicketSchema,
} from "../../../functions/shared/api.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { articleDocument, summaryDocument } from "../../support/documents.ts";
import { uploadsTo } from "./uploads.ts";

let cloud: Cloud;
let uploads: ReturnType<typeof uploadsTo>;
beforeAll(async () => {
	cloud = await startCloud();
	uploads = uploadsTo(cloud);
});
afterAll(() => cloud.close());

const app = (replaced: Partial<Dependencies> = {}) =>
	createApp({ ...cloud, now: () => new Date(), logger: { error: () => {} }, ...replaced });
const get = (path: string, headers: Record<string, string> = {}) => app().request(path, { headers });

/** A ready upload with its own topic and publisher. */
const publish = (key: string, topic: string, publishedAt = "2025-03-01T08:00:00Z") => {
	const { metadata } = summaryDocument();
	return uploads.ready(key, {
		summary: summaryDocument({
			headline: `About ${key}`,
			topics: [topic],
			metadata: { ...metadata, publishedAt, publisher: { name: `${topic} Post` } },
		}),
	});
};

const refused = async (response: Response, status: number, code: string) => {
	const problem = ProblemDetailsSchema.parse(await response.json());
	expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
	return problem.detail;
};

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
		for (const ask of asks) await refused(await get(`/summaries?${ask}`), 400, "invalid-cursor");
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
		const detail = await refused(await get(`/summaries?${query}`), 400, "invalid-query");
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
			await refused(await get(`/summaries?key=fields&${query}`), 400, "invalid-query");
		},
	);
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

describe("feeds", () => {
	const HOSTILE = `]]><script>alert("1")</script>& <![CDATA[`;
	beforeAll(async () => {
		await publish("feed/one.html", "Feeds", "2025-03-01T08:00:00Z");
		await publish("feed/two & three.html", "Feeds", "2025-03-02T08:00:00Z");
		await uploads.ready("feed/hostile", {
			summary: summaryDocument({
				headline: HOSTILE,
				gist: { ...summaryDocument().gist, text: HOSTILE },
				topics: ["Hostile"],
			}),
		});
	});
	const feed = (name: string) =>
		get(`/feeds?feed=${encodeURIComponent(name)}`, { "X-Forwarded-Proto": "http" });

	it("are JSON Feed 1.1", async () => {
		const answer = await feed("topic/feeds.json");
		expect(answer.headers.get("content-type")).toBe("application/feed+json");
		const body = (await answer.json()) as Record<string, unknown>;
		expect(body).toMatchObject({
			version: "https://jsonfeed.org/version/1.1",
			title: "Precis: feeds",
			feed_url: "http://localhost/feeds/topic/feeds.json",
			items: [
				{
					url: "http://localhost/summaries?key=feed%2Ftwo%20%26%20three.html&format=html",
					title: "About feed/two & three.html",
					date_published: "2025-03-02T08:00:00.000Z",
					tags: ["Feeds"],
				},
				{ title: "About feed/one.html" },
			],
		});
		const read = extractFromJson(body);
		expect(read.entries?.map(({ title }) => title)).toEqual([
			"About feed/two & three.html",
			"About feed/one.html",
		]);
	});

	it("are Atom", async () => {
		const answer = await feed("publisher/FEEDS post.atom");
		expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
		const read = extractFromXml(await answer.text());
		expect(read.entries?.map(({ title }) => title)).toEqual([
			"About feed/two & three.html",
			"About feed/one.html",
		]);
		const { searchParams } = new URL(read.entries?.[0]?.link ?? "");
		expect(Object.fromEntries(searchParams)).toEqual({ key: "feed/two & three.html", format: "html" });
	});

	it("have identifiers without white space, as Atom demands", async () => {
		const xml = await (await feed("topic/feeds.atom")).text();
		expect(xml).toContain("<id>http://localhost/summaries?key=feed%2Ftwo%20%26%20three.html</id>");
	});

	it("show hostile text as text", async () => {
		const xml = await (await feed("topic/hostile.atom")).text();
		expect(extractFromXml(xml).entries?.[0]?.title).toBe(HOSTILE);
		expect(await (await feed("topic/hostile.json")).json()).toMatchObject({ items: [{ title: HOSTILE }] });
	});

	it("of everything have everything that is ready", async () => {
		const { items } = (await (await feed("all.json")).json()) as { items: unknown[] };
		expect(items.length).toBeGreaterThanOrEqual(3);
	});

	it("that are empty are valid too", async () => {
		expect(await (await feed("topic/nothing.atom")).text()).toContain(
			"<updated>1970-01-01T00:00:00.000Z</updated>",
		);
	});

	it.each(["all", "all.rss", "topic/.json", "author/x.json", ""])(
		"%j is 400 that says what there is",
		async (name) => {
			expect(await refused(await feed(name), 400, "invalid-query")).toContain("/feeds/all.json");
		},
	);
});

describe("POST /uploads", () => {
	const post = (body: unknown, type = "application/json") =>
		app().request("/uploads", {
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

	it.each<[string, unknown]>([
		["no key", {}],
		["an empty key", { key: "" }],
		["a long key", { key: "k".repeat(1025) }],
		["a header smuggled into the type", { key: "a", contentType: "text/html\r\nx: y" }],
		["an address that isn't http", { key: "a", url: "javascript:alert(1)" }],
		["a length that there isn't", { key: "a", length: "long" }],
		["anything else", { key: "a", bucket: "b" }],
		["no object", [1]],
		["no JSON", "{"],
	])("is 400 for %s", async (_, body) => {
		await refused(await post(body), 400, "invalid-body");
	});

	it("is 415 for other types, 413 for long requests", async () => {
		await refused(await post({ key: "a" }, "text/plain"), 415, "unsupported-media-type");
		await refused(await post({ key: "a".repeat(20_000) }), 413, "too-large");
	});
});

describe("DELETE /articles", () => {
	it("removes the upload, whose event does the rest", async () => {
		await uploads.ready("gone.html");
		const answer = await app().request("/articles?key=gone.html", { method: "DELETE" });
		expect([answer.status, await answer.json()]).toEqual([202, { key: "gone.html" }]);
		await expect.poll(() => cloud.events.map(({ detail }) => detail.object.key)).toContain("gone.html");
	});

	it("is 404 for a key that nothing is known of, and leaves no delete marker", async () => {
		await refused(await app().request("/articles?key=never", { method: "DELETE" }), 404, "unknown-key");
	});

	it("is 400 without a key", async () => {
		await refused(await app().request("/articles", { method: "DELETE" }), 400, "invalid-query");
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

describe("a service that is asked too much", () => {
	it("is 429 with Retry-After", async () => {
		const error = Object.assign(new Error("slow"), { name: "ThrottlingException", $metadata: {} });
		const lists = { ...cloud.lists, page: () => Promise.reject(error) };
		const answer = await app({ lists }).request("/summaries");
		expect(answer.headers.get("retry-after")).toBe("1");
		await refused(answer, 429, "too-many-requests");
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
