import type { Context } from "hono";
import { DocumentQuerySchema, type OnItsWay } from "../shared/api.ts";
import type { Catalogue } from "../shared/catalogue.ts";
import type { Library } from "../shared/library.ts";
import type { Current, Row } from "../shared/row.ts";
import {
	contentType,
	type Documents,
	entityTag,
	knownTag,
	negotiate,
	type Representation,
} from "./negotiate.ts";
import { Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { answerNotModified } from "./tagged.ts";
import { waitForFinal } from "./wait.ts";

/** One kind of document: where the row points at it, what it has, how it is written. */
export interface Shelf {
	readonly pointer: "article" | "summary";
	/** Names of the document's fields. */
	readonly fields: readonly string[];
	/** The first is what a reader gets who doesn't mind. */
	readonly representations: readonly [Representation, ...Representation[]];
}

/** Where documents are found. */
export interface Stores {
	readonly catalogue: Pick<Catalogue, "get">;
	readonly library: Pick<Library, "article" | "summary" | "address">;
}

/** Lambda's answers end at 6 MB with everything around the body; what is larger is fetched from the library. */
const MAX_BODY_BYTES = 5 * 1024 * 1024;

/** Seconds until asking again makes sense. */
const RETRY_AFTER = { onItsWay: "2", failed: "60", unavailable: "1" };

/** The body's size in Lambda's answer, where it is one JSON string: every quotation mark counts twice. */
const sizeInAnswer = (body: string): number => Buffer.byteLength(JSON.stringify(body));

/** A document that a newer upload or a removal took away after its row was read. */
class Vanished extends Error {}

const onItsWay = (c: Context, { key, latest: { stage, receivedAt } }: Row): Response =>
	c.json({ key, stage, receivedAt } satisfies OnItsWay, 202, { "Retry-After": RETRY_AFTER.onItsWay });

/** There is no row. */
export const unknownKey = () =>
	new Problem(
		404,
		"unknown-key",
		"Nothing is known of this key. A new upload takes a moment to arrive; wait= holds the answer until it has.",
	);

const documentsOf = ({ article, summary }: Current, library: Stores["library"]): Documents => {
	const orVanished = async <T>(document: Promise<T | undefined>): Promise<T> => {
		const found = await document;
		if (found === undefined) throw new Vanished();
		return found;
	};
	return {
		article: () => orVanished(library.article(article)),
		summary: () => orVanished(library.summary(summary)),
	};
};

/** The way to write that the query or `Accept` asks for. */
const representationFor = (
	{ representations, fields: known }: Shelf,
	{ format, fields = [] }: { format?: string | undefined; fields?: string[] | undefined },
	accept: string | undefined,
): Representation => {
	// `fields` means JSON to whoever says nothing else, a browser's address bar among them.
	const wanted = format ?? (fields.length > 0 ? "json" : undefined);
	const chosen = representations.find((one) => one.format === wanted) ?? negotiate(accept, representations);
	const unknown = fields.filter((field) => !known.includes(field));
	if (unknown.length > 0)
		throw new Problem(
			400,
			"invalid-query",
			`There is no field “${unknown.join("”, “")}”; there are ${known.join(", ")}.`,
		);
	if (fields.length > 0 && chosen.format !== "json")
		throw new Problem(400, "invalid-query", "“fields” goes with JSON only.");
	return chosen;
};

/** Answers `GET /summaries?key=` or `GET /articles?key=`. */
export const getDocument = ({ catalogue, library }: Stores, shelf: Shelf) => {
	const ready = async (c: Context, current: Current, as: Representation, fields?: string[]) => {
		// Documents are immutable under their names, so the names vouch for the bytes without their being read.
		const parts = [shelf.pointer, current.article, current.summary, as.format, String(as.revision)];
		const tag = entityTag(...parts, ...(fields ?? []));
		const known = knownTag(c.req.header("If-None-Match"), tag);
		if (known !== undefined) return answerNotModified(c, known, contentType(as.format));
		const body = await as.write(documentsOf(current, library), fields);
		return sizeInAnswer(body) > MAX_BODY_BYTES
			? c.redirect(await library.address(current[shelf.pointer]), 303)
			: c.body(body, 200, { ETag: tag, "Content-Type": contentType(as.format) });
	};

	const answer = async (c: Context, row: Row | undefined, as: Representation, fields?: string[]) => {
		if (!row) throw unknownKey();
		const { stage, code, message, versionId, receivedAt } = row.latest;
		const upload = { ...(versionId !== undefined && { versionId }), receivedAt };
		switch (stage) {
			case "received":
			case "stripped":
				return onItsWay(c, row);
			case "ready":
				if (!row.current) throw new Vanished();
				return ready(c, row.current, as, fields);
			case "rejected":
				throw new Problem(422, code ?? stage, message ?? "This upload can't be summarised.", {}, upload);
			case "failed":
				throw new Problem(
					503,
					code ?? stage,
					message ?? "This upload could not be summarised yet.",
					{ "Retry-After": RETRY_AFTER.failed },
					upload,
				);
			case "deleted":
				throw new Problem(410, stage, "The upload was deleted, and its summary with it.", {}, upload);
		}
	};

	return async (c: Context): Promise<Response> => {
		const query = readQuery(new URL(c.req.url).search.slice(1), DocumentQuerySchema);
		const as = representationFor(shelf, query, c.req.header("Accept"));
		const read = () => catalogue.get(query.key);
		const row = await waitForFinal(read, query.wait, c.req.raw.signal);
		try {
			return await answer(c, row, as, query.fields);
		} catch (error) {
			if (!(error instanceof Vanished)) throw error;
		}
		try {
			// The row knows by now.
			return await answer(c, await read(), as, query.fields);
		} catch (error) {
			if (!(error instanceof Vanished)) throw error;
			throw new Problem(503, "unavailable", "The document is being replaced; try again in a moment.", {
				"Retry-After": RETRY_AFTER.unavailable,
			});
		}
	};
};
