import { numberer } from "../numberer.ts";
import type { Outline } from "../outline.ts";
import type { Looks } from "./looks.ts";
import type { FeatureGroup } from "./survey.ts";

/** What each row of siblings holds together, and where it begins. */
function rowSums({ parent, text, linked, blocks, first }: Outline, { rowOf }: Looks) {
	const size = parent.length + 1;
	const sums = {
		text: new Float64Array(size),
		linked: new Float64Array(size),
		blocks: new Int32Array(size),
		first: new Int32Array(size),
	};
	for (let e = parent.length - 1; e > 0; e--) {
		const g = rowOf[e] ?? 0;
		sums.text[g] = (sums.text[g] ?? 0) + (text[e] ?? 0);
		sums.linked[g] = (sums.linked[g] ?? 0) + (linked[e] ?? 0);
		sums.blocks[g] = (sums.blocks[g] ?? 0) + (blocks[e] ?? 0);
		sums.first[g] = first[e] ?? 0;
	}
	return sums;
}

/** Blocks are cards, comments, posts: how often what they look like comes again. */
export const repetitionFeatures: FeatureGroup = {
	names:
		"sameCount sameText sameLinked sameProse samePlaces rows rowsProse rowsDepth runs runsProse duplicates rowShare rowLinked rowBlocks rowFrom".split(
			" ",
		),
	measure: ({ page: { blocks }, outline, looks }) => {
		const { of, parent, proseOf, depth } = outline;
		const { pair, row, mean, repeated } = looks;
		const rows = rowSums(outline, looks);
		const size = parent.length;
		const [count, text, linked, prose] = [
			new Int32Array(size),
			new Float64Array(size),
			new Float64Array(size),
			new Float64Array(size),
		];
		const ofText = numberer<string>();
		const texts = new Int32Array(blocks.length);
		const copies = new Int32Array(blocks.length);
		const before = new Int32Array(blocks.length);
		blocks.forEach((block, i) => {
			const s = pair[of[i] ?? 0] ?? 0;
			count[s] = (count[s] ?? 0) + 1;
			text[s] = (text[s] ?? 0) + block.text.length;
			linked[s] = (linked[s] ?? 0) + block.text.length * block.linkDensity;
			prose[s] = (prose[s] ?? 0) + (proseOf[i] ?? 0);
			const t = ofText(block.text);
			texts[i] = t;
			before[i] = copies[t] ?? 0;
			copies[t] = (copies[t] ?? 0) + 1;
		});
		return (i, out, at) => {
			const e = of[i] ?? 0;
			const s = pair[e] ?? 0;
			const n = (count[s] ?? 0) + 1;
			const length = (text[s] ?? 0) + 1;
			const r = repeated[e] ?? 0;
			out[at++] = Math.log1p(n);
			out[at++] = Math.log1p(length / n);
			out[at++] = (linked[s] ?? 0) / length;
			out[at++] = (prose[s] ?? 0) / length;
			out[at++] = row[e] ?? 0;
			out[at++] = Math.log1p(row[r] ?? 0);
			out[at++] = Math.log1p(mean[r] ?? 0);
			out[at++] = (depth[e] ?? 0) - (depth[r] ?? 0);
			out[at++] = row[parent[e] ?? 0] ?? 0;
			out[at++] = Math.log1p(mean[parent[e] ?? 0] ?? 0);
			const g = r === 0 ? -1 : (looks.rowOf[r] ?? -1);
			const rowText = rows.text[g] ?? 0;
			out[at++] = (before[i] ?? 0) + ((copies[texts[i] ?? 0] ?? 1) - 1) / 100;
			out[at++] = rowText / ((outline.text[0] ?? 0) + 1);
			out[at++] = (rows.linked[g] ?? 0) / (rowText + 1);
			out[at++] = (rows.blocks[g] ?? 0) / ((row[r] ?? 0) + 1);
			out[at++] = (rows.first[g] ?? 0) / blocks.length;
		};
	},
};
