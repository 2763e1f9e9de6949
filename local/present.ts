/** A summary as a terminal shows it: wrapped, and with no more than bold, dim and underlined. */
import { styleText } from "node:util";
import type { SummaryDocument } from "../functions/shared/summary.ts";

/** How wide it may be, and whether the terminal understands styles. */
export interface Presentation {
	readonly columns: number;
	readonly styled: boolean;
}

/** Longer lines are hard to read, however wide the terminal. */
const MAX_COLUMNS = 88;

/** East Asian wide characters and emoji, which take two columns (Unicode's UAX #11, by block). */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Characters that a terminal takes for commands; the text comes from strangers. */
const CONTROL = /[\p{Cc}\p{Cf}]/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const charactersOf = (text: string): string[] =>
	Array.from(graphemes.segment(text), ({ segment }) => segment);

const widthOf = (text: string): number =>
	charactersOf(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** Pieces that may stand on a line of their own: words, and of words too long for a line its characters. */
const piecesOf = (text: string, width: number): { piece: string; space: string }[] =>
	text
		.replaceAll(CONTROL, " ")
		.split(/\s+/)
		.filter((word) => word !== "")
		.flatMap((word) =>
			widthOf(word) <= width
				? [{ piece: word, space: " " }]
				: charactersOf(word).map((piece, index) => ({ piece, space: index === 0 ? " " : "" })),
		);

/** Wraps a text to `width` columns. */
export const wrap = (text: string, width: number): string[] => {
	const lines: string[] = [];
	let line = "";
	let used = 0;
	for (const { piece, space } of piecesOf(text, width)) {
		const needed = widthOf(piece);
		if (line !== "" && used + space.length + needed > width) {
			lines.push(line);
			line = piece;
			used = needed;
		} else {
			const gap = line === "" ? "" : space;
			line += gap + piece;
			used += gap.length + needed;
		}
	}
	return line === "" ? lines : [...lines, line];
};

const joined = (parts: readonly (string | undefined)[]): string =>
	parts.filter((part) => part !== undefined && part !== "").join(" · ");

const byline = ({ metadata, reading, language }: SummaryDocument): string =>
	joined([
		metadata.authors.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join("; "),
		metadata.publisher?.name,
		metadata.publishedAt?.slice(0, 10),
		`${reading.words} words, ${reading.minutes} min`,
		language,
	]);

/** The lists of a summary, each item one text; empty ones aren't shown. */
const listsOf = ({
	keyPoints,
	sections,
	figures,
	quotes,
	timeline,
}: SummaryDocument): [string, string[]][] => [
	["Key points", keyPoints.map(({ text }) => text)],
	["Sections", sections.map(({ heading, gist }) => `${heading.replace(/[.:]?$/, ":")} ${gist}`)],
	["Figures", figures.map(({ text, of }) => (of ? `${text} ${of}` : text))],
	["Said", quotes.map(({ text, speaker }) => (speaker ? `“${text}” (${speaker})` : `“${text}”`))],
	["When", timeline.map(({ when, text }) => `${when}: ${text}`)],
];

/** The enumerations of a summary. */
const namesOf = ({ entities, topics, keywords }: SummaryDocument): [string, string[]][] => [
	["Names", entities.map(({ name, role }) => (role ? `${name} (${role})` : name))],
	["Topics", topics],
	["Keywords", keywords],
];

/** How many items of a list are shown; the whole is in the JSON. */
const MAX_ITEMS = 8;

const capped = (title: string, items: readonly string[]): [string, readonly string[]] =>
	items.length > MAX_ITEMS
		? [`${title} (${MAX_ITEMS} of ${items.length})`, items.slice(0, MAX_ITEMS)]
		: [title, items];

/** Writes a summary for a terminal, ending in a line break. */
export const presentSummary = (summary: SummaryDocument, { columns, styled }: Presentation): string => {
	const width = Math.max(20, Math.min(columns, MAX_COLUMNS) - 2);
	const style = (format: Parameters<typeof styleText>[0], lines: string[]) =>
		styled ? lines.map((line) => styleText(format, line, { validateStream: false })) : lines;
	const item = (text: string): string[] =>
		wrap(text, width - 4).map((line, index) => (index === 0 ? `  • ${line}` : `    ${line}`));
	const heading = (title: string): string[] => ["", ...style("bold", [title])];

	const lines = [
		...style("bold", wrap(summary.headline, width)),
		...style("dim", wrap(byline(summary), width)),
		// In one piece, so that a terminal knows it as a link.
		...style("dim", summary.metadata.url ? [summary.metadata.url.replaceAll(CONTROL, "")] : []),
		"",
		...wrap(summary.gist.text, width),
		...listsOf(summary)
			.filter(([, items]) => items.length > 0)
			.map(([title, items]) => capped(title, items))
			.flatMap(([title, items]) => [...heading(title), ...items.flatMap(item)]),
		...namesOf(summary)
			.filter(([, names]) => names.length > 0)
			.map(([title, names]) => capped(title, names))
			.flatMap(([title, names]) => [
				...heading(title),
				...wrap(names.join(", "), width - 2).map((line) => `  ${line}`),
			]),
	];
	return `${lines.join("\n")}\n`;
};
