/**
 * SQS: fauxqs with its queues kept in SQLite. It is put together here from its parts, because its own
 * `startFauxqs` listens on every interface of the machine; the version is pinned, so the parts are too.
 */
import { DatabaseSync } from "node:sqlite";
import {
	CreateQueueCommand,
	GetQueueUrlCommand,
	QueueDoesNotExist,
	SetQueueAttributesCommand,
	SQSClient,
} from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { PersistenceManager } from "../node_modules/fauxqs/dist/persistence.js";
import { S3Store } from "../node_modules/fauxqs/dist/s3/s3Store.js";
import { SnsStore } from "../node_modules/fauxqs/dist/sns/snsStore.js";
import { SqsStore } from "../node_modules/fauxqs/dist/sqs/sqsStore.js";
import { ACCOUNT, CLIENT, HOST } from "./account.ts";
import type { QueuePlan } from "./template.ts";

/** A running SQS. */
export interface Sqs {
	readonly endpoint: string;
	/** Makes the queues that are missing and gives all of them their attributes. */
	ensure(queues: readonly QueuePlan[]): Promise<void>;
	/**
	 * Answers all long polls now. One that its client broke off instead would still take the next message, to
	 * nobody's use, and count as a try.
	 */
	endPolls(): void;
	/** Puts a message in flight back as if it had not been received; nothing happens when it is done. */
	giveBack(queue: string, receiptHandle: string): void;
	close(): Promise<void>;
}

/** fauxqs's own, mended where a message could be lost, and where each write waited for the disk. */
class Persistence extends PersistenceManager {
	readonly #leaving = new Set<string>();

	constructor(folder: string) {
		super(folder);
		// Private to TypeScript alone. With its write-ahead log, NORMAL loses nothing to a killed process.
		const database: unknown = Reflect.get(this, "db");
		if (!(database instanceof DatabaseSync)) throw new Error("fauxqs keeps its queues elsewhere now");
		database.exec("PRAGMA synchronous = NORMAL");
	}

	/** fauxqs fails on this, after it has forgotten the message. No harm in leaving it: see `loadStore`. */
	override updateMessageReady(): void {}

	/**
	 * A dead letter is deleted here and then inserted there, under the same id. Waiting until the current task
	 * is through makes that one step: the insertion replaces the row.
	 */
	override deleteMessage(id: string): void {
		this.#leaving.add(id);
		queueMicrotask(() => {
			if (this.#leaving.delete(id)) super.deleteMessage(id);
		});
	}

	override insertMessage(...[queue, message]: Parameters<PersistenceManager["insertMessage"]>): void {
		this.#leaving.delete(message.messageId);
		super.insertMessage(queue, message);
	}
}

/**
 * Loads what an earlier run left. Whoever had received a message then is gone, so what was in flight can be
 * received again at once; the try it cost stays counted, because it may be what ended that run.
 */
const loadStore = (persistence: Persistence): SqsStore => {
	const store = new SqsStore();
	// Queue URLs take their host from the request.
	store.host = "";
	store.region = ACCOUNT.region;
	persistence.loadSqsAndSns(store, new SnsStore());
	store.persistence = persistence;
	for (const queue of store.allQueues()) {
		queue.persistence = persistence;
		for (const receiptHandle of [...queue.inflightMessages.keys()]) queue.changeVisibility(receiptHandle, 0);
	}
	return store;
};

/** Starts SQS with its state in `folder`, on any port: clients know that of its gate. */
export const startSqs = async ({ folder }: { folder: string }): Promise<Sqs> => {
	const persistence = new Persistence(folder);
	const stores = { sqsStore: loadStore(persistence), snsStore: new SnsStore(), s3Store: new S3Store() };
	const app = buildApp({ logger: false, defaultRegion: ACCOUNT.region, host: "", stores });
	// fauxqs answers for S3 and SNS as well: an upload to the wrong port must not seem to succeed.
	app.addHook("onRequest", async (request, reply) => {
		if (request.headers["content-type"] !== "application/x-amz-json-1.0") {
			await reply.status(404).send("This port is SQS only.\n");
		}
	});
	const endpoint = await app.listen({ port: 0, host: HOST });
	const client = new SQSClient({ ...CLIENT, endpoint });

	return {
		endpoint,
		async ensure(queues) {
			for (const { name, attributes } of queues) {
				const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: name })).catch((error) => {
					if (!(error instanceof QueueDoesNotExist)) throw error;
					return client.send(new CreateQueueCommand({ QueueName: name }));
				});
				await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { ...attributes } }));
			}
		},
		endPolls() {
			for (const queue of stores.sqsStore.allQueues()) queue.cancelWaiters();
		},
		giveBack(name, receiptHandle) {
			const queue = [...stores.sqsStore.allQueues()].find((one) => one.name === name);
			const entry = queue?.inflightMessages.get(receiptHandle);
			if (!queue || !entry) return;
			entry.message.approximateReceiveCount--;
			// This writes the count down, too.
			queue.changeVisibility(receiptHandle, 1);
			queue.changeVisibility(receiptHandle, 0);
		},
		async close() {
			client.destroy();
			await app.close();
			persistence.close();
		},
	};
};
