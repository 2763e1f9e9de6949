/** One word of a text and its place. */
export interface Word {
	readonly text: string;
	/** UTF-16 offsets into the text it was found in. */
	readonly start: number;
	readonly end: number;
}

/** Scripts written without spaces: a run of them is not one word but many. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * "U.S.", or letters and digits with single joints inside: "don't", "open-source", "AT&T", "GPT-4.5".
 * Each joint needs a letter or digit behind it, so there is one way to match and no backtracking.
 */
const WORD =
	/(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’&-]|[.,](?=\p{N}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** Articles and pronouns that French, Italian and Catalan write onto the next word: "l'eau" is about water. */
const ELISION =
	/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|un|dell|all|nell|sull|dall|quell|quest)['’](?=\p{L}{2})/iu;

const APOSTROPHE = /['’]/;

const dictionary = new Intl.Segmenter("und", { granularity: "word" });

/** The words of a text in order. A pattern finds them, some ten times faster than Intl.Segmenter, which does the unspaced scripts. */
export function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	// Asked once of the whole: most texts have neither, and words are many.
	const mayBeUnspaced = UNSPACED.test(text);
	const mayBeElided = APOSTROPHE.test(text);
	// Not matchAll: it makes three objects for each word, and words are most of an article.
	WORD.lastIndex = 0;
	for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
		const { 0: word, index } = match;
		if (mayBeUnspaced && UNSPACED.test(word)) {
			for (const part of dictionary.segment(word)) {
				if (!part.isWordLike) continue;
				const start = index + part.index;
				words.push({ text: part.segment, start, end: start + part.segment.length });
			}
		} else {
			const elided = mayBeElided ? (ELISION.exec(word)?.[0].length ?? 0) : 0;
			words.push({ text: word.slice(elided), start: index + elided, end: index + word.length });
		}
	}
	return words;
}

const found = new WeakMap<object, readonly (readonly Word[])[]>();

/** The words of each sentence of a list, which several steps ask for: found once for a list. */
export function wordsOfEach(sentences: readonly { readonly text: string }[]): readonly (readonly Word[])[] {
	const known = found.get(sentences);
	if (known) return known;
	const words = sentences.map(({ text }) => wordsOf(text));
	found.set(sentences, words);
	return words;
}

/** Whether a text is written without spaces between words, judged by its beginning. */
export const isUnspaced = (text: string): boolean => {
	const beginning = text.slice(0, 2000);
	if (!UNSPACED.test(beginning)) return false;
	const letters = beginning.match(/\p{L}/gu) ?? [];
	return letters.filter((letter) => UNSPACED.test(letter)).length * 2 > letters.length;
};

/** What two forms of a word share: lower case, without a possessive or an English plural. Words under four letters stay whole. */
export const stemOf = (word: string): string => stemOfLower(word.toLowerCase());

function stemOfLower(small: string): string {
	const lower = APOSTROPHE.test(small) ? small.replace(/['’]s?$/, "") : small;
	if (lower.length < 4) return lower;
	if (lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
	return lower.endsWith("s") && !/(?:ss|us|is)$/.test(lower) ? lower.slice(0, -1) : lower;
}

/** "I've", "isn't": what stands before the contraction is what the stop words know. */
const CONTRACTION = /['’](?:ve|d|ll|re|m|s|t)$/;

/** Whether a word says something of what a text is about: it is no stop word, no number, no single letter. */
export const isTelling = (word: string, stopWords: ReadonlySet<string>): boolean =>
	isTellingAs(word, word.toLowerCase(), stopWords);

function isTellingAs(word: string, lower: string, stopWords: ReadonlySet<string>): boolean {
	if (stopWords.has(lower)) return false;
	if (APOSTROPHE.test(lower) && stopWords.has(lower.replace(CONTRACTION, ""))) return false;
	if (/^[a-z]/.test(lower)) return lower.length > 1;
	// In Japanese what is not written in Kanji or Katakana is seldom a noun.
	if (/^\p{Script=Hiragana}+$/u.test(word)) return false;
	return /\p{L}/u.test(word) && (word.length > 1 || UNSPACED.test(word));
}

/** What a text is about: the stems of its telling words, and its numbers. */
export const termsOf = (text: string, stopWords: ReadonlySet<string>): string[] =>
	wordsOf(text)
		.filter(({ text: word }) => isTelling(word, stopWords) || /^\d{2}/.test(word))
		.map(({ text: word }) => stemOf(word));

/** What a word is as a term. */
export interface Term {
	readonly stem: string;
	readonly isTelling: boolean;
}

/** A word as a term. */
export function termOf(word: string, stopWords: ReadonlySet<string>): Term {
	const lower = word.toLowerCase();
	return { stem: stemOfLower(lower), isTelling: isTellingAs(word, lower, stopWords) };
}

const foundTerms = new WeakMap<object, readonly (readonly Term[])[]>();

/** The words of each sentence of a list as terms, parallel to the words: found once for a list. */
export function termsOfEach(
	sentences: readonly { readonly text: string }[],
	stopWords: ReadonlySet<string>,
): readonly (readonly Term[])[] {
	const known = foundTerms.get(sentences);
	if (known) return known;
	const terms = wordsOfEach(sentences).map((words) => words.map(({ text }) => termOf(text, stopWords)));
	foundTerms.set(sentences, terms);
	return terms;
}
