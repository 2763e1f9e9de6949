/** A function that tries what it is told to, with the keys that it has, and tells what came of it. */
import type { Outcome } from "../../../local/lambda/environment.ts";
import type { Stack } from "../../../local/stack.ts";

/** What to try: a client's module, its name, a command of it and the input. */
export interface Attempt {
	readonly service: "S3" | "SQS" | "DynamoDB";
	readonly command: string;
	readonly input: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface Told {
	/** The error's name, or `done`. */
	readonly name: string;
	readonly message?: string;
	readonly status?: number;
	/** Of the items of a batch. */
	readonly errors?: readonly unknown[];
}

/** Source of the function's bundle. */
export const PROBE = `
	import { createRequire } from "node:module";
	const load = createRequire(${JSON.stringify(import.meta.url)});
	export const handler = async ({ service, command, input }) => {
		const sdk = load("@aws-sdk/client-" + service.toLowerCase());
		const client = new sdk[service + "Client"]({ maxAttempts: 1 });
		try {
			const { Errors } = await client.send(new sdk[command + "Command"](input));
			return { name: "done", errors: Errors };
		} catch ({ name, message, $metadata }) {
			return { name, message, status: $metadata?.httpStatusCode };
		}
	};
`;

/** Has a function try something. */
export const attempt = async (stack: Pick<Stack, "lambda">, name: string, what: Attempt): Promise<Told> => {
	const outcome: Outcome = await stack.lambda.invoke(name, what);
	if (outcome.status === "failed") throw new Error(outcome.message);
	return JSON.parse(outcome.payload);
};
