/**
 * Names of months and weekdays in a language, as Unicode CLDR (through Intl) writes them in dates and alone,
 * long and short. Nothing is listed by hand but the forms that CLDR lacks.
 */

/** Forms that newspapers use and CLDR doesn't list; the value is the month, 1 to 12. */
const MORE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	en: { sept: 9, jan: 1, feb: 2, aug: 8, oct: 10, nov: 11, dec: 12 },
	de: { jänner: 1, feber: 2, jan: 1, feb: 2, aug: 8, sept: 9, okt: 10, nov: 11, dez: 12 },
	es: { setiembre: 9 },
	// Where a month is ("в октябре"): CLDR has the forms of dates alone.
	ru: {
		январе: 1,
		феврале: 2,
		марте: 3,
		апреле: 4,
		мае: 5,
		июне: 6,
		июле: 7,
		августе: 8,
		сентябре: 9,
		октябре: 10,
		ноябре: 11,
		декабре: 12,
	},
	// Of the eastern names those of one word, and the western ones.
	ar: {
		شباط: 2,
		آذار: 3,
		نيسان: 4,
		أيار: 5,
		حزيران: 6,
		تموز: 7,
		آب: 8,
		أيلول: 9,
		جانفي: 1,
		فيفري: 2,
		أفريل: 4,
		ماي: 5,
		جوان: 6,
		جويلية: 7,
		أوت: 8,
	},
};

/** Months that are everyday words when written alone ("may", "march", "mar" the sea): read only beside a day or year. */
const AMBIGUOUS = new Set([
	"may",
	"march",
	"mar",
	"set",
	"sep",
	"dec",
	"mai",
	"out",
	"ago",
	"dez",
	"avr",
	"jun",
	"jul",
]);

interface CalendarNames {
	readonly months: ReadonlyMap<string, number>;
	/** 0 is Sunday. */
	readonly weekdays: ReadonlyMap<string, number>;
}

const EMPTY: CalendarNames = { months: new Map(), weekdays: new Map() };
const known = new Map<string, CalendarNames>();

const formsOf = (
	language: string,
	options: Intl.DateTimeFormatOptions,
	type: "month" | "weekday",
	date: Date,
): string[] => {
	const found = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC", calendar: "gregory" })
		.formatToParts(date)
		.find((part) => part.type === type)?.value;
	// A numeric month (Chinese, Japanese) is read by its own pattern, not by name.
	return found && /^\p{L}/u.test(found) ? [found.toLowerCase().replace(/\.$/, "")] : [];
};

function make(language: string): CalendarNames {
	if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return EMPTY;
	const months = new Map<string, number>(
		Object.entries(Object.hasOwn(MORE, language) ? (MORE[language] ?? {}) : {}),
	);
	const weekdays = new Map<string, number>();
	for (let month = 0; month < 12; month++) {
		const date = new Date(Date.UTC(2024, month, 15));
		for (const width of ["long", "short"] as const) {
			for (const options of [{ month: width }, { month: width, day: "numeric" }] as const) {
				for (const form of formsOf(language, options, "month", date)) months.set(form, month + 1);
			}
		}
	}
	for (let day = 0; day < 7; day++) {
		// 1 September 2024 was a Sunday.
		for (const form of formsOf(
			language,
			{ weekday: "long" },
			"weekday",
			new Date(Date.UTC(2024, 8, 1 + day)),
		))
			weekdays.set(form, day);
	}
	return { months, weekdays };
}

/** The month and weekday names of a language (lower case); none where Intl doesn't know the language. */
export function calendarNamesOf(language: string): CalendarNames {
	const names = known.get(language);
	if (names) return names;
	const made = language === "und" ? EMPTY : make(language);
	if (known.size >= 64) known.clear();
	known.set(language, made);
	return made;
}

/** Whether a word names a month, in languages with capitals by its capital too where it could be another word. */
export function isMonth(word: string, language: string): boolean {
	const lower = word.toLowerCase();
	if (!calendarNamesOf(language).months.has(lower)) return false;
	return !AMBIGUOUS.has(lower) || word !== lower || language !== "en";
}

/** Whether a month's name is an everyday word too. */
export const isWordToo = (word: string): boolean => AMBIGUOUS.has(word.toLowerCase());
