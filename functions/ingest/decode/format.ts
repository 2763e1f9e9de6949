/**
 * HTML, Markdown or plain text. What the text looks like wins where it is clear; content types and names
 * settle the rest, since tools send `text/plain` for anything.
 */
import type { Format } from "../../shared/article.ts";
import type { UploadHints } from "../page.ts";

/** Characters looked at. */
const HEAD_CHARS = 64 * 1024;

/** Media types and file name endings that name a format; `text/plain` and `application/octet-stream` say nothing. */
const DECLARED: readonly { readonly format: Format; readonly type: RegExp; readonly name: RegExp }[] = [
	{ format: "markdown", type: /^text\/(?:x-)?markdown\b/i, name: /\.(?:md|markdown|mdown|mkd|mdx)$/i },
	{ format: "html", type: /^(?:text\/html|application\/xhtml\+xml)\b/i, name: /\.(?:x?html?|shtml)$/i },
];
const COMPRESSION_ENDING = /\.(?:gz|br|zst|zz)$/i;

/** How an HTML document begins, after comments and the XML declaration; no other format begins so. */
const HTML_DOCUMENT =
	/^\s{0,999}(?:(?:<!--(?:(?!-->)[\s\S]){0,2000}-->|<\?xml[^>]{0,200}>)\s{0,999}){0,3}<(?:!doctype\s{1,9}html|html|head|body)[\s>]/i;
/** End tags and void elements that text about anything but HTML doesn't have. */
const HTML_TAG =
	/<\/(?:p|div|h[1-6]|ul|ol|li|table|article|section|span|a|body|html|blockquote|figure)\s{0,10}>|<br\s{0,10}\/?>/gi;
const ANY_TAG = /<\/?[a-z][^<>]{0,2000}>/i;
/** An HTML fragment has at least this many of them… */
const MIN_TAGS = 3;
/** …no more text than this between two on average… */
const MAX_CHARS_A_TAG = 2000;
/** …and a tag in this share of its lines at least: a text that shows some HTML has most of its lines without. */
const MIN_TAGGED_LINES = 0.4;

/** Marks that people write in Markdown and not in plain text; each is one sign however often it occurs. */
const MARKDOWN_SIGNS: readonly RegExp[] = [
	/^#{1,6} \S/m,
	/\[[^\]\n]{1,200}\]\((?:https?:|\/|#|mailto:)[^)\s]{0,500}\)/,
	/^(?:`{3}|~{3})/m,
	/(?:^|[\s(])\*\*\S[^*_\n]{0,200}\S\*\*(?=[\s).,;:!?]|$)/m,
	// Not `__init__`, which is a name in Python.
	/(?:^|[\s(])__(?!\w{1,200}__)\S[^*_\n]{0,200}\S__(?=[\s).,;:!?]|$)/m,
	/^\|? ?:?-{3,}:? ?\|/m,
	/^\[[^\]\n]{1,100}\]: https?:/m,
	/!\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)/,
	/^\S[^\n]{2,100}\n(?:={3,}|-{3,})$/m,
	/^> \S/m,
];
const MIN_MARKDOWN_SIGNS = 2;

/** Does a text begin as an HTML document does, whatever follows? Most uploads need no more to be told by. */
export const isHtmlDocument = (beginning: string): boolean => HTML_DOCUMENT.test(beginning);

/** The format to read the text as. */
export function formatOf(text: string, { contentType, key }: UploadHints): Format {
	const start = text.slice(0, HEAD_CHARS);
	// Line ends of two characters may take it beyond its bounds.
	const head = start.replaceAll("\r\n", "\n");
	if (isHtmlDocument(start) || isHtmlDocument(head)) return "html";
	const type = contentType?.trim() ?? "";
	const name = key?.replace(COMPRESSION_ENDING, "") ?? "";
	const declared = DECLARED.find((each) => each.type.test(type) || each.name.test(name))?.format;
	if (declared === "markdown") return "markdown";
	if (declared === "html" && ANY_TAG.test(head)) return "html";
	if (looksMarkdown(head)) return "markdown";
	return looksHtml(head) ? "html" : "text";
}

function looksMarkdown(head: string): boolean {
	if (hasFrontMatter(head)) return true;
	return MARKDOWN_SIGNS.filter((sign) => sign.test(head)).length >= MIN_MARKDOWN_SIGNS;
}

function looksHtml(head: string): boolean {
	const tags = head.match(HTML_TAG)?.length ?? 0;
	if (tags < MIN_TAGS || head.length > tags * MAX_CHARS_A_TAG) return false;
	const lines = head.split("\n").filter((line) => line.trim() !== "");
	const tagged = lines.filter((line) => ANY_TAG.test(line)).length;
	return tagged >= MIN_TAGGED_LINES * lines.length;
}

/** `---`, a key, and a closing `---` (Jekyll, Hugo and their kin). */
function hasFrontMatter(head: string): boolean {
	const end = head.indexOf("\n---", 3);
	return head.startsWith("---\n") && end > 0 && /^[\w-]{1,60}:/m.test(head.slice(4, end));
}
