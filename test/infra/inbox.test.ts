import { describe, expect, it } from "vitest";
import { properties, readable, resources, statements, synthesise } from "./template.ts";

const uploadsRule = (context: Record<string, unknown> = {}) =>
	properties(synthesise(context), "AWS::Events::Rule", "InboxUploads");

describe("the articles bucket", () => {
	it("announces its events on EventBridge by itself, without a custom resource", () => {
		expect(properties(synthesise(), "AWS::S3::Bucket", "InboxArticles")).toMatchObject({
			NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
		});
	});

	it("takes uploads from the web pages that may call the API, and from no others", () => {
		const cors = (context: Record<string, unknown>) =>
			properties(synthesise(context), "AWS::S3::Bucket", "InboxArticles").CorsConfiguration;
		expect(cors({})).toBeUndefined();
		expect(cors({ corsOrigins: "https://app.example" })).toEqual({
			CorsRules: [
				{
					AllowedOrigins: ["https://app.example"],
					AllowedMethods: ["PUT"],
					AllowedHeaders: ["content-type", "x-amz-meta-precis-*"],
					ExposedHeaders: ["x-amz-version-id"],
					MaxAge: 3600,
				},
			],
		});
	});

	it("can be one that exists: nothing is made, its events and objects are used", () => {
		const template = synthesise({ existingArticlesBucketName: "the-newsroom" });
		expect([...resources(template, "AWS::S3::Bucket").keys()]).toEqual(["LibraryDocuments"]);
		const resourcesOfIngest = statements(
			properties(template, "AWS::IAM::Policy", "IngestFunctionRoleDefaultPolicy"),
		).map((statement) => readable(statement.Resource));
		expect(resourcesOfIngest).toContain("arn:<AWS::Partition>:s3:::the-newsroom/*");
		expect(template.toJSON().Outputs.ArticlesBucketName).toMatchObject({
			Value: "the-newsroom",
			Description: expect.stringContaining("must have switched its EventBridge notifications on"),
		});
	});
});

describe("the rule", () => {
	it("hands creations and deletions in the articles bucket, and nothing else, to the ingest queue", () => {
		const { EventPattern, Targets } = uploadsRule({ existingArticlesBucketName: "the-newsroom" });
		expect(EventPattern).toEqual({
			source: ["aws.s3"],
			"detail-type": ["Object Created", "Object Deleted"],
			detail: { bucket: { name: ["the-newsroom"] } },
		});
		expect((Targets as { Arn: unknown }[]).map((target) => readable(target.Arn))).toEqual([
			"<InboxIngestQueue.Arn>",
		]);
	});

	it("tries for a day, then leaves the event in a dead-letter queue of its own", () => {
		const [target] = uploadsRule().Targets as {
			RetryPolicy: unknown;
			DeadLetterConfig: { Arn: unknown };
		}[];
		expect(target?.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 });
		expect(readable(target?.DeadLetterConfig.Arn)).toBe("<InboxUndelivered.Arn>");
	});

	it("alone may send to the queues that it sends to", () => {
		const template = synthesise();
		for (const id of ["InboxIngestQueuePolicy", "InboxUndeliveredPolicy"]) {
			const allowed = statements(properties(template, "AWS::SQS::QueuePolicy", id)).filter(
				(statement) => statement.Effect === "Allow",
			);
			expect(allowed).toHaveLength(1);
			for (const { Principal, Condition } of allowed) {
				expect(Principal).toEqual({ Service: "events.amazonaws.com" });
				const { ArnEquals } = Condition as { ArnEquals: Record<string, unknown> };
				expect(readable(ArnEquals["aws:SourceArn"])).toBe("<InboxUploads.Arn>");
			}
		}
	});
});
