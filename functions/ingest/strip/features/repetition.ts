import type { FeatureGroup } from "./survey.ts";

/** Blocks are cards, comments, posts: how often what they look like comes again. */
export const repetitionFeatures: FeatureGroup = {
	names:
		"sameCount sameText sameLinked sameProse samePlaces rows rowsProse rowsDepth runs runsProse duplicates".split(
			" ",
		),
	measure: ({ page: { blocks }, outline, looks }) => {
		const { of, parent, proseOf, depth } = outline;
		const { pair, row, mean, repeated } = looks;
		const size = parent.length;
		const [count, text, linked, prose] = [
			new Int32Array(size),
			new Float64Array(size),
			new Float64Array(size),
			new Float64Array(size),
		];
		const texts = new Map<string, number>();
		for (const [i, block] of blocks.entries()) {
			const s = pair[of[i] ?? 0] ?? 0;
			count[s] = (count[s] ?? 0) + 1;
			text[s] = (text[s] ?? 0) + block.text.length;
			linked[s] = (linked[s] ?? 0) + block.text.length * block.linkDensity;
			prose[s] = (prose[s] ?? 0) + (proseOf[i] ?? 0);
			texts.set(block.text, (texts.get(block.text) ?? 0) + 1);
		}
		const seen = new Map<string, number>();
		return (i, out, at) => {
			const e = of[i] ?? 0;
			const s = pair[e] ?? 0;
			const n = (count[s] ?? 0) + 1;
			const length = (text[s] ?? 0) + 1;
			const r = repeated[e] ?? 0;
			const content = blocks[i]?.text ?? "";
			const before = seen.get(content) ?? 0;
			seen.set(content, before + 1);
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
			out[at++] = before + ((texts.get(content) ?? 1) - 1) / 100;
		};
	},
};
