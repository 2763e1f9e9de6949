/** The API described, from the very schemas that it checks with. */
import * as z from "zod";
import {
	DocumentQuerySchema,
	FORMATS,
	ListPageSchema,
	ListQuerySchema,
	OnItsWaySchema,
	ProblemDetailsSchema,
	RemovalQuerySchema,
	RemovalSchema,
	StatusSchema,
	UploadRequestSchema,
	UploadTicketSchema,
} from "../shared/api.ts";
import { ArticleDocumentSchema } from "../shared/article.ts";
import { SummaryDocumentSchema } from "../shared/summary.ts";
import { FeedQuerySchema } from "./feed.ts";

/** One way to call the API. */
export interface Operation {
	readonly method: "get" | "post" | "delete";
	readonly path: string;
	readonly id: string;
	/** In a few words, then in sentences. */
	readonly summary: string;
	readonly description: string;
	readonly scope: "read" | "write";
	readonly query?: z.ZodObject;
	/** The parameter that stands in the path. */
	readonly inPath?: string;
	readonly body?: keyof typeof COMPONENTS;
	readonly answers: Readonly<Record<number, { what: string; content?: Readonly<Record<string, string>> }>>;
	/** Statuses with problem details. */
	readonly problems: readonly number[];
}

const COMPONENTS = {
	Summary: SummaryDocumentSchema,
	Article: ArticleDocumentSchema,
	OnItsWay: OnItsWaySchema,
	ListPage: ListPageSchema,
	UploadRequest: UploadRequestSchema,
	UploadTicket: UploadTicketSchema,
	Removal: RemovalSchema,
	Status: StatusSchema,
	Problem: ProblemDetailsSchema,
} as const;

const documentAnswers = (schema: "Summary" | "Article") => ({
	200: {
		what: "The document",
		content: Object.fromEntries(
			Object.values(FORMATS).map((type) => [type, type === FORMATS.json ? schema : "text"]),
		),
	},
	202: { what: "It is on its way; ask again", content: { "application/json": "OnItsWay" } },
	303: { what: "It is larger than 5 MB: where it can be downloaded for a few minutes, as JSON" },
	304: { what: "You have it" },
});

const HOW_TO_WRITE =
	"As JSON, Markdown, plain text, a page, or JSON-LD: by Accept, or by format=. A key that looks like a path can stand in the path instead, `/summaries/news/harbour.html`.";

/** What there is. */
export const OPERATIONS: readonly Operation[] = [
	{
		method: "get",
		path: "/summaries",
		id: "listSummaries",
		summary: "List what was uploaded, or read one summary",
		description: `Without \`key\`: newest first, limited by what is given; \`next\` of a page is the \`cursor\` of the next one. A page can be short and still have a next one. With \`key\`: that summary. ${HOW_TO_WRITE}`,
		scope: "read",
		query: z.object({ ...ListQuerySchema.shape, ...DocumentQuerySchema.partial({ key: true }).shape }),
		answers: {
			...documentAnswers("Summary"),
			200: {
				what: "A page of the list, or the summary",
				content: { ...documentAnswers("Summary")[200].content, "application/json": "ListPage | Summary" },
			},
		},
		problems: [400, 404, 406, 410, 422, 429, 503],
	},
	{
		method: "get",
		path: "/articles",
		id: "readArticle",
		summary: "Read an article, stripped",
		description: HOW_TO_WRITE.replace("summaries", "articles"),
		scope: "read",
		query: DocumentQuerySchema,
		answers: documentAnswers("Article"),
		problems: [400, 404, 406, 410, 422, 429, 503],
	},
	{
		method: "delete",
		path: "/articles",
		id: "removeArticle",
		summary: "Remove an upload, its article and its summary",
		description: "The upload gets a delete marker; article and summary go by the same way as they came.",
		scope: "write",
		query: RemovalQuerySchema,
		answers: { 202: { what: "It will be gone in a moment", content: { "application/json": "Removal" } } },
		problems: [400, 404, 429, 503],
	},
	{
		method: "post",
		path: "/uploads",
		id: "askToUpload",
		summary: "Ask for an address to upload to",
		description: "PUT the article there, with the headers of the answer, within a quarter of an hour.",
		scope: "write",
		body: "UploadRequest",
		answers: { 201: { what: "Where and how", content: { "application/json": "UploadTicket" } } },
		problems: [400, 413, 415, 429, 503],
	},
	{
		method: "get",
		path: "/feeds/{feed}",
		id: "readFeed",
		summary: "Follow what is new",
		description:
			"`all.json`, `topic/NAME.json`, `publisher/NAME.json` (JSON Feed 1.1), or the same ending in `.atom` (RFC 4287).",
		scope: "read",
		query: FeedQuerySchema,
		inPath: "feed",
		answers: {
			200: {
				what: "The feed",
				content: { "application/feed+json": "text", "application/atom+xml": "text" },
			},
			304: { what: "You have it" },
		},
		problems: [400, 429, 503],
	},
	{
		method: "get",
		path: "/status",
		id: "readStatus",
		summary: "See how the pipeline does",
		description:
			"How many uploads are at each stage, counted up to a thousand, and what waits in the queues. An upload of the last moment may be in neither yet.",
		scope: "read",
		answers: { 200: { what: "How it does", content: { "application/json": "Status" } } },
		problems: [429, 503],
	},
];

