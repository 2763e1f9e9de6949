/**
 * The door of ingest: an upload's bytes in, its article out. Pure: no network, no files, no clock.
 */
import { createHash } from "node:crypto";
import type { Article, Block, Format, Metadata, StrippedBlock, Warning } from "../shared/article.ts";
import { countArticle, countWords } from "./counts.ts";
import { decode } from "./decode/index.ts";
import { BODY_FROM_DATA, withDataBody } from "./embedded/index.ts";
import { readConcealed, readHtml } from "./html/index.ts";
import { chooseLanguage } from "./language.ts";
import { readMetadata } from "./metadata/index.ts";
import { META_NAMES } from "./metadata/names.ts";
import { readTextMetadata } from "./metadata/text.ts";
import { areNotices } from "./notices.ts";
import type { LabelledBlock, Page, PageBlock, UploadHints } from "./page.ts";
import { pageTypeOf } from "./page-type.ts";
import { tellPosts } from "./posts/index.ts";
import { RejectedUpload } from "./rejected-upload.ts";
import type { Source } from "./source.ts";
import { readMarkup } from "./strip/index.ts";
import { likeliestType } from "./strip/page-types.ts";
import { labelText } from "./text/label.ts";
import { readMarkdown } from "./text/markdown.ts";
import { readText } from "./text/plain.ts";

export type { Article } from "../shared/article.ts";
export { assertUploadSize, MAX_INFLATED_BYTES, MAX_UPLOAD_BYTES } from "./decode/index.ts";
export type { UploadHints } from "./page.ts";
export { RejectedUpload, type RejectionCode } from "./rejected-upload.ts";

/** A page, its blocks with their labels, and what kind of page it is. */
interface Labelled extends Pick<Article, "pageType" | "pageTypeConfidence" | "posts"> {
	readonly page: Page;
	readonly labelled: readonly LabelledBlock[];
}

/** A page of fewer blocks, a fragment or one that scripts build, is like none that types were learned from. */
const MIN_TYPED_BLOCKS = 12;

function labelHtml(page: Page): Labelled {
	const { labelled, odds } = readMarkup(page);
	const type = page.blocks.length < MIN_TYPED_BLOCKS ? { pageType: pageTypeOf(page) } : likeliestType(odds);
	const whole = withDataBody(page, labelled);
	const thread = type.pageType === "forum" ? tellPosts(whole, page.head.language) : { labelled: whole };
	return { page, ...thread, ...type };
}

/** A body that is shorter may be but a notice: then what the page conceals is looked at. */
const MAX_NOTICE = 500;
/** What is concealed is the body if it is so many times as long. */
const CLEARLY_LONGER = 3;

const bodyLength = ({ labelled }: Labelled): number =>
	labelled.reduce((sum, { kind, text }) => sum + (kind === "body" ? text.length : 0), 0);

function readWeb(html: Source): Labelled {
	const shown = labelHtml(readHtml(html));
	const length = bodyLength(shown);
	const page = length < MAX_NOTICE ? readConcealed(html.whole()) : undefined;
	if (!page) return shown;
	const concealed = labelHtml(page);
	return bodyLength(concealed) >= Math.max(CLEARLY_LONGER * length, MAX_NOTICE) ? concealed : shown;
}

const labelPasted = (page: Page): Labelled => ({
	page,
	labelled: labelText(page),
	pageType: pageTypeOf(page),
});

/** How one format is read and described. */
interface Reading {
	readonly read: (text: Source) => Labelled;
	readonly describe: (page: Page, labelled: readonly LabelledBlock[], hints: UploadHints) => Metadata;
}

const READINGS: Readonly<Record<Format, Reading>> = {
	html: { read: readWeb, describe: readMetadata },
	text: { read: (text) => labelPasted(readText(text.whole())), describe: readTextMetadata },
	markdown: { read: (text) => labelPasted(readMarkdown(text.whole())), describe: readTextMetadata },
};

const shapeOf = ({ type, level, text }: PageBlock): Block => ({
	type,
	...(type === "heading" && level !== undefined && { level }),
	text,
});

