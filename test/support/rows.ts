/** Many ready rows with their entries, as publishing would leave them, written in batches. */
import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Tables } from "../../functions/fetch/lists.ts";
import { indexedUnder, placesOf, rankOf } from "../../functions/shared/lists.ts";
import type { Current, Row } from "../../functions/shared/row.ts";
import { padSequencer } from "../../functions/shared/upload.ts";

const BATCH = 25;
/** Batches under way at once. */
const LANES = 4;

/** One article a second from this one on. */
const FIRST = Date.parse("2023-11-14T22:13:20Z");

const rowOf = (n: number): Row & { readonly current: Current } => {
	const key = `many/${n % 3}/${n}`;
	const listedAt = new Date(FIRST + n * 1000).toISOString();
	return {
		key,
		latest: { sequencer: padSequencer("001"), stage: "ready", receivedAt: "2026-01-01T00:00:00Z" },
		current: {
			article: `articles/${n}/1.json`,
			summary: `summaries/${n}/1.json`,
			headline: `Harbour ${n} reopens`,
			gist: `Harbour ${n} reopened.`,
			language: "en",
			publisher: "Many",
			listedAt,
			topics: [n % 2 === 0 ? "Even" : "Odd"],
			authors: [`Author ${n % 100}`],
		},
		rank: rankOf(listedAt, key),
		byStage: indexedUnder("ready", key),
		byPublisher: indexedUnder("many", key),
		byLanguage: indexedUnder("en", key),
	};
};

const entriesOf = ({ key, latest: { sequencer }, current }: ReturnType<typeof rowOf>) =>
	placesOf(key, current).map((place) => ({ ...place, key, sequencer }));

/** Writes `count` rows, keys `many/0/0`, `many/1/1`, `many/2/2`, `many/0/3`… */
export const fillTables = async (
	client: DynamoDBDocumentClient,
	tables: Tables,
	count: number,
): Promise<void> => {
	const write = async (table: string, items: object[]): Promise<void> => {
		let next = 0;
		const lane = async (): Promise<void> => {
			for (let i = next; i < items.length; i = next) {
				next += BATCH;
				const requests = items.slice(i, i + BATCH).map((Item) => ({ PutRequest: { Item } }));
				await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
			}
		};
		await Promise.all(Array.from({ length: LANES }, lane));
	};
	// In slices, so that all of a large table is never in memory.
	for (let from = 0; from < count; from += 5000) {
		const rows = Array.from({ length: Math.min(5000, count - from) }, (_, i) => rowOf(from + i));
		await write(tables.catalogue, rows);
		await write(tables.entries, rows.flatMap(entriesOf));
	}
};
