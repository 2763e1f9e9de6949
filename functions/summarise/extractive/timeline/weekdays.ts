import { speechVerbsOf } from "../quotes/speech-verbs.ts";
import { addDays, type Day, isoOf, weekdayOf } from "./calendar.ts";
import { calendarNamesOf, isMonth } from "./months.ts";
import type { Calendar, Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

/** How a language puts a day of the week on the calendar. Source: written for this project. */
interface WeekdayWords {
	/** Before it; without one the day's name alone will do. */
	readonly on: ReadonlySet<string>;
	/** What says that the day is still to come. */
	readonly ahead: ReadonlySet<string>;
	/** What leaves open which of these days it is, in the same clause. */
	readonly open: ReadonlySet<string>;
	/** What makes it any of them, directly before it ("le lundi"). */
	readonly any: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const NO_WORDS: ReadonlySet<string> = new Set();

const WORDS: Readonly<Record<string, WeekdayWords>> = {
	en: {
		on: words("on"),
		ahead: words("will shall"),
		any: NO_WORDS,
		open: words(
			"would could should may might can expected planned plans plan scheduled due set every each until to if usually",
		),
	},
	de: {
		on: words("am"),
		ahead: words("wird werden"),
		any: NO_WORDS,
		open: words(
			"würde würden könnte soll sollen sollte will wollen kann können jeden immer bis ab geplant kommenden falls wenn",
		),
	},
	nl: {
		on: words("op"),
		ahead: words("zal zullen"),
		any: NO_WORDS,
		open: words("zou zouden wil willen kan elke iedere tot moet moeten wordt worden als"),
	},
	fr: {
		on: words(""),
		ahead: words("sera seront aura auront"),
		any: words("le les"),
		open: words("chaque tous doit doivent devrait pourrait prévu va vont jusqu' si prochain dernier"),
	},
	es: {
		on: words("el este"),
		ahead: words("será serán tendrá habrá"),
		any: words("los"),
		open: words("cada todos debe podría va van hasta si próximo pasado previsto"),
	},
	it: {
		on: words(""),
		ahead: words("sarà saranno"),
		any: words("il i la"),
		open: words("ogni dovrebbe potrebbe entro fino se prossimo scorso previsto"),
	},
	pt: {
		on: words("na no nesta neste"),
		ahead: words("será serão terá"),
		any: NO_WORDS,
		open: words("cada deve poderia vai vão até se próxima próximo passada passado previsto"),
	},
};

/** "Donnerstagabend" is on a Donnerstag. */
const PART_OF_DAY = /(?:abend|nachmittag|vormittag|mittag|morgen|nacht)$/;
/** "said on Tuesday" dates the saying, which is no event; announcing is one. */
const EVENT = /^(?:anunci|annunci|annonc|announc|declar|admit|confirm|agree|vow|promis|reveal)/;
const VERB_SECOND: ReadonlySet<string> = new Set(["de", "nl"]);
/** "Am Donnerstag (21 Uhr)": what is still to come has its time told in brackets. */
const isAnnounced = (tokens: readonly Token[], at: number): boolean =>
	tokens[at]?.text === "(" && tokens[at + 1]?.number !== undefined;

/** How far before the day a word counts. */
const REACH = 14;

/**
 * "on Tuesday": the last one up to the day of publication, or the next where the clause says "will"; nothing
 * where a date stands beside it, or where it may be any.
 */
export function weekdayAt(
	tokens: readonly Token[],
	at: number,
	{ language }: Calendar,
	published: Day,
): Reading | undefined {
	const known = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
	if (!known) return undefined;
	const cued = known.on.has(tokens[at]?.lower ?? "");
	const bare = known.on.has("");
	if (!cued && !bare) return undefined;
	const index = cued ? at + 1 : at;
	const day = weekdayOfToken(tokens[index], language);
	if (day === undefined || isDatedBehind(tokens, index + 1, language)) return undefined;
	const clause = clauseBefore(tokens, at);
	const before = tokens[at - 1]?.lower ?? "";
	// German and Dutch put the verb behind the day that opens a clause: "Am Mittwoch soll …".
	const verb = VERB_SECOND.has(language) ? tokens.slice(index + 1, index + 2) : [];
	const told = [...clause, ...verb];
	if (known.any.has(before) || told.some(({ lower }) => known.open.has(lower))) return undefined;
	if (isAnnounced(tokens, index + 1)) return undefined;
	if (speechVerbsOf(language).has(before) && !EVENT.test(before)) return undefined;
	const behind = (weekdayOf(published) - day + 7) % 7;
	const ahead = told.some(({ lower }) => known.ahead.has(lower));
	return { when: isoOf(addDays(published, ahead ? 7 - behind : -behind)), next: index + 1 };
}

const weekdayOfToken = (token: Token | undefined, language: string): number | undefined =>
	token && calendarNamesOf(language).weekdays.get(token.lower.replace(PART_OF_DAY, ""));

/** "on Tuesday, January 28", "on Tuesday the 28th": the date says which. */
function isDatedBehind(tokens: readonly Token[], at: number, language: string): boolean {
	const first = /^(?:,|the|den|dem)$/.test(tokens[at]?.lower ?? "") ? tokens[at + 1] : tokens[at];
	return first !== undefined && (first.number !== undefined || isMonth(first.text, language));
}

/** What stands between the last comma and the day, so far as it counts. */
function clauseBefore(tokens: readonly Token[], at: number): readonly Token[] {
	const before = tokens.slice(Math.max(0, at - REACH), at);
	return before.slice(before.findLastIndex(({ text }) => /^[,;:()]$/.test(text)) + 1);
}
