import { calendarNamesOf, isWordToo } from "../extractive/timeline/months.ts";
import { wordsOf } from "../extractive/words.ts";
import type { KnownDate, Source } from "./source.ts";

/** Months and weekdays of a text, by what they mean and how they are written. */
function namedDates(text: string, language: string): Map<string, string> {
	const { months, weekdays } = calendarNamesOf(language);
	const found = new Map<string, string>();
	for (const { text: word } of wordsOf(text)) {
		const lower = word.toLowerCase();
		const month = months.get(lower);
		const weekday = weekdays.get(lower);
		// "may" and "march" are verbs where they are written small.
		if (month !== undefined && !(isWordToo(lower) && word === lower)) found.set(`month ${month}`, word);
		else if (weekday !== undefined) found.set(`weekday ${weekday}`, word);
	}
	return found;
}

/** "2025-03-14": months in digits. */
const ISO_MONTH = /(?<!\p{N})\p{N}{4}-(\p{N}{2})(?!\p{N})/gu;

/** The dates that a cited text has, as the timeline reads them. */
export const datesIn = (cited: string, { dates }: Pick<Source, "dates">): KnownDate[] =>
	dates.filter(({ passage }) => cited.includes(passage));

/** The months and weekdays of a claim that its source neither names nor means; years and days are numbers. */
export function foreignDates(claim: string, cited: string, source: Source): string[] {
	const { locale } = source;
	const language = locale.split("-")[0] ?? locale;
	const known = namedDates(cited, language);
	const digits = new Set(Array.from(cited.matchAll(ISO_MONTH), ({ 1: month }) => `month ${Number(month)}`));
	const meant = new Set(
		datesIn(cited, source).flatMap(({ month, weekday }) => [`month ${month}`, `weekday ${weekday}`]),
	);
	return [...namedDates(claim, language)]
		.filter(([key]) => !known.has(key) && !digits.has(key) && !meant.has(key))
		.map(([, word]) => word);
}
