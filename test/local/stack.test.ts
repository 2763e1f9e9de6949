import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import {
	GetQueueAttributesCommand,
	ReceiveMessageCommand,
	SendMessageCommand,
	SQSClient,
} from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Stack, type StackOptions, startStack } from "../../local/stack.ts";
import { type AssemblyProps, makeFolder, writeAssembly } from "./assembly.ts";

let app: ReturnType<typeof makeFolder>;
let data: ReturnType<typeof makeFolder>;
let stack: Stack | undefined;

beforeEach(() => {
	app = makeFolder();
	data = makeFolder();
});
afterEach(async () => {
	await stack?.close();
	app.remove();
	data.remove();
});

/** Puts the event into the table as it came, under the key of the upload or the body of the message. */
const RECORDER = `
	import { createRequire } from "node:module";
	const { DynamoDBClient, PutItemCommand } = createRequire(${JSON.stringify(import.meta.url)})("@aws-sdk/client-dynamodb");
	const client = new DynamoDBClient();
	export const handler = async (event) => {
		const [{ body }] = event.Records;
		const key = body.startsWith("{") ? JSON.parse(body).detail.object.key : body;
		await client.send(new PutItemCommand({
			TableName: process.env.CATALOGUE_TABLE,
			Item: { key: { S: key }, event: { S: JSON.stringify(event) } },
		}));
	};
`;
const THROWER = "export const handler = async () => { throw new Error('It is broken'); };";
const SLEEPER = "export const handler = () => new Promise((resolve) => setTimeout(resolve, 700));";

const start = async (
	props: Partial<AssemblyProps> = {},
	options: Partial<StackOptions> = {},
): Promise<Stack> => {
	const assembly = writeAssembly(app.path, { worker: RECORDER, ...props });
	stack = await startStack({ assembly, dataDir: data.path, port: 0, graceMs: 2_000, ...options });
	return stack;
};

const s3Of = ({ client, endpoints }: Stack) => new S3Client({ ...client, endpoint: endpoints.s3 });
const sqsOf = ({ client, endpoints }: Stack) => new SQSClient({ ...client, endpoint: endpoints.sqs });

const upload = (running: Stack, key: string) =>
	s3Of(running).send(new PutObjectCommand({ Bucket: running.articlesBucket, Key: key, Body: "text" }));

const send = (running: Stack, body: string) =>
	sqsOf(running).send(new SendMessageCommand({ QueueUrl: running.outputs.QueueUrl, MessageBody: body }));

/** The event that the worker was given for `key`, as soon as it has recorded it. */
const recorded = (running: Stack, key: string) =>
	vi.waitFor(async () => {
		const dynamodb = new DynamoDBClient({ ...running.client, endpoint: running.endpoints.dynamodb });
		const { Item } = await dynamodb.send(
			new GetItemCommand({ TableName: "precis-catalogue", Key: { key: { S: key } } }),
		);
		if (!Item?.event?.S) throw new Error(`Nothing is recorded for ${key}`);
		return JSON.parse(Item.event.S);
	}, 8_000);

const waiting = async (running: Stack, output: "QueueUrl" | "DeadLettersUrl") => {
	const { Attributes } = await sqsOf(running).send(
		new GetQueueAttributesCommand({ QueueUrl: running.outputs[output], AttributeNames: ["All"] }),
	);
	return Attributes;
};

describe("an upload", () => {
	it("reaches the function through event, rule and queue", async () => {
		const running = await start();
		await upload(running, "news/naïve & co.html");
		const { Records } = await recorded(running, "news/naïve & co.html");
		expect(Records).toHaveLength(1);
		expect(Records[0]).toMatchObject({
			messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			receiptHandle: expect.any(String),
			attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
			messageAttributes: {},
			md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
			eventSource: "aws:sqs",
			eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:precis-queue",
			awsRegion: "us-east-1",
		});
		expect(JSON.parse(Records[0].body)).toMatchObject({
			source: "aws.s3",
			"detail-type": "Object Created",
			detail: { bucket: { name: running.articlesBucket }, object: { key: "news/naïve & co.html" } },
		});
	});

	it("leaves nothing in the queue once it is handled", async () => {
		const running = await start();
		await upload(running, "a");
		await recorded(running, "a");
		await vi.waitFor(async () =>
			expect(await waiting(running, "QueueUrl")).toMatchObject({
				ApproximateNumberOfMessages: "0",
				ApproximateNumberOfMessagesNotVisible: "0",
			}),
		);
	});
});

