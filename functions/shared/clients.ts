import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** A document client as `openCatalogue` wants it: `undefined` fields are left out of what is written. */
export const documentClient = (client = new DynamoDBClient()): DynamoDBDocumentClient =>
	DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
