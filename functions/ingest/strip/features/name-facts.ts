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
	const groupOf = vocabulary.map((word) => GROUP_OF.get(word) ?? []);
	const groupsBySignature = words.map((own) => new Set(own.flatMap((word) => groupOf[word] ?? [])));
	const counts = WORD_GROUPS.map(() => 0);
	for (const s of signature)
		for (const group of groupsBySignature[s] ?? []) counts[group] = (counts[group] ?? 0) + 1;
	return counts;
}
