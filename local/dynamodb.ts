/**
 * DynamoDB: dynalite with its tables in LevelDB. It has no time-to-live, so rows that AWS would remove after
 * their `expiresAt` stay.
 */
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import {
	CreateTableCommand,
	DescribeTableCommand,
	DynamoDBClient,
	ResourceNotFoundException,
	type TableDescription,
	waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { AbstractKeyIterator, AbstractValueIterator } from "abstract-level";
import dynalite from "dynalite";
import { Unable } from "../terminal/unable.ts";
import { CLIENT, HOST } from "./account.ts";
import type { TablePlan } from "./template.ts";

/**
 * dynalite would end what it reads a query from by `return`, which these iterators of LevelDB haven't got: each
 * stayed open for ever, with what it held of the heap and of the store: 27 MB of heap in 3,000 queries.
 */
for (const { prototype } of [AbstractKeyIterator, AbstractValueIterator])
	Object.assign(prototype, {
		return(this: { close(): Promise<void> }) {
			return this.close();
		},
	});

/** A running DynamoDB. */
export interface DynamoDb {
	readonly endpoint: string;
	/** Makes the tables that are missing. Throws `Unable` for one whose keys or indexes are not the plan's. */
	ensure(tables: readonly TablePlan[]): Promise<void>;
	close(): Promise<void>;
}

/** Keys and indexes, comparable: what can't be changed in a table that exists. */
const shape = ({ KeySchema, GlobalSecondaryIndexes = [] }: TableDescription | Omit<TablePlan, "name">) =>
	JSON.stringify([
		KeySchema?.map(({ AttributeName, KeyType }) => [KeyType, AttributeName]),
		GlobalSecondaryIndexes.map((index) => [
			index.IndexName,
			index.KeySchema?.map(({ AttributeName, KeyType }) => [KeyType, AttributeName]),
			index.Projection?.ProjectionType,
			index.Projection?.NonKeyAttributes?.toSorted(),
		]).sort(),
	]);

/** In seconds: a table that was just made is not there at once, and takes a moment on a busy machine. */
const WAIT = { maxWaitTime: 60, minDelay: 1, maxDelay: 1 } as const;

/** Starts DynamoDB with its state in `folder`, on any port: clients know that of its gate. */
export const startDynamoDb = async (options: { folder: string }): Promise<DynamoDb> => {
	mkdirSync(options.folder, { recursive: true });
	const server = dynalite({ path: options.folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
	// dynalite throws when a request breaks off, and functions that are killed break theirs off.
	server.on("request", (request) => {
		request.removeAllListeners("error");
		request.on("error", () => {});
	});
	server.listen(0, HOST);
	await once(server, "listening");
	const endpoint = `http://${HOST}:${(server.address() as AddressInfo).port}`;
	const client = new DynamoDBClient({ ...CLIENT, endpoint });

	const describe = async (name: string): Promise<TableDescription | undefined> => {
		try {
			return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
		} catch (error) {
			if (error instanceof ResourceNotFoundException) return undefined;
			throw error;
		}
	};

	return {
		endpoint,
		async ensure(tables) {
			for (const { name, ...definition } of tables) {
				const standing = await describe(name);
				if (!standing) {
					await client.send(
						new CreateTableCommand({ TableName: name, BillingMode: "PAY_PER_REQUEST", ...definition }),
					);
					await waitUntilTableExists({ client, ...WAIT }, { TableName: name });
				} else if (shape(standing) !== shape(definition)) {
					throw new Unable(
						`The table ${name} was made with other keys or indexes than the template has now: remove ${options.folder}, or start with another folder (--data DIR).`,
					);
				}
			}
		},
		async close() {
			client.destroy();
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
};
