/** What Precis expects of an S3, versions and delete markers. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import * as S3 from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { contractSuite, expectError, newBucket, removeBucket, versionPages } from "./fixture.ts";

const { s3, get, head, put, remove, text } = contractSuite("Enabled");
const list = (more: Partial<S3.ListObjectsV2CommandInput> = {}) =>
	s3.client.send(new S3.ListObjectsV2Command({ Bucket: s3.Bucket, ...more }));

describe("versions", () => {
	test("of one key are all there, each under its id", async () => {
		const first = await put("v/two", "1");
		const second = await put("v/two", "2");
		expect(second.VersionId).not.toBe(first.VersionId);
		expect(await text("v/two")).toBe("2");
		expect(await text("v/two", { VersionId: first.VersionId })).toBe("1");
	});

	test("are read under If-Match of their own ETag, even when they are not current", async () => {
		const first = await put("v/pinned", "1");
		await put("v/pinned", "2");
		const pinned = { VersionId: first.VersionId };
		expect(await text("v/pinned", { ...pinned, IfMatch: first.ETag })).toBe("1");
		await expectError(get("v/pinned", { ...pinned, IfMatch: '"other"' }), 412, "PreconditionFailed");
		await expectError(get("v/pinned", { IfMatch: first.ETag }), 412, "PreconditionFailed");
	});

	test("hide behind a delete marker and come back when it is removed", async () => {
		const { VersionId } = await put("v/hidden", "1");
		const marker = await remove("v/hidden");
		expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) });
		await expectError(get("v/hidden"), 404, "NoSuchKey");
		expect(await text("v/hidden", { VersionId })).toBe("1");
		await expectError(get("v/hidden", { VersionId: marker.VersionId }), 405, "MethodNotAllowed");
		const restored = await remove("v/hidden", { VersionId: marker.VersionId });
		expect(restored).toMatchObject({ DeleteMarker: true, VersionId: marker.VersionId });
		expect(await text("v/hidden")).toBe("1");
	});

	test("are gone for good when deleted by id, and the one before is current", async () => {
		const first = await put("v/gone", "1");
		const second = await put("v/gone", "2");
		await remove("v/gone", { VersionId: second.VersionId });
		expect((await head("v/gone")).VersionId).toBe(first.VersionId);
		await expectError(get("v/gone", { VersionId: second.VersionId }), 404, "NoSuchVersion");
	});

	test("with a marker on top count as nothing there for If-None-Match: *", async () => {
		await put("v/again", "1");
		await remove("v/again");
		await put("v/again", "2", { IfNoneMatch: "*" });
		expect(await text("v/again")).toBe("2");
	});

	test("are listed newest first, markers among them", async () => {
		const one = await put("v/listed", "1");
		const two = await put("v/listed", "22");
		const marker = await remove("v/listed");
		const found = await s3.client.send(
			new S3.ListObjectVersionsCommand({ Bucket: s3.Bucket, Prefix: "v/listed" }),
		);
		expect(found.Versions?.map(({ VersionId, IsLatest, Size }) => [VersionId, IsLatest, Size])).toEqual([
			[two.VersionId, false, 2],
			[one.VersionId, false, 1],
		]);
		expect(found.DeleteMarkers).toMatchObject([{ VersionId: marker.VersionId, IsLatest: true }]);
		expect((await list({ Prefix: "v/listed" })).KeyCount).toBe(0);
	});

	test("are listed page by page without loss", async () => {
		for (const key of ["p/a", "p/b", "p/b", "p/b", "p/c/1", "p/c/2", "p/d"]) await put(key, "x");
		const query = { Bucket: s3.Bucket, Prefix: "p/" };
		const seen: (string | undefined)[] = [];
		for await (const { Versions = [] } of versionPages(s3.client, { ...query, MaxKeys: 2 }))
			seen.push(...Versions.map(({ Key }) => Key));
		expect(seen).toEqual(["p/a", "p/b", "p/b", "p/b", "p/c/1", "p/c/2", "p/d"]);
	});

	test("are folded up to the delimiter, page by page too", async () => {
		for (const key of ["f/a", "f/b", "f/b", "f/c/1", "f/c/2", "f/d"]) await put(key, "x");
		const query = { Bucket: s3.Bucket, Prefix: "f/", Delimiter: "/", MaxKeys: 1 };
		const folded: (string | undefined)[] = [];
		for await (const { Versions = [], CommonPrefixes = [] } of versionPages(s3.client, query))
			folded.push(...Versions.map(({ Key }) => Key), ...CommonPrefixes.map(({ Prefix }) => Prefix));
		expect(folded).toEqual(["f/a", "f/b", "f/b", "f/c/", "f/d"]);
	});

	test("stop with suspension: one null version, beside those from before", async () => {
		const bucket = { Bucket: await newBucket(s3.client, "Enabled") };
		const kept = await put("k", "1", bucket);
		const status = (Status: S3.BucketVersioningStatus) =>
			s3.client.send(new S3.PutBucketVersioningCommand({ ...bucket, VersioningConfiguration: { Status } }));
		await status("Suspended");
		await put("k", "2", bucket);
		await put("k", "3", bucket);
		const found = await s3.client.send(new S3.ListObjectVersionsCommand(bucket));
		expect(found.Versions?.map(({ VersionId }) => VersionId)).toEqual(["null", kept.VersionId]);
		expect(await text("k", { ...bucket, VersionId: "null" })).toBe("3");
		expect(await remove("k", bucket)).toMatchObject({ DeleteMarker: true, VersionId: "null" });
		const left = await s3.client.send(new S3.ListObjectVersionsCommand(bucket));
		expect(left.Versions?.map(({ VersionId }) => VersionId)).toEqual([kept.VersionId]);
		await removeBucket(s3.client, bucket.Bucket);
	});
});

describe("many deletes at once", () => {
	test("say what each did", async () => {
		const { VersionId } = await put("many/1", "x");
		const Objects = [{ Key: "many/1", VersionId }, { Key: "many/2" }];
		const { Deleted } = await s3.client.send(
			new S3.DeleteObjectsCommand({ Bucket: s3.Bucket, Delete: { Objects } }),
		);
		expect(Deleted).toMatchObject([
			{ Key: "many/1", VersionId },
			{ Key: "many/2", DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
		]);
	});

	test("are quiet when asked to be", async () => {
		await put("quiet");
		const Delete = { Quiet: true, Objects: [{ Key: "quiet" }] };
		expect(
			(await s3.client.send(new S3.DeleteObjectsCommand({ Bucket: s3.Bucket, Delete }))).Deleted ?? [],
		).toEqual([]);
		await expectError(head("quiet"), 404);
	});
});
