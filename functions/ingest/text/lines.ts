/** Lines of plain text, with those that were broken only to fit a window put back together. */
import { cleanCharacters, oneLine } from "../characters.ts";
import { endsSentence } from "./prose.ts";

/** One line as it means to be: a paragraph, a heading, a list item. */
export interface Line {
	/** On one line, without its marker; never empty. */
	readonly text: string;
	/** `•`, `3.`, `>` … when the line began with one. */
	readonly marker?: string;
	/** True after a blank line, a separator, or at the beginning. */
	readonly afterBlank: boolean;
	/** True when a row of `=` or `-` stood below it. */
	readonly underlined?: boolean;
}

/** Hard-wrapped text is at most this wide: mail wraps at 72, terminals at 80, the widest editors at 120. */
const MAX_WRAP_WIDTH = 120;
/** A line shorter than this is no evidence of wrapping. */
const MIN_WRAPPED_LENGTH = 40;
/** Of the lines that could have been wrapped this share must run on. Measured: .9 in wrapped text, .2 in lists of headlines. */
const MIN_WRAPPED_SHARE = 0.6;
/** A wrapped line fills this share of the width, counting the word that didn't fit any more; one that ends a sentence must fill it all. */
const MIN_FILL = 0.92;

const MARKER = /^([-*+•‣◦▪●○■►·]|\(?\d{1,3}[.)]|\(?[a-z][.)]|>(?: ?>){0,5})\s+(?=\S)/u;
const SEPARATOR = /^[\s=_*~#·•.+–—-]{3,}$/;
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/;
const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\uff00-\uff60]/u;

/** The text's lines in order, blank ones and separators gone. */
export function readLines(text: string): readonly Line[] {
	const raw = cleanCharacters(text)
		.split(/[\n\f\v]/)
		.map((line) => ({ text: oneLine(line), indented: /^\s{2,}/.test(line) }));
	const width = wrapWidth(raw.map((line) => line.text));
	const lines: { text: string; marker?: string; afterBlank: boolean; underlined?: boolean }[] = [];
	let afterBlank = true;
	let unbroken = "";
	for (const { text, indented } of raw) {
		const previous = lines.at(-1);
		if (text === "" || SEPARATOR.test(text)) {
			if (previous && !afterBlank && UNDERLINE.test(text)) previous.underlined = true;
			afterBlank = true;
			continue;
		}
		const marker = MARKER.exec(text)?.[1];
		const rest =
			marker === undefined || marker === text
				? text
				: text.slice(text.indexOf(marker) + marker.length).trim();
		const quoted = marker?.startsWith(">") === true && previous?.marker?.startsWith(">") === true;
		const runsOn = previous !== undefined && !afterBlank && (marker === undefined || quoted);
		if (
			runsOn &&
			((width !== undefined && isWrapped(unbroken, rest, width)) ||
				(indented && previous.marker !== undefined))
		) {
			previous.text = join(previous.text, rest);
		} else {
			lines.push({ text: rest, afterBlank, ...(marker !== undefined && { marker }) });
		}
		unbroken = text;
		afterBlank = false;
	}
	return lines;
}

/** The width that the text was wrapped to, or undefined when its lines are its paragraphs. */
function wrapWidth(lines: readonly string[]): number | undefined {
	const lengths = lines
		.map((line) => line.length)
		.filter((length) => length > 0)
		.sort((a, b) => a - b);
	const width = lengths[Math.floor(lengths.length * 0.98)] ?? 0;
	if (width > MAX_WRAP_WIDTH || width < MIN_WRAPPED_LENGTH) return undefined;
	let candidates = 0;
	let wrapped = 0;
	for (const [at, line] of lines.entries()) {
		const next = lines[at + 1] ?? "";
		if (next === "" || line.length < Math.min(MIN_WRAPPED_LENGTH, width / 2)) continue;
		candidates++;
		if (!endsSentence(line) && isWrapped(line, next, width)) wrapped++;
	}
	return candidates >= 2 && wrapped >= candidates * MIN_WRAPPED_SHARE ? width : undefined;
}

/** Whether `line` ended because the first word of `next` had no room on it. */
function isWrapped(line: string, next: string, width: number): boolean {
	const word = EAST_ASIAN.test(next.charAt(0)) ? 1 : next.slice(0, width).search(/\s|$/);
	return line.length + 1 + word >= width * (endsSentence(line) ? 1 : MIN_FILL);
}

/** East Asian text is written without spaces, and a hyphen at the line's end is the word's own or the typesetter's: both join as they are. */
function join(line: string, next: string): string {
	const tight = /\p{L}-$/u.test(line) || (EAST_ASIAN.test(line.slice(-1)) && EAST_ASIAN.test(next.charAt(0)));
	return line + (tight ? "" : " ") + next;
}
