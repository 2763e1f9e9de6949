import type { StrippedKind } from "../../shared/article.ts";
import type { MarkupContext, PageBlock } from "../page.ts";
import { REACH, ROLE_KINDS, TAG_KINDS, WHOLE_PAGE, WORD_KINDS } from "./names.ts";
import { proseIn } from "./prose.ts";

/** Hidden text is left out, unless it is this much of the page: then a script was to show it. */
const MAX_HIDDEN_SHARE = 0.5;

/** One word of an element's name, or its tag, with what that says of what it holds. */
interface Hint {
	readonly word: string;
	readonly kind: StrippedKind;
}

const NO_MARKUP: MarkupContext = { path: [], names: [], elements: [], hidden: false, container: -1 };

const sum = <T>(items: readonly T[], measure: (item: T) => number): number =>
	items.reduce((total, item) => total + measure(item), 0);

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

/** What an element's tag, role and names say that it holds. */
function hintsOf(tag: string, names: string): readonly Hint[] {
	if (WHOLE_PAGE.has(tag)) return [];
	const byTag = TAG_KINDS.get(tag);
	const hints: Hint[] = byTag ? [{ word: `<${tag}>`, kind: byTag }] : [];
	for (const word of names === "" ? [] : names.split(" ")) {
		const kind = WORD_KINDS.get(word) ?? ROLE_KINDS.get(word);
		if (kind) hints.push({ word, kind });
	}
	return hints;
}

/** Says for each block which kind its ancestors claim it is; undefined when none does. */
export function hintReader(blocks: readonly PageBlock[]): (block: PageBlock) => StrippedKind | undefined {
	const total = sum(blocks, proseIn);
	const held = proseByElement(blocks);
	const hints = new Map<number, readonly Hint[]>();
	const proseByWord = new Map<string, number>();
	for (const block of blocks) {
		const { path, names, elements } = block.markup ?? NO_MARKUP;
		const words = new Set<string>();
		for (const [i, element] of elements.entries()) {
			const own = hints.get(element) ?? hintsOf(path[i] ?? "", names[i] ?? "");
			hints.set(element, own);
			for (const { word } of own) words.add(word);
		}
		for (const word of words) proseByWord.set(word, (proseByWord.get(word) ?? 0) + proseIn(block));
	}
	// A word that much of the page bears ("widget" on every box) is the layout's, whatever it means.
	const believed = ({ word, kind }: Hint, element: number): boolean =>
		(proseByWord.get(word) ?? 0) <= REACH[kind].share * total &&
		(held.get(element) ?? 0) <= REACH[kind].prose;

	const hidden = sum(blocks, (block) => (block.markup?.hidden ? proseIn(block) : 0));
	const hiddenIsLeftOut = hidden <= MAX_HIDDEN_SHARE * total;

	return ({ type, markup = NO_MARKUP }) => {
		if (markup.hidden && hiddenIsLeftOut) return "other";
		for (const element of markup.elements) {
			const hint = hints.get(element)?.find((one) => believed(one, element));
			// A post that the article quotes stands in a "social" box too.
			if (hint && !(hint.kind === "share" && type === "quote")) return hint.kind;
		}
		return undefined;
	};
}
