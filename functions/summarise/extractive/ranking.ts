/**
 * How much each sentence is worth in a summary. Two routes: boosted trees trained on what summaries of news take, and,
 * for parts of articles and languages whose articles don't open with what matters, centrality.
 */
import { predict, unpackTrees } from "../../shared/trees.ts";
import { opensDangling } from "./openers.ts";
import { central, centralityOf, scaled } from "./ranker/centrality.ts";
import { FEATURES, featuresOf } from "./ranker/features.ts";
import {
	ABOUT_ITSELF,
	HANGING,
	LEANING,
	LEANING_LATER,
	LEANING_SOON,
	LEANING_SOON_IN_GERMAN,
	TO_THE_READER,
} from "./ranker/signs.ts";
import { RANKER } from "./ranker/table.ts";
import { type Likeness, likenessOf, type Seen, type Whole, wholeOf } from "./ranker/whole.ts";
import { isQuestion, isTerminated } from "./readable.ts";
import type { Sentence, Text } from "./sentence.ts";

/** A sentence with its score, the best of the list having 1, and what it is about. */
export interface Ranked {
	readonly sentence: Sentence;
	readonly score: number;
	/** What it is about; numbers that mean the same in all of one ranking. */
	readonly terms: ReadonlySet<number>;
	readonly words: number;
	/** True when it can be read only behind the sentence before it. */
	readonly leans: boolean;
}

/** No more sentences than this are compared with each other: time would grow with their square. */
export const MOST_COMPARED = 400;

const trees = unpackTrees(RANKER);

/** A team sheet, the towns that felt an earthquake: hardly more words than commas. */
const listsNames = (text: string, words: number): boolean =>
	4 * (text.match(/[,、،，;；]/g)?.length ?? 0) > Math.max(words, 16);

/** What makes a good sentence a worse key point, each with its factor. */
const DRAWBACKS: readonly (readonly [
	factor: number,
	applies: (sentence: Sentence, words: number) => boolean,
])[] = [
	[0.4, (sentence) => isQuestion(sentence)],
	[0.6, (_, words) => words < 8],
	[0.7, (sentence) => !isTerminated(sentence)],
	[0.5, ({ text }, words) => listsNames(text, words)],
	[0.5, (_, words) => words > 70],
	[0.8, ({ text }) => LEANING.test(text)],
	[0.6, ({ text }) => LEANING_SOON.test(text)],
	[0.8, ({ text }) => LEANING_LATER.test(text)],
	[0.6, ({ text }) => LEANING_SOON_IN_GERMAN.test(text)],
	[0.6, ({ text }) => HANGING.test(text)],
	[0.5, ({ text }) => ABOUT_ITSELF.test(text)],
	[0.5, ({ text }) => TO_THE_READER.test(text)],
	[0.5, ({ text }) => /https?:\/\/|www\.|\S@\S/.test(text)],
];

/** The languages that the trees were trained on. */
const TRAINED: ReadonlySet<string> = new Set(["en"]);

type Route = (whole: Whole, compared: readonly Seen[], likeness: Likeness) => number[];

/**
 * The trees know nothing of how long the summary may be: of two sentences that they like as much the shorter leaves more
 * room. Chosen on news by cross-validation; the optimum is flat.
 */
const brevity = (words: number): number => (15 / (15 + words)) ** 0.4;

const learned: Route = (whole, compared, likeness) => {
	const rows = featuresOf(whole, compared, likeness);
	return compared.map(
		({ words }, place) => predict(trees, rows, place * FEATURES.length) * brevity(words.length),
	);
};

/** The sentences that are compared: all, or of very many those candidates that share most with the rest. */
function comparedOf(whole: Whole, isCandidate: (seen: Seen) => boolean): readonly Seen[] {
	if (whole.seen.length <= MOST_COMPARED) return whole.seen;
	const candidates = whole.seen.filter(isCandidate);
	const worth = new Map(candidates.map((seen) => [seen, centralityOf(seen, whole)]));
	const best = [...candidates].sort((one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0));
	const kept = new Set(best.slice(0, MOST_COMPARED));
	return candidates.filter((seen) => kept.has(seen));
}

/**
 * What the trees know of English holds elsewhere too, but where they don't know a language's pronouns and times they
 * trust its beginnings too little: measured on German pages against what they say of themselves; the optimum is flat.
 */
const transferred: Route = (whole, compared, likeness) =>
	learned(whole, compared, likeness).map((worth, place) => worth * (1 + place) ** -0.3);

/** Languages whose articles were found to open with something else, where centrality gains most on the lead. */
const NO_PYRAMID: ReadonlySet<string> = new Set(["bn", "tr"]);

/** Texts of fewer sentences were not trained on. */
const FEWEST_SENTENCES = 4;

/** Which route a text takes. What its lead shares with the rest doesn't tell: by that sign German lost 1 to 2 points. */
function routeOf({ language, sentences }: Text): Route {
	if (sentences.length < FEWEST_SENTENCES || NO_PYRAMID.has(language)) return central;
	return TRAINED.has(language) ? learned : transferred;
}

/**
 * Scores candidates, in their order, against the whole text. Of very many only the most central are kept.
 * A part of an article is ranked by centrality: what the trees know of a beginning is not true of its first sentence.
 */
export function rank(text: Text, candidates: readonly Sentence[], isPart = false): Ranked[] {
	const wanted = new Map(candidates.map((sentence) => [sentence.index, sentence]));
	const whole = wholeOf(text);
	const compared = comparedOf(whole, ({ sentence }) => wanted.has(sentence.index));
	const route = isPart ? central : routeOf(text);
	const worths = route(whole, compared, likenessOf(compared));
	const entries = compared.flatMap(({ sentence: { index }, words, terms }, place) => {
		const sentence = wanted.get(index);
		return sentence ? [{ sentence, terms, words: words.length, worth: worths[place] ?? 0 }] : [];
	});
	const salience = scaled(
		entries.map(({ sentence, words, worth }) =>
			DRAWBACKS.reduce(
				(score, [factor, applies]) => (applies(sentence, words) ? score * factor : score),
				worth,
			),
		),
	);
	return entries.map(({ sentence, terms, words }, at) => ({
		sentence,
		score: salience[at] ?? 0,
		terms,
		words,
		// Not what the whole knows: a dateline is off by now.
		leans: opensDangling(sentence.text, text.language),
	}));
}
