import type { LambdaEvent } from "hono/aws-lambda";

/** What the HTTP API invokes with (payload format 2.0). */
export type HttpApiEvent = Extract<LambdaEvent, { rawPath: string }>;

const KEY_IN_PATH = /^\/(summaries|articles)\/(.*)$/s;

/**
 * Rewrites `/summaries/{key…}` to `/summaries?key=…`, before anything parses the path as part of a URL.
 *
 * API Gateway's HTTP API hands over a *decoded* `rawPath`: `%23` arrives as `#`, `%25` as `%`, and Hono's
 * adapter, which pastes it into a URL, would lose what follows a `#`, decode a second time, and resolve
 * `..` (https://github.com/honojs/hono/issues/2156). Everything after the shelf is the key, byte for byte.
 *
 * What can't be mended here: the gateway cuts the path at a decoded `?`, so `/summaries/a%3Fb` arrives as
 * `/summaries/a` (https://github.com/middleapi/standard-server/pull/93), and clients resolve `.` and `..`
 * themselves. `?key=` takes any key.
 */
export const keyIntoQuery = (event: HttpApiEvent): HttpApiEvent => {
	const [, shelf, key] = KEY_IN_PATH.exec(event.rawPath) ?? [];
	if (shelf === undefined || key === undefined) return event;
	const inQuery = `key=${encodeURIComponent(key.toWellFormed())}`;
	return {
		...event,
		rawPath: `/${shelf}`,
		rawQueryString: event.rawQueryString ? `${inQuery}&${event.rawQueryString}` : inQuery,
	};
};
