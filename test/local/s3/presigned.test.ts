/** What Precis expects of an S3, who may do what. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import * as S3 from "@aws-sdk/client-s3";
import { createPresignedPost, type PresignedPostOptions } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { describe, expect, test } from "vitest";
import { contractSuite, expectError, quotedMd5 } from "./fixture.ts";

const { s3, head, put, text } = contractSuite();

describe("a presigned address", () => {
	test("gets", async () => {
		await put("signed get ü", "hello");
		const url = await getSignedUrl(
			s3.client,
			new S3.GetObjectCommand({ Bucket: s3.Bucket, Key: "signed get ü" }),
			{
				expiresIn: 60,
			},
		);
		expect(await (await fetch(url)).text()).toBe("hello");
	});

	test("puts, with the metadata that was signed", async () => {
		const command = new S3.PutObjectCommand({ Bucket: s3.Bucket, Key: "signed put", Metadata: { a: "1" } });
		const url = await getSignedUrl(s3.client, command, { expiresIn: 60 });
		const response = await fetch(url, { method: "PUT", body: "by address" });
		expect(response.status).toBe(200);
		expect(await text("signed put")).toBe("by address");
		expect((await head("signed put")).Metadata).toEqual({ a: "1" });
	});

	test("is for one method and one key", async () => {
		const url = await getSignedUrl(s3.client, new S3.GetObjectCommand({ Bucket: s3.Bucket, Key: "signed" }), {
			expiresIn: 60,
		});
		const responses = [
			await fetch(url, { method: "PUT", body: "x" }),
			await fetch(url.replace("/signed?", "/other?")),
		];
		for (const response of responses) {
			expect(response.status).toBe(403);
			expect(await response.text()).toContain("<Code>SignatureDoesNotMatch</Code>");
		}
	});

	test("expires", async () => {
		const command = new S3.GetObjectCommand({ Bucket: s3.Bucket, Key: "signed" });
		const signingDate = new Date(Date.now() - 120_000);
		const response = await fetch(await getSignedUrl(s3.client, command, { expiresIn: 60, signingDate }));
		expect(response.status).toBe(403);
		expect(await response.text()).toContain("<Code>AccessDenied</Code>");
	});
});

/** Stands for the file's own name. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's placeholder
const FILENAME = "${filename}";

describe("a presigned form", () => {
	const post = async (
		more: Partial<PresignedPostOptions>,
		body = "posted",
		extra: Record<string, string> = {},
	) => {
		const { url, fields } = await createPresignedPost(s3.client, {
			Bucket: s3.Bucket,
			Key: `form/${FILENAME}`,
			Expires: 60,
			...more,
		});
		const form = new FormData();
		for (const [name, value] of Object.entries({ ...fields, ...extra })) form.append(name, value);
		form.append("file", new Blob([body]), "a ü.txt");
		return fetch(url, { method: "POST", body: form });
	};

	test("posts a file under its own name", async () => {
		const Fields = { "Content-Type": "text/plain", "x-amz-meta-a": "1" };
		expect((await post({ Fields })).status).toBe(204);
		expect(await text("form/a ü.txt")).toBe("posted");
		expect(await head("form/a ü.txt")).toMatchObject({ ContentType: "text/plain", Metadata: { a: "1" } });
	});

	test("answers as it was asked to", async () => {
		const response = await post({ Fields: { success_action_status: "201" } });
		expect(response.status).toBe(201);
		expect(await response.text()).toContain(`<ETag>&quot;${quotedMd5("posted").slice(1, -1)}&quot;</ETag>`);
	});

	test("is refused when the file is too large", async () => {
		const response = await post({ Conditions: [["content-length-range", 0, 3]] });
		expect(response.status).toBe(400);
		expect(await response.text()).toContain("<Code>EntityTooLarge</Code>");
	});

	test("is refused with a field that its policy doesn't know, or another value", async () => {
		expect((await post({}, "x", { "x-amz-meta-b": "2" })).status).toBe(403);
		expect((await post({ Key: "form/fixed" }, "x", { key: "form/other" })).status).toBe(403);
	});
});

describe("a request", () => {
	test("with the wrong secret, an unknown key or none is refused", async () => {
		const credentials = await s3.client.config.credentials();
		const other = (changed: Partial<typeof credentials>) =>
			new S3.S3Client({
				...{ region: s3.client.config.region, forcePathStyle: true, maxAttempts: 1 },
				...(s3.client.config.endpoint && { endpoint: s3.client.config.endpoint }),
				credentials: { ...credentials, ...changed },
			}).send(new S3.ListObjectsV2Command({ Bucket: s3.Bucket }));
		await expectError(other({ secretAccessKey: "wrong" }), 403, "SignatureDoesNotMatch");
		await expectError(other({ accessKeyId: "AKIANOBODY" }), 403, "InvalidAccessKeyId");
		const url = new URL(
			await getSignedUrl(s3.client, new S3.GetObjectCommand({ Bucket: s3.Bucket, Key: "a" })),
		);
		url.search = "";
		const response = await fetch(url);
		expect(response.status).toBe(403);
		expect(await response.text()).toMatch(/<Error><Code>AccessDenied<\/Code>.*<RequestId>\w+<\/RequestId>/s);
	});

	test("for something that isn't there yet says so instead of doing something else", async () => {
		const url = await getSignedUrl(s3.client, new S3.GetObjectAclCommand({ Bucket: s3.Bucket, Key: "a" }));
		expect([501, 404]).toContain((await fetch(url)).status);
	});
});
