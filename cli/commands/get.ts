import { type Command, Option } from "commander";
import type { FormatName, PrecisClient } from "../../client/index.ts";
import { FORMATS } from "../../functions/shared/api.ts";
import { presentationOf, presentSummary } from "../../terminal/present.ts";
import { UsageError } from "../../terminal/usage.ts";
import { withoutControls, wrap } from "../../terminal/wrap.ts";
import { type ApiOptions, apiCommand, openClient } from "../api.ts";
import { wholeNumber } from "../numbers.ts";
import { printJson } from "../table.ts";

interface GetOptions extends ApiOptions {
	readonly format?: FormatName;
	readonly article?: boolean;
	readonly fields?: string;
	readonly wait?: boolean;
	readonly timeout: number;
}

/** Longer lines are hard to read, however wide the terminal. */
const MAX_COLUMNS = 86;

const wrapped = (text: string): string => {
	const width = Math.min(presentationOf(process.stdout).columns, MAX_COLUMNS);
	return text
		.split("\n")
		.map((line) => wrap(line, width).join("\n"))
		.join("\n");
};

/** A terminal gets the text, and nothing that it would take for a command. */
const printText = (text: string): void => {
	const lines = text.split("\n");
	const shown = process.stdout.isTTY ? lines.map((line) => withoutControls(line, " ")) : lines;
	process.stdout.write(`${shown.join("\n").replace(/\n$/, "")}\n`);
};

const printFields = async (
	client: PrecisClient,
	key: string,
	{ article, fields }: GetOptions,
	signal: AbortSignal,
): Promise<void> => {
	// The API knows its fields, and says which there are.
	const names = fields?.split(",") as never[] | undefined;
	const options = { signal, ...(names && { fields: names }) };
	printJson(await (article ? client.article(key, options) : client.summary(key, options)));
};

const get = async (key: string, options: GetOptions, signal: AbortSignal): Promise<void> => {
	const { article, fields, json, wait, timeout } = options;
	const format = options.format ?? (json || fields !== undefined ? "json" : undefined);
	if (fields !== undefined && format !== "json") throw new UsageError("--fields goes with JSON only.");
	const client = await openClient(options);
	if (wait) await client.waitFor(key, { timeoutMs: timeout * 1000, signal });
	if (format === "json") return printFields(client, key, options, signal);
	if (format === undefined && !article) {
		const summary = await client.summary(key, { signal });
		process.stdout.write(presentSummary(summary, presentationOf(process.stdout)));
		return;
	}
	const text = await client.written(article ? "articles" : "summaries", key, format ?? "text", { signal });
	printText(format === undefined && process.stdout.isTTY ? wrapped(text) : text);
};

/** `precis get` */
export const getCommand = (signal: AbortSignal): Command =>
	apiCommand("get", "print a summary, or an article")
		.argument("<key>", "the key as it was uploaded")
		.addOption(
			new Option("--format <format>", "as the API writes it; for a terminal when absent").choices(
				Object.keys(FORMATS),
			),
		)
		.option("--article", "the article, not its summary")
		.option("--fields <names>", "only these fields, as JSON: gist,keyPoints")
		.option("-w, --wait", "wait for it")
		.option("--timeout <seconds>", "how long to wait", wholeNumber(1, 86_400), 120)
		.action((key: string, options: GetOptions) => get(key, options, signal));
