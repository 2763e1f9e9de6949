/** How a system's summaries compare with the lead's, article by article. */
import { check as violationsOf } from "../../functions/summarise/evidence/index.ts";
import { opensDangling } from "../../functions/summarise/extractive/openers.ts";
import { summarise } from "../../functions/summarise/index.ts";
import { cpuMilliseconds } from "../cpu-time.ts";
import { type Interval, pairedInterval } from "./bootstrap.ts";
import { articleOf, type Line } from "./data.ts";
import { rouge } from "./rouge.ts";
import { LEAD, type System } from "./systems.ts";

const SENTENCES = 3;

type Mode = "sentences" | "matched";
type Row = Readonly<Record<Mode, readonly [rouge1: number, rouge2: number, rougeLsum: number]>> & {
	readonly dangling: number;
	readonly words: number;
	readonly points: number;
};

const wordsOf = (texts: readonly string[]): string[] => texts.join(" ").split(/\s+/).filter(Boolean);

/** The first so many words of a summary, still in sentences. */
function truncated(texts: readonly string[], words: number): string[] {
	const kept: string[] = [];
	let left = words;
	for (const text of texts) {
		if (left <= 0) break;
		const own = text.split(/\s+/);
		kept.push(own.slice(0, left).join(" "));
		left -= own.length;
	}
	return kept;
}

const scoreOf = (reference: string, texts: readonly string[]): [number, number, number] => {
	const { rouge1, rouge2, rougeLsum } = rouge(reference, texts);
	return [100 * rouge1, 100 * rouge2, 100 * rougeLsum];
};

/** Two summaries at as many words as the shorter has, or each as it is: what one system has to say against the lead. */
function rowsOf(
	reference: string,
	ours: readonly string[],
	lead: readonly string[],
): { own: Row; lead: Row } {
	const budget = Math.min(wordsOf(ours).length, wordsOf(lead).length);
	const row = (texts: readonly string[]): Row => ({
		sentences: scoreOf(reference, texts),
		matched: scoreOf(reference, truncated(texts, budget)),
		dangling: texts.filter((text) => opensDangling(text, "en")).length,
		words: wordsOf(texts).length,
		points: texts.length,
	});
	return { own: row(ours), lead: row(lead) };
}

/** One system on one set. */
export interface Figures {
	readonly rouge: readonly number[];
	/** Mean of the three measures, ours minus the lead's, article by article. */
	readonly gain: Readonly<Record<Mode, Interval>>;
	readonly dangling: number;
	readonly words: number;
	readonly milliseconds: number;
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Measures one system on articles. */
export async function measure(system: System, lines: readonly Line[]): Promise<Figures> {
	const [make, lead] = [await system.load(), await LEAD.load()];
	const articles = lines.map(articleOf);
	for (const article of articles.slice(0, 20)) await make(article, SENTENCES);
	const pairs: { own: Row; lead: Row }[] = [];
	let milliseconds = 0;
	for (const [at, article] of articles.entries()) {
		const start = cpuMilliseconds();
		const texts = await make(article, SENTENCES);
		milliseconds += cpuMilliseconds() - start;
		pairs.push(rowsOf(lines[at]?.reference?.[0] ?? "", texts, await lead(article, SENTENCES)));
	}
	const gain = (mode: Mode): Interval =>
		pairedInterval(pairs.map((pair) => mean(pair.own[mode]) - mean(pair.lead[mode])));
	return {
		rouge: [0, 1, 2].map((which) => mean(pairs.map(({ own }) => own.sentences[which] ?? 0))),
		gain: { sentences: gain("sentences"), matched: gain("matched") },
		dangling:
			pairs.reduce((sum, { own }) => sum + own.dangling, 0) /
			Math.max(
				1,
				pairs.reduce((sum, { own }) => sum + own.points, 0),
			),
		words: mean(pairs.map(({ own }) => own.words)),
		milliseconds: milliseconds / Math.max(1, articles.length),
	};
}

/** Share of all evidence that is where it says, over whole default summaries. */
export function exactness(lines: readonly Line[]): number {
	const sound = lines.filter((line) => {
		const article = articleOf(line);
		return violationsOf(summarise(article), article).length === 0;
	});
	return sound.length / Math.max(1, lines.length);
}
