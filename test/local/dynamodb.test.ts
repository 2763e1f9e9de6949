import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, PutItemCommand, QueryCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { CLIENT } from "../../local/account.ts";
import { type DynamoDb, startDynamoDb } from "../../local/dynamodb.ts";
import { AbstractValueIterator } from "../../node_modules/abstract-level/index.js";

const folder = mkdtempSync(join(tmpdir(), "precis-dynamodb-"));
let dynamodb: DynamoDb;
let client: DynamoDBClient;
beforeAll(async () => {
	dynamodb = await startDynamoDb({ folder });
	client = new DynamoDBClient({ ...CLIENT, endpoint: dynamodb.endpoint });
	await dynamodb.ensure([
		{
			name: "things",
			AttributeDefinitions: [
				{ AttributeName: "list", AttributeType: "S" },
				{ AttributeName: "rank", AttributeType: "S" },
			],
			KeySchema: [
				{ AttributeName: "list", KeyType: "HASH" },
				{ AttributeName: "rank", KeyType: "RANGE" },
			],
		},
	]);
	for (const rank of ["1", "2", "3"])
		await client.send(
			new PutItemCommand({ TableName: "things", Item: { list: { S: "all" }, rank: { S: rank } } }),
		);
});
afterAll(async () => {
	client.destroy();
	await dynamodb.close();
	rmSync(folder, { recursive: true, force: true });
});

const query = {
	TableName: "things",
	KeyConditionExpression: "#list = :list",
	ExpressionAttributeNames: { "#list": "list" },
	ExpressionAttributeValues: { ":list": { S: "all" } },
};

it.each([
	["a query", new QueryCommand(query), 3],
	["a query that stops early", new QueryCommand({ ...query, Limit: 1 }), 1],
	[
		"a query that finds nothing",
		new QueryCommand({ ...query, ExpressionAttributeValues: { ":list": { S: "no" } } }),
		0,
	],
	["a scan", new ScanCommand({ TableName: "things" }), 3],
])("lets go of what %s has read from", async (_, command: QueryCommand, count) => {
	const close = vi.spyOn(AbstractValueIterator.prototype, "close");
	expect((await client.send(command)).Count).toBe(count);
	await vi.waitFor(() => expect(close).toHaveBeenCalled());
});
