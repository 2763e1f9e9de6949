/** Dead letters: messages that were tried in vain, and events that never reached their queue. */
import {
	ChangeMessageVisibilityCommand,
	DeleteMessageCommand,
	ReceiveMessageCommand,
	SendMessageCommand,
	type SQSClient,
} from "@aws-sdk/client-sqs";
import type { Turn } from "../shared/catalogue.ts";
import { readStorageEvent, SummariseMessageSchema } from "../shared/events.ts";

/** A queue of dead letters, and where they came from. */
export interface LetterBox {
	readonly deadLettersUrl: string;
	readonly homeUrl: string;
}

/** One dead letter. */
export interface Letter {
	/** Whose upload it is about; `undefined` when it is none of ours. */
	readonly turn: Turn | undefined;
	/** Puts it back where it came from, and removes it here. */
	sendHome(): Promise<void>;
	remove(): Promise<void>;
	/** Leaves it where it is, for the next reader to see at once. */
	putBack(): Promise<void>;
}

/** As long as a run may take, so that it sees no letter twice; those that stay are put back at its end. */
const HIDDEN_SECONDS = 15 * 60;

const turnOf = (body: string): Turn | undefined => {
	const event = readStorageEvent(body);
	if (event.type !== "unknown") return event;
	try {
		return SummariseMessageSchema.safeParse(JSON.parse(body)).data;
	} catch {
		return undefined;
	}
};

/** Takes up to ten letters out of a box at a time, until none is left. */
export const openLetters = (client: SQSClient, boxes: readonly LetterBox[]) =>
	async function* letters(): AsyncGenerator<Letter[]> {
		for (const { deadLettersUrl, homeUrl } of boxes) {
			for (;;) {
				const { Messages = [] } = await client.send(
					new ReceiveMessageCommand({
						QueueUrl: deadLettersUrl,
						MaxNumberOfMessages: 10,
						VisibilityTimeout: HIDDEN_SECONDS,
						// A short poll asks only some of the servers, and may find nothing though there is something.
						WaitTimeSeconds: 1,
					}),
				);
				if (Messages.length === 0) break;
				yield Messages.map(({ Body = "", ReceiptHandle }): Letter => {
					const remove = async () => {
						await client.send(new DeleteMessageCommand({ QueueUrl: deadLettersUrl, ReceiptHandle }));
					};
					return {
						turn: turnOf(Body),
						remove,
						async putBack() {
							await client.send(
								new ChangeMessageVisibilityCommand({
									QueueUrl: deadLettersUrl,
									ReceiptHandle,
									VisibilityTimeout: 0,
								}),
							);
						},
						async sendHome() {
							await client.send(new SendMessageCommand({ QueueUrl: homeUrl, MessageBody: Body }));
							await remove();
						},
					};
				});
			}
		}
	};
