/** What is printed: JSON for programs, aligned text for people. */
import { styleText } from "node:util";
import { presentationOf } from "../terminal/present.ts";
import { widthOf, withoutControls } from "../terminal/wrap.ts";

/** A column: its name, and how wide it may become at a terminal; the last one takes what is left. */
export interface Column {
	readonly name: string;
	readonly max?: number;
}

const BETWEEN = "  ";

/** Prints a value for programs. */
export const printJson = (value: unknown): void => {
	process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
};

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** As much as fits, and an ellipsis. */
const cut = (text: string, width: number): string => {
	if (widthOf(text) <= width) return text;
	let used = 0;
	for (const { segment, index } of graphemes.segment(text)) {
		used += widthOf(segment);
		if (used >= width) return `${text.slice(0, index).trimEnd()}…`;
	}
	return text;
};

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** How wide each column is: as its widest cell, within its bounds, and the last within what the terminal has left. */
const widthsOf = (columns: readonly Column[], cells: readonly string[][], total: number): number[] => {
	const natural = columns.map(({ name }, i) =>
		Math.max(...[name, ...cells.map((row) => row[i] ?? "")].map(widthOf)),
	);
	if (total === Number.POSITIVE_INFINITY) return natural;
	const widths = natural.map((width, i) => Math.min(width, columns[i]?.max ?? width));
	const others = widths.slice(0, -1).reduce((sum, width) => sum + width + BETWEEN.length, 0);
	return [...widths.slice(0, -1), Math.max(8, Math.min(widths.at(-1) ?? 0, total - others))];
};

/** Rows under their columns' names, none wider than `width`, each ending in a line break. */
export const tableOf = (
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	{ width, styled }: { width: number; styled: boolean },
): string => {
	const cells = rows.map((row) => row.map((cell) => withoutControls(cell, " ").trim()));
	const widths = widthsOf(columns, cells, width);
	const line = (row: readonly string[]): string =>
		row
			.map((cell, i) => padded(cut(cell, widths[i] ?? 0), widths[i] ?? 0))
			.join(BETWEEN)
			.trimEnd();
	const head = line(columns.map(({ name }) => name));
	const lines = [styled ? styleText("bold", head, { validateStream: false }) : head, ...cells.map(line)];
	return `${lines.join("\n")}\n`;
};

/** Prints rows: cut to a terminal's width, whole in front of a pipe. */
export const printTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): void => {
	const { styled, columns: width } = presentationOf(process.stdout);
	const limit = process.stdout.isTTY ? width : Number.POSITIVE_INFINITY;
	process.stdout.write(tableOf(columns, rows, { width: limit, styled }));
};
