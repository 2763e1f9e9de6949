import type { Logger } from "@aws-lambda-powertools/logger";
import { type Context, Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { compress } from "./compress.ts";
import { docsPage } from "./docs.ts";
import { getDocument, type Stores } from "./document.ts";
import { getFeed } from "./feed.ts";
import { articles, summaries } from "./formats/index.ts";
import { STYLE_SOURCE } from "./formats/style.ts";
import { type Inbox, postUpload, removeUpload } from "./inbox.ts";
import { getList } from "./list-page.ts";
import type { Lists } from "./lists.ts";
import { openApi } from "./openapi.ts";
import { answerProblem, Problem } from "./problem.ts";
import { hasKey } from "./query.ts";
import { getStatus, type Queues } from "./status.ts";
import { answerTagged } from "./tagged.ts";

/** What the API needs from outside. */
export interface Dependencies extends Stores {
	readonly lists: Lists;
	readonly inbox: Inbox;
	readonly queues: Queues;
	readonly now: () => Date;
	readonly logger: Pick<Logger, "error">;
}

/** The SDK marks every error of its calls, network errors too, with what it knows of the tries. */
const isFromService = (error: Error): boolean => "$metadata" in error;

/** How AWS's services say that they are asked too much. */
const THROTTLED: ReadonlySet<string> = new Set([
	"ProvisionedThroughputExceededException",
	"RequestLimitExceeded",
	"RequestThrottled",
	"SlowDown",
	"ThrottlingException",
	"TooManyRequestsException",
]);

const asProblem = (error: Error): Problem => {
	const soon = { "Retry-After": "1" };
	if (THROTTLED.has(error.name))
		return new Problem(429, "too-many-requests", "More is asked than can be answered; slow down.", soon);
	return isFromService(error)
		? new Problem(
				503,
				"unavailable",
				"A service behind this one did not answer; try again in a moment.",
				soon,
			)
		: new Problem(500, "internal", "Something went wrong on our side; it has been logged.");
};

/** What each path can be asked; HEAD is GET without the body. */
const METHODS: Readonly<Record<string, string>> = {
	"/": "GET, HEAD",
	"/summaries": "GET, HEAD, DELETE",
	"/articles": "GET, HEAD, DELETE",
	"/uploads": "POST",
	"/feeds": "GET, HEAD",
	"/status": "GET, HEAD",
	"/openapi.json": "GET, HEAD",
	"/docs": "GET, HEAD",
};

/** The HTTP API. Keys and feeds come in the query; `pathIntoQuery` brings those there that come in the path. */
export const createApp = (dependencies: Dependencies): Hono => {
	const { catalogue, lists, inbox, queues, now, logger } = dependencies;
	const app = new Hono();

	app.use(
		secureHeaders({
			xFrameOptions: "DENY",
			contentSecurityPolicy: {
				defaultSrc: ["'none'"],
				styleSrc: [STYLE_SOURCE],
				baseUri: ["'none'"],
				formAction: ["'none'"],
				frameAncestors: ["'none'"],
			},
		}),
		compress(),
		async (c, next) => {
			// A re-upload changes any answer, so caches keep it but ask; and it is the caller's alone.
			c.header("Cache-Control", "private, no-cache");
			c.header("Vary", "Accept");
			await next();
		},
	);

	const readSummary = getDocument(dependencies, summaries);
	const list = getList(lists);
	app.get("/summaries", (c) => (hasKey(new URL(c.req.url).search.slice(1)) ? readSummary(c) : list(c)));
	app.get("/articles", getDocument(dependencies, articles));
	app.on("DELETE", ["/articles", "/summaries"], removeUpload(inbox, catalogue));
	app.post("/uploads", postUpload(inbox, now));
	app.get("/feeds", getFeed(lists));
	app.get("/status", getStatus(lists, queues));

	let description: string | undefined;
	app.get("/openapi.json", (c) => {
		description ??= JSON.stringify(openApi());
		return answerTagged(c, description, "application/json");
	});
	// Whoever opens the API's address in a browser wants to know what it is.
	app.get("/", (c) => c.redirect("/docs"));
	app.get("/docs", (c) => answerTagged(c, docsPage(), "text/html; charset=utf-8"));

	app.all("*", (c: Context) => {
		const allowed = Object.hasOwn(METHODS, c.req.path) ? METHODS[c.req.path] : undefined;
		if (allowed !== undefined)
			throw new Problem(405, "method-not-allowed", `This takes ${allowed}.`, { Allow: allowed });
		throw new Problem(
			404,
			"no-such-path",
			"There are /summaries, /articles, /uploads, /feeds, /status, and /docs that tells about them.",
		);
	});

	app.onError((error, c) => {
		if (error instanceof Problem) return answerProblem(c, error);
		// The path without the query: keys are nobody's business in a log.
		if (!c.req.raw.signal.aborted) logger.error(`${c.req.method} ${c.req.path}`, error);
		return answerProblem(c, asProblem(error));
	});
	return app;
};
