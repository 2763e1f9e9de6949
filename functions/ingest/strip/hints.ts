import type { StrippedKind } from "../../shared/article.ts";
import type { PageBlock } from "../page.ts";
import { REACH, ROLE_KINDS, TAG_KINDS, WHOLE_PAGE, WORD_KINDS } from "./names.ts";
import { proseIn } from "./prose.ts";

/** Characters of prose under each element, by the element's ordinal. */
export function proseByElement(blocks: readonly PageBlock[]): ReadonlyMap<number, number> {
	const sums = new Map<number, number>();
	for (const block of blocks) {
		const prose = proseIn(block);
		if (prose === 0) continue;
		for (const element of block.markup?.elements ?? []) sums.set(element, (sums.get(element) ?? 0) + prose);
	}
	return sums;
}

/** What an element's tag, role or names say that it holds. */
function kindOf(tag: string, names: string): StrippedKind | undefined {
	const byTag = TAG_KINDS.get(tag);
	if (byTag || names === "") return byTag;
	for (const word of names.split(" ")) {
		const kind = WORD_KINDS.get(word) ?? ROLE_KINDS.get(word);
		if (kind) return kind;
	}
	return undefined;
}

/** Says for each block which kind its ancestors claim it is; undefined when none does. */
export function hintReader(blocks: readonly PageBlock[]): (block: PageBlock) => StrippedKind | undefined {
	const prose = proseByElement(blocks);
	const total = blocks.reduce((sum, block) => sum + proseIn(block), 0);
	const known = new Map<number, StrippedKind | undefined>();

	function believed(kind: StrippedKind, element: number): boolean {
		const held = prose.get(element) ?? 0;
		return held <= REACH[kind].prose && held <= REACH[kind].share * total;
	}

	return (block) => {
		const { path, names, elements } = block.markup ?? { path: [], names: [], elements: [] };
		for (const [i, element] of elements.entries()) {
			let hint = known.get(element);
			if (!known.has(element)) {
				const kind = WHOLE_PAGE.has(path[i] ?? "") ? undefined : kindOf(path[i] ?? "", names[i] ?? "");
				hint = kind && believed(kind, element) ? kind : undefined;
				known.set(element, hint);
			}
			if (hint) return hint;
		}
		return undefined;
	};
}
