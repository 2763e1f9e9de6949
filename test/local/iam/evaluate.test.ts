import { describe, expect, it } from "vitest";
import { type Access, evaluate, type Principal } from "../../../local/iam/evaluate.ts";
import { compilePolicy } from "../../../local/iam/policy.ts";

type Statement = Record<string, unknown>;

const policy = (...statements: Statement[]) =>
	compilePolicy({
		Version: "2012-10-17",
		Statement: statements.map((statement) => ({
			Effect: "Allow",
			...(!("NotAction" in statement) && { Action: "s3:GetObject" }),
			...(!("NotResource" in statement) && { Resource: "arn:aws:s3:::uploads/*" }),
			...statement,
		})),
	});

const worker = (...statements: Statement[]): Principal => ({
	kind: "AWS",
	name: "arn:aws:iam::000000000000:role/work",
	arn: "arn:aws:sts::000000000000:assumed-role/work/worker",
	statements: policy(...statements),
	context: { "aws:principalarn": "arn:aws:iam::000000000000:role/work" },
});

const read: Access = { action: "s3:GetObject", resource: "arn:aws:s3:::uploads/news/a.html" };
const allows = (statement: Statement, access: Partial<Access> = {}): boolean =>
	evaluate(worker(statement), { ...read, ...access }, []).allowed;
const reason = (
	principal: Principal,
	access: Partial<Access> = {},
	resourcePolicy: Statement[] = [],
): string => {
	const decision = evaluate(principal, { ...read, ...access }, policy(...resourcePolicy));
	return decision.allowed ? "allowed" : decision.message;
};

describe("a statement", () => {
	it.each([
		["its action on its resource", {}],
		["an action in other letters", { Action: "S3:getobject" }],
		["one of several", { Action: ["s3:PutObject", "s3:GetObject"], Resource: ["arn:aws:s3:::x", "*"] }],
		["wildcards in actions", { Action: "s3:Get*" }],
		["a question mark for one character", { Resource: "arn:aws:s3:::upload?/*" }],
		["stars that span slashes", { Resource: "arn:aws:s3:::uploads/*.html" }],
		["everything but", { NotAction: "s3:PutObject" }],
		["everywhere but", { NotResource: "arn:aws:s3:::library/*" }],
	])("allows %s", (_, statement) => {
		expect(allows(statement)).toBe(true);
	});

	it.each([
		["another action", { Action: "s3:GetObjectVersion" }],
		["another resource", { Resource: "arn:aws:s3:::uploads" }],
		["another bucket of the same beginning", { Resource: "arn:aws:s3:::upload/*" }],
		["a resource in other letters", { Resource: "arn:aws:s3:::Uploads/*" }],
		["a star that would have to span the parts of an ARN", { Resource: "arn:*:uploads/*" }],
		["what NotAction names", { NotAction: ["s3:Get*"] }],
		["what NotResource names", { NotResource: "arn:aws:s3:::uploads/*" }],
		// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's variables look like that
		["a policy variable, which isn't known here", { Resource: "arn:aws:s3:::${aws:username}/*" }],
	])("doesn't allow %s", (_, statement) => {
		expect(allows(statement)).toBe(false);
	});

	it("takes what a key has of wildcards for ordinary characters", () => {
		const statement = { Resource: "arn:aws:s3:::uploads/news/a.html" };
		expect(allows(statement, { resource: "arn:aws:s3:::uploads/news/*" })).toBe(false);
	});

	it("is matched in no time against a pattern full of stars", () => {
		const statement = { Resource: `arn:aws:s3:::uploads/${"a*".repeat(50)}b` };
		const started = process.cpuUsage();
		expect(allows(statement, { resource: `arn:aws:s3:::uploads/${"a".repeat(1_000)}` })).toBe(false);
		expect(process.cpuUsage(started).user).toBeLessThan(100_000);
	});

	it.each([
		["no version", { Version: undefined }],
		[
			"an element that isn't known",
			{ Statement: [{ Effect: "Allow", Action: "*", Resource: "*", Unless: 1 }] },
		],
		["an effect that isn't known", { Statement: [{ Effect: "Maybe", Action: "*", Resource: "*" }] }],
	])("isn't taken from a document with %s", (_, document) => {
		expect(() => compilePolicy({ Version: "2012-10-17", Statement: [], ...document })).toThrow(
			"A policy is not understood",
		);
	});
});

