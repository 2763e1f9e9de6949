import type { Article } from "../../shared/article.ts";
import type { Evidence } from "../../shared/summary.ts";

/** One sentence of a kept block, with its exact place: `article.blocks[block].text.slice(start, end) === text`. */
export interface Sentence {
	/** Index into `article.blocks`. */
	readonly block: number;
	/** UTF-16 offsets into the block's text, white space trimmed. */
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** Running number over the article. */
	readonly index: number;
}

/** The evidence that a span of a sentence is; the whole sentence unless told. Offsets are into `sentence.text`. */
export const evidenceOf = (sentence: Sentence, start = 0, end = sentence.text.length): Evidence => ({
	block: sentence.block,
	start: sentence.start + start,
	end: sentence.start + end,
	quote: sentence.text.slice(start, end),
});

/** What every finder works on: the article, and its sentences found once. */
export interface Text {
	readonly article: Article;
	/** Primary subtag of the article's language, `und` when unknown. */
	readonly language: string;
	/** Prose sentences in reading order; headings are not among them. */
	readonly sentences: readonly Sentence[];
}
