/** What a run of characters looks like, in any language: the measures that readers and labellers share. */
import { endsUnmarked, MIN_UNMARKED } from "../characters.ts";

/** Ideographs, kana and Hangul say about twice as much a character as alphabets do. */
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303f\uff00-\uff60]/gu;
/** A sentence's end, with the quotes, brackets and footnote marks that may follow it. */
const SENTENCE_END = /[.!?…。！？｡؟۔।॥။։።፧፨។៕༎།]["'”’»«)\]）」』*†\d]{0,4}$/u;
/** Punctuation after which a line is not finished. */
const OPEN_END = /[,;，、；—–-]$/u;

/** Length in Latin letters' worth, so that one threshold serves every script. */
export const breadth = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** True when the text ends like a sentence does. */
export const endsSentence = (text: string): boolean => SENTENCE_END.test(text);

/** Shortest and longest a heading may be, in Latin letters' worth. */
const MAX_HEADING = 110;
/** A line that ends like a sentence is prose from this breadth on, any line from the second. */
const MIN_SENTENCE = 60;
const MIN_UNFINISHED = 160;

/** A line that has the length and the end of running text. */
export const isProse = (text: string): boolean => {
	const wide = breadth(text);
	if (wide >= MIN_UNFINISHED) return true;
	return wide >= MIN_SENTENCE && (endsSentence(text) || (wide >= MIN_UNMARKED && endsUnmarked(text)));
};

/** A short line that could head a section: letters, and no end that a sentence has but a question's. */
export const couldHead = (text: string): boolean =>
	breadth(text) <= MAX_HEADING &&
	/\p{L}/u.test(text) &&
	!OPEN_END.test(text) &&
	(!endsSentence(text) || /[?!？！]["'”’»)]{0,2}$/u.test(text));
