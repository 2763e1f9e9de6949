import type { Context } from "hono";
import type { ProblemDetails } from "../shared/api.ts";

/** The statuses this API refuses with, and their titles (RFC 9110). */
const TITLES = {
	400: "Bad Request",
	404: "Not Found",
	405: "Method Not Allowed",
	406: "Not Acceptable",
	410: "Gone",
	413: "Content Too Large",
	415: "Unsupported Media Type",
	422: "Unprocessable Content",
	429: "Too Many Requests",
	500: "Internal Server Error",
	503: "Service Unavailable",
} as const;

type Status = keyof typeof TITLES;

/** Thrown by any step of a request; becomes the answer. */
export class Problem extends Error {
	override readonly name = "Problem";
	readonly details: ProblemDetails & { readonly status: Status };
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		status: Status,
		code: string,
		detail: string,
		headers: Record<string, string> = {},
		upload?: ProblemDetails["upload"],
	) {
		super(detail);
		// "about:blank" says that the status tells the type; the title is then the status's phrase (RFC 9457 §4.2.1).
		this.details = {
			type: "about:blank",
			title: TITLES[status],
			status,
			detail,
			code,
			...(upload && { upload }),
		};
		this.headers = headers;
	}
}

/** Answers with a problem. */
export const answerProblem = (c: Context, { details, headers }: Problem): Response =>
	c.body(JSON.stringify(details), details.status, { ...headers, "Content-Type": "application/problem+json" });
