/**
 * What the classifier sees of a block: about 200 numbers, each in time that doesn't depend on the page.
 */
import { ancestorFeatures } from "./ancestors.ts";
import { containerFeatures } from "./containers.ts";
import { headFeatures } from "./head.ts";
import { pageFeatures } from "./page.ts";
import { positionFeatures } from "./position.ts";
import { repetitionFeatures } from "./repetition.ts";
import { ruleFeatures } from "./rule.ts";
import { soundFeatures } from "./sounds.ts";
import type { FeatureGroup, Survey } from "./survey.ts";
import { textFeatures } from "./text.ts";

const GROUPS: readonly FeatureGroup[] = [
	textFeatures,
	ancestorFeatures,
	soundFeatures,
	containerFeatures,
	repetitionFeatures,
	positionFeatures,
	headFeatures,
	ruleFeatures,
	pageFeatures,
];

/** Which neighbours are looked at, and what of them. */
const NEIGHBOURS = [-2, -1, 1, 2] as const;
const OF_NEIGHBOURS = [
	"length",
	"ends",
	"linkDensity",
	"type",
	"tag",
	"nameSound",
	"wordSound",
	"ruleKind",
	"sameText",
] as const;

const OWN = GROUPS.flatMap(({ names }) => names);
const COPIED = OF_NEIGHBOURS.map((name) => OWN.indexOf(name));

/** The names of the features, in the order of a row. */
export const FEATURES: readonly string[] = [
	...OWN,
	...NEIGHBOURS.flatMap((distance) => [...OF_NEIGHBOURS, "sameBox"].map((name) => `${name}@${distance}`)),
];

/** Missing neighbours. */
const NONE = -1;

/** All rows, one after the other, in `into` if they fit. */
export function featuresOf(survey: Survey, into?: Float32Array): Float32Array {
	const { page, outline } = survey;
	const size = page.blocks.length;
	const width = FEATURES.length;
	const rows = into && into.length >= size * width ? into : new Float32Array(size * width);
	let column = 0;
	for (const { names, measure } of GROUPS) {
		const fill = measure(survey);
		for (let i = 0; i < size; i++) fill(i, rows, i * width + column);
		column += names.length;
	}
	const boxOf = (i: number): number => outline.parent[outline.of[i] ?? 0] ?? 0;
	for (let i = 0; i < size; i++) {
		let at = i * width + column;
		for (const distance of NEIGHBOURS) {
			const j = i + distance;
			const end = at + COPIED.length + 1;
			if (j < 0 || j >= size) rows.fill(NONE, at, end);
			else {
				for (let c = 0; c < COPIED.length; c++) rows[at++] = rows[j * width + (COPIED[c] ?? 0)] ?? 0;
				rows[at] = boxOf(i) === boxOf(j) ? 1 : 0;
			}
			at = end;
		}
	}
	return rows;
}
