/**
 * The summary contract: what summarise makes of an article and readers fetch. `Summary` is pure content;
 * `SummaryDocument` adds what only the handler knows.
 */
import * as z from "zod";
import { ArticleSchema, MetadataSchema, WarningSchema } from "./article.ts";
import { UploadSchema } from "./upload.ts";

/**
 * Where a claim comes from: UTF-16 offsets into one kept block of the article, and the text itself, so that
 * readers whose language counts otherwise need neither. Invariant:
 * `article.blocks[block].text.slice(start, end) === quote`.
 */
export const EvidenceSchema = z.strictObject({
	block: z.int().nonnegative(),
	start: z.int().nonnegative(),
	end: z.int().positive(),
	quote: z.string().min(1),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

const evidence = z.array(EvidenceSchema).min(1);

/** The article in one sentence. */
export const GistSchema = z.strictObject({ text: z.string().min(1), evidence });
export type Gist = z.infer<typeof GistSchema>;

/** One thing worth knowing; key points stand in the order of the text. `salience` is 0 to 1, best = 1. */
export const KeyPointSchema = z.strictObject({
	text: z.string().min(1),
	evidence,
	salience: z.number().min(0).max(1),
});
export type KeyPoint = z.infer<typeof KeyPointSchema>;

/** The article under one of its headings. */
export const SectionSchema = z.strictObject({
	heading: z.string().min(1),
	gist: z.string().min(1),
	evidence,
});
export type Section = z.infer<typeof SectionSchema>;

/** What is named. */
export const EntityTypeSchema = z.enum(["person", "organisation", "place", "product", "event", "other"]);
export type EntityType = z.infer<typeof EntityTypeSchema>;

/** Somebody or something named in the text. `evidence` holds its first mention. */
export const EntitySchema = z.strictObject({
	name: z.string().min(1),
	type: EntityTypeSchema,
	role: z.string().min(1).optional(),
	/** Other forms used in the text ("Sacks" for "David Sacks"). */
	aliases: z.array(z.string().min(1)),
	/** How often it is mentioned, in any form. */
	mentions: z.int().positive(),
	evidence,
});
export type Entity = z.infer<typeof EntitySchema>;

/** What was said, without its quotation marks, and who said it where the text names one. */
export const QuoteSchema = z.strictObject({
	text: z.string().min(1),
	speaker: z.string().min(1).optional(),
	evidence,
});
export type Quote = z.infer<typeof QuoteSchema>;

/** What a number says. */
export const FigureKindSchema = z.enum([
	"money",
	"percent",
	"count",
	"measure",
	"duration",
	"age",
	"score",
	"rank",
	"other",
]);
export type FigureKind = z.infer<typeof FigureKindSchema>;

/** A number with its meaning. */
export const FigureSchema = z.strictObject({
	/** As the text has it: "$5.6 million". */
	text: z.string().min(1),
	kind: FigureKindSchema,
	/** 5600000 */
	value: z.number(),
	/** ISO 4217 code for money, `%`, or the unit as written ("km"). */
	unit: z.string().min(1).optional(),
	/** What is counted or measured: "weekly active users". */
	of: z.string().min(1).optional(),
	change: z.enum(["up", "down"]).optional(),
	evidence,
});
export type Figure = z.infer<typeof FigureSchema>;

/** A dated event. `when` is an ISO 8601 date of any precision (`1998`, `2024-10`, `2025-01-29`) or an interval `A/B` (open: `1998/..`). */
export const TimelineEntrySchema = z.strictObject({
	when: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)(\/(\d{4}(-\d{2}(-\d{2})?)?|\.\.))?$/),
	text: z.string().min(1),
	evidence,
});
export type TimelineEntry = z.infer<typeof TimelineEntrySchema>;

/** What `summarise` returns. Lists are empty, never guessed, where the text gives nothing. */
export const SummarySchema = z.strictObject({
	schema: z.literal("precis.summary/1"),
	/** The article's title, or its gist when it has none. */
	headline: z.string().min(1),
	gist: GistSchema,
	keyPoints: z.array(KeyPointSchema).min(1),
	sections: z.array(SectionSchema),
	entities: z.array(EntitySchema),
	quotes: z.array(QuoteSchema),
	figures: z.array(FigureSchema),
	/** In order of `when`. */
	timeline: z.array(TimelineEntrySchema),
	topics: z.array(z.string().min(1)),
	keywords: z.array(z.string().min(1)),
	language: ArticleSchema.shape.language,
	pageType: ArticleSchema.shape.pageType,
	/** The article's own metadata. */
	metadata: MetadataSchema,
	reading: z.strictObject({
		/** Words of the article. */
		words: z.int().nonnegative(),
		/** Minutes to read the article, at least 1. */
		minutes: z.int().positive(),
		/** Words of gist and key points divided by words of the article. */
		compression: z.number().nonnegative(),
	}),
	provenance: z.strictObject({
		engine: z.string().min(1),
		engineVersion: z.string().min(1),
		/** The options the engine ran with, all resolved. */
		parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
		sourceSha256: ArticleSchema.shape.sha256,
		sourceUrl: MetadataSchema.shape.url,
	}),
	quality: z.strictObject({
		/** Share of the article's kept prose blocks that gist, key points or section gists cite, 0 to 1. */
		coverage: z.number().min(0).max(1),
		warnings: z.array(WarningSchema),
	}),
});
export type Summary = z.infer<typeof SummarySchema>;

/** A summary as the library stores it and the API answers it. */
export const SummaryDocumentSchema = z.strictObject({
	...SummarySchema.shape,
	key: z.string().min(1),
	upload: UploadSchema,
	producedAt: z.iso.datetime(),
	/** Names of this summary's documents in the library bucket. */
	pointers: z.strictObject({ article: z.string().min(1), summary: z.string().min(1) }),
});
export type SummaryDocument = z.infer<typeof SummaryDocumentSchema>;
