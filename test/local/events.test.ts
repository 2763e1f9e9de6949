import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT } from "../../local/account.ts";
import { compilePattern, eventBus } from "../../local/events.ts";
import { type Sqs, startSqs } from "../../local/sqs.ts";

const event = (key: string, bucket = "articles") => ({
	source: "aws.s3",
	"detail-type": "Object Created",
	resources: [`arn:aws:s3:::${bucket}`],
	detail: { bucket: { name: bucket }, object: { key, size: 12 } },
});
const matches = (pattern: Record<string, unknown>, it: object = event("news/a.html")) =>
	compilePattern(pattern)(it);

describe("an event pattern", () => {
	it("matches when every field has one of its values", () => {
		const pattern = { source: ["aws.s3"], detail: { bucket: { name: ["other", "articles"] } } };
		expect(matches(pattern)).toBe(true);
		expect(matches(pattern, event("a", "third"))).toBe(false);
	});

	it("does not match a field that isn't there", () => {
		expect(matches({ detail: { reason: ["PutObject"] } })).toBe(false);
		expect(matches({ detail: { deeper: { down: ["x"] } } })).toBe(false);
	});

	it("matches a list that has one of the values", () => {
		expect(matches({ resources: ["arn:aws:s3:::articles"] })).toBe(true);
	});

	it("tells a number from its digits", () => {
		expect(matches({ detail: { object: { size: [12] } } })).toBe(true);
		expect(matches({ detail: { object: { size: ["12"] } } })).toBe(false);
	});

	it("does not find fields on Object's prototype", () => {
		expect(matches({ detail: { constructor: [{ exists: true }] } })).toBe(false);
	});

	it.each([
		[{ prefix: "news/" }, true],
		[{ prefix: "a" }, false],
		[{ suffix: ".html" }, true],
		[{ "equals-ignore-case": "NEWS/A.HTML" }, true],
		[{ "anything-but": "news/a.html" }, false],
		[{ "anything-but": ["x", "y"] }, true],
		[{ exists: true }, true],
		[{ exists: false }, false],
	])("compares a key with %j: %s", (operator, expected) => {
		expect(matches({ detail: { object: { key: [operator] } } })).toBe(expected);
	});

	it.each([
		["an operator that isn't known here", { source: [{ cidr: "10.0.0.0/8" }] }, '"cidr"'],
		["$or", { $or: [{ source: ["a"] }] }, '"source"'],
		["a value outside of a list", { source: "aws.s3" }, "no list of alternatives at event.source"],
		["an exclusion by operator", { source: [{ "anything-but": { prefix: "a" } }] }, "needs texts"],
	])("refuses %s", (_, pattern, message) => {
		expect(() => compilePattern(pattern)).toThrow(message);
	});
});

describe("an event that its queue doesn't take", () => {
	const folder = mkdtempSync(join(tmpdir(), "precis-events-"));
	let sqs: Sqs;
	let client: SQSClient;
	beforeAll(async () => {
		sqs = await startSqs({ folder });
		client = new SQSClient({ ...CLIENT, endpoint: sqs.endpoint });
		await sqs.ensure([queue("letters")]);
	});
	afterAll(async () => {
		client.destroy();
		await sqs.close();
		rmSync(folder, { recursive: true });
	});

	const queue = (name: string) => ({
		name,
		arn: name,
		url: `${sqs.endpoint}/000000000000/${name}`,
		attributes: {},
	});
	const hand = (time: string) => {
		const targets = [{ arn: "gone", deadLetters: "letters", maxAgeSeconds: 60 }];
		const rule = { name: "uploads", arn: "uploads", pattern: { source: ["aws.s3"] }, targets };
		const bus = eventBus([rule], [queue("gone"), queue("letters")], () => client);
		return bus({ ...event("a.html"), time });
	};

	it("is S3's to send again", async () => {
		await expect(hand(new Date().toISOString())).rejects.toThrow("does not exist");
	});

	it("is a dead letter when it is older than the rule says", async () => {
		await hand("2026-01-01T00:00:00Z");
		const letters = { QueueUrl: queue("letters").url };
		const { Messages = [] } = await client.send(new ReceiveMessageCommand(letters));
		expect(Messages.map(({ Body = "" }) => JSON.parse(Body).detail.object.key)).toEqual(["a.html"]);
	});
});
