/** A row of the catalogue: what it holds, and which documents it points at. */
import * as z from "zod";
import { StageSchema } from "./stage.ts";

const LatestSchema = z.object({
	/** Padded, see `padSequencer`. */
	sequencer: z.string().min(1),
	stage: StageSchema,
	versionId: z.string().min(1).optional(),
	etag: z.string().min(1).optional(),
	/** Why it was rejected or failed: a code for programs, a sentence for people. */
	code: z.string().min(1).optional(),
	message: z.string().min(1).optional(),
	/** Its article document, from `stripped` until it is published: whoever takes the key over removes it. */
	article: z.string().min(1).optional(),
	/** When the upload (or delete) happened, ISO 8601. */
	receivedAt: z.iso.datetime(),
});

/** Where the current documents lie in the library bucket, and what lists show without opening them. */
const CurrentSchema = z.object({
	article: z.string().min(1),
	summary: z.string().min(1),
	headline: z.string(),
	gist: z.string(),
	language: z.string(),
	publisher: z.string().optional(),
	publishedAt: z.string().optional(),
	/** Where lists have it; see `listedTime`. */
	listedAt: z.iso.datetime(),
	topics: z.array(z.string().min(1)),
	authors: z.array(z.string().min(1)),
	/** The article's own address. */
	url: z.string().optional(),
});
export type Current = z.infer<typeof CurrentSchema>;

/** The documents that a row points at. */
export const documentsOf = (row: Pick<Row, "latest" | "current"> | undefined): string[] => {
	const names = [row?.current?.article, row?.current?.summary, row?.latest.article];
	return [...new Set(names.filter((name) => name !== undefined))];
};

/** Those of `names` that `current` doesn't point at. */
export const unreferenced = (names: readonly string[], current: Current | undefined): string[] =>
	names.filter((name) => name !== current?.article && name !== current?.summary);

/** A row of the catalogue table. */
export const RowSchema = z.object({
	key: z.string().min(1),
	latest: LatestSchema,
	current: CurrentSchema.optional(),
	/** Padded sequencer of the newest deletion that left `latest`'s object as the key's; see `confirm`. */
	confirmed: z.string().min(1).optional(),
	/** Unix seconds; tombstones only. DynamoDB removes the row some time after. */
	expiresAt: z.int().optional(),
	/** The partitions of the indexes that the row is in, and its place there; see `lists.ts`. */
	byStage: z.string().min(1),
	byPublisher: z.string().optional(),
	byLanguage: z.string().optional(),
	rank: z.string().min(1),
});
export type Row = z.infer<typeof RowSchema>;
