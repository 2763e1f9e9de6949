/**
 * From tokens to elements: where they begin and end is told as htmlparser2's parser tells it, bounded in depth, and
 * of a page's text and attributes only what is asked for is read.
 */
import { decodeHTML, decodeHTMLAttribute } from "entities/decode";
import type { QuoteType, Tokenizer, TokenizerCallbacks } from "htmlparser2";
import type { Find, LaterText, SourceReader } from "../source.ts";
import {
	type AllAttributes,
	type AttributeName,
	type Attributes,
	attributeNamed,
	type CommonAttributes,
	NONE,
	noCommonAttributes,
	withRareAttributes,
} from "./attributes.ts";
import { standsAt } from "./name-finder.ts";
import { commonTagAt, type Tag, tagTable } from "./tags.ts";
import { PageTokenizer } from "./tokenizer.ts";

/**
 * Elements nested deeper are read as if they ended at once. Browsers do the same at 512; the stack is
 * searched at every end tag, so without a limit a hostile page costs the square of its size.
 */
const MAX_DEPTH = 256;

/** Raw text in which character references stand for characters all the same. */
const WITH_REFERENCES: ReadonlySet<string> = new Set(["title", "textarea"]);

const SPACE_REFERENCE = /(&nbsp;|&#160;)/;

/** What the parser tells its reader. */
export interface PageHandler {
	onopentag(tag: Tag, attributes: Attributes): void;
	ontext(text: string): void;
	/** Raw text too long for the piece that it begins in, a script's or a style's; not read yet. */
	onrawtext(text: LaterText): void;
	/** The innermost element ends. */
	onclosetag(): void;
	/** Whether text that stands here is wanted. */
	wantsText(): boolean;
	/** Whether white space alone is. */
	wantsSpace(): boolean;
	/** True inside `<noscript>`: an `<iframe/>` there must not take the rest of the page for its own text. */
	inNoscript(): boolean;
}

/** Is it nothing but ASCII's white space? */
function isSpace(html: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const unit = html.charCodeAt(at);
		if (unit > 32 || unit < 9 || (unit > 13 && unit < 32)) return false;
	}
	return true;
}

const nothing = (): void => {};

/** Reads one page. References are left to us: most text has none, and the tokenizer gets over it faster then. */
export class PageParser implements TokenizerCallbacks {
	readonly #page: PageHandler;
	readonly #reader: SourceReader;
	/** What of the page is being read. */
	#html = "";
	readonly #tagNamed = tagTable();
	/** The tags of the open elements, innermost last. */
	readonly #open: Tag[] = [];
	/** Whether markup is foreign, in each open element that tells. */
	readonly #foreign: boolean[] = [false];
	/** The start tag being read; undefined for what is none. */
	#tag: Tag | undefined;
	/** Whether its element ends with it. */
	#isVoid = false;
	#common: CommonAttributes | undefined;
	/** The same with room for all, where there is a rare one. */
	#all: AllAttributes | undefined;
	/** The attribute being read, if it is one that is wanted, and where its value stands. */
	#attribute: AttributeName | undefined;
	#valueStart = 0;
	#valueEnd = 0;

	readonly oncomment = nothing;
	readonly ondeclaration = nothing;
	readonly onprocessinginstruction = nothing;
	readonly onattribentity = nothing;
	readonly ontextentity = nothing;

	constructor(reader: SourceReader, page: PageHandler) {
		this.#reader = reader;
		this.#page = page;
	}

	/** Reads the page from its beginning to its end. */
	read(): void {
		const tokenizer: Tokenizer = new PageTokenizer({ decodeEntities: false }, this);
		tokenizer.write(this.readOn(0) ?? "");
		tokenizer.end();
	}

	/** The page from an index of what is being read on, and more of it; undefined when there is no more. */
	readOn(from: number): string | undefined {
		const html = this.#reader.readOn(this.#html.slice(from));
		if (html !== undefined) this.#html = html;
		return html;
	}

