import type { StrippedKind } from "../../shared/article.ts";
import type { PageBlock } from "../page.ts";
import { REACH, ROLE_KINDS, TAG_KINDS, WHOLE_PAGE, WORD_KINDS } from "./names.ts";
import type { Outline } from "./outline.ts";

/** Hidden text is left out, unless it is this much of the page: then a script was to show it. */
const MAX_HIDDEN_SHARE = 0.5;

/** One word of an element's name, or its tag, by number, with what that says of what it holds. */
interface Hint {
	readonly word: number;
	readonly kind: StrippedKind;
}

const NONE: readonly Hint[] = [];

const KINDS: ReadonlyMap<string, StrippedKind> = new Map([...ROLE_KINDS, ...WORD_KINDS]);

const TAGS = [...TAG_KINDS].map(([tag, kind]) => ({ tag, kind }));

/** The hints of each signature: what its tag, role and names say that it holds. Tags are words behind the others. */
function hintsBySignature({ signatures, vocabulary, words }: Outline): readonly (readonly Hint[])[] {
	const ofWord = vocabulary.map((name, word): Hint | undefined => {
		const kind = KINDS.get(name);
		return kind && { word, kind };
	});
	const ofTag = new Map(TAGS.map(({ tag, kind }, i) => [tag, { word: vocabulary.length + i, kind }]));
	return signatures.map((element, s) => {
		if (!element || WHOLE_PAGE.has(element.tag)) return NONE;
		const byTag = ofTag.get(element.tag);
		let hints = byTag ? [byTag] : NONE;
		for (const word of words[s] ?? []) {
			const hint = ofWord[word];
			if (hint) hints = [...hints, hint];
		}
		return hints;
	});
}

/** Characters of prose under elements that bear each word; those within one another count once. */
function proseByWord(outline: Outline, hints: readonly (readonly Hint[])[]): Float64Array {
	const { signature, first, last, prose, vocabulary } = outline;
	const sums = new Float64Array(vocabulary.length + TAGS.length);
	const covered = new Int32Array(sums.length).fill(-1);
	for (let e = 1; e < signature.length; e++) {
		const own = hints[signature[e] ?? 0] ?? NONE;
		if (own === NONE) continue;
		for (const { word } of own) {
			// Elements come in the order of their first blocks: one that starts before the last bearer's end is in it.
			if ((first[e] ?? 0) <= (covered[word] ?? -1)) continue;
			covered[word] = last[e] ?? 0;
			sums[word] = (sums[word] ?? 0) + (prose[e] ?? 0);
		}
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
		(byWord[word] ?? 0) <= REACH[kind].share * total && (prose[element] ?? 0) <= REACH[kind].prose;

	// The outermost hint counts. A post that the article quotes stands in a "social" box too.
	const kinds = new Array<StrippedKind | undefined>(signature.length);
	const kindsOfQuotes = new Array<StrippedKind | undefined>(signature.length);
	for (let e = 1; e < signature.length; e++) {
		const own = hints[signature[e] ?? 0] ?? NONE;
		const hint = own === NONE ? undefined : own.find((one) => believed(one, e))?.kind;
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
