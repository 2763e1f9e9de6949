/** Text in columns, as a terminal counts them. */

/** East Asian wide characters and emoji, which take two columns (Unicode's UAX #11, by block). */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Characters that a terminal takes for commands; the text comes from strangers. */
const CONTROL = /[\p{Cc}\p{Cf}]/gu;

/** A text that a terminal takes for text. */
export const withoutControls = (text: string, instead: string): string => text.replaceAll(CONTROL, instead);

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

const charactersOf = (text: string): string[] =>
	Array.from(graphemes.segment(text), ({ segment }) => segment);

/** How many columns a text takes. */
export const widthOf = (text: string): number =>
	charactersOf(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** Pieces that may stand on a line of their own: words, and of words too long for a line its characters. */
const piecesOf = (text: string, width: number): { piece: string; space: string }[] =>
	withoutControls(text, " ")
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
