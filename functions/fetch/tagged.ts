import type { Context } from "hono";
import { entityTag, knownTag } from "./negotiate.ts";

/** Answers with text whose tag is made of it. */
export const answerTagged = (c: Context, body: string, contentType: string, headers = {}): Response => {
	const tag = entityTag(contentType, body);
	const known = knownTag(c.req.header("If-None-Match"), tag);
	return known === undefined
		? c.body(body, 200, { ...headers, ETag: tag, "Content-Type": contentType })
		: c.body(null, 304, { ETag: known });
};
