import { numberer } from "../numberer.ts";
import type { Outline } from "../outline.ts";

/** What elements look like, and how often that comes again. */
export interface Looks {
	/** Of each element, the number of its tag and names with its parent's. */
	readonly pair: Int32Array;
	/** How many siblings of the same tag and names each element has, itself included, and their mean prose. */
	readonly row: Int32Array;
	readonly mean: Float64Array;
	/** Above each element the box that has most siblings of its own kind: a card's, a post's, a comment's. */
	readonly repeated: Int32Array;
	/** Which row of siblings each element is in. */
	readonly rowOf: Int32Array;
}

/** Of each element, the number of its tag and names with its parent's. */
function pairs({ signature, signatures, parent }: Outline): Int32Array {
	const ofPair = numberer<number>();
	// Small keys are found faster, and on most pages the number of signatures keeps them small.
	return signature.map((own, e) => ofPair(own * signatures.length + (signature[parent[e] ?? 0] ?? 0)));
}

/** How many siblings of the same tag and names each element has, itself included, and their prose. */
function siblings({ parent, prose, signature, signatures }: Outline): {
	readonly count: Int32Array;
	readonly mean: Float64Array;
	readonly group: Int32Array;
} {
	const ofGroup = numberer<number>();
	const group = new Int32Array(parent.length);
	for (let e = 1; e < parent.length; e++)
		group[e] = ofGroup((parent[e] ?? 0) * signatures.length + (signature[e] ?? 0));
	const counts = new Int32Array(parent.length + 1);
	const sums = new Float64Array(parent.length + 1);
	for (let e = 1; e < parent.length; e++) {
		const g = group[e] ?? 0;
		counts[g] = (counts[g] ?? 0) + 1;
		sums[g] = (sums[g] ?? 0) + (prose[e] ?? 0);
	}
	const count = new Int32Array(parent.length);
	const mean = new Float64Array(parent.length);
	for (let e = 1; e < parent.length; e++) {
		const g = group[e] ?? 0;
		count[e] = counts[g] ?? 0;
		mean[e] = (sums[g] ?? 0) / (counts[g] ?? 1);
	}
	return { count, mean, group };
}

/** What the elements of a page look like. */
export function looksOf(outline: Outline): Looks {
	const pair = pairs(outline);
	const { count: row, mean, group: rowOf } = siblings(outline);
	const repeated = new Int32Array(row.length);
	for (let e = 1; e < row.length; e++) {
		const above = repeated[outline.parent[e] ?? 0] ?? 0;
		const isBox = (outline.blocks[e] ?? 0) >= 2;
		repeated[e] = isBox && (row[e] ?? 0) > (row[above] ?? 0) ? e : above;
	}
	return { pair, row, mean, repeated, rowOf };
}
