/** What Precis expects of an S3, buckets. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import * as S3 from "@aws-sdk/client-s3";
import { describe, expect, test } from "vitest";
import { contractSuite, expectError, newBucket, removeBucket } from "./fixture.ts";

const { s3, put } = contractSuite();

describe("a bucket", () => {
	test("is listed, found and located", async () => {
		const { Buckets } = await s3.client.send(new S3.ListBucketsCommand({}));
		expect(Buckets?.map(({ Name }) => Name)).toContain(s3.Bucket);
		const region = await s3.client.config.region();
		expect((await s3.client.send(new S3.HeadBucketCommand({ Bucket: s3.Bucket }))).BucketRegion).toBe(region);
		const { LocationConstraint } = await s3.client.send(
			new S3.GetBucketLocationCommand({ Bucket: s3.Bucket }),
		);
		expect(LocationConstraint ?? "us-east-1").toBe(region);
	});

	test("says whether it has versions", async () => {
		const versioned = await newBucket(s3.client, "Enabled");
		const status = async (Bucket: string) =>
			(await s3.client.send(new S3.GetBucketVersioningCommand({ Bucket }))).Status;
		expect([await status(s3.Bucket), await status(versioned)]).toEqual([undefined, "Enabled"]);
		await removeBucket(s3.client, versioned);
	});

	test("that is missing is NotFound", () =>
		expectError(
			s3.client.send(new S3.HeadBucketCommand({ Bucket: "precis-contract-no-such-bucket" })),
			404,
			"NotFound",
		));

	test("is only removed when it is empty", async () => {
		const full = await newBucket(s3.client);
		await put("k", "x", { Bucket: full });
		await expectError(s3.client.send(new S3.DeleteBucketCommand({ Bucket: full })), 409, "BucketNotEmpty");
		await removeBucket(s3.client, full);
		await expectError(s3.client.send(new S3.HeadBucketCommand({ Bucket: full })), 404);
	});

	test("needs a proper name", () =>
		expectError(s3.client.send(new S3.CreateBucketCommand({ Bucket: "No_Name" })), 400, "InvalidBucketName"));

	test("keeps its lifecycle, CORS and notification settings", async () => {
		const Rules = [
			{ ID: "old", Status: "Enabled" as const, Filter: { Prefix: "" }, Expiration: { Days: 30 } },
		];
		const LifecycleConfiguration = { Rules };
		await s3.client.send(
			new S3.PutBucketLifecycleConfigurationCommand({ Bucket: s3.Bucket, LifecycleConfiguration }),
		);
		expect(
			(await s3.client.send(new S3.GetBucketLifecycleConfigurationCommand({ Bucket: s3.Bucket }))).Rules,
		).toMatchObject(Rules);
		await expectError(
			s3.client.send(new S3.GetBucketCorsCommand({ Bucket: s3.Bucket })),
			404,
			"NoSuchCORSConfiguration",
		);
		const CORSRules = [{ AllowedMethods: ["PUT"], AllowedOrigins: ["*"] }];
		await s3.client.send(
			new S3.PutBucketCorsCommand({ Bucket: s3.Bucket, CORSConfiguration: { CORSRules } }),
		);
		expect(
			(await s3.client.send(new S3.GetBucketCorsCommand({ Bucket: s3.Bucket }))).CORSRules,
		).toMatchObject(CORSRules);
		const NotificationConfiguration = { EventBridgeConfiguration: {} };
		await s3.client.send(
			new S3.PutBucketNotificationConfigurationCommand({ Bucket: s3.Bucket, NotificationConfiguration }),
		);
		const notified = await s3.client.send(
			new S3.GetBucketNotificationConfigurationCommand({ Bucket: s3.Bucket }),
		);
		expect(notified.EventBridgeConfiguration).toEqual({});
	});
});
