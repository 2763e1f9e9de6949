/**
 * Writing untrusted text as Markdown (CommonMark and GitHub's). Whatever an article says arrives as that
 * text and nothing else: no markup, no HTML, no links of its own making.
 */
import type { Evidence } from "../../shared/summary.ts";

/** Whatever can open or close inline markup, HTML, an entity, a table cell or a template's tag. */
const SPECIAL = /[\\`*_[\]{}<>~|#]|&(?=#?\w+;)/g;

/** What makes a list item or a rule of a line that begins with it. (An underline of `=` needs a line above it.) */
const LINE_START = /^(?:[-+]|\d{1,9}(?=[.)](?: |$)))/;

/** Text as one line of Markdown that reads as exactly that text, white space aside. */
export const escapeText = (text: string): string =>
	text
		.replace(/[\s\p{Cc}]+/gu, " ")
		.trim()
		.replace(SPECIAL, "\\$&")
		.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));

/** A code block whose fence no line of `code` can close. */
export const fenced = (code: string): string => {
	const longest = (code.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
	const fence = "`".repeat(longest + 1);
	return `${fence}\n${code}\n${fence}`;
};

/** An http(s) address as a link that shows itself. `URL` percent-encodes what could end it. */
export const autolink = (url: string): string => `<${new URL(url).href}>`;

/** Joins what is there. */
export const joined = (parts: readonly (string | undefined)[], separator: string): string =>
	parts.filter((part) => part !== undefined && part !== "").join(separator);

/** A document of blocks, each apart from the next. */
export const document = (blocks: readonly (string | undefined)[]): string => `${joined(blocks, "\n\n")}\n`;

/** Collects evidence as footnotes while the text above them is written; equal passages share a number. */
export const footnotes = () => {
	const numbers = new Map<string, number>();
	const notes: string[] = [];
	return {
		/** The marks to put behind a claim. */
		mark: (evidence: readonly Evidence[]): string =>
			evidence
				.map(({ block, start, end, quote }) => {
					const passage = `${block}:${start}-${end}`;
					const number = numbers.get(passage) ?? numbers.size + 1;
					if (!numbers.has(passage)) {
						numbers.set(passage, number);
						// Never one word: where footnotes are unknown that would define a link.
						notes.push(`[^${number}]: Block ${block}: “${escapeText(quote)}”`);
					}
					return `[^${number}]`;
				})
				.join(""),
		/** The footnotes so far, one block. */
		notes: (): string => notes.join("\n"),
	};
};
