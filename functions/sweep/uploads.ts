/** The articles bucket as sweep sees it: which keys there are, and what lies under one. Never what is in it. */
import { HeadObjectCommand, ListObjectsV2Command, NotFound, type S3Client } from "@aws-sdk/client-s3";
import type { ObjectVersion } from "../shared/catalogue.ts";
import { PAGE, type Page } from "./pages.ts";

/** What lies under a key. */
export interface UploadedObject extends ObjectVersion {
	readonly bytes: number;
	/** ISO 8601. */
	readonly uploadedAt: string;
}

/** The uploads of one bucket. Methods throw the SDK's errors. */
export interface Uploads {
	readonly bucket: string;
	/** Keys in order, those after `after`. */
	keys(after: string | undefined): Promise<Page<string>>;
	/** The current object of a key, or `undefined` when there is none or a delete marker covers it. */
	find(key: string): Promise<UploadedObject | undefined>;
}

/** With `encoding-type=url` S3 writes keys that XML can't hold, as a form would: a plus is a space. */
const decodeKey = (encoded: string): string => decodeURIComponent(encoded.replaceAll("+", " "));

/** Opens the uploads in `bucket`. */
export const openUploads = (client: S3Client, bucket: string): Uploads => ({
	bucket,
	async keys(after) {
		const { Contents = [], IsTruncated } = await client.send(
			new ListObjectsV2Command({ Bucket: bucket, MaxKeys: PAGE, StartAfter: after, EncodingType: "url" }),
		);
		const items = Contents.map(({ Key = "" }) => decodeKey(Key));
		return { items, next: IsTruncated ? items.at(-1) : undefined };
	},
	async find(key) {
		try {
			const object = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
			return {
				// "null" is what a bucket calls the version of an object from before it had versions.
				...(object.VersionId !== undefined && object.VersionId !== "null" && { versionId: object.VersionId }),
				etag: (object.ETag ?? "").replaceAll('"', ""),
				bytes: object.ContentLength ?? 0,
				uploadedAt: (object.LastModified ?? new Date(0)).toISOString(),
			};
		} catch (error) {
			if (error instanceof NotFound) return undefined;
			throw error;
		}
	},
});
