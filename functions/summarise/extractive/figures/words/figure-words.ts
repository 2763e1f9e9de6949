/**
 * The words that give a number its meaning, by language. In languages without a table only symbols and ISO codes
 * are read.
 * Source: written for this project; scales and currencies checked against Unicode CLDR 48.
 */
export interface FigureWords {
	/** Words that multiply the number before them. */
	readonly scales: Readonly<Record<string, number>>;
	readonly percent: readonly string[];
	/** Where it stands before its number ("yüzde 5"). */
	readonly percentBefore: readonly string[];
	readonly percentagePoints: readonly string[];
	/**
	 * Currency names that can only be one currency, or, with `$`, the dollar of the article's region; "" for money
	 * of several countries ("crowns").
	 */
	readonly currencies: Readonly<Record<string, string>>;
	readonly durations: readonly string[];
	/** What makes a duration a date ("ago"): before the number, behind its unit. */
	readonly agoBefore: readonly string[];
	readonly agoAfter: readonly string[];
	readonly measures: readonly string[];
	/** An age: before the number, and behind it. */
	readonly agedBefore: readonly string[];
	readonly yearsOld: readonly string[];
	readonly up: readonly string[];
	readonly down: readonly string[];
	/** Words that may stand between such a word and its number. */
	readonly by: readonly string[];
	readonly not: readonly string[];
	/** Between the two ends of a range. */
	readonly to: readonly string[];
	readonly from: readonly string[];
	/** Between a number and what it counts ("millones de personas"). */
	readonly of: readonly string[];
	/** What is counted, where no ending tells a plural noun. */
	readonly counters: readonly string[];
}

/** A list written with spaces between. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** No words: what a language without a table has. */
export const NONE: FigureWords = {
	scales: {},
	percent: [],
	percentBefore: [],
	percentagePoints: [],
	currencies: {},
	durations: [],
	agoBefore: [],
	agoAfter: [],
	measures: [],
	agedBefore: [],
	yearsOld: [],
	up: [],
	down: [],
	by: [],
	not: [],
	to: [],
	from: [],
	of: [],
	counters: [],
};
