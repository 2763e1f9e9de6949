import * as z from "zod";
import { SummaryLengthSchema } from "./summary-length.ts";

/**
 * S3's order of events for one key: "the sequencer values are hexadecimal … right pad the shorter with
 * zeros, then compare the strings" (Amazon S3 User Guide, Event message structure). Kept padded, so that
 * stored values compare as plain text.
 */
const SEQUENCER_LENGTH = 40;

/** The comparable form of an event's sequencer; idempotent. */
export const padSequencer = (sequencer: string): string =>
	sequencer.toUpperCase().padEnd(SEQUENCER_LENGTH, "0");

/** The largest upload that is taken. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** One version of one uploaded object: what an event tells of it, and what documents keep as provenance. */
export const UploadSchema = z.strictObject({
	bucket: z.string().min(1),
	/** Absent when the bucket is not versioned. */
	versionId: z.string().min(1).optional(),
	/** Padded; see `padSequencer`. */
	sequencer: z.string().min(1),
	/** Without the quotes of the HTTP header. */
	etag: z.string().min(1),
	/** Size as stored, before decompression. */
	bytes: z.int().nonnegative(),
	/** As the uploader sent it, absent when none was sent. */
	contentType: z.string().optional(),
	uploadedAt: z.iso.datetime(),
	/** The summary that the uploader asked for with the object's metadata `precis-length`; the stack's default when absent. */
	length: SummaryLengthSchema.optional(),
});
export type Upload = z.infer<typeof UploadSchema>;
