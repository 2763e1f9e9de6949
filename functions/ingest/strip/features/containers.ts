import type { Outline } from "../outline.ts";
import type { FeatureGroup } from "./survey.ts";

/** How many containers above a block are looked at. */
const LEVELS = 4;
const LEVEL_NAMES = "Prose Dense Linked Blocks Text".split(" ");

/** The container whose own paragraphs, not those of a container in it, are the most running text. */
function densestOf(
	{ of, proseOf }: Outline,
	containers: Int32Array,
): { readonly own: Float64Array; readonly densest: number } {
	const own = new Float64Array(containers.length);
	for (let i = 0; i < of.length; i++) {
		const c = containers[of[i] ?? 0] ?? 0;
		own[c] = (own[c] ?? 0) + (proseOf[i] ?? 0);
	}
	let densest = 0;
	for (let e = 1; e < own.length; e++) if ((own[e] ?? 0) > (own[densest] ?? 0)) densest = e;
	return { own, densest };
}

/** For each element, the deepest ancestor that holds the given one too. */
function meetingPoints({ parent }: Outline, element: number): Int32Array {
	const meets = new Int32Array(parent.length);
	for (let e = element; e > 0; e = parent[e] ?? 0) meets[e] = e;
	for (let e = 1; e < parent.length; e++) if (meets[e] === 0) meets[e] = meets[parent[e] ?? 0] ?? 0;
	return meets;
}

/** Steps up from each element to the first that holds this share of the page's prose. */
function stepsTo({ parent, prose }: Outline, share: number): Uint8Array {
	const enough = share * (prose[0] ?? 0);
	const steps = new Uint8Array(parent.length);
	for (let e = 1; e < parent.length; e++)
		steps[e] = (prose[e] ?? 0) >= enough ? 0 : Math.min(200, (steps[parent[e] ?? 0] ?? 0) + 1);
	return steps;
}

/** What each container holds, and the nearest one above that holds more: those between say nothing new. */
function measureBoxes(outline: Outline, containers: Int32Array) {
	const { parent, prose, text, linked, blocks } = outline;
	const total = (prose[0] ?? 0) + 1;
	const measures = new Float32Array(parent.length * LEVEL_NAMES.length);
	const above = new Int32Array(parent.length);
	for (let c = 0; c < parent.length; c++) {
		if (containers[c] !== c) continue;
		const length = (text[c] ?? 0) + 1;
		const size = blocks[c] ?? 0;
		let at = c * LEVEL_NAMES.length;
		measures[at++] = (prose[c] ?? 0) / total;
		measures[at++] = (prose[c] ?? 0) / length;
		measures[at++] = (linked[c] ?? 0) / length;
		measures[at++] = Math.log1p(size);
		measures[at++] = Math.log1p(length / (size + 1));
		const next = containers[parent[c] ?? 0] ?? 0;
		above[c] = blocks[next] === size ? (above[next] ?? 0) : next;
	}
	return { measures, above };
}

/** What the boxes around a block hold. */
export const containerFeatures: FeatureGroup = {
	names: [
		...Array.from({ length: LEVELS }, (_, level) => LEVEL_NAMES.map((name) => `box${level}${name}`)).flat(),
		"ownProse",
		"ownProseShare",
		"up",
		"down",
		"meetProse",
		"meetDense",
		"isDensest",
		"to25",
		"to50",
		"to75",
		"boxAt",
		"boxBlocksBefore",
	],
	measure: ({ outline, containers }) => {
		const { of, prose, text, blocks, depth, first } = outline;
		const { measures, above } = measureBoxes(outline, containers);
		const { own, densest } = densestOf(outline, containers);
		const meets = meetingPoints(outline, densest);
		const quarters = [0.25, 0.5, 0.75].map((share) => stepsTo(outline, share));
		const total = (prose[0] ?? 0) + 1;
		return (i, row, at) => {
			const e = of[i] ?? 0;
			const box = containers[e] ?? 0;
			let c = box;
			for (let level = 0; level < LEVELS; level++) {
				const from = c * LEVEL_NAMES.length;
				for (let m = from; m < from + LEVEL_NAMES.length; m++) row[at++] = measures[m] ?? 0;
				c = above[c] ?? 0;
			}
			const meet = meets[e] ?? 0;
			row[at++] = Math.log1p(own[box] ?? 0);
			row[at++] = (own[box] ?? 0) / ((own[densest] ?? 0) + 1);
			row[at++] = (depth[e] ?? 0) - (depth[meet] ?? 0);
			row[at++] = (depth[densest] ?? 0) - (depth[meet] ?? 0);
			row[at++] = (prose[meet] ?? 0) / total;
			row[at++] = (prose[meet] ?? 0) / ((text[meet] ?? 0) + 1);
			row[at++] = box === densest ? 1 : 0;
			for (const steps of quarters) row[at++] = steps[e] ?? 0;
			row[at++] = (i - (first[box] ?? 0)) / ((blocks[box] ?? 0) + 1);
			row[at++] = i - (first[box] ?? 0);
		};
	},
};
