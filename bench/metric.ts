/**
 * How well a text was found: the measure of the article extraction benchmark of Scrapinghub (now Zyte),
 * bags of four-token shingles (https://github.com/scrapinghub/article-extraction-benchmark).
 */

const SHINGLE = 4;
const TOKEN = /[\p{L}\p{N}_]+/gu;

/** Shingles found, found wrongly and missed, as shares of all three. */
export interface Overlap {
	readonly found: number;
	readonly wrong: number;
	readonly missed: number;
}

/** Means over pages. */
export interface Score {
	readonly f1: number;
	readonly precision: number;
	readonly recall: number;
	/** Share of pages whose tokens are exactly the truth's. */
	readonly exact: number;
}

/** Words and numbers; underscores count as letters, as in the original's regular expression. */
export const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

function shinglesOf(text: string): ReadonlyMap<string, number> {
	const tokens = tokensOf(text);
	const bag = new Map<string, number>();
	// A text shorter than a shingle is one shingle.
	const count = tokens.length === 0 ? 0 : Math.max(1, tokens.length - SHINGLE + 1);
	for (let i = 0; i < count; i++) {
		const shingle = tokens.slice(i, i + SHINGLE).join("\u0001");
		bag.set(shingle, (bag.get(shingle) ?? 0) + 1);
	}
	return bag;
}

const sizeOf = (bag: ReadonlyMap<string, number>): number =>
	[...bag.values()].reduce((sum, count) => sum + count, 0);

/** What of the truth's shingles a text has. */
export function overlap(truth: string, text: string): Overlap {
	const [expected, actual] = [shinglesOf(truth), shinglesOf(text)];
	let both = 0;
	for (const [shingle, count] of expected) both += Math.min(count, actual.get(shingle) ?? 0);
	const wrong = sizeOf(actual) - both;
	const missed = sizeOf(expected) - both;
	const all = both + wrong + missed;
	return all === 0
		? { found: 0, wrong: 0, missed: 0 }
		: { found: both / all, wrong: wrong / all, missed: missed / all };
}

/** True when both have the same tokens in the same order. */
export function isExact(truth: string, text: string): boolean {
	const [a, b] = [tokensOf(truth), tokensOf(text)];
	return a.length === b.length && a.every((token, i) => token === b[i]);
}

/** Share of `part` in `part + rest`; 1 of nothing at all when nothing was missed or wrong either. */
const share = (part: number, rest: number, other: number): number =>
	rest === 0 && other === 0 ? 1 : part + rest === 0 ? 0 : part / (part + rest);

/** The mean, of nothing NaN. */
export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** One page's harmonic mean of precision and recall. */
export function pageF1({ found, wrong, missed }: Overlap): number {
	const [p, r] = [share(found, wrong, missed), share(found, missed, wrong)];
	return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** F1 of the mean precision and the mean recall, as the benchmark has it, not the mean of pages' F1. */
export function score(pages: readonly { readonly truth: string; readonly text: string }[]): Score {
	const overlaps = pages.map(({ truth, text }) => overlap(truth, text));
	const precision = mean(
		overlaps.filter(({ found, wrong }) => found + wrong > 0).map((o) => share(o.found, o.wrong, o.missed)),
	);
	const recall = mean(
		overlaps.filter(({ found, missed }) => found + missed > 0).map((o) => share(o.found, o.missed, o.wrong)),
	);
	return {
		f1: (2 * precision * recall) / (precision + recall),
		precision,
		recall,
		exact: mean(pages.map(({ truth, text }) => Number(isExact(truth, text)))),
	};
}

const normalise = (text: string): string => tokensOf(text.normalize("NFKC").toLowerCase()).join(" ");

/** The same title, but for case, punctuation and white space. */
export const isTitle = (truth: string, title = ""): boolean => normalise(truth) === normalise(title);

/** Nearly the same names: 80 % of the words of both, in any order. */
export function areAuthors(truth: string, authors: string): boolean {
	const [expected, actual] = [normalise(truth), normalise(authors)];
	if (actual === "") return false;
	const words = new Set(expected.split(" "));
	const given = actual.split(" ");
	const common = given.filter((word) => words.has(word)).length;
	return expected === actual || (2 * common) / (words.size + given.length) >= 0.8;
}

const DAY = 24 * 60 * 60 * 1000;

/** The calendar day that a date string names; undefined when it names none. */
function dayOf(date: string): number | undefined {
	const [, year, month, day] = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(date) ?? [];
	const time = Date.parse(year ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : date);
	return Number.isNaN(time) ? undefined : Math.floor(time / DAY) * DAY;
}

/** The same day or its neighbour: truths have no timezone. */
export function isDate(truth: string, date = ""): boolean {
	const [expected, actual] = [dayOf(truth), dayOf(date)];
	return expected !== undefined && actual !== undefined && Math.abs(expected - actual) <= DAY;
}

/** White space as one space, as the evaluation of trafilatura compares segments. */
const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();

/** How many of the segments that must be there are there, are missing, and of those that mustn't are there. */
export interface Segments {
	readonly found: number;
	readonly missed: number;
	readonly wrong: number;
}

/** Counts a text's segments, as trafilatura's evaluation does (https://github.com/adbar/trafilatura, tests). */
export function segments(required: readonly string[], banned: readonly string[], text: string): Segments {
	const whole = spaced(text);
	const has = (segment: string): boolean => whole.includes(spaced(segment));
	const found = required.filter(has).length;
	return { found, missed: required.length - found, wrong: banned.filter(has).length };
}

/** F1 of the sums over pages. */
export function segmentF1(pages: readonly Segments[]): number {
	const total = (key: keyof Segments): number => pages.reduce((sum, page) => sum + page[key], 0);
	const found = total("found");
	return (2 * found) / (2 * found + total("wrong") + total("missed"));
}
