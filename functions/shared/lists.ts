/**
 * How rows come into lists. A list is spread over shards, and within a shard stands in order of rank; indexes
 * on the row hold the lists that a row is in once (by stage, publisher, language), entries of their own those
 * that it is in several times (topics, authors, folders). Neither is believed: readers look at the row.
 */
import { createHash } from "node:crypto";

/**
 * A DynamoDB partition takes 1,000 write units a second. With 8, a list that every upload is in takes 8,000;
 * docs/decisions.md has the arithmetic. Can't be changed without writing every row anew.
 */
export const SHARDS = 8;

/** The lists that have entries of their own. */
export type EntryList = "topic" | "author" | "folder";

/** The lists that are indexes on the row. */
export type IndexedList = "stage" | "publisher" | "language";

/** What a row is listed by. */
export interface Listed {
	/** When it was published, else uploaded; ISO 8601 in UTC. */
	readonly listedAt: string;
	readonly language: string;
	readonly publisher?: string | undefined;
	readonly topics: readonly string[];
	readonly authors: readonly string[];
}

/** Where an entry stands: `list` is the partition, `rank` the place in it. */
export interface Place {
	readonly list: string;
	readonly rank: string;
}

/** A page names these at most; whatever stands behind them is not listed. */
const MOST_NAMES = 10;
const LONGEST_NAME = 100;
const DEEPEST_FOLDER = 8;

const digest = (key: string): Buffer => createHash("sha256").update(key).digest();

/** Names as people type them: `"  BBC  News"` and `"bbc news"` are one. */
export const foldName = (name: string): string =>
	name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim().slice(0, LONGEST_NAME).toWellFormed();

/** What a page says, as far as it is listed: distinct, few and short. */
export const listable = (names: readonly string[]): string[] => {
	const byFold = new Map(
		names
			.slice(0, MOST_NAMES)
			.map((name) => name.slice(0, LONGEST_NAME).toWellFormed())
			.map((name) => [foldName(name), name]),
	);
	byFold.delete("");
	return [...byFold.values()];
};

/** The folders that a key lies in, outermost first: `a/b/c.html` → `a/`, `a/b/`. */
export const foldersOf = (key: string): string[] => {
	const folders: string[] = [];
	for (let slash = key.indexOf("/"); slash >= 0; slash = key.indexOf("/", slash + 1)) {
		if (folders.length === DEEPEST_FOLDER) break;
		folders.push(key.slice(0, slash + 1));
	}
	return folders;
};

/** `en` of `en-GB`. */
export const primaryLanguage = (language: string): string => language.toLowerCase().split("-", 1)[0] ?? "";

/** A list's name as a partition of its shard. */
export const shardName = (value: string, shard: number): string => `${value}#${shard}`;

const shardOf = (key: string): number => (digest(key)[0] ?? 0) % SHARDS;

/** The value of an index's partition attribute for `key`. */
export const indexedUnder = (value: string, key: string): string => shardName(value, shardOf(key));

/** Ranks compare as text, later first by reading backwards; the key's hash tells apart what has the same time. */
export const rankOf = (listedAt: string, key: string): string =>
	`${new Date(listedAt).toISOString()}#${digest(key).toString("hex", 1, 9)}`;

/**
 * When an upload is listed: as published, in UTC, but not later than it came in: a page can't get itself to the top
 * of every list by a date in the future.
 */
export const listedTime = (publishedAt: string | undefined, receivedAt: string): string => {
	const received = new Date(receivedAt).toISOString();
	const published = publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
	if (Number.isNaN(published)) return received;
	const inUtc = new Date(published).toISOString();
	return /^\d{4}-/.test(inUtc) && inUtc < received ? inUtc : received;
};

/** The name of a list with entries, without its shard. */
export const entryList = (list: EntryList, name: string): string =>
	`${list}#${list === "folder" ? name : foldName(name)}`;

/** Where the entries of a row stand. */
export const placesOf = (key: string, { topics, authors, listedAt }: Listed): Place[] => {
	const lists = [
		...topics.map((name) => entryList("topic", name)),
		...authors.map((name) => entryList("author", name)),
		...foldersOf(key).map((name) => entryList("folder", name)),
	];
	return lists.map((list) => ({ list: indexedUnder(list, key), rank: rankOf(listedAt, key) }));
};
