import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Stack, startStack } from "../../../local/stack.ts";
import { makeFolder, policy, writeAssembly } from "../assembly.ts";
import { type Attempt, attempt, PROBE } from "./probe.ts";

const USER = "User: arn:aws:sts::000000000000:assumed-role/precis-role/precis-worker";
const BUCKET = "precis-inbox-articles";
const TableName = "precis-catalogue";

const GRANTS: readonly (readonly [string[], string])[] = [
	[["dynamodb:PutItem"], "Catalogue00000005"],
	[["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "Queue00000003"],
];

const makeApp = () => {
	const app = makeFolder();
	const data = makeFolder();
	return {
		start: (resources: Record<string, unknown> = {}, worker = PROBE) =>
			startStack({
				assembly: writeAssembly(app.path, { worker, resources }),
				dataDir: data.path,
				port: 0,
				graceMs: 1_000,
			}),
		dataPath: (name: string) => join(data.path, name),
		remove() {
			app.remove();
			data.remove();
		},
	};
};

describe("a function with the right to put rows and nothing else", () => {
	const app = makeApp();
	let stack: Stack;
	beforeAll(async () => {
		stack = await app.start();
	});
	afterAll(async () => {
		await stack.close();
		app.remove();
	});
	const tries = (service: Attempt["service"], command: string, input: Attempt["input"]) =>
		attempt(stack, "precis-worker", { service, command, input });

	it("puts rows", async () => {
		const put = { TableName, Item: { key: { S: "a" } } };
		expect(await tries("DynamoDB", "PutItem", put)).toEqual({ name: "done" });
	});

	it("reads none", async () => {
		const arn = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
		expect(await tries("DynamoDB", "GetItem", { TableName, Key: { key: { S: "a" } } })).toEqual({
			name: "AccessDeniedException",
			message: `${USER} is not authorized to perform: dynamodb:GetItem on resource: ${arn} because no identity-based policy allows the dynamodb:GetItem action`,
			status: 400,
		});
	});

	it("can't by a batch what it can't by itself", async () => {
		const RequestItems = { [TableName]: [{ PutRequest: { Item: { key: { S: "b" } } } }] };
		expect(await tries("DynamoDB", "BatchWriteItem", { RequestItems })).toMatchObject({
			name: "AccessDeniedException",
		});
	});

	it("sends to no queue", async () => {
		const message = { QueueUrl: stack.outputs.QueueUrl, MessageBody: "x" };
		expect(await tries("SQS", "SendMessage", message)).toEqual({
			name: "AccessDenied",
			message: `${USER} is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:us-east-1:000000000000:precis-queue because no identity-based policy allows the sqs:sendmessage action`,
			status: 403,
		});
	});

	it("reads no object, be it there or not", async () => {
		expect(await tries("S3", "GetObject", { Bucket: BUCKET, Key: "a" })).toEqual({
			name: "AccessDenied",
			message: `${USER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::${BUCKET}/a" because no identity-based policy allows the s3:GetObject action`,
			status: 403,
		});
	});

	it("is told of each object of a batch that it may not remove", async () => {
		const Objects = [{ Key: "a" }, { Key: "b", VersionId: "1" }];
		expect(await tries("S3", "DeleteObjects", { Bucket: BUCKET, Delete: { Objects } })).toMatchObject({
			name: "done",
			errors: [
				{ Key: "a", Code: "AccessDenied", Message: expect.stringContaining("perform: s3:DeleteObject on") },
				{ Key: "b", VersionId: "1", Message: expect.stringContaining("s3:DeleteObjectVersion on") },
			],
		});
	});
});

describe("whether something is missing", () => {
	const app = makeApp();
	afterAll(() => app.remove());
	const reader = (...more: string[]) => ({
		Objects00000010: {
			Type: "AWS::IAM::Policy",
			Properties: {
				Roles: [{ Ref: "RoleBBBBBBBB" }],
				PolicyDocument: {
					Version: "2012-10-17",
					Statement: [
						{
							Effect: "Allow",
							Action: ["s3:GetObject", ...more],
							Resource: [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`],
						},
					],
				},
			},
		},
	});
	let stack: Stack | undefined;
	afterEach(() => stack?.close());

	it.each([
		["only whoever may list is told", ["s3:ListBucket"], { name: "NoSuchKey", status: 404 }],
		["who may not is refused", [], { name: "AccessDenied", status: 403 }],
	])("%s", async (_, grants, told) => {
		stack = await app.start(reader(...grants));
		const read = { service: "S3", command: "GetObject", input: { Bucket: BUCKET, Key: "nothing" } } as const;
		expect(await attempt(stack, "precis-worker", read)).toMatchObject(told);
	});
});

describe("signatures", () => {
	const app = makeApp();
	let stack: Stack;
	beforeAll(async () => {
		stack = await app.start();
	});
	afterAll(async () => {
		await stack.close();
		app.remove();
	});
	const dynamodb = (credentials: { accessKeyId?: string; secretAccessKey?: string }) =>
		new DynamoDBClient({
			...stack.client,
			credentials: { ...stack.client.credentials, ...credentials },
			endpoint: stack.endpoints.dynamodb,
			maxAttempts: 1,
		}).send(new ListTablesCommand());

	it("of the owner let everything through", async () => {
		expect((await dynamodb({})).TableNames).toEqual([TableName]);
		const sqs = new SQSClient({ ...stack.client, endpoint: stack.endpoints.sqs });
		expect((await sqs.send(new ListQueuesCommand())).QueueUrls).toHaveLength(2);
	});

	it("with another secret are refused", async () => {
		await expect(dynamodb({ secretAccessKey: "guessed" })).rejects.toThrow(/signature/);
	});

	it("of nobody known are refused", async () => {
		await expect(dynamodb({ accessKeyId: "AKIANOBODY" })).rejects.toThrow(/does not exist/);
	});

	it("have to be there", async () => {
		for (const [endpoint, target] of [
			[stack.endpoints.dynamodb, "DynamoDB_20120810.ListTables"],
			[stack.endpoints.sqs, "AmazonSQS.ListQueues"],
		] as const) {
			const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": target };
			const answer = await fetch(endpoint, { method: "POST", headers, body: "{}" });
			expect(answer.ok).toBe(false);
			expect(await answer.text()).toContain("MissingAuthenticationTokenException");
		}
	});

	it("allow nothing that isn't known here, not even to the owner", async () => {
		const client = new DynamoDBClient({ ...stack.client, endpoint: stack.endpoints.dynamodb });
		client.middlewareStack.add(
			(next) => (args) => {
				const { headers } = (args as { request: { headers: Record<string, string> } }).request;
				headers["x-amz-target"] = "DynamoDB_20120810.ExecuteStatement";
				return next(args);
			},
			{ step: "build" },
		);
		const anything = new CreateTableCommand({ TableName: "x", KeySchema: [], AttributeDefinitions: [] });
		await expect(client.send(anything)).rejects.toThrow(/doesn't know what dynamodb:ExecuteStatement needs/);
	});
});

describe("a template that grants too little", () => {
	const app = makeApp();
	let stack: Stack | undefined;
	afterEach(async () => {
		await stack?.close();
		stack = undefined;
	});
	afterAll(() => app.remove());

	it.each(["sqs:ReceiveMessage", "sqs:GetQueueAttributes"])("stops a poller without %s", async (missing) => {
		const failures: string[] = [];
		const grants = GRANTS.map(([actions, id]) => [actions.filter((it) => it !== missing), id] as const);
		const resources = { RolePolicy0000000C: policy(grants) };
		const folder = makeFolder();
		stack = await startStack({
			assembly: writeAssembly(folder.path, { worker: PROBE, resources }),
			dataDir: app.dataPath("poller"),
			port: 0,
			onFailure: (sentence) => failures.push(sentence),
		});
		await vi.waitFor(() =>
			expect(failures.join()).toContain(`not authorized to perform: ${missing.toLowerCase()}`),
		);
		folder.remove();
	});

	it("keeps EventBridge out of a queue whose policy doesn't let it in", async () => {
		const resources = {
			QueuePolicy0000000D: { Type: "AWS::SQS::QueuePolicy", Properties: { Queues: [], PolicyDocument: {} } },
		};
		stack = await app.start(resources);
		const s3 = new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 });
		await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "a", Body: "text" }));
		await new Promise((resolve) => setTimeout(resolve, 500));
		const depth = new GetQueueAttributesCommand({
			QueueUrl: stack.outputs.QueueUrl,
			AttributeNames: ["All"],
		});
		const sqs = new SQSClient({ ...stack.client, endpoint: stack.endpoints.sqs });
		expect((await sqs.send(depth)).Attributes).toMatchObject({
			ApproximateNumberOfMessages: "0",
			ApproximateNumberOfMessagesNotVisible: "0",
		});
	});
});

describe("grants", () => {
	let app: ReturnType<typeof makeApp>;
	let stack: Stack | undefined;
	beforeEach(() => {
		app = makeApp();
	});
	afterEach(async () => {
		vi.unstubAllEnvs();
		await stack?.close();
		app.remove();
	});

	it("that were used are written down, once each, when a file is named", async () => {
		vi.stubEnv("PRECIS_GRANTS", app.dataPath("used.txt"));
		stack = await app.start();
		const put = {
			service: "DynamoDB",
			command: "PutItem",
			input: { TableName, Item: { key: { S: "a" } } },
		} as const;
		for (let time = 0; time < 2; time++) await attempt(stack, "precis-worker", put);
		const lines = readFileSync(app.dataPath("used.txt"), "utf8").split("\n");
		const table = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
		expect(lines.filter((line) => line.includes("PutItem"))).toEqual([
			`precis-worker dynamodb:PutItem ${table}`,
		]);
	});
});
