import { datedAt, skipOf, yearAt } from "./absolute.ts";
import { intervalOf, isoOf, isValid } from "./calendar.ts";
import type { Calendar, Reading } from "./reading.ts";
import { after, isJoined, type Token } from "./tokens.ts";

/** "2010–2014", "2024-25". */
export function yearSpanAt(tokens: readonly Token[], at: number): Reading | undefined {
	const from = tokens[at];
	if (from?.number === undefined) return undefined;
	const to = tokens[at + 2];
	if (!/^[-–—/]$/.test(tokens[at + 1]?.text ?? "") || !isJoined(tokens, at + 1) || !isJoined(tokens, at + 2))
		return undefined;
	if (to?.number === undefined || from.text.length !== 4) return undefined;
	const before = tokens[at - 1]?.text ?? "";
	const longer = isJoined(tokens, at + 3) && /^[\p{L}\p{Nd}\-–/]/u.test(tokens[at + 3]?.text ?? "");
	if (longer || (isJoined(tokens, at) && !/^[("“[]$/.test(before))) return undefined;
	const end =
		to.text.length === 4
			? to.number
			: to.text.length === 2
				? Math.floor(from.number / 100) * 100 + to.number
				: 0;
	if (to.text.length === 2 && end !== from.number + 1) return undefined;
	// Fiscal years begin anywhere.
	if ([tokens[at - 2], tokens[at + 3]].some((token) => /^(?:fiscal|financial)$/.test(token?.lower ?? "")))
		return undefined;
	if (from.number < 1500 || end > 2100 || end <= from.number) return undefined;
	return { when: intervalOf({ year: from.number }, { year: end }), next: at + 3 };
}

/** "between 2010 and 2014", "from March 2010 to May 2014". */
export function spanAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	const { words } = calendar;
	for (const [open, middle] of [
		[words.between, words.and],
		[words.from, words.to],
	] as const) {
		const start = after(tokens, at, open);
		const from = start === undefined ? undefined : datedAt(tokens, start, calendar);
		const link = from && after(tokens, from.next, middle);
		const to = link === undefined ? undefined : datedAt(tokens, link, calendar);
		if (from && to && isoOf(from.date) < isoOf(to.date))
			return { when: intervalOf(from.date, to.date), next: to.next };
	}
	return undefined;
}

/** "since 1998": open at its end. */
export function sinceAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	const start = after(tokens, at, calendar.words.since);
	const from = start === undefined ? undefined : datedAt(tokens, start, calendar);
	return from && { when: `${isoOf(from.date)}/..`, next: from.next };
}

/** What says behind a year "in" it, or "since" it. */
const BEHIND_YEAR: Readonly<Record<string, { readonly in: RegExp; readonly since: RegExp }>> = {
	zh: { in: /(?!)/u, since: /^年(?:以来|以來|至今|起(?!义))/u },
	ja: { in: /(?!)/u, since: /^年(?:以来|以降|から(?!\d))/u },
	ko: { in: /(?!)/u, since: /^년(?:부터|이래|이후)/u },
	hi: { in: /^में/u, since: /^से(?!\d)/u },
	bn: { in: /^সালে/u, since: /^(?:সাল)?থেকে(?!\d)/u },
	tr: { in: /^(?:['’][dt][ae](?!n)|yılında)/u, since: /^(?:['’][dt][ae]n|yılından)(?:beri|bu)/u },
};
/** How many tokens such words may take. */
const BEHIND_REACH = 6;

/** "1974年から", "1974'ten beri", "2019 में": a bare year with its cue behind it. */
export function yearBehindAt(
	tokens: readonly Token[],
	at: number,
	{ language }: Calendar,
): Reading | undefined {
	const cues = Object.hasOwn(BEHIND_YEAR, language) ? BEHIND_YEAR[language] : undefined;
	const token = tokens[at];
	const year = token?.number;
	if (!cues || year === undefined || token?.text.length !== 4 || !isValid({ year })) return undefined;
	const behind = tokens
		.slice(at + 1, at + 1 + BEHIND_REACH)
		.map(({ lower }) => lower)
		.join("");
	if (cues.since.test(behind)) return { when: `${year}/..`, next: at + 2 };
	return cues.in.test(behind) ? { when: String(year), next: at + 2 } : undefined;
}

/** Where "summer 2024" means other months. */
const SOUTHERN = new Set(["AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BR", "PE", "BO"]);

/**
 * "fall of 2024", "été 2024": the meteorological seasons of the northern hemisphere (March, June and September
 * begin them). Not in articles of a southern region, and never winter, which two years share.
 */
export function seasonAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	const name = tokens[at]?.lower ?? "";
	const season = Object.hasOwn(calendar.words.seasons, name) ? calendar.words.seasons[name] : undefined;
	if (season === undefined || SOUTHERN.has(calendar.region)) return undefined;
	const index = skipOf(tokens, at + 1, calendar);
	const year = yearAt(tokens, index);
	return year === undefined ? undefined : { when: seasonOf(year, season), next: index + 1 };
}

/** The months of a season: 0 spring, 1 summer, 2 autumn. */
export const seasonOf = (year: number, season: number): string =>
	intervalOf({ year, month: season * 3 + 3 }, { year, month: season * 3 + 5 });

const PARTS: Readonly<Record<string, { nth: number; months: number }>> = {
	"first quarter": { nth: 0, months: 3 },
	"second quarter": { nth: 1, months: 3 },
	"third quarter": { nth: 2, months: 3 },
	"fourth quarter": { nth: 3, months: 3 },
	"first half": { nth: 0, months: 6 },
	"second half": { nth: 1, months: 6 },
};

/** "Q3 2024", "the third quarter of 2024", "first half of 2024"; not of a fiscal year, which begins anywhere. */
export function quarterAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	if (!/^(?:q|first|second|third|fourth)$/.test(tokens[at]?.lower ?? "")) return undefined;
	const [first, second] = [tokens[at], tokens[at + 1]];
	const quarter = /^[qQ]$/.test(first?.text ?? "") && isJoined(tokens, at + 1) ? second?.number : undefined;
	const part =
		PARTS[`${first?.lower} ${second?.lower}`] ??
		(quarter && quarter <= 4 && quarter >= 1 ? { nth: quarter - 1, months: 3 } : undefined);
	if (!part || /^(?:fiscal|financial)$/.test(tokens[at - 1]?.lower ?? "")) return undefined;
	const index = skipOf(tokens, at + 2, calendar);
	const year = yearAt(tokens, index);
	if (year === undefined) return undefined;
	const start = part.nth * part.months + 1;
	return {
		when: intervalOf({ year, month: start }, { year, month: start + part.months - 1 }),
		next: index + 1,
	};
}

/** "the 1990s". */
export function decadeAt(tokens: readonly Token[], at: number, { language }: Calendar): Reading | undefined {
	const year = tokens[at]?.number;
	if (language !== "en" || year === undefined || tokens[at]?.text.length !== 4 || year % 10 !== 0)
		return undefined;
	// "the 1800s" may be a decade or a century.
	if (year % 100 === 0 || !isValid({ year }) || !isJoined(tokens, at + 1)) return undefined;
	return tokens[at + 1]?.text === "s"
		? { when: intervalOf({ year }, { year: year + 9 }), next: at + 2 }
		: undefined;
}
