import type { Command } from "commander";
import { ProblemError } from "../../client/index.ts";
import { withoutControls } from "../../terminal/wrap.ts";
import { type ApiOptions, apiCommand, openClient } from "../api.ts";
import { EXIT, isHopeless, sentenceOf } from "../exit.ts";
import { printJson, printTable } from "../table.ts";

interface Removed {
	readonly key: string;
	readonly outcome: "removed" | "refused";
	readonly code?: string;
	readonly message?: string;
}

const rm = async (keys: readonly string[], options: ApiOptions, signal: AbortSignal): Promise<void> => {
	const client = await openClient(options);
	const outcomes: Removed[] = [];
	for (const key of keys) {
		try {
			await client.remove(key, { signal });
			outcomes.push({ key, outcome: "removed" });
		} catch (error) {
			if (!(error instanceof ProblemError) || isHopeless(error)) throw error;
			outcomes.push({ key, outcome: "refused", code: error.code, message: sentenceOf(error) });
		}
	}
	if (options.json) printJson(outcomes);
	else {
		printTable(
			[{ name: "KEY", max: 48 }, { name: "OUTCOME" }],
			outcomes.map(({ key, outcome }) => [key, outcome]),
		);
		for (const { key, message } of outcomes)
			if (message !== undefined) process.stderr.write(`${withoutControls(`${key}: ${message}`, " ")}\n`);
	}
	if (outcomes.some(({ outcome }) => outcome !== "removed")) process.exitCode = EXIT.undone;
};

/** `precis rm` */
export const rmCommand = (signal: AbortSignal): Command =>
	apiCommand("rm", "remove uploads, articles and summaries")
		.argument("<key...>", "the keys as they were uploaded")
		.action((keys: string[], options: ApiOptions) => rm(keys, options, signal));
