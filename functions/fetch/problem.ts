import type { Context } from "hono";

/** The statuses this API refuses with, and their titles (RFC 9110). */
const TITLES = {
	400: "Bad Request",
	404: "Not Found",
	405: "Method Not Allowed",
	406: "Not Acceptable",
	410: "Gone",
	422: "Unprocessable Content",
	500: "Internal Server Error",
	503: "Service Unavailable",
} as const;

/** The body of every error answer: RFC 9457 problem details, plus a code for programs. */
export interface ProblemDetails {
	readonly type: "about:blank";
	readonly title: string;
	readonly status: keyof typeof TITLES;
	/** What is wrong and what to do about it, for people. */
	readonly detail: string;
	/** Closed set for what the API itself refuses; the row's own for `rejected` and `failed` uploads. */
	readonly code: string;
}

/** Thrown by any step of a request; becomes the answer. */
export class Problem extends Error {
	override readonly name = "Problem";
	readonly details: ProblemDetails;
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		status: ProblemDetails["status"],
		code: string,
		detail: string,
		headers: Record<string, string> = {},
	) {
		super(detail);
		// "about:blank" says that the status tells the type; the title is then the status's phrase (RFC 9457 §4.2.1).
		this.details = { type: "about:blank", title: TITLES[status], status, detail, code };
		this.headers = headers;
	}
}

/** Answers with a problem. */
export const answerProblem = (c: Context, { details, headers }: Problem): Response =>
	c.body(JSON.stringify(details), details.status, { ...headers, "Content-Type": "application/problem+json" });
