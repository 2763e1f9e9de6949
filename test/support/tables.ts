/** The two tables of the catalogue, as the template has them; `test/infra/library.test.ts` compares. */
import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

const string = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
const keys = (hash: string, range?: string) => [
	{ AttributeName: hash, KeyType: "HASH" as const },
	...(range === undefined ? [] : [{ AttributeName: range, KeyType: "RANGE" as const }]),
];
const index = (name: string) => ({
	IndexName: name,
	KeySchema: keys(name, "rank"),
	Projection: { ProjectionType: "KEYS_ONLY" as const },
});

type Definition = Pick<
	CreateTableCommandInput,
	"AttributeDefinitions" | "KeySchema" | "GlobalSecondaryIndexes" | "BillingMode"
>;

/** One row a key, and the lists that are indexes on it. */
export const CATALOGUE: Definition = {
	KeySchema: keys("key"),
	AttributeDefinitions: ["key", "byStage", "rank", "byPublisher", "byLanguage"].map(string),
	GlobalSecondaryIndexes: ["byStage", "byPublisher", "byLanguage"].map(index),
	BillingMode: "PAY_PER_REQUEST",
};

/** The entries of lists that a row is in several times. */
export const ENTRIES: Definition = {
	KeySchema: keys("list", "rank"),
	AttributeDefinitions: ["list", "rank"].map(string),
	BillingMode: "PAY_PER_REQUEST",
};
