/**
 * Reads lists, newest first. A list's shards are read a few items at a time and merged, so a page costs its own
 * length and a constant, whatever the size of the table.
 */
import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Filter } from "../shared/api.ts";
import {
	entryList,
	foldersOf,
	foldName,
	placesOf,
	primaryLanguage,
	SHARDS,
	shardName,
} from "../shared/lists.ts";
import { type Row, RowSchema } from "../shared/row.ts";
import type { Stage } from "../shared/stage.ts";
import { type Candidate, newestFirst, type Reading, type ReadShard } from "./newest-first.ts";

/** How many rows that don't belong on the page are passed over, before a short page is given. */
const PASSED_OVER = 100;
/** Counted in each shard of a stage, at most. */
const COUNTED = 125;

/** Where a list is kept. */
interface Source {
	readonly table: string;
	readonly index?: "byStage" | "byPublisher" | "byLanguage";
	/** The partition without its shard. */
	readonly value: string;
}

/** One page of rows, and the rank of the last one looked at when there are more. */
export interface RowPage {
	readonly rows: readonly Row[];
	readonly next: string | undefined;
	/** Items that were evaluated in lists, and rows that were looked at. */
	readonly evaluated: { readonly items: number; readonly rows: number };
}

/** How many rows are at a stage. */
export interface StageCount {
	readonly count: number;
	readonly more: boolean;
	readonly oldest: string | undefined;
}

/** The lists of the catalogue. Methods throw the SDK's errors. */
export interface Lists {
	/** Rows that `filter` takes, at most `limit`, older than the one of rank `after`. */
	page(filter: Filter, limit: number, after?: string): Promise<RowPage>;
	count(stage: Stage): Promise<StageCount>;
}

/** Names of the two tables. */
export interface Tables {
	readonly catalogue: string;
	readonly entries: string;
}

/** The one list that is read; what else the filter says is asked of its rows. Fewest first. */
const sourceOf = (filter: Filter, tables: Tables): Source => {
	const indexed = (index: Source["index"] & string, value: string): Source => ({
		table: tables.catalogue,
		index,
		value,
	});
	const entries = (list: string): Source => ({ table: tables.entries, value: list });
	const { author, topic, prefix, publisher, language, status = "ready" } = filter;
	if (status !== "ready") return indexed("byStage", status);
	if (author !== undefined) return entries(entryList("author", author));
	if (topic !== undefined) return entries(entryList("topic", topic));
	const folder = prefix === undefined ? undefined : foldersOf(prefix).at(-1);
	if (folder !== undefined) return entries(entryList("folder", folder));
	if (publisher !== undefined) return indexed("byPublisher", foldName(publisher));
	if (language !== undefined) return indexed("byLanguage", primaryLanguage(language));
	return indexed("byStage", "ready");
};

const isNamed = (wanted: string | undefined, names: readonly string[]): boolean =>
	wanted === undefined || names.some((name) => foldName(name) === foldName(wanted));

const speaks = (wanted: string | undefined, language: string): boolean =>
	wanted === undefined || `${language}-`.toLowerCase().startsWith(`${wanted.toLowerCase()}-`);

/** Whether a row stands where the list has it, and is what the filter asks for. */
const fits = (row: Row, { rank }: Candidate, { value, table }: Source, filter: Filter, tables: Tables) => {
	const { key, latest, current } = row;
	if (latest.stage !== (filter.status ?? "ready") || row.rank !== rank) return false;
	if (filter.prefix !== undefined && !key.startsWith(filter.prefix)) return false;
	if (latest.stage !== "ready") return true;
	if (!current) return false;
	const listed =
		table === tables.catalogue || placesOf(key, current).some(({ list }) => list.startsWith(`${value}#`));
	return (
		listed &&
		isNamed(filter.topic, current.topics) &&
		isNamed(filter.author, current.authors) &&
		isNamed(filter.publisher, current.publisher === undefined ? [] : [current.publisher]) &&
		speaks(filter.language, current.language)
	);
};

/** Below and above every rank of a time: digits and letters lie between `#` and `~`. */
const lowest = (from: string | undefined): string =>
	from === undefined ? "0" : new Date(from).toISOString();
const highest = (to: string | undefined): string => {
	if (to === undefined) return "~";
	return to.includes("T") ? `${new Date(to).toISOString()}~` : `${to}T23:59:59.999Z~`;
};

