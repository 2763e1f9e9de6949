/**
 * What a call of SQS needs to be allowed to do.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 */
import { ACCOUNT } from "../account.ts";
import type { Access } from "../iam/index.ts";

/** A batch needs the right to its single operation. The rest of what SQS can do here is named as it is. */
const ACTIONS: Readonly<Record<string, string>> = {
	SendMessage: "SendMessage",
	SendMessageBatch: "SendMessage",
	ReceiveMessage: "ReceiveMessage",
	DeleteMessage: "DeleteMessage",
	DeleteMessageBatch: "DeleteMessage",
	ChangeMessageVisibility: "ChangeMessageVisibility",
	ChangeMessageVisibilityBatch: "ChangeMessageVisibility",
	GetQueueAttributes: "GetQueueAttributes",
	SetQueueAttributes: "SetQueueAttributes",
	GetQueueUrl: "GetQueueUrl",
	ListQueues: "ListQueues",
	CreateQueue: "CreateQueue",
	DeleteQueue: "DeleteQueue",
	PurgeQueue: "PurgeQueue",
	TagQueue: "TagQueue",
	UntagQueue: "UntagQueue",
	ListQueueTags: "ListQueueTags",
};

/** The queue that a call is about: by its URL, or by its name alone; all of them when it names none. */
const queueOf = (input: Readonly<Record<string, unknown>>): string => {
	const { QueueUrl, QueueName } = input;
	if (typeof QueueUrl === "string") return QueueUrl.split("/").pop() ?? "";
	return typeof QueueName === "string" ? QueueName : "*";
};

/** What an operation needs; nothing is known of operations that this machine hasn't got. */
export const sqsAccesses = (
	operation: string,
	input: Readonly<Record<string, unknown>>,
): readonly Access[] | undefined => {
	const action = Object.hasOwn(ACTIONS, operation) ? ACTIONS[operation] : undefined;
	if (action === undefined) return undefined;
	return [
		{ action: `sqs:${action}`, resource: `arn:aws:sqs:${ACCOUNT.region}:${ACCOUNT.id}:${queueOf(input)}` },
	];
};
