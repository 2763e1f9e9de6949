import { createHash } from "node:crypto";
import { parseAccept } from "hono/utils/accept";
import { FORMATS, type FormatName } from "../shared/api.ts";
import type { ArticleDocument } from "../shared/article.ts";
import type { SummaryDocument } from "../shared/summary.ts";
import { Problem } from "./problem.ts";

/** The two documents of an upload, read when they are asked for. */
export interface Documents {
	article(): Promise<ArticleDocument>;
	summary(): Promise<SummaryDocument>;
}

/** One way to write a document. */
export interface Representation {
	readonly format: FormatName;
	/** Names the writing in ETags. To be raised with what `write` makes of the same documents. */
	readonly revision: number;
	/** `fields` limits it to some of the document's; only JSON is given any. */
	readonly write: (documents: Documents, fields?: readonly string[]) => Promise<string>;
}

/** The value of `Content-Type`. JSON is UTF-8 by definition. */
export const contentType = (format: FormatName): string =>
	FORMATS[format].startsWith("text/") ? `${FORMATS[format]}; charset=utf-8` : FORMATS[format];

/** How closely a media range fits, most specific first; 0 when it doesn't (RFC 9110 §12.5.1). */
const closeness = (range: string, mediaType: string): number => {
	if (range === mediaType) return 3;
	if (range === `${mediaType.split("/", 1)[0]}/*`) return 2;
	return range === "*/*" ? 1 : 0;
};

/**
 * The representation that `accept` likes best, the first offered among equals and when there is no header.
 * Throws a `Problem` when it accepts none.
 */
export const negotiate = (
	accept: string | undefined,
	offered: readonly [Representation, ...Representation[]],
): Representation => {
	if (accept === undefined || accept.trim() === "") return offered[0];
	const ranges = parseAccept(accept).map(({ type, q }) => ({ range: type.toLowerCase(), q }));
	const liking = ({ format }: Representation): number => {
		const fitting = ranges
			.map(({ range, q }) => ({ fits: closeness(range, FORMATS[format]), q }))
			.filter(({ fits }) => fits > 0);
		const closest = Math.max(...fitting.map(({ fits }) => fits));
		return Math.max(0, ...fitting.filter(({ fits }) => fits === closest).map(({ q }) => q));
	};
	const [best] = offered
		.map((representation) => ({ representation, q: liking(representation) }))
		.filter(({ q }) => q > 0)
		.sort((a, b) => b.q - a.q);
	if (best) return best.representation;
	const available = offered.map(({ format }) => FORMATS[format]).join(", ");
	throw new Problem(
		406,
		"not-acceptable",
		`This is available as ${available}; “Accept” allows none of these.`,
	);
};

/** A strong ETag of what `parts` determine. */
export const entityTag = (...parts: readonly string[]): string =>
	`"${createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 27)}"`;

/** How a tag names a compressed body: `"abc"` → `"abc.br"`. Other bytes, so another strong tag. */
export const encodedTag = (tag: string, encoding: string): string => tag.replace(/"$/, `.${encoding}"`);

/**
 * The one of `If-None-Match`'s tags that is `tag`, by weak comparison (RFC 9110 §13.1.2) and in any content
 * encoding; `undefined` when none is.
 */
export const knownTag = (ifNoneMatch: string | undefined, tag: string): string | undefined => {
	const known = ifNoneMatch?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
	if (known.includes("*")) return tag;
	return known.find((one) => one.replace(/\.(br|gzip)"$/, '"') === tag);
};
