/** Where articles arrive: the bucket people upload to, and its events on their way to the ingest queue. */
import { Duration, Validations } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { Bucket, CfnBucket, HttpMethods } from "aws-cdk-lib/aws-s3";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";
import { type BucketAddress, PrivateBucket } from "./private-bucket.ts";
import { DeadLetterQueue, WorkQueue } from "./work-queue.ts";

/** The inbox's part of the settings, and how long its reader may take. */
export interface InboxProps
	extends Pick<
		Settings,
		| "articlesBucketName"
		| "corsOrigins"
		| "existingArticlesBucketName"
		| "noncurrentVersionDays"
		| "removalPolicy"
	> {
	readonly handlerTimeout: Duration;
}

/**
 * Uploads and deletions go through EventBridge, not S3's own notifications: keys come raw, a bucket that
 * exists already can join by one switch, and others may listen to the same events.
 */
export class Inbox extends Construct {
	readonly bucket: BucketAddress;
	/** What an uploader should know about the bucket, in one sentence. */
	readonly uploadHint: string;
	readonly queue: WorkQueue;
	/** Events that EventBridge gave up on: the ingest queue was gone or refused them for a day. */
	readonly undelivered: Queue;

	constructor(scope: Construct, id: string, props: InboxProps) {
		super(scope, id);
		this.queue = new WorkQueue(this, "Ingest", props.handlerTimeout);
		this.undelivered = new DeadLetterQueue(this, "Undelivered");
		Validations.of(this.undelivered).acknowledge({
			id: "AwsSolutions-SQS3",
			reason:
				"It is a dead-letter queue, of the EventBridge rule; the check only knows those of other queues.",
		});

		if (props.existingArticlesBucketName) {
			this.bucket = Bucket.fromBucketName(this, "Articles", props.existingArticlesBucketName);
			this.uploadHint =
				"Upload articles here; the bucket's owner must have switched its EventBridge notifications on";
		} else {
			this.bucket = announcingBucket(this, props);
			this.uploadHint = "Upload articles here";
		}

		new Rule(this, "Uploads", {
			description: "Hands what is uploaded to or deleted from the articles bucket to ingest",
			eventPattern: {
				source: ["aws.s3"],
				detailType: ["Object Created", "Object Deleted"],
				detail: { bucket: { name: [this.bucket.bucketName] } },
			},
			targets: [
				new SqsQueue(this.queue.queue, {
					deadLetterQueue: this.undelivered,
					maxEventAge: Duration.hours(24),
					retryAttempts: 185,
				}),
			],
		});
	}
}

/**
 * EventBridge is switched on in the bucket resource itself. The L2's `eventBridgeEnabled` does it with a
 * custom resource: one more Lambda, with a runtime and a wildcard policy of its own.
 */
const announcingBucket = (scope: Construct, props: InboxProps): Bucket => {
	const bucket = new PrivateBucket(scope, "Articles", { ...props, bucketName: props.articlesBucketName });
	const resource = bucket.node.defaultChild;
	if (!(resource instanceof CfnBucket)) throw new Error("A bucket's default child is its CfnBucket");
	resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
	// Pages that may call the API may also use the addresses that it gives for uploads.
	if (props.corsOrigins)
		bucket.addCorsRule({
			allowedOrigins: props.corsOrigins,
			allowedMethods: [HttpMethods.PUT],
			allowedHeaders: ["content-type", "x-amz-meta-precis-*"],
			exposedHeaders: ["x-amz-version-id"],
			maxAge: Duration.hours(1).toSeconds(),
		});
	return bucket;
};
