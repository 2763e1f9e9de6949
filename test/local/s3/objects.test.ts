/** What Precis expects of an S3, objects: bytes, headers, keys, ranges, conditions. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import * as S3 from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, test } from "vitest";
import { contractSuite, expectError, quotedMd5 } from "./fixture.ts";

const { s3, bytes, get, head, put, remove, text } = contractSuite();
const list = (more: Partial<S3.ListObjectsV2CommandInput> = {}) =>
	s3.client.send(new S3.ListObjectsV2Command({ Bucket: s3.Bucket, ...more }));

describe("an object", () => {
	test("comes back as it was put, under the MD5 of its bytes", async () => {
		const { ETag } = await put("plain.txt", "Grüße");
		expect(ETag).toBe(quotedMd5("Grüße"));
		expect(await text("plain.txt")).toBe("Grüße");
	});

	test("may be empty", async () => {
		await put("empty", Buffer.alloc(0));
		expect(await head("empty")).toMatchObject({ ContentLength: 0, ETag: quotedMd5("") });
		expect(await text("empty")).toBe("");
	});

	test("keeps its content headers and metadata", async () => {
		const said = {
			ContentType: "text/html; charset=utf-8",
			ContentEncoding: "gzip",
			CacheControl: "max-age=60",
			ContentDisposition: 'attachment; filename="a.html"',
			ContentLanguage: "de",
			Metadata: { source: "desk", empty: "" },
		};
		await put("described", "x", said);
		expect(await head("described")).toMatchObject(said);
	});

	test("has a binary type when none was given", async () => {
		await put("typeless", Buffer.of(1, 2, 3));
		expect((await head("typeless")).ContentType).toMatch(/^(binary|application)\/octet-stream$/);
	});

	test("can be asked for under other headers", async () => {
		await put("overridden", "x");
		const got = await get("overridden", {
			ResponseContentType: "text/csv",
			ResponseCacheControl: "no-store",
		});
		expect(got).toMatchObject({ ContentType: "text/csv", CacheControl: "no-store" });
	});

	test("is replaced as a whole by a second put", async () => {
		await put("replaced", "one", { Metadata: { a: "1" } });
		await put("replaced", "two");
		expect(await head("replaced")).toMatchObject({ ContentLength: 3, Metadata: {} });
		expect(await text("replaced")).toBe("two");
	});

	test("that is missing is NoSuchKey to a get and NotFound to a head", async () => {
		await expectError(get("missing"), 404, "NoSuchKey");
		await expectError(head("missing"), 404, "NotFound");
	});

	test("in a missing bucket is NoSuchBucket", async () => {
		await expectError(get("a", { Bucket: "precis-contract-no-such-bucket" }), 404, "NoSuchBucket");
	});

	test("is deleted without complaint, there or not", async () => {
		await put("deleted");
		await remove("deleted");
		await expectError(get("deleted"), 404, "NoSuchKey");
		expect((await remove("deleted")).$metadata.httpStatusCode).toBe(204);
	});

	test("streams in and out whole when it is larger than a chunk", async () => {
		const body = randomBytes(700_001);
		await s3.client.send(
			new S3.PutObjectCommand({
				...{ Bucket: s3.Bucket, Key: "streamed", ContentLength: body.length },
				Body: Readable.from([body.subarray(0, 300_000), body.subarray(300_000)]),
			}),
		);
		expect((await bytes("streamed")).equals(body)).toBe(true);
		expect((await head("streamed")).ContentEncoding).toBeUndefined();
	});
});

describe("checksums", () => {
	test.for(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const)(
		"of kind %s are verified, kept and given back",
		async (ChecksumAlgorithm) => {
			const body = randomBytes(5000);
			const name = `Checksum${ChecksumAlgorithm}` as const;
			const stored = await put(`sum-${ChecksumAlgorithm}`, body, { ChecksumAlgorithm });
			expect(stored[name]).toMatch(/^[\w+/]+=*$/);
			const found = await head(`sum-${ChecksumAlgorithm}`, { ChecksumMode: "ENABLED" });
			expect(found[name]).toBe(stored[name]);
			// The SDK holds what it reads against the checksum.
			expect((await bytes(`sum-${ChecksumAlgorithm}`, { ChecksumMode: "ENABLED" })).equals(body)).toBe(true);
			await expectError(
				put("never", body, { [name]: stored[name]?.replace(/^./, (c) => (c === "A" ? "B" : "A")) }),
				400,
			);
			await expectError(head("never"), 404);
		},
	);

	test("are held against a streamed body's trailer", async () => {
		const body = randomBytes(300_000);
		const stream = new S3.PutObjectCommand({
			...{
				Bucket: s3.Bucket,
				Key: "trailer",
				ContentLength: body.length,
				ChecksumAlgorithm: "SHA256" as const,
			},
			Body: Readable.from([body]),
		});
		await s3.client.send(stream);
		const { ChecksumSHA256 } = await head("trailer", { ChecksumMode: "ENABLED" });
		expect(ChecksumSHA256).toBe(createHash("sha256").update(body).digest("base64"));
	});

	test("as Content-MD5 refuse another body", async () => {
		const ContentMD5 = createHash("md5").update("this").digest("base64");
		await expectError(put("md5", "that", { ContentMD5 }), 400, "BadDigest");
	});
});

describe("keys", () => {
	const odd = [
		...[
			"naïve/日本語 ключ.txt",
			"emoji😀.txt",
			"a b+c&d;e=f.txt",
			"a%20b.txt",
			"q?x=1#h.txt",
			"quote'\"<>.txt",
		],
		...[
			"folder/",
			"dots/../up.txt",
			"./here",
			"//two-slashes",
			"/lead",
			"a//b",
			"~!*()@:$,[]{}|\\^`",
			"line\nbreak",
		],
	];
	test.for(odd)("may be %j", async (Key) => {
		await put(Key, Key);
		expect(await text(Key)).toBe(Key);
		const listed = await list({ Prefix: Key, EncodingType: "url" });
		expect(
			listed.Contents?.map((entry) => decodeURIComponent(entry.Key?.replaceAll("+", "%20") ?? "")),
		).toContain(Key);
		await s3.client.send(new S3.DeleteObjectsCommand({ Bucket: s3.Bucket, Delete: { Objects: [{ Key }] } }));
		await expectError(head(Key), 404);
	});

	test("may have 1,024 bytes and no more", async () => {
		const longest = "é".repeat(512);
		await put(longest);
		expect(await text(longest)).toBe("x");
		await expectError(put(`${longest}a`), 400, "KeyTooLongError");
	});

	test("may be the beginning of other keys", async () => {
		await put("stem", "1");
		await put("stem/leaf", "2");
		expect([await text("stem"), await text("stem/leaf")]).toEqual(["1", "2"]);
	});
});

describe("a range", () => {
	const body = randomBytes(600_000);
	beforeAll(() => put("ranged", body));

	test.for([
		["bytes=0-9", 0, 10],
		["bytes=262140-262150", 262_140, 262_151],
		["bytes=599990-", 599_990, 600_000],
		["bytes=-5", 599_995, 600_000],
		["bytes=100-9999999", 100, 600_000],
		["bytes=-9999999", 0, 600_000],
	] as const)("%s gives those bytes", async ([Range, start, end]) => {
		const got = await get("ranged", { Range });
		expect(got.$metadata.httpStatusCode).toBe(206);
		expect(got.ContentRange).toBe(`bytes ${start}-${end - 1}/600000`);
		expect(
			Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(body.subarray(start, end)),
		).toBe(true);
	});

	test("beyond the end cannot be satisfied", () =>
		expectError(get("ranged", { Range: "bytes=600000-" }), 416));
});

describe("conditions", () => {
	test("If-None-Match: * puts only what is not there", async () => {
		await put("once", "1", { IfNoneMatch: "*" });
		await expectError(put("once", "2", { IfNoneMatch: "*" }), 412, "PreconditionFailed");
		expect(await text("once")).toBe("1");
	});

	test("If-None-Match: * lets one of many through", async () => {
		const tries = Array.from({ length: 12 }, (_, index) => put("race", `${index}`, { IfNoneMatch: "*" }));
		const settled = await Promise.allSettled(tries);
		expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	});

	test("If-Match puts only over what was read", async () => {
		const { ETag } = await put("swap", "1");
		await put("swap", "2", { IfMatch: ETag });
		await expectError(put("swap", "3", { IfMatch: ETag }), 412, "PreconditionFailed");
		await expectError(put("nothing-to-swap", "3", { IfMatch: ETag }), 404, "NoSuchKey");
	});

	test("If-Match and If-None-Match decide a get", async () => {
		const { ETag } = await put("read", "1");
		expect(await text("read", { IfMatch: ETag })).toBe("1");
		await expectError(get("read", { IfMatch: '"other"' }), 412, "PreconditionFailed");
		await expectError(get("read", { IfNoneMatch: ETag }), 304);
		expect(await text("read", { IfNoneMatch: '"other"' })).toBe("1");
	});

	test("dates decide a get", async () => {
		await put("dated", "1");
		const [past, { LastModified }] = [new Date(2001, 1, 1), await head("dated")];
		await expectError(get("dated", { IfUnmodifiedSince: past }), 412, "PreconditionFailed");
		await expectError(get("dated", { IfModifiedSince: LastModified }), 304);
		expect(await text("dated", { IfModifiedSince: past, IfUnmodifiedSince: LastModified })).toBe("1");
	});
});
