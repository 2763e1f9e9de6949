/** Cards: a row of boxes that look alike, each with a link to another page and an excerpt of what stands there. */
import type { PageBlock } from "../page.ts";
import type { Outline } from "./outline.ts";

/** So many boxes alike are a row. */
const MIN_ROW = 3;
/** A card is at most so many elements above its text, and holds at most so many blocks. */
const REACH = 5;
const MAX_BLOCKS = 8;
/** A shorter link is a number or an arrow. */
const MIN_LINK = 6;

const isLink = ({ links, linkDensity, text }: PageBlock): boolean =>
	links.length === 1 && linkDensity > 0.8 && text.length >= MIN_LINK;

/** How many elements with the same look stand side by side, for each element. */
function rowsOf({ parent, signature, signatures }: Outline): readonly number[] {
	const keyOf = (element: number): number =>
		(parent[element] ?? 0) * signatures.length + (signature[element] ?? 0);
	const counts = new Map<number, number>();
	for (let element = 1; element < parent.length; element++) {
		const key = keyOf(element);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return Array.from(parent, (_, element) => counts.get(keyOf(element)) ?? 0);
}

/** Tells of a block whether it is what a card says beside its link. */
export function cardTest(blocks: readonly PageBlock[], outline: Outline): (block: number) => boolean {
	const { of, parent, first, last } = outline;
	let rows: readonly number[] | undefined;
	const hasLink = (element: number, own: number): boolean => {
		for (let i = first[element] ?? 0; i <= (last[element] ?? -1); i++) {
			const block = blocks[i];
			if (i !== own && block && isLink(block)) return true;
		}
		return false;
	};
	return (block) => {
		let element = of[block] ?? 0;
		for (let steps = 0; element > 0 && steps < REACH; steps++) {
			const size = (last[element] ?? 0) - (first[element] ?? 0) + 1;
			if (size > MAX_BLOCKS) return false;
			// Most blocks have no link beside them: rows are counted where one has.
			if (size > 1 && hasLink(element, block)) {
				rows ??= rowsOf(outline);
				if ((rows[element] ?? 0) >= MIN_ROW) return true;
			}
			element = parent[element] ?? 0;
		}
		return false;
	};
}
