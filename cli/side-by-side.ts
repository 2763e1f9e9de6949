/** An article in two columns for a terminal: what was kept, and beside it what was cut. */
import { styleText } from "node:util";
import type { Article, Block, StrippedBlock } from "../functions/shared/article.ts";
import type { Presentation } from "../terminal/present.ts";
import { widthOf, withoutControls, wrap } from "../terminal/wrap.ts";
import { factsOf, passagesOf, percent } from "./passages.ts";

/** How a page is shown. */
export interface Showing extends Presentation {
	/** With kinds, confidences, metadata and where it was found. */
	readonly explain: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** Wider lines are hard to read. */
const MAX_COLUMNS = 140;
const MIN_COLUMNS = 40;
/** The kept column's share. */
const KEPT_SHARE = 0.58;
const BETWEEN = " │ ";
/** Lines shown of one cut block; the rest of a menu tells nothing more. */
const MAX_CUT_LINES = 3;

/** What stands before a kept block's first line. */
const MARKS: Readonly<Record<Block["type"], string>> = {
	heading: "# ",
	paragraph: "",
	"list-item": "• ",
	quote: "> ",
	code: "",
	table: "",
};

/** A line of a column before it is set: its text is unstyled, so that its width is known. */
interface Line {
	readonly text: string;
	readonly style?: Style;
	/** What the text begins with, set apart. */
	readonly label?: string;
}

/** Tables and code have lines of their own. */
const linesOf = (text: string, width: number): string[] =>
	text.split("\n").flatMap((line) => wrap(line, width));

const keptLines = ({ type, text }: Block, width: number): Line[] => {
	const mark = MARKS[type];
	return linesOf(text, width - mark.length).map((line, i) => ({
		text: (i === 0 ? mark : " ".repeat(mark.length)) + line,
		...(type === "heading" && { style: "bold" as const }),
	}));
};

const cutLines = ({ text, kind, confidence }: StrippedBlock, width: number, explain: boolean): Line[] => {
	const label = explain ? `${kind} ${percent(confidence)} ` : "";
	const all = linesOf(label + text, width);
	const shown = all.length > MAX_CUT_LINES ? [...all.slice(0, MAX_CUT_LINES - 1), "…"] : all;
	return shown.map((line, i) => ({ text: line, style: "red", ...(i === 0 && { label }) }));
};

/** A line as the terminal gets it. */
const setLine = ({ text, style, label = "" }: Line, styled: boolean): string => {
	if (!styled || !style) return text;
	const set = (format: Style, part: string): string => styleText(format, part, { validateStream: false });
	return text.startsWith(label) && label !== ""
		? set("yellow", label) + set(style, text.slice(label.length))
		: set(style, text);
};

/** Writes what was kept and cut, ending in a line break. */
export function sideBySide(article: Article, { columns, styled, explain }: Showing): string {
	const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
	const left = Math.floor((width - BETWEEN.length) * KEPT_SHARE);
	const right = width - BETWEEN.length - left;
	const set = (line: Line): string => setLine(line, styled);
	const row = (kept: Line = { text: "" }, cut: Line = { text: "" }): string => {
		const space = " ".repeat(Math.max(0, left - widthOf(kept.text)));
		const between = { text: cut.text === "" ? BETWEEN.trimEnd() : BETWEEN, style: "dim" } as const;
		return set(kept) + space + set(between) + set(cut);
	};
	const passages = passagesOf(article).map(({ kept, cut }) => {
		const keeping = kept ? keptLines(kept, left) : [];
		const cutting = cut.flatMap((block) => cutLines(block, right, explain));
		return Array.from({ length: Math.max(keeping.length, cutting.length) }, (_, i) =>
			row(keeping[i], cutting[i]),
		);
	});
	const { blocks, stripped } = article.counts;
	const title = row(
		{ text: `KEPT (${blocks})`, style: "bold" },
		{ text: `CUT (${stripped})`, style: "bold" },
	);
	return [
		...(explain ? facts(article, width, set) : []),
		title,
		...passages.flatMap((lines) => [row(), ...lines]),
		...article.warnings.flatMap(({ message }) => ["", ...wrap(`Warning: ${message}`, width)]),
		"",
	].join("\n");
}

const facts = (article: Article, width: number, set: (line: Line) => string): string[] => [
	...factsOf(article).flatMap(({ name, value, source }) => {
		const label = `${name}:`.padEnd(13);
		const text = withoutControls(value, " ");
		// An address in one piece, so that a terminal knows it as a link.
		const [first = "", ...rest] = text.includes(" ") ? wrap(text, width - label.length - 14) : [text];
		const from = source ? set({ text: `  ← ${source}`, style: "yellow" }) : "";
		return [
			`${set({ text: label, style: "dim" })}${first}${from}`,
			...rest.map((line) => " ".repeat(label.length) + line),
		];
	}),
	"",
];
