/** htmlparser2's parser, bounded in depth, that reads of a page's text and attributes only what is asked for. */
import { type Handler, Parser, type QuoteType } from "htmlparser2";
import {
	type AttributeName,
	type Attributes,
	attributeNamed,
	NONE,
	noAttributes,
	type ReadAttributes,
} from "./attributes.ts";
import { RAW_TEXT } from "./elements.ts";
import { PageTokenizer } from "./tokenizer.ts";

/**
 * Elements nested deeper are read as if they ended at once. Browsers do the same at 512; the parser
 * searches its stack at every end tag, so without a limit a hostile page costs the square of its size.
 */
const MAX_DEPTH = 256;

/** Raw text in which character references stand for characters all the same. */
const WITH_REFERENCES: ReadonlySet<string> = new Set(["title", "textarea"]);

/** Character references that pages are full of. */
const COMMON: ReadonlyMap<string, string> = new Map(
	Object.entries({ amp: "&", nbsp: "\u00a0", quot: '"', lt: "<", gt: ">", rsquo: "’", lsquo: "‘" }).concat(
		Object.entries({ rdquo: "”", ldquo: "“", ndash: "–", mdash: "—", hellip: "…", copy: "©", raquo: "»" }),
	),
);
const REFERENCE = /&(?:([a-z]{2,6})|#(\d{2,4}));/y;
/** What no reference begins with, and in addresses what only looks like one: `?a=1&b=2`. */
const BARE = /&(?![a-z\d#])/iy;
const BARE_IN_ATTRIBUTE = /&(?:(?![a-z\d#])|[a-z\d]{1,40}=)/iy;

/** The character of a common reference; of the numbers those that stand for themselves. */
function characterOf(name: string | undefined, number: number): string | undefined {
	if (name !== undefined) return COMMON.get(name);
	return number >= 0xa0 || (number >= 0x20 && number < 0x7f) ? String.fromCharCode(number) : undefined;
}

/** The text in the parts that the parser makes of it; undefined if it has other references than the common ones. */
function commonParts(text: string, bare: RegExp): readonly string[] | undefined {
	const parts: string[] = [];
	let start = 0;
	for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", Math.max(start, at + 1))) {
		REFERENCE.lastIndex = at;
		bare.lastIndex = at;
		const match = REFERENCE.exec(text);
		const character = match ? characterOf(match[1], Number(match[2])) : undefined;
		if (character !== undefined) {
			if (at > start) parts.push(text.slice(start, at));
			parts.push(character);
			start = REFERENCE.lastIndex;
		} else if (match || !bare.test(text)) return undefined;
	}
	if (start < text.length) parts.push(text.slice(start));
	return parts;
}

/** Decodes what holds character references; most text has none, so the page's tokenizer skips over them. */
class ReferenceDecoder {
	readonly #parser = new Parser({
		ontext: (part) => this.#visit(part),
		onattribute: (_name, value) => this.#visit(value),
	});
	#visit: (part: string) => void = () => {};

	/** Hands on text in parts; `tag` opens the element it stands in, if markup isn't read there. */
	text(text: string, tag: string, visit: (part: string) => void): void {
		const parts = commonParts(text, BARE);
		if (parts) {
			for (const part of parts) visit(part);
			return;
		}
		this.#visit = visit;
		this.#parser.parseComplete(tag + text);
	}

	/** The value of an attribute that stands between these quotes, if any. */
	value(value: string, quote: string): string {
		const parts = commonParts(value, BARE_IN_ATTRIBUTE);
		if (parts) return parts.join("");
		let decoded = "";
		this.#visit = (whole) => {
			decoded = whole;
		};
		this.#parser.parseComplete(`<a a=${quote}${value}${quote}>`);
		return decoded;
	}
}

/** What the parser tells its reader, who keeps the stack of open elements. */
export interface PageHandler extends Required<Pick<Handler, "ontext" | "onclosetag">> {
	onopentag(tag: string): void;
	/** The tag of the innermost open element; undefined when text there isn't wanted. */
	textWithin(): string | undefined;
	depth(): number;
	/** True inside `<noscript>`: an `<iframe/>` there must not take the rest of the page for its own text. */
	inNoscript(): boolean;
}

/** Reads one page. Entities are left to us: most text has none, and the tokenizer gets over it faster then. */
export class PageParser extends Parser {
	readonly #page: PageHandler;
	readonly #html: string;
	readonly #references = new ReferenceDecoder();
	/** Whether the start tag being read stands too deep; decided once, the parser asks twice. */
	#tooDeep = false;
	#attributes: ReadAttributes | undefined;
	/** The attribute being read, if it is one that is wanted, and where its value stands. */
	#attribute: AttributeName | undefined;
	#valueStart = 0;
	#valueEnd = 0;

	constructor(html: string, page: PageHandler) {
		super(page, { decodeEntities: false, Tokenizer: PageTokenizer });
		this.#html = html;
		this.#page = page;
	}

	/** Reads the page from its beginning to its end. */
	read(): void {
		this.end(this.#html);
	}

	/** The attributes of the tag that was just opened. */
	attributes(): Attributes {
		return this.#attributes ?? NONE;
	}

	protected override isVoidElement(name: string): boolean {
		return super.isVoidElement(name) || (this.#tooDeep && !RAW_TEXT.has(name));
	}

	override isInForeignContext(): boolean {
		return super.isInForeignContext() || this.#page.inNoscript();
	}

	override onopentagname(start: number, endIndex: number): void {
		this.#attributes = undefined;
		this.#tooDeep = this.#page.depth() >= MAX_DEPTH;
		super.onopentagname(start, endIndex);
	}

	override onclosetag(start: number, endIndex: number): void {
		this.#attributes = undefined;
		this.#tooDeep = false;
		super.onclosetag(start, endIndex);
	}

	override onattribname(start: number, endIndex: number): void {
		this.#attribute = attributeNamed(this.#html, start, endIndex);
		this.#valueStart = endIndex;
		this.#valueEnd = endIndex;
	}

	override onattribdata(start: number, endIndex: number): void {
		this.#valueStart = start;
		this.#valueEnd = endIndex;
	}

	override onattribend(_quote: QuoteType, _endIndex: number): void {
		const name = this.#attribute;
		if (name === undefined) return;
		this.#attributes ??= noAttributes();
		// Of two of one name, the first counts.
		this.#attributes[name] ??= this.#value();
	}

	#value(): string {
		const value = this.#html.slice(this.#valueStart, this.#valueEnd);
		if (!value.includes("&")) return value;
		const before = this.#html[this.#valueStart - 1];
		return this.#references.value(value, before === '"' || before === "'" ? before : "");
	}

	override ontext(start: number, endIndex: number): void {
		const within = this.#page.textWithin();
		if (within === undefined) return;
		const text = this.#html.slice(start, endIndex);
		const isMarkup = !RAW_TEXT.has(within) || this.isInForeignContext();
		const hasReferences = text.includes("&") && (isMarkup || WITH_REFERENCES.has(within));
		if (hasReferences) this.#references.text(text, isMarkup ? "" : `<${within}>`, this.#page.ontext);
		else this.#page.ontext(text);
	}
}
