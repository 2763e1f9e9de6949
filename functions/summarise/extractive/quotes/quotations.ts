import { speechOf } from "../speech.ts";
import { isUnspaced, wordsOf } from "../words.ts";
import { dialogueOf } from "./dialogue.ts";
import type { Quotation } from "./quotation.ts";

/** A quotation mark at the beginning of a block: what a long quotation's next paragraph opens with. */
const OPENS_WITH_MARK = /^\s*["“„«「『]/;

const trimmed = (text: string, outerStart: number, outerEnd: number, closed: boolean): Quotation => {
	let start = outerStart + 1;
	let end = closed ? outerEnd - 1 : outerEnd;
	while (start < end && /\s/.test(text.charAt(start))) start++;
	while (end > start && /\s/.test(text.charAt(end - 1))) end--;
	return { start, end, outerStart, outerEnd };
};

/**
 * Single marks: one opens before a letter and behind nothing but space or an opening bracket; it closes behind
 * a punctuation mark or before one, so that apostrophes ("don't", "the players' rights") don't.
 */
const SINGLE = /(?<=^|[\s(—–])['‘](?=\p{L})|(?<=[,.!?…])['’](?!\p{L})|(?<=\p{L})['’](?=[,.;:)]|$)/gu;

function singlesOf(text: string): Quotation[] {
	const found: Quotation[] = [];
	let open: number | undefined;
	for (const { 0: mark, index } of text.matchAll(SINGLE)) {
		const opens = /^[\s(—–]?$/.test(text.charAt(index - 1)) && mark !== "’";
		if (opens) open = index;
		else if (open !== undefined) {
			found.push(trimmed(text, open, index + 1, true));
			open = undefined;
		}
	}
	return found;
}

/**
 * The quotations of a block. One without its closing mark counts when the next block opens with a mark (a
 * speech over several paragraphs); single marks count where the block has no others, and a block may open with a dash.
 */
export function quotationsOf(text: string, next: string | undefined, language: string): Quotation[] {
	const dialogue = dialogueOf(text, language);
	if (dialogue.length > 0) return dialogue;
	const goesOn = next !== undefined && OPENS_WITH_MARK.test(next);
	const speech = speechOf(text);
	if (speech.length === 0) return singlesOf(text);
	return speech
		.filter(({ closed, end }) => closed || (goesOn && end === text.length))
		.map(({ start, end, closed }) => trimmed(text, start, end, closed));
}

/** "The Long Way Home": a title or headline, in which all but the small words have capitals. */
function isTitle(words: readonly string[]): boolean {
	const long = words.slice(1).filter((word) => word.length > 3);
	return long.length > 0 && long.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}

/** Words that a statement has at least; with a verb of speech beside it ("Not this time," she said); and a piece of a sentence. */
const LEAST = { statement: 4, attributed: 3, piece: 6 };
/** Characters instead, in scripts without spaces, where titles and terms stand in the same marks. */
const LEAST_UNSPACED = { statement: 8, attributed: 3 };

/**
 * Whether a quotation is somebody's statement: scare quotes, titles of works and nicknames are not. One that
 * begins small is a piece of a sentence, and has to be long enough to say something.
 */
export function isStatement(content: string, attributed: boolean): boolean {
	if (isUnspaced(content))
		return [...content].length >= (attributed ? LEAST_UNSPACED.attributed : LEAST_UNSPACED.statement);
	const words = wordsOf(content).map((word) => word.text);
	if (isTitle(words)) return false;
	if (/^[^\p{L}]*\p{Ll}/u.test(content)) return words.length >= LEAST.piece;
	return words.length >= (attributed && /[.,!?…]$/.test(content) ? LEAST.attributed : LEAST.statement);
}
