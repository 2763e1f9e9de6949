/** The figures for people. */
import { aligned } from "../aligned.ts";
import { FIGURES, type Figures } from "./figures.ts";

/** How a column is headed and how many digits its figures have. */
const COLUMNS: Readonly<Record<(typeof FIGURES)[number], readonly [heading: string, digits: number]>> = {
	f1: ["F1", 3],
	precision: ["precision", 3],
	recall: ["recall", 3],
	exact: ["exact", 2],
	segmentF1: ["segment F1", 3],
	title: ["title", 2],
	author: ["author", 2],
	date: ["date", 2],
	empty: ["empty", 2],
	errors: ["errors", 0],
	msMean: ["ms/page", 1],
	msP50: ["p50", 1],
	msP95: ["p95", 1],
	mbPerSecond: ["MB/s", 1],
	timesNoOp: ["× no-op", 1],
};

/** One set: a row an extractor, only the columns that someone has a figure for. */
export function setTable(title: string, figures: ReadonlyMap<string, Figures>): string {
	const shown = FIGURES.filter((name) => [...figures.values()].some((row) => row[name] !== undefined));
	const rows = [...figures].map(([extractor, row]) => [
		extractor,
		...shown.map((name) => row[name]?.toFixed(COLUMNS[name][1]) ?? ""),
	]);
	return aligned([[title, ...shown.map((name) => COLUMNS[name][0])], ...rows]);
}

/** F1 by type of page: a row an extractor, a column a type. */
export function typeTable(
	title: string,
	types: ReadonlyMap<string, { readonly pages: number; readonly figures: ReadonlyMap<string, Figures> }>,
): string {
	const scored = [...types.values()].flatMap(({ figures }) =>
		[...figures].flatMap(([extractor, { f1 }]) => (f1 === undefined ? [] : [extractor])),
	);
	return aligned([
		[title, ...[...types].map(([type, { pages }]) => `${type} (${pages})`)],
		...[...new Set(scored)].map((extractor) => [
			extractor,
			...[...types.values()].map(({ figures }) => figures.get(extractor)?.f1?.toFixed(3) ?? ""),
		]),
	]);
}
