import type { Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, it } from "vitest";
import { listed, properties, readable, resources, statements, synthesise } from "./template.ts";

let template: Template;
beforeAll(() => {
	template = synthesise();
});

/** What a function may do: actions by resource, sorted. */
const permissions = (of: string): Record<string, string[]> => {
	const allowed: Record<string, string[]> = {};
	for (const statement of statements(properties(template, "AWS::IAM::Policy", `${of}RoleDefaultPolicy`))) {
		expect(statement.Effect).toBe("Allow");
		for (const resource of listed(statement.Resource)) {
			const name = readable(resource);
			allowed[name] = [...(allowed[name] ?? []), ...listed(statement.Action)].sort();
		}
	}
	return allowed;
};

const ownLogs = ["logs:CreateLogStream", "logs:PutLogEvents"];
/** X-Ray has no resources to limit it to. */
const traces = { "*": ["xray:PutTelemetryRecords", "xray:PutTraceSegments"] };
const ownQueue = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];

describe("what each function may do", () => {
	it("ingest reads uploads, writes articles, moves rows, hands on; it removes what it replaces", () => {
		expect(permissions("IngestFunction")).toEqual({
			...traces,
			"<IngestFunctionLogs.Arn>": ownLogs,
			"<InboxIngestQueue.Arn>": ownQueue,
			"<InboxArticles.Arn>": ["s3:ListBucket"],
			"<InboxArticles.Arn>/*": ["s3:GetObject", "s3:GetObjectVersion"],
			"<LibraryDocuments.Arn>/articles/*": ["s3:DeleteObject", "s3:PutObject"],
			"<LibraryDocuments.Arn>/summaries/*": ["s3:DeleteObject"],
			"<LibraryCatalogue.Arn>": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
			"<LibraryEntries.Arn>": ["dynamodb:DeleteItem"],
			"<SummariseQueue.Arn>": ["sqs:SendMessage"],
		});
	});

	it("summarise reads articles, writes summaries, moves rows, and sees no upload", () => {
		expect(permissions("SummariseFunction")).toEqual({
			...traces,
			"<SummariseFunctionLogs.Arn>": ownLogs,
			"<SummariseQueue.Arn>": ownQueue,
			"<LibraryDocuments.Arn>": ["s3:ListBucket"],
			"<LibraryDocuments.Arn>/articles/*": ["s3:DeleteObject", "s3:GetObject"],
			"<LibraryDocuments.Arn>/summaries/*": ["s3:DeleteObject", "s3:PutObject"],
			"<LibraryCatalogue.Arn>": ["dynamodb:GetItem", "dynamodb:UpdateItem"],
			"<LibraryEntries.Arn>": ["dynamodb:DeleteItem", "dynamodb:PutItem"],
		});
	});

	it("fetch reads what is known, puts and removes uploads for callers, and sees no upload", () => {
		const depth = ["sqs:GetQueueAttributes"];
		expect(permissions("FetchFunction")).toEqual({
			...traces,
			"<FetchFunctionLogs.Arn>": ownLogs,
			"<LibraryDocuments.Arn>": ["s3:ListBucket"],
			"<LibraryDocuments.Arn>/articles/*": ["s3:GetObject"],
			"<LibraryDocuments.Arn>/summaries/*": ["s3:GetObject"],
			"<LibraryCatalogue.Arn>": ["dynamodb:BatchGetItem", "dynamodb:GetItem"],
			"<LibraryCatalogue.Arn>/index/byStage": ["dynamodb:Query"],
			"<LibraryCatalogue.Arn>/index/byPublisher": ["dynamodb:Query"],
			"<LibraryCatalogue.Arn>/index/byLanguage": ["dynamodb:Query"],
			"<LibraryEntries.Arn>": ["dynamodb:Query"],
			"<InboxArticles.Arn>/*": ["s3:DeleteObject", "s3:PutObject"],
			"<InboxIngestQueue.Arn>": depth,
			"<InboxIngestDeadLetters.Arn>": depth,
			"<SummariseQueue.Arn>": depth,
			"<SummariseDeadLetters.Arn>": depth,
			"<InboxUndelivered.Arn>": depth,
		});
	});

	it("sweep mends rows, collects documents and sends events; a HEAD of an upload asks for the right to read it", () => {
		const letters = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage"];
		expect(permissions("SweepFunction")).toEqual({
			...traces,
			"<SweepFunctionLogs.Arn>": ownLogs,
			"<InboxArticles.Arn>": ["s3:ListBucket"],
			"<InboxArticles.Arn>/*": ["s3:GetObject"],
			"<LibraryDocuments.Arn>": ["s3:ListBucket"],
			"<LibraryDocuments.Arn>/articles/*": ["s3:DeleteObject", "s3:GetObject"],
			"<LibraryDocuments.Arn>/summaries/*": ["s3:DeleteObject", "s3:GetObject"],
			"<LibraryDocuments.Arn>/sweep/position.json": ["s3:GetObject", "s3:PutObject"],
			"<LibraryCatalogue.Arn>": ["dynamodb:GetItem", "dynamodb:Scan", "dynamodb:UpdateItem"],
			"<LibraryCatalogue.Arn>/index/byStage": ["dynamodb:Query"],
			"<LibraryEntries.Arn>": ["dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:Scan"],
			"<InboxIngestQueue.Arn>": ["sqs:GetQueueAttributes", "sqs:SendMessage"],
			"<InboxIngestDeadLetters.Arn>": letters,
			"<SummariseQueue.Arn>": ["sqs:GetQueueAttributes", "sqs:SendMessage"],
			"<SummariseDeadLetters.Arn>": letters,
			"<InboxUndelivered.Arn>": letters,
		});
	});

	it("no role has anything but its own policy", () => {
		const roles = resources(template, "AWS::IAM::Role");
		expect([...roles.keys()].sort()).toEqual([
			"FetchFunctionRole",
			"IngestFunctionRole",
			"SummariseFunctionRole",
			"SweepFunctionRole",
		]);
		for (const role of roles.values()) {
			expect(role.Properties).not.toHaveProperty("ManagedPolicyArns");
			expect(role.Properties).not.toHaveProperty("Policies");
		}
		expect(resources(template, "AWS::IAM::Policy").size).toBe(4);
		expect(resources(template, "AWS::IAM::ManagedPolicy").size).toBe(0);
	});
});

