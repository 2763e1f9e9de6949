/** Learns what the words of class, id and the like say for or against a body. */

import type { PageBlock } from "../../../functions/ingest/page.ts";
import type { Lexicon } from "../../../functions/ingest/strip/features/survey.ts";
import { WHOLE_PAGE } from "../../../functions/ingest/strip/names.ts";
import type { Outline } from "../../../functions/ingest/strip/outline.ts";

/** A page whose blocks are labelled: the share of each that is body, undefined where unknown. */
export interface LabelledPage {
	readonly site: string;
	/** Is it an article, or another kind of page? */
	readonly isArticle: boolean;
	readonly blocks: readonly PageBlock[];
	readonly outline: Outline;
	readonly labels: readonly (number | undefined)[];
}

/** A word has to be seen on so many sites. */
const MIN_SITES = { everywhere: 4, elsewhere: 3 } as const;
/** Scores nearer to nothing say nothing. */
const MIN_SCORE = 0.4;
/** An element with more of the page's text than this is no part of it. */
const MAX_SHARE = 0.95;
/** Sites that a word is assumed to have been seen on, half of them with the body under it. */
const PRIOR = 1.5;

interface Sums {
	kept: number;
	all: number;
}

/** Text under each word, all and kept, on one page. */
function sumPage({ blocks, outline, labels }: LabelledPage): ReadonlyMap<string, Sums> {
	const size = outline.elements.length;
	const [kept, all] = [new Float64Array(size), new Float64Array(size)];
	for (const [i, e] of outline.of.entries()) {
		const label = labels[i];
		const length = blocks[i]?.text.length ?? 0;
		if (label === undefined) continue;
		kept[e] = (kept[e] ?? 0) + label * length;
		all[e] = (all[e] ?? 0) + length;
	}
	for (let e = size - 1; e > 0; e--) {
		const above = outline.parent[e] ?? 0;
		kept[above] = (kept[above] ?? 0) + (kept[e] ?? 0);
		all[above] = (all[above] ?? 0) + (all[e] ?? 0);
	}
	const sums = new Map<string, Sums>();
	for (const [e, element] of outline.elements.entries()) {
		if (!element || element.names === "" || WHOLE_PAGE.has(element.tag)) continue;
		if ((all[e] ?? 0) > MAX_SHARE * (all[0] ?? 0)) continue;
		for (const word of element.names.split(" ")) {
			if (word.length < 2 || word.length > 24 || /\d/.test(word)) continue;
			const sum = sums.get(word) ?? { kept: 0, all: 0 };
			sum.kept += kept[e] ?? 0;
			sum.all += all[e] ?? 0;
			sums.set(word, sum);
		}
	}
	return sums;
}

/** The words' scores: the log of the odds that text under them is body, sites counting alike. */
function learnWords(pages: readonly LabelledPage[], minSites: number): ReadonlyMap<string, number> {
	const bySite = new Map<string, Map<string, Sums>>();
	for (const page of pages) {
		const words = bySite.get(page.site) ?? new Map<string, Sums>();
		bySite.set(page.site, words);
		for (const [word, { kept, all }] of sumPage(page)) {
			const sum = words.get(word) ?? { kept: 0, all: 0 };
			words.set(word, { kept: sum.kept + kept, all: sum.all + all });
		}
	}
	const votes = new Map<string, { yes: number; no: number }>();
	for (const words of bySite.values())
		for (const [word, { kept, all }] of words) {
			if (all === 0) continue;
			const vote = votes.get(word) ?? { yes: 0, no: 0 };
			votes.set(word, { yes: vote.yes + kept / all, no: vote.no + 1 - kept / all });
		}
	const scores = [...votes]
		.filter(([, { yes, no }]) => yes + no >= minSites - 1e-9)
		.map(([word, { yes, no }]): [string, number] => [
			word,
			Math.round(10 * Math.log((yes + PRIOR / 2) / (no + PRIOR / 2))) / 10,
		])
		.filter(([, score]) => Math.abs(score) >= MIN_SCORE);
	return new Map(scores);
}

/** Words of the names of elements: what they say on all pages, and on those that aren't articles. */
export function learnLexicon(pages: readonly LabelledPage[]): Lexicon {
	const everywhere = learnWords(pages, MIN_SITES.everywhere);
	const elsewhere = learnWords(
		pages.filter(({ isArticle }) => !isArticle),
		MIN_SITES.elsewhere,
	);
	return new Map(
		[...new Set([...everywhere.keys(), ...elsewhere.keys()])]
			.sort((a, b) => (a < b ? -1 : 1))
			.map((word) => [word, [everywhere.get(word) ?? 0, elsewhere.get(word) ?? 0]]),
	);
}
