import { describe, expect, it } from "vitest";
import { predict, type TreeTable, unpackTrees } from "../../../functions/shared/trees.ts";

const base64 = (array: Int16Array | Uint8Array | Uint16Array | Float32Array): string =>
	Buffer.from(array.buffer).toString("base64");

/** Two trees: `length < 40 ? -2 : (links < 0.5 ? 3 : -1)`, and a single leaf of 1. */
const TABLE: TreeTable = {
	base: -0.5,
	scale: 0.25,
	splits: base64(Uint8Array.of(0b000101)),
	nodes: base64(Int16Array.of(0, -2, 1, 3, -1, 1)),
	splitCounts: base64(Uint16Array.of(1, 1)),
	splitThresholds: base64(Float32Array.of(40, 0.5)),
};

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

describe("boosted trees", () => {
	const trees = unpackTrees(TABLE);

	it("add up one leaf a tree and give a probability", () => {
		expect(predict(trees, Float32Array.of(80, 0.1))).toBeCloseTo(sigmoid(-0.5 + 0.25 * 4), 12);
	});

	it("go left below a threshold and right at it", () => {
		expect(predict(trees, Float32Array.of(39.9, 0))).toBeCloseTo(sigmoid(-0.5 - 0.25), 12);
		expect(predict(trees, Float32Array.of(40, 0.5))).toBeCloseTo(sigmoid(-0.5), 12);
	});

	it("read the row that starts at the offset", () => {
		const rows = Float32Array.of(80, 0.1, 10, 0.1);
		expect(predict(trees, rows, 2)).toBe(predict(trees, rows.slice(2)));
	});
});
