/**
 * HTML to blocks in one streaming pass, without a tree: every run of text becomes a block that knows its
 * ancestors. Linear in the size of the page whatever its markup.
 */
import { Parser } from "htmlparser2";
import type { Warning } from "../../shared/article.ts";
import type { Page } from "../page.ts";
import { buildBlocks } from "./blocks.ts";
import { type Element, type NameCache, openDocument, openElement } from "./element.ts";
import { ENDS_HEADING, HEADINGS, RAW_TEXT } from "./elements.ts";
import { collectHead } from "./head.ts";
import { readTables } from "./tables.ts";

/**
 * Elements nested deeper are read as if they ended at once. Browsers do the same at 512; the parser
 * searches its stack at every end tag, so without a limit a hostile page costs the square of its size.
 */
const MAX_DEPTH = 256;

const TRUNCATED: Warning = {
	code: "page-truncated",
	message: "The page holds more text than an article can; what came after the limit was left out.",
};

class BoundedParser extends Parser {
	/** Set by the reader, which keeps the stack that counts. */
	depth: () => number = () => 0;
	/** True inside `<noscript>`: an `<iframe/>` there must not take the rest of the page for its own text. */
	inNoscript: () => boolean = () => false;
	/** Whether the start tag being read stands too deep; decided once, the parser asks twice. */
	private tooDeep = false;

	protected override isVoidElement(name: string): boolean {
		return super.isVoidElement(name) || (this.tooDeep && !RAW_TEXT.has(name));
	}

	override isInForeignContext(): boolean {
		return super.isInForeignContext() || this.inNoscript();
	}

	override onopentagname(start: number, endIndex: number): void {
		this.tooDeep = this.depth() >= MAX_DEPTH;
		super.onopentagname(start, endIndex);
	}

	override onclosetag(start: number, endIndex: number): void {
		this.tooDeep = false;
		super.onclosetag(start, endIndex);
	}
}

/**
 * In HTML `<![CDATA[` is a comment that ends at the first `>`; the parser would leave out all up to `]]>`.
 * In scripts it stands behind a comment's mark.
 */
const withoutCdata = (html: string): string =>
	html.includes("<![CDATA[") ? html.replace(/(?<!\/[/*]\s?)<!\[CDATA\[/g, "<!CDATA[") : html;

/** A page that shows less than this holds its text elsewhere. */
const MIN_SHOWN = 500;
const NOSCRIPT = /<(\/?)noscript(?=[\s>])/gi;

const shown = ({ blocks }: Page): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Reads a page; never throws, whatever the markup. */
export function readHtml(html: string): Page {
	const page = readPage(html);
	if (shown(page) >= MIN_SHOWN || !html.includes("<noscript")) return page;
	// Built by scripts; some, as Discourse's threads, show their text to those without scripts.
	const whole = readPage(html.replaceAll(NOSCRIPT, "<$1div"));
	return shown(whole) >= MIN_SHOWN ? whole : page;
}

function readPage(html: string): Page {
	const head = collectHead();
	const names: NameCache = new Map();
	const builder = buildBlocks(names);
	const tables = readTables(builder.blocks, names);
	const root = openDocument();
	const open: Element[] = [];
	const innermost = (): Element => open.at(-1) ?? root;
	let ordinal = 0;
	/** Where the open heading stands among the open elements, and whether it holds text yet. */
	let headingAt = -1;
	let headingHasText = false;
	let noscripts = 0;

	/** A paragraph or a section below a heading's text means that nobody closed the heading. */
	function closeHeading(tag: string): void {
		const heading = open[headingAt];
		if (!heading || !headingHasText || !ENDS_HEADING.has(tag)) return;
		if (!heading.skipped) builder.flush();
		open[headingAt] = openElement("div", {}, heading.parent, heading.ordinal);
		headingAt = -1;
	}

	function enter(element: Element): void {
		const { tag, attributes } = element;
		if (element.block) builder.flush();
		if (tag === "br") builder.lineBreak(element);
		else if (tag === "a") builder.openLink(attributes.href ?? "", attributes.rel ?? "");
		else if (tag === "time") builder.time(attributes.datetime ?? "");
		else if (tag === "table") tables.open(element);
		else if (tag === "tr") tables.row();
		else if (tag === "td" || tag === "th") tables.openCell(tag === "th");
	}

	function leave(element: Element): void {
		const { tag } = element;
		if (element.block) builder.flush();
		if (tag === "a") builder.closeLink();
		else if (tag === "td" || tag === "th") tables.closeCell();
		else if (tag === "table") tables.close();
	}

	const parser = new BoundedParser({
		onopentag(tag, attributes) {
			if (headingAt >= 0) closeHeading(tag);
			const element = openElement(tag, attributes, innermost(), ordinal++);
			open.push(element);
			if (tag === "noscript") noscripts++;
			else if (headingAt < 0 && HEADINGS.has(tag)) {
				headingAt = open.length - 1;
				headingHasText = false;
			}
			head.open(element);
			if (!element.skipped) enter(element);
			else if (element.block) builder.flush();
		},
		ontext(data) {
			head.text(data);
			const within = innermost();
			if (within.skipped) return;
			builder.text(data, within);
			if (headingAt >= 0 && !headingHasText) headingHasText = data.trim() !== "";
		},
		onclosetag() {
			const element = open.pop();
			if (!element) return;
			if (open.length <= headingAt) headingAt = -1;
			if (element.tag === "noscript") noscripts--;
			head.close(element);
			if (!element.skipped) leave(element);
		},
	});
	parser.depth = () => open.length;
	parser.inNoscript = () => noscripts > 0;
	parser.end(withoutCdata(html));
	builder.flush();
	return {
		blocks: builder.blocks,
		head: head.head(),
		warnings: builder.truncated() ? [TRUNCATED] : [],
	};
}
