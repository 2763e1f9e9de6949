/** An article in one language, published on 14 March 2025, a Friday, and what a reader finds in it. */
export interface Story {
	readonly sentences: number;
	readonly text: readonly string[];
	readonly people: readonly string[];
	/** What is said, and by whom; `undefined` where the language has no speakers yet. */
	readonly quotes: readonly (readonly [text: string, speaker: string | undefined])[];
	/** "text=value unit"; the unit is left out where there is none. */
	readonly figures: readonly string[];
	readonly dates: readonly string[];
}