/** The labelled blocks as the contract keeps them: the article, and what was cut with its place. */
function divide(labelled: readonly LabelledBlock[]): Pick<Article, "blocks" | "stripped"> {
	const blocks: Block[] = [];
	const stripped: StrippedBlock[] = [];
	for (const block of labelled) {
		const { type, text, kind, confidence } = block;
		if (kind === "body") blocks.push(shapeOf(block));
		else stripped.push({ type, text, kind, confidence, after: blocks.length - 1 });
	}
	return { blocks, stripped };
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** What stands there instead of an article, and what to do about it. */
function noArticle(blocks: readonly PageBlock[]): RejectedUpload {
	const links = blocks.reduce((sum, block) => sum + block.links.length, 0);
	const lines = blocks.filter(({ linkDensity }) => linkDensity < 0.5).length;
	const found =
		blocks.length === 0
			? "the upload holds no text that a reader would see; a page that is built by scripts has to be saved after they ran"
			: links > lines
				? `${plural(links, "link")} and ${plural(lines, "short line")}, which looks like a front page or menu; upload the page of one article`
				: `${plural(lines, "short line")} without a paragraph of running text; upload the page of one article`;
	return new RejectedUpload("no-article", `No article text was found: ${found}.`);
}

/** What the page says instead of an article. */
const onlyNotice = (body: string): RejectedUpload =>
	new RejectedUpload(
		"no-article",
		`No article text was found: the page only says "${body.replace(/\s+/g, " ").slice(0, MAX_QUOTED).trim()}"; upload the page as it looks when the article is shown.`,
	);

/** So much of a notice tells which it is. */
const MAX_QUOTED = 80;

/** A text is told from a heap of characters by its beginning. */
const BEGINNING = 1000;
const FEWEST_WORDS = 2;

/** Whether it is one endless word: 25 MiB of a letter, a line of Base64. */
const isOneWord = (body: string): boolean => !/\s/.test(body) && countWords(body, "und") < FEWEST_WORDS;

/** What the page says its language is, nearest to the text first. */
const declaredLanguages = ({ head }: Page): readonly (string | undefined)[] => [
	head.language,
	...META_NAMES.language.map((name) => head.meta.get(name)?.[0]?.split(",")[0]),
];

const dataWarnings = (labelled: readonly LabelledBlock[]): readonly Warning[] =>
	labelled.some(({ fromData }) => fromData) ? [BODY_FROM_DATA] : [];

/** An address that can't be one is left out, and the reader told. */
const addressWarnings = ({ url }: UploadHints): readonly Warning[] =>
	url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))
		? []
		: [{ code: "url-ignored", message: "The address given with the upload is no http(s) URL." }];

/**
 * Reads an upload: plain text, Markdown or HTML, compressed or not, in any charset. Throws `RejectedUpload`
 * for what can't become an article, and nothing else.
 */
export function readArticle(bytes: Uint8Array, hints: UploadHints = {}): Article {
	const { source, format, warnings } = decode(bytes, hints);
	const { read, describe } = READINGS[format];
	const { page, labelled, posts, ...type } = read(source);
	const { blocks, stripped } = divide(labelled);
	const body = blocks.map((block) => block.text).join("\n");
	if (blocks.length === 0 || isOneWord(body.slice(0, BEGINNING))) throw noArticle(page.blocks);
	if (format === "html" && areNotices(labelled.filter(({ kind }) => kind === "body"))) throw onlyNotice(body);
	const language = chooseLanguage(declaredLanguages(page), body.slice(0, 10_000));
	return {
		schema: "precis.article/1",
		sha256: createHash("sha256").update(bytes).digest("hex"),
		format,
		...type,
		language,
		metadata: describe(page, labelled, hints),
		blocks,
		...(posts && { posts }),
		stripped,
		counts: countArticle({ blocks, stripped, language }),
		warnings: [...warnings, ...page.warnings, ...dataWarnings(labelled), ...addressWarnings(hints)],
	};
}

/** The article as plain text: its blocks in order, one a line (a table or code, one a row). */
export const bodyText = (article: Article): string => article.blocks.map(({ text }) => text).join("\n");
