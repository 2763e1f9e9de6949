/**
 * htmlparser2's tokenizer with a short way through what pages are made of: text, and tags whose attributes
 * have quoted values. It reads these at once, not unit by unit; everything else is left where it stands to the
 * states of the original, so that both read the same, but for CDATA in HTML.
 */
import { QuoteType, Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import type { Find } from "../source.ts";
import { RAW_TEXT } from "./elements.ts";
import { nameFinder } from "./name-finder.ts";
import { afterSpace, endOfBareValue, endOfName, endOfRawText, endOfTagName, next } from "./scan.ts";

/** What the tokenizer tells what it finds, and asks for more of the page. */
interface PieceCallbacks extends TokenizerCallbacks {
	/** What is being read from an index on, and more behind it; undefined when there is no more. */
	readOn?(from: number): string | undefined;
	/** From where the raw text that begins at an index ends, far behind; undefined when it doesn't. */
	readOnBehind?(from: number, endIn: Find): string | undefined;
}

/** What is read and moved here of the tokenizer, which declares it private. */
interface TokenizerStates {
	readonly cbs: PieceCallbacks;
	/** What of the page is being read. */
	buffer: string;
	state: number;
	index: number;
	sectionStart: number;
	/** Whether the text of the element being opened ends at its end tag only, which reads like this, lower case. */
	isSpecial: boolean;
	currentSequence: Uint8Array;
	sequenceIndex: number;
	shouldContinue(): boolean;
	fastForwardTo(unit: number): boolean;
	stateText(unit: number): void;
}

const States = Tokenizer as unknown as new (
	...parameters: ConstructorParameters<typeof Tokenizer>
) => TokenizerStates;

/** The states that the short way begins in or leaves a tag in, by the original's numbers. */
const TEXT = 1;
const AFTER_CLOSING_TAG_NAME = 7;
const BEFORE_ATTRIBUTE_NAME = 8;
const AFTER_ATTRIBUTE_NAME = 10;
const BEFORE_ATTRIBUTE_VALUE = 11;
const IN_SPECIAL_TAG = 24;

const [BANG, QUOTE, APOSTROPHE, HYPHEN, SLASH, LESS, EQUALS, GREATER] = [
	33, 34, 39, 45, 47, 60, 61, 62,
] as const;

const CDATA = "[CDATA[";

/** So much is read ahead of a tag; a longer one that a piece ends in is left to the original. */
const AHEAD = 1024;

const rawTextAt = nameFinder(new Map([...RAW_TEXT].map((name) => [name, name])));

/** The commonest elements whose text ends at their end tag only, with what their text ends at; the others' start tags are left to the original. */
const END_TAGS: ReadonlyMap<string, Uint8Array> = new Map(
	["script", "style", "iframe"].map((name) => [name, new TextEncoder().encode(`</${name}`)]),
);

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

class ShortcutTokenizer extends States {
	/** The original asks before every unit. */
	override shouldContinue(): boolean {
		if (this.state === TEXT) while (this.#readText() && this.#readTag());
		return super.shouldContinue() || this.#readOn(0);
	}

	/** Reads on behind this piece of the page and lets go of what stands before an index; false at the page's end. */
	#readOn(from: number): boolean {
		const more = this.cbs.readOn?.(from);
		if (more === undefined) return false;
		this.buffer = more;
		this.index -= from;
		this.sectionStart -= from;
		return true;
	}

	/** Behind a `<` that begins no tag, text goes on and is read as any other. */
	override stateText(unit: number): void {
		if (unit === LESS) super.stateText(unit);
	}

	override fastForwardTo(unit: number): boolean {
		const at = next(this.buffer, unit, this.index + 1);
		this.index = at < 0 ? this.buffer.length - 1 : at;
		return at >= 0;
	}

	/** Hands on the text up to the next tag, if there is one. */
	#readText(): boolean {
		let at = next(this.buffer, LESS, this.index);
		while (at < 0 && this.#readOn(this.sectionStart)) at = next(this.buffer, LESS, this.index);
		this.index = at < 0 ? this.buffer.length : at;
		if (at < 0) return false;
		if (at > this.sectionStart) this.cbs.ontext(this.sectionStart, at);
		this.sectionStart = at;
		return true;
	}

	/** Reads the tag that begins here; true if it could be read to its end. */
	#readTag(): boolean {
		if (this.buffer.length - this.index < AHEAD) this.#readOn(this.index);
		const html = this.buffer;
		const unit = html.charCodeAt(this.index + 1);
		if (isLetter(unit)) return this.#readStartTag(html, this.index + 1);
		if (unit === BANG && html.charCodeAt(this.index + 2) === HYPHEN)
			return this.#readComment(html, this.index + 2);
		if (unit === BANG) return this.#skipCdata(html, this.index + 2);
		return (
			unit === SLASH && isLetter(html.charCodeAt(this.index + 2)) && this.#readEndTag(html, this.index + 2)
		);
	}

	/** One that its first two hyphens in a row end, as they do most. */
	#readComment(html: string, at: number): boolean {
		if (html.charCodeAt(at + 1) !== HYPHEN) return false;
		const start = at + 2;
		const first = html.charCodeAt(start);
		// Empty, and ended too soon.
		if (first === GREATER || (first === HYPHEN && html.charCodeAt(start + 1) === GREATER)) return false;
		const end = this.#find("--", start);
		if (end < 0 || this.buffer.charCodeAt(end + 2) !== GREATER) return false;
		this.cbs.oncomment(start, end + 2, 2);
		return this.#finish(end + 2);
	}

	/** In HTML `<![CDATA[` is a comment that ends at the first `>`; the original would leave out all up to `]]>`. */
	#skipCdata(html: string, start: number): boolean {
		if (!html.startsWith(CDATA, start) || this.cbs.isInForeignContext?.()) return false;
		const end = this.#find(">", start);
		return this.#finish(end < 0 ? this.buffer.length - 1 : end);
	}

	/** Where this stands from an index on, however far; -1 for nowhere. */
	#find(marks: string, from: number): number {
		let at = this.buffer.indexOf(marks, from);
		while (at < 0 && this.#readOn(0)) at = this.buffer.indexOf(marks, from);
		return at;
	}

	#readEndTag(html: string, start: number): boolean {
		const end = endOfTagName(html, start);
		if (end === html.length) return false;
		this.cbs.onclosetag(start, end);
		if (html.charCodeAt(end) !== GREATER) return this.#leave(AFTER_CLOSING_TAG_NAME, end, -1);
		return this.#finish(end);
	}

	#readStartTag(html: string, start: number): boolean {
		let at = endOfTagName(html, start);
		if (at === html.length) return false;
		const rawText = rawTextAt(html, start, at);
		if (rawText !== undefined && !this.#startRawText(rawText)) return false;
		this.cbs.onopentagname(start, at);
		for (;;) {
			at = afterSpace(html, at);
			const unit = html.charCodeAt(at);
			if (unit === GREATER) {
				this.cbs.onopentagend(at);
				return this.#finish(at);
			}
			if (unit === SLASH && html.charCodeAt(at + 1) === GREATER) {
				this.cbs.onselfclosingtag(at + 1);
				return this.#finish(at + 1);
			}
			// NaN at the page's end.
			if (!(unit > 0) || unit === SLASH || unit === EQUALS) return this.#leave(BEFORE_ATTRIBUTE_NAME, at, -1);
			const end = endOfName(html, at);
			if (end === html.length) return this.#leave(BEFORE_ATTRIBUTE_NAME, at, -1);
			this.cbs.onattribname(at, end);
			const after = afterSpace(html, end);
			if (after === html.length) return this.#leave(AFTER_ATTRIBUTE_NAME, end, end);
			if (html.charCodeAt(after) !== EQUALS) {
				this.cbs.onattribend(QuoteType.NoValue, end);
				at = end;
				continue;
			}
			at = this.#readValue(html, after + 1);
			if (at < 0) return this.#leave(BEFORE_ATTRIBUTE_VALUE, after + 1, end);
		}
	}

	/** Reads an attribute's value; behind it, or -1 if it has no end. */
	#readValue(html: string, at: number): number {
		const start = afterSpace(html, at);
		const quote = html.charCodeAt(start);
		if (quote === QUOTE || quote === APOSTROPHE) {
			const close = next(html, quote, start + 1);
			if (close < 0) return -1;
			this.cbs.onattribdata(start + 1, close);
			this.cbs.onattribend(quote === QUOTE ? QuoteType.Double : QuoteType.Single, close + 1);
			return close + 1;
		}
		const end = endOfBareValue(html, start);
		if (end === html.length) return -1;
		this.cbs.onattribdata(start, end);
		this.cbs.onattribend(QuoteType.Unquoted, end);
		return end;
	}

	/** Elsewhere than in HTML such elements are like any other. */
	#startRawText(name: string): boolean {
		if (this.cbs.isInForeignContext?.()) return true;
		const sequence = END_TAGS.get(name);
		if (!sequence) return false;
		this.isSpecial = true;
		this.currentSequence = sequence;
		return true;
	}

	/** The tag has ended; true if markup follows. */
	#finish(end: number): boolean {
		this.index = end + 1;
		this.sectionStart = end + 1;
		if (!this.isSpecial || this.#readRawText(end + 1)) return true;
		this.state = IN_SPECIAL_TAG;
		this.sequenceIndex = 0;
		return false;
	}

	/** Hands on the text up to its end tag, if there is one. */
	#readRawText(start: number): boolean {
		const sequence = this.currentSequence;
		let end = endOfRawText(this.buffer, start, sequence);
		if (end < 0) {
			const more = this.cbs.readOnBehind?.(start, (text) => endOfRawText(text, 0, sequence));
			if (more === undefined) return false;
			this.buffer = more;
			end = 0;
		} else if (end > start) this.cbs.ontext(start, end);
		this.isSpecial = false;
		this.index = end;
		this.sectionStart = end;
		return true;
	}

	/** Leaves the rest of a tag to the original. */
	#leave(state: number, index: number, sectionStart: number): false {
		this.state = state;
		this.index = index;
		this.sectionStart = sectionStart;
		return false;
	}
}

/** For the parser's option of that name. */
export const PageTokenizer = ShortcutTokenizer as unknown as typeof Tokenizer;
