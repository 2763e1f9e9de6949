import type { Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, it } from "vitest";
import { properties, readable, resources, statements, synthesise } from "./template.ts";

const FOURTEEN_DAYS = 14 * 24 * 60 * 60;

let template: Template;
beforeAll(() => {
	template = synthesise({ ingestConcurrency: "7", summariseConcurrency: "3" });
});

/** The id in `<SomeQueue.Arn>` or `<SomeFunction>`. */
const named = (reference: unknown): string => readable(reference).replace(/^<|(\.Arn)?>$/g, "");

/** Each queue's dead-letter queue, by their ids. */
const redrives = (): Map<string, { to: string; after: number }> => {
	const found = new Map<string, { to: string; after: number }>();
	for (const [id, queue] of resources(template, "AWS::SQS::Queue")) {
		const policy = queue.Properties.RedrivePolicy as
			| { deadLetterTargetArn: unknown; maxReceiveCount: number }
			| undefined;
		if (policy) found.set(id, { to: named(policy.deadLetterTargetArn), after: policy.maxReceiveCount });
	}
	return found;
};

describe("the queues", () => {
	it("are two for work, a dead-letter queue for each, and one for undelivered events", () => {
		expect([...resources(template, "AWS::SQS::Queue").keys()].sort()).toEqual([
			"InboxIngestDeadLetters",
			"InboxIngestQueue",
			"InboxUndelivered",
			"SummariseDeadLetters",
			"SummariseQueue",
		]);
		expect(Object.fromEntries(redrives())).toEqual({
			InboxIngestQueue: { to: "InboxIngestDeadLetters", after: 5 },
			SummariseQueue: { to: "SummariseDeadLetters", after: 5 },
		});
	});

	it("keep messages for 14 days, encrypted, and refuse plain HTTP", () => {
		const policies = [...resources(template, "AWS::SQS::QueuePolicy").values()];
		for (const [id, queue] of resources(template, "AWS::SQS::Queue")) {
			expect(queue.Properties, id).toMatchObject({
				MessageRetentionPeriod: FOURTEEN_DAYS,
				SqsManagedSseEnabled: true,
			});
			const own = policies.find((policy) => (policy.Properties.Queues as unknown[]).map(named).includes(id));
			expect(statements(own?.Properties ?? {}), id).toContainEqual(
				expect.objectContaining({
					Effect: "Deny",
					Action: "sqs:*",
					Principal: { AWS: "*" },
					Condition: { Bool: { "aws:SecureTransport": "false" } },
				}),
			);
		}
	});
});

describe("the event source mappings", () => {
	const mappings = () =>
		[...resources(template, "AWS::Lambda::EventSourceMapping").values()].map(({ Properties }) => ({
			queue: named(Properties.EventSourceArn),
			handler: named(Properties.FunctionName),
			properties: Properties,
		}));

	it("feed each queue to its own function, as many at once as the deployer says", () => {
		expect(
			Object.fromEntries(
				mappings().map((each) => [each.queue, [each.handler, each.properties.ScalingConfig]]),
			),
		).toEqual({
			InboxIngestQueue: ["IngestFunctionLambda", { MaximumConcurrency: 7 }],
			SummariseQueue: ["SummariseFunctionLambda", { MaximumConcurrency: 3 }],
		});
	});

	it("hand over one message at a time, so that a crash takes no neighbour along", () => {
		for (const mapping of mappings()) {
			expect(mapping.properties).toMatchObject({ BatchSize: 1 });
			expect(mapping.properties).not.toHaveProperty("FunctionResponseTypes");
		}
	});

	it("leave a message hidden for at least six times the function's timeout", () => {
		for (const { queue, handler } of mappings()) {
			const hidden = Number(properties(template, "AWS::SQS::Queue", queue).VisibilityTimeout);
			const timeout = Number(properties(template, "AWS::Lambda::Function", handler).Timeout);
			expect(hidden).toBeGreaterThanOrEqual(6 * timeout);
		}
	});

	it("tell each function how often its queue tries", () => {
		for (const { queue, handler } of mappings()) {
			expect(properties(template, "AWS::Lambda::Function", handler)).toMatchObject({
				Environment: { Variables: { MAX_RECEIVE_COUNT: String(redrives().get(queue)?.after) } },
			});
		}
	});
});
