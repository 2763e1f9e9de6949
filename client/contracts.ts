/** What the API takes and answers, as this client reads it. */
import * as z from "zod";
import {
	ListPageSchema,
	OnItsWaySchema,
	ProblemDetailsSchema,
	RemovalSchema,
	StatusSchema,
	UploadTicketSchema,
} from "../functions/shared/api.ts";
import { ArticleDocumentSchema } from "../functions/shared/article.ts";
import { SummaryDocumentSchema } from "../functions/shared/summary.ts";
import { tolerant } from "./tolerant.ts";

export type {
	Filter,
	FormatName,
	ListItem,
	ListPage,
	ProblemDetails,
	Status,
} from "../functions/shared/api.ts";
export type { ArticleDocument } from "../functions/shared/article.ts";
export type { Stage } from "../functions/shared/stage.ts";
export type { Evidence, SummaryDocument } from "../functions/shared/summary.ts";
export type { SummaryLength } from "../functions/shared/summary-length.ts";

/** A summary. */
export const SummaryAnswer = tolerant(SummaryDocumentSchema);
/** Some fields of a summary. */
export const SomeOfSummaryAnswer = tolerant(SummaryDocumentSchema.partial());
/** An article. */
export const ArticleAnswer = tolerant(ArticleDocumentSchema);
/** Some fields of an article. */
export const SomeOfArticleAnswer = tolerant(ArticleDocumentSchema.partial());
/** 202: there is an upload, and no fate yet. */
export const OnItsWayAnswer = tolerant(OnItsWaySchema);
/** A page of a list. */
export const ListAnswer = tolerant(ListPageSchema);
/** Where and how to upload. */
export const TicketAnswer = tolerant(UploadTicketSchema);
/** A removal that is on its way. */
export const RemovalAnswer = tolerant(RemovalSchema);
/** How the pipeline does. */
export const StatusAnswer = tolerant(StatusSchema);

/** The API's problem details, or what API Gateway says by itself (`{"message": "Forbidden"}`). */
export const ProblemAnswer = z.union([
	tolerant(ProblemDetailsSchema),
	z.looseObject({ message: z.string() }).transform(({ message }) => ({ message })),
]);
