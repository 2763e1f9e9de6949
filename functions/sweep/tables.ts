/** The catalogue's tables, whole and in pages. */
import { type DynamoDBDocumentClient, QueryCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Entry } from "../shared/entries.ts";
import { SHARDS, shardName } from "../shared/lists.ts";
import type { Stage } from "../shared/stage.ts";
import { PAGE, type Page } from "./pages.ts";

const EntrySchema = z.object({
	list: z.string(),
	rank: z.string(),
	key: z.string(),
	sequencer: z.string(),
});

/** Both tables, by pages. Methods throw the SDK's errors, and a `ZodError` for an item that isn't ours. */
export interface Tables {
	/** Keys of all rows. */
	keys(after: string | undefined): Promise<Page<string>>;
	entries(after: string | undefined): Promise<Page<Entry>>;
	/** Keys that an index has at `stage`, and whose upload is older than `before`. The row may have moved on. */
	keysAt(stage: Stage, before: string, after: string | undefined): Promise<Page<string>>;
}

const startOf = (after: string | undefined): Record<string, unknown> | undefined =>
	after === undefined ? undefined : JSON.parse(after);
const nextOf = (last: Record<string, unknown> | undefined): string | undefined =>
	last && JSON.stringify(last);

const keyOf = (item: Record<string, unknown>): string => z.string().parse(item.key);

/** Opens the tables of these names. */
export const openTables = (
	client: DynamoDBDocumentClient,
	names: { readonly catalogue: string; readonly entries: string },
): Tables => {
	const scan = async (table: string, after: string | undefined) => {
		const { Items = [], LastEvaluatedKey } = await client.send(
			new ScanCommand({ TableName: table, Limit: PAGE, ExclusiveStartKey: startOf(after) }),
		);
		return { Items, next: nextOf(LastEvaluatedKey) };
	};

	return {
		async keys(after) {
			const { Items, next } = await scan(names.catalogue, after);
			return { items: Items.map(keyOf), next };
		},
		async entries(after) {
			const { Items, next } = await scan(names.entries, after);
			return { items: Items.map((item) => EntrySchema.parse(item)), next };
		},
		async keysAt(stage, before, after) {
			const { shard, from } = after === undefined ? { shard: 0 } : JSON.parse(after);
			const { Items = [], LastEvaluatedKey } = await client.send(
				new QueryCommand({
					TableName: names.catalogue,
					IndexName: "byStage",
					KeyConditionExpression: "#stage = :stage AND #rank < :before",
					ExpressionAttributeNames: { "#stage": "byStage", "#rank": "rank" },
					ExpressionAttributeValues: { ":stage": shardName(stage, shard), ":before": before },
					Limit: PAGE,
					ExclusiveStartKey: from,
				}),
			);
			const following = LastEvaluatedKey ? { shard, from: LastEvaluatedKey } : { shard: shard + 1 };
			return {
				items: Items.map(keyOf),
				next: following.shard < SHARDS ? JSON.stringify(following) : undefined,
			};
		},
	};
};
