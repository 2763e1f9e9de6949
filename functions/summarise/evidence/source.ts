import type { Article } from "../../shared/article.ts";
import { wordsOf } from "../extractive/words.ts";

/** An article as the rules look at it, made once for all claims. */
export interface Source {
	/** Its language with the region, which decides how numbers are written. */
	readonly locale: string;
	/** All its words, lower case, without possessives. */
	readonly words: ReadonlySet<string>;
	/** The beginnings of its longer words, for languages that bend names. */
	readonly stems: ReadonlySet<string>;
	/** Initials of its runs of capitals: "WHO" for "World Health Organization". */
	readonly initials: ReadonlySet<string>;
	/** Its words in order with one space around each, for verbatim search. */
	readonly running: string;
}

/** A word as it is compared: lower case, one kind of apostrophe, no possessive. */
export const bareWord = (word: string): string =>
	word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, "").replaceAll(".", "");

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

/** Reads an article for the rules. */
export function sourceOf(article: Article): Source {
	const words = new Set<string>();
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
			if (/^\p{Lu}/u.test(word)) run = [...run.slice(1 - LONGEST_RUN), word];
			else if (word.length > 3) run = [];
			if (run.at(-1) === word) for (const found of initialsOf(run)) initials.add(found);
		}
		running.push("·");
	}
	return { locale: article.language, words, stems, initials, running: ` ${running.join(" ")} ` };
}
