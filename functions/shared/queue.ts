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
