/**
 * Writes what may be the title and the authors of every page that they are known of, a line a page:
 * `node bench/train/metadata/export.ts FILE`.
 */
import { writeFileSync } from "node:fs";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readCandidates } from "../../../functions/ingest/metadata/index.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import { areAuthors, isTitle } from "../../metric.ts";
import { siteOf } from "../../split.ts";
import { bytesOf, PAGE_SETS, type PageFile, pagesOf } from "../../strip/pages.ts";

const [, , file] = process.argv;
if (!file) throw new Error("Where to? node bench/train/metadata/export.ts FILE");

interface Row {
	readonly traits: readonly string[];
	readonly right: boolean;
}

const line = (set: string, { id, host, type, url, ...page }: PageFile): string => {
	const read = readHtml(new TextDecoder().decode(bytesOf({ id, host, type, url, ...page })));
	const { titles, authors } = readCandidates(read, labelMarkup(read), { url });
	const { title, author } = page.truth;
	const titleRows = titles.map(
		({ value, traits }): Row => ({ traits: [...traits], right: isTitle(title ?? "", value) }),
	);
	const authorRows = authors.map(
		({ value, traits }): Row => ({
			traits: [...traits],
			right: areAuthors(author ?? "", value.map(({ name }) => name).join(" ")),
		}),
	);
	return JSON.stringify({
		set: set === "wcxb-dev" && type === "article" ? "wcxb-article" : set,
		site: siteOf(host),
		id,
		titles: title ? titleRows : [],
		authors: author ? authorRows : [],
		// Whoever is found on an article whose truth names nobody.
		strangers: !author && type === "article" ? authorRows : [],
	});
};

const lines = PAGE_SETS.filter(({ format }) => format === "html").flatMap((set) =>
	(["train", "validate"] as const).flatMap((part) =>
		pagesOf(set, part)
			.filter(({ truth }) => truth.title || truth.author)
			.map((page) => line(set.name, page)),
	),
);
writeFileSync(file, `${lines.join("\n")}\n`);
