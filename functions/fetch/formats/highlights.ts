/** Which passages of an article are highlighted, and which claims lead to them. */
import { groupBy } from "../../shared/group-by.ts";
import type { Evidence } from "../../shared/summary.ts";

/** A highlighted passage of one block. Highlights of a block don't overlap. */
export interface Highlight {
	readonly start: number;
	readonly end: number;
	readonly id: string;
	/** The id of the first claim that cites it. */
	readonly citedBy: string;
}

/** Something that the summary says, and where it has that from. */
export interface Claim {
	readonly id: string;
	readonly evidence: readonly Evidence[];
}

const mergeOverlaps = (passages: readonly { start: number; end: number; citedBy: string }[]) => {
	const merged: { start: number; end: number; citedBy: string }[] = [];
	for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
		const before = merged.at(-1);
		if (before && passage.start < before.end) before.end = Math.max(before.end, passage.end);
		else merged.push({ ...passage });
	}
	return merged;
};

/** The highlights of each block, and for a claim the ids of those that it cites. */
export const highlightsOf = (claims: readonly Claim[]) => {
	const cited = claims.flatMap(({ id, evidence }) =>
		evidence.map((passage) => ({ ...passage, citedBy: id })),
	);
	const byBlock = new Map<number, readonly Highlight[]>();
	for (const [block, passages] of groupBy(cited, (passage) => passage.block))
		byBlock.set(
			block,
			mergeOverlaps(passages).map((passage) => ({ ...passage, id: `e${block}-${passage.start}` })),
		);
	const idsOf = (evidence: readonly Evidence[]): string[] => {
		const ids = evidence.map(
			({ block, start }) => byBlock.get(block)?.find((one) => one.start <= start && start < one.end)?.id,
		);
		return [...new Set(ids)].filter((id) => id !== undefined);
	};
	return { byBlock, idsOf };
};
