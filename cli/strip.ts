/** `npm run strip -- FILE…`: what of a page is the article and what isn't, without any stack. */
import { parseArgs } from "node:util";
import { articleMarkdown } from "../functions/fetch/formats/article-markdown.ts";
import { type Article, bodyText, RejectedUpload, readArticle } from "../functions/ingest/index.ts";
import { readArticleFile } from "../local/article-file.ts";
import { presentationOf } from "../local/terminal.ts";
import { Unable } from "../local/unable.ts";
import { main, UsageError, userFolder } from "./command-line.ts";
import { htmlPage } from "./page.ts";
import { sideBySide } from "./side-by-side.ts";

const HELP = `Shows what of a page is the article, and what was cut.

  npm run strip -- FILE…                    kept and cut side by side
  npm run strip -- --format md page.html    the article alone

FILE is HTML, plain text or Markdown; "-" is standard input. In front of a pipe, use
"npm run --silent strip".

  --explain      with the kind of what was cut, how sure that is, and where metadata was found
  --format F     text (the body), md (the article in Markdown), json (all that is known; an
                 array for several files), html (a page with kept and cut)
  --url URL      the page's address: the base of its relative links
  --help         print this

Exits 0 when every FILE has an article, 1 when one hasn't (with the reason on standard
error), 2 when called wrongly.
`;

interface Options {
	readonly explain: boolean;
}

/** One or more articles as each format has them. */
const FORMATS: Readonly<Record<string, (articles: readonly Article[], options: Options) => string>> = {
	text: (articles) => articles.map((article) => `${bodyText(article)}\n`).join("\n"),
	md: (articles) => articles.map(articleMarkdown).join("\n"),
	json: ([first, ...others]) =>
		`${JSON.stringify(others.length > 0 ? [first, ...others] : first, null, 2)}\n`,
	html: (articles, { explain }) => htmlPage(articles, explain),
};

const columns = (articles: readonly Article[], { explain }: Options): string =>
	articles.map((article) => sideBySide(article, { ...presentationOf(process.stdout), explain })).join("\n");

function readCommandLine(args: string[]) {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			explain: { type: "boolean", default: false },
			format: { type: "string" },
			url: { type: "string" },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	const { explain, format, url, help } = values;
	if (help) return { help, explain, url, files: positionals, write: columns };
	const write = format === undefined ? columns : Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
	if (!write) throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(", ")}, not "${format}".`);
	if (positionals.length === 0)
		throw new UsageError("Name at least one FILE, or - for standard input; --help tells what there is.");
	if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
		throw new UsageError(`--url takes an http or https address, not "${url}".`);
	return { help, explain, url, files: positionals, write };
}

/** The article of a file; nothing, and the reason on standard error, when it has none. */
async function articleOf(path: string, url: string | undefined): Promise<Article | undefined> {
	try {
		const { key, bytes, contentType } = await readArticleFile(path, userFolder("strip"));
		return readArticle(bytes, { key, contentType, url });
	} catch (error) {
		if (!(error instanceof RejectedUpload) && !(error instanceof Unable)) throw error;
		const said = error instanceof Unable ? error.message : `${path}: ${error.message}`;
		process.stderr.write(`${said}\n`);
		return undefined;
	}
}

async function strip(args: string[]): Promise<number> {
	const { help, explain, url, files, write } = readCommandLine(args);
	if (help) {
		process.stdout.write(HELP);
		return 0;
	}
	const read = [];
	for (const file of files) read.push(await articleOf(file, url));
	const articles = read.filter((article) => article !== undefined);
	if (articles.length > 0) process.stdout.write(write(articles, { explain }));
	return articles.length === files.length ? 0 : 1;
}

await main(strip);
