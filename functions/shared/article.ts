/**
 * The article contract: what ingest makes of an upload and everything after it reads.
 * `Article` is pure content, a function of the bytes and their hints alone; `ArticleDocument` is that
 * content as the library stores it, with what only the handler knows.
 */
import * as z from "zod";
import { UploadSchema } from "./upload.ts";

/** An ISO 8601 calendar date (`2025-01-29`) or a date-time with its offset (`2025-01-29T18:04:00Z`). */
export const IsoDateSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** How the upload was written: decides which reader makes its blocks. */
export const FormatSchema = z.enum(["html", "text", "markdown"]);
export type Format = z.infer<typeof FormatSchema>;

/** What the page is. Anything but `article` is stripped by its own rules (a forum's replies are its body). */
export const PageTypeSchema = z.enum(["article", "forum", "documentation", "product", "listing", "other"]);
export type PageType = z.infer<typeof PageTypeSchema>;

/** The shapes that text takes in an article. */
export const BlockTypeSchema = z.enum(["heading", "paragraph", "list-item", "quote", "code", "table"]);
export type BlockType = z.infer<typeof BlockTypeSchema>;

/** What a block that is not the article proper is: one closed list. */
export const StrippedKindSchema = z.enum([
	"title",
	"standfirst",
	"byline",
	"dateline",
	"caption",
	"navigation",
	"related",
	"promotion",
	"share",
	"author-bio",
	"comments",
	"legal",
	"advertisement",
	"media",
	"form",
	"other",
]);
export type StrippedKind = z.infer<typeof StrippedKindSchema>;

/** One kept block. `text` is white-space normalised, NFC, without control characters; never empty. */
export const BlockSchema = z.strictObject({
	type: BlockTypeSchema,
	/** 1 to 6, on headings only. */
	level: z.int().min(1).max(6).optional(),
	text: z.string().min(1),
});
export type Block = z.infer<typeof BlockSchema>;

/** One block that was cut, and why. */
export const StrippedBlockSchema = z.strictObject({
	type: BlockTypeSchema,
	text: z.string().min(1),
	kind: StrippedKindSchema,
	/** How sure the labeller is, 0 to 1. */
	confidence: z.number().min(0).max(1),
	/** Index of the kept block before it, or -1 when it stood before the first. */
	after: z.int().min(-1),
});
export type StrippedBlock = z.infer<typeof StrippedBlockSchema>;

/** A person who wrote the article, with the role the page gives (`"Computing Writer"`). */
export const AuthorSchema = z.strictObject({ name: z.string().min(1), role: z.string().min(1).optional() });
export type Author = z.infer<typeof AuthorSchema>;

/** Where a metadata value was found, best first. */
export const MetadataSourceSchema = z.enum([
	"json-ld",
	"open-graph",
	"meta",
	"microdata",
	"front-matter",
	"visible",
	"link",
	"object-metadata",
	"detected",
]);
export type MetadataSource = z.infer<typeof MetadataSourceSchema>;

const metadataValues = {
	title: z.string().min(1).optional(),
	subtitle: z.string().min(1).optional(),
	authors: z.array(AuthorSchema),
	publishedAt: IsoDateSchema.optional(),
	modifiedAt: IsoDateSchema.optional(),
	publisher: z.strictObject({ name: z.string().min(1), domain: z.string().min(1).optional() }).optional(),
	/** The article's canonical http(s) address. */
	url: z.url({ protocol: /^https?$/ }).optional(),
	section: z.string().min(1).optional(),
	topics: z.array(z.string().min(1)),
	/** Address of the lead image. */
	image: z.url({ protocol: /^https?$/ }).optional(),
	/** The page's own copyright or licence line. */
	rights: z.string().min(1).optional(),
};

/** Plain values only; `sources` says where each present one was found. */
export const MetadataSchema = z.strictObject({
	...metadataValues,
	sources: z.partialRecord(
		z.enum(Object.keys(metadataValues) as [keyof typeof metadataValues, ...(keyof typeof metadataValues)[]]),
		MetadataSourceSchema,
	),
});
export type Metadata = z.infer<typeof MetadataSchema>;

/** Something the reader should know about how the article was read. */
export const WarningSchema = z.strictObject({ code: z.string().min(1), message: z.string().min(1) });
export type Warning = z.infer<typeof WarningSchema>;

/** One post of a thread: the kept blocks `from` to before `to`, with who wrote them and when, as far as the page tells. */
export const PostSchema = z.strictObject({
	author: z.string().min(1).optional(),
	publishedAt: IsoDateSchema.optional(),
	from: z.int().nonnegative(),
	to: z.int().positive(),
});
export type Post = z.infer<typeof PostSchema>;

/** What `readArticle` returns: the article, the metadata, and all that was cut. */
export const ArticleSchema = z.strictObject({
	schema: z.literal("precis.article/1"),
	/** Lower-case hex SHA-256 of the uploaded bytes as stored (before decompression). */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
	format: FormatSchema,
	pageType: PageTypeSchema,
	/** How likely it is that, 0 to 1; absent where nothing measured it, as in plain text. */
	pageTypeConfidence: z.number().min(0).max(1).optional(),
	/** BCP 47, `und` when it could not be told. */
	language: z.string().min(2),
	metadata: MetadataSchema,
	/** The article proper in reading order. At least one. */
	blocks: z.array(BlockSchema).min(1),
	/** On forums whose markup tells posts apart: they, in reading order. */
	posts: z.array(PostSchema).optional(),
	/** Everything else that was text on the page, in reading order. */
	stripped: z.array(StrippedBlockSchema),
	/** Words as `Intl.Segmenter` counts them, characters as UTF-16 units, both of the kept blocks. */
	counts: z.strictObject({
		blocks: z.int().nonnegative(),
		stripped: z.int().nonnegative(),
		words: z.int().nonnegative(),
		characters: z.int().nonnegative(),
	}),
	warnings: z.array(WarningSchema),
});
export type Article = z.infer<typeof ArticleSchema>;

/** An article as the library stores it. */
export const ArticleDocumentSchema = z.strictObject({
	...ArticleSchema.shape,
	/** The key that was uploaded. */
	key: z.string().min(1),
	upload: UploadSchema,
	producedAt: z.iso.datetime(),
});
export type ArticleDocument = z.infer<typeof ArticleDocumentSchema>;
