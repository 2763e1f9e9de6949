/**
 * How the names above a block and the words in it sound: like a body or like the furniture around it. Words are
 * hashed into buckets (Weinberger et al., ICML 2009), each with a weight that a logistic regression gave it.
 */
import { WHOLE_PAGE } from "../names.ts";
import type { Outline } from "../outline.ts";
import type { FeatureGroup, Sound } from "./survey.ts";
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
/** Each token has a bucket of its own and one with the token before. */
const MAX_WORDS = 2 * MAX_TOKENS + 1;

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
function isWord(word: string): boolean {
	for (let i = 0; i < word.length; i++) {
		const unit = word.charCodeAt(i);
		if (unit >= 48 && unit <= 57) return false;
	}
	return word.length > 1;
}

/** Lists of buckets one after the other: each ends where the next begins. */
interface BucketLists {
	readonly buckets: Uint16Array;
	readonly starts: Int32Array;
}

/** The words in names, hashed, and whether each is one. */
interface Vocabulary {
	readonly hashes: Int32Array;
	readonly areWords: Uint8Array;
}

function vocabularyOf({ vocabulary }: Outline): Vocabulary {
	const hashes = new Int32Array(vocabulary.length);
	const areWords = new Uint8Array(vocabulary.length);
	for (let word = 0; word < vocabulary.length; word++) {
		const text = vocabulary[word] ?? "";
		hashes[word] = hashOf(text);
		areWords[word] = isWord(text) ? 1 : 0;
	}
	return { hashes, areWords };
}

/** The buckets of each signature, level by level: its tag and its words there, and its words anywhere. */
function bucketsBySignature(outline: Outline): BucketLists {
	const { signatures, words } = outline;
	const { hashes, areWords } = vocabularyOf(outline);
	const most = words.reduce((sum, own) => sum + 1 + 2 * own.length, 0);
	const buckets = new Uint16Array(LEVELS * most);
	const starts = new Int32Array(LEVELS * signatures.length + 1);
	let [at, list] = [0, 0];
	const addWords = (own: readonly number[], salt: number): void => {
		for (let w = 0; w < own.length; w++) {
			const word = own[w] ?? 0;
			if (areWords[word] === 1) buckets[at++] = bucketOf(hashes[word] ?? 0, salt);
		}
	};
	for (let s = 0; s < signatures.length; s++) {
		const tag = hashOf(`<${signatures[s]?.tag}`);
		const own = words[s] ?? [];
		for (let level = 0; level < LEVELS; level++) {
			buckets[at++] = bucketOf(tag, level);
			addWords(own, level);
			addWords(own, LEVELS);
			starts[++list] = at;
		}
	}
	return { buckets, starts };
}

/** What the buckets of each of those lists weigh together, by one sound; each word's are looked up once. */
function weightsBySignature(
	{ signatures, words }: Outline,
	{ hashes, areWords }: Vocabulary,
	{ weights }: Sound,
): Int32Array {
	const weightOf = (hash: number, salt: number): number => weights[bucketOf(hash, salt)] ?? 0;
	const ofWords = new Int32Array(LEVELS * hashes.length);
	for (let word = 0; word < hashes.length; word++) {
		if (areWords[word] === 0) continue;
		const hash = hashes[word] ?? 0;
		const anywhere = weightOf(hash, LEVELS);
		for (let level = 0; level < LEVELS; level++)
			ofWords[word * LEVELS + level] = anywhere + weightOf(hash, level);
	}
	const sums = new Int32Array(LEVELS * signatures.length);
	for (let s = 0; s < signatures.length; s++) {
		const tag = hashOf(`<${signatures[s]?.tag}`);
		const own = words[s] ?? [];
		for (let level = 0; level < LEVELS; level++) {
			let sum = weightOf(tag, level);
			for (let w = 0; w < own.length; w++) sum += ofWords[(own[w] ?? 0) * LEVELS + level] ?? 0;
			sums[s * LEVELS + level] = sum;
		}
	}
	return sums;
}

