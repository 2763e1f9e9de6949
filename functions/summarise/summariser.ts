import type { Article } from "../shared/article.ts";
import type { Summary } from "../shared/summary.ts";

/** What a caller may ask of a summary. */
export interface SummaryOptions {
	/** How many key points at most, 1 to 20; 5 unless told. */
	readonly keyPoints?: number | undefined;
}

/**
 * The port behind which a summarising engine stands. The handler awaits it, so an engine may be synchronous
 * (the extractive one) or call a hosted model. `name` and `version` name its documents in the library: a new
 * version's documents stand beside the old ones.
 */
export interface Summariser {
	readonly name: string;
	readonly version: string;
	summarise(article: Article, options?: SummaryOptions, signal?: AbortSignal): Summary | Promise<Summary>;
}
