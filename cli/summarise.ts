/** `npm run summarise -- FILE`: the whole of Precis on one file, with no stack. */
import { parseArgs } from "node:util";
import { summaryMarkdown } from "../functions/fetch/formats/summary-markdown.ts";
import { RejectedUpload, readArticle } from "../functions/ingest/index.ts";
import type { Summary } from "../functions/shared/summary.ts";
import { type SummaryLength, SummaryLengthSchema } from "../functions/shared/summary-length.ts";
import { summarise } from "../functions/summarise/index.ts";
import { readArticleFile } from "../local/article-file.ts";
import { presentSummary } from "../local/present.ts";
import { presentationOf } from "../local/terminal.ts";
import { Unable } from "../local/unable.ts";
import { main, UsageError, userFolder } from "./command-line.ts";

const HELP = `Summarises one article.

  npm run summarise -- FILE

FILE is HTML, plain text or Markdown; "-" is standard input. In front of a pipe, use
"npm run --silent summarise".

  --format F   text for a terminal (default), md with footnotes that quote the evidence, json
  --length L   brief, standard (default) or detailed
  --url URL    the page's address, when the page doesn't tell it
  --help       print this

Exits 0 when FILE has a summary, 1 when it has none (with the reason on standard error),
2 when called wrongly.
`;

/** How a summary is written. The Markdown is the API's, whose document has a few lines about the upload. */
const FORMATS: Readonly<Record<string, (summary: Summary, file: string) => string>> = {
	text: (summary) => presentSummary(summary, presentationOf(process.stdout)),
	md: (summary, file) => summaryMarkdown({ ...summary, key: file, producedAt: new Date().toISOString() }),
	json: (summary) => `${JSON.stringify(summary, null, "\t")}\n`,
};

function readCommandLine(args: string[]) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			format: { type: "string", default: "text" },
			length: { type: "string", default: "standard" },
			url: { type: "string" },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	if (!Object.hasOwn(FORMATS, values.format))
		throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(", ")}, not "${values.format}".`);
	const length = SummaryLengthSchema.safeParse(values.length);
	if (!length.success)
		throw new UsageError(
			`--length is one of ${SummaryLengthSchema.options.join(", ")}, not "${values.length}".`,
		);
	const [file] = positionals;
	if (!values.help && (file === undefined || positionals.length > 1))
		throw new UsageError(`It takes one FILE, not ${positionals.length}.`);
	return { ...values, length: length.data satisfies SummaryLength, file: file ?? "-" };
}

async function summariseFile(args: string[]): Promise<number> {
	const { help, file, format, length, url } = readCommandLine(args);
	if (help) {
		process.stdout.write(HELP);
		return 0;
	}
	const { key, bytes, contentType } = await readArticleFile(file, userFolder("summarise"));
	try {
		const article = readArticle(bytes, { key, contentType, url });
		process.stdout.write(FORMATS[format]?.(summarise(article, { length }), key) ?? "");
		return 0;
	} catch (error) {
		if (!(error instanceof RejectedUpload)) throw error;
		throw new Unable(`${file}: ${error.message}`);
	}
}

await main(summariseFile);
