import { Command, Option } from "commander";
import type { Summary } from "../../functions/shared/summary.ts";
import { type SummaryLength, SummaryLengthSchema } from "../../functions/shared/summary-length.ts";
import { readArticleFile } from "../../terminal/article-file.ts";
import { presentationOf, presentSummary } from "../../terminal/present.ts";
import { Unable } from "../../terminal/unable.ts";
import { UsageError } from "../../terminal/usage.ts";
import { userFolder } from "../user-folder.ts";
import { isAddress } from "../web-page.ts";

interface SummariseOptions {
	readonly format?: string;
	readonly json?: boolean;
	readonly length: SummaryLength;
	readonly url?: string;
}

type Write = (summary: Summary, file: string) => string;

/** How a summary is written. The Markdown is the API's, whose document has a few lines about the upload. */
const FORMATS: Readonly<Record<string, () => Promise<Write>>> = {
	text: async () => (summary) => presentSummary(summary, presentationOf(process.stdout)),
	md: async () => {
		const { summaryMarkdown } = await import("../../functions/fetch/formats/summary-markdown.ts");
		return (summary, key) => summaryMarkdown({ ...summary, key, producedAt: new Date().toISOString() });
	},
	json: async () => (summary) => `${JSON.stringify(summary, null, "\t")}\n`,
};

const summariseFile = async (file: string, options: SummariseOptions): Promise<void> => {
	const { url, length } = options;
	if (url !== undefined && !isAddress(url))
		throw new UsageError(`--url takes an http or https address, not "${url}".`);
	const write = await FORMATS[options.format ?? (options.json ? "json" : "text")]?.();
	const { key, bytes, contentType } = await readArticleFile(file, userFolder());
	const [{ readArticle, RejectedUpload }, { summarise }] = await Promise.all([
		import("../../functions/ingest/index.ts"),
		import("../../functions/summarise/index.ts"),
	]);
	try {
		const article = readArticle(bytes, { key, contentType, url });
		process.stdout.write(write?.(summarise(article, { length }), key) ?? "");
	} catch (error) {
		if (!(error instanceof RejectedUpload)) throw error;
		throw new Unable(`${file}: ${error.message}`);
	}
};

/** `precis summarise` */
export const summariseCommand = (): Command =>
	new Command("summarise")
		.description("summarise one file")
		.argument("<file>", 'HTML, plain text or Markdown; "-" is standard input')
		.addOption(
			new Option(
				"--format <format>",
				"text (for a terminal; the default), md (with footnotes that quote the evidence), json",
			).choices(Object.keys(FORMATS)),
		)
		.option("--json", "the same as --format json")
		.addOption(
			new Option("--length <length>", "how long").choices(SummaryLengthSchema.options).default("standard"),
		)
		.option("--url <url>", "the page's address, when the page doesn't tell it")
		.action(summariseFile);
