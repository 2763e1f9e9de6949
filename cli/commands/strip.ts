import { Command, Option } from "commander";
import type { Article } from "../../functions/ingest/index.ts";
import { readArticleFile } from "../../terminal/article-file.ts";
import { presentationOf } from "../../terminal/present.ts";
import { Unable } from "../../terminal/unable.ts";
import { UsageError } from "../../terminal/usage.ts";
import { EXIT } from "../exit.ts";
import { sideBySide } from "../side-by-side.ts";
import { userFolder } from "../user-folder.ts";
import { isAddress } from "../web-page.ts";

interface StripOptions {
	readonly explain?: boolean;
	readonly format?: string;
	readonly json?: boolean;
	readonly url?: string;
}

type Write = (articles: readonly Article[], options: StripOptions) => string;

/** One or more articles as each format has them. What only this needs is loaded by whoever runs it. */
const FORMATS: Readonly<Record<string, () => Promise<Write>>> = {
	text: async () => {
		const { bodyText } = await import("../../functions/ingest/index.ts");
		return (articles) => articles.map((article) => `${bodyText(article)}\n`).join("\n");
	},
	md: async () => {
		const { articleMarkdown } = await import("../../functions/fetch/formats/article-markdown.ts");
		return (articles) => articles.map(articleMarkdown).join("\n");
	},
	json:
		async () =>
		([first, ...others]) =>
			`${JSON.stringify(others.length > 0 ? [first, ...others] : first, null, 2)}\n`,
	html: async () => {
		const { htmlPage } = await import("../page.ts");
		return (articles, { explain = false }) => htmlPage(articles, explain);
	},
};

const columns: Write = (articles, { explain = false }) =>
	articles.map((article) => sideBySide(article, { ...presentationOf(process.stdout), explain })).join("\n");

/** The article of a file; nothing, and the reason on standard error, when it has none. */
const articleOf = async (
	path: string,
	url: string | undefined,
	json: boolean,
): Promise<Article | undefined> => {
	const { readArticle, RejectedUpload } = await import("../../functions/ingest/index.ts");
	try {
		const { key, bytes, contentType } = await readArticleFile(path, userFolder());
		return readArticle(bytes, { key, contentType, url });
	} catch (error) {
		if (!(error instanceof RejectedUpload) && !(error instanceof Unable)) throw error;
		const said = error instanceof Unable ? error.message : `${path}: ${error.message}`;
		process.stderr.write(`${json ? JSON.stringify({ error: { message: said } }) : said}\n`);
		return undefined;
	}
};

const strip = async (files: readonly string[], options: StripOptions): Promise<void> => {
	const { url } = options;
	if (url !== undefined && !isAddress(url))
		throw new UsageError(`--url takes an http or https address, not "${url}".`);
	const format = options.format ?? (options.json ? "json" : undefined);
	const write = (format !== undefined && (await FORMATS[format]?.())) || columns;
	const read = [];
	for (const file of files) read.push(await articleOf(file, url, format === "json"));
	const articles = read.filter((article) => article !== undefined);
	if (articles.length > 0) process.stdout.write(write(articles, options));
	if (articles.length < files.length) process.exitCode = EXIT.undone;
};

/** `precis strip` */
export const stripCommand = (): Command =>
	new Command("strip")
		.description("show what of a page is kept, and what cut")
		.argument("<file...>", 'HTML, plain text or Markdown; "-" is standard input')
		.option("--explain", "with the kind of what was cut, how sure that is, and where metadata was found")
		.addOption(
			new Option(
				"--format <format>",
				"text (the body), md (the article), json (all that is known; an array for several files), html (a page with kept and cut)",
			).choices(Object.keys(FORMATS)),
		)
		.option("--json", "the same as --format json")
		.option("--url <url>", "the page's address: the base of its relative links")
		.action(strip);
