/**
 * Boosted trees (Friedman 2001; trained with XGBoost, https://doi.org/10.1145/2939672.2939785) out of a
 * table that a bundle can carry: about two bytes a node. `bench/train/emit.py` writes the tables.
 */

/** A trained model as it is stored; the arrays are little-endian, in base64. */
export interface TreeTable {
	/** The logit before the first tree. */
	readonly base: number;
	/** The logit that a leaf's integer counts in. */
	readonly scale: number;
	/**
	 * A bit for each node, the lowest of a byte first: 1 at a split, 0 at a leaf. Trees stand one after the other,
	 * their nodes in preorder, so this tells where each begins and which nodes are whose children.
	 */
	readonly splits: string;
	/** Int16: a leaf's value; at a split, which of the distinct splits it is. */
	readonly nodes: string;
	/** Uint16: how many distinct splits each feature has; they stand in the features' order. */
	readonly splitCounts: string;
	/** Float32: what the feature must be below to go left. */
	readonly splitThresholds: string;
}

/** A model ready to predict with. */
export interface Trees {
	readonly base: number;
	readonly scale: number;
	/** The first node of each tree. */
	readonly roots: Uint32Array;
	/** The right child of each node; 0 at a leaf. */
	readonly right: Uint32Array;
	/** The feature of each split. */
	readonly feature: Uint16Array;
	/** A split's threshold, or a leaf's value. */
	readonly value: Float32Array;
}

const bytesOf = (base64: string): ArrayBuffer => new Uint8Array(Buffer.from(base64, "base64")).buffer;

/** Unpacks a table; once, when the module that has it is loaded. */
export function unpackTrees(table: TreeTable): Trees {
	const splits = new Uint8Array(bytesOf(table.splits));
	const nodes = new Int16Array(bytesOf(table.nodes));
	const splitThresholds = new Float32Array(bytesOf(table.splitThresholds));
	const splitFeatures = new Uint16Array(splitThresholds.length);
	let counted = 0;
	for (const [at, count] of new Uint16Array(bytesOf(table.splitCounts)).entries()) {
		splitFeatures.fill(at, counted, counted + count);
		counted += count;
	}
	const roots: number[] = [];
	const right = new Uint32Array(nodes.length);
	const feature = new Uint16Array(nodes.length);
	const value = new Float32Array(nodes.length);
	/** Splits whose right child is still to come, the innermost last: it follows the last leaf on its left. */
	const open: number[] = [];
	let followsLeaf = true;
	for (const [i, node] of nodes.entries()) {
		const parent = followsLeaf ? open.pop() : i - 1;
		if (parent === undefined) roots.push(i);
		else if (followsLeaf) right[parent] = i;
		followsLeaf = ((splits[i >> 3] ?? 0) & (1 << (i & 7))) === 0;
		feature[i] = followsLeaf ? 0 : (splitFeatures[node] ?? 0);
		value[i] = followsLeaf ? node : (splitThresholds[node] ?? 0);
		if (!followsLeaf) open.push(i);
	}
	return {
		base: table.base,
		scale: table.scale,
		roots: Uint32Array.from(roots),
		right,
		feature,
		value,
	};
}

/** When to stop early: a logit below `below` after so many trees is final. */
export interface GiveUp {
	readonly after: number;
	readonly below: number;
}

const NEVER: GiveUp = { after: 0, below: Number.NEGATIVE_INFINITY };

/** The logit for the row of features that starts at `offset`. */
export function logit(trees: Trees, rows: Float32Array, offset = 0, giveUp = NEVER): number {
	const { roots, right, feature, value } = trees;
	let sum = 0;
	for (let tree = 0; tree < roots.length; tree++) {
		if (tree === giveUp.after && trees.base + trees.scale * sum < giveUp.below) break;
		let node = roots[tree] as number;
		let next = right[node] as number;
		while (next !== 0) {
			node = (rows[offset + (feature[node] as number)] as number) < (value[node] as number) ? node + 1 : next;
			next = right[node] as number;
		}
		// Leaves are integers: the sum is the same whatever the order, on any machine.
		sum += value[node] as number;
	}
	return trees.base + trees.scale * sum;
}

/** The probability, 0 to 1, for the row of features that starts at `offset`. */
export const predict = (trees: Trees, rows: Float32Array, offset = 0, giveUp = NEVER): number =>
	1 / (1 + Math.exp(-logit(trees, rows, offset, giveUp)));
