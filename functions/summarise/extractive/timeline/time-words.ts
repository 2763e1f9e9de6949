/**
 * The words around dates, by language: what makes four digits a year, what opens and closes an interval, what
 * points back from the day of publication. In languages without a table only complete dates are read.
 * Source: written for this project.
 */
/** What relative dates count in; the precision of what they say. */
export type Unit = "day" | "week" | "month" | "year";

/** The words of one language. */
export interface TimeWords {
	/** Before a bare year: "in 2019". */
	readonly in: readonly string[];
	readonly since: readonly string[];
	readonly between: readonly string[];
	readonly and: readonly string[];
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** Between day, month and year. */
	readonly of: readonly string[];
	/** What comes between "in" and a year, and changes nothing at a year's precision: "early", "Jahr". */
	readonly part: readonly string[];
	/** 0 spring, 1 summer, 2 autumn. Winter lies in two years and is left out. */
	readonly seasons: Readonly<Record<string, number>>;
	readonly yesterday: readonly string[];
	readonly tomorrow: readonly string[];
	readonly last: readonly string[];
	readonly this: readonly string[];
	readonly next: readonly string[];
	/** Whether such a word follows its noun ("l'année dernière"). */
	readonly after: boolean;
	/** One of a unit: what can be last or next. */
	readonly one: Readonly<Record<string, Unit>>;
	/** Several of them. */
	readonly many: Readonly<Record<string, Unit>>;
	readonly agoBefore: readonly string[];
	readonly agoAfter: readonly string[];
}

/** A list of phrases with bars between. */
export const list = (words: string): readonly string[] => words.split("|");

/** No words: what a language without a table has. */
export const NONE: TimeWords = {
	in: [],
	since: [],
	between: [],
	and: [],
	from: [],
	to: [],
	of: [],
	part: [],
	seasons: {},
	yesterday: [],
	tomorrow: [],
	last: [],
	this: [],
	next: [],
	after: false,
	one: {},
	many: {},
	agoBefore: [],
	agoAfter: [],
};
