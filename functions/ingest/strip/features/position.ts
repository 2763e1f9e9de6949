import type { FeatureGroup } from "./survey.ts";

/** Prose of this length is an article's, not a card's. */
const LONG = 200;
const FAR = 60;

const near = (distance: number): number => Math.max(-FAR, Math.min(FAR, distance));

/** Blocks since and until the next one for which `is` holds, at most `FAR`. */
function gaps(
	size: number,
	is: (block: number) => boolean,
): { readonly since: Uint8Array; readonly until: Uint8Array } {
	const since = new Uint8Array(size);
	const until = new Uint8Array(size);
	let gap = FAR;
	for (let i = 0; i < size; i++) {
		since[i] = gap;
		gap = is(i) ? 1 : Math.min(FAR, gap + 1);
	}
	gap = FAR;
	for (let i = size - 1; i >= 0; i--) {
		until[i] = gap;
		gap = is(i) ? 1 : Math.min(FAR, gap + 1);
	}
	return { since, until };
}

/** Where on the page a block stands. */
export const positionFeatures: FeatureGroup = {
	names:
		"index part proseBefore proseAfter fromH1 h1s fromLargest sinceProse untilProse sinceLong untilLong sinceHeading headingLevel proseNear".split(
			" ",
		),
	measure: ({ page: { blocks }, outline: { proseOf } }) => {
		const size = blocks.length;
		const before = new Float64Array(size + 1);
		for (let i = 0; i < size; i++) before[i + 1] = (before[i] ?? 0) + (proseOf[i] ?? 0);
		const total = (before[size] ?? 0) + 1;
		const h1 = blocks.findIndex(({ level }) => level === 1);
		let largest = 0;
		for (let i = 1; i < size; i++) if ((proseOf[i] ?? 0) > (proseOf[largest] ?? 0)) largest = i;
		const prose = gaps(size, (i) => (proseOf[i] ?? 0) > 0);
		const long = gaps(size, (i) => (proseOf[i] ?? 0) > LONG);
		const headings = gaps(size, (i) => blocks[i]?.type === "heading");
		const levels = new Uint8Array(size);
		let level = 0;
		blocks.forEach((block, i) => {
			levels[i] = level;
			if (block.type === "heading") level = block.level ?? 2;
		});
		const h1s = blocks.reduce((sum, block) => sum + (block.level === 1 ? 1 : 0), 0);
		return (i, row, at) => {
			row[at++] = i;
			row[at++] = i / size;
			row[at++] = (before[i] ?? 0) / total;
			row[at++] = (total - (before[i + 1] ?? 0)) / total;
			row[at++] = h1 < 0 ? -FAR - 1 : near(i - h1);
			row[at++] = h1s;
			row[at++] = near(i - largest);
			row[at++] = prose.since[i] ?? 0;
			row[at++] = prose.until[i] ?? 0;
			row[at++] = long.since[i] ?? 0;
			row[at++] = long.until[i] ?? 0;
			row[at++] = headings.since[i] ?? 0;
			row[at++] = levels[i] ?? 0;
			row[at++] = Math.log1p((before[Math.min(size, i + 4)] ?? 0) - (before[Math.max(0, i - 3)] ?? 0));
		};
	},
};
