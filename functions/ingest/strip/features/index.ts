/**
 * What the classifier sees of a block: about 200 numbers, each in time that doesn't depend on the page.
 */
import { ancestorFeatures } from "./ancestors.ts";
import { containerFeatures } from "./containers.ts";
import { headFeatures } from "./head.ts";
import { PAGE_FACTS } from "./page-facts.ts";
import { positionFeatures } from "./position.ts";
import { repetitionFeatures } from "./repetition.ts";
import { ruleFeatures } from "./rule.ts";
import type { FeatureGroup, Survey } from "./survey.ts";
import { textFeatures } from "./text.ts";

/** What is measured of each block. */
const GROUPS: readonly FeatureGroup[] = [
	textFeatures,
	ancestorFeatures,
	containerFeatures,
	repetitionFeatures,
	positionFeatures,
	headFeatures,
	ruleFeatures,
];

/** Which neighbours are looked at, and what of them. */
const NEIGHBOURS = [-2, -1, 1, 2] as const;
const OF_NEIGHBOURS = [
	"length",
	"ends",
	"linkDensity",
	"type",
	"tag",
	"score0",
	"ruleKind",
	"sameText",
] as const;

const OWN = GROUPS.flatMap(({ names }) => names);
const COPIED = OF_NEIGHBOURS.map((name) => OWN.indexOf(name));

/** The names of the features, in the order of a row. */
export const FEATURES: readonly string[] = [
	...OWN,
	...PAGE_FACTS,
	...NEIGHBOURS.flatMap((distance) => [...OF_NEIGHBOURS, "sameBox"].map((name) => `${name}@${distance}`)),
];

/** Missing neighbours. */
const NONE = -1;

const WIDTH = FEATURES.length;
/** Where in a row the neighbours' features begin. */
const BESIDE = OWN.length + PAGE_FACTS.length;
/** How far the farthest neighbour is. */
const REACH = 2;
/** Rows at once: a block's and its neighbours'. So few stay at hand, however many blocks there are. */
const RING = 2 * REACH + 1;

/** Called with each block's features, which stand in `rows` from `at` on until the next call. */
type Visit = (block: number, rows: Float32Array, at: number) => void;

/** Measures block after block. */
export function eachRow(survey: Survey, visit: Visit): void {
	const { page, outline, facts } = survey;
	const size = page.blocks.length;
	const fills = GROUPS.map(({ names, measure }) => ({ fill: measure(survey), width: names.length }));
	const rows = new Float32Array(RING * WIDTH);
	const rowOf = (block: number): number => (block % RING) * WIDTH;
	for (let row = 0; row < RING; row++) rows.set(facts, row * WIDTH + OWN.length);

	function measureOwn(block: number): void {
		let at = rowOf(block);
		for (const { fill, width } of fills) {
			fill(block, rows, at);
			at += width;
		}
	}

	const boxOf = (block: number): number => outline.parent[outline.of[block] ?? 0] ?? 0;

	function lookAround(block: number): void {
		let at = rowOf(block) + BESIDE;
		for (const distance of NEIGHBOURS) {
			const other = block + distance;
			const isThere = other >= 0 && other < size;
			const from = isThere ? rowOf(other) : 0;
			for (const column of COPIED) rows[at++] = isThere ? (rows[from + column] ?? 0) : NONE;
			rows[at++] = isThere ? Number(boxOf(block) === boxOf(other)) : NONE;
		}
	}

	for (let ahead = 0; ahead < size + REACH; ahead++) {
		if (ahead < size) measureOwn(ahead);
		const block = ahead - REACH;
		if (block < 0) continue;
		lookAround(block);
		visit(block, rows, rowOf(block));
	}
}

/** All rows, one after the other. */
export function featuresOf(survey: Survey): Float32Array {
	const all = new Float32Array(survey.page.blocks.length * WIDTH);
	eachRow(survey, (block, rows, at) => all.set(rows.subarray(at, at + WIDTH), block * WIDTH));
	return all;
}
