/** What Precis expects of an S3, lists. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import * as S3 from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, test } from "vitest";
import { contractSuite } from "./fixture.ts";

const { s3, put } = contractSuite();
const list = (more: Partial<S3.ListObjectsV2CommandInput> = {}) =>
	s3.client.send(new S3.ListObjectsV2Command({ Bucket: s3.Bucket, ...more }));

describe("a list", () => {
	const keys = ["l/Z", "l/a", "l/a-b", "l/a/1", "l/a/2", "l/b/1", "l/é", "l/😀", "l/\uffee"];
	beforeAll(() => Promise.all(keys.map((key) => put(key))));
	const keysOf = ({ Contents = [] }: S3.ListObjectsV2CommandOutput) => Contents.map(({ Key }) => Key);

	test("is in the byte order of UTF-8", async () => {
		const expected = [...keys].sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
		expect(keysOf(await list({ Prefix: "l/" }))).toEqual(expected);
	});

	test("comes in pages that lose and repeat nothing", async () => {
		const seen: (string | undefined)[] = [];
		for await (const page of S3.paginateListObjectsV2(
			{ client: s3.client, pageSize: 2 },
			{ Bucket: s3.Bucket, Prefix: "l/" },
		)) {
			expect(page.KeyCount).toBeLessThanOrEqual(2);
			seen.push(...keysOf(page));
		}
		expect(seen).toHaveLength(keys.length);
		expect(new Set(seen).size).toBe(keys.length);
	});

	test("folds what shares a prefix up to the delimiter, across pages too", async () => {
		const seen: (string | undefined)[] = [];
		const query = { Bucket: s3.Bucket, Prefix: "l/", Delimiter: "/" };
		for await (const page of S3.paginateListObjectsV2({ client: s3.client, pageSize: 1 }, query))
			seen.push(...keysOf(page), ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
		expect(seen).toEqual(["l/Z", "l/a", "l/a-b", "l/a/", "l/b/", "l/é", "l/\uffee", "l/😀"]);
	});

	test("starts after a key", async () => {
		expect(keysOf(await list({ Prefix: "l/", StartAfter: "l/a/2", MaxKeys: 2 }))).toEqual(["l/b/1", "l/é"]);
	});

	test("goes on from markers for older clients", async () => {
		const seen: (string | undefined)[] = [];
		for (let Marker: string | undefined = ""; Marker !== undefined; ) {
			const query = { Bucket: s3.Bucket, Prefix: "l/", Delimiter: "/", MaxKeys: 2, Marker };
			const page: S3.ListObjectsCommandOutput = await s3.client.send(new S3.ListObjectsCommand(query));
			seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
			seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
			Marker = page.NextMarker;
		}
		const expected = ["l/Z", "l/a", "l/a-b", "l/a/", "l/b/", "l/é", "l/\uffee", "l/😀"];
		expect(seen.sort()).toEqual(expected.sort());
	});

	test("of nothing is empty", async () => {
		expect(await list({ Prefix: "l/none" })).toMatchObject({ KeyCount: 0, IsTruncated: false });
		expect(await list({ Prefix: "l/", MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
	});
});
