import type { PageBlock } from "../page.ts";
import type { Contexts, Element } from "./element.ts";

/**
 * Tables hold data or, on old pages and in newsletters, the layout. Data becomes one block a table, cells
 * separated by " | " and rows by line ends; a layout table's cells stay the paragraphs they are.
 */
export interface TableReader {
	open(element: Element): void;
	row(): void;
	openCell(isHeader: boolean): void;
	closeCell(): void;
	close(): void;
}

interface Cell {
	readonly from: number;
	to: number;
}

interface Table {
	readonly element: Element;
	readonly rows: Cell[][];
	headers: boolean;
	holdsTable: boolean;
}

/** A cell with more text or more blocks than this holds prose, so its table is there for the layout. */
const MAX_CELL_TEXT = 400;
const MAX_CELL_BLOCKS = 6;
/** Header cells vouch for a table, up to cells this long. */
const MAX_CELL_TEXT_WITH_HEADERS = 1_500;

const textOf = (blocks: readonly PageBlock[]): string =>
	blocks.map((block) => block.text.replaceAll("\n", " ")).join(" ");

function holdsData(table: Table, blocks: readonly PageBlock[], first: number): boolean {
	const role = table.element.attributes.role;
	if (table.holdsTable || role === "presentation" || role === "none") return false;
	const rows = table.rows.filter((row) => row.length > 0);
	if (rows.length < 2 || !rows.some((row) => row.length >= 2)) return false;
	const longest = table.headers ? MAX_CELL_TEXT_WITH_HEADERS : MAX_CELL_TEXT;
	let inCells = 0;
	for (const cell of rows.flat()) {
		const within = blocks.slice(cell.from, cell.to);
		inCells += within.length;
		if (within.length > MAX_CELL_BLOCKS || textOf(within).length > longest) return false;
	}
	// Text between the cells (broken markup) would be lost.
	return inCells > 0 && inCells === blocks.length - first;
}

function asBlock(table: Table, blocks: readonly PageBlock[], first: number, contexts: Contexts): PageBlock {
	const rows = table.rows.map((row) => row.map((cell) => textOf(blocks.slice(cell.from, cell.to))));
	const merged = blocks.slice(first);
	const length = merged.reduce((sum, block) => sum + block.text.length, 0);
	const linked = merged.reduce((sum, block) => sum + block.text.length * block.linkDensity, 0);
	return {
		type: "table",
		level: undefined,
		text: rows
			.filter((row) => row.some((cell) => cell !== ""))
			.map((row) => row.join(" | ").trim())
			.join("\n"),
		linkDensity: length === 0 ? 0 : linked / length,
		links: merged.flatMap((block) => block.links),
		datetime: undefined,
		markup: contexts.of(table.element),
	};
}

/** Follows the tables of one page and rewrites `blocks` as each data table ends. */
export function readTables(blocks: PageBlock[], contexts: Contexts): TableReader {
	const open: Table[] = [];
	const closeCell = (): void => {
		const cell = open.at(-1)?.rows.at(-1)?.at(-1);
		if (cell && cell.to < cell.from) cell.to = blocks.length;
	};
	return {
		open(element) {
			const outer = open.at(-1);
			if (outer) outer.holdsTable = true;
			open.push({ element, rows: [], headers: false, holdsTable: false });
		},
		row() {
			open.at(-1)?.rows.push([]);
		},
		openCell(isHeader) {
			const table = open.at(-1);
			if (!table) return;
			closeCell();
			if (table.rows.length === 0) table.rows.push([]);
			table.rows.at(-1)?.push({ from: blocks.length, to: -1 });
			if (isHeader) table.headers = true;
		},
		closeCell,
		close() {
			closeCell();
			const table = open.pop();
			const first = table?.rows.flat()[0]?.from;
			if (!table || first === undefined || !holdsData(table, blocks, first)) return;
			const block = asBlock(table, blocks, first, contexts);
			blocks.length = first;
			blocks.push(block);
		},
	};
}
