import { numberWordsOf } from "../figures/number-words.ts";
import { memoised } from "../figures/patterns.ts";
import { isoOf, isValid, type PartialDate } from "./calendar.ts";
import { eastAsianAt, WEEKDAY_MARKS } from "./east-asian.ts";
import { calendarNamesOf, isMonth, isWordToo } from "./months.ts";
import type { Calendar, ReadDate, Reading } from "./reading.ts";
import { after, isJoined, type Token, tokensOf } from "./tokens.ts";
import { timeWordsOf } from "./words.ts";

/** What dates are read with in an article of this language tag. */
export function calendarOf(tag: string): Calendar {
	const [language = "und", ...subtags] = tag.split("-");
	return {
		language,
		region: subtags.find((subtag) => /^[A-Z]{2}$/.test(subtag)) ?? "",
		words: timeWordsOf(language),
		opens: openingWordsOf(language),
	};
}

/** All first words of what the readers of dates look for: most words of a text are none, and need no reader. */
const openingWordsOf = memoised((language: string): ReadonlySet<string> => {
	const { months, weekdays } = calendarNamesOf(language);
	const words = timeWordsOf(language);
	const phrases = [
		...[words.in, words.since, words.between, words.from, words.part, words.yesterday, words.tomorrow],
		...[words.last, words.this, words.next, words.agoBefore],
	].flat();
	return new Set([
		...phrases.flatMap((phrase) => tokensOf(phrase).slice(0, 1)).map(({ lower }) => lower),
		...[words.seasons, words.one, words.many].flatMap(Object.keys),
		...[...months.keys(), ...weekdays.keys()]
			.flatMap((name) => tokensOf(name).slice(0, 1))
			.map(({ lower }) => lower),
		...numberWordsOf(language).keys(),
		..."q first second third fourth a an one".split(" "),
		...WEEKDAY_MARKS,
		// Before a day of the week.
		..."on am op el este na no nesta neste".split(" "),
	]);
});

const checked = (date: PartialDate, next: number): ReadDate | undefined =>
	isValid(date) ? { date, next } : undefined;

/** Four digits that stand alone: no amount, no version, no longer number. */
export function yearAt(tokens: readonly Token[], at: number): number | undefined {
	const token = tokens[at];
	if (token?.number === undefined || token.text.length !== 4 || !isValid({ year: token.number }))
		return undefined;
	const behind = tokens[at + 1];
	if (isJoined(tokens, at + 1) && behind && !/^[)\]}.,;:!?'’"”»\-–—/年년]/u.test(behind.text))
		return undefined;
	const decimal = /^[.,:]$/.test(behind?.text ?? "") && isJoined(tokens, at + 1) && isJoined(tokens, at + 2);
	return decimal && tokens[at + 2]?.number !== undefined ? undefined : token.number;
}

