/**
 * An upload's text, made a string no further than it is read. A string as long as a page needs memory that is
 * fresh, and that costs several times what decoding does; pieces are made where the last ones were.
 */

/** Bytes that are decoded at once. */
const PIECE = 24 * 1024;

/** Bytes that are looked through again, since what is searched for may stand where a piece ends: more than the longest end tag. */
const OVERLAP = 32;

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

/** Tells where in a text something stands; -1 for nowhere. */
export type Find = (text: string) => number;

/** Reads a text piece by piece. */
export interface SourceReader {
	/** `rest`, which is the end of what was read, and more behind it; undefined when there is no more. */
	readOn(rest: string): string | undefined;
	/**
	 * Skips all of `rest` and what follows it up to where `find` finds in a piece what it searches for, which is
	 * in ASCII and no longer than pieces overlap: a piece has a character for each byte here. Undefined when it is nowhere.
	 */
	skipTo(find: Find, rest: string): { readonly skipped: LaterText; readonly rest: string } | undefined;
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

/** The index, or where the character ends that it stands in. */
function endOfCharacter(bytes: Uint8Array, index: number): number {
	let end = index;
	while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
	return end;
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

	skipTo(find: Find, rest: string): { skipped: LaterText; rest: string } | undefined {
		const start = this.#end - Buffer.byteLength(rest);
		const end = this.#search(find, start);
		if (end < 0) return undefined;
		const bytes = this.#bytes.subarray(start, end);
		const skipped =
			bytes.length < PIECE ? bytes.toString() : { length: bytes.length, toString: () => bytes.toString() };
		return { skipped, rest: this.#read(end, end + PIECE) };
	}

	#search(find: Find, from: number): number {
		for (let at = from; at < this.#bytes.length; at += PIECE - OVERLAP) {
			const found = find(this.#bytes.toString("latin1", at, at + PIECE));
			if (found >= 0) return at + found;
		}
		return -1;
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