/** How many buckets each signature has on every level. */
const countsBySignature = ({ words }: Outline, { areWords }: Vocabulary): Int32Array =>
	Int32Array.from(words, (own) => {
		let count = 1;
		for (const word of own) count += 2 * (areWords[word] ?? 0);
		return count;
	});

/** Reads which lists of buckets the names above a block are hashed into; how many there are. */
function readNames({ signature, parent, elements }: Outline, element: number, lists: Int32Array): number {
	let depth = 0;
	for (let e = element; e > 0 && depth < REACH; e = parent[e] ?? 0, depth++) {
		if (WHOLE_PAGE.has(elements[e]?.tag ?? "")) break;
		lists[depth] = (signature[e] ?? 0) * LEVELS + Math.min(depth, LEVELS - 1);
	}
	return depth;
}

/** Reads the buckets of a block's words and pairs of words; the beginning and the end are words in pairs. */
function readWords({ tokens, counts }: Beginnings, block: number, buckets: Uint16Array): number {
	const from = block * MAX_BEGINNING;
	const count = Math.min(MAX_TOKENS, counts[block] ?? 0);
	let before = START;
	let at = 0;
	for (let t = from; t < from + count; t++) {
		const token = tokens[t] ?? 0;
		buckets[at++] = bucketOf(token, 0);
		buckets[at++] = bucketOf(token, before);
		before = token;
	}
	if (count < MAX_TOKENS) buckets[at++] = bucketOf(END, before);
	return at;
}

/** The buckets of the names above each block, and of its words: what the regressions learn from. */
export function bucketsOf(
	outline: Outline,
): readonly { readonly names: readonly number[]; readonly words: readonly number[] }[] {
	const { buckets, starts } = bucketsBySignature(outline);
	const beginnings = beginningsOf(outline.units, outline.starts);
	const lists = new Int32Array(REACH);
	const heard = new Uint16Array(MAX_WORDS);
	return Array.from(outline.of, (element, i) => ({
		names: [...lists.subarray(0, readNames(outline, element, lists))].flatMap((list) => [
			...buckets.subarray(starts[list], starts[list + 1]),
		]),
		words: [...heard.subarray(0, readWords(beginnings, i, heard))],
	}));
}

/** The sum of so many buckets' weights as a logit: long lists don't count more for being long. */
const soundOf = ({ base, scale }: Sound, sum: number, count: number): number =>
	base + (scale * sum) / Math.sqrt(Math.max(1, count));

/** How names and words sound. */
export const soundFeatures: FeatureGroup = {
	names: ["nameSound", "elsewhereSound", "wordSound"],
	measure: ({ outline, beginnings, sounds }) => {
		const vocabulary = vocabularyOf(outline);
		const sums = weightsBySignature(outline, vocabulary, sounds.names);
		const sumsElsewhere = weightsBySignature(outline, vocabulary, sounds.elsewhere);
		const counts = countsBySignature(outline, vocabulary);
		const { weights } = sounds.words;
		const heardLists = new Int32Array(REACH);
		const heard = new Uint16Array(MAX_WORDS);
		return (i, row, at) => {
			let [ofNames, ofNamesElsewhere, names] = [0, 0, 0];
			const reach = readNames(outline, outline.of[i] ?? 0, heardLists);
			for (let n = 0; n < reach; n++) {
				const list = heardLists[n] ?? 0;
				ofNames += sums[list] ?? 0;
				ofNamesElsewhere += sumsElsewhere[list] ?? 0;
				names += counts[Math.floor(list / LEVELS)] ?? 0;
			}
			row[at++] = soundOf(sounds.names, ofNames, names);
			row[at++] = soundOf(sounds.elsewhere, ofNamesElsewhere, names);
			let ofWords = 0;
			const words = readWords(beginnings, i, heard);
			for (let w = 0; w < words; w++) ofWords += weights[heard[w] ?? 0] ?? 0;
			row[at++] = soundOf(sounds.words, ofWords, words);
		};
	},
};
