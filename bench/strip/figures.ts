/** From what an extractor found on the pages of a set to the figures of that set. */
import { areAuthors, isDate, isTitle, mean, score, segmentF1, segments } from "../metric.ts";
import { type Found, NO_OP } from "./extractor.ts";
import type { PageFile, Truth } from "./pages.ts";
import type { Reading } from "./run.ts";

/** The figures in the order they are shown; shares but for times, speeds and counts. */
export const FIGURES = [
	"f1",
	"precision",
	"recall",
	"exact",
	"segmentF1",
	"title",
	"author",
	"date",
	"empty",
	"errors",
	"msMean",
	"msP50",
	"msP95",
	"mbPerSecond",
	"timesNoOp",
] as const;

/** A figure by name; what the set has no truth for is absent. */
export type Figures = Readonly<Partial<Record<(typeof FIGURES)[number], number>>>;

/** Share of the pages whose truth is known that are right. */
function rate<T>(
	readings: readonly Reading[],
	truthOf: (truth: Truth) => T | null | undefined,
	isRight: (truth: T, found: Found) => boolean,
): number {
	const right = readings.flatMap(({ page, found }) => {
		const truth = truthOf(page.truth);
		return truth ? [Number(isRight(truth, found))] : [];
	});
	return mean(right);
}

function bodyFigures(readings: readonly Reading[]): Figures {
	const texts = readings.flatMap(({ page: { truth }, found }) =>
		truth.text === undefined ? [] : [{ truth: truth.text, text: found.text ?? "" }],
	);
	const counted = readings.flatMap(({ page: { truth }, found }) =>
		truth.with === undefined ? [] : [segments(truth.with, truth.without ?? [], found.text ?? "")],
	);
	return { ...score(texts), segmentF1: segmentF1(counted) };
}

const metadataFigures = (readings: readonly Reading[]): Figures => ({
	title: rate(
		readings,
		({ title }) => title,
		(truth, { title }) => isTitle(truth, title),
	),
	author: rate(
		readings,
		({ author }) => author,
		(truth, { author }) => areAuthors(truth, author ?? ""),
	),
	date: rate(
		readings,
		({ date }) => date,
		(truth, { date }) => isDate(truth, date),
	),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The value that a share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Times of the pages that were answered, beside those of the no-op parse on the same pages. */
function timeFigures(all: readonly Reading[], noOp: readonly Reading[]): Figures {
	const readings = all.filter(({ error }) => error === undefined);
	const answered = new Set(readings.map(({ page }) => page));
	const times = readings.map(({ milliseconds }) => milliseconds);
	const unit = noOp.filter(({ page }) => answered.has(page)).map(({ milliseconds }) => milliseconds);
	return {
		msMean: mean(times),
		msP50: quantile(times, 0.5),
		msP95: quantile(times, 0.95),
		mbPerSecond: sum(readings.map(({ bytes }) => bytes)) / 1e3 / sum(times),
		timesNoOp: unit.length > 0 ? sum(times) / sum(unit) : Number.NaN,
	};
}

const known = (figures: Figures): Figures =>
	Object.fromEntries(Object.entries(figures).filter(([, value]) => !Number.isNaN(value)));

/** The figures of all extractors on the same pages. The no-op parse finds nothing and has but times. */
export function figuresOf(
	readings: ReadonlyMap<string, readonly Reading[]>,
	fits: (page: PageFile) => boolean = () => true,
): ReadonlyMap<string, Figures> {
	const fitting = (name: string) => (readings.get(name) ?? []).filter(({ page }) => fits(page));
	const noOp = fitting(NO_OP.name);
	return new Map(
		[...readings.keys()].map((name) => {
			const own = fitting(name);
			const times = timeFigures(own, noOp);
			if (name === NO_OP.name) return [name, known(times)];
			const empty = mean(own.map(({ found }) => Number(!found.text)));
			const errors = own.filter(({ error }) => error !== undefined).length;
			return [name, known({ ...bodyFigures(own), ...metadataFigures(own), empty, errors, ...times })];
		}),
	);
}
