/** What Precis expects of an S3, copies, multipart uploads and tags. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import * as S3 from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { describe, expect, test } from "vitest";
import { contractSuite, expectError } from "./fixture.ts";

const { s3, bytes, get, head, put, text } = contractSuite("Enabled");

describe("a copy", () => {
	test("takes bytes and headers along", async () => {
		await put("from ü", "copied", { ContentType: "text/plain", Metadata: { a: "1" }, Tagging: "t=1" });
		const CopySource = `${s3.Bucket}/${encodeURIComponent("from ü")}`;
		await s3.client.send(new S3.CopyObjectCommand({ Bucket: s3.Bucket, Key: "to", CopySource }));
		expect(await text("to")).toBe("copied");
		expect(await head("to")).toMatchObject({ ContentType: "text/plain", Metadata: { a: "1" } });
	});

	test("can be given other metadata, on itself too", async () => {
		await put("self", "x", { Metadata: { a: "1" } });
		const self = { Bucket: s3.Bucket, Key: "self", CopySource: `${s3.Bucket}/self` };
		await expectError(s3.client.send(new S3.CopyObjectCommand(self)), 400, "InvalidRequest");
		await s3.client.send(
			new S3.CopyObjectCommand({ ...self, MetadataDirective: "REPLACE", Metadata: { b: "2" } }),
		);
		expect((await head("self")).Metadata).toEqual({ b: "2" });
	});

	test("of an old version makes it current again", async () => {
		const first = await put("old", "1");
		await put("old", "2");
		const CopySource = `${s3.Bucket}/old?versionId=${first.VersionId}`;
		const copied = await s3.client.send(
			new S3.CopyObjectCommand({ Bucket: s3.Bucket, Key: "old", CopySource }),
		);
		expect(copied.CopySourceVersionId).toBe(first.VersionId);
		expect(await text("old")).toBe("1");
	});

	test("is refused when its source has changed", async () => {
		await put("moving", "x");
		const copy = {
			Bucket: s3.Bucket,
			Key: "late",
			CopySource: `${s3.Bucket}/moving`,
			CopySourceIfMatch: '"other"',
		};
		await expectError(s3.client.send(new S3.CopyObjectCommand(copy)), 412, "PreconditionFailed");
		const missing = { Bucket: s3.Bucket, Key: "late", CopySource: `${s3.Bucket}/missing` };
		await expectError(s3.client.send(new S3.CopyObjectCommand(missing)), 404, "NoSuchKey");
	});
});

describe("a multipart upload", () => {
	const part = randomBytes(5 * 1024 * 1024);
	const start = async (Key: string, more: Partial<S3.CreateMultipartUploadCommandInput> = {}) => {
		const { UploadId } = await s3.client.send(
			new S3.CreateMultipartUploadCommand({ Bucket: s3.Bucket, Key, ...more }),
		);
		return { Bucket: s3.Bucket, Key, UploadId };
	};
	type Begun = Awaited<ReturnType<typeof start>>;
	const send = async (upload: Begun, PartNumber: number, Body: Buffer) => {
		const { ETag } = await s3.client.send(new S3.UploadPartCommand({ ...upload, PartNumber, Body }));
		return { PartNumber, ETag };
	};
	const complete = (upload: Begun, Parts: S3.CompletedPart[], more = {}) =>
		s3.client.send(new S3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts }, ...more }));

	test("by the SDK's helper gives one object", async () => {
		const body = randomBytes(11 * 1024 * 1024);
		const upload = new Upload({
			client: s3.client,
			params: { Bucket: s3.Bucket, Key: "mp/helper", Body: Readable.from([body]) },
		});
		const { ETag } = await upload.done();
		expect(ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
		expect((await bytes("mp/helper")).equals(body)).toBe(true);
		const across = await bytes("mp/helper", { Range: "bytes=5242870-5242890" });
		expect(across.equals(body.subarray(5_242_870, 5_242_891))).toBe(true);
	});

	test("puts the parts that are named, in the order of their numbers", async () => {
		const upload = await start("mp/chosen", { ContentType: "text/plain", Metadata: { a: "1" } });
		const last = await send(upload, 9, Buffer.from("end"));
		await send(upload, 5, Buffer.from("left out"));
		await send(upload, 2, Buffer.from("replaced"));
		const first = await send(upload, 2, part);
		const { Parts } = await s3.client.send(new S3.ListPartsCommand(upload));
		expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
			...[
				[2, part.length],
				[5, 8],
				[9, 3],
			],
		]);
		await expectError(complete(upload, [last, first]), 400, "InvalidPartOrder");
		await complete(upload, [first, last]);
		expect((await bytes("mp/chosen")).equals(Buffer.concat([part, Buffer.from("end")]))).toBe(true);
		expect(await head("mp/chosen")).toMatchObject({ ContentType: "text/plain", Metadata: { a: "1" } });
	});

	test("needs its parts to be there and, but for the last, large", async () => {
		const upload = await start("mp/wrong");
		const small = await send(upload, 1, Buffer.from("small"));
		const end = await send(upload, 2, Buffer.from("end"));
		await expectError(complete(upload, [small, { PartNumber: 3, ETag: '"x"' }]), 400, "InvalidPart");
		await expectError(complete(upload, [small, end]), 400, "EntityTooSmall");
		await s3.client.send(new S3.AbortMultipartUploadCommand(upload));
	});

	test("that is aborted is gone", async () => {
		const upload = await start("mp/aborted");
		const only = await send(upload, 1, Buffer.from("x"));
		await s3.client.send(new S3.AbortMultipartUploadCommand(upload));
		await expectError(complete(upload, [only]), 404, "NoSuchUpload");
		await expectError(head("mp/aborted"), 404);
	});

	test("obeys If-None-Match", async () => {
		await put("mp/there", "x");
		const upload = await start("mp/there");
		const only = await send(upload, 1, Buffer.from("y"));
		await expectError(complete(upload, [only], { IfNoneMatch: "*" }), 412, "PreconditionFailed");
		expect(await text("mp/there")).toBe("x");
	});

	test("has a checksum over all its bytes when that is asked for", async () => {
		const upload = await start("mp/sum", { ChecksumAlgorithm: "CRC64NVME", ChecksumType: "FULL_OBJECT" });
		const sent = async (PartNumber: number, Body: Buffer) => {
			const command = new S3.UploadPartCommand({
				...upload,
				PartNumber,
				Body,
				ChecksumAlgorithm: "CRC64NVME",
			});
			const { ETag, ChecksumCRC64NVME } = await s3.client.send(command);
			return { PartNumber, ETag, ChecksumCRC64NVME };
		};
		await complete(upload, [await sent(1, part), await sent(2, Buffer.from("end"))]);
		const whole = await put("mp/sum-whole", Buffer.concat([part, Buffer.from("end")]), {
			ChecksumAlgorithm: "CRC64NVME",
		});
		const { ChecksumCRC64NVME } = await head("mp/sum", { ChecksumMode: "ENABLED" });
		expect(ChecksumCRC64NVME).toBe(whole.ChecksumCRC64NVME);
	});

	test("can take a part from another object", async () => {
		await put("mp/source", Buffer.concat([part, Buffer.from("rest")]));
		const upload = await start("mp/copied");
		const copy = {
			...upload,
			PartNumber: 1,
			CopySource: `${s3.Bucket}/mp/source`,
			CopySourceRange: "bytes=10-19",
		};
		const { CopyPartResult } = await s3.client.send(new S3.UploadPartCopyCommand(copy));
		await complete(upload, [{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
		expect((await bytes("mp/copied")).equals(part.subarray(10, 20))).toBe(true);
	});
});

describe("tags", () => {
	test("are put with the object, or later, and taken away", async () => {
		await put("tagged", "x", { Tagging: "a=1&b=%20" });
		const tags = async () =>
			(await s3.client.send(new S3.GetObjectTaggingCommand({ Bucket: s3.Bucket, Key: "tagged" }))).TagSet;
		expect(await tags()).toEqual([
			{ Key: "a", Value: "1" },
			{ Key: "b", Value: " " },
		]);
		expect((await get("tagged")).TagCount).toBe(2);
		const Tagging = { TagSet: [{ Key: "c", Value: "<&>" }] };
		await s3.client.send(new S3.PutObjectTaggingCommand({ Bucket: s3.Bucket, Key: "tagged", Tagging }));
		expect(await tags()).toEqual([{ Key: "c", Value: "<&>" }]);
		await s3.client.send(new S3.DeleteObjectTaggingCommand({ Bucket: s3.Bucket, Key: "tagged" }));
		expect(await tags()).toEqual([]);
	});
});
