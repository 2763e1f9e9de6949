/** What the commands that repair have in common: which function is told, and by whom. */
import { Command } from "commander";
import { ACCOUNT, CREDENTIALS } from "../local/account.ts";
import { Unable } from "../terminal/unable.ts";
import { UsageError } from "../terminal/usage.ts";
import { LambdaError } from "./exit.ts";

/** The options of every such command. */
export interface MaintainOptions {
	readonly function?: string;
	readonly region?: string;
	readonly lambda?: string;
	readonly json?: boolean;
}

/** The function of the stack that `npm start` runs, and where that one listens. */
const LOCAL = { function: "precis-sweep-function-lambda", lambda: "http://127.0.0.1:4574" };

/** Begins a command that tells the sweep function what to do. */
export const maintainCommand = (name: string, description: string): Command =>
	new Command(name)
		.description(description)
		.option("--json", "print JSON")
		.optionsGroup("Which stack (the one that npm start runs, when nothing is said):")
		.option("--function <name>", "the deployed stack's output SweepFunctionName; signed with AWS credentials")
		.option("--region <region>", "its region; AWS_REGION when absent")
		.option("--lambda <url>", "address of Lambda's API, where it isn't AWS's")
		.optionsGroup("Options:");

interface Target {
	readonly url: string;
	readonly fetch: typeof fetch;
}

const targetOf = async (options: MaintainOptions): Promise<Target> => {
	// Loaded now, because the SDK's credentials would keep every other command waiting.
	const { signingFetch } = await import("./sign.ts");
	const urlOf = (lambda: string, name: string): string => {
		if (!URL.canParse(lambda)) throw new UsageError(`--lambda takes an address, not "${lambda}".`);
		return `${lambda.replace(/\/$/, "")}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
	};
	if (options.function === undefined) {
		const sign = signingFetch(ACCOUNT.region, "lambda", async () => CREDENTIALS);
		return { url: urlOf(options.lambda ?? LOCAL.lambda, LOCAL.function), fetch: sign };
	}
	const region = options.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
	if (!region) throw new UsageError("--region, or AWS_REGION, must say where the function is.");
	const lambda = options.lambda ?? `https://lambda.${region}.amazonaws.com`;
	return { url: urlOf(lambda, options.function), fetch: signingFetch(region, "lambda") };
};

const reasonOf = (answer: unknown): string => {
	const { errorMessage, Message, message } = (answer ?? {}) as Record<string, unknown>;
	return String(errorMessage ?? Message ?? message ?? "it gave no reason.");
};

/** Opens the way to the function: what it returns tells the function an event and gives its answer. */
export const openMaintenance = async (options: MaintainOptions, signal: AbortSignal) => {
	const target = await targetOf(options);
	return async (event: object): Promise<unknown> => {
		let response: Response;
		try {
			response = await target.fetch(target.url, { method: "POST", body: JSON.stringify(event), signal });
		} catch (error) {
			if (signal.aborted || error instanceof Unable) throw error;
			throw new LambdaError(
				`Lambda can't be reached at ${target.url}. Is the stack running (npm start), or is another meant (--function)?`,
			);
		}
		const text = await response.text();
		let answer: unknown;
		try {
			answer = JSON.parse(text);
		} catch {
			throw new LambdaError(`Lambda answered ${response.status}, and not with JSON.`);
		}
		if (!response.ok)
			throw new LambdaError(`Lambda answered ${response.status}: ${reasonOf(answer)}`, response.status);
		if (response.headers.has("x-amz-function-error"))
			throw new Unable(`The function failed: ${reasonOf(answer)}`);
		return answer;
	};
};
