/**
 * How often quotes are given to whoever said them.
 * Truth: PolNeAR's annotated attributions. A quote is counted when it is direct, has four words or more between
 * its marks, and its annotated source has a name in it; what the annotation calls "he" can't be scored, what it
 * calls "a spokesman" is wrong whoever we name.
 */
import * as z from "zod";
import type { Quote } from "../../functions/shared/summary.ts";
import { findEntities } from "../../functions/summarise/extractive/entities/index.ts";
import { findQuotes } from "../../functions/summarise/extractive/quotes/index.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { type Part, partOf } from "./data.ts";
import { annotatedLines, articleInPlace } from "./lines.ts";

const SpanSchema = z.tuple([z.int(), z.int()]);
const QuotedSchema = z.object({
	id: z.string(),
	text: z.string(),
	attributions: z.array(
		z.object({ content: z.array(SpanSchema), sourceText: z.string(), direct: z.boolean() }),
	),
});

/** What was found of the annotated quotes. */
export interface QuoteFigures {
	/** Direct quotes with a named source. */
	readonly quotes: number;
	/** Of these, the share that was given a speaker. */
	readonly coverage: number;
	/** Of those given one, the share given the right one; unnamed sources that were given a name count as wrong. */
	readonly precision: number;
	/** Of all with a named source, the share given the right speaker. */
	readonly recall: number;
}

/** One annotated quote and what we made of it. */
export interface Judged {
	readonly id: string;
	readonly said: string;
	readonly source: string;
	readonly kind: "named" | "unnamed" | "pronoun";
	readonly found: boolean;
	readonly speaker: string | undefined;
	readonly right: boolean;
	readonly context: string;
}

const PRONOUN = /^(?:he|she|they|it|i|we|you|who|that|him|her|them|me|us|that one|this)$/i;
const kindOf = (source: string): Judged["kind"] =>
	PRONOUN.test(source.trim())
		? "pronoun"
		: /(?<!^)\p{Lu}|^(?!The |A |An |One |Some |Many )\p{Lu}/u.test(source)
			? "named"
			: "unnamed";

const namesIn = (text: string): string[] =>
	text.match(/\p{Lu}[\p{L}\p{M}'’-]*\p{L}/gu)?.map((name) => name.replace(/['’]s$/, "")) ?? [];

/** A speaker is right when the source has its last word, or shares a word of its name. */
const isRight = (speaker: string, source: string): boolean => {
	const words = new Set(namesIn(source));
	return namesIn(speaker).some((word) => words.has(word));
};

const QUOTED = /["“]([^"“”]*)["”]/g;
const LEAST_WORDS = 4;

/** Where a direct quotation of at least four words lies within an annotated content. */
function quotedIn(text: string, [start, end]: readonly [number, number]): { start: number; end: number }[] {
	// Annotators often leave a mark out.
	const from = /["“]/.test(text.charAt(start - 1)) ? start - 1 : start;
	const to = /["”]/.test(text.charAt(end)) ? end + 1 : end;
	return Array.from(text.slice(from, to).matchAll(QUOTED), ({ 1: said = "", index }) => ({
		start: from + index + 1,
		end: from + index + 1 + said.length,
		words: said.split(/\s+/).length,
	})).filter(({ words }) => words >= LEAST_WORDS);
}

interface Placed {
	readonly start: number;
	readonly end: number;
	readonly quote: Quote;
}

/** Every annotated direct quotation of a part, judged. */
export function judge(part: Part): Judged[] {
	return annotatedLines("quotes-polnear-train", QuotedSchema)
		.filter((line) => partOf(line) === part)
		.flatMap(({ id, text, attributions }) => {
			const { article, starts } = articleInPlace(id, text);
			const read = readText(article);
			const placed = findQuotes(read, findEntities(read)).flatMap((quote): Placed[] =>
				quote.evidence.map(({ block, start, end }) => {
					const offset = starts[block] ?? 0;
					return { start: offset + start, end: offset + end, quote };
				}),
			);
			return attributions
				.filter(({ direct }) => direct)
				.flatMap(({ content, sourceText }) => {
					const spans = content.flatMap((span) => quotedIn(text, span));
					const [first] = spans;
					if (!first) return [];
					const ours = placed.filter((quote) =>
						spans.some((span) => span.start < quote.end && quote.start < span.end),
					);
					const speaker = ours.find(({ quote }) => quote.speaker !== undefined)?.quote.speaker;
					return {
						id,
						said: text.slice(first.start, first.end),
						source: sourceText,
						kind: sourceText.trim() === "" ? "unnamed" : kindOf(sourceText),
						found: ours.length > 0,
						speaker,
						right: speaker !== undefined && isRight(speaker, sourceText),
						context: text.slice(Math.max(0, first.start - 250), first.end + 200),
					} satisfies Judged;
				});
		});
}

/** Sums up. */
export function quoteFigures(judged: readonly Judged[]): QuoteFigures {
	const scored = judged.filter(({ kind }) => kind !== "pronoun");
	const named = scored.filter(({ kind }) => kind === "named");
	const given = named.filter(({ speaker }) => speaker !== undefined);
	const right = given.filter((one) => one.right).length;
	return {
		quotes: named.length,
		coverage: given.length / named.length,
		precision: right / scored.filter(({ speaker }) => speaker !== undefined).length,
		recall: right / named.length,
	};
}
