import type { Article } from "../../shared/article.ts";
import { readText } from "../extractive/sentences.ts";
import { type Day, dayFrom, weekdayOf } from "../extractive/timeline/calendar.ts";
import { findTimeline } from "../extractive/timeline/index.ts";
import { wordsOf } from "../extractive/words.ts";
import { bareWord } from "./bare-word.ts";

/** An article as the rules look at it, made once for all claims. */
export interface Source {
	/** Its language with the region, which decides how numbers are written. */
	readonly locale: string;
	/** All its words, lower case, without possessives. */
	readonly words: ReadonlySet<string>;
	/** Those of them that have a capital somewhere. */
	readonly capitals: ReadonlySet<string>;
	/** The beginnings of its longer words, for languages that bend names. */
	readonly stems: ReadonlySet<string>;
	/** Initials of its runs of capitals: "WHO" for "World Health Organization". */
	readonly initials: ReadonlySet<string>;
	/** Its words in order with one space around each, for verbatim search. */
	readonly running: string;
	/** What its dates mean, absolute or relative to when it was published ("yesterday"), by the passage that has them. */
	readonly dates: readonly KnownDate[];
}

/** A date as far as a claim may say it otherwise. */
export interface KnownDate {
	readonly passage: string;
	readonly year: number;
	readonly month: number | undefined;
	/** 0 is Sunday. */
	readonly weekday: number | undefined;
}

/** A text's words in order with one space around each: marks, case and white space are no difference. */
export const runningWords = (text: string): string =>
	` ${wordsOf(text)
		.map(({ text: word }) => bareWord(word))
		.join(" ")} `;

/** How much of a word stays when it is bent: all of a short one, all but three letters of a long one. */
export const wordStem = (word: string): string => word.slice(0, Math.max(4, word.length - 3));

/** Longer runs of capitals are headings. */
const LONGEST_RUN = 6;

/** The initials of a run of capitals and of all its ends ("the World Health Organization"). */
function initialsOf(run: readonly string[]): string[] {
	const letters = run.map(([first = ""]) => first);
	return letters.map((_, at) => letters.slice(at).join("")).filter(({ length }) => length > 1);
}

/** Everything a name may come from: the article, and what its page says of it. */
const textsOf = ({ blocks, metadata }: Article): string[] => [
	...blocks.map(({ text }) => text),
	...[metadata.title, metadata.subtitle, metadata.publisher?.name, metadata.section].filter(
		(text) => text !== undefined,
	),
	...metadata.authors.map(({ name }) => name),
	...metadata.topics,
];

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days and months; intervals say both of their ends. */
const datesOf = (article: Article): KnownDate[] =>
	findTimeline(readText(article)).flatMap(({ when, evidence }) =>
		when.split("/").flatMap((iso) => {
			const [, year, month] = ISO.exec(iso) ?? [];
			if (year === undefined) return [];
			const day: Day | undefined = dayFrom(iso);
			return evidence.map(({ quote }) => ({
				passage: quote,
				year: Number(year),
				month: month === undefined ? undefined : Number(month),
				weekday: day && weekdayOf(day),
			}));
		}),
	);

/** Reads an article for the rules. */
export function sourceOf(article: Article): Source {
	const words = new Set<string>();
	const capitals = new Set<string>();
	const stems = new Set<string>();
	const initials = new Set<string>();
	const running: string[] = [];
	for (const text of textsOf(article)) {
		let run: string[] = [];
		for (const { text: word } of wordsOf(text)) {
			const bare = bareWord(word);
			for (const part of [bare, ...(bare.includes("-") ? bare.split("-") : [])]) {
				words.add(part);
				stems.add(wordStem(part));
			}
			running.push(bare);
			if (/\p{Lu}/u.test(word)) capitals.add(bare);
			if (/^\p{Lu}/u.test(word)) run = [...run.slice(1 - LONGEST_RUN), ...word.split("-")];
			else if (word.length > 3) run = [];
			if (/^\p{Lu}/u.test(word)) for (const found of initialsOf(run)) initials.add(found);
		}
		running.push("·");
	}
	return {
		locale: article.language,
		words,
		capitals,
		stems,
		initials,
		running: ` ${running.join(" ")} `,
		dates: datesOf(article),
	};
}
