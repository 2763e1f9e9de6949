/** The name of the operation that a request asks for. */
import type { IncomingMessage } from "node:http";
import { S3Error } from "../s3/errors.ts";
import { readRequest } from "../s3/request.ts";
import { findOperation } from "../s3/routes.ts";
import type { ServiceName } from "./call.ts";

const s3Operation = (message: IncomingMessage): string => {
	try {
		const { name } = findOperation(readRequest(message, ""));
		return name;
	} catch (error) {
		if (error instanceof S3Error) return "";
		throw error;
	}
};

/** `DynamoDB_20120810.GetItem` → `GetItem` */
const targetOf = ({ headers }: IncomingMessage): string =>
	String(headers["x-amz-target"] ?? "")
		.split(".")
		.pop() ?? "";

/** `GetItem`, `SendMessage`, `PutObject`; empty when there is none. */
export const operationOf = (service: ServiceName, message: IncomingMessage): string =>
	service === "s3" ? s3Operation(message) : targetOf(message);
