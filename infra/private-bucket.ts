/** What both buckets are: private, versioned, encrypted, and never losing a current object by themselves. */
import { Duration, type RemovalPolicy, Validations } from "aws-cdk-lib";
import {
	BlockPublicAccess,
	Bucket,
	BucketEncryption,
	type IBucket,
	ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/**
 * What others need of a bucket, ours or one that exists. CDK's own `Bucket` is no `IBucket` to a compiler that
 * tells an absent property from an undefined one.
 */
export type BucketAddress = Pick<IBucket, "bucketName" | "bucketArn" | "arnForObjects">;

/** What the deployer may decide about a bucket. */
export interface PrivateBucketProps {
	readonly bucketName: string | undefined;
	readonly removalPolicy: RemovalPolicy;
	/** Days a replaced or deleted version can still be brought back. */
	readonly noncurrentVersionDays: number;
}

/** A bucket that only the account's own principals reach, over TLS, and whose overwrites can be undone. */
export class PrivateBucket extends Bucket {
	constructor(scope: Construct, id: string, props: PrivateBucketProps) {
		super(scope, id, {
			...(props.bucketName && { bucketName: props.bucketName }),
			removalPolicy: props.removalPolicy,
			blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
			objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
			encryption: BucketEncryption.S3_MANAGED,
			enforceSSL: true,
			minimumTLSVersion: 1.2,
			versioned: true,
			lifecycleRules: [
				{
					id: "old-versions",
					noncurrentVersionExpiration: Duration.days(props.noncurrentVersionDays),
					expiredObjectDeleteMarker: true,
				},
				{ id: "unfinished-uploads", abortIncompleteMultipartUploadAfter: Duration.days(7) },
			],
		});
		Validations.of(this).acknowledge({
			id: "AwsSolutions-S1",
			reason:
				"S3 delivers server access logs on a best-effort basis, and they would need a third bucket " +
				"with a lifecycle of its own; whoever needs an audit trail switches on CloudTrail data events, which are complete.",
		});
	}
}
