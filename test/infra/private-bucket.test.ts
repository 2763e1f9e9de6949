import { describe, expect, it } from "vitest";
import { properties, readable, resources, statements, synthesise } from "./template.ts";

const buckets = ["InboxArticles", "LibraryDocuments"];

describe.each(buckets)("the bucket %s", (id) => {
	const bucket = (context: Record<string, unknown> = {}) =>
		properties(synthesise(context), "AWS::S3::Bucket", id);

	it("is private, versioned, encrypted and without access control lists", () => {
		expect(bucket()).toMatchObject({
			PublicAccessBlockConfiguration: {
				BlockPublicAcls: true,
				BlockPublicPolicy: true,
				IgnorePublicAcls: true,
				RestrictPublicBuckets: true,
			},
			VersioningConfiguration: { Status: "Enabled" },
			BucketEncryption: {
				ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
			},
			OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
		});
	});

	it("never expires a current object", () => {
		expect(bucket({ noncurrentVersionDays: "12" }).LifecycleConfiguration).toEqual({
			Rules: [
				{
					Id: "old-versions",
					Status: "Enabled",
					NoncurrentVersionExpiration: { NoncurrentDays: 12 },
					ExpiredObjectDeleteMarker: true,
				},
				{
					Id: "unfinished-uploads",
					Status: "Enabled",
					AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
				},
			],
		});
	});

	it("refuses plain HTTP and old TLS, and its policy allows nothing", () => {
		const policy = statements(properties(synthesise(), "AWS::S3::BucketPolicy", `${id}Policy`));
		expect(policy.map((statement) => [statement.Effect, statement.Action, statement.Condition])).toEqual([
			["Deny", "s3:*", { Bool: { "aws:SecureTransport": "false" } }],
			["Deny", "s3:*", { NumericLessThan: { "s3:TlsVersion": 1.2 } }],
		]);
		for (const statement of policy) {
			expect((statement.Resource as unknown[]).map(readable)).toEqual([`<${id}.Arn>`, `<${id}.Arn>/*`]);
		}
	});

	it.each([
		["retain", "Retain"],
		["destroy", "Delete"],
	])("with removalPolicy %s is handled as %s when it leaves the stack", (removalPolicy, expected) => {
		const found = resources(synthesise({ removalPolicy }), "AWS::S3::Bucket").get(id);
		expect(found?.DeletionPolicy).toBe(expected);
	});
});

it("buckets carry the names that the deployer gives, or CloudFormation's", () => {
	const named = synthesise({ articlesBucketName: "our-articles", libraryBucketName: "our-library" });
	expect(buckets.map((id) => properties(named, "AWS::S3::Bucket", id).BucketName)).toEqual([
		"our-articles",
		"our-library",
	]);
	for (const id of buckets) {
		expect(properties(synthesise(), "AWS::S3::Bucket", id)).not.toHaveProperty("BucketName");
	}
});