describe("a condition", () => {
	const list = { action: "s3:ListBucket", resource: "arn:aws:s3:::uploads" };
	const holds = (Condition: object, context: Record<string, string> = { "s3:prefix": "news/" }) =>
		allows({ Action: list.action, Resource: list.resource, Condition }, { ...list, context });

	it.each([
		{ StringEquals: { "s3:prefix": "news/" } },
		{ StringEquals: { "S3:Prefix": ["sport/", "news/"] } },
		{ StringNotEquals: { "s3:prefix": "sport/" } },
		{ StringLike: { "s3:prefix": "n*/" } },
		{ StringNotLike: { "s3:prefix": "s*" } },
		{ StringEqualsIgnoreCase: { "s3:prefix": "NEWS/" } },
		{ StringEqualsIfExists: { "s3:delimiter": "/" } },
		{ StringNotEquals: { "s3:delimiter": "/" } },
		{ Null: { "s3:prefix": "false", "s3:delimiter": true } },
		{ NumericGreaterThan: { "s3:TlsVersion": 1.2 } },
		{ Bool: { "aws:SecureTransport": true } },
		{ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/w*" } },
	])("%j is met", (condition) => {
		expect(holds(condition)).toBe(true);
	});

	it.each([
		{ StringEquals: { "s3:prefix": "sport/" } },
		{ StringEquals: { "s3:delimiter": "/" } },
		{ StringNotEquals: { "s3:prefix": ["sport/", "news/"] } },
		{ StringEquals: { "s3:prefix": "news/", "aws:PrincipalArn": "arn:aws:iam::000000000000:role/other" } },
		{ NumericLessThan: { "s3:TlsVersion": "1.2" } },
		{ Null: { "s3:prefix": "true" } },
		{ ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::000000000000:role" } },
	])("%j isn't", (condition) => {
		expect(holds(condition)).toBe(false);
	});

	it.each([
		["key", { StringEquals: { "aws:PrincipalTag/team": "x" } }],
		["negated key", { StringNotEquals: { "aws:PrincipalTag/team": "x" } }],
		["key that may be missing", { StringEqualsIfExists: { "aws:PrincipalTag/team": "x" } }],
		["operator", { DateLessThan: { "s3:prefix": "2030-01-01" } }],
		["set operator", { "ForAllValues:StringEquals": { "s3:prefix": "news/" } }],
		["operator of Object's prototype", { constructor: { "s3:prefix": "news/" } }],
		// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's variables look like that
		["variable", { StringEquals: { "s3:prefix": "${aws:username}" } }],
	])("with a %s that isn't known allows nothing and denies everything", (_, condition) => {
		expect(holds(condition)).toBe(false);
		const deny = { Effect: "Deny", Action: "*", Resource: "*", Condition: condition };
		expect(evaluate(worker({ Action: "*", Resource: "*" }, deny), read, []).allowed).toBe(false);
	});
});

describe("a decision", () => {
	const user = "User: arn:aws:sts::000000000000:assumed-role/work/worker is not authorized to perform:";

	it("is no where nothing allows", () => {
		expect(reason(worker(), { action: "s3:PutObject" })).toBe(
			`${user} s3:PutObject on resource: "${read.resource}" because no identity-based policy allows the s3:PutObject action`,
		);
	});

	it("names the grant that allowed", () => {
		const allowed = evaluate(worker({ Action: ["s3:Get*", "s3:PutObject"] }), read, []);
		expect(allowed).toEqual({
			allowed: true,
			grants: [{ action: "s3:Get*", resource: "arn:aws:s3:::uploads/*" }],
		});
	});

	it("is no where the caller's own policy denies, whatever allows", () => {
		expect(reason(worker({}, { Effect: "Deny", Action: "s3:*", Resource: "*" }))).toBe(
			`${user} s3:GetObject on resource: "${read.resource}" with an explicit deny in an identity-based policy`,
		);
	});

	it("is no where the bucket's policy denies", () => {
		expect(reason(worker({}), {}, [{ Effect: "Deny", Principal: "*" }])).toMatch(
			/with an explicit deny in a resource-based policy$/,
		);
	});

	it("takes the loopback interface for TLS, or the buckets' own policies would let nobody in", () => {
		const insecure = { Bool: { "aws:SecureTransport": "false" } };
		const old = { NumericLessThan: { "s3:TlsVersion": 1.2 } };
		const denials = [insecure, old].map((Condition) => ({ Effect: "Deny", Principal: "*", Condition }));
		expect(reason(worker({}), {}, denials)).toBe("allowed");
	});

	it("is yes where the bucket's policy names the caller's role, and nobody else's", () => {
		const of = (role: string) => [{ Principal: { AWS: `arn:aws:iam::000000000000:role/${role}` } }];
		expect(reason(worker({ Action: "s3:PutObject" }), {}, of("work"))).toBe("allowed");
		expect(reason(worker({ Action: "s3:PutObject" }), {}, of("other"))).not.toBe("allowed");
	});

	it("has each service's words", () => {
		const queue = "arn:aws:sqs:us-east-1:000000000000:work";
		const table = "arn:aws:dynamodb:us-east-1:000000000000:table/rows";
		expect(reason(worker(), { action: "sqs:SendMessage", resource: queue })).toBe(
			`${user} sqs:sendmessage on resource: ${queue} because no identity-based policy allows the sqs:sendmessage action`,
		);
		expect(reason(worker(), { action: "dynamodb:GetItem", resource: table })).toBe(
			`${user} dynamodb:GetItem on resource: ${table} because no identity-based policy allows the dynamodb:GetItem action`,
		);
	});
});

describe("EventBridge", () => {
	const rule = "arn:aws:events:us-east-1:000000000000:rule/uploads";
	const queue = "arn:aws:sqs:us-east-1:000000000000:work";
	const events: Principal = {
		kind: "Service",
		name: "events.amazonaws.com",
		arn: "events.amazonaws.com",
		statements: [],
		context: { "aws:sourcearn": rule },
	};
	const send = { action: "sqs:SendMessage", resource: queue };
	const letIn = (source: string, service = "events.amazonaws.com") => ({
		Principal: { Service: service },
		Action: "sqs:SendMessage",
		Resource: queue,
		Condition: { ArnEquals: { "aws:SourceArn": source } },
	});

	it("sends to queues whose policy names it and the rule", () => {
		expect(reason(events, send, [letIn(rule)])).toBe("allowed");
	});

	it.each([
		["another rule", letIn(`${rule}-2`)],
		["another service", letIn(rule, "sns.amazonaws.com")],
	])("doesn't to those that name %s", (_, statement) => {
		expect(reason(events, send, [statement])).toMatch(
			/because no resource-based policy allows the sqs:sendmessage action$/,
		);
	});
});