	/** For the tokenizer, of raw text that begins at an index: the page from its end on; undefined when it has none. */
	readOnBehind(from: number, endIn: Find): string | undefined {
		const found = this.#reader.skipTo(endIn, this.#html.slice(from));
		if (!found) return undefined;
		this.#html = found.rest;
		if (this.#page.wantsText()) this.#page.onrawtext(found.skipped);
		return found.rest;
	}

	isInForeignContext(): boolean {
		return this.#foreign.at(-1) === true || this.#page.inNoscript();
	}

	onopentagname(start: number, end: number): void {
		this.#forgetAttributes();
		this.#begin(this.#tagAt(start, end), this.#open.length >= MAX_DEPTH);
	}

	onopentagend(): void {
		const tag = this.#tag;
		if (!tag) return;
		this.#tag = undefined;
		this.#page.onopentag(tag, this.#all ?? this.#common ?? NONE);
		if (this.#isVoid) this.#page.onclosetag();
	}

	onselfclosingtag(): void {
		const ends = this.#tag && !this.#isVoid && this.isInForeignContext();
		this.onopentagend();
		if (ends) this.#endInnermost();
	}

	onclosetag(start: number, end: number): void {
		this.#forgetAttributes();
		const innermost = this.#open.at(-1);
		// Most end what they stand in.
		if (innermost?.name.length === end - start && standsAt(this.#html, start, innermost.name)) {
			this.#endInnermost();
			return;
		}
		const tag = this.#tagAt(start, end);
		const at = tag.isVoid ? -1 : this.#open.lastIndexOf(tag);
		if (at >= 0) while (this.#open.length > at) this.#endInnermost();
		else if (tag.name === "br" || tag.name === "p") {
			// An end tag alone is an empty element.
			this.#begin(tag, false);
			this.onopentagend();
			if (tag.name === "p") this.#endInnermost();
		}
	}

	onattribname(start: number, end: number): void {
		this.#attribute = attributeNamed(this.#html, start, end);
		this.#valueStart = end;
		this.#valueEnd = end;
	}

	onattribdata(start: number, end: number): void {
		this.#valueStart = start;
		this.#valueEnd = end;
	}

	onattribend(_quote: QuoteType, _end: number): void {
		const name = this.#attribute;
		if (name === undefined) return;
		// Of two of one name, the first counts. Where names differ, fields are slow to find.
		this.#common ??= noCommonAttributes();
		const common = this.#all ?? this.#common;
		if (name === "class") common.class ??= this.#value();
		else if (name === "href") common.href ??= this.#value();
		else if (name === "id") common.id ??= this.#value();
		else if (name === "src") common.src ??= this.#value();
		else if (name === "style") common.style ??= this.#value();
		else if (name === "rel") common.rel ??= this.#value();
		else if (name === "role") common.role ??= this.#value();
		else if (name === "aria-hidden") common["aria-hidden"] ??= this.#value();
		else {
			this.#all ??= withRareAttributes(common);
			this.#all[name] ??= this.#value();
		}
	}

	ontext(start: number, end: number): void {
		if (!this.#page.wantsText()) return;
		if (isSpace(this.#html, start, end) && !this.#page.wantsSpace()) return;
		const text = this.#html.slice(start, end);
		const within = this.#open.at(-1);
		const isRaw = within?.isRawText && !WITH_REFERENCES.has(within.name) && !this.isInForeignContext();
		if (isRaw || !text.includes("&")) this.#page.ontext(text);
		// A space alone is between words, whatever it stands between.
		else for (const part of text.split(SPACE_REFERENCE)) if (part !== "") this.#page.ontext(decodeHTML(part));
	}

	oncdata(start: number, end: number, offset: number): void {
		if (this.isInForeignContext()) this.#page.ontext(this.#html.slice(start, end - offset));
	}

	onend(): void {
		while (this.#open.length > 0) this.#endInnermost();
	}

	#tagAt(start: number, end: number): Tag {
		const common = commonTagAt(this.#html, start, end);
		if (common) return common;
		const name = this.#html.slice(start, end).toLowerCase();
		return this.#tagNamed(name === "image" && !this.isInForeignContext() ? "img" : name);
	}

	/** Begins a start tag: ends what it ends, and opens its element. */
	#begin(tag: Tag, isTooDeep: boolean): void {
		const open = this.#open;
		this.#tag = undefined;
		// A form in a form is ignored.
		if (tag.name === "form" && open.includes(tag)) return;
		if (tag.ends)
			for (let inner = open.at(-1); inner && tag.ends.has(inner.name); inner = open.at(-1))
				this.#endInnermost();
		this.#tag = tag;
		this.#isVoid = tag.isVoid || (isTooDeep && !tag.isRawText);
		if (this.#isVoid) return;
		open.push(tag);
		if (tag.isForeign !== undefined) this.#foreign.push(tag.isForeign);
	}

	#endInnermost(): void {
		if (this.#open.pop()?.isForeign !== undefined) this.#foreign.pop();
		this.#page.onclosetag();
	}

	#forgetAttributes(): void {
		this.#common = undefined;
		this.#all = undefined;
	}

	#value(): string {
		const value = this.#html.slice(this.#valueStart, this.#valueEnd);
		return value.includes("&") ? decodeHTMLAttribute(value) : value;
	}
}
