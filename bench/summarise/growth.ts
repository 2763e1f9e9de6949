/** How long an article takes as it grows. */
import type { Article } from "../../functions/shared/article.ts";
import { summarise } from "../../functions/summarise/index.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { articleOf } from "./data.ts";

const SYLLABLES = "ba do ki lu me no ra su ti vo za pe".split(" ");

/** A word of its own for each number. */
const wordOf = (n: number): string =>
	n < SYLLABLES.length
		? (SYLLABLES[n] ?? "")
		: wordOf(Math.floor(n / SYLLABLES.length)) + wordOf(n % SYLLABLES.length);

const nameOf = (n: number): string => wordOf(n + 150).replace(/^./, (letter) => letter.toUpperCase());

/** Fifty words, all different from section to section: names, a quotation, money, a share, a date. */
const section = (n: number): string =>
	`The council of ${nameOf(n)} bought ${n + 2} ${wordOf(n + 300)} ferries for ${n + 3}.5 million euros on 3 March ${1900 + (n % 120)}. "We will need the ${wordOf(n + 700)} before winter comes," said Clara ${nameOf(n + 900)}, the mayor of ${nameOf(n)}. Some ${n % 90} per cent of the ${wordOf(n + 500)} owners agreed with her, among them the company of ${nameOf(n + 40)} Harbour.`;

const articleWith = (words: number): Article =>
	articleOf({
		id: "growth",
		lang: "en",
		title: "The ferries of the council",
		text: Array.from({ length: Math.ceil(words / 56) }, (_, n) => section(n)).join("\n"),
	});

/** A length and the processor's time that it takes. */
export interface Growth {
	readonly words: number;
	readonly milliseconds: number;
}

const median = (values: readonly number[]): number =>
	values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Articles of 700, 2,000, 20,000 and 200,000 words. */
export function growth(): Growth[] {
	const articles = [700, 2_000, 20_000, 200_000].map(articleWith);
	const time = (article: Article, runs: number): number => {
		const start = cpuMilliseconds();
		for (let run = 0; run < runs; run++) summarise(article);
		return (cpuMilliseconds() - start) / runs;
	};
	for (const article of articles.slice(0, 3)) time(article, 20);
	return articles.map((article) => {
		const { words } = article.counts;
		const runs = Math.max(1, Math.round(20_000 / words));
		return { words, milliseconds: median(Array.from({ length: 5 }, () => time(article, runs))) };
	});
}
