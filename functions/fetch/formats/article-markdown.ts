import type { Article, Block } from "../../shared/article.ts";
import { byline } from "./byline.ts";
import { document, escapeText, fenced } from "./markdown.ts";
import { postCredits } from "./post-credits.ts";

/** A table block's rows are lines, its cells stand between bars; the first row becomes the header. */
const table = (text: string): string => {
	const rows = text.split("\n").map((row) => row.split(" | ").map(escapeText));
	const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
	const line = (cells: readonly string[]) =>
		`| ${Array.from({ length: columns }, (_, column) => cells[column] ?? "").join(" | ")} |`;
	const [header = [], ...body] = rows;
	return [line(header), `|${" --- |".repeat(columns)}`, ...body.map(line)].join("\n");
};

/** The article's title is the only heading of the first level. */
const heading = (text: string, level = 2): string => `${"#".repeat(Math.max(2, level))} ${escapeText(text)}`;

const WRITE: Record<Block["type"], (block: Block) => string> = {
	heading: ({ text, level }) => heading(text, level),
	paragraph: ({ text }) => escapeText(text),
	"list-item": ({ text }) => `- ${escapeText(text)}`,
	quote: ({ text }) => `> ${escapeText(text)}`,
	code: ({ text }) => fenced(text),
	table: ({ text }) => table(text),
};

/** Blocks in reading order, a post's below its credit; neighbouring list items make one list. */
function body(article: Pick<Article, "blocks" | "posts">): string {
	const credits = postCredits(article);
	const written = article.blocks.map((block, index) => {
		const credit = credits.get(index);
		const continues =
			block.type === "list-item" &&
			article.blocks[index + 1]?.type === "list-item" &&
			!credits.has(index + 1);
		return `${credit === undefined ? "" : `**${escapeText(credit)}**\n\n`}${WRITE[block.type](block)}${continues ? "\n" : "\n\n"}`;
	});
	return written.join("").trimEnd();
}

/** The article proper for people, without what was stripped. */
export const articleMarkdown = (article: Pick<Article, "metadata" | "blocks" | "posts">): string => {
	const { metadata } = article;
	return document([
		metadata.title && `# ${escapeText(metadata.title)}`,
		metadata.subtitle && escapeText(metadata.subtitle),
		byline(metadata),
		body(article),
	]);
};
