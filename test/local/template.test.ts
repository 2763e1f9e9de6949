import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAssembly } from "../../local/assembly.ts";
import { resolver } from "../../local/resolve.ts";
import { plan } from "../../local/template.ts";
import { type AssemblyProps, makeFolder, writeAssembly } from "./assembly.ts";

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
	folder = makeFolder();
});
afterEach(() => folder.remove());

const SQS = "http://127.0.0.1:4572";
const WORKER = "export const handler = async () => {};";
const planOf = (props: Partial<AssemblyProps> = {}) =>
	plan(readAssembly(writeAssembly(folder.path, { worker: WORKER, ...props })), { sqs: SQS });

describe("the intrinsic functions", () => {
	const { value } = resolver({
		stackName: "Precis",
		sqs: SQS,
		resources: {
			Work0A1B2C3D: { Type: "AWS::SQS::Queue" },
			Named: { Type: "AWS::S3::Bucket", Properties: { BucketName: "given-name" } },
			Somebody: { Type: "AWS::IAM::Role" },
		},
	});

	it.each([
		["a queue's Ref", { Ref: "Work0A1B2C3D" }, `${SQS}/000000000000/precis-work`],
		[
			"an attribute",
			{ "Fn::GetAtt": ["Work0A1B2C3D", "Arn"] },
			"arn:aws:sqs:us-east-1:000000000000:precis-work",
		],
		["an attribute with dots", { "Fn::GetAtt": "Work0A1B2C3D.QueueName" }, "precis-work"],
		["a given name", { Ref: "Named" }, "given-name"],
		["pseudo parameters", { "Fn::Sub": `\${AWS::Region}/\${AWS::AccountId}` }, "us-east-1/000000000000"],
		["a join of functions", { "Fn::Join": ["-", ["a", { Ref: "Named" }]] }, "a-given-name"],
		[
			"a substitution",
			{ "Fn::Sub": [`\${X}:\${Named}:\${Work0A1B2C3D.Arn}:\${!Y}`, { X: 1 }] },
			expect.any(String),
		],
		["a selection from a split", { "Fn::Select": [1, { "Fn::Split": [",", "a,b,c"] }] }, "b"],
		["plain values as they are", { a: [1, true, null] }, { a: [1, true, null] }],
	])("carry out %s", (_, input, expected) => {
		expect(value(input)).toEqual(expected);
	});

	it("substitute variables, resources and attributes, and leave what is escaped", () => {
		const pattern = [`\${X}:\${Named}:\${Work0A1B2C3D.QueueName}:\${!Y}`, { X: 1 }];
		expect(value({ "Fn::Sub": pattern })).toBe(`1:given-name:precis-work:\${Y}`);
	});

	it.each([
		["a function that isn't known", { "Fn::Cidr": [] }, "does not carry out Fn::Cidr"],
		["a resource that isn't there", { Ref: "Nobody" }, "refers to Nobody"],
		[
			"an attribute without a counterpart",
			{ "Fn::GetAtt": ["Somebody", "RoleId"] },
			"no RoleId of AWS::IAM::Role",
		],
		["a name from Object's prototype", { Ref: "constructor" }, "refers to constructor"],
	])("refuse %s", (_, input, message) => {
		expect(() => value(input)).toThrow(message);
	});
});

describe("the plan of a template", () => {
	it("names what has no name after stack and logical id", () => {
		const { buckets, queues, tables, functions } = planOf();
		const names = [buckets, queues, tables, functions].map((all) => all.map(({ name }) => name));
		expect(names).toEqual([
			["precis-inbox-articles"],
			["precis-dead-letters", "precis-queue"],
			["precis-catalogue"],
			["precis-worker", "precis-reader"],
		]);
	});

	it("has buckets with their versioning and events", () => {
		expect(planOf().buckets).toEqual([
			{ name: "precis-inbox-articles", versioned: true, announces: true, cors: [] },
		]);
	});

	it("has queues with their attributes as SQS takes them", () => {
		expect(planOf().queues[1]).toEqual({
			name: "precis-queue",
			arn: "arn:aws:sqs:us-east-1:000000000000:precis-queue",
			url: `${SQS}/000000000000/precis-queue`,
			attributes: {
				VisibilityTimeout: "30",
				RedrivePolicy: JSON.stringify({
					deadLetterTargetArn: "arn:aws:sqs:us-east-1:000000000000:precis-dead-letters",
					maxReceiveCount: 2,
				}),
			},
		});
	});

	it("has functions with their bundle, limits and environment", () => {
		expect(planOf().functions[0]).toEqual({
			name: "precis-worker",
			arn: "arn:aws:lambda:us-east-1:000000000000:function:precis-worker",
			role: "arn:aws:iam::000000000000:role/precis-role",
			code: join(folder.path, "asset.worker"),
			handler: "index.handler",
			memoryMb: 256,
			timeoutSeconds: 5,
			environment: {
				CATALOGUE_TABLE: "precis-catalogue",
				QUEUE_URL: `${SQS}/000000000000/precis-queue`,
			},
		});
	});

	it("has the rule's pattern and targets, the mapping and the route", () => {
		const { rules, mappings, routes } = planOf();
		expect(rules).toMatchObject([
			{
				pattern: { detail: { bucket: { name: ["precis-inbox-articles"] } } },
				targets: [{ arn: "arn:aws:sqs:us-east-1:000000000000:precis-queue" }],
			},
		]);
		expect(mappings).toMatchObject([
			{
				queue: { name: "precis-queue" },
				function: "precis-worker",
				batchSize: 1,
				maxConcurrency: 3,
				reportsItemFailures: false,
			},
		]);
		expect(routes).toEqual([{ key: "GET /things/{key+}", function: "precis-reader", asksIam: true }]);
	});

	it("refuses a mapping with a feature that would change what is delivered", () => {
		const Mapping00000008 = {
			Type: "AWS::Lambda::EventSourceMapping",
			Properties: {
				EventSourceArn: { "Fn::GetAtt": ["Queue00000003", "Arn"] },
				FunctionName: { Ref: "Worker00000006" },
				FilterCriteria: { Filters: [] },
			},
		};
		expect(() => planOf({ resources: { Mapping00000008 } })).toThrow(/Mapping00000008[\s\S]*FilterCriteria/);
	});

	it("refuses an assembly of several stacks", () => {
		writeAssembly(folder.path, { worker: WORKER });
		const stack = { type: "aws:cloudformation:stack", properties: { templateFile: "t.json" } };
		writeFileSync(
			join(folder.path, "manifest.json"),
			JSON.stringify({ artifacts: { One: stack, Two: stack } }),
		);
		expect(() => readAssembly(folder.path)).toThrow("2 stacks");
	});
});
