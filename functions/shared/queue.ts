import type { SQSRecord } from "aws-lambda";

/**
 * True when the queue won't deliver this message again: it goes to the dead-letter queue if this try fails.
 * SQS moves a message once it "has been received maxReceiveCount times" and not deleted.
 */
export const isLastTry = (record: SQSRecord, maxReceiveCount: number): boolean =>
	Number(record.attributes.ApproximateReceiveCount) >= maxReceiveCount;

/** What the pipeline's steps need of a logger; powertools' `Logger` is one. */
export interface Log {
	info(message: string, about: Record<string, unknown>): void;
	warn(message: string, about: Record<string, unknown>): void;
}

/**
 * A message's body: JSON in ASCII. S3 allows keys with characters that SQS refuses in a message (U+FFFE, and
 * every control character), and JSON can spell any of them in plain ASCII.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export const messageBody = (message: object): string =>
	JSON.stringify(message).replace(
		/[\u007f-\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
