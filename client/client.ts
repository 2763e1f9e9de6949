import { type Api, type CallOptions, type ClientOptions, openApi, read } from "./api.ts";
import { typeOf, type UploadContent, wholeOf } from "./content.ts";
import * as contracts from "./contracts.ts";
import { NotReadyError, PrecisError } from "./errors.ts";
import type { Answer } from "./exchange.ts";
import { type Uploaded, type WaitOptions, waitForFate } from "./wait.ts";

export type { Uploaded } from "./wait.ts";

/** What an upload can say of itself. */
export interface UploadOptions extends CallOptions {
	/** A file's own when absent; told from the content when there is none. */
	readonly contentType?: string | undefined;
	/** Where the article comes from: kept as `precis-url`. */
	readonly url?: string | undefined;
	/** How long a summary is wanted: kept as `precis-length`. */
	readonly length?: contracts.SummaryLength | undefined;
}

/** Which fields of a document are asked for; all when absent. */
export interface FieldsOptions<Field extends string> extends CallOptions {
	readonly fields?: readonly Field[];
}

/** What a list is limited to, and how much of it is asked for at once. */
export interface ListOptions extends contracts.Filter, CallOptions {
	/** Items a page, at most 100. */
	readonly limit?: number;
}

/** One page of a list. */
export interface PageOptions extends ListOptions {
	/** `next` of the page before. */
	readonly cursor?: string;
}

type SummaryField = keyof contracts.SummaryDocument;
type ArticleField = keyof contracts.ArticleDocument;
type WrittenFormat = Exclude<contracts.FormatName, "json">;

/**
 * A Precis API. Every method takes a `signal`; requests are tried again after network errors, 429 and 5xx (all of
 * them can be repeated), and throw the errors of this module.
 */
export interface PrecisClient {
	/** Uploads an article under a key. Its summary is ready some moments later: give the result to `waitFor`. */
	upload(key: string, content: UploadContent, options?: UploadOptions): Promise<Uploaded>;
	/**
	 * The summary, once it is ready. Of what `upload` gave, it is that upload's, or a newer one's; of a key, the
	 * key's current one. Throws a `RejectedError` or a `FailedError` when there will be none, and a `NotReadyError`
	 * when it takes longer than `timeoutMs` (2 minutes when absent).
	 */
	waitFor(upload: Uploaded | string, options?: WaitOptions): Promise<contracts.SummaryDocument>;
	/** The summary of a key. Throws a `NotReadyError` while it is on its way. */
	summary(key: string, options?: CallOptions): Promise<contracts.SummaryDocument>;
	summary<Field extends SummaryField>(
		key: string,
		options: FieldsOptions<Field>,
	): Promise<Pick<contracts.SummaryDocument, Field>>;
	/** The article of a key: what was kept, what was cut, and what is known of it. */
	article(key: string, options?: CallOptions): Promise<contracts.ArticleDocument>;
	article<Field extends ArticleField>(
		key: string,
		options: FieldsOptions<Field>,
	): Promise<Pick<contracts.ArticleDocument, Field>>;
	/** The summary or the article as the API writes it in a format. */
	written(
		shelf: "summaries" | "articles",
		key: string,
		format: WrittenFormat,
		options?: CallOptions,
	): Promise<string>;
	/** Everything that fits, newest first, page by page as it is iterated. */
	list(options?: ListOptions): AsyncGenerator<contracts.ListItem, void, undefined>;
	/** One page of it. */
	page(options?: PageOptions): Promise<contracts.ListPage>;
	/** Removes upload, article and summary; they are gone some moments later. */
	remove(key: string, options?: CallOptions): Promise<void>;
	/** How the pipeline does. */
	status(options?: CallOptions): Promise<contracts.Status>;
}

/** Throws a `NotReadyError` for 202. */
const final = (key: string, answer: Answer): Answer => {
	if (answer.status !== 202) return answer;
	const { stage } = read(contracts.OnItsWayAnswer, answer);
	throw new NotReadyError(key, stage, `“${key}” is on its way (${stage}).`);
};

const getDocument = async (
	api: Api,
	path: string,
	key: string,
	{ fields, signal }: FieldsOptions<string> = {},
): Promise<Answer> =>
	final(key, await api.ask({ path, query: { key, format: "json", fields: fields?.join(",") }, signal }));

const upload = async (
	api: Api,
	key: string,
	content: UploadContent,
	{ contentType, url, length, signal }: UploadOptions,
): Promise<Uploaded> => {
	const body = await wholeOf(content, signal);
	const asked = await api.ask({
		method: "POST",
		path: "/uploads",
		body: { key, contentType: typeOf(content, contentType), url, length },
		signal,
	});
	const ticket = read(contracts.TicketAnswer, asked);
	const { method, headers } = ticket;
	const answer = await api.transfer(ticket.url, { method, headers, body }, signal);
	const versionId = answer.headers.get("x-amz-version-id");
	return { key, issuedAt: ticket.issuedAt, ...(versionId !== null && { versionId }) };
};

/** Opens a client. Nothing is sent before its first method is called. */
export const createClient = (options: ClientOptions): PrecisClient => {
	const api = openApi(options);

	const page = async ({ signal, ...query }: PageOptions = {}): Promise<contracts.ListPage> =>
		read(contracts.ListAnswer, await api.ask({ path: "/summaries", query, signal }));

	return {
		upload: (key, content, own = {}) => upload(api, key, content, own),
		waitFor: (uploaded, own = {}) => waitForFate(api, uploaded, own),
		async summary(key: string, own: FieldsOptions<SummaryField> = {}): Promise<contracts.SummaryDocument> {
			const answer = await getDocument(api, "/summaries", key, own);
			const schema = own.fields ? contracts.SomeOfSummaryAnswer : contracts.SummaryAnswer;
			return read(schema, answer) as contracts.SummaryDocument;
		},
		async article(key: string, own: FieldsOptions<ArticleField> = {}): Promise<contracts.ArticleDocument> {
			const answer = await getDocument(api, "/articles", key, own);
			const schema = own.fields ? contracts.SomeOfArticleAnswer : contracts.ArticleAnswer;
			return read(schema, answer) as contracts.ArticleDocument;
		},
		async written(shelf, key, format, { signal } = {}) {
			const answer = final(key, await api.ask({ path: `/${shelf}`, query: { key, format }, signal }));
			if (answer.isElsewhere)
				throw new PrecisError(`“${key}” is larger than 5 MB: there it is JSON only, not ${format}.`);
			return answer.text;
		},
		page,
		async *list(own = {}) {
			for (let cursor: string | undefined; ; ) {
				const { items, next } = await page({ ...own, ...(cursor !== undefined && { cursor }) });
				yield* items;
				if (next === undefined) return;
				cursor = next;
			}
		},
		async remove(key, { signal } = {}) {
			read(
				contracts.RemovalAnswer,
				await api.ask({ method: "DELETE", path: "/articles", query: { key }, signal }),
			);
		},
		async status({ signal } = {}) {
			return read(contracts.StatusAnswer, await api.ask({ path: "/status", signal }));
		},
	};
};
