import type { Outline } from "../outline.ts";

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

/** How many elements of a page bear a word of each group; the first is of forums. */
export function countNames({ signature, words, vocabulary }: Outline): readonly number[] {
	const groupOf = vocabulary.map((word) => GROUP_OF.get(word));
	const bearers = new Int32Array(words.length);
	for (let e = 0; e < signature.length; e++) {
		const s = signature[e] ?? 0;
		bearers[s] = (bearers[s] ?? 0) + 1;
	}
	const counts = WORD_GROUPS.map(() => 0);
	words.forEach((own, s) => {
		/** A bit a group: of several words of one, the first counts. */
		let borne = 0;
		for (const word of own) {
			const group = groupOf[word];
			if (group === undefined || (borne & (1 << group)) !== 0) continue;
			borne |= 1 << group;
			counts[group] = (counts[group] ?? 0) + (bearers[s] ?? 0);
		}
	});
	return counts;
}
