/** A summary as a terminal shows it: wrapped, and with no more than bold, dim and underlined. */
import type { WriteStream } from "node:tty";
import { styleText } from "node:util";
import { otherPoints } from "../functions/shared/other-points.ts";
import type { Summary } from "../functions/shared/summary.ts";
import { withoutControls, wrap } from "./wrap.ts";

/** How wide it may be, and whether the terminal understands styles. */
export interface Presentation {
	readonly columns: number;
	readonly styled: boolean;
}

/** What a stream shows: styles only at a terminal, and not when NO_COLOR is set (https://no-color.org). */
export const presentationOf = (stream: WriteStream): Presentation => ({
	columns: stream.columns || 80,
	styled: Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb",
});

/** Longer lines are hard to read, however wide the terminal. */
const MAX_COLUMNS = 88;

const joined = (parts: readonly (string | undefined)[]): string =>
	parts.filter((part) => part !== undefined && part !== "").join(" · ");

/** Who, where and when; and what it is to read. On one line where they fit. */
const byline = ({ metadata, reading, language }: Summary, width: number): string[] => {
	const who = joined([
		metadata.authors.map(({ name, role }) => (role ? `${name}, ${role}` : name)).join("; "),
		metadata.publisher?.name,
		metadata.publishedAt?.slice(0, 10),
	]);
	const what = joined([`${reading.words} words, ${reading.minutes} min`, language]);
	const both = wrap(joined([who, what]), width);
	return both.length === 1 ? both : [...wrap(who, width), what];
};

/** The lists of a summary, each item one text; empty ones aren't shown. */
const listsOf = (summary: Summary): [string, string[]][] => [
	["Key points", otherPoints(summary).map(({ text }) => text)],
	["Sections", summary.sections.map(({ heading, gist }) => `${heading.replace(/[.:]?$/, ":")} ${gist}`)],
	["Figures", summary.figures.map(({ text, of }) => (of ? `${text} ${of}` : text))],
	["Said", summary.quotes.map(({ text, speaker }) => (speaker ? `“${text}” (${speaker})` : `“${text}”`))],
	["When", summary.timeline.map(({ when, text }) => `${when}: ${text}`)],
];

/** The enumerations of a summary. */
const namesOf = ({ entities, topics, keywords }: Summary): [string, string[]][] => [
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
export const presentSummary = (summary: Summary, { columns, styled }: Presentation): string => {
	const width = Math.max(20, Math.min(columns, MAX_COLUMNS) - 2);
	const style = (format: Parameters<typeof styleText>[0], lines: string[]) =>
		styled ? lines.map((line) => styleText(format, line, { validateStream: false })) : lines;
	const item = (text: string): string[] =>
		wrap(text, width - 4).map((line, index) => (index === 0 ? `  • ${line}` : `    ${line}`));
	const heading = (title: string): string[] => ["", ...style("bold", [title])];

	const lines = [
		...style("bold", wrap(summary.headline, width)),
		...style("dim", byline(summary, width)),
		// In one piece, so that a terminal knows it as a link.
		...style("dim", summary.metadata.url ? [withoutControls(summary.metadata.url, "")] : []),
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
