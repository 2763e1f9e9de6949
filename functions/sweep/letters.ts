/** Dead letters: messages that were tried in vain, and events that never reached their queue. */
import {
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
}

/** Long enough for a run to see no letter twice; those that stay can be seen again after it. */
const HIDDEN_SECONDS = 120;

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
						async sendHome() {
							await client.send(new SendMessageCommand({ QueueUrl: homeUrl, MessageBody: Body }));
							await remove();
						},
					};
				});
			}
		}
	};
