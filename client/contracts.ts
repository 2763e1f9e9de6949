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
	OnItsWay,
	ProblemDetails,
	Status,
	UploadTicket,
} from "../functions/shared/api.ts";
export type { ArticleDocument } from "../functions/shared/article.ts";
export type { Stage } from "../functions/shared/stage.ts";
export type { Evidence, SummaryDocument } from "../functions/shared/summary.ts";
export type { SummaryLength } from "../functions/shared/summary-length.ts";

export const SummaryAnswer = tolerant(SummaryDocumentSchema);
export const SomeOfSummaryAnswer = tolerant(SummaryDocumentSchema.partial());
export const ArticleAnswer = tolerant(ArticleDocumentSchema);
export const SomeOfArticleAnswer = tolerant(ArticleDocumentSchema.partial());
export const OnItsWayAnswer = tolerant(OnItsWaySchema);
export const ListAnswer = tolerant(ListPageSchema);
export const TicketAnswer = tolerant(UploadTicketSchema);
export const RemovalAnswer = tolerant(RemovalSchema);
export const StatusAnswer = tolerant(StatusSchema);

/** The API's problem details, or what API Gateway says by itself (`{"message": "Forbidden"}`). */
export const ProblemAnswer = z.union([
	tolerant(ProblemDetailsSchema),
	z.looseObject({ message: z.string() }).transform(({ message }) => ({ message })),
]);
