/** Which passages of an article are highlighted, and which claims lead to them. */
import { groupBy } from "../../shared/group-by.ts";
import type { Evidence } from "../../shared/summary.ts";

/** A highlighted passage of one block. Highlights of a block don't overlap. */
export interface Highlight {
	readonly block: number;
	readonly start: number;
	readonly end: number;
	readonly id: string;
	/** What its claims cite it by: counted in the order of the summary. */
	readonly number: number;
	/** The id of the first claim that cites it. */
	readonly citedBy: string;
	/** That claim is of the summary's first lines, not of its lists. */
	readonly isMain: boolean;
}

/** Something that the summary says, and where it has that from. */
export interface Claim {
	readonly id: string;
	readonly evidence: readonly Evidence[];
	readonly isMain?: boolean;
}

type Passage = Pick<Evidence, "block" | "start" | "end">;

const mergeOverlaps = (passages: readonly Passage[]): Passage[] => {
	const merged: { block: number; start: number; end: number }[] = [];
	for (const { block, start, end } of passages.toSorted((a, b) => a.start - b.start)) {
		const before = merged.at(-1);
		if (before && start < before.end) before.end = Math.max(before.end, end);
		else merged.push({ block, start, end });
	}
	return merged;
};

/** The highlights of each block in its order, and for evidence those that it lies in. */
export const highlightsOf = (claims: readonly Claim[]) => {
	const cited = groupBy(
		claims.flatMap(({ evidence }) => evidence),
		({ block }) => block,
	);
	const passages = new Map([...cited].map(([block, evidence]) => [block, mergeOverlaps(evidence)]));
	const idsOf = (evidence: readonly Evidence[]): ReadonlyMap<string, Passage> =>
		new Map(
			evidence.flatMap(({ block, start }) =>
				(passages.get(block) ?? [])
					.filter((one) => one.start <= start && start < one.end)
					.map((one): [string, Passage] => [`e${block}-${one.start}`, one]),
			),
		);

	const highlights = new Map<string, Highlight>();
	for (const { id: citedBy, evidence, isMain = false } of claims)
		for (const [id, passage] of idsOf(evidence))
			if (!highlights.has(id))
				highlights.set(id, { ...passage, id, number: highlights.size + 1, citedBy, isMain });

	const inOrder = [...highlights.values()].sort((a, b) => a.start - b.start);
	return {
		byBlock: groupBy(inOrder, ({ block }) => block) as ReadonlyMap<number, readonly Highlight[]>,
		of: (evidence: readonly Evidence[]): Highlight[] =>
			[...idsOf(evidence).keys()].map((id) => highlights.get(id)).filter((one) => one !== undefined),
	};
};
