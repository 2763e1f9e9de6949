import type { Context } from "hono";
import type { Catalogue, Current, Row } from "../shared/catalogue.ts";
import type { Library } from "../shared/library.ts";
import { entityTag, isKnown, negotiate, type Representation } from "./negotiate.ts";
import { Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { waitForFinal } from "./wait.ts";

/** One kind of document: where the row points at it, how it is read, how it is written. */
export interface Shelf<Document> {
	readonly pointer: (current: Current) => string;
	readonly read: (name: string) => Promise<Document | undefined>;
	/** The first is what a reader gets who doesn't mind. */
	readonly representations: readonly [Representation<Document>, ...Representation<Document>[]];
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

const onItsWay = (c: Context, { key, latest: { stage, receivedAt } }: Row): Response =>
	c.json({ key, stage, receivedAt }, 202, { "Retry-After": RETRY_AFTER.onItsWay });

const unknownKey = () =>
	new Problem(
		404,
		"unknown-key",
		"Nothing is known of this key. A new upload takes a moment to arrive; wait= holds the answer until it has.",
	);

/** Answers `GET /summaries` or `GET /articles`. */
export const getDocument = <Document>({ catalogue, library }: Stores, shelf: Shelf<Document>) => {
	/** The ready document, or `undefined` when it vanished after its row was read. */
	const ready = async (c: Context, { current }: Row, as: Representation<Document>) => {
		if (!current) return undefined;
		const name = shelf.pointer(current);
		const tag = entityTag(name, as.revision);
		if (isKnown(c.req.header("If-None-Match"), tag)) return c.body(null, 304, { ETag: tag });

		const document = await shelf.read(name);
		if (!document) return undefined;
		const body = as.write(document);
		return sizeInAnswer(body) > MAX_BODY_BYTES
			? c.redirect(await library.address(name), 303)
			: c.body(body, 200, { ETag: tag, "Content-Type": as.contentType });
	};

	/** What the row says; `undefined` when its document vanished. */
	const answer = async (c: Context, row: Row | undefined, as: Representation<Document>) => {
		if (!row) throw unknownKey();
		const { stage, code, message } = row.latest;
		switch (stage) {
			case "received":
			case "stripped":
				return onItsWay(c, row);
			case "ready":
				return ready(c, row, as);
			case "rejected":
				throw new Problem(422, code ?? stage, message ?? "This upload can't be summarised.");
			case "failed":
				throw new Problem(503, code ?? stage, message ?? "This upload could not be summarised yet.", {
					"Retry-After": RETRY_AFTER.failed,
				});
			case "deleted":
				throw new Problem(410, stage, "The upload was deleted, and its summary with it.");
		}
	};

	return async (c: Context): Promise<Response> => {
		const { key, wait } = readQuery(new URL(c.req.url).search.slice(1));
		const as = negotiate(c.req.header("Accept"), shelf.representations);
		const read = () => catalogue.get(key);

		const first = await answer(c, await waitForFinal(read, wait, c.req.raw.signal), as);
		// A newer upload or a delete may have taken the document between the two reads; the row knows by now.
		const settled = first ?? (await answer(c, await read(), as));
		if (settled) return settled;
		throw new Problem(503, "unavailable", "The document is being replaced; try again in a moment.", {
			"Retry-After": RETRY_AFTER.unavailable,
		});
	};
};
