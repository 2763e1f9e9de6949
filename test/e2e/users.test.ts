/** Users of the embedded stack with keys and rights of their own. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureAssembly } from "../../local/build.ts";
import { readUsers } from "../../local/iam/index.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { curl } from "./embedded.ts";
import { page } from "./pages.ts";

const UPLOADS = "precis-inbox-articles";
const LIBRARY = "precis-library-documents";
const REGION = "us-east-1";

const allow = (Action: string, Resource: string) => ({
	Version: "2012-10-17",
	Statement: [{ Effect: "Allow", Action, Resource }],
});
const user = (name: string, policy: object) => ({
	name,
	accessKeyId: `${name}-key`,
	secretAccessKey: `secret of ${name}`,
	policy,
});
const UPLOADER = user("uploader", allow("s3:PutObject", `arn:aws:s3:::${UPLOADS}/desk/*`));
const READER = user("reader", allow("execute-api:Invoke", `arn:aws:execute-api:${REGION}:*:*/*/GET/*`));
type User = typeof UPLOADER;

const folder = mkdtempSync(join(tmpdir(), "precis-users-"));
const fileOf = (content: unknown): string => {
	const file = join(folder, "users.json");
	writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
	return file;
};

let stack: Stack;
beforeAll(async () => {
	stack = await startStack({
		assembly: await ensureAssembly(() => {}),
		dataDir: join(folder, "data"),
		port: 0,
		users: readUsers(fileOf([UPLOADER, READER])),
	});
});
afterAll(async () => {
	await stack.close();
	rmSync(folder, { recursive: true, force: true });
});

const s3 = ({ accessKeyId, secretAccessKey }: User) =>
	new S3Client({
		region: REGION,
		credentials: { accessKeyId, secretAccessKey },
		endpoint: stack.endpoints.s3,
	});
const put = (credentials: User, Key: string, Bucket = UPLOADS) =>
	s3(credentials).send(
		new PutObjectCommand({ Bucket, Key, Body: page("the mill"), ContentType: "text/html" }),
	);
const api = ({ accessKeyId, secretAccessKey }: User, path: string, ...options: string[]) => {
	const signing = ["--aws-sigv4", `aws:amz:${REGION}:execute-api`, "-u", `${accessKeyId}:${secretAccessKey}`];
	return curl(stack.endpoints.api + path, ...signing, ...options);
};
const denied = (name: string, action: string, resource: string) => ({
	name: "AccessDenied",
	message: `User: arn:aws:iam::000000000000:user/${name} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`,
	$metadata: { httpStatusCode: 403 },
});

describe("an uploader", () => {
	test("uploads under the folder of its policy, and a reader reads the summary", async () => {
		await put(UPLOADER, "desk/a.html");
		let answer = await api(READER, "/summaries/desk/a.html?wait=20");
		for (let tries = 0; tries < 20 && answer.status === 404; tries++) {
			await sleep(250);
			answer = await api(READER, "/summaries/desk/a.html?wait=20");
		}
		expect(answer.status).toBe(200);
		expect(answer.body.gist.text).toContain("the mill");
	});

	test("uploads nowhere else", async () => {
		await expect(put(UPLOADER, "other/a.html")).rejects.toMatchObject(
			denied("uploader", "s3:PutObject", `arn:aws:s3:::${UPLOADS}/other/a.html`),
		);
		await expect(put(UPLOADER, "articles/a.json", LIBRARY)).rejects.toMatchObject(
			denied("uploader", "s3:PutObject", `arn:aws:s3:::${LIBRARY}/articles/a.json`),
		);
	});

	test("reads nothing, neither uploads nor the library", async () => {
		for (const [Bucket, Key] of [
			[UPLOADS, "desk/a.html"],
			[LIBRARY, "summaries/a.json"],
		])
			await expect(s3(UPLOADER).send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject(
				denied("uploader", "s3:GetObject", `arn:aws:s3:::${Bucket}/${Key}`),
			);
		for (const Bucket of [UPLOADS, LIBRARY])
			await expect(s3(UPLOADER).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(
				denied("uploader", "s3:ListBucket", `arn:aws:s3:::${Bucket}`),
			);
	});

	test("calls no API and receives no messages", async () => {
		const { status, body } = await api(UPLOADER, "/summaries");
		expect({ status, body }).toEqual({ status: 403, body: { message: "Forbidden" } });
		const { accessKeyId, secretAccessKey } = UPLOADER;
		const credentials = { accessKeyId, secretAccessKey };
		const sqs = new SQSClient({ region: REGION, credentials, endpoint: stack.endpoints.sqs });
		const QueueUrl = stack.outputs.IngestQueueUrl;
		await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
			name: "AccessDenied",
			message: expect.stringContaining("not authorized to perform: sqs:receivemessage"),
		});
	});
});

describe("a reader", () => {
	test("gets whatever the API gives", async () => {
		expect((await api(READER, "/status")).status).toBe(200);
		expect((await api(READER, "/summaries?prefix=desk%2F")).status).toBe(200);
	});

	test.each([
		["asks for no upload address", "/uploads", ["-X", "POST", "-d", '{"key":"a"}']],
		["removes nothing", "/articles?key=desk/a.html", ["-X", "DELETE"]],
	])("%s", async (_, path, options) => {
		const { status, body } = await api(READER, path, ...options);
		expect({ status, body }).toEqual({ status: 403, body: { message: "Forbidden" } });
	});

	test("uploads nothing", async () => {
		await expect(put(READER, "desk/b.html")).rejects.toMatchObject(
			denied("reader", "s3:PutObject", `arn:aws:s3:::${UPLOADS}/desk/b.html`),
		);
	});
});

describe("somebody without a signature, or with a false one", () => {
	test("calls no API", async () => {
		expect((await curl(`${stack.endpoints.api}/summaries`)).body).toEqual({ message: "Forbidden" });
		const forger = { ...READER, secretAccessKey: "not the secret" };
		expect((await api(forger, "/summaries")).status).toBe(403);
	});

	test("uploads nothing", async () => {
		const target = `${stack.endpoints.s3}/${UPLOADS}/desk/c.html`;
		const { status, body } = await curl(target, "-X", "PUT", "-d", "text");
		expect(status).toBe(403);
		expect(body).toContain("<Code>AccessDenied</Code>");
		const forger = { ...UPLOADER, secretAccessKey: "not the secret" };
		await expect(put(forger, "desk/c.html")).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
	});
});

test("the owner may still do everything", async () => {
	const { accessKeyId, secretAccessKey } = stack.client.credentials;
	const owner = { ...READER, accessKeyId, secretAccessKey };
	await put(owner, "else/a.html");
	const json = ["-H", "Content-Type: application/json", "-d", '{"key":"b.html"}'];
	expect((await api(owner, "/uploads", "-X", "POST", ...json)).status).toBeLessThan(300);
});

test.each([
	["no JSON", "nonsense", /JSON/],
	["a user without a secret", [{ ...READER, secretAccessKey: undefined }], /secretAccessKey/],
	["the owner's access key", [{ ...READER, accessKeyId: "precis" }], /precis is somebody else's/],
	["an access key twice", [READER, READER], /reader-key is somebody else's/],
	["a policy that isn't understood", [user("x", { Version: "2008-10-17" })], /A policy is not understood/],
])("a file of users with %s is refused in a sentence", (_, content, sentence) => {
	const read = () => readUsers(fileOf(content));
	expect(read).toThrow(sentence);
	expect(read).toThrow(/users\.json/);
});
