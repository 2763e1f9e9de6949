/** A queue of work, where its failures go, and how it feeds a function. */
import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { HandlerFunction } from "./function.ts";

/** How often a message is tried before it becomes a dead letter. Functions are told, to know their last try. */
export const MAX_RECEIVE_COUNT = 5;

/** The longest SQS keeps a message. */
const RETENTION = Duration.days(14);

const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: RETENTION };

/**
 * Where failures wait for a person. A message's age counts from when it was first sent, not from when it died
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html):
 * what has died after a week of backlog stays here for the other one.
 */
export class DeadLetterQueue extends Queue {
	constructor(scope: Construct, id: string) {
		super(scope, id, secure);
	}
}

/** Work for one function, and the dead letters of it. */
export class WorkQueue extends Construct {
	readonly queue: Queue;
	readonly deadLetters: Queue;

	constructor(scope: Construct, id: string, handlerTimeout: Duration) {
		super(scope, id);
		this.deadLetters = new DeadLetterQueue(this, "DeadLetters");
		this.queue = new Queue(this, "Queue", {
			...secure,
			// "At least six times the timeout of your function", so that throttled starts are not counted
			// as tries: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
			visibilityTimeout: Duration.seconds(6 * handlerTimeout.toSeconds()),
			deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
		});
	}

	/**
	 * One message a run: an article that kills its function takes no neighbour along. Batch item failures are
	 * for larger batches; here the one message fails exactly when its run does.
	 */
	feed(handler: HandlerFunction, maxConcurrency: number): void {
		handler.lambda.addEventSourceMapping("Work", {
			eventSourceArn: this.queue.queueArn,
			batchSize: 1,
			maxConcurrency,
		});
		handler.allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], this.queue.queueArn);
	}
}
