import type { Article } from "../../../shared/article.ts";
import type { TimelineEntry } from "../../../shared/summary.ts";
import { evidenceOf, type Sentence, type Text } from "../sentence.ts";
import { type Speech, speechOf } from "../speech.ts";
import { calendarOf, cuedAt, plainAt } from "./absolute.ts";
import { type Day, dayFrom } from "./calendar.ts";
import { eastAsianDayAt, eastAsianWeekdayAt } from "./east-asian.ts";
import { decadeAt, quarterAt, seasonAt, sinceAt, spanAt, yearBehindAt, yearSpanAt } from "./intervals.ts";
import type { Calendar, Reading } from "./reading.ts";
import { agoAt, dayNamedAt, hasRelativeCue, nearestAt, neighbourAt } from "./relative.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { weekdayAt } from "./weekdays.ts";

/** More than any article's reader wants. */
const MOST = 30;

/** A sentence that compares years is told under the first of them, or it would fill the list. */
const MOST_A_SENTENCE = 2;

/** Dates that say their year, the longest forms first. */
const ABSOLUTE: readonly ((
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
) => Reading | undefined)[] = [
	spanAt,
	sinceAt,
	yearBehindAt,
	yearSpanAt,
	seasonAt,
	quarterAt,
	decadeAt,
	plainAt,
	cuedAt,
];

/** Dates that only the day of publication gives a year. */
const RELATIVE: readonly ((
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
	published: Day,
) => Reading | undefined)[] = [
	dayNamedAt,
	agoAt,
	neighbourAt,
	weekdayAt,
	nearestAt,
	eastAsianDayAt,
	eastAsianWeekdayAt,
];

interface Dated extends Reading {
	readonly start: number;
	readonly relative: boolean;
}

const mayOpen = (token: Token | undefined, { opens }: Calendar): boolean =>
	token !== undefined &&
	(token.number !== undefined ||
		opens.has(token.lower) ||
		(token.lower.endsWith("'") && opens.has(token.lower.slice(0, -1))));

const DIGIT = /\p{Nd}/u;

/** The dates of a sentence in order, none overlapping. Most sentences have no sign of one and need no tokens. */
function datesIn(sentence: string, calendar: Calendar, published: Day | undefined): Dated[] {
	const hasDigit = DIGIT.test(sentence);
	if (!hasDigit && !(published && hasRelativeCue(sentence, calendar))) return [];
	const tokens = tokensOf(sentence);
	const found: Dated[] = [];
	for (let at = 0; at < tokens.length; ) {
		if (!mayOpen(tokens[at], calendar)) {
			at++;
			continue;
		}
		const absolute = hasDigit ? absoluteAt(tokens, at, calendar) : undefined;
		const reading = absolute ?? (published && relativeAt(tokens, at, calendar, published));
		if (reading) found.push({ ...reading, start: tokens[at]?.start ?? 0, relative: absolute === undefined });
		at = reading?.next ?? at + 1;
	}
	return found;
}

function absoluteAt(tokens: readonly Token[], at: number, calendar: Calendar): Reading | undefined {
	for (const read of ABSOLUTE) {
		const reading = read(tokens, at, calendar);
		if (reading) return reading;
	}
	return undefined;
}

function relativeAt(
	tokens: readonly Token[],
	at: number,
	calendar: Calendar,
	published: Day,
): Reading | undefined {
	for (const read of RELATIVE) {
		const reading = read(tokens, at, calendar, published);
		if (reading) return reading;
	}
	return undefined;
}

/** The day that each block was published on: in a thread its post's, and the page's where a thread or any other article begins. */
function daysOf({ blocks, posts = [], metadata }: Article): readonly (Day | undefined)[] {
	const page = dayFrom(metadata.publishedAt ?? "");
	const days = blocks.map((): Day | undefined => page);
	for (const { publishedAt, from, to } of posts)
		if (publishedAt !== undefined || from > 0) days.fill(dayFrom(publishedAt ?? ""), from, to);
	return days;
}

/**
 * The dates of an article and the sentences that tell what happened, in order of time. A date without its year
 * is read from the day of publication, and left out where that is unknown, where somebody is quoted (their day
 * is another), and where the paragraph has just told of another year. Winters, fiscal years and dates that the
 * calendar lacks are left out.
 */
export function findTimeline(text: Text): TimelineEntry[] {
	const calendar = calendarOf(text.article.language);
	const days = daysOf(text.article);
	const entries: { entry: TimelineEntry; relative: boolean }[] = [];
	let block = -1;
	let speech: readonly Speech[] = [];
	let said = 0;
	let toldYear: string | undefined;
	for (const sentence of text.sentences) {
		if (sentence.block !== block) {
			block = sentence.block;
			speech = speechOf(text.article.blocks[block]?.text ?? "");
			said = 0;
			toldYear = undefined;
		}
		const published = days[block];
		const dates = datesIn(sentence.text, calendar, published);
		const told = dates.find(({ relative }) => !relative);
		toldYear = told ? told.when.slice(0, 4) : toldYear;
		const elsewhere = toldYear !== undefined && toldYear !== String(published?.year);
		for (const { when, start, relative } of unique(dates).slice(0, MOST_A_SENTENCE)) {
			const at = sentence.start + start;
			while ((speech[said]?.end ?? at + 1) <= at) said++;
			const quoted = (speech[said]?.start ?? at + 1) <= at;
			if (relative && (elsewhere || quoted)) continue;
			entries.push({ entry: entryOf(sentence, when), relative });
		}
	}
	// Where there are too many, those that the text dates itself stay.
	const kept = [...entries].sort((a, b) => Number(a.relative) - Number(b.relative)).slice(0, MOST);
	return kept.map(({ entry }) => entry).sort(byTime);
}

/** The first of each `when`. */
function unique(dates: readonly Dated[]): Dated[] {
	const seen = new Set<string>();
	return dates.filter(({ when }) => !seen.has(when) && seen.add(when));
}

const entryOf = (sentence: Sentence, when: string): TimelineEntry => ({
	when,
	text: sentence.text,
	evidence: [evidenceOf(sentence)],
});

const beginning = ({ when }: TimelineEntry): string => when.split("/")[0] ?? when;
const place = ({ evidence: [first] }: TimelineEntry): number => (first ? first.block * 1e7 + first.start : 0);

/** By when it began, then by the place in the text. */
const byTime = (a: TimelineEntry, b: TimelineEntry): number => {
	const [one, other] = [beginning(a), beginning(b)];
	return one === other ? place(a) - place(b) : one < other ? -1 : 1;
};
