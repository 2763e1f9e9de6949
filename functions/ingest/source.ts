/**
 * An upload's text, made a string no further than it is read. A string as long as a page needs memory that is
 * fresh, and that costs several times what decoding does; pieces are made where the last ones were.
 */

/** Bytes that are decoded at once. */
const PIECE = 24 * 1024;

/** What may follow the name in an end tag. */
const AFTER_NAME: ReadonlySet<number> = new Set(Buffer.from("\t\n\f\r />"));

/** A text that may still be bytes. */
export interface Source {
	/** All of it. */
	whole(): string;
	/** A fresh reader, which begins at the beginning. */
	reader(): SourceReader;
}

/** A text that is a string, or becomes one when it is asked for; `length` is about how long. */
export interface LaterText {
	readonly length: number;
	toString(): string;
}

/** Reads a text piece by piece. */
export interface SourceReader {
	/** `rest`, which is the end of what was read, and more behind it; undefined when there is no more. */
	readOn(rest: string): string | undefined;
	/** Skips all of `rest` and what follows it up to the raw text's end tag; undefined when there is none. */
	skipTo(
		endTag: Uint8Array,
		rest: string,
	): { readonly skipped: LaterText; readonly rest: string } | undefined;
}

/** A text that is a string already comes in one piece. */
export const stringSource = (text: string): Source => ({
	whole: () => text,
	reader() {
		let next: string | undefined = text;
		return {
			readOn() {
				const piece = next;
				next = undefined;
				return piece;
			},
			skipTo: () => undefined,
		};
	},
});

/** Where the character ends that stands at or before an index. */
function endOfCharacter(bytes: Uint8Array, index: number): number {
	let end = index;
	while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
	return end;
}

/** Does raw text end at an index, with a tag that reads like this, whatever its case? */
function endsAt(bytes: Uint8Array, index: number, endTag: Uint8Array): boolean {
	for (let i = 2; i < endTag.length; i++) if (((bytes[index + i] ?? 0) | 32) !== endTag[i]) return false;
	return AFTER_NAME.has(bytes[index + endTag.length] ?? 0);
}

/** Where it ends; -1 for nowhere. */
function endOfRawText(bytes: Buffer, from: number, endTag: Uint8Array): number {
	let at = bytes.indexOf("</", from);
	while (at >= 0 && !endsAt(bytes, at, endTag)) at = bytes.indexOf("</", at + 2);
	return at;
}

class Utf8Reader implements SourceReader {
	readonly #bytes: Buffer;
	/** Where what was read ends. */
	#end = 0;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}

	readOn(rest: string): string | undefined {
		if (this.#end === this.#bytes.length) return undefined;
		const start = this.#end - Buffer.byteLength(rest);
		// As much again as is kept: else what has no end would be decoded as often as it has pieces.
		return this.#read(start, this.#end + Math.max(PIECE, this.#end - start));
	}

	skipTo(endTag: Uint8Array, rest: string): { skipped: LaterText; rest: string } | undefined {
		const start = this.#end - Buffer.byteLength(rest);
		const end = endOfRawText(this.#bytes, start, endTag);
		if (end < 0) return undefined;
		const bytes = this.#bytes.subarray(start, end);
		const skipped =
			bytes.length < PIECE ? bytes.toString() : { length: bytes.length, toString: () => bytes.toString() };
		return { skipped, rest: this.#read(end, end + PIECE) };
	}

	#read(start: number, end: number): string {
		this.#end = endOfCharacter(this.#bytes, Math.min(this.#bytes.length, end));
		return this.#bytes.toString("utf8", start, this.#end);
	}
}

/** A text in valid UTF-8. */
export function utf8Source(bytes: Uint8Array): Source {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let whole: string | undefined;
	return {
		whole: () => (whole ??= buffer.toString()),
		reader: () => new Utf8Reader(buffer),
	};
}
