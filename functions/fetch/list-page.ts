import type { Context } from "hono";
import { type Filter, type ListItem, type ListPage, ListQuerySchema } from "../shared/api.ts";
import type { Row } from "../shared/row.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { Lists } from "./lists.ts";
import { Problem } from "./problem.ts";
import { readQuery } from "./query.ts";
import { answerTagged } from "./tagged.ts";

/** What only an article that was read has. */
const ABOUT_READY = ["topic", "publisher", "author", "language"] as const;

const refuseEmptyFilters = ({ status = "ready", ...filter }: Filter): void => {
	const named = ABOUT_READY.find((name) => filter[name] !== undefined);
	if (status !== "ready" && named !== undefined)
		throw new Problem(
			400,
			"invalid-query",
			`An upload that is “${status}” has no ${named} yet; leave one out.`,
		);
	if (
		filter.from !== undefined &&
		filter.to !== undefined &&
		filter.from.slice(0, 10) > filter.to.slice(0, 10)
	)
		throw new Problem(400, "invalid-query", "“from” is later than “to”.");
};

/** A row as lists show it. */
const itemOf = ({ key, latest, current }: Row): ListItem => {
	const item = { key, status: latest.stage, receivedAt: latest.receivedAt };
	if (latest.stage !== "ready" || !current)
		return {
			...item,
			...(latest.code !== undefined && { code: latest.code }),
			...(latest.message !== undefined && { message: latest.message }),
		};
	const { headline, gist, language, publisher, publishedAt, authors, topics, url } = current;
	return {
		...item,
		headline,
		gist,
		language,
		...(publisher !== undefined && { publisher }),
		...(publishedAt !== undefined && { publishedAt }),
		authors,
		topics,
		...(url !== undefined && { url }),
	};
};

/** Reads a page of a list. */
export const readPage = async (
	lists: Lists,
	filter: Filter,
	limit: number,
	cursor?: string,
): Promise<ListPage> => {
	refuseEmptyFilters(filter);
	const after = cursor === undefined ? undefined : readCursor(filter, cursor);
	const { rows, next } = await lists.page(filter, limit, after);
	return { items: rows.map(itemOf), ...(next !== undefined && { next: writeCursor(filter, next) }) };
};

/** Answers `GET /summaries` without a key. */
export const getList =
	(lists: Lists) =>
	async (c: Context): Promise<Response> => {
		const { limit, cursor, ...filter } = readQuery(new URL(c.req.url).search.slice(1), ListQuerySchema);
		const page = await readPage(lists, filter, limit, cursor);
		const address = (to: string | undefined) => {
			const query = new URLSearchParams({ limit: String(limit) });
			for (const [name, value] of Object.entries({ ...filter, cursor: to }))
				if (value) query.set(name, value);
			// Relative, so that it holds behind any domain (RFC 8288 §3.1).
			return `</summaries?${query}>`;
		};
		const links = [`${address(undefined)}; rel="first"`];
		if (page.next !== undefined) links.push(`${address(page.next)}; rel="next"`);
		return answerTagged(c, JSON.stringify(page), "application/json", { Link: links.join(", ") });
	};
