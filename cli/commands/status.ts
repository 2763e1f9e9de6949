import type { Command } from "commander";
import { type ApiOptions, apiCommand, openClient } from "../api.ts";
import { printJson, printTable } from "../table.ts";

const status = async (options: ApiOptions, signal: AbortSignal): Promise<void> => {
	const client = await openClient(options);
	const { stages, queues, undelivered, ...more } = await client.status({ signal });
	if (options.json) return printJson({ stages, queues, undelivered, ...more });
	printTable(
		[{ name: "STAGE" }, { name: "UPLOADS" }, { name: "OLDEST" }],
		Object.entries(stages).map(([stage, { count, more: isMore, oldest = "" }]) => [
			stage,
			isMore ? `${count} or more` : String(count),
			oldest,
		]),
	);
	process.stdout.write("\n");
	printTable(
		[{ name: "QUEUE" }, { name: "WAITING" }, { name: "IN WORK" }, { name: "GIVEN UP" }],
		Object.entries(queues).map(([name, { waiting, inFlight, deadLetters }]) => [
			name,
			String(waiting),
			String(inFlight),
			String(deadLetters),
		]),
	);
	if (undelivered > 0) process.stdout.write(`\n${undelivered} upload events could not be delivered.\n`);
};

/** `precis status` */
export const statusCommand = (signal: AbortSignal): Command =>
	apiCommand("status", "see how the pipeline does").action((options: ApiOptions) => status(options, signal));
