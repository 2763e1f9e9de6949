/** Lists as feeds: what is new, in any feed reader. */
import { generateAtomFeed, generateJsonFeed } from "feedsmith";
import type { Context } from "hono";
import * as z from "zod";
import { FilterSchema, type ListItem } from "../shared/api.ts";
import { readPage } from "./list-page.ts";
import type { Lists } from "./lists.ts";
import { readQuery } from "./query.ts";
import { answerTagged } from "./tagged.ts";

/** Entries of a feed. */
const ENTRIES = 50;

/** Names are as long as a filter's can be, and not blank. */
const FEED = /^(?:(all)|(topic|publisher)\/\s*(\S.{0,199}))\.(json|atom)$/s;
const SENTENCE =
	"Feeds are /feeds/all.json, /feeds/topic/NAME.json and /feeds/publisher/NAME.json, and the same ending in .atom.";

/** `feed` is the path behind `/feeds/`, see `path-key.ts`. */
export const FeedQuerySchema = z.strictObject({
	feed: z.string({ error: SENTENCE }).regex(FEED, { error: SENTENCE }).max(300, { error: SENTENCE }),
});

interface Feed {
	readonly title: string;
	/** Of the feed itself. */
	readonly address: string;
	readonly items: readonly ListItem[];
	/** An item's summary, in whatever form. */
	readonly addressOf: (item: ListItem) => string;
}

/** Where it is read: readers open it in a browser, and some send no Accept worth the name. */
const pageOf = (address: string): string => `${address}&format=html`;

const newest = (items: readonly ListItem[]): Date =>
	new Date(
		items.reduce((latest, { receivedAt }) => (receivedAt > latest ? receivedAt : latest), "1970-01-01"),
	);

/** What XML 1.0 can't hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const xmlText = (text: string): string => text.toWellFormed().replace(NOT_XML, "\ufffd");
const plain = (text: string) => ({ type: "text", value: xmlText(text) }) as const;

const atom = ({ title, address, items, addressOf }: Feed): string =>
	generateAtomFeed(
		{
			id: address,
			title: plain(title),
			updated: newest(items),
			authors: [{ name: "Precis" }],
			links: [{ href: address, rel: "self", type: "application/atom+xml" }],
			entries: items.map((item) => ({
				id: addressOf(item),
				title: plain(item.headline ?? item.key),
				updated: new Date(item.receivedAt),
				...(item.publishedAt !== undefined && { published: new Date(item.publishedAt) }),
				summary: plain(item.gist ?? ""),
				authors: (item.authors ?? []).map((name) => ({ name: xmlText(name) })),
				categories: (item.topics ?? []).map((term) => ({ term: xmlText(term) })),
				links: [
					{ href: pageOf(addressOf(item)), rel: "alternate", type: "text/html" },
					...(item.url === undefined ? [] : [{ href: item.url, rel: "via" }]),
				],
			})),
		},
		{ strict: true },
	);

const json = ({ title, address, items, addressOf }: Feed): string =>
	JSON.stringify(
		generateJsonFeed(
			{
				title,
				feed_url: address,
				items: items.map((item) => ({
					id: addressOf(item),
					url: pageOf(addressOf(item)),
					title: item.headline ?? item.key,
					content_text: item.gist ?? "",
					date_published: new Date(item.publishedAt ?? item.receivedAt),
					date_modified: new Date(item.receivedAt),
					authors: (item.authors ?? []).map((name) => ({ name })),
					tags: item.topics ?? [],
					...(item.url !== undefined && { external_url: item.url }),
					...(item.language !== undefined && { language: item.language }),
				})),
			},
			{ strict: true },
		),
	);

const WRITE = {
	atom: { write: atom, contentType: "application/atom+xml; charset=utf-8" },
	json: { write: json, contentType: "application/feed+json" },
} as const;

/** Where this API is, as the caller sees it. The gateway vouches for both headers. */
const origin = (c: Context): string => {
	const { host } = new URL(c.req.url);
	return `${c.req.header("X-Forwarded-Proto") === "http" ? "http" : "https"}://${host}`;
};

/** Answers `GET /feeds/…`. */
export const getFeed =
	(lists: Lists) =>
	async (c: Context): Promise<Response> => {
		const { feed } = readQuery(new URL(c.req.url).search.slice(1), FeedQuerySchema);
		const [, all, by = "topic", name = "", format = "json"] = FEED.exec(feed) ?? [];
		const filter = all === undefined ? { [by]: FilterSchema.shape.topic.parse(name) } : {};
		const { items } = await readPage(lists, filter, ENTRIES);
		const base = origin(c);
		const { write, contentType } = WRITE[format as keyof typeof WRITE];
		const body = write({
			title: all === undefined ? `Precis: ${name}` : "Precis",
			address: `${base}/feeds/${feed.split("/").map(encodeURIComponent).join("/")}`,
			items,
			addressOf: ({ key }) => `${base}/summaries?key=${encodeURIComponent(key.toWellFormed())}`,
		});
		return answerTagged(c, body, contentType);
	};
