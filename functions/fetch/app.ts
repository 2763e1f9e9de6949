import type { Logger } from "@aws-lambda-powertools/logger";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { getDocument, type Stores } from "./document.ts";
import { articleRepresentations } from "./formats/article.ts";
import { summaryRepresentations } from "./formats/summary.ts";
import { answerProblem, Problem } from "./problem.ts";

/** What the API needs from outside. */
export interface Dependencies extends Stores {
	readonly logger: Pick<Logger, "error">;
}

/** The SDK marks every error of its calls, network errors too, with what it knows of the tries. */
const isFromService = (error: Error): boolean => "$metadata" in error;

const asProblem = (error: Error): Problem =>
	isFromService(error)
		? new Problem(503, "unavailable", "A service behind this one did not answer; try again in a moment.", {
				"Retry-After": "1",
			})
		: new Problem(500, "internal", "Something went wrong on our side; it has been logged.");

/**
 * The HTTP API. Keys come in the query; `keyIntoQuery` brings those there that come in the path.
 */
export const createApp = ({ catalogue, library, logger }: Dependencies): Hono => {
	const app = new Hono();

	app.use(
		secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }),
		async (c, next) => {
			// A re-upload changes any answer, so caches keep it but ask; and it is the caller's alone.
			c.header("Cache-Control", "private, no-cache");
			c.header("Vary", "Accept");
			await next();
		},
	);

	app.get(
		"/summaries",
		getDocument(
			{ catalogue, library },
			{
				pointer: ({ summary }) => summary,
				read: (name) => library.summary(name),
				representations: summaryRepresentations,
			},
		),
	);
	app.get(
		"/articles",
		getDocument(
			{ catalogue, library },
			{
				pointer: ({ article }) => article,
				read: (name) => library.article(name),
				representations: articleRepresentations,
			},
		),
	);

	app.on("ALL", ["/summaries", "/articles"], () => {
		throw new Problem(405, "method-not-allowed", "This is read with GET or HEAD.", { Allow: "GET, HEAD" });
	});
	app.notFound(() => {
		throw new Problem(404, "no-such-path", "There are /summaries and /articles, each with ?key=.");
	});

	app.onError((error, c) => {
		if (error instanceof Problem) return answerProblem(c, error);
		// The path without the query: keys are nobody's business in a log.
		if (!c.req.raw.signal.aborted) logger.error(`${c.req.method} ${c.req.path}`, error);
		return answerProblem(c, asProblem(error));
	});
	return app;
};
