/**
 * How many of ten key phrases are among those that people named: stems compared, F1 at 10, mean over articles.
 * kpcrowd names some fifty an article, three quarters of them single words; editors and authors name eight of two or
 * three words (DUC 2001, Inspec). So what is named in several words is counted apart.
 */
import type { Article } from "../../functions/shared/article.ts";
import { keywordsOf } from "../../functions/summarise/extractive/keywords.ts";
import type { Text } from "../../functions/summarise/extractive/sentence.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { stopWordsOf } from "../../functions/summarise/extractive/stop-words.ts";
import { isTelling, stemOf, type Word, wordsOf } from "../../functions/summarise/extractive/words.ts";
import { articleOf, linesOf, type Part } from "./data.ts";
import { tokensOf } from "./rouge.ts";

const AT = 10;
const LONGEST = 3;

interface Run {
	readonly form: string;
	readonly words: number;
	readonly first: number;
	count: number;
	capitals: number;
}

/** Words between stop words and punctuation. */
function* runsOf(text: string, stopWords: ReadonlySet<string>): Generator<readonly Word[]> {
	let run: Word[] = [];
	for (const word of wordsOf(text)) {
		const says = isTelling(word.text, stopWords);
		const before = run.at(-1);
		if (before && (!says || text.slice(before.end, word.start) !== " ")) {
			yield run;
			run = [];
		}
		if (says) run.push(word);
	}
	if (run.length > 0) yield run;
}

/** The formula to beat: log frequency × first position × length × capitals. */
function formula({ article, language, sentences }: Text): string[] {
	const runs = new Map<string, Run>();
	let position = 0;
	for (const text of [article.metadata.title ?? "", ...sentences.map((sentence) => sentence.text)]) {
		for (const words of runsOf(text, stopWordsOf(language))) {
			position += words.length;
			if (words.length > LONGEST) continue;
			const key = words.map((word) => stemOf(word.text)).join(" ");
			const form = text.slice(words[0]?.start, words.at(-1)?.end);
			const run = runs.get(key) ?? { form, words: words.length, first: position, count: 0, capitals: 0 };
			run.count++;
			if (words.every((word) => /^\p{Lu}/u.test(word.text))) run.capitals++;
			runs.set(key, run);
		}
	}
	return [...runs.values()]
		.map(({ form, words, first, count, capitals }) => ({
			form,
			score: Math.log(1 + count) * (1 + 1 / (1 + Math.log(first))) * words * (1 + capitals / count),
		}))
		.sort((one, other) => other.score - one.score)
		.slice(0, AT)
		.map(({ form }) => form);
}

/** What finds key phrases, by name. */
export const FINDERS: Readonly<Record<string, (text: Text) => string[]>> = {
	Precis: (text) => keywordsOf(text, AT),
	formula,
};

/** F1 at 10 against all named phrases, and against those of several words. */
export interface KeyPhraseFigures {
	readonly all: number;
	readonly several: number;
}

const keyOf = (phrase: string): string => tokensOf(phrase).join(" ");

function f1(found: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
	const right = [...found].filter((key) => wanted.has(key)).length;
	return right === 0 ? 0 : (2 * right) / (found.size + wanted.size);
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The headline is the first line. */
function articleWithTitle(line: ReturnType<typeof linesOf>[number]): Article {
	const [title, ...rest] = line.text.split(/[\r\n]+/);
	return articleOf({ ...line, title, text: rest.join("\n") || line.text });
}

/** One finder's figures over the first so many articles of a part of kpcrowd. */
export function keyPhraseFigures(
	find: (text: Text) => string[],
	part: Part,
	limit: number,
): KeyPhraseFigures {
	const scores = linesOf("keyphrases-kpcrowd", part)
		.slice(0, limit)
		.map((line) => {
			const wanted = new Set((line.keys ?? []).map(keyOf).filter((key) => key !== ""));
			const several = new Set([...wanted].filter((key) => key.includes(" ")));
			const found = new Set(find(readText(articleWithTitle(line))).map(keyOf));
			return { all: f1(found, wanted), several: several.size > 0 ? f1(found, several) : undefined };
		});
	return {
		all: mean(scores.map(({ all }) => all)),
		several: mean(scores.flatMap(({ several }) => several ?? [])),
	};
}
