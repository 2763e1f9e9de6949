/** Repair on the embedded stack: damage made on purpose, and the deployed function told to mend it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { curl, type Embedded, hasAwsCli, startEmbedded } from "./embedded.ts";

const run = promisify(execFile);

let embedded: Embedded;
let tables: DynamoDBDocumentClient;
beforeAll(async () => {
	embedded = await startEmbedded();
	const { client, endpoints } = embedded.stack;
	tables = DynamoDBDocumentClient.from(new DynamoDBClient({ ...client, endpoint: endpoints.dynamodb }));
});
afterAll(async () => {
	tables.destroy();
	await embedded.stop();
});

const output = (name: string): string => embedded.stack.outputs[name] ?? "";

/** Invokes the function as `aws lambda invoke` does. */
const invoke = async (event: object) => {
	const { endpoints, client } = embedded.stack;
	const { accessKeyId, secretAccessKey } = client.credentials;
	const url = `${endpoints.lambda}/2015-03-31/functions/${output("SweepFunctionName")}/invocations`;
	return curl(
		url,
		...["--aws-sigv4", `aws:amz:${client.region}:lambda`, "-u", `${accessKeyId}:${secretAccessKey}`],
		...["-d", JSON.stringify(event)],
	);
};

const rows = async () => {
	const { Items = [] } = await tables.send(new ScanCommand({ TableName: output("CatalogueTableName") }));
	return Items.sort((one, other) => (one.key < other.key ? -1 : 1));
};
const documents = async () => {
	const { Contents = [] } = await embedded.s3.send(
		new ListObjectsV2Command({ Bucket: output("LibraryBucketName") }),
	);
	return Contents.map(({ Key }) => Key).filter((name) => !name?.startsWith("sweep/"));
};
const depth = async (queue: string): Promise<number> => {
	const { Attributes } = await embedded.sqs.send(
		new GetQueueAttributesCommand({ QueueUrl: output(queue), AttributeNames: ["All"] }),
	);
	return Number(Attributes?.ApproximateNumberOfMessages);
};

describe("told to rebuild", () => {
	test("brings the whole catalogue back from the uploads and the library", async () => {
		for (const n of [1, 2, 3]) {
			await embedded.put(`rebuilt/${n}.html`, `the garden ${n}`);
			expect((await embedded.summary(`rebuilt/${n}.html`)).status).toBe(200);
		}
		const before = { rows: await rows(), documents: await documents() };
		for (const { key } of before.rows)
			await tables.send(new DeleteCommand({ TableName: output("CatalogueTableName"), Key: { key } }));
		const { body } = await invoke({ operation: "rebuild" });
		expect(body).toMatchObject({ done: true, counts: { restored: 3, errors: 0 } });
		expect({ rows: await rows(), documents: await documents() }).toEqual(before);
	});

	test("ingests what the library doesn't have", async () => {
		await embedded.put("again.html", "the orchard");
		await embedded.summary("again.html");
		const { current } = (await rows()).find(({ key }) => key === "again.html") ?? {};
		const Bucket = output("LibraryBucketName");
		await embedded.s3.send(new DeleteObjectCommand({ Bucket, Key: current.summary }));
		await tables.send(
			new DeleteCommand({ TableName: output("CatalogueTableName"), Key: { key: "again.html" } }),
		);
		const { body } = await invoke({ operation: "rebuild" });
		expect(body.counts).toMatchObject({ restored: 0, resent: 1 });
		const mended = async () => (await embedded.summary("again.html")).status === 200;
		for (let tries = 0; tries < 40 && !(await mended()); tries++) await sleep(250);
		expect((await embedded.summary("again.html")).body.gist.text).toContain("orchard");
	});

	test("twice changes nothing", async () => {
		const before = { rows: await rows(), documents: await documents() };
		const { body } = await invoke({ operation: "rebuild" });
		expect(body.counts).toMatchObject({ restored: 0, resent: 0, buried: 0, collected: 0, unlisted: 0 });
		expect({ rows: await rows(), documents: await documents() }).toEqual(before);
	});
});