describe("a message whose function fails", () => {
	it("is tried as often as its queue says, then is a dead letter", async () => {
		const onFailure = vi.fn();
		const running = await start(
			{ worker: THROWER, visibilityTimeoutSeconds: 1, maxReceiveCount: 2 },
			{ onFailure },
		);
		await send(running, "poison");
		const { Messages } = await sqsOf(running).send(
			new ReceiveMessageCommand({ QueueUrl: running.outputs.DeadLettersUrl, WaitTimeSeconds: 8 }),
		);
		expect(Messages?.[0]?.Body).toBe("poison");
		expect(onFailure.mock.calls).toEqual([
			["precis-worker failed (try 1 of a message): Error: It is broken"],
			["precis-worker failed (try 2 of a message): Error: It is broken"],
		]);
	});

	it("does not keep its neighbours waiting, even when it hangs", async () => {
		const running = await start({
			worker: RECORDER.replace("const key =", "if (body === 'hang') for (;;); const key ="),
			timeoutSeconds: 30,
		});
		await send(running, "hang");
		await send(running, "neighbour");
		await recorded(running, "neighbour");
	});
});

describe("a stack that is stopped", () => {
	it("lets what is in flight end", async () => {
		const running = await start({ worker: SLEEPER });
		await running.warm;
		await send(running, "slow");
		await vi.waitFor(async () =>
			expect(await waiting(running, "QueueUrl")).toMatchObject({
				ApproximateNumberOfMessagesNotVisible: "1",
			}),
		);
		await running.close();
		const again = await start({ worker: SLEEPER });
		expect(await waiting(again, "QueueUrl")).toMatchObject({
			ApproximateNumberOfMessages: "0",
			ApproximateNumberOfMessagesNotVisible: "0",
		});
	});

	it("puts back into the queue what takes longer than the grace, and counts no try", async () => {
		const running = await start({ worker: SLEEPER }, { graceMs: 0 });
		await running.warm;
		await send(running, "slow");
		await vi.waitFor(async () =>
			expect(await waiting(running, "QueueUrl")).toMatchObject({
				ApproximateNumberOfMessagesNotVisible: "1",
			}),
		);
		await running.close();
		const { Records } = await recorded(await start(), "slow");
		expect(Records[0].attributes.ApproximateReceiveCount).toBe("1");
	});

	it("finds objects, rows and messages again when it is started again", async () => {
		const first = await start({ worker: THROWER });
		await upload(first, "kept");
		await first.close();
		const { Records } = await recorded(await start(), "kept");
		expect(Number(Records[0].attributes.ApproximateReceiveCount)).toBeGreaterThan(0);
	});
});

describe("a stack that is killed", () => {
	/** Starts the stack in a process of its own, and waits until it can be reached. */
	const startElsewhere = async (assembly: string) => {
		const host = spawn(process.execPath, [join(import.meta.dirname, "stack-host.ts"), assembly, data.path]);
		const [line] = await once(createInterface(host.stdout), "line");
		const kill = async () => {
			const gone = once(host, "exit");
			host.kill("SIGKILL");
			await gone;
		};
		return { elsewhere: JSON.parse(line) as Stack, kill };
	};

	it("has lost nothing when it is started again: what was in flight is handled at once", async () => {
		const { elsewhere, kill } = await startElsewhere(
			writeAssembly(app.path, { worker: SLEEPER, visibilityTimeoutSeconds: 600 }),
		);
		const keys = Array.from({ length: 8 }, (_, index) => `${index}`);
		await Promise.all(keys.map((key) => upload(elsewhere, key)));
		await kill();
		const again = await start();
		await Promise.all(keys.map((key) => recorded(again, key)));
	});
});