const schemaNamed = (name: string): object => {
	if (name === "text") return { type: "string" };
	const references = name.split(" | ").map((one) => ({ $ref: `#/components/schemas/${one}` }));
	return references.length === 1 ? (references[0] ?? {}) : { anyOf: references };
};

const contentOf = (content: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(content).map(([type, name]) => [type, { schema: schemaNamed(name) }]));

/** Every schema under its name, without the marks of a document of its own. */
const components = (): Record<string, object> =>
	Object.fromEntries(
		Object.entries(COMPONENTS).map(([name, schema]) => {
			const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: "output", reused: "inline" });
			return [name, plain];
		}),
	);

const parametersOf = ({ query, inPath }: Operation): object[] => {
	if (!query) return [];
	const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
	return Object.entries(properties).map(([name, property]) => {
		const { description, pattern, ...schema } = property as Record<string, unknown>;
		const isText = schema.type === "string" && pattern !== undefined;
		return {
			name,
			in: name === inPath ? "path" : "query",
			required: name === inPath || required.includes(name),
			...(description !== undefined && { description }),
			schema: isText ? { ...schema, pattern } : schema,
		};
	});
};

const operationOf = (operation: Operation): object => {
	const { id, summary, description, scope, body, answers, problems } = operation;
	const refused = problems.map((status) => [
		status,
		{
			description: "Refused, with the reason",
			content: contentOf({ "application/problem+json": "Problem" }),
			...((status === 429 || status === 503) && {
				headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds" } },
			}),
		},
	]);
	const answered = Object.entries(answers).map(([status, { what, content }]) => [
		status,
		{ description: what, ...(content && { content: contentOf(content) }) },
	]);
	return {
		operationId: id,
		summary,
		description,
		// Either of them; what a deployment takes is its owner's choice.
		security: [{ iam: [] }, { jwt: [scope] }],
		parameters: parametersOf(operation),
		...(body && { requestBody: { required: true, content: contentOf({ "application/json": body }) } }),
		responses: Object.fromEntries([...answered, ...refused]),
	};
};

/** The OpenAPI 3.1 document. */
export const openApi = (): object => {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of OPERATIONS) {
		const path = paths[operation.path] ?? {};
		path[operation.method] = operationOf(operation);
		paths[operation.path] = path;
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Precis",
			version: "1",
			description: "Structured summaries of uploaded articles; every claim points at its sentence.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: "/" }],
		paths,
		components: {
			schemas: components(),
			securitySchemes: {
				iam: {
					type: "apiKey",
					in: "header",
					name: "Authorization",
					description: "AWS Signature Version 4 for `execute-api`",
				},
				jwt: {
					type: "http",
					scheme: "bearer",
					bearerFormat: "JWT",
					description: "From the configured issuer",
				},
			},
		},
	};
};
