import { describe, expect, it } from "vitest";
import { dynamodbAccesses } from "../../../local/endpoints/dynamodb.ts";
import { sqsAccesses } from "../../../local/endpoints/sqs.ts";
import type { Access } from "../../../local/iam/index.ts";
import { accessesOf, tellingMissing } from "../../../local/s3/access.ts";

const told = (accesses: readonly Access[] | undefined) =>
	accesses?.map(({ action, resource }) => `${action} ${resource.replace(/^arn:aws:(s3:::)?/, "")}`);

describe("what S3's operations need", () => {
	const request = (
		query: Record<string, string> = {},
		headers: Record<string, string> = {},
		key = "a/b",
	) => ({
		bucket: "uploads",
		key,
		query: new Map(Object.entries(query)),
		headers: new Map(Object.entries(headers)),
	});

	it.each([
		["GetObject", request(), ["s3:GetObject uploads/a/b"]],
		["HeadObject", request(), ["s3:GetObject uploads/a/b"]],
		["GetObject", request({ versionId: "1" }), ["s3:GetObjectVersion uploads/a/b"]],
		["HeadObject", request({ versionId: "1" }), ["s3:GetObjectVersion uploads/a/b"]],
		["PutObject", request(), ["s3:PutObject uploads/a/b"]],
		["PutObject", request({}, { "if-none-match": "*" }), ["s3:PutObject uploads/a/b"]],
		[
			"PutObject",
			request({}, { "if-match": '"e"', "x-amz-tagging": "a=1" }),
			["s3:PutObject uploads/a/b", "s3:GetObject uploads/a/b", "s3:PutObjectTagging uploads/a/b"],
		],
		[
			"PutObject",
			request({}, { "x-amz-copy-source": "/library/c%20d?versionId=1" }),
			["s3:PutObject uploads/a/b", "s3:GetObjectVersion library/c d"],
		],
		["DeleteObject", request(), ["s3:DeleteObject uploads/a/b"]],
		["DeleteObject", request({ versionId: "1" }), ["s3:DeleteObjectVersion uploads/a/b"]],
		["UploadPart", request({ uploadId: "u" }), ["s3:PutObject uploads/a/b"]],
		["AbortMultipartUpload", request({ uploadId: "u" }), ["s3:AbortMultipartUpload uploads/a/b"]],
		["ListObjects", request({}, {}, ""), ["s3:ListBucket uploads"]],
		["ListObjectVersions", request({}, {}, ""), ["s3:ListBucketVersions uploads"]],
		["HeadBucket", request({}, {}, ""), ["s3:ListBucket uploads"]],
		["DeleteBucketCORS", request({}, {}, ""), ["s3:PutBucketCORS uploads"]],
	])("%s", (operation, asked, needed) => {
		expect(told(accessesOf(operation, asked))).toEqual(needed);
	});

	it("a list tells its prefix to conditions", () => {
		const [list] = accessesOf("ListObjects", request({ prefix: "news/", "list-type": "2" }, {}, ""));
		expect(list?.context).toEqual({ "s3:prefix": "news/" });
	});

	it("to be told that something is missing needs the right to list", () => {
		expect(told([tellingMissing(request())])).toEqual(["s3:ListBucket uploads"]);
	});
});

describe("what SQS's operations need", () => {
	const QueueUrl = "http://127.0.0.1:4572/000000000000/work";

	it.each([
		["SendMessage", { QueueUrl }, "sqs:SendMessage sqs:us-east-1:000000000000:work"],
		["SendMessageBatch", { QueueUrl }, "sqs:SendMessage sqs:us-east-1:000000000000:work"],
		["DeleteMessageBatch", { QueueUrl }, "sqs:DeleteMessage sqs:us-east-1:000000000000:work"],
		["GetQueueUrl", { QueueName: "work" }, "sqs:GetQueueUrl sqs:us-east-1:000000000000:work"],
		["ListQueues", {}, "sqs:ListQueues sqs:us-east-1:000000000000:*"],
	])("%s", (operation, input, needed) => {
		expect(told(sqsAccesses(operation, input))).toEqual([needed]);
	});

	it.each(["AddPermission", "StartMessageMoveTask", "constructor", ""])(
		"nothing is known of %j",
		(operation) => {
			expect(sqsAccesses(operation, { QueueUrl })).toBeUndefined();
		},
	);
});

describe("what DynamoDB's operations need", () => {
	const rows = "dynamodb:us-east-1:000000000000:table/rows";
	const item = { TableName: "rows" };

	it.each([
		["GetItem", item, [`dynamodb:GetItem ${rows}`]],
		["Query", item, [`dynamodb:Query ${rows}`]],
		["Query", { ...item, IndexName: "byStage" }, [`dynamodb:Query ${rows}/index/byStage`]],
		["GetItem", { TableName: `arn:aws:${rows}` }, [`dynamodb:GetItem ${rows}`]],
		[
			"BatchGetItem",
			{ RequestItems: { rows: {}, others: {} } },
			[`dynamodb:BatchGetItem ${rows}`, `dynamodb:BatchGetItem ${rows.replace("rows", "others")}`],
		],
		["BatchWriteItem", { RequestItems: { rows: [] } }, [`dynamodb:BatchWriteItem ${rows}`]],
		[
			"TransactWriteItems",
			{ TransactItems: [{ Put: item }, { Delete: item }, { ConditionCheck: item }, { Update: item }] },
			["PutItem", "DeleteItem", "ConditionCheckItem", "UpdateItem"].map(
				(action) => `dynamodb:${action} ${rows}`,
			),
		],
		["TransactGetItems", { TransactItems: [{ Get: item }] }, [`dynamodb:GetItem ${rows}`]],
	])("%s", (operation, input, needed) => {
		expect(told(dynamodbAccesses(operation, input))).toEqual(needed);
	});

	it.each(["ExecuteStatement", "ExportTableToPointInTime", "toString"])(
		"nothing is known of %s",
		(operation) => {
			expect(dynamodbAccesses(operation, item)).toBeUndefined();
		},
	);
});
