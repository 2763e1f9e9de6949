import type { PageBlock } from "../page.ts";
import { proseByElement } from "./hints.ts";
import { BODY_NAMES, WHOLE_PAGE } from "./names.ts";
import { proseIn } from "./prose.ts";

/** A region found by its name must hold this share of the prose, or the name is a card's. */
const NAMED_SHARE = 0.5;
/** Parts of a split body: each at least this share of the largest. */
const PART_SHARE = 0.08;
/** A region found by its weight is the deepest element with this share of the prose. */
const WEIGHT_SHARE = 0.75;

/** Is the block in the article's region? */
export type Region = (block: PageBlock) => boolean;

const within =
	(elements: ReadonlySet<number>): Region =>
	(block) =>
		block.markup?.elements.some((element) => elements.has(element)) ?? false;

/** The outermost elements that are named as an article's text; a body split by advertisements is several. */
function namedElements(blocks: readonly PageBlock[]): ReadonlySet<number> {
	const found = new Set<number>();
	for (const { markup } of blocks) {
		const i =
			markup?.names.findIndex(
				(names, depth) => !WHOLE_PAGE.has(markup.path[depth] ?? "") && BODY_NAMES.test(names),
			) ?? -1;
		const element = markup?.elements[i];
		if (element !== undefined) found.add(element);
	}
	return found;
}

function byName(blocks: readonly PageBlock[], total: number): Region | undefined {
	const prose = proseByElement(blocks);
	const named = [...namedElements(blocks)].map((element) => ({ element, held: prose.get(element) ?? 0 }));
	const largest = Math.max(0, ...named.map(({ held }) => held));
	const parts = named.filter(({ held }) => held > 0 && held >= PART_SHARE * largest);
	const held = parts.reduce((sum, part) => sum + part.held, 0);
	return held >= NAMED_SHARE * total ? within(new Set(parts.map(({ element }) => element))) : undefined;
}

function byWeight(blocks: readonly PageBlock[], total: number): Region | undefined {
	const prose = proseByElement(blocks);
	let deepest: { element: number; depth: number } | undefined;
	for (const { markup } of blocks)
		for (const [depth, element] of (markup?.elements ?? []).entries())
			if ((prose.get(element) ?? 0) >= WEIGHT_SHARE * total && depth > (deepest?.depth ?? -1))
				deepest = { element, depth };
	return deepest ? within(new Set([deepest.element])) : undefined;
}

/**
 * The elements that hold the article, given the blocks that may be part of it: by their name if they have
 * one and hold enough, else the deepest element with most of the prose.
 */
export function findRegion(candidates: readonly PageBlock[]): Region {
	const total = candidates.reduce((sum, block) => sum + proseIn(block), 0);
	if (total === 0) return () => false;
	return byName(candidates, total) ?? byWeight(candidates, total) ?? (() => true);
}