/** What every query of one shard of a list says. */
const shardQuery = ({ table, index, value }: Source, shard: number) => ({
	query: {
		TableName: table,
		IndexName: index,
		ExpressionAttributeNames: { "#list": index ?? "list", "#rank": "rank" },
	},
	list: shardName(value, shard),
});

const shardReader =
	(client: DynamoDBDocumentClient, source: Source): ReadShard =>
	async (shard, before, limit) => {
		const { query, list } = shardQuery(source, shard);
		const { Items = [], ScannedCount = 0 } = await client.send(
			new QueryCommand({
				...query,
				KeyConditionExpression: "#list = :list AND #rank < :before",
				ExpressionAttributeValues: { ":list": list, ":before": before },
				ScanIndexForward: false,
				Limit: limit,
			}),
		);
		return { candidates: Items as Candidate[], evaluated: ScannedCount };
	};

/** The rows of `keys` as they stand now. */
const readRows = async (
	client: DynamoDBDocumentClient,
	table: string,
	keys: readonly string[],
): Promise<Map<string, Row>> => {
	const rows = new Map<string, Row>();
	let wanted = [...new Set(keys)].map((key) => ({ key }));
	while (wanted.length > 0) {
		const { Responses, UnprocessedKeys } = await client.send(
			new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }),
		);
		for (const item of Responses?.[table] ?? []) {
			const row = RowSchema.parse(item);
			rows.set(row.key, row);
		}
		wanted = (UnprocessedKeys?.[table]?.Keys ?? []) as { key: string }[];
	}
	return rows;
};

/** The next candidates, at most `count`. */
const takeSome = async (reading: Reading, count: number): Promise<Candidate[]> => {
	const taken: Candidate[] = [];
	while (taken.length < count) {
		const candidate = await reading.take();
		if (!candidate) break;
		taken.push(candidate);
	}
	return taken;
};

/** Counts one shard of a stage, oldest first. */
const countShard = async (client: DynamoDBDocumentClient, source: Source, shard: number) => {
	const { query, list } = shardQuery(source, shard);
	const { Items = [], LastEvaluatedKey } = await client.send(
		new QueryCommand({
			...query,
			KeyConditionExpression: "#list = :list",
			ProjectionExpression: "#rank",
			ExpressionAttributeValues: { ":list": list },
			Limit: COUNTED,
		}),
	);
	const oldest: string | undefined = Items[0]?.rank;
	return { count: Items.length, more: LastEvaluatedKey !== undefined, oldest };
};

/** Opens the lists in `tables`. */
export const openLists = (client: DynamoDBDocumentClient, tables: Tables): Lists => ({
	async page(filter, limit, after) {
		const source = sourceOf(filter, tables);
		const top = highest(filter.to);
		const begin = after !== undefined && after < top ? after : top;
		const reading = newestFirst(shardReader(client, source), SHARDS, lowest(filter.from), begin);
		const rows: Row[] = [];
		let looked = 0;
		let last: string | undefined;
		const most = limit + PASSED_OVER;
		while (rows.length < limit && looked < most) {
			const candidates = await takeSome(reading, Math.min(limit - rows.length, most - looked));
			if (candidates.length === 0) break;
			looked += candidates.length;
			last = candidates.at(-1)?.rank;
			const keys = candidates.map(({ key }) => key);
			const found = await readRows(client, tables.catalogue, keys);
			for (const candidate of candidates) {
				const row = found.get(candidate.key);
				if (row && fits(row, candidate, source, filter, tables)) rows.push(row);
			}
		}
		const next = last === undefined || (await reading.isEmpty()) ? undefined : last;
		return { rows, next, evaluated: { items: reading.evaluated(), rows: looked } };
	},

	async count(stage) {
		const source: Source = { table: tables.catalogue, index: "byStage", value: stage };
		const shards = await Promise.all(
			Array.from({ length: SHARDS }, (_, shard) => countShard(client, source, shard)),
		);
		const [oldest] = shards
			.map((shard) => shard.oldest)
			.filter((rank) => rank !== undefined)
			.sort();
		return {
			count: shards.reduce((sum, { count }) => sum + count, 0),
			more: shards.some(({ more }) => more),
			oldest: oldest?.split("#", 1)[0],
		};
	},
});
