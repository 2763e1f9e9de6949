/** Dates as Chinese, Japanese and Korean write them: year, month and day, each with its own character behind it. */

import { addDays, type Day, daysBetween, isoOf, isValid, type PartialDate, weekdayOf } from "./calendar.ts";
import type { Calendar, ReadDate, Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

const is = (token: Token | undefined, marks: string): boolean =>
	token !== undefined && marks.includes(token.text[0] ?? " ");

const checked = (date: PartialDate, next: number): ReadDate | undefined =>
	isValid(date) ? { date, next } : undefined;

/** Behind a number and its character these make it a span or a count: "3年間", "2日後", "5天前". */
const NO_DATE = "前後后間间度代半余餘多内內目本連连";

/** "2025年1月29日", "2025년 1월 29일", as precise as it is written. */
export function eastAsianAt(tokens: readonly Token[], at: number): ReadDate | undefined {
	const year = tokens[at]?.number;
	if (year === undefined || tokens[at]?.text.length !== 4 || !is(tokens[at + 1], "年년")) return undefined;
	const month = tokens[at + 2]?.number;
	if (month === undefined || !is(tokens[at + 3], "月월"))
		return is(tokens[at + 2], NO_DATE) ? undefined : checked({ year }, at + 2);
	const day = tokens[at + 4]?.number;
	return day === undefined || !is(tokens[at + 5], "日일")
		? checked({ year, month }, at + 4)
		: checked({ year, month, day }, at + 6);
}

/** Further from publication than this a month's day could be in either neighbouring year. */
const NEAR = 120;
/** A day without its month is believed to be this near: newspapers write "11日" of the days before. */
const RECENT = 14;

/** "5月20日" and "11日", told without their year: the nearest such day, of bare days the last one. */
export function eastAsianDayAt(
	tokens: readonly Token[],
	at: number,
	_: Calendar,
	published: Day,
): Reading | undefined {
	const first = tokens[at]?.number;
	if (first === undefined || is(tokens[at - 1], "年년月월第")) return undefined;
	if (is(tokens[at + 1], "月월")) {
		const day = tokens[at + 2]?.number;
		if (day === undefined || !is(tokens[at + 3], "日일") || is(tokens[at + 4], NO_DATE)) return undefined;
		const near = [-1, 0, 1]
			.map((offset) => ({ year: published.year + offset, month: first, day }))
			.filter((date) => isValid(date) && Math.abs(daysBetween(published, date)) <= NEAR);
		return near[0] && near.length === 1 ? { when: isoOf(near[0]), next: at + 4 } : undefined;
	}
	if (!is(tokens[at + 1], "日") || is(tokens[at + 2], NO_DATE)) return undefined;
	for (let back = 0; back <= RECENT; back++) {
		const day = addDays(published, -back);
		if (day.day === first) return { when: isoOf(day), next: at + 2 };
	}
	return undefined;
}

/** What a day of the week begins with: 星期二, 周二, 火曜日. */
export const WEEKDAY_MARKS: readonly string[] = [..."周週星礼日月火水木金土"];
const CHINESE_DAYS = "日一二三四五六";
const JAPANESE_DAYS = "日月火水木金土";
/** What leaves open which of these days it is: each, next, to come. */
const OPEN = "每毎上下来來本";

/** "周二", "火曜日": the last one up to the day of publication. */
export function eastAsianWeekdayAt(
	tokens: readonly Token[],
	at: number,
	_: Calendar,
	published: Day,
): Reading | undefined {
	const [first, second, third] = [0, 1, 2].map((offset) => tokens[at + offset]?.text ?? "");
	if (is(tokens[at - 1], OPEN) || first === undefined) return undefined;
	const long = /^(?:星期|礼拜)$/.test(`${first}${second}`);
	const chinese = /^[周週]$/.test(first) ? second : long ? third : undefined;
	const day =
		chinese === undefined
			? second === "曜"
				? JAPANESE_DAYS.indexOf(first)
				: -1
			: CHINESE_DAYS.indexOf(chinese === "天" ? "日" : chinese);
	if (day < 0) return undefined;
	const next = at + (/^[周週]$/.test(first) ? 2 : 3);
	return { when: isoOf(addDays(published, -((weekdayOf(published) - day + 7) % 7))), next };
}
