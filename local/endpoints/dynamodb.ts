/**
 * What a call of DynamoDB needs to be allowed to do.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
import { ACCOUNT } from "../account.ts";
import type { Access } from "../iam/index.ts";

type Input = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Input => typeof value === "object" && value !== null;

/** Tables are named, or given as an ARN. */
const tableArn = (table: unknown): string =>
	typeof table === "string" && table.startsWith("arn:")
		? table
		: `arn:aws:dynamodb:${ACCOUNT.region}:${ACCOUNT.id}:table/${typeof table === "string" ? table : "*"}`;

const onTable =
	(action: string) =>
	({ TableName }: Input): Access[] => [{ action: `dynamodb:${action}`, resource: tableArn(TableName) }];

const onTableOrIndex =
	(action: string) =>
	({ TableName, IndexName }: Input): Access[] => {
		const index = typeof IndexName === "string" ? `/index/${IndexName}` : "";
		return [{ action: `dynamodb:${action}`, resource: `${tableArn(TableName)}${index}` }];
	};

const onEachTable =
	(action: string) =>
	({ RequestItems }: Input): Access[] =>
		Object.keys(isObject(RequestItems) ? RequestItems : {}).map((table) => ({
			action: `dynamodb:${action}`,
			resource: tableArn(table),
		}));

/** What each part of a transaction needs. */
const PARTS: Readonly<Record<string, string>> = {
	ConditionCheck: "ConditionCheckItem",
	Put: "PutItem",
	Update: "UpdateItem",
	Delete: "DeleteItem",
	Get: "GetItem",
};

const onEachPart = ({ TransactItems }: Input): Access[] =>
	(Array.isArray(TransactItems) ? TransactItems : []).flatMap((item: unknown) =>
		Object.entries(isObject(item) ? item : {}).map(([part, target]) => ({
			action: `dynamodb:${Object.hasOwn(PARTS, part) ? PARTS[part] : part}`,
			resource: tableArn(isObject(target) ? target.TableName : undefined),
		})),
	);

const onTables = (actions: readonly string[]) =>
	Object.fromEntries(actions.map((action) => [action, onTable(action)]));

const ACCESSES: Readonly<Record<string, (input: Input) => Access[]>> = {
	...onTables(["GetItem", "PutItem", "UpdateItem", "DeleteItem"]),
	Query: onTableOrIndex("Query"),
	Scan: onTableOrIndex("Scan"),
	BatchGetItem: onEachTable("BatchGetItem"),
	BatchWriteItem: onEachTable("BatchWriteItem"),
	TransactGetItems: onEachPart,
	TransactWriteItems: onEachPart,
	...onTables(["CreateTable", "DescribeTable", "UpdateTable", "DeleteTable", "ListTables"]),
	...onTables([
		"DescribeTimeToLive",
		"UpdateTimeToLive",
		"TagResource",
		"UntagResource",
		"ListTagsOfResource",
	]),
};

/** What an operation needs; nothing is known of operations that this machine hasn't got. */
export const dynamodbAccesses = (operation: string, input: Input): readonly Access[] | undefined =>
	Object.hasOwn(ACCESSES, operation) ? ACCESSES[operation]?.(input) : undefined;
