/** How ingest reads the articles bucket: pinned to the very version that the event told of. */
import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { CreatedEvent } from "../shared/events.ts";
import type { UploadHints } from "./page.ts";

/** An upload whose headers have arrived. Call exactly one of `bytes` and `discard`. */
export interface OpenUpload {
	readonly hints: UploadHints;
	/** What the object's metadata `precis-length` says; anything. */
	readonly length: string | undefined;
	/** Reads the body to its end. */
	bytes(): Promise<Uint8Array>;
	/** Gives the body up unread. */
	discard(): void;
}

/** What lies under a key now. */
export interface CurrentObject {
	readonly versionId?: string;
	readonly etag: string;
	readonly bytes: number;
}

/** The articles bucket, to be read from. */
export interface Uploads {
	/** The upload that `event` tells of, or `undefined` when it has been superseded or removed since. */
	open(event: CreatedEvent): Promise<OpenUpload | undefined>;
	/** The current object of a key, or `undefined` when there is none or a delete marker covers it. */
	current(bucket: string, key: string): Promise<CurrentObject | undefined>;
}

/** S3's ways to say that the object isn't there any more, or isn't the one that was asked for. */
const GONE: ReadonlySet<string> = new Set(["NoSuchKey", "NotFound", "NoSuchVersion", "PreconditionFailed"]);

const unlessGone = async <T>(answer: Promise<T>): Promise<T | undefined> => {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof S3ServiceException && GONE.has(error.name)) return undefined;
		throw error;
	}
};

/** Opens the articles bucket through `client`. Methods throw the SDK's errors, which are the caller's to retry. */
export const openUploads = (client: S3Client): Uploads => ({
	async open({ bucket, key, versionId, etag }) {
		const object = await unlessGone(
			client.send(
				new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId, IfMatch: `"${etag}"` }),
			),
		);
		if (!object?.Body) return undefined;
		const body = object.Body;
		return {
			hints: {
				key,
				contentType: object.ContentType,
				contentEncoding: object.ContentEncoding,
				url: object.Metadata?.["precis-url"],
			},
			length: object.Metadata?.["precis-length"],
			bytes: () => body.transformToByteArray(),
			discard: () => body instanceof Readable && body.destroy(),
		};
	},

	async current(bucket, key) {
		const object = await unlessGone(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })));
		if (!object?.ETag) return undefined;
		return {
			...(object.VersionId !== undefined && { versionId: object.VersionId }),
			etag: object.ETag.replaceAll('"', ""),
			bytes: object.ContentLength ?? 0,
		};
	},
});
