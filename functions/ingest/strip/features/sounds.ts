/**
 * How the names above a block and the words in it sound: like a body or like the furniture around it. Words are
 * hashed into buckets (Weinberger et al., ICML 2009), each with a weight that a logistic regression gave it.
 */
import { WHOLE_PAGE } from "../names.ts";
import type { Outline } from "../outline.ts";
import type { FeatureGroup } from "./survey.ts";
import { readTokens } from "./tokens.ts";

/** How many buckets words are hashed into; a power of two. */
export const BUCKETS = 4096;
/** How many elements above a block are listened to. */
const REACH = 6;
/** A word says another thing of what it names itself than of what stands deeper; from here on the depth is one. */
const LEVELS = 4;
/** Stand for what no word is: a text's beginning, and its end. */
const START = 1;
const END = 2;
/** A text's beginning tells what it is. */
const MAX_TOKENS = 30;

/** What a logistic regression gave each bucket. */
export interface Sound {
	readonly base: number;
	/** What one step of the weights counts. */
	readonly scale: number;
	readonly weights: Int8Array;
}

/** What is listened to: names on all pages, names where pages that aren't articles count most, and text. */
export interface Sounds {
	readonly names: Sound;
	readonly elsewhere: Sound;
	readonly words: Sound;
}

/** Mixes two numbers into a bucket. */
function bucketOf(hash: number, salt: number): number {
	const mixed = Math.imul(hash ^ Math.imul(salt + 1, 0x9e3779b1), 0x85ebca6b);
	return (mixed ^ (mixed >>> 15)) & (BUCKETS - 1);
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 units. */
function hashOf(word: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	return hash;
}

/** One letter or a number names nothing. */
const isWord = (word: string): boolean => word.length > 1 && !/\d/.test(word);

/** The buckets of each signature, level by level: its tag and its words there, and its words anywhere. */
function bucketsBySignature({ signatures, vocabulary, words }: Outline): readonly (readonly number[])[] {
	const hashOfWord = vocabulary.map((word) => (isWord(word) ? [hashOf(word)] : []));
	return signatures.flatMap((element, s) => {
		const tag = hashOf(`<${element?.tag}`);
		const hashes = (words[s] ?? []).flatMap((word) => hashOfWord[word] ?? []);
		const anywhere = hashes.map((hash) => bucketOf(hash, LEVELS));
		return Array.from({ length: LEVELS }, (_, level) => [
			bucketOf(tag, level),
			...hashes.map((hash) => bucketOf(hash, level)),
			...anywhere,
		]);
	});
}

/** Calls with the place of each list of buckets that an element's names are hashed into. */
function eachName(outline: Outline, element: number, visit: (place: number) => void): void {
	const { signature, parent, elements } = outline;
	for (let e = element, d = 0; e > 0 && d < REACH; e = parent[e] ?? 0, d++) {
		if (WHOLE_PAGE.has(elements[e]?.tag ?? "")) break;
		visit((signature[e] ?? 0) * LEVELS + Math.min(d, LEVELS - 1));
	}
}

/** Calls with the buckets of words and of pairs of words; the beginning and the end are words in pairs. */
function eachWord(tokens: Int32Array, count: number, visit: (bucket: number) => void): void {
	let before = START;
	for (let t = 0; t < count; t++) {
		const token = tokens[t] ?? 0;
		visit(bucketOf(token, 0));
		visit(bucketOf(token, before));
		before = token;
	}
	if (count < tokens.length) visit(bucketOf(END, before));
}

/** The buckets of the names above each block, and of its words: what the regressions learn from. */
export function bucketsOf(
	texts: readonly string[],
	outline: Outline,
): readonly { readonly names: readonly number[]; readonly words: readonly number[] }[] {
	const bySignature = bucketsBySignature(outline);
	const tokens = new Int32Array(MAX_TOKENS);
	return texts.map((text, i) => {
		const names: number[] = [];
		const words: number[] = [];
		eachName(outline, outline.of[i] ?? 0, (place) => names.push(...(bySignature[place] ?? [])));
		eachWord(tokens, readTokens(text, tokens), (bucket) => words.push(bucket));
		return { names, words };
	});
}

/** The sum of so many buckets' weights as a logit: long lists don't count more for being long. */
const soundOf = ({ base, scale }: Sound, sum: number, count: number): number =>
	base + (scale * sum) / Math.sqrt(Math.max(1, count));

/** How names and words sound. */
export const soundFeatures: FeatureGroup = {
	names: ["nameSound", "elsewhereSound", "wordSound"],
	measure: ({ page: { blocks }, outline, sounds }) => {
		const bySignature = bucketsBySignature(outline);
		const sumsOf = ({ weights }: Sound) =>
			bySignature.map((buckets) => buckets.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), 0));
		const [sums, sumsElsewhere] = [sumsOf(sounds.names), sumsOf(sounds.elsewhere)];
		const tokens = new Int32Array(MAX_TOKENS);
		return (i, row, at) => {
			let [ofNames, ofNamesElsewhere, names] = [0, 0, 0];
			eachName(outline, outline.of[i] ?? 0, (place) => {
				ofNames += sums[place] ?? 0;
				ofNamesElsewhere += sumsElsewhere[place] ?? 0;
				names += bySignature[place]?.length ?? 0;
			});
			row[at++] = soundOf(sounds.names, ofNames, names);
			row[at++] = soundOf(sounds.elsewhere, ofNamesElsewhere, names);
			let [ofWords, words] = [0, 0];
			eachWord(tokens, readTokens(blocks[i]?.text ?? "", tokens), (bucket) => {
				ofWords += sounds.words.weights[bucket] ?? 0;
				words++;
			});
			row[at++] = soundOf(sounds.words, ofWords, words);
		};
	},
};
