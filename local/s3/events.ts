/**
 * S3's events as EventBridge sends them, and the outbox that they leave through. An event is written in the
 * transaction of the write it tells of, so there is never one without the other.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./database.ts";

interface EventDetail {
	readonly version: "0";
	readonly "event-version": "1.0";
	readonly bucket: { readonly name: string };
	readonly object: {
		/** As it is: not URL-encoded. */
		readonly key: string;
		readonly size?: number;
		/** Without quotes. */
		readonly etag?: string;
		/** Not of what an unversioned bucket holds. */
		readonly "version-id"?: string;
		/** Hexadecimal, rising with every write. */
		readonly sequencer: string;
	};
	readonly "request-id": string;
	readonly requester: string;
	readonly "source-ip-address": string;
	readonly reason: CreationReason | "DeleteObject";
	readonly "deletion-type"?: DeletionType;
}

/** What made an object. */
export type CreationReason = "PutObject" | "POST Object" | "CopyObject" | "CompleteMultipartUpload";
/** What a delete did: hid the object behind a marker, or removed one version (or marker) for good. */
export type DeletionType = "Delete Marker Created" | "Permanently Deleted";

/** An event in EventBridge's envelope. */
export interface S3Event {
	readonly version: "0";
	readonly id: string;
	readonly "detail-type": "Object Created" | "Object Deleted";
	readonly source: "aws.s3";
	readonly account: string;
	readonly time: string;
	readonly region: string;
	readonly resources: readonly string[];
	readonly detail: EventDetail;
}

/** What happened to which version, of a bucket whose events are switched on. */
export interface Happening {
	readonly bucket: string;
	readonly key: string;
	readonly versionId: string;
	readonly sequence: number;
	readonly requestId: string;
	readonly sourceIp: string;
	readonly what:
		| { readonly created: CreationReason; readonly size: number; readonly etag: string }
		| { readonly deleted: DeletionType };
}

/** Whose buckets they are. */
export interface Owner {
	readonly accountId: string;
	readonly region: string;
	readonly now: () => Date;
}

const writeEvent = (happening: Happening, { accountId, region, now }: Owner): S3Event => {
	const { bucket, key, versionId, sequence, what } = happening;
	return {
		version: "0",
		id: randomUUID(),
		"detail-type": "created" in what ? "Object Created" : "Object Deleted",
		source: "aws.s3",
		account: accountId,
		time: now()
			.toISOString()
			.replace(/\.\d+Z$/, "Z"),
		region,
		resources: [`arn:aws:s3:::${bucket}`],
		detail: {
			version: "0",
			"event-version": "1.0",
			bucket: { name: bucket },
			object: {
				key,
				...("created" in what && { size: what.size, etag: what.etag }),
				...(versionId !== "null" && { "version-id": versionId }),
				sequencer: sequence.toString(16).toUpperCase().padStart(18, "0"),
			},
			"request-id": happening.requestId,
			requester: accountId,
			"source-ip-address": happening.sourceIp,
			reason: "created" in what ? what.created : "DeleteObject",
			...("deleted" in what && { "deletion-type": what.deleted }),
		},
	};
};

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Where events wait for their delivery. */
export interface Outbox {
	/** To be called in the transaction of the write. */
	readonly add: (happening: Happening) => void;
	/** Ends the deliveries after the one that is under way. */
	readonly close: () => Promise<void>;
}

/**
 * Opens the outbox and goes on where the last process stopped: one event after the other in the order of
 * writing. One that `deliver` throws at stays and is tried again after the others: it keeps none of them waiting,
 * as on AWS. Without `deliver` they wait for a later start.
 */
export const openOutbox = (
	{ sql }: Database,
	owner: Owner,
	deliver: ((event: S3Event) => Promise<void>) | undefined,
): Outbox => {
	const closing = new AbortController();
	let running: Promise<void> | undefined;

	/** Ends a pause before another pass: there is something new. */
	let hurry = (): void => {};

	/** One pass through the outbox; true when nothing is left. */
	const deliverOnce = async (send: (event: S3Event) => Promise<void>): Promise<boolean> => {
		let last = -1;
		let isEmpty = true;
		while (!closing.signal.aborted) {
			const row = sql.get`SELECT sequence, event FROM outbox WHERE sequence > ${last} ORDER BY sequence LIMIT 1`;
			if (row === undefined) return isEmpty;
			last = Number(row.sequence);
			try {
				await send(JSON.parse(String(row.event)));
				sql.run`DELETE FROM outbox WHERE sequence = ${last}`;
			} catch {
				// Whatever it was, the event stays in the outbox and is tried again.
				isEmpty = false;
			}
		}
		return isEmpty;
	};

	const deliverAll = async (send: (event: S3Event) => Promise<void>): Promise<void> => {
		for (let wait = FIRST_WAIT_MS; !(await deliverOnce(send)); wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
			const added = new Promise<void>((resolve) => {
				hurry = resolve;
			});
			await Promise.race([added, sleep(wait, undefined, { signal: closing.signal }).catch(() => undefined)]);
			if (closing.signal.aborted) return;
		}
	};
	const wake = (): void => {
		hurry();
		if (deliver === undefined || running !== undefined || closing.signal.aborted) return;
		running = deliverAll(deliver).finally(() => {
			running = undefined;
		});
	};
	wake();

	return {
		add: (happening) => {
			const event = JSON.stringify(writeEvent(happening, owner));
			sql.run`INSERT INTO outbox (sequence, event) VALUES (${happening.sequence}, ${event})`;
			setImmediate(wake);
		},
		close: async () => {
			closing.abort();
			await running;
		},
	};
};
