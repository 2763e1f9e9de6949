/** What a caller may ask of a summary, and what is meant by what wasn't asked. */
import * as z from "zod";
import { SummaryLengthSchema } from "../shared/summary-length.ts";

/** What `summarise` accepts. */
export const SummaryOptionsSchema = z.strictObject({
	length: SummaryLengthSchema.optional(),
	keyPoints: z.int("must be a whole number").min(1).max(20).optional(),
	words: z.int("must be a whole number").min(20).max(2000).optional(),
});

/** Sentences of key points for each length. */
const SENTENCES = { brief: 3, standard: 5, detailed: 10 } as const;
const MOST_SENTENCES = 20;

/** Options as the engine runs with them; what provenance records. */
export interface Parameters {
	readonly length: keyof typeof SENTENCES;
	readonly keyPoints: number;
	readonly words?: number;
}

/**
 * Resolves options for an article of so many sentences: a third of them at most unless a number was asked for, because
 * more is not a summary; where only words were asked for they alone decide.
 * @throws RangeError when an option is out of bounds.
 */
export function readOptions(options: object, sentences: number): Parameters {
	const { success, data, error } = SummaryOptionsSchema.safeParse(options);
	if (!success) throw new RangeError(`summary options: ${z.prettifyError(error)}`);
	const { length = "standard", keyPoints, words } = data;
	const usual = words === undefined ? SENTENCES[length] : MOST_SENTENCES;
	return {
		length,
		keyPoints: keyPoints ?? Math.min(usual, Math.max(1, Math.floor(sentences / 3))),
		...(words !== undefined && { words }),
	};
}