describe("wildcards", () => {
	/** Every `*` in an allowed resource, and why it cannot be narrower. */
	const REASONS: Record<string, string> = {
		"*": "X-Ray has no resources",
		"<InboxArticles.Arn>/*": "people choose the keys they upload to",
		"<LibraryDocuments.Arn>/articles/*": "document names are made from keys",
		"<LibraryDocuments.Arn>/summaries/*": "document names are made from keys",
	};

	it("stand for objects of one bucket only, or for what has no resources, each with its reason", () => {
		const wild = new Set<string>();
		for (const policy of resources(template, "AWS::IAM::Policy").values()) {
			for (const { Action, Resource } of statements(policy.Properties)) {
				for (const action of listed(Action)) expect(action).not.toContain("*");
				for (const resource of listed(Resource).map(readable)) {
					if (resource.includes("*")) wild.add(resource);
				}
			}
		}
		expect([...wild].sort()).toEqual(Object.keys(REASONS).sort());
	});

	it("in the policies of buckets and queues only ever deny", () => {
		for (const type of ["AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"]) {
			for (const policy of resources(template, type).values()) {
				for (const { Effect, Action, Principal } of statements(policy.Properties)) {
					if (Effect === "Deny") continue;
					expect(JSON.stringify([Action, Principal])).not.toContain("*");
				}
			}
		}
	});
});
