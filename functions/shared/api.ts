/**
 * What the HTTP API takes and answers, for it and for its clients: nothing here needs Node or AWS. Documents
 * themselves are `ArticleDocumentSchema` and `SummaryDocumentSchema`.
 */
import * as z from "zod";
import { IsoDateSchema } from "./article.ts";
import { StageSchema } from "./stage.ts";
import { SummaryLengthSchema } from "./summary-length.ts";

/** S3: "The name for a key is a sequence of Unicode characters whose UTF-8 encoding is at most 1,024 bytes long." */
export const MAX_KEY_BYTES = 1024;

const inUtf8 = (text: string): number => new TextEncoder().encode(text).length;

/** The key as it was uploaded. */
export const KeySchema = z
	.string({ error: "“key” is missing: it is the upload's, in a query percent-encoded (?key=…)." })
	.min(1, { error: "“key” is empty: it is the upload's, in a query percent-encoded (?key=…)." })
	.refine((key) => inUtf8(key) <= MAX_KEY_BYTES, {
		error: `The key is longer than ${MAX_KEY_BYTES} bytes in UTF-8; S3 has no such keys.`,
	});

/** A whole number written as text; described as what it says. */
const wholeNumber = (name: string, min: number, max: number) => {
	const error = `“${name}” is a whole number, ${min} to ${max}.`;
	return z
		.string()
		.regex(/^\d{1,9}$/, { error })
		.transform(Number)
		.refine((value) => value >= min && value <= max, { error })
		.meta({ type: "integer", minimum: min, maximum: max });
};

/** Below API Gateway's 30 seconds, with room for a cold start and the reading. */
const MAX_WAIT_SECONDS = 20;

/** How documents are written; each is also asked for by its media type in `Accept`. */
export const FORMATS = {
	json: "application/json",
	markdown: "text/markdown",
	text: "text/plain",
	html: "text/html",
	jsonld: "application/ld+json",
} as const;

const FormatNameSchema = z.enum(Object.keys(FORMATS) as [keyof typeof FORMATS], {
	error: `“format” is one of ${Object.keys(FORMATS).join(", ")}.`,
});
/** One of `FORMATS`. */
export type FormatName = z.infer<typeof FormatNameSchema>;

/** The query of one document. Strict, because a key's own `&`, sent unescaped, would silently ask for another key. */
export const DocumentQuerySchema = z.strictObject({
	key: KeySchema.describe("The key as it was uploaded"),
	wait: wholeNumber("wait", 0, MAX_WAIT_SECONDS)
		.default(0)
		.describe("Seconds to hold the answer until the upload's fate is decided"),
	format: FormatNameSchema.optional().describe("How to write the document; weighs more than Accept"),
	fields: z
		.string()
		.regex(/^[A-Za-z]+(,[A-Za-z]+)*$/, {
			error: "“fields” is a list of a document's fields: fields=gist,keyPoints",
		})
		.transform((list) => list.split(","))
		.optional()
		.describe("Only these fields of the document, comma-separated; with JSON only"),
});
export type DocumentQuery = z.output<typeof DocumentQuerySchema>;

/** The query of a removal. */
export const RemovalQuerySchema = DocumentQuerySchema.pick({ key: true });

const name = (what: string) =>
	z
		.string()
		.trim()
		.min(1, { error: `“${what}” is empty.` })
		.max(200, { error: `“${what}” is longer than 200 characters.` })
		.optional();

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

const when = (what: string) =>
	z
		.string()
		.refine((text) => IsoDateSchema.safeParse(text).success, {
			error: `“${what}” is a date (2025-01-29) or a date-time with its offset (2025-01-29T18:04:00Z).`,
		})
		.optional();

/** What a list is limited to; everything given must hold. */
export const FilterSchema = z.strictObject({
	topic: name("topic").describe("One of the summary's topics, in any case"),
	publisher: name("publisher").describe("The publisher's name, in any case"),
	author: name("author").describe("An author's name, in any case"),
	language: z
		.string()
		.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { error: "“language” is a BCP 47 tag: en, pt-BR." })
		.optional()
		.describe("A BCP 47 tag; `en` takes `en-GB` too"),
	status: z
		.enum(StageSchema.options, { error: `“status” is one of ${StageSchema.options.join(", ")}.` })
		.optional()
		.describe("`ready` when absent"),
	from: when("from").describe("Published (else uploaded) on this day or at this time, or later"),
	to: when("to").describe("Published (else uploaded) on this day or at this time, or earlier"),
	prefix: z
		.string()
		.min(1, { error: "“prefix” is empty." })
		.refine((text) => inUtf8(text) <= MAX_KEY_BYTES, { error: "“prefix” is longer than a key can be." })
		.optional()
		.describe("What the key begins with; fastest up to a slash"),
});
export type Filter = z.infer<typeof FilterSchema>;

/** The query of a list. */
export const ListQuerySchema = z.strictObject({
	...FilterSchema.shape,
	limit: wholeNumber("limit", 1, LARGEST_PAGE).default(DEFAULT_PAGE).describe("Items of a page, at most"),
	cursor: z.string().max(400).optional().describe("Where the page begins: `next` of the page before"),
});
export type ListQuery = z.output<typeof ListQuerySchema>;

