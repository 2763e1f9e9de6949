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
import { COMMON_TAGS, RAW_TEXT } from "./elements.ts";
import { nameFinder } from "./name-finder.ts";
import { ReferenceDecoder } from "./references.ts";
import { PageTokenizer } from "./tokenizer.ts";

/**
 * Elements nested deeper are read as if they ended at once. Browsers do the same at 512; the parser
 * searches its stack at every end tag, so without a limit a hostile page costs the square of its size.
 */
const MAX_DEPTH = 256;

/** Raw text in which character references stand for characters all the same. */
const WITH_REFERENCES: ReadonlySet<string> = new Set(["title", "textarea"]);

/** What the parser tells its reader, who keeps the stack of open elements. */
export interface PageHandler extends Required<Pick<Handler, "ontext" | "onclosetag">> {
	onopentag(tag: string): void;
	/** The tag of the innermost open element; undefined when text there isn't wanted. */
	textWithin(): string | undefined;
	depth(): number;
	/** True inside `<noscript>`: an `<iframe/>` there must not take the rest of the page for its own text. */
	inNoscript(): boolean;
}

/** What is used and done differently here of the parser, which declares some of it private. */
interface ParserParts {
	end(html: string): void;
	isInForeignContext(): boolean;
	isVoidElement(name: string): boolean;
	readTagName(start: number, endIndex: number): string;
	onopentagname(start: number, endIndex: number): void;
	onclosetag(start: number, endIndex: number): void;
	onattribname(start: number, endIndex: number): void;
	onattribdata(start: number, endIndex: number): void;
	onattribend(quote: QuoteType, endIndex: number): void;
	ontext(start: number, endIndex: number): void;
}

const Parts = Parser as unknown as new (...parameters: ConstructorParameters<typeof Parser>) => ParserParts;

/** Their names are the same in all that a page may hold, SVG and MathML too. */
const commonTagAt = nameFinder([...COMMON_TAGS]);

/** Reads one page. Entities are left to us: most text has none, and the tokenizer gets over it faster then. */
export class PageParser extends Parts {
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

	override readTagName(start: number, endIndex: number): string {
		return commonTagAt(this.#html, start, endIndex) ?? super.readTagName(start, endIndex);
	}

	override isVoidElement(name: string): boolean {
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
