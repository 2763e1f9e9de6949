import type { Outline } from "../outline.ts";

/** How words of names speak for a body, on all pages and on those that aren't articles: the log of the odds. */
export type Lexicon = ReadonlyMap<string, readonly [everywhere: number, elsewhere: number]>;

/** Words that tell what kind of page it is when many elements bear them: one group a line. */
const WORD_GROUPS: readonly (readonly string[])[] = [
	"post posts thread reply replies answer message topic forum avatar vote votes",
	"product price cart sku basket buy shop",
	"card cards teaser tile grid item listing",
	"comment comments commentlist",
	"doc docs api code highlight sphinx toc",
	"article story entry byline",
].map((line) => line.split(" "));

const GROUP_OF: ReadonlyMap<string, number> = new Map(
	WORD_GROUPS.flatMap((words, group) => words.map((word): [string, number] => [word, group])),
);

/** What the names of a page's elements say. */
export interface NameFacts {
	/** How much each element's own name speaks for a body, and how much it does where the page is no article. */
	readonly score: Float32Array;
	readonly elsewhere: Float32Array;
	/** How many elements bear a word of each group; the first is of forums. */
	readonly counts: readonly number[];
}

/** What one name says. */
interface Reading {
	readonly score: number;
	readonly elsewhere: number;
	readonly groups: readonly number[];
}

const NOTHING: Reading = { score: 0, elsewhere: 0, groups: [] };

/** What each name says; each word is looked up once. */
function readings({ vocabulary, words }: Outline, lexicon: Lexicon): readonly Reading[] {
	const leanings = vocabulary.map((word) => lexicon.get(word));
	const groupOf = vocabulary.map((word) => GROUP_OF.get(word));
	return words.map((own) => {
		if (own.length === 0) return NOTHING;
		let score = 0;
		let elsewhere = 0;
		const groups: number[] = [];
		for (const word of own) {
			const leaning = leanings[word];
			if (leaning) {
				score += leaning[0];
				elsewhere += leaning[1];
			}
			const group = groupOf[word];
			if (group !== undefined && !groups.includes(group)) groups.push(group);
		}
		return { score, elsewhere, groups };
	});
}

/** Reads each different name once. */
export function readNames(outline: Outline, lexicon: Lexicon): NameFacts {
	const { signature } = outline;
	const bySignature = readings(outline, lexicon);
	const score = new Float32Array(signature.length);
	const elsewhere = new Float32Array(signature.length);
	const counts = WORD_GROUPS.map(() => 0);
	for (let e = 0; e < signature.length; e++) {
		const own = bySignature[signature[e] ?? 0] ?? NOTHING;
		score[e] = own.score;
		elsewhere[e] = own.elsewhere;
		for (const group of own.groups) counts[group] = (counts[group] ?? 0) + 1;
	}
	return { score, elsewhere, counts };
}
