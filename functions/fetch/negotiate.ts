import { createHash } from "node:crypto";
import { parseAccept } from "hono/utils/accept";
import { Problem } from "./problem.ts";

/** One way to write a document. */
export interface Representation<Document> {
	/** As in `Accept`. */
	readonly mediaType: string;
	readonly contentType: string;
	/** Names the writing in ETags. To be changed with what `write` makes of the same document. */
	readonly revision: string;
	readonly write: (document: Document) => string;
}

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
export const negotiate = <Document>(
	accept: string | undefined,
	offered: readonly [Representation<Document>, ...Representation<Document>[]],
): Representation<Document> => {
	if (accept === undefined || accept.trim() === "") return offered[0];
	const ranges = parseAccept(accept).map(({ type, q }) => ({ range: type.toLowerCase(), q }));
	const liking = ({ mediaType }: Representation<Document>): number => {
		const fitting = ranges
			.map(({ range, q }) => ({ fits: closeness(range, mediaType), q }))
			.filter(({ fits }) => fits > 0);
		const closest = Math.max(...fitting.map(({ fits }) => fits));
		return Math.max(0, ...fitting.filter(({ fits }) => fits === closest).map(({ q }) => q));
	};
	const [best] = offered
		.map((representation) => ({ representation, q: liking(representation) }))
		.filter(({ q }) => q > 0)
		.sort((a, b) => b.q - a.q);
	if (best) return best.representation;
	const available = offered.map(({ mediaType }) => mediaType).join(", ");
	throw new Problem(
		406,
		"not-acceptable",
		`This is available as ${available}; “Accept” allows none of these.`,
	);
};

/**
 * The strong ETag of one representation of one document. Documents are immutable under their names, so
 * the name vouches for the bytes without their being read.
 */
export const entityTag = (documentName: string, revision: string): string =>
	`"${createHash("sha256").update(`${documentName}\n${revision}`).digest("base64url").slice(0, 27)}"`;

/** Whether `If-None-Match` names `tag`, by weak comparison (RFC 9110 §13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
	ifNoneMatch?.trim() === "*" ||
	(ifNoneMatch?.split(",").some((known) => known.trim().replace(/^W\//, "") === tag) ?? false);
