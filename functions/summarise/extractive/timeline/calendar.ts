/** A calendar date of any precision. */
export interface PartialDate {
	readonly year: number;
	readonly month?: number;
	readonly day?: number;
}

/** A whole day. */
export interface Day extends PartialDate {
	readonly month: number;
	readonly day: number;
}

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

/** ISO 8601, as precise as the date is. */
export const isoOf = ({ year, month, day }: PartialDate): string =>
	[
		pad(year, 4),
		...(month === undefined ? [] : [pad(month, 2)]),
		...(day === undefined ? [] : [pad(day, 2)]),
	].join("-");

/** An ISO 8601 interval; one date when both ends are the same. */
export const intervalOf = (from: PartialDate, to: PartialDate): string =>
	isoOf(from) === isoOf(to) ? isoOf(from) : `${isoOf(from)}/${isoOf(to)}`;

const DAY = 86_400_000;
const epochDay = ({ year, month, day }: Day): number => Date.UTC(year, month - 1, day) / DAY;

const dayOf = (epoch: number): Day => {
	const date = new Date(epoch * DAY);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Whether the calendar has this date, in the years that articles speak of. */
export function isValid({ year, month = 1, day = 1 }: PartialDate): boolean {
	if (year < 1000 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
	return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day so many days later, or earlier. */
export const addDays = (day: Day, days: number): Day => dayOf(epochDay(day) + days);

/** The month so many months later, or earlier. */
export function addMonths({ year, month }: Day, months: number): PartialDate {
	const total = year * 12 + (month - 1) + months;
	return { year: Math.floor(total / 12), month: (total % 12) + 1 };
}

/** How many days `b` is after `a`. */
export const daysBetween = (a: Day, b: Day): number => epochDay(b) - epochDay(a);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number =>
	((epochDay(day) + 4) % 7) + ((epochDay(day) + 4) % 7 < 0 ? 7 : 0);

/** Monday to Sunday of the week a day lies in (ISO 8601). */
export function weekOf(day: Day): string {
	const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
	return intervalOf(monday, addDays(monday, 6));
}

/** The day an ISO date or date-time names, as its own offset has it. */
export function dayFrom(iso: string): Day | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
	if (!match) return undefined;
	const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
	return isValid(day) ? day : undefined;
}
