import { type Command, Option } from "commander";
import type { SummaryLength } from "../../client/index.ts";
import { SummaryLengthSchema } from "../../functions/shared/summary-length.ts";
import { UsageError } from "../../terminal/usage.ts";
import { withoutControls } from "../../terminal/wrap.ts";
import { type ApiOptions, apiCommand, openClient } from "../api.ts";
import { EXIT } from "../exit.ts";
import { wholeNumber } from "../numbers.ts";
import { openBar } from "../progress-bar.ts";
import { sourcesOf } from "../sources.ts";
import { printJson, printTable } from "../table.ts";
import { isDone, type Outcome, uploadAll } from "../uploading.ts";
import { userFolder } from "../user-folder.ts";
import { isAddress } from "../web-page.ts";

interface UploadOptions extends ApiOptions {
	readonly wait?: boolean;
	readonly timeout: number;
	readonly prefix: string;
	readonly key?: string;
	readonly url?: string;
	readonly length?: SummaryLength;
	readonly concurrency: number;
}

const AFTER = `
A FILE is HTML, plain text or Markdown, also compressed; its key is its path from here.
Of a DIR, the files whose names end so are taken. A URL is fetched, and its address kept
with the article; its key is its host and path. "-" is standard input.`;

const print = (outcomes: readonly Outcome[]): void => {
	if (outcomes.length === 0) return;
	printTable(
		[{ name: "KEY", max: 36 }, { name: "OUTCOME" }, { name: "" }],
		outcomes.map(({ key, outcome, headline, code }) => [key, outcome, headline ?? code ?? ""]),
	);
};

/** Why there is no summary, below the table. */
const explain = (outcomes: readonly Outcome[]): void => {
	for (const { source, message } of outcomes) {
		if (message === undefined) continue;
		const said = message.includes(source) ? message : `${source}: ${message}`;
		process.stderr.write(`${withoutControls(said, " ")}\n`);
	}
};

const upload = async (names: string[], options: UploadOptions, signal: AbortSignal): Promise<void> => {
	const { json, prefix, key, url, length, wait, timeout, concurrency } = options;
	if (url !== undefined && !isAddress(url))
		throw new UsageError(`--url takes an http or https address, not "${url}".`);
	const say = (sentence: string) => process.stderr.write(`${withoutControls(sentence, " ")}\n`);
	const sources = await sourcesOf(names, { folder: userFolder(), prefix, key, say });
	if (url !== undefined && sources.length > 1) throw new UsageError("--url is for one article.");
	const client = await openClient(options);
	const bar = openBar(sources.length * (wait ? 2 : 1));
	const waitMs = wait ? timeout * 1000 : undefined;
	const plan = { client, signal, bar, concurrency, url, length, waitMs };
	const { outcomes, fatal } = await uploadAll(sources, plan).finally(() => bar.end());
	if (json) printJson(outcomes);
	else {
		print(outcomes);
		explain(outcomes);
	}
	if (fatal !== undefined) throw fatal;
	if (!outcomes.every(isDone)) process.exitCode = EXIT.undone;
};

/** `precis upload` */
export const uploadCommand = (signal: AbortSignal): Command =>
	apiCommand("upload", "upload articles, tell what comes of each")
		.argument("<file|dir|url...>", "what to upload")
		.option("-w, --wait", "wait for the summaries")
		.option("--timeout <seconds>", "how long to wait for each", wholeNumber(1, 86_400), 120)
		.option("--prefix <text>", "what the keys begin with", "")
		.option("--key <key>", "the key, of one article")
		.option("--url <url>", "the address, of one article that doesn't tell it")
		.addOption(
			new Option("--length <length>", "how long a summary is wanted").choices(SummaryLengthSchema.options),
		)
		.option("--concurrency <n>", "uploads at once", wholeNumber(1, 64), 4)
		.addHelpText("after", AFTER)
		.action((names: string[], options: UploadOptions) => upload(names, options, signal));
