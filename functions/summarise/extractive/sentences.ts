/**
 * Sentences with exact offsets. Every terminator is a candidate and a short list of rules may join what
 * stands on its two sides. Rules of our own rather than Intl.Segmenter's sentences with repairs: it ends one
 * after "Mr." and in "3. Mai", runs on in "on Monday. 12 people", and moves with the ICU version, where a
 * summary must not.
 */
import type { Article, Block } from "../../shared/article.ts";
import { type Abbreviations, abbreviationsOf } from "./abbreviations.ts";
import type { Sentence, Text } from "./sentence.ts";
import { speechOf } from "./speech.ts";
import { stopWordsOf } from "./stop-words.ts";

/** Half a page: no sentence is longer, text without full stops is cut at a space. */
const LONGEST = 1000;
/** Speech of several sentences stays in one piece up to this length, so that its marks stay paired. */
const LONGEST_SPEECH = 300;

const PROSE: ReadonlySet<Block["type"]> = new Set(["paragraph", "list-item", "quote"]);

/** Whether a block is made of sentences: headings, code and tables are not. */
export const isProse = (block: Block): boolean => PROSE.has(block.type);

/** One or more terminators with what closes behind them, and a reference mark: `?!`, `."`, `.)`, `.[12]`. A new line ends a sentence too. */
const TERMINATOR = /[\p{Sentence_Terminal}…]+(?:["'”’»)\]」』】）]|[“«](?=[\s,;]|$))*(?:\[\d{1,3}\])*|\n+/gu;
/** Terminators of scripts that put no space behind them. */
const NEEDS_NO_SPACE = /[。！？｡．।॥]/;

interface Span {
	readonly start: number;
	readonly end: number;
}

/** What a rule looks at: the candidate, and the text on its two sides. */
interface Candidate {
	/** The terminator, with what closes behind it. */
	readonly mark: string;
	/** The word before it, in its own case, with inner stops. */
	readonly word: string;
	/** True when the word before it is the first of its sentence. */
	readonly opens: boolean;
	/** What follows, up to the end of its first word and the stop behind it: "С." is an initial, "с" opens a sentence. */
	readonly next: string;
}

interface Rules {
	readonly abbreviations: Abbreviations;
	/** Words that open sentences, and seldom names. */
	readonly starters: ReadonlySet<string>;
	/** True when the article has no capital letters at all. */
	readonly lowerCase: boolean;
}

const startsWith = (word: string, starters: ReadonlySet<string>): boolean => starters.has(word.toLowerCase());

/** Each rule says whether the two sides are one sentence. */
const JOINS: readonly ((candidate: Candidate, rules: Rules) => boolean)[] = [
	// "Really?" he asked — but iPhones may open a sentence.
	({ mark, next }, { lowerCase }) =>
		!lowerCase && !NEEDS_NO_SPACE.test(mark) && /^\p{Ll}/u.test(next) && !/^\p{Ll}\p{Lu}/u.test(next),
	// 1. First item
	({ mark, word, opens }) => mark === "." && opens && /^(?:\d{1,3}|\p{L})$/u.test(word),
	({ mark, word, next }, { abbreviations, starters }) => {
		if (mark !== ".") return false;
		const known = word.toLowerCase();
		if (abbreviations.before.has(known)) return true;
		// Initials, "J. K. Rowling" and "U.S. Senate".
		const short = abbreviations.either.has(known) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
		if (short || (abbreviations.ordinals && /^\d{1,2}$/.test(word))) return !startsWith(next, starters);
		return abbreviations.beforeNumber.has(known) && /^\d/.test(next);
	},
];

/** The word that ends at `end`: at most 20 characters back, so that a text without spaces costs nothing. */
const wordBefore = (text: string, end: number): string =>
	/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*$/u.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? "";

/** What follows from `start`, without opening marks. */
const wordAfter = (text: string, start: number): string =>
	/^[\s"'“‘„«»([¿¡—–-]*([\p{L}\p{M}\p{N}]*\.?)/u.exec(text.slice(start, start + 40))?.[1] ?? "";

/** Ends of the sentences of one block, before speech is put together again. */
function endsOf(text: string, rules: Rules): number[] {
	const ends: number[] = [];
	let from = 0;
	for (const { 0: mark, index } of text.matchAll(TERMINATOR)) {
		const end = index + mark.length;
		if (!mark.startsWith("\n")) {
			const spaced = end === text.length || /\s/.test(text[end] ?? "");
			if (!spaced && !NEEDS_NO_SPACE.test(mark)) continue;
			const word = wordBefore(text, index);
			const opens = index - word.length - from <= 1;
			const candidate = { mark, word, opens, next: wordAfter(text, end) };
			if (JOINS.some((join) => join(candidate, rules))) continue;
		}
		ends.push(end);
		from = end;
	}
	if (ends.at(-1) !== text.length) ends.push(text.length);
	return ends;
}

/** Drops the ends that fall inside short, closed speech. Both lists are in order: one pass. */
function withSpeechWhole(text: string, ends: readonly number[]): number[] {
	const whole = speechOf(text).filter(({ start, end, closed }) => closed && end - start <= LONGEST_SPEECH);
	let at = 0;
	return ends.filter((end) => {
		while (at < whole.length && (whole[at]?.end ?? 0) <= end) at++;
		return end <= (whole[at]?.start ?? Number.POSITIVE_INFINITY);
	});
}

/** Cuts a span that is longer than any sentence, at the last space that fits, never inside a surrogate pair. */
function pieces(text: string, { start, end }: Span): Span[] {
	const found: Span[] = [];
	let from = start;
	while (end - from > LONGEST) {
		const space = text.slice(from, from + LONGEST).lastIndexOf(" ");
		let to = space > LONGEST / 2 ? from + space : from + LONGEST;
		if (/[\uDC00-\uDFFF]/.test(text[to] ?? "")) to--;
		found.push({ start: from, end: to });
		from = to;
	}
	found.push({ start: from, end });
	return found;
}

const trimmed = (text: string, { start, end }: Span): Span => {
	const slice = text.slice(start, end);
	const from = start + slice.length - slice.trimStart().length;
	return { start: from, end: from + slice.trim().length };
};

const rulesOf = (blocks: readonly Block[], language: string): Rules => ({
	abbreviations: abbreviationsOf(language),
	starters: stopWordsOf(language === "und" ? "en" : language),
	lowerCase: !blocks.some((block) => /\p{Lu}/u.test(block.text)),
});

/** The sentences of those blocks that `wanted` picks, in order. */
export function sentencesOf(
	blocks: readonly Block[],
	language: string,
	wanted: (block: Block) => boolean = isProse,
): Sentence[] {
	const rules = rulesOf(blocks, language);
	const sentences: Sentence[] = [];
	for (const [block, shape] of blocks.entries()) {
		if (!wanted(shape)) continue;
		const { text } = shape;
		let start = 0;
		for (const end of withSpeechWhole(text, endsOf(text, rules))) {
			for (const piece of pieces(text, { start, end })) {
				const span = trimmed(text, piece);
				const words = text.slice(span.start, span.end);
				if (/[\p{L}\p{N}]/u.test(words)) {
					sentences.push({ block, ...span, text: words, index: sentences.length });
				}
			}
			start = end;
		}
	}
	return sentences;
}

/** What every finder works on. */
export function readText(article: Article): Text {
	const language = article.language.split("-")[0]?.toLowerCase() ?? "und";
	return { article, language, sentences: sentencesOf(article.blocks, language) };
}
