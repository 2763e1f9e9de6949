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
	readonly groups: ReadonlySet<number>;
}

function readName(names: string, lexicon: Lexicon): Reading {
	let [score, elsewhere] = [0, 0];
	const groups = new Set<number>();
	for (const word of names.split(" ")) {
		const leaning = lexicon.get(word);
		if (leaning) {
			score += leaning[0];
			elsewhere += leaning[1];
		}
		const group = GROUP_OF.get(word);
		if (group !== undefined) groups.add(group);
	}
	return { score, elsewhere, groups };
}

/** Reads each different name once. */
export function readNames({ elements }: Outline, lexicon: Lexicon): NameFacts {
	const known = new Map<string, Reading>();
	const score = new Float32Array(elements.length);
	const elsewhere = new Float32Array(elements.length);
	const counts = WORD_GROUPS.map(() => 0);
	for (const [e, element] of elements.entries()) {
		if (!element || element.names === "") continue;
		let facts = known.get(element.names);
		if (!facts) {
			facts = readName(element.names, lexicon);
			known.set(element.names, facts);
		}
		score[e] = facts.score;
		elsewhere[e] = facts.elsewhere;
		for (const group of facts.groups) counts[group] = (counts[group] ?? 0) + 1;
	}
	return { score, elsewhere, counts };
}
