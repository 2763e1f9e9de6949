/**
 * HTML to blocks in one streaming pass, without a tree: every run of text becomes a block that knows its
 * ancestors. Linear in the size of the page whatever its markup.
 */
import type { Warning } from "../../shared/article.ts";
import type { Page } from "../page.ts";
import { type Source, stringSource } from "../source.ts";
import { NONE } from "./attributes.ts";
import { buildBlocks } from "./blocks.ts";
import { Contexts, type Element, openDocument, openElement } from "./element.ts";
import { collectHead } from "./head.ts";
import { PageParser } from "./parser.ts";
import { readTables } from "./tables.ts";
import { type Tag, tagOf } from "./tags.ts";

const TRUNCATED: Warning = {
	code: "page-truncated",
	message: "The page holds more text than an article can; what came after the limit was left out.",
};

/** A page that shows less than this holds its text elsewhere. */
const MIN_SHOWN = 500;
const NOSCRIPT = /<(\/?)noscript(?=[\s>])/gi;

const shown = ({ blocks }: Page): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Reads a page; never throws, whatever the markup. */
export function readHtml(html: string | Source): Page {
	const source = typeof html === "string" ? stringSource(html) : html;
	const page = readPage(source);
	if (shown(page) >= MIN_SHOWN || !source.whole().includes("<noscript")) return page;
	// Built by scripts; some, as Discourse's threads, show their text to those without scripts.
	const whole = readPage(stringSource(source.whole().replaceAll(NOSCRIPT, "<$1div")));
	return shown(whole) >= MIN_SHOWN ? whole : page;
}

/** What browsers show nothing of, or only a stand-in: scripts fill pages from text that is kept there. */
const CONCEALING = /<(\/?)(?:noscript|template|textarea|object|canvas|video|audio|map|svg|select)(?=[\s>])/gi;

/** Reads a page as if all that such elements hold were shown; undefined where there are none. */
export function readConcealed(html: string): Page | undefined {
	const revealed = html.replaceAll(CONCEALING, "<$1div");
	return revealed === html ? undefined : readPage(stringSource(revealed));
}

const DIV = tagOf("div");

function readPage(html: Source): Page {
	const head = collectHead();
	const contexts = new Contexts();
	const builder = buildBlocks(contexts);
	const tables = readTables(builder.blocks, contexts);
	const root = openDocument();
	const open: Element[] = [];
	const innermost = (): Element => open.at(-1) ?? root;
	/** Where the open heading stands among the open elements, and whether it holds text yet. */
	let headingAt = -1;
	let headingHasText = false;
	let noscripts = 0;

	/** A paragraph or a section below a heading's text means that nobody closed the heading. */
	function closeHeading(tag: Tag): void {
		const heading = open[headingAt];
		if (!heading || !headingHasText || !tag.endsHeading) return;
		if (!heading.skipped) builder.flush();
		open[headingAt] = openElement(DIV, NONE, heading.parent);
		headingAt = -1;
	}

	function enter(element: Element): void {
		const { attributes } = element;
		const tag = element.tag.name;
		if (element.block) builder.flush();
		if (tag === "br") builder.lineBreak(element);
		else if (tag === "a") builder.openLink(attributes.href ?? "", attributes.rel ?? "");
		else if (tag === "time") builder.time(attributes.datetime ?? "");
		else if (tag === "table") tables.open(element);
		else if (tag === "tr") tables.row();
		else if (tag === "td" || tag === "th") tables.openCell(tag === "th");
	}

	function leave(element: Element): void {
		const tag = element.tag.name;
		if (element.block) builder.flush();
		if (tag === "a") builder.closeLink();
		else if (tag === "td" || tag === "th") tables.closeCell();
		else if (tag === "table") tables.close();
	}

	const parser = new PageParser(html.reader(), {
		onopentag(tag, attributes) {
			if (headingAt >= 0) closeHeading(tag);
			const element = openElement(tag, attributes, innermost());
			open.push(element);
			if (tag.name === "noscript") noscripts++;
			else if (headingAt < 0 && tag.isHeading) {
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
		onrawtext: head.text,
		onclosetag() {
			const element = open.pop();
			if (!element) return;
			if (open.length <= headingAt) headingAt = -1;
			if (element.tag.name === "noscript") noscripts--;
			head.close(element);
			if (!element.skipped) leave(element);
		},
		wantsText: () => !innermost().skipped || head.takesText(),
		wantsSpace: () => builder.isOpen() || head.takesText(),
		inNoscript: () => noscripts > 0,
	});
	parser.read();
	builder.flush();
	return {
		blocks: builder.blocks,
		head: head.head(),
		warnings: builder.truncated() ? [TRUNCATED] : [],
	};
}
