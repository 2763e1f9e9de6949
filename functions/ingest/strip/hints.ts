import type { StrippedKind } from "../../shared/article.ts";
import type { MarkupContext, PageBlock } from "../page.ts";
import { REACH, ROLE_KINDS, TAG_KINDS, WHOLE_PAGE, WORD_KINDS } from "./names.ts";
import type { Outline } from "./outline.ts";

/** Hidden text is left out, unless it is this much of the page: then a script was to show it. */
const MAX_HIDDEN_SHARE = 0.5;

/** One word of an element's name, or its tag, with what that says of what it holds. */
interface Hint {
	readonly word: string;
	readonly kind: StrippedKind;
}

const NONE: readonly Hint[] = [];

const KINDS: ReadonlyMap<string, StrippedKind> = new Map([...ROLE_KINDS, ...WORD_KINDS]);

/** What an element's tag, role and names say that it holds. */
function hintsOf({ tag }: MarkupContext, words: readonly string[]): readonly Hint[] {
	if (WHOLE_PAGE.has(tag)) return NONE;
	const byTag = TAG_KINDS.get(tag);
	const hints: Hint[] = byTag ? [{ word: `<${tag}>`, kind: byTag }] : [];
	for (const word of words) {
		const kind = KINDS.get(word);
		if (kind) hints.push({ word, kind });
	}
	return hints.length === 0 ? NONE : hints;
}

/** The hints of each signature. */
const hintsBySignature = ({ signatures, words }: Outline): readonly (readonly Hint[])[] =>
	signatures.map((element, s) => (element ? hintsOf(element, words[s] ?? []) : NONE));

/** Characters of prose under elements that bear each word; those within one another count once. */
function proseByWord(outline: Outline, hints: readonly (readonly Hint[])[]): ReadonlyMap<string, number> {
	const { signature, first, last, prose } = outline;
	const sums = new Map<string, number>();
	const covered = new Map<string, number>();
	for (let e = 1; e < signature.length; e++)
		for (const { word } of hints[signature[e] ?? 0] ?? NONE) {
			// Elements come in the order of their first blocks: one that starts before the last bearer's end is in it.
			if ((first[e] ?? 0) <= (covered.get(word) ?? -1)) continue;
			covered.set(word, last[e] ?? 0);
			sums.set(word, (sums.get(word) ?? 0) + (prose[e] ?? 0));
		}
	return sums;
}

/** Which kind its ancestors claim that each block is; undefined when none does. */
export function readHints(
	blocks: readonly PageBlock[],
	outline: Outline,
): readonly (StrippedKind | undefined)[] {
	const { prose, parent, of, proseOf, signature } = outline;
	const total = prose[0] ?? 0;
	const hints = hintsBySignature(outline);
	const byWord = proseByWord(outline, hints);
	// A word that much of the page bears ("widget" on every box) is the layout's, whatever it means.
	const believed = ({ word, kind }: Hint, element: number): boolean =>
		(byWord.get(word) ?? 0) <= REACH[kind].share * total && (prose[element] ?? 0) <= REACH[kind].prose;

	// The outermost hint counts. A post that the article quotes stands in a "social" box too.
	const kinds = new Array<StrippedKind | undefined>(signature.length);
	const kindsOfQuotes = new Array<StrippedKind | undefined>(signature.length);
	for (let e = 1; e < signature.length; e++) {
		const own = hints[signature[e] ?? 0] ?? NONE;
		const hint = own.length === 0 ? undefined : own.find((one) => believed(one, e))?.kind;
		kinds[e] = kinds[parent[e] ?? 0] ?? hint;
		kindsOfQuotes[e] = kindsOfQuotes[parent[e] ?? 0] ?? (hint === "share" ? undefined : hint);
	}
	const hidden = blocks.reduce((sum, { markup }, i) => sum + (markup?.hidden ? (proseOf[i] ?? 0) : 0), 0);
	const hiddenIsLeftOut = hidden <= MAX_HIDDEN_SHARE * total;
	return blocks.map(({ type, markup }, i) => {
		if (markup?.hidden && hiddenIsLeftOut) return "other";
		return (type === "quote" ? kindsOfQuotes : kinds)[of[i] ?? 0];
	});
}
