/**
 * How a text's words sound: like an article's or like the furniture around it. Words are hashed into buckets
 * (Weinberger et al., ICML 2009), each with a weight that a logistic regression gave it.
 */
import { TEXT_WORDS } from "../model/text-words.ts";

/** How many buckets words are hashed into; a power of two. */
export const BUCKETS = 16_384;
/** What is said is said by then. */
const MAX_CHARACTERS = 600;
const MAX_WORDS = 60;

const IDEOGRAPH = "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}";
/** Ideographs and kana one by one, since nothing separates their words. */
const WORD = new RegExp(`[${IDEOGRAPH}]|[[\\p{L}\\p{M}\\p{N}'’]--[${IDEOGRAPH}]]+`, "gv");

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 units, folded into the buckets. */
function bucketOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
	return ((hash >>> 14) ^ hash) & (BUCKETS - 1);
}

/** The buckets of a text's words and pairs of words; its beginning and its end count as words in pairs. */
export function bucketsOf(text: string): readonly number[] {
	const plain = text
		.slice(0, MAX_CHARACTERS)
		.toLowerCase()
		.replace(/\p{N}+/gu, "0");
	const words = (plain.match(WORD) ?? []).slice(0, MAX_WORDS);
	const framed = ["^", ...words, "$"];
	const pairs = framed.slice(1).map((word, at) => `${framed[at]} ${word}`);
	return [...new Set([...words, ...pairs].map(bucketOf))];
}

const WEIGHTS = new Int8Array(new Uint8Array(Buffer.from(TEXT_WORDS.weights, "base64")).buffer);

/** Above 0 when the words are more like an article's, below when more like furniture's. */
export function soundOf(text: string): number {
	const buckets = bucketsOf(text);
	const sum = buckets.reduce((total, bucket) => total + (WEIGHTS[bucket] ?? 0), 0);
	return TEXT_WORDS.base + (TEXT_WORDS.scale * sum) / Math.sqrt(Math.max(1, buckets.length));
}
