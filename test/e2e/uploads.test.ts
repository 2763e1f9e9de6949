import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aws, curl, type Embedded, hasAwsCli, startEmbedded } from "./embedded.ts";
import { page } from "./pages.ts";

let embedded: Embedded;
let folder: string;
beforeAll(async () => {
	embedded = await startEmbedded();
	folder = mkdtempSync(join(tmpdir(), "precis-files-"));
});
afterAll(async () => {
	await embedded.stop();
	rmSync(folder, { recursive: true, force: true });
});

const put = (Key: string, Body: string | Uint8Array | Readable, more: object = {}) =>
	embedded.s3.send(
		new PutObjectCommand({
			Bucket: embedded.stack.articlesBucket,
			Key,
			Body,
			ContentType: "text/html",
			...more,
		}),
	);

describe("an article becomes a summary when it is uploaded", () => {
	test.runIf(hasAwsCli)("with the AWS CLI", async () => {
		const file = join(folder, "garden.html");
		writeFileSync(file, page("the walled garden"));
		await aws(embedded.stack, "s3", "cp", file, `s3://${embedded.stack.articlesBucket}/cli/garden.html`);
		const { status, body } = await embedded.summary("cli/garden.html");
		expect(status).toBe(200);
		expect(body).toMatchObject({ key: "cli/garden.html", headline: "the walled garden opens to the public" });
		expect(JSON.stringify(body.keyPoints)).toContain("walled garden");
	});

	test("with curl, through a presigned address", async () => {
		const presigning = new S3Client({
			...embedded.stack.client,
			endpoint: embedded.stack.endpoints.s3,
			requestChecksumCalculation: "WHEN_REQUIRED",
		});
		const command = new PutObjectCommand({ Bucket: embedded.stack.articlesBucket, Key: "curl/mill.html" });
		const address = await getSignedUrl(presigning, command, { expiresIn: 60 });
		const file = join(folder, "mill.html");
		writeFileSync(file, page("the old mill"));
		expect((await curl(address, "-T", file)).status).toBe(200);
		expect((await embedded.summary("curl/mill.html")).body.gist.text).toContain("the old mill");
	});

	test("with the SDK, as a stream of known length", async () => {
		const body = Buffer.from(page("the lighthouse"));
		await put("stream.html", Readable.from([body.subarray(0, 100), body.subarray(100)]), {
			ContentLength: body.length,
		});
		expect((await embedded.summary("stream.html")).status).toBe(200);
	});

	test("in several parts", async () => {
		const padding = `<!-- ${"-".repeat(6 * 1024 * 1024)} -->`;
		const body = page("the viaduct").replace("<body>", `<body>${padding}`);
		const upload = new Upload({
			client: embedded.s3,
			params: {
				Bucket: embedded.stack.articlesBucket,
				Key: "parts.html",
				Body: Readable.from([body]),
				ContentType: "text/html",
			},
			partSize: 5 * 1024 * 1024,
		});
		await upload.done();
		expect((await embedded.summary("parts.html")).body.gist.text).toContain("viaduct");
	});

	test("compressed, by its header or by its bytes", async () => {
		await put("gzip.html", gzipSync(page("the cellar")), { ContentEncoding: "gzip" });
		await put("bare.html.zst", zstdCompressSync(page("the attic")), {
			ContentType: "application/octet-stream",
		});
		expect((await embedded.summary("gzip.html")).body.gist.text).toContain("the cellar");
		expect((await embedded.summary("bare.html.zst")).body.gist.text).toContain("the attic");
	});

	test("with its address, which the summary then tells", async () => {
		await put("address.html", page("the pier"), {
			Metadata: { "precis-url": "https://gazette.example/pier" },
		});
		const { body } = await embedded.summary("address.html");
		expect(body.provenance.sourceUrl).toBe("https://gazette.example/pier");
	});
});

const ODD_KEYS = [
	"with space.html",
	"plus+sign.html",
	"per%20cent.html",
	"question?mark=1&more#hash.html",
	"up/../down/./here.html",
	"//double//slash.html",
	"/leading.html",
	"naïve/日本語/ключ😀.html",
	"quote'\"<tag>\\back.html",
	"trailing/",
	"__proto__",
	"new\nline\ttab.html",
	"k".repeat(1024),
];

describe("any key that S3 allows", () => {
	test.each(
		ODD_KEYS.map((key, i) => [key.length > 60 ? `${key.length} bytes` : JSON.stringify(key), key, i]),
	)("%s is fetched by ?key=", async (_name, key, i) => {
		await put(String(key), page(`hall number ${i}`));
		const { status, body } = await embedded.summary(String(key));
		expect(status).toBe(200);
		expect(body.key).toBe(key);
		expect(body.gist.text).toContain(`hall number ${i}`);
	});

	test("that looks like a path is fetched by the path too", async () => {
		await put("news/2026/café au lait+tea.html", page("the tea room"));
		await embedded.summary("news/2026/café au lait+tea.html");
		const path = "/news/2026/caf%C3%A9%20au%20lait%2Btea.html";
		const [summary, article] = await Promise.all([
			embedded.get(`/summaries${path}`),
			embedded.get(`/articles${path}`),
		]);
		expect([summary.status, article.status]).toEqual([200, 200]);
		expect(summary.body.key).toBe("news/2026/café au lait+tea.html");
		for (const { evidence } of summary.body.keyPoints)
			for (const { block, start, end, quote } of evidence)
				expect(article.body.blocks[block].text.slice(start, end)).toBe(quote);
	});
});

describe("the answer", () => {
	test("is Markdown for those who ask for it, and 304 for those who have it", async () => {
		await put("formats.html", page("the glass house"));
		const json = await embedded.summary("formats.html");
		const path = "/summaries?key=formats.html";
		const markdown = await embedded.get(path, "-H", "Accept: text/markdown");
		expect(markdown.body).toMatch(/^# the glass house opens to the public/m);
		const tag = json.headers.match(/^etag: (.+?)\r?$/im)?.[1] ?? "";
		expect((await embedded.get(path, "-H", `If-None-Match: ${tag}`)).status).toBe(304);
		expect((await embedded.get(path, "-I")).status).toBe(200);
	});

	test("for a key that nobody uploaded is a problem that says so", async () => {
		const { status, body, headers } = await embedded.get("/summaries?key=nobody.html");
		expect(status).toBe(404);
		expect(headers).toMatch(/content-type: application\/problem\+json/i);
		expect(body).toMatchObject({ status: 404, title: expect.any(String), detail: expect.any(String) });
	});

	test.each([
		["/articles", 400],
		["/summaries?key=a&wait=soon", 400],
		[`/summaries?key=${"k".repeat(1025)}`, 400],
		["/elsewhere", 404],
	])("to %s is a problem with status %d", async (path, status) => {
		const answer = await embedded.get(path);
		expect(answer.status).toBe(status);
		expect(answer.body.detail).toMatch(/\w/);
	});

	test("to a method that isn't offered is 405", async () => {
		expect((await embedded.get("/summaries?key=a", "-X", "PUT")).status).toBe(405);
	});
});
