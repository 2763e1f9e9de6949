/** What functions can do, tried with their own keys on the stack as it is deployed; and what a missing grant does. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Stack, startStack } from "../../local/stack.ts";
import { type Attempt, attempt, PROBE } from "../local/iam/probe.ts";
import { patchedAssembly } from "./assembly.ts";
import { page } from "./pages.ts";

const folders: string[] = [];
beforeAll(() => {
	// What is tried here is no use of a grant.
	vi.stubEnv("PRECIS_GRANTS", "");
});
afterAll(() => {
	vi.unstubAllEnvs();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const start = async (assembly: string, onFailure: (sentence: string) => void = () => {}) => {
	const dataDir = mkdtempSync(join(tmpdir(), "precis-e2e-"));
	folders.push(assembly, dataDir);
	return startStack({ assembly, dataDir, port: 0, graceMs: 1_000, onFailure });
};

const upload = (stack: Stack, Bucket: string, Key: string) =>
	new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 }).send(
		new PutObjectCommand({ Bucket, Key, Body: page("the mill"), ContentType: "text/html" }),
	);

const UPLOADS = "precis-inbox-articles";
const LIBRARY = "precis-library-documents";
const SHELVES = [
	["uploads", UPLOADS, "a.html"],
	["library/articles", LIBRARY, "articles/a.json"],
	["library/summaries", LIBRARY, "summaries/a.json"],
] as const;
const QUEUES = {
	ingest: "IngestQueueUrl",
	"ingest dead letters": "IngestDeadLettersUrl",
	summarise: "SummariseQueueUrl",
	"summarise dead letters": "SummariseDeadLettersUrl",
	undelivered: "UndeliveredEventsUrl",
} as const;

/** Everything that is tried, by what it is called below: it may fail for any reason but that it isn't allowed. */
const attempts = ({ outputs }: Stack): [string, Attempt][] => [
	...SHELVES.flatMap(([shelf, Bucket, Key]) =>
		["GetObject", "PutObject", "DeleteObject"].map((command): [string, Attempt] => [
			`${command} ${shelf}`,
			{ service: "S3", command, input: { Bucket, Key } },
		]),
	),
	...[UPLOADS, LIBRARY].flatMap((Bucket) =>
		["ListObjectsV2", "ListObjectVersions", "DeleteBucket"].map((command): [string, Attempt] => [
			`${command} ${Bucket === UPLOADS ? "uploads" : "library"}`,
			{ service: "S3", command, input: { Bucket } },
		]),
	),
	...["catalogue", "entries"].flatMap((table) =>
		["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "DeleteTable"].map(
			(command): [string, Attempt] => [
				`${command} ${table}`,
				{
					service: "DynamoDB",
					command,
					// Nothing that there is in a table has such a key, so nothing comes of it.
					input: { TableName: `precis-library-${table}`, Key: {}, Item: {} },
				},
			],
		),
	),
	...Object.entries(QUEUES).flatMap(([queue, output]) =>
		["SendMessage", "ReceiveMessage", "PurgeQueue", "GetQueueAttributes"].map(
			(command): [string, Attempt] => [
				`${command} ${queue}`,
				{ service: "SQS", command, input: { QueueUrl: outputs[output], MessageBody: "" } },
			],
		),
	),
];

describe("with its own keys", () => {
	let stack: Stack;
	beforeAll(async () => {
		const assembly = await patchedAssembly(() => {});
		for (const asset of readdirSync(assembly).filter((name) => name.startsWith("asset.")))
			writeFileSync(join(assembly, asset, "index.mjs"), PROBE);
		stack = await start(assembly);
	});
	afterAll(() => stack.close());

	it.each([
		[
			"ingest",
			[
				"DeleteItem entries",
				"DeleteObject library/articles",
				"DeleteObject library/summaries",
				"GetItem catalogue",
				"GetObject uploads",
				"GetQueueAttributes ingest",
				"ListObjectsV2 uploads",
				"PutObject library/articles",
				"ReceiveMessage ingest",
				"SendMessage summarise",
				"UpdateItem catalogue",
			],
		],
		[
			"summarise",
			[
				"DeleteItem entries",
				"DeleteObject library/articles",
				"DeleteObject library/summaries",
				"GetItem catalogue",
				"GetObject library/articles",
				"GetQueueAttributes summarise",
				"ListObjectsV2 library",
				"PutItem entries",
				"PutObject library/summaries",
				"ReceiveMessage summarise",
				"UpdateItem catalogue",
			],
		],
		[
			"fetch",
			[
				"DeleteObject uploads",
				"GetItem catalogue",
				"GetObject library/articles",
				"GetObject library/summaries",
				"GetQueueAttributes ingest",
				"GetQueueAttributes ingest dead letters",
				"GetQueueAttributes summarise",
				"GetQueueAttributes summarise dead letters",
				"GetQueueAttributes undelivered",
				"ListObjectsV2 library",
				"PutObject uploads",
				"Query entries",
			],
		],
		[
			"sweep",
			[
				"DeleteItem entries",
				"DeleteObject library/articles",
				"DeleteObject library/summaries",
				"GetItem catalogue",
				"GetObject library/articles",
				"GetObject library/summaries",
				"GetObject uploads",
				"GetQueueAttributes ingest",
				"GetQueueAttributes summarise",
				"ListObjectsV2 library",
				"ListObjectsV2 uploads",
				"PutItem entries",
				"ReceiveMessage ingest dead letters",
				"ReceiveMessage summarise dead letters",
				"ReceiveMessage undelivered",
				"Scan catalogue",
				"Scan entries",
				"SendMessage ingest",
				"SendMessage summarise",
				"UpdateItem catalogue",
			],
		],
	])("%s can do this and nothing else", async (name, expected) => {
		const can: string[] = [];
		for (const [called, what] of attempts(stack)) {
			// Put there anew, because the one before may have removed it.
			for (const [, bucket, key] of SHELVES) await upload(stack, bucket, key);
			const told = await attempt(stack, `precis-${name}-function-lambda`, what);
			if (!told.name.startsWith("AccessDenied")) can.push(called);
		}
		expect(can.toSorted()).toEqual(expected);
	});
});

describe("without a grant that it needs", () => {
	const withoutGrant = (of: string, action: string) =>
		patchedAssembly(({ Type, Properties }) => {
			if (Type !== "AWS::IAM::Policy" || !Properties.PolicyName.startsWith(of)) return;
			for (const statement of Properties.PolicyDocument.Statement)
				statement.Action = [statement.Action].flat().filter((it: string) => it !== action);
		});

	it.each([
		["Ingest", "s3:GetObjectVersion", '"arn:aws:s3:::precis-inbox-articles/a.html"'],
		["Ingest", "sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:precis-summarise-queue"],
		[
			"Summarise",
			"dynamodb:UpdateItem",
			"arn:aws:dynamodb:us-east-1:000000000000:table/precis-library-catalogue",
		],
	])("%s fails as on AWS: %s", async (of, action, resource) => {
		const sentences: string[] = [];
		const stack = await start(await withoutGrant(`${of}Function`, action), (it) => sentences.push(it));
		await upload(stack, UPLOADS, "a.html");
		const name = `precis-${of.toLowerCase()}-function`;
		const spelt = action.startsWith("sqs:") ? action.toLowerCase() : action;
		await vi.waitFor(
			() =>
				expect(sentences.join("\n")).toContain(
					`User: arn:aws:sts::000000000000:assumed-role/${name}-role/${name}-lambda is not authorized to perform: ${spelt} on resource: ${resource} because no identity-based policy allows the ${spelt} action`,
				),
			60_000,
		);
		await stack.close();
	});
});
