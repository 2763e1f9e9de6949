import type { PageBlock } from "../page.ts";

/** Scripts that say in one character what Latin letters need two or three for. */
const DENSE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The ranges that hold them all, without what other scripts have in common: dashes, quotation marks, signs. */
const MAY_BE_DENSE = /[\u1100-\u11ff\u2e80-\uffdc]/;

/** What ends a sentence, in the scripts that end them. */
const SENTENCE_END = /[.!?…。！？।॥؟۔။།፡።]["'”’»›)\]」』\s]*$/;

/** Length of a text as if it were written in Latin letters. */
export function latinLength(text: string): number {
	const dense = MAY_BE_DENSE.test(text) ? (text.match(DENSE_SCRIPT)?.length ?? 0) : 0;
	return text.length + 1.5 * dense;
}

/** Does the text end as a sentence does? */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-12));

const PRICE = /[$€£¥₹]\s?\d|\d\s?(?:€|£|USD|EUR|zł|Kč|kr\b|元|円|руб)/;

/** Does a short text name a price? */
export const hasPrice = (text: string): boolean => text.length < 120 && PRICE.test(text);

/** How much of running text a table of the same length stands for. */
const TABLE_WEIGHT = 0.3;

/** Characters of running text in a block: 0 for headings, menus, labels and lists of links. */
export function proseIn(block: PageBlock): number {
	if (block.type === "heading" || block.linkDensity > 0.5) return 0;
	const length = latinLength(block.text) * (1 - block.linkDensity);
	if (block.type === "table") return TABLE_WEIGHT * length;
	if (length >= 140) return length;
	return length >= 45 && endsSentence(block.text) ? length : 0;
}
