/** `precis/client`: upload articles and fetch their summaries, in Node 20 or newer and in browsers. */
export type { CallOptions, ClientOptions } from "./api.ts";
export {
	createClient,
	type ListOptions,
	type PrecisClient,
	type Uploaded,
	type UploadOptions,
} from "./client.ts";
export type { UploadContent } from "./content.ts";
export type {
	ArticleDocument,
	Evidence,
	Filter,
	FormatName,
	ListItem,
	ListPage,
	Stage,
	Status,
	SummaryDocument,
	SummaryLength,
} from "./contracts.ts";
export {
	FailedError,
	NotReadyError,
	PrecisError,
	ProblemError,
	RejectedError,
	UnexpectedAnswerError,
	UnreachableError,
} from "./errors.ts";