describe("told to redrive", () => {
	test("sends a dead letter home that no row tells of", async () => {
		const lost = { key: "nobody.html", sequencer: "0".repeat(40), article: "articles/none.json" };
		const letter = { QueueUrl: output("SummariseDeadLettersUrl"), MessageBody: JSON.stringify(lost) };
		await embedded.sqs.send(new SendMessageCommand(letter));
		const { body } = await invoke({ operation: "redrive" });
		expect(body).toMatchObject({ dryRun: false, done: true, codes: {}, letters: { sentHome: 1 } });
		expect(await depth("SummariseDeadLettersUrl")).toBe(0);
	});
});

describe("the command line", () => {
	const precis = async (...args: string[]): Promise<string> => {
		const { lambda } = embedded.stack.endpoints;
		const env = { PATH: process.env.PATH, AWS_EC2_METADATA_DISABLED: "true" };
		const { stdout } = await run(process.execPath, ["cli/main.ts", ...args, "--lambda", lambda], { env });
		return stdout;
	};

	test("sweeps, and tells what was done", async () => {
		await embedded.put("cli.html", "the mill");
		await embedded.summary("cli.html");
		const Key = { key: "cli.html" };
		await tables.send(new DeleteCommand({ TableName: output("CatalogueTableName"), Key }));
		const { restored, errors } = JSON.parse(await precis("sweep", "--rebuild", "--json"));
		expect({ restored, errors }).toEqual({ restored: 1, errors: 0 });
		expect(await precis("sweep")).toMatch(/^0 +rows restored from the library$/m);
	});

	test("redrives by code, and tells in a dry run what it would do", async () => {
		const told = await precis("redrive", "--dry-run", "--code", "lost", "--code", "ingest-failed");
		expect(told).toContain("Dead letters: 0 would be removed, 0 would be sent to their queue again");
		expect(JSON.parse(await precis("redrive", "--json"))).toMatchObject({ done: true, codes: {} });
	});

	test("says in a sentence what is wrong", async () => {
		await expect(precis("sweep", "--function", "nobody", "--region", "us-east-1")).rejects.toMatchObject({
			stderr: expect.stringMatching(/^(There are no AWS credentials|Lambda answered 404)/),
		});
	});
});

describe("the function", () => {
	test("says what it was told wrongly", async () => {
		const { status, headers, body } = await invoke({ operation: "dance" });
		expect(status).toBe(200);
		expect(headers).toMatch(/^x-amz-function-error: Unhandled/im);
		expect(body.errorMessage).toContain("operation");
	});

	test("is started by nobody without a signature", async () => {
		const { endpoints } = embedded.stack;
		const url = `${endpoints.lambda}/2015-03-31/functions/${output("SweepFunctionName")}/invocations`;
		expect((await curl(url, "-d", "{}")).status).toBe(403);
	});

	test.runIf(hasAwsCli)("is invoked with the AWS CLI, as docs/operations.md says", async () => {
		const { client, endpoints } = embedded.stack;
		const folder = mkdtempSync(join(tmpdir(), "precis-answer-"));
		await run(
			"/usr/bin/aws",
			[
				...["--endpoint-url", endpoints.lambda, "lambda", "invoke", "--cli-read-timeout", "0"],
				...["--function-name", output("SweepFunctionName"), "--cli-binary-format", "raw-in-base64-out"],
				...["--payload", '{"operation":"sweep"}', join(folder, "answer.json")],
			],
			{
				env: {
					PATH: process.env.PATH,
					AWS_ACCESS_KEY_ID: client.credentials.accessKeyId,
					AWS_SECRET_ACCESS_KEY: client.credentials.secretAccessKey,
					AWS_DEFAULT_REGION: client.region,
				},
			},
		);
		expect(JSON.parse(readFileSync(join(folder, "answer.json"), "utf8"))).toMatchObject({ done: true });
		rmSync(folder, { recursive: true });
	});
});
