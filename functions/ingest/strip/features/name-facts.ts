import type { Outline } from "../outline.ts";
import type { Lexicon } from "./survey.ts";

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
	/** How much each element's own name speaks for a body. */
	readonly score: Float32Array;
	/** How many elements bear a word of each group; the first is of forums. */
	readonly counts: readonly number[];
}

/** Reads each different name once. */
export function readNames({ elements }: Outline, lexicon: Lexicon): NameFacts {
	const known = new Map<string, { readonly score: number; readonly groups: ReadonlySet<number> }>();
	const score = new Float32Array(elements.length);
	const counts = WORD_GROUPS.map(() => 0);
	for (const [e, element] of elements.entries()) {
		if (!element || element.names === "") continue;
		let facts = known.get(element.names);
		if (!facts) {
			let sum = 0;
			const groups = new Set<number>();
			for (const word of element.names.split(" ")) {
				sum += lexicon.get(word) ?? 0;
				const group = GROUP_OF.get(word);
				if (group !== undefined) groups.add(group);
			}
			facts = { score: sum, groups };
			known.set(element.names, facts);
		}
		score[e] = facts.score;
		for (const group of facts.groups) counts[group] = (counts[group] ?? 0) + 1;
	}
	return { score, counts };
}