const dayAt = (tokens: readonly Token[], at: number): number | undefined => {
	const token = tokens[at];
	if (token?.number === undefined || token.text.length > 2 || token.number < 1 || token.number > 31)
		return undefined;
	const before = tokens[at - 1];
	if (isJoined(tokens, at) && before && !/^[(["“'‘「,]$/u.test(before.text)) return undefined;
	return token.number;
};

const monthAt = (tokens: readonly Token[], at: number, { language }: Calendar): number | undefined => {
	const token = tokens[at];
	return token && isMonth(token.text, language)
		? calendarNamesOf(language).months.get(token.lower)
		: undefined;
};

/** Skips a dot (after "Jan" or "29"), an ordinal ("29th", "1er") or a linking word ("de"). */
const skip = (tokens: readonly Token[], at: number, pattern: RegExp): number =>
	pattern.test(tokens[at]?.lower ?? "") ? at + 1 : at;
const ORDINAL = /^(?:\.|st|nd|rd|th|er|º|°|ª|e|ten)$/;

/** The same for the words between day, month and year. */
export const skipOf = (tokens: readonly Token[], at: number, { words }: Calendar): number => {
	const link = after(tokens, at, words.of) ?? at;
	return skip(tokens, link, /^,$/);
};

/** "January 29, 2025", "Jan. 29 2025", "October 2024", "October of 2024". */
export function monthFirst(tokens: readonly Token[], at: number, calendar: Calendar): ReadDate | undefined {
	const month = monthAt(tokens, at, calendar);
	if (month === undefined) return undefined;
	const behind = skip(tokens, at + 1, /^\.$/);
	const day = calendar.language === "en" ? dayAt(tokens, behind) : undefined;
	if (day !== undefined) {
		const year = yearAt(tokens, skip(tokens, skip(tokens, behind + 1, ORDINAL), /^,$/));
		if (year === undefined) return undefined;
		return checked({ year, month, day }, skip(tokens, skip(tokens, behind + 1, ORDINAL), /^,$/) + 1);
	}
	const at2 = skipOf(tokens, behind, calendar);
	const year = yearAt(tokens, at2);
	return year === undefined ? undefined : checked({ year, month }, at2 + 1);
}

/** "29 January 2025", "29. Januar 2025", "29 de enero de 2025", "1er mars 2024". */
export function dayFirst(tokens: readonly Token[], at: number, calendar: Calendar): ReadDate | undefined {
	const day = dayAt(tokens, at);
	if (day === undefined) return undefined;
	const monthIndex = skipOf(tokens, skip(tokens, at + 1, ORDINAL), calendar);
	const month = monthAt(tokens, monthIndex, calendar);
	if (month === undefined) return undefined;
	const yearIndex = skipOf(tokens, skip(tokens, monthIndex + 1, /^\.$/), calendar);
	const year = yearAt(tokens, yearIndex);
	return year === undefined ? undefined : checked({ year, month, day }, yearIndex + 1);
}

/** "January 29", "29 January": a day whose year the text leaves out. */
export function yearlessAt(
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
): { month: number; day: number; next: number } | undefined {
	if (isWordToo(tokens[at]?.lower ?? "") && calendar.language !== "en") return undefined;
	const month = calendar.language === "en" ? monthAt(tokens, at, calendar) : undefined;
	if (month !== undefined) {
		const index = skip(tokens, at + 1, /^\.$/);
		const day = dayAt(tokens, index);
		const behind = tokens[index + 1]?.text ?? "";
		return day === undefined || /^[%:]$/.test(behind)
			? undefined
			: { month, day, next: skip(tokens, index + 1, ORDINAL) };
	}
	const day = dayAt(tokens, at);
	const index = skipOf(tokens, skip(tokens, at + 1, ORDINAL), calendar);
	const named = monthAt(tokens, index, calendar);
	if (
		day === undefined ||
		named === undefined ||
		(calendar.language !== "en" && isWordToo(tokens[index]?.lower ?? ""))
	)
		return undefined;
	return { month: named, day, next: index + 1 };
}

/** Regions that write the month first; others with slashes write the day first. */
const MONTH_FIRST = new Set(["US"]);

/** "2025-01-29", "29.01.2025", "29/01/2025" (in English only where the region or a day past 12 tells which is which). */
export function numericAt(
	tokens: readonly Token[],
	at: number,
	{ language, region }: Calendar,
): ReadDate | undefined {
	if (tokens[at]?.number === undefined) return undefined;
	const [a, mark, b, again, c] = [0, 1, 2, 3, 4].map((offset) => tokens[at + offset]);
	const joined = [1, 2, 3, 4].every((offset) => isJoined(tokens, at + offset));
	if (!joined || !a || !b || !c || mark?.text !== again?.text || isJoined(tokens, at)) return undefined;
	if (a.number === undefined || b.number === undefined || c.number === undefined) return undefined;
	const longer = isJoined(tokens, at + 5) && /^[\p{Nd}/-]/u.test(tokens[at + 5]?.text ?? "");
	if (longer) return undefined;
	if (mark?.text === "-" && a.text.length === 4 && b.text.length === 2 && c.text.length === 2) {
		return checked({ year: a.number, month: b.number, day: c.number }, at + 5);
	}
	if (c.text.length !== 4 || a.text.length > 2 || b.text.length > 2) return undefined;
	const dayThenMonth = { year: c.number, month: b.number, day: a.number };
	const monthThenDay = { year: c.number, month: a.number, day: b.number };
	if (mark?.text === "." && language !== "en") return checked(dayThenMonth, at + 5);
	if (mark?.text !== "/") return undefined;
	if (MONTH_FIRST.has(region)) return checked(monthThenDay, at + 5);
	if (language !== "en" || region !== "") return checked(dayThenMonth, at + 5);
	const both = isValid(dayThenMonth) && isValid(monthThenDay) && a.number !== b.number;
	return both ? undefined : (checked(dayThenMonth, at + 5) ?? checked(monthThenDay, at + 5));
}

/** A date that says its year, whatever the form; a bare year only where a cue stands before it. */
export function dateAt(tokens: readonly Token[], at: number, calendar: Calendar): ReadDate | undefined {
	return (
		numericAt(tokens, at, calendar) ??
		eastAsianAt(tokens, at) ??
		dayFirst(tokens, at, calendar) ??
		monthFirst(tokens, at, calendar)
	);
}

/** Words behind four digits that make them an amount: "in 2019 dollars", "in 2000 homes". */
const AMOUNT = /^(?:dollars?|euros?|prices?|terms|people|men|women|km|metres|meters|miles|feet)$/;
const isAmount = (year: number, behind: Token | undefined): boolean =>
	AMOUNT.test(behind?.lower ?? "") ||
	((year % 100 === 0 || year < 1700) && /^\p{Ll}{3,}s$/u.test(behind?.text ?? "") && behind?.text !== "was");

/** A date, or a bare year behind a cue. */
export function datedAt(tokens: readonly Token[], at: number, calendar: Calendar): ReadDate | undefined {
	const start = after(tokens, at, calendar.words.part) ?? at;
	const full = dateAt(tokens, skip(tokens, start, /^-$/), calendar);
	if (full) return full;
	const index = skip(tokens, start, /^-$/);
	const year = yearAt(tokens, index);
	return year === undefined || isAmount(year, tokens[index + 1])
		? undefined
		: { date: { year }, next: index + 1 };
}

/** "in 2019", "by the end of 2030". */
export function cuedAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	const cue = after(tokens, at, calendar.words.in);
	const start = cue === undefined ? undefined : skip(tokens, cue, /^(?:the|l')$/);
	const found = start === undefined ? undefined : datedAt(tokens, start, calendar);
	return found && { when: isoOf(found.date), next: found.next };
}

/** A date complete enough to need no cue. */
export function plainAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	const found = dateAt(tokens, at, calendar);
	return found && { when: isoOf(found.date), next: found.next };
}
