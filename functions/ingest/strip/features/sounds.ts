/**
 * How the names above a block and the words in it sound: like a body or like the furniture around it. Words are
 * hashed into buckets (Weinberger et al., ICML 2009), each with a weight that a logistic regression gave it.
 */
import { WHOLE_PAGE } from "../names.ts";
import type { Outline } from "../outline.ts";
import type { FeatureGroup } from "./survey.ts";
import { type Beginnings, beginningsOf, MAX_BEGINNING } from "./tokens.ts";

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

/** Lists of buckets one after the other: each ends where the next begins. */
interface BucketLists {
	readonly buckets: Uint16Array;
	readonly starts: Int32Array;
}

/** The buckets of each signature, level by level: its tag and its words there, and its words anywhere. */
function bucketsBySignature({ signatures, vocabulary, words }: Outline): BucketLists {
	const hashOfWord = vocabulary.map((word) => (isWord(word) ? hashOf(word) : undefined));
	const most = words.reduce((sum, own) => sum + 1 + 2 * own.length, 0);
	const buckets = new Uint16Array(LEVELS * most);
	const starts = new Int32Array(LEVELS * signatures.length + 1);
	let [at, list] = [0, 0];
	for (const [s, element] of signatures.entries()) {
		const tag = hashOf(`<${element?.tag}`);
		const own = words[s] ?? [];
		for (let level = 0; level < LEVELS; level++) {
			buckets[at++] = bucketOf(tag, level);
			for (const salt of [level, LEVELS])
				for (const word of own) {
					const hash = hashOfWord[word];
					if (hash !== undefined) buckets[at++] = bucketOf(hash, salt);
				}
			starts[++list] = at;
		}
	}
	return { buckets, starts };
}

/** What the buckets of each list weigh together. */
function sumsOf({ buckets, starts }: BucketLists, { weights }: Sound): Int32Array {
	const sums = new Int32Array(starts.length - 1);
	for (let list = 0; list < sums.length; list++) {
		let sum = 0;
		for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++)
			sum += weights[buckets[at] ?? 0] ?? 0;
		sums[list] = sum;
	}
	return sums;
}

/** Calls with each list of buckets that an element's names are hashed into. */
function eachName(outline: Outline, element: number, visit: (list: number) => void): void {
	const { signature, parent, elements } = outline;
	for (let e = element, d = 0; e > 0 && d < REACH; e = parent[e] ?? 0, d++) {
		if (WHOLE_PAGE.has(elements[e]?.tag ?? "")) break;
		visit((signature[e] ?? 0) * LEVELS + Math.min(d, LEVELS - 1));
	}
}

/** Calls with the buckets of a block's words and pairs of words; the beginning and the end are words in pairs. */
function eachWord({ tokens, counts }: Beginnings, block: number, visit: (bucket: number) => void): void {
	const from = block * MAX_BEGINNING;
	const count = Math.min(MAX_TOKENS, counts[block] ?? 0);
	let before = START;
	for (let t = from; t < from + count; t++) {
		const token = tokens[t] ?? 0;
		visit(bucketOf(token, 0));
		visit(bucketOf(token, before));
		before = token;
	}
	if (count < MAX_TOKENS) visit(bucketOf(END, before));
}

/** The buckets of the names above each block, and of its words: what the regressions learn from. */
export function bucketsOf(
	outline: Outline,
): readonly { readonly names: readonly number[]; readonly words: readonly number[] }[] {
	const { buckets, starts } = bucketsBySignature(outline);
	const beginnings = beginningsOf(outline.units, outline.starts);
	return Array.from(outline.of, (element, i) => {
		const names: number[] = [];
		const words: number[] = [];
		eachName(outline, element, (list) => names.push(...buckets.subarray(starts[list], starts[list + 1])));
		eachWord(beginnings, i, (bucket) => words.push(bucket));
		return { names, words };
	});
}

/** The sum of so many buckets' weights as a logit: long lists don't count more for being long. */
const soundOf = ({ base, scale }: Sound, sum: number, count: number): number =>
	base + (scale * sum) / Math.sqrt(Math.max(1, count));

/** How names and words sound. */
export const soundFeatures: FeatureGroup = {
	names: ["nameSound", "elsewhereSound", "wordSound"],
	measure: ({ outline, beginnings, sounds }) => {
		const lists = bucketsBySignature(outline);
		const [sums, sumsElsewhere] = [sumsOf(lists, sounds.names), sumsOf(lists, sounds.elsewhere)];
		const { starts } = lists;
		const { weights } = sounds.words;
		return (i, row, at) => {
			let [ofNames, ofNamesElsewhere, names] = [0, 0, 0];
			eachName(outline, outline.of[i] ?? 0, (list) => {
				ofNames += sums[list] ?? 0;
				ofNamesElsewhere += sumsElsewhere[list] ?? 0;
				names += (starts[list + 1] ?? 0) - (starts[list] ?? 0);
			});
			row[at++] = soundOf(sounds.names, ofNames, names);
			row[at++] = soundOf(sounds.elsewhere, ofNamesElsewhere, names);
			let [ofWords, words] = [0, 0];
			eachWord(beginnings, i, (bucket) => {
				ofWords += weights[bucket] ?? 0;
				words++;
			});
			row[at++] = soundOf(sounds.words, ofWords, words);
		};
	},
};
