/** The API as curl gets it, from the real bundle behind the embedded gateway. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UploadTicketSchema } from "../../functions/shared/api.ts";
import { curl, type Embedded, startEmbedded } from "./embedded.ts";
import { page } from "./pages.ts";

let embedded: Embedded;
let folder: string;
const SUBJECTS = ["the mill", "the weir", "the quay"];
beforeAll(async () => {
	embedded = await startEmbedded();
	folder = mkdtempSync(join(tmpdir(), "precis-api-"));
	for (const subject of SUBJECTS) {
		await embedded.put(`api/${subject}.html`, subject);
		expect((await embedded.summary(`api/${subject}.html`)).status).toBe(200);
	}
});
afterAll(async () => {
	await embedded.stop();
	rmSync(folder, { recursive: true, force: true });
});

const header = (headers: string, name: string): string =>
	new RegExp(`^${name}: (.*?)\r?$`, "im").exec(headers)?.[1] ?? "";

describe("caching, as HTTP has it", () => {
	const path = "/summaries/api/the%20mill.html";

	test("a reader who has it is told so, in every encoding", async () => {
		for (const encoding of ["identity", "gzip", "br"]) {
			const accept = ["-H", `Accept-Encoding: ${encoding}`];
			const first = await embedded.get(path, "-o", "/dev/null", "-D", "-", ...accept);
			const tag = header(first.headers, "etag");
			expect(tag).toMatch(/^"[\w-]+(\.br|\.gzip)?"$/);
			const again = await embedded.get(path, ...accept, "-H", `If-None-Match: ${tag}`);
			expect([again.status, again.body, header(again.headers, "etag")]).toEqual([304, "", tag]);
			expect(header(again.headers, "cache-control")).toBe("private, no-cache");
			expect(header(again.headers, "vary")).toBe("Accept, Accept-Encoding");
		}
	});

	test("curl decodes what was compressed", async () => {
		const plain = await embedded.get(path);
		const compressed = await embedded.get(path, "--compressed");
		expect(header(compressed.headers, "content-encoding")).toMatch(/^(br|gzip)$/);
		expect(compressed.body).toEqual(plain.body);
	});

	test("a re-upload changes the tag", async () => {
		const tag = header((await embedded.get(path)).headers, "etag");
		await embedded.put("api/the mill.html", "the mill and its pond");
		await expect
			.poll(async () => header((await embedded.get(`${path}?wait=20`)).headers, "etag"), { timeout: 20_000 })
			.not.toBe(tag);
	});

	test("HEAD has the headers of GET, and no body", async () => {
		const [byGet, byHead] = await Promise.all([embedded.get(path), embedded.get(path, "-I")]);
		expect([byHead.status, byHead.body]).toEqual([200, ""]);
		for (const name of ["etag", "content-type", "vary"])
			expect(header(byHead.headers, name)).toBe(header(byGet.headers, name));
	});
});

describe("every format", () => {
	test.each([
		["json", "application/json"],
		["markdown", "text/markdown; charset=utf-8"],
		["text", "text/plain; charset=utf-8"],
		["html", "text/html; charset=utf-8"],
		["jsonld", "application/ld+json"],
	])("%s, of both documents", async (format, type) => {
		for (const shelf of ["summaries", "articles"]) {
			const { status, headers } = await embedded.get(`/${shelf}/api/the%20weir.html?format=${format}`);
			expect([status, header(headers, "content-type")]).toEqual([200, type]);
		}
	});
});

describe("lists and feeds", () => {
	test("have what was uploaded, by folder and by publisher's page", async () => {
		const { body } = await embedded.get("/summaries?prefix=api/&limit=2");
		expect(body.items).toHaveLength(2);
		const rest = await embedded.get(`/summaries?prefix=api/&limit=2&cursor=${body.next}`);
		const keys = [...body.items, ...rest.body.items].map(({ key }: { key: string }) => key);
		expect(keys.toSorted()).toEqual(SUBJECTS.map((subject) => `api/${subject}.html`).toSorted());
	});

	test("feeds are read under their path, with spaces and all", async () => {
		const { body } = await embedded.get("/summaries?key=api/the%20quay.html&fields=topics");
		const topic = body.topics[0];
		const feed = await embedded.get(`/feeds/topic/${encodeURIComponent(topic)}.json`);
		expect(header(feed.headers, "content-type")).toBe("application/feed+json");
		expect(JSON.parse(feed.body).items.map(({ title }: { title: string }) => title)).toContain(
			"the quay opens to the public",
		);
		expect(feed.body).toContain(embedded.stack.endpoints.api);
	});
});

describe("an article without a bucket policy", () => {
	test("is uploaded with curl, fetched, and removed again", async () => {
		const request = JSON.stringify({
			key: "people/ferry.html",
			contentType: "text/html",
			url: "https://a.example/f",
		});
		const asked = await embedded.get("/uploads", "-H", "Content-Type: application/json", "-d", request);
		expect(asked.status).toBe(201);
		const { url, headers } = UploadTicketSchema.parse(asked.body);
		const file = join(folder, "ferry.html");
		writeFileSync(file, page("the ferry"));
		const sent = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
		expect((await curl(url, "-T", file, ...sent)).status).toBe(200);
		const { body } = await embedded.summary("people/ferry.html");
		expect(body.metadata.url).toBe("https://a.example/f");

		expect((await embedded.get("/articles/people/ferry.html", "-X", "DELETE")).status).toBe(202);
		await expect
			.poll(async () => (await embedded.get("/summaries/people/ferry.html")).status, { timeout: 20_000 })
			.toBe(410);
		expect((await embedded.get("/summaries?prefix=people/")).body.items).toEqual([]);
	});

	test("GET /status sees the queues", async () => {
		const { status, body } = await embedded.get("/status");
		expect(status).toBe(200);
		expect(body.stages.ready.count).toBeGreaterThanOrEqual(3);
		expect(body.queues.summarise.deadLetters).toBe(0);
	});
});
