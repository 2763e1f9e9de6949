/**
 * Bodies of ingest-queue messages as EventBridge makes them of S3's events.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
interface About {
	readonly key: string;
	readonly bucket?: string;
	readonly versionId?: string;
	readonly sequencer?: string;
	readonly time?: string;
}

const envelope = (
	detailType: "Object Created" | "Object Deleted",
	{
		key,
		bucket = "articles",
		versionId,
		sequencer = "617F08299329D189",
		time = "2026-01-29T18:04:00Z",
	}: About,
	object: Record<string, unknown>,
	detail: Record<string, unknown>,
): string =>
	JSON.stringify({
		version: "0",
		id: "17793124-05d4-b198-2fde-7ededc63b103",
		"detail-type": detailType,
		source: "aws.s3",
		account: "111122223333",
		time,
		region: "eu-central-1",
		resources: [`arn:aws:s3:::${bucket}`],
		detail: {
			version: "0",
			bucket: { name: bucket },
			object: { key, ...object, ...(versionId !== undefined && { "version-id": versionId }), sequencer },
			"request-id": "N4N7GDK58NMKJ12R",
			requester: "123456789012",
			"source-ip-address": "203.0.113.7",
			...detail,
		},
	});

/** An object version that appeared. */
export const objectCreated = (about: About & { readonly etag?: string; readonly bytes?: number }): string =>
	envelope(
		"Object Created",
		about,
		{ size: about.bytes ?? 1234, etag: about.etag ?? "b1946ac92492d2347c6235b4d2611184" },
		{ reason: "PutObject" },
	);

/** A delete marker that appeared, or a version that is gone. */
export const objectDeleted = (
	about: About & { readonly deletionType: "Delete Marker Created" | "Permanently Deleted" },
): string =>
	envelope("Object Deleted", about, {}, { reason: "DeleteObject", "deletion-type": about.deletionType });
