import { type Command, Option } from "commander";
import type { Filter, ListItem } from "../../client/index.ts";
import { FilterSchema } from "../../functions/shared/api.ts";
import { StageSchema } from "../../functions/shared/stage.ts";
import { UsageError } from "../../terminal/usage.ts";
import { type ApiOptions, apiCommand, openClient } from "../api.ts";
import { wholeNumber } from "../numbers.ts";
import { printJson, printTable } from "../table.ts";

interface ListOptions extends ApiOptions, Filter {
	readonly limit: number;
	readonly all?: boolean;
}

/** The largest page of the API. */
const PAGE = 100;

/** What the API would say of the filter, before it is asked. */
const readFilter = (options: ListOptions): Filter => {
	const names = Object.keys(FilterSchema.shape) as (keyof Filter)[];
	const given = names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]);
	const parsed = FilterSchema.safeParse(Object.fromEntries(given));
	if (parsed.success) return parsed.data;
	throw new UsageError(parsed.error.issues.map(({ message }) => message).join(" "));
};

const row = ({ key, publishedAt, receivedAt, headline, message }: ListItem): string[] => [
	(publishedAt ?? receivedAt).slice(0, "2025-01-29".length),
	key,
	headline ?? message ?? "",
];

const list = async (options: ListOptions, signal: AbortSignal): Promise<void> => {
	const wanted = options.all ? Number.POSITIVE_INFINITY : options.limit;
	const filter = readFilter(options);
	const client = await openClient(options);
	const items: ListItem[] = [];
	// One more than is wanted tells whether there is more.
	for await (const item of client.list({ ...filter, limit: Math.min(PAGE, wanted + 1), signal })) {
		items.push(item);
		if (items.length > wanted) break;
	}
	const shown = items.slice(0, wanted);
	if (options.json) printJson(shown);
	else if (shown.length === 0) process.stderr.write("There is nothing that fits.\n");
	else printTable([{ name: "DATE" }, { name: "KEY", max: 36 }, { name: "HEADLINE" }], shown.map(row));
	if (items.length > wanted) process.stderr.write("There is more: --limit N, or --all.\n");
};

/** `precis list` */
export const listCommand = (signal: AbortSignal): Command =>
	apiCommand("list", "list what was uploaded, newest first")
		.option("--topic <name>", "with this topic, in any case")
		.option("--publisher <name>", "of this publisher, in any case")
		.option("--author <name>", "by this author, in any case")
		.option("--language <tag>", "in this language: en takes en-GB too")
		.addOption(new Option("--status <status>", "at this stage (default: ready)").choices(StageSchema.options))
		.option("--from <date>", "published (else uploaded) then or later: 2025-01-29")
		.option("--to <date>", "published (else uploaded) then or earlier")
		.option("--prefix <text>", "with a key that begins so")
		.option("--limit <n>", "how many", wholeNumber(1, 100_000), 20)
		.option("--all", "all there are")
		.action((options: ListOptions) => list(options, signal));