/** One upload in a list. What comes of its article is there once it is `ready`. */
export const ListItemSchema = z.strictObject({
	key: z.string(),
	status: StageSchema,
	receivedAt: z.iso.datetime(),
	/** Why it was rejected or failed. */
	code: z.string().optional(),
	message: z.string().optional(),
	headline: z.string().optional(),
	gist: z.string().optional(),
	language: z.string().optional(),
	publisher: z.string().optional(),
	publishedAt: z.string().optional(),
	authors: z.array(z.string()).optional(),
	topics: z.array(z.string()).optional(),
	/** The article's own address. */
	url: z.string().optional(),
});
export type ListItem = z.infer<typeof ListItemSchema>;

/** One page of a list, newest first. It can be short, even empty, and still have a `next`. */
export const ListPageSchema = z.strictObject({
	items: z.array(ListItemSchema),
	/** To be given back as `cursor`; absent on the last page. */
	next: z.string().optional(),
});
export type ListPage = z.infer<typeof ListPageSchema>;

const CONTENT_TYPE =
	/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(;[ \t]*[\w!#$&^.+-]+=("[\x20\x21\x23-\x5b\x5d-\x7e]*"|[\w!#$&^.+-]+))*$/;
const CONTENT_TYPE_SENTENCE = "“contentType” is a media type: text/html; charset=utf-8.";
const URL_SENTENCE = "“url” is an http or https address, percent-encoded, of at most 1500 characters.";

/** Asks for an address to upload to. */
export const UploadRequestSchema = z.strictObject(
	{
		key: KeySchema,
		/** Sent with the upload, and kept with it. */
		contentType: z
			.string({ error: CONTENT_TYPE_SENTENCE })
			.max(200, { error: CONTENT_TYPE_SENTENCE })
			.regex(CONTENT_TYPE, { error: CONTENT_TYPE_SENTENCE })
			.optional(),
		/** Where the article comes from. */
		url: z
			.url({ protocol: /^https?$/, error: URL_SENTENCE })
			.max(1500, { error: URL_SENTENCE })
			.regex(/^[\x21-\x7e]+$/, { error: URL_SENTENCE })
			.optional(),
		/** How long a summary is wanted; the stack's default when absent. */
		length: z
			.enum(SummaryLengthSchema.options, {
				error: `“length” is one of ${SummaryLengthSchema.options.join(", ")}.`,
			})
			.optional(),
	},
	{ error: ({ code }) => (code === "invalid_type" ? 'The body is an object: {"key": …}' : undefined) },
);
export type UploadRequest = z.infer<typeof UploadRequestSchema>;

/** Where and how to upload, for a few minutes. */
export const UploadTicketSchema = z.strictObject({
	key: z.string(),
	method: z.literal("PUT"),
	url: z.url(),
	/** To be sent exactly so. */
	headers: z.record(z.string(), z.string()),
	/** By the API's clock; what was received before it is another upload. */
	issuedAt: z.iso.datetime(),
	expiresAt: z.iso.datetime(),
});
export type UploadTicket = z.infer<typeof UploadTicketSchema>;

/** An upload that is on its way. */
export const OnItsWaySchema = z.strictObject({
	key: z.string(),
	stage: StageSchema,
	receivedAt: z.iso.datetime(),
});
export type OnItsWay = z.infer<typeof OnItsWaySchema>;

/** A removal that is on its way. */
export const RemovalSchema = z.strictObject({ key: z.string() });
export type Removal = z.infer<typeof RemovalSchema>;

/** How many uploads are at a stage. */
const StageCountSchema = z.strictObject({
	count: z.int().nonnegative(),
	/** There are more than were counted. */
	more: z.boolean(),
	/** `receivedAt` of the one that has been there longest; only of stages that are left again. */
	oldest: z.iso.datetime().optional(),
});

const QueueDepthSchema = z.strictObject({
	/** Messages that nobody works on yet. */
	waiting: z.int().nonnegative(),
	inFlight: z.int().nonnegative(),
	deadLetters: z.int().nonnegative(),
});

/** How the pipeline does. */
export const StatusSchema = z.strictObject({
	stages: z.record(StageSchema, StageCountSchema),
	queues: z.strictObject({ ingest: QueueDepthSchema, summarise: QueueDepthSchema }),
	/** Upload events that EventBridge could not hand on. */
	undelivered: z.int().nonnegative(),
});
export type Status = z.infer<typeof StatusSchema>;

/** The body of every error answer: RFC 9457 problem details, plus a code for programs. */
export const ProblemDetailsSchema = z.strictObject({
	type: z.literal("about:blank"),
	title: z.string(),
	status: z.int(),
	/** What is wrong and what to do about it, for people. */
	detail: z.string(),
	/** Closed set for what the API itself refuses; the row's own for `rejected` and `failed` uploads. */
	code: z.string(),
	/** Of problems with an upload: which one, of all that the key had. */
	upload: z.strictObject({ versionId: z.string().optional(), receivedAt: z.iso.datetime() }).optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetailsSchema>;
