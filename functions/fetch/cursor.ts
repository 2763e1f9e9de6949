import { createHash } from "node:crypto";
import type { Filter } from "../shared/api.ts";
import { Problem } from "./problem.ts";

/** A rank as `rankOf` makes it. */
const RANK = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[0-9a-f]{16}$/;

/** Names a filter: the same whatever the order of its parameters. */
const filterName = (filter: Filter): string =>
	createHash("sha256")
		.update(JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))))
		.digest("base64url")
		.slice(0, 16);

/** The place behind a page's last row, for `filter` alone. */
export const writeCursor = (filter: Filter, rank: string): string =>
	Buffer.from(filterName(filter) + rank).toString("base64url");

/**
 * The rank that a cursor stands for. Throws a `Problem` for one that isn't ours or belongs to another filter.
 * Nothing is signed: whoever makes up a cursor reads the same list from another place, which they may anyway.
 */
export const readCursor = (filter: Filter, cursor: string): string => {
	const text = Buffer.from(cursor, "base64url").toString("latin1");
	const rank = text.slice(16);
	if (!RANK.test(rank)) throw new Problem(400, "invalid-cursor", "This cursor is none of this API's.");
	if (text.slice(0, 16) !== filterName(filter))
		throw new Problem(400, "invalid-cursor", "This cursor belongs to a list with another filter.");
	return rank;
};
