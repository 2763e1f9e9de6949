/** How many of the ten keywords are key phrases that people named: stems compared, F1 at 10, mean over articles. */
import { keywordsOf } from "../../functions/summarise/extractive/keywords.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { articleOf, linesOf, type Part } from "./data.ts";
import { tokensOf } from "./rouge.ts";

const AT = 10;

const keyOf = (phrase: string): string => tokensOf(phrase).join(" ");

/** Over the first so many articles of kpcrowd; its first line is the headline. */
export function keyPhraseF1(limit: number, part?: Part): number {
	const scores = linesOf("keyphrases-kpcrowd", part)
		.slice(0, limit)
		.map((line) => {
			const wanted = new Set((line.keys ?? []).map(keyOf).filter((key) => key !== ""));
			const [title, ...rest] = line.text.split(/[\r\n]+/);
			const article = articleOf({ ...line, title, text: rest.join("\n") || line.text });
			const found = new Set(keywordsOf(readText(article), AT).map(keyOf));
			const right = [...found].filter((key) => wanted.has(key)).length;
			return right === 0 ? 0 : (2 * right) / (found.size + wanted.size);
		});
	return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}
