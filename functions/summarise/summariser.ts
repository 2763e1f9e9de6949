import type { Article } from "../shared/article.ts";
import type { Summary } from "../shared/summary.ts";
import type { SummaryLength } from "../shared/summary-length.ts";

/** What a caller may ask of a summary. */
export interface SummaryOptions {
	/** `standard` unless told; a short article's summary is shorter by itself. */
	readonly length?: SummaryLength | undefined;
	/** How many sentences the key points have at most, 1 to 20, whatever the length. */
	readonly keyPoints?: number | undefined;
	/** How many words the key points have at most, 20 to 2,000. */
	readonly words?: number | undefined;
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
