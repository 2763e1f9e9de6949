/** Markdown to blocks, by CommonMark's and GitHub's rules as markdown-it knows them. */
import MarkdownIt, { type Token } from "markdown-it";
import type { BlockType } from "../../shared/article.ts";
import { keepLines, oneLine } from "../characters.ts";
import { readHtml } from "../html/index.ts";
import type { Page, PageBlock, PageLink } from "../page.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { NO_HEAD, TRUNCATED } from "./plain.ts";

/** A book's worth of Markdown; the parser looks ahead, so it gets no more. */
const MAX_MARKDOWN = 1_000_000;
const MAX_BLOCKS = 20_000;

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** Containers that give their text its shape; the innermost wins. */
const CONTAINER_SHAPES: Readonly<Record<string, BlockType>> = {
	blockquote_open: "quote",
	list_item_open: "list-item",
};

/** Reads Markdown with or without front matter; never throws. */
export function readMarkdown(markdown: string): Page {
	const { frontMatter, body, warnings } = splitFrontMatter(markdown.slice(0, MAX_MARKDOWN));
	const blocks = readTokens(parser.parse(body, {}));
	const truncated = markdown.length > MAX_MARKDOWN || blocks.length > MAX_BLOCKS;
	return {
		blocks: blocks.slice(0, MAX_BLOCKS),
		head: frontMatter ? { ...NO_HEAD, frontMatter } : NO_HEAD,
		warnings: truncated ? [...warnings, TRUNCATED] : warnings,
	};
}

/** Block tokens come flat, each container as a pair of open and close. */
function readTokens(tokens: readonly Token[]): PageBlock[] {
	const blocks: PageBlock[] = [];
	const containers: BlockType[] = [];
	let heading: number | undefined;
	let rows: Inline[][] | undefined;
	for (const token of tokens) {
		const shape = Object.hasOwn(CONTAINER_SHAPES, token.type) ? CONTAINER_SHAPES[token.type] : undefined;
		if (shape) containers.push(shape);
		else if (token.type === "blockquote_close" || token.type === "list_item_close") containers.pop();
		else if (token.type === "heading_open") heading = Number(token.tag.slice(1));
		else if (token.type === "heading_close") heading = undefined;
		else if (token.type === "table_open") rows = [];
		else if (token.type === "tr_open") rows?.push([]);
		else if (token.type === "table_close") {
			blocks.push(...tableBlock(rows ?? []));
			rows = undefined;
		} else if (token.type === "fence" || token.type === "code_block") {
			blocks.push(...block("code", { text: keepLines(token.content), links: [], linked: 0 }));
		} else if (token.type === "html_block") blocks.push(...readHtml(token.content).blocks);
		else if (token.type === "inline") {
			const inline = readInline(token.children ?? []);
			if (rows) rows.at(-1)?.push(inline);
			else if (heading !== undefined) blocks.push(...block("heading", inline, heading));
			else blocks.push(...block(containers.at(-1) ?? "paragraph", inline));
		}
	}
	return blocks;
}

interface Inline {
	readonly text: string;
	readonly links: readonly PageLink[];
	/** Characters in links. */
	readonly linked: number;
}

/** A paragraph's text as it is shown; pictures and raw tags are not text. */
function readInline(tokens: readonly Token[]): Inline {
	const links: PageLink[] = [];
	let text = "";
	let open: { readonly href: string; readonly start: number } | undefined;
	for (const token of tokens) {
		if (token.type === "text" || token.type === "code_inline") text += token.content;
		else if (token.type === "softbreak" || token.type === "hardbreak") text += " ";
		else if (token.type === "html_inline" && /^<br\b/i.test(token.content)) text += " ";
		else if (token.type === "link_open")
			open = { href: String(token.attrGet("href") ?? ""), start: text.length };
		else if (token.type === "link_close" && open) {
			const covered = oneLine(text.slice(open.start));
			if (covered !== "") links.push({ href: open.href, text: covered, rel: [] });
			open = undefined;
		}
	}
	return { text: oneLine(text), links, linked: links.reduce((sum, link) => sum + link.text.length, 0) };
}

function block(type: BlockType, { text, links, linked }: Inline, level?: number): PageBlock[] {
	if (text === "") return [];
	const linkDensity = Math.min(1, linked / text.length);
	return [{ type, ...(level !== undefined && { level }), text, linkDensity, links }];
}

/** Cells separated by ` | `, rows by line ends, as tables of every format are. */
function tableBlock(rows: readonly (readonly Inline[])[]): PageBlock[] {
	const cells = rows.flat();
	const text = rows
		.map((row) =>
			row
				.map((cell) => cell.text)
				.join(" | ")
				.trim(),
		)
		.filter((row) => /[^|\s]/.test(row))
		.join("\n");
	const linked = cells.reduce((sum, cell) => sum + cell.linked, 0);
	return block("table", { text, links: cells.flatMap((cell) => cell.links), linked });
}