describe("what can't be started is told in a sentence:", () => {
	it("a data folder in use", async () => {
		await start();
		await expect(startStack({ assembly: app.path, dataDir: data.path, port: 0 })).rejects.toThrow(
			/^Another Precis is running on .*--data DIR/,
		);
	});

	it("a data folder that is a file", async () => {
		const file = join(data.path, "notes.txt");
		writeFileSync(file, "");
		await expect(startStack({ assembly: app.path, dataDir: file, port: 0 })).rejects.toThrow(
			`The data folder ${file} can't be written to: `,
		);
	});

	it.each([
		[1, "S3"],
		[2, "SQS"],
		[3, "DynamoDB"],
		[0, "API"],
	])("a taken port (base + %i, %s)", async (offset, service) => {
		// Below the ports that systems give away by themselves, so that its neighbours are free.
		const port = 20_000 + 4 * Math.floor(Math.random() * 1_000);
		const taken = port + offset;
		const blocker = createServer().listen(taken, "127.0.0.1");
		await once(blocker, "listening");
		const assembly = writeAssembly(app.path, { worker: RECORDER });
		await expect(
			startStack({ assembly, dataDir: data.path, port }).then((wrong) => wrong.close()),
		).rejects.toThrow(
			`Port ${taken} (${service}) is in use: stop what uses it, or choose others with --port N.`,
		);
		blocker.close();
	});
});

describe("the HTTP API", () => {
	const ECHO = "export const handler = async (event) => event;";
	/** Sends the target as it is, which `fetch` would tidy up. */
	const get = (running: Stack, target: string, headers: Record<string, string> = {}) =>
		new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
			const { hostname, port } = new URL(running.endpoints.api);
			request({ hostname, port, path: target, headers }, async (response) => {
				const chunks = await response.toArray();
				const body = Buffer.concat(chunks).toString();
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			})
				.on("error", reject)
				.end();
		});
	const echo = async (target: string, headers: Record<string, string> = {}) =>
		JSON.parse((await get(await start({ reader: ECHO }), target, headers)).body);

	it("hands over a decoded path and its variables", async () => {
		expect(await echo("/things/a%20b/%C3%A9.txt")).toMatchObject({
			version: "2.0",
			routeKey: "GET /things/{key+}",
			rawPath: "/things/a b/é.txt",
			rawQueryString: "",
			pathParameters: { key: "a b/é.txt" },
			isBase64Encoded: false,
			requestContext: { http: { method: "GET", path: "/things/a b/é.txt" }, stage: "$default" },
		});
	});

	it("cuts the path at a question mark that decoding uncovers", async () => {
		expect(await echo("/things/who%3F.txt?wait=1")).toMatchObject({
			rawPath: "/things/who",
			rawQueryString: "wait=1",
			pathParameters: { key: "who" },
		});
	});

	it("hands over the query as it was sent, and decoded with repetitions joined", async () => {
		expect(await echo("/things/a?key=x%2Fy&key=z")).toMatchObject({
			rawQueryString: "key=x%2Fy&key=z",
			queryStringParameters: { key: "x/y,z" },
		});
	});

	it("hands over cookies apart from other headers", async () => {
		const event = await echo("/things/a", { Cookie: "a=1; b=2", "X-Thing": "yes" });
		expect(event.cookies).toEqual(["a=1", "b=2"]);
		expect(event.headers).toMatchObject({ "x-thing": "yes" });
		expect(event.headers).not.toHaveProperty("cookie");
	});

	it("sends what the function answers, Base64 decoded", async () => {
		const reader = `export const handler = async () => ({
			statusCode: 303, headers: { Location: "/x" }, cookies: ["c=1"], body: "aMOp", isBase64Encoded: true,
		});`;
		const answer = await get(await start({ reader }), "/things/a");
		expect(answer).toMatchObject({
			status: 303,
			body: "hé",
			headers: { location: "/x", "set-cookie": ["c=1"] },
		});
	});

	it.each([
		["/elsewhere", {}, 404, "Not Found"],
		["/things/", {}, 404, "Not Found"],
		["/things/%zz", {}, 400, "Bad Request"],
		["/things/a", { Host: "evil.example" }, 403, "This API answers to 127.0.0.1 and localhost only"],
	])("answers %s with %j itself: %i", async (target, headers, status, message) => {
		const answer = await get(await start({ reader: ECHO }), target, headers);
		expect(answer).toMatchObject({ status, body: JSON.stringify({ message }) });
	});

	it("answers 500 for a function that fails, and says no more", async () => {
		const answer = await get(await start({ reader: THROWER }), "/things/a");
		expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
	});

	it("refuses headers beyond API Gateway's limit", async () => {
		const answer = await get(await start({ reader: ECHO }), "/things/a", { "X-Long": "x".repeat(11_000) });
		expect(answer.status).toBe(431);
	});
});
