/**
 * What travels between the parts: S3's events as EventBridge sends them, and the message that ingest sends
 * to summarise. Everything read from a queue passes through here.
 */
import * as z from "zod";
import { messageBody } from "./queue.ts";
import { padSequencer } from "./upload.ts";

const objectFields = {
	key: z.string().min(1),
	"version-id": z.string().min(1).optional(),
	sequencer: z.string().regex(/^[0-9A-Fa-f]+$/),
};

/**
 * "Object Created" and "Object Deleted" events, loose because AWS adds fields.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
const StorageEventSchema = z.discriminatedUnion("detail-type", [
	z.looseObject({
		source: z.literal("aws.s3"),
		"detail-type": z.literal("Object Created"),
		time: z.iso.datetime(),
		detail: z.looseObject({
			bucket: z.looseObject({ name: z.string().min(1) }),
			object: z.looseObject({ ...objectFields, size: z.int().nonnegative(), etag: z.string().min(1) }),
		}),
	}),
	z.looseObject({
		source: z.literal("aws.s3"),
		"detail-type": z.literal("Object Deleted"),
		time: z.iso.datetime(),
		detail: z.looseObject({
			bucket: z.looseObject({ name: z.string().min(1) }),
			object: z.looseObject(objectFields),
			"deletion-type": z.enum(["Permanently Deleted", "Delete Marker Created"]),
		}),
	}),
]);

interface AboutObject {
	readonly key: string;
	readonly bucket: string;
	readonly versionId?: string;
	/** Padded, see `padSequencer`. */
	readonly sequencer: string;
	/** When it happened, ISO 8601 in UTC. */
	readonly time: string;
}

/** An object (version) appeared under a key. */
export interface CreatedEvent extends AboutObject {
	readonly type: "created";
	readonly etag: string;
	readonly bytes: number;
}

/** A delete marker was put over a key, or one version is gone for good. */
export interface DeletedEvent extends AboutObject {
	readonly type: "deleted";
	readonly permanent: boolean;
}

/**
 * Reads the body of an ingest-queue message. A body that is no S3 event (a test message, another event)
 * gives the reason instead: it is to be logged and dropped, because no retry makes it one.
 */
export const readStorageEvent = (
	body: string,
): CreatedEvent | DeletedEvent | { type: "unknown"; reason: string } => {
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return { type: "unknown", reason: "the message is not JSON" };
	}
	const parsed = StorageEventSchema.safeParse(json);
	if (!parsed.success) return { type: "unknown", reason: z.prettifyError(parsed.error) };
	const { time, detail } = parsed.data;
	const about = {
		key: detail.object.key,
		bucket: detail.bucket.name,
		...(detail.object["version-id"] !== undefined && { versionId: detail.object["version-id"] }),
		sequencer: padSequencer(detail.object.sequencer),
		time,
	};
	return parsed.data["detail-type"] === "Object Created"
		? {
				type: "created",
				...about,
				etag: parsed.data.detail.object.etag,
				bytes: parsed.data.detail.object.size,
			}
		: { type: "deleted", ...about, permanent: parsed.data.detail["deletion-type"] === "Permanently Deleted" };
};

/** The body of a message that tells of a created object, as S3 and EventBridge would have told it. */
export const createdEventBody = ({
	bucket,
	key,
	versionId,
	sequencer,
	etag,
	bytes,
	time,
}: CreatedEvent): string =>
	messageBody({
		source: "aws.s3",
		"detail-type": "Object Created",
		time,
		detail: {
			bucket: { name: bucket },
			object: {
				key,
				size: bytes,
				etag,
				...(versionId !== undefined && { "version-id": versionId }),
				sequencer,
			},
		},
	});

/** What ingest sends to summarise: whose turn it is, and where its article lies. The text stays in the library. */
export const SummariseMessageSchema = z.object({
	key: z.string().min(1),
	sequencer: z.string().min(1),
	/** Name of the article document in the library bucket. */
	article: z.string().min(1),
	/** The article is summarised already; this is for another engine's summary in place of the one there is. */
	renew: z.literal(true).optional(),
});
export type SummariseMessage = z.infer<typeof SummariseMessageSchema>;
