import type { PartialDate } from "./calendar.ts";
import type { TimeWords } from "./time-words.ts";

/** What dates are read with. */
export interface Calendar {
	readonly language: string;
	/** Region of the language tag, or "". */
	readonly region: string;
	readonly words: TimeWords;
	/** What a date can begin with, besides a number. */
	readonly opens: ReadonlySet<string>;
}

/** A date read from the tokens, and the index behind it. `year` is missing where the text leaves it out. */
export interface ReadDate {
	readonly date: PartialDate;
	readonly next: number;
}

/** A reading: an ISO 8601 date or interval, and the index behind it. */
export interface Reading {
	readonly when: string;
	readonly next: number;
}
