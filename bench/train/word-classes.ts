/**
 * Writes which common English words are verbs and which adjectives, by what stands around them in news:
 * `node bench/train/word-classes.ts > functions/summarise/extractive/word-classes.ts`. Only parts that nothing is
 * reported on are counted.
 */
import * as z from "zod";
import { stopWordsOf } from "../../functions/summarise/extractive/stop-words.ts";
import { isTelling } from "../../functions/summarise/extractive/words.ts";
import { linesOf, partOf } from "../summarise/data.ts";
import { annotatedLines } from "../summarise/lines.ts";

const VERBS = 700;
const ADJECTIVES = 300;
/** Fewer telling places than this say nothing. */
const FEWEST = 4;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const DETERMINERS = set(
	"the a an his her their its my our your this these those some any no every each another",
);
const PREPOSITIONS = set("of in on at for with from by about between against into over under");
const BEFORE_VERBS = set(
	"to will would can could should may might must not they we he she it who i you don't didn't doesn't won't can't couldn't wouldn't",
);
const OBJECTS = set("the a an his her their its my our your this these those that him them it me us to");
const AUXILIARIES = set("is are was were be been being has have had");

interface Counts {
	noun: number;
	verb: number;
	adjective: number;
	all: number;
}

const stopWords = stopWordsOf("en");
const says = (word: string): boolean => /^\p{L}/u.test(word) && isTelling(word, stopWords);

/** What the words on both sides of one say it is. */
function classOf(word: string, before: string, after: string): "noun" | "verb" | "adjective" | undefined {
	if (!says(after)) {
		if (DETERMINERS.has(before)) return "noun";
		if (PREPOSITIONS.has(before) && !OBJECTS.has(after)) return "noun";
	}
	if (after === "of" && !OBJECTS.has(before)) return "noun";
	if (BEFORE_VERBS.has(before)) return "verb";
	if (OBJECTS.has(after) && !DETERMINERS.has(before)) return "verb";
	if (DETERMINERS.has(before) && says(after)) return "adjective";
	if (AUXILIARIES.has(before)) return /(?:ed|en|ing)$/.test(word) ? "verb" : "adjective";
	return undefined;
}

function count(texts: Iterable<string>): Map<string, Counts> {
	const counts = new Map<string, Counts>();
	for (const text of texts) {
		const words = text.match(/\p{L}[\p{L}'’-]*|\p{N}+|[^\s\p{L}\p{N}]/gu) ?? [];
		for (const [at, word] of words.entries()) {
			if (!/^\p{Ll}{3}/u.test(word) || !says(word)) continue;
			const own = counts.get(word) ?? { noun: 0, verb: 0, adjective: 0, all: 0 };
			counts.set(word, own);
			own.all++;
			const found = classOf(word, (words[at - 1] ?? ".").toLowerCase(), (words[at + 1] ?? ".").toLowerCase());
			if (found) own[found]++;
		}
	}
	return counts;
}

function* trainingTexts(): Generator<string> {
	for (const name of ["cnndm-val", "keyphrases-kpcrowd"])
		for (const { text } of linesOf(name, "train")) yield text;
	for (const name of ["cnndm-train", "bbc-extractive"]) for (const { text } of linesOf(name)) yield text;
	for (const line of annotatedLines("quotes-polnear-train", z.object({ id: z.string(), text: z.string() })))
		if (partOf(line) === "train") yield line.text;
}

const known = [...count(trainingTexts())].filter(
	([, { noun, verb, adjective }]) => noun + verb + adjective >= FEWEST,
);
const isVerb = ({ noun, verb, adjective }: Counts): boolean => verb > noun && verb > 0.7 * adjective;
const isAdjective = ({ noun, adjective }: Counts): boolean => adjective > 4 * noun;
const commonest = (fits: (counts: Counts) => boolean, most: number): string =>
	known
		.filter(([, counts]) => fits(counts))
		.sort(([, one], [, other]) => other.all - one.all)
		.slice(0, most)
		.map(([word]) => word)
		.sort()
		.join(" ");

process.stdout.write(`/** Written by bench/train/word-classes.ts; don't edit. */

/** English words that are mostly verbs, or at least end no name of a thing: the commonest of news. */
export const VERBS: ReadonlySet<string> = new Set(
	"${commonest(isVerb, VERBS)}".split(" "),
);

/** English words that are mostly adjectives: one may stand before a noun, none behind it. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
	"${commonest((counts) => !isVerb(counts) && isAdjective(counts), ADJECTIVES)}".split(" "),
);
`);
