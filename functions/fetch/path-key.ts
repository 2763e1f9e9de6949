import type { LambdaEvent } from "hono/aws-lambda";

/** What the HTTP API invokes with (payload format 2.0). */
export type HttpApiEvent = Extract<LambdaEvent, { rawPath: string }>;

/** What stands behind these is a parameter, by this name. */
const IN_PATH = { summaries: "key", articles: "key", feeds: "feed" } as const;
const PATH = /^\/(summaries|articles|feeds)\/(.*)$/s;

/**
 * Rewrites `/summaries/{key…}` to `/summaries?key=…`, and `/feeds/{feed…}` likewise, before anything parses the path as part of a URL.
 *
 * API Gateway's HTTP API hands over a *decoded* `rawPath`: `%23` arrives as `#`, `%25` as `%`, and Hono's
 * adapter, which pastes it into a URL, would lose what follows a `#`, decode a second time, and resolve
 * `..` (https://github.com/honojs/hono/issues/2156). Everything after the shelf is the parameter, byte for byte.
 *
 * What can't be mended here: the gateway cuts the path at a decoded `?`, so `/summaries/a%3Fb` arrives as
 * `/summaries/a` (https://github.com/middleapi/standard-server/pull/93), and clients resolve `.` and `..`
 * themselves. `?key=` takes any key.
 */
export const pathIntoQuery = (event: HttpApiEvent): HttpApiEvent => {
	const [, shelf, rest] = PATH.exec(event.rawPath) ?? [];
	if (shelf === undefined || rest === undefined) return event;
	const inQuery = `${IN_PATH[shelf as keyof typeof IN_PATH]}=${encodeURIComponent(rest.toWellFormed())}`;
	return {
		...event,
		rawPath: `/${shelf}`,
		rawQueryString: event.rawQueryString ? `${inQuery}&${event.rawQueryString}` : inQuery,
	};
};
