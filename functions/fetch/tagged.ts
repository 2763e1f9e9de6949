import type { Context } from "hono";
import { entityTag, knownTag } from "./negotiate.ts";

/**
 * Tells a reader who knows the tag so. With the type of what isn't sent: a gateway adds one of its own where there
 * is none, and caches would put it on what they keep (RFC 9111 §3.2).
 */
export const answerNotModified = (c: Context, tag: string, contentType: string): Response =>
	c.body(null, 304, { ETag: tag, "Content-Type": contentType });

/** Answers with text whose tag is made of it. */
export const answerTagged = (c: Context, body: string, contentType: string, headers = {}): Response => {
	const tag = entityTag(contentType, body);
	const known = knownTag(c.req.header("If-None-Match"), tag);
	return known === undefined
		? c.body(body, 200, { ...headers, ETag: tag, "Content-Type": contentType })
		: answerNotModified(c, known, contentType);
};
