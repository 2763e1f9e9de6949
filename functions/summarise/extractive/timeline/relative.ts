import { numberWordsOf } from "../figures/number-words.ts";
import { anyOf, memoised } from "../figures/patterns.ts";
import { yearlessAt } from "./absolute.ts";
import { addDays, addMonths, type Day, daysBetween, isoOf, isValid, weekdayOf, weekOf } from "./calendar.ts";
import { WEEKDAY_MARKS } from "./east-asian.ts";
import { seasonOf } from "./intervals.ts";
import { calendarNamesOf } from "./months.ts";
import type { Calendar, Reading } from "./reading.ts";
import type { Unit } from "./time-words.ts";
import { after, type Token, tokensOf } from "./tokens.ts";
import { timeWordsOf } from "./words.ts";

const cuesOf = memoised((language: string): RegExp => {
	const { yesterday, tomorrow, last, this: current, next, agoBefore, agoAfter } = timeWordsOf(language);
	const phrases = [yesterday, tomorrow, last, current, next, agoBefore, agoAfter].flat();
	const firsts = phrases.map((phrase) => tokensOf(phrase)[0]?.lower.replace(/'$/, "") ?? phrase);
	return new RegExp(anyOf([...firsts, ...calendarNamesOf(language).weekdays.keys(), ...WEEKDAY_MARKS]), "u");
});

/** Whether a sentence without a digit can tell a date: each of these readers but the one of "January 20" needs such a word. */
export const hasRelativeCue = (sentence: string, { language }: Calendar): boolean =>
	cuesOf(language).test(sentence.toLowerCase());

/** So many units away from the day of publication, no more precise than the unit. */
function shifted(published: Day, amount: number, unit: Unit): string {
	if (unit === "day") return isoOf(addDays(published, amount));
	if (unit === "week") return weekOf(addDays(published, amount * 7));
	if (unit === "month") return isoOf(addMonths(published, amount));
	return isoOf({ year: published.year + amount });
}

/** "yesterday", "tomorrow". "Today" is left out: it also means nowadays. */
export function dayNamedAt(
	tokens: readonly Token[],
	at: number,
	{ words }: Calendar,
	published: Day,
): Reading | undefined {
	const back = after(tokens, at, words.yesterday);
	if (back !== undefined) return { when: isoOf(addDays(published, -1)), next: back };
	const on = after(tokens, at, words.tomorrow);
	return on === undefined ? undefined : { when: isoOf(addDays(published, 1)), next: on };
}

/** "in the last year" is a duration, "the next day" a day of the story. */
const ARTICLE = /^(?:the|de|het|den|dem)$/;

/** "last Tuesday", "last October", "this year", "la semaine dernière". */
export function neighbourAt(
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
	published: Day,
): Reading | undefined {
	const { words, language } = calendar;
	const [side, noun] = words.after ? [tokens[at + 1], tokens[at]] : [tokens[at], tokens[at + 1]];
	if (!side || !noun) return undefined;
	const step = words.last.includes(side.lower)
		? -1
		: words.next.includes(side.lower)
			? 1
			: words.this.includes(side.lower)
				? 0
				: undefined;
	if (step === undefined || (language === "en" && ARTICLE.test(tokens[at - 1]?.lower ?? "")))
		return undefined;
	const when = neighbour(noun.lower.replace(/'$/, ""), step, calendar, published);
	return when === undefined ? undefined : { when, next: at + 2 };
}

function neighbour(
	noun: string,
	step: number,
	{ words, language }: Calendar,
	published: Day,
): string | undefined {
	const unit = Object.hasOwn(words.one, noun) ? words.one[noun] : undefined;
	if (unit) return unit === "day" ? undefined : shifted(published, step, unit);
	const { weekdays, months } = calendarNamesOf(language);
	const weekday = weekdays.get(noun);
	if (weekday !== undefined && step !== 0) {
		const gap = (weekday - weekdayOf(published) + 7) % 7;
		return isoOf(addDays(published, step < 0 ? gap - 7 : gap === 0 ? 7 : gap));
	}
	const month = months.get(noun);
	if (month !== undefined && step === -1)
		return isoOf({ year: published.year - (month < published.month ? 0 : 1), month });
	const season = Object.hasOwn(words.seasons, noun) ? words.seasons[noun] : undefined;
	if (season === undefined || step !== -1) return undefined;
	return seasonOf(published.year - (season * 3 + 5 < published.month ? 0 : 1), season);
}

/** "about two years ago" is no date. */
const VAGUE =
	/^(?:than|over|about|around|nearly|almost|roughly|some|least|under|of|circa|quasi|ruim|ongeveer|più|meer)$/;

/** "two weeks ago", "vor drei Jahren", "il y a deux mois". */
export function agoAt(
	tokens: readonly Token[],
	at: number,
	{ words, language }: Calendar,
	published: Day,
): Reading | undefined {
	const behindCue = after(tokens, at, words.agoBefore);
	const start = behindCue ?? (words.agoAfter.length > 0 ? at : undefined);
	const amount = start === undefined ? undefined : amountAt(tokens[start], language);
	if (start === undefined || amount === undefined) return undefined;
	if (behindCue === undefined && VAGUE.test(tokens[at - 1]?.lower ?? "")) return undefined;
	const noun = tokens[start + 1]?.lower ?? "";
	const unit = Object.hasOwn(words.many, noun)
		? words.many[noun]
		: Object.hasOwn(words.one, noun)
			? words.one[noun]
			: undefined;
	if (unit === undefined) return undefined;
	const next = behindCue === undefined ? after(tokens, start + 2, words.agoAfter) : start + 2;
	if (next === undefined || amount > 500) return undefined;
	const year = unit === "year" ? published.year - amount : published.year;
	return isValid({ year }) ? { when: shifted(published, -amount, unit), next } : undefined;
}

const amountAt = (token: Token | undefined, language: string): number | undefined => {
	if (!token) return undefined;
	if (token.number !== undefined) return token.number;
	if (language === "en" && /^(?:a|an|one)$/.test(token.lower)) return 1;
	return numberWordsOf(language).get(token.lower);
};

/** Further from publication than this the year could be either neighbour. */
const NEAR = 120;

/** "on January 20": the one nearest the day of publication, when that is near enough to be meant. */
export function nearestAt(
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
	published: Day,
): Reading | undefined {
	const found = yearlessAt(tokens, at, calendar);
	if (!found) return undefined;
	const { month, day, next } = found;
	const near = [-1, 0, 1]
		.map((offset) => ({ year: published.year + offset, month, day }))
		.filter((date) => isValid(date) && Math.abs(daysBetween(published, date)) <= NEAR);
	return near[0] && near.length === 1 ? { when: isoOf(near[0]), next } : undefined;
}
