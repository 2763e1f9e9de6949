import type { PageBlock } from "../page.ts";

/** Scripts that say in one character what Latin letters need two or three for. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The ranges that hold them all, without what other scripts have in common: dashes, quotation marks, signs. */
const MAY_BE_DENSE = /[\u1100-\u11ff\u2e80-\uffdc]/;

/** What ends a sentence, in the scripts that end them, and what may stand behind it. */
const END = 1;
const CLOSING = 2;
const UNITS = new Uint8Array(0x10000);
for (const mark of ".!?…。！？।॥؟۔။།፡።") UNITS[mark.charCodeAt(0)] = END;
for (const mark of "\"'”’»›)]」』 \t\n\u00a0\u3000") UNITS[mark.charCodeAt(0)] = CLOSING;
/** So much of a text is looked at for its end. */
const MAX_TAIL = 12;

/** Whether what stands there may hold such characters. */
export function mayBeDense(units: Uint16Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) {
		const c = units[i] ?? 0;
		if (c >= 0x1100 && (c <= 0x11ff || (c >= 0x2e80 && c <= 0xffdc))) return true;
	}
	return false;
}

/** Length of a text as if it were written in Latin letters. */
export function latinLength(text: string): number {
	const dense = MAY_BE_DENSE.test(text) ? (text.match(DENSE_SCRIPT)?.length ?? 0) : 0;
	return text.length + 1.5 * dense;
}

/** Does the text end as a sentence does? */
export function endsSentence(text: string): boolean {
	for (let at = text.length - 1; at >= 0 && at >= text.length - MAX_TAIL; at--) {
		const unit = UNITS[text.charCodeAt(at)];
		if (unit !== CLOSING) return unit === END;
	}
	return false;
}

const PRICE = /[$€£¥₹]\s?\d|\d\s?(?:€|£|USD|EUR|zł|Kč|kr\b|元|円|руб)/;

/** Does a short text name a price? */
export const hasPrice = (text: string): boolean => text.length < 120 && PRICE.test(text);

/** How much of running text a table of the same length stands for. */
const TABLE_WEIGHT = 0.3;

/** Characters of running text in a block: 0 for headings, menus, labels and lists of links. */
export function proseIn(block: PageBlock, latin = latinLength(block.text)): number {
	if (block.type === "heading" || block.linkDensity > 0.5) return 0;
	const length = latin * (1 - block.linkDensity);
	if (block.type === "table") return TABLE_WEIGHT * length;
	if (length >= 140) return length;
	return length >= 45 && endsSentence(block.text) ? length : 0;
}
