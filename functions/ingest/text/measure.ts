/** What the classifier sees of one block by itself. */
import type { BlockType, StrippedKind } from "../../shared/article.ts";
import type { PageBlock } from "../page.ts";
import { lineCue } from "./cue.ts";
import { breadth, endsSentence, isProse } from "./prose.ts";
import { termsOf } from "./terms.ts";

/** Longer text is measured by its beginning. */
const MAX_MEASURED = 4_000;

/** One block in numbers. */
export interface Measures {
	readonly type: BlockType;
	readonly level: number;
	/** Share of it in links. */
	readonly links: number;
	readonly breadth: number;
	readonly words: number;
	/** Sentence ends inside it, and whether it ends with one. */
	readonly sentences: number;
	readonly ends: boolean;
	readonly prose: boolean;
	readonly commas: number;
	/** Shares of its characters. */
	readonly digits: number;
	readonly capitals: number;
	/** Share of its words that start in upper case, in lower case. */
	readonly capitalised: number;
	readonly lowerCase: number;
	/** Marks that stand between entries of a menu: bars, arrows, dots. */
	readonly separators: number;
	readonly lastMark: number;
	/** Ends with a colon. */
	readonly introduces: boolean;
	readonly firstMark: number;
	/** Whether it tells a time of day (2) or a year (1). */
	readonly dated: number;
	readonly cue: StrippedKind | undefined;
	/** What it is about: words of four letters and more, pairs of ideographs. */
	readonly terms: readonly string[];
	/** How much its words are those of articles (above 0) or of furniture. */
	readonly sound: number;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How a line ends, by what of it is most like a menu's entry to most like prose. */
const LAST_MARKS: readonly RegExp[] = [
	/[»›→>…]$|\.\.\.$/u,
	/[:：]$/u,
	/[?？]["'”’»)]{0,2}$/u,
	/[!！]["'”’»)]{0,2}$/u,
	/["'”’»)\]）」』]$/u,
	/[,;，、；]$/u,
	/[.。．।۔]$/u,
];
const FIRST_MARKS: readonly RegExp[] = [
	/^\p{Ll}/u,
	/^\p{Lu}/u,
	/^\p{N}/u,
	/^["'“‘«„「『]/u,
	/^\p{L}/u,
	/^[@#]/u,
	/^https?:/iu,
];
const markOf = (text: string, marks: readonly RegExp[]): number =>
	1 + marks.findIndex((mark) => mark.test(text));

/** Measures a block. */
export function measure(block: PageBlock, sound: number): Measures {
	const text = block.text.slice(0, MAX_MEASURED);
	const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
	const letters = Math.max(1, count(text, /\p{L}/gu));
	const upper = words.filter((word) => /^\p{Lu}/u.test(word)).length;
	const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length;
	return {
		type: block.type,
		level: block.level ?? 0,
		links: block.linkDensity,
		breadth: breadth(block.text),
		words: words.length,
		sentences: count(text, /[.!?…](?=["'”’»)\]]{0,2}\s+["'“‘«„([]{0,2}\p{Lu})|[。！？]/gu),
		ends: endsSentence(block.text.slice(-20)),
		prose: isProse(block.text),
		commas: count(text, /[,;，、；]/gu),
		digits: count(text, /\p{N}/gu) / text.length,
		capitals: count(text, /\p{Lu}/gu) / letters,
		capitalised: upper / Math.max(1, words.length),
		lowerCase: lower / Math.max(1, words.length),
		separators: count(text, /[|»›→•·/]|\s[–—-]\s/gu),
		lastMark: markOf(block.text.slice(-6), LAST_MARKS),
		introduces: /[:：]$/u.test(block.text),
		firstMark: markOf(text.slice(0, 6), FIRST_MARKS),
		dated: /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/u.test(text)
			? 2
			: Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(text)),
		cue: lineCue(block.text)?.kind,
		terms: termsOf(text),
		sound,
	};
}
