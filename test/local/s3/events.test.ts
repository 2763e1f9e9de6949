/** The embedded S3's events: their shape, their order, and that none is ever lost or made up. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as S3 from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type S3Event, type S3Server, startS3 } from "../../../local/s3/index.ts";
import { clientOf, newBucket, OPTIONS, quotedMd5, shorthand } from "./fixture.ts";

let folder: string;
let server: S3Server | undefined;
let client: S3.S3Client;
let Bucket: string;
let delivered: S3Event[];

const collect = async (event: S3Event): Promise<void> => {
	delivered.push(event);
};
const start = async (deliver?: (event: S3Event) => Promise<void>, now?: () => Date): Promise<void> => {
	const file = join(folder, "s3.sqlite");
	server = await startS3({ ...OPTIONS, file, ...(deliver && { deliver }), ...(now && { now }) });
	client = clientOf(server.endpoint);
};
const stop = async (): Promise<void> => {
	client.destroy();
	await server?.close();
	server = undefined;
};
const switchOn = async (bucket: string): Promise<void> => {
	const NotificationConfiguration = { EventBridgeConfiguration: {} };
	await client.send(
		new S3.PutBucketNotificationConfigurationCommand({ Bucket: bucket, NotificationConfiguration }),
	);
};
const arrived = (count: number) => vi.waitFor(() => expect(delivered).toHaveLength(count), { timeout: 5000 });
const { put, remove, head } = shorthand(
	() => client,
	() => Bucket,
);
const sequencers = () => delivered.map(({ detail }) => detail.object.sequencer);

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "precis-s3-"));
	delivered = [];
	await start(collect);
	Bucket = await newBucket(client, "Enabled");
	await switchOn(Bucket);
});
afterEach(async () => {
	await stop();
	await rm(folder, { recursive: true });
});

describe("an event", () => {
	test("of a put has the shape that EventBridge documents", async () => {
		const Key = "news/a b+ü%20.html";
		const { VersionId, $metadata } = await put(Key, "hello");
		await arrived(1);
		expect(delivered[0]).toEqual({
			version: "0",
			id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
			"detail-type": "Object Created",
			source: "aws.s3",
			account: "123456789012",
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
			region: "eu-central-1",
			resources: [`arn:aws:s3:::${Bucket}`],
			detail: {
				version: "0",
				"event-version": "1.0",
				bucket: { name: Bucket },
				object: {
					key: Key,
					size: 5,
					etag: quotedMd5("hello").slice(1, -1),
					"version-id": VersionId,
					sequencer: expect.stringMatching(/^[0-9A-F]{18}$/),
				},
				"request-id": $metadata.requestId,
				requester: "123456789012",
				"source-ip-address": "127.0.0.1",
				reason: "PutObject",
			},
		});
	});

	test("says how the object came to be", async () => {
		await put("source");
		await client.send(new S3.CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/source` }));
		const { UploadId } = await client.send(new S3.CreateMultipartUploadCommand({ Bucket, Key: "parts" }));
		const upload = { Bucket, Key: "parts", UploadId };
		const { ETag } = await client.send(new S3.UploadPartCommand({ ...upload, PartNumber: 1, Body: "x" }));
		const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
		await client.send(new S3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload }));
		const { url, fields } = await createPresignedPost(client, { Bucket, Key: "form" });
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		form.append("file", new Blob(["x"]));
		await fetch(url, { method: "POST", body: form });
		await arrived(4);
		expect(delivered.map(({ detail }) => [detail.object.key, detail.reason])).toEqual([
			["source", "PutObject"],
			["copy", "CopyObject"],
			["parts", "CompleteMultipartUpload"],
			["form", "POST Object"],
		]);
	});

	test("of a delete says whether a marker was made or a version is gone", async () => {
		const { VersionId } = await put("k");
		const marker = await remove("k");
		await remove("k", { VersionId: marker.VersionId });
		await remove("k", { VersionId });
		await arrived(4);
		const deletions = delivered.slice(1);
		expect(deletions.map((event) => event["detail-type"])).toEqual(Array(3).fill("Object Deleted"));
		expect(
			deletions.map(({ detail }) => [detail.reason, detail["deletion-type"], detail.object["version-id"]]),
		).toEqual([
			["DeleteObject", "Delete Marker Created", marker.VersionId],
			["DeleteObject", "Permanently Deleted", marker.VersionId],
			["DeleteObject", "Permanently Deleted", VersionId],
		]);
	});

	test("comes for each of many deletes at once", async () => {
		const Objects = [{ Key: "a" }, { Key: "b" }];
		await client.send(new S3.DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["a", "b"]);
	});

	test("from an unversioned bucket has no version, and a delete of nothing has none", async () => {
		Bucket = await newBucket(client);
		await switchOn(Bucket);
		await remove("never there");
		await put("k");
		await remove("k");
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object)).toEqual([
			expect.not.objectContaining({ "version-id": expect.anything() }),
			expect.not.objectContaining({ "version-id": expect.anything() }),
		]);
		expect(delivered[1]?.detail["deletion-type"]).toBe("Permanently Deleted");
	});

	test("only comes from buckets that send theirs to EventBridge", async () => {
		const silent = { Bucket: await newBucket(client) };
		await put("silent", "x", silent);
		await put("loud");
		await arrived(1);
		await client.send(
			new S3.PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration: {} }),
		);
		await put("silenced");
		await put("first", "x", silent);
		await switchOn(silent.Bucket);
		await put("second", "x", silent);
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["loud", "second"]);
	});

	test("does not come of a write that was refused", async () => {
		await put("k");
		await expect(put("k", "y", { IfNoneMatch: "*" })).rejects.toThrow();
		await expect(put("k", "y", { ChecksumCRC32: "AAAAAA==" })).rejects.toThrow();
		await put("end");
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["k", "end"]);
	});
});

describe("delivery", () => {
	test("is in the order of writing, with rising sequencers", async () => {
		await Promise.all(Array.from({ length: 50 }, (_, index) => put(`k${index % 5}`, `${index}`)));
		await arrived(50);
		expect(sequencers()).toEqual([...new Set(sequencers())].sort());
	});

	test("is tried again until it succeeds, and keeps no other event waiting", async () => {
		await stop();
		let failures = 2;
		await start(async (event) => {
			if (event.detail.object.key === "a" && failures-- > 0) throw new Error("not now");
			await collect(event);
		});
		await put("a");
		await put("b");
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["b", "a"]);
	});

	test("goes on after a restart with what was left", async () => {
		await stop();
		await start();
		await put("before");
		await stop();
		await start(collect);
		await arrived(1);
		await put("after");
		await arrived(2);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["before", "after"]);
	});

	test("repeats an event whose delivery a restart cut off, and no other", async () => {
		await stop();
		await start(async (event) => {
			await collect(event);
			if (event.detail.object.key === "b") throw new Error("delivered, but nobody knows");
		});
		await put("a");
		await put("b");
		await vi.waitFor(() => expect(delivered.length).toBeGreaterThanOrEqual(2));
		await stop();
		delivered = [];
		await start(collect);
		await arrived(1);
		expect(delivered.map(({ detail }) => detail.object.key)).toEqual(["b"]);
	});

	test("keeps sequencers rising when the clock is put back", async () => {
		await put("now");
		await arrived(1);
		await stop();
		const yesterday = () => new Date(Date.now() - 24 * 3600_000);
		await start(collect, yesterday);
		client.config.systemClockOffset = yesterday().getTime() - Date.now();
		await put("then");
		await arrived(2);
		expect(sequencers()).toEqual([...sequencers()].sort());
	});
});

describe("a killed server", () => {
	/** The server in a process of its own, to be killed. */
	const startApart = async (): Promise<{ child: ChildProcess; endpoint: string }> => {
		const options = JSON.stringify({ ...OPTIONS, file: join(folder, "s3.sqlite") });
		const script = `const { startS3 } = await import(${JSON.stringify(new URL("../../../local/s3/index.ts", import.meta.url).href)});
			console.log((await startS3(${options})).endpoint);`;
		const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [line] = await once(child.stdout, "data");
		return { child, endpoint: String(line).trim() };
	};

	test("has every object that it acknowledged, whole, and one event for each", async () => {
		await stop();
		const { child, endpoint } = await startApart();
		client = clientOf(endpoint);
		const acknowledged: string[] = [];
		const body = Buffer.alloc(400_000, "body");
		const writers = Array.from({ length: 8 }, async (_, writer) => {
			for (let index = 0; ; index++) {
				const key = `${writer}/${index}`;
				await put(key, index % 5 === 0 ? body : key);
				acknowledged.push(key);
			}
		});
		const exited = once(child, "exit");
		setTimeout(() => child.kill("SIGKILL"), 700);
		await Promise.allSettled([...writers, exited]);

		await start(collect);
		expect(acknowledged.length).toBeGreaterThan(20);
		const kept: string[] = [];
		for await (const { Contents = [] } of S3.paginateListObjectsV2({ client }, { Bucket }))
			kept.push(...Contents.map(({ Key = "" }) => Key));
		expect(kept).toEqual(expect.arrayContaining(acknowledged));
		for (const key of acknowledged.filter((one) => one.endsWith("0")).slice(0, 10)) {
			const got = await client.send(new S3.GetObjectCommand({ Bucket, Key: key }));
			expect((await got.Body?.transformToByteArray())?.length).toBe(body.length);
		}
		await arrived(kept.length);
		expect(delivered.map(({ detail }) => detail.object.key).sort()).toEqual(kept.sort());
	});

	test("keeps its file to itself while it runs", async () => {
		await expect(startS3({ ...OPTIONS, file: join(folder, "s3.sqlite") })).rejects.toThrow(/locked/);
		expect((await put("still")).$metadata.httpStatusCode).toBe(200);
		expect((await head("still")).ContentLength).toBe(1);
	});
});

test("a port that is taken rejects with Node's error", async () => {
	const { port = 0 } = server ?? {};
	await expect(startS3({ ...OPTIONS, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});
