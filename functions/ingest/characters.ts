/**
 * What a character may be in a block: everything that prints. Used by every reader, so that offsets into
 * block text mean the same whatever the upload was.
 */

/**
 * Characters that carry no text: controls except tab and line ends (C0, DEL, C1), soft hyphen, zero-width
 * space, word joiner, invisible operators, byte-order mark, bidirectional embeddings, overrides and
 * isolates (they can make text read differently from what it is, https://trojansource.codes), interlinear
 * anchors and noncharacters. Zero-width (non-)joiners and direction marks stay: Persian, Indic scripts and
 * emoji need them.
 */
const INVISIBLE =
	/[[\p{Cc}--[\t\n\v\f\r]]\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gv;

/** Line ends that are neither `\n` nor `\s` to a regular expression, and the two-character one. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;

/** NFC, well-formed UTF-16, `\n` for every line end, nothing invisible; white space is left as it is. */
export const cleanCharacters = (text: string): string =>
	text.toWellFormed().replace(LINE_END, "\n").replace(INVISIBLE, "").normalize("NFC");

/** True for printing ASCII with single spaces between words: most text, and there is nothing to do about it. */
function isPlain(text: string): boolean {
	let before = 32;
	for (let i = 0; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c < 32 || c > 126 || (c === 32 && before === 32)) return false;
		before = c;
	}
	return before !== 32;
}

/** Clean text on one line: runs of white space become one space, none at the ends. */
export const oneLine = (text: string): string =>
	isPlain(text) ? text : cleanCharacters(text).replace(/\s+/g, " ").trim();

/** Clean text that keeps its lines and their indentation: code, poems. Blank lines at the ends go. */
export const keepLines = (text: string): string =>
	cleanCharacters(text)
		.split("\n")
		.map((line) => line.replaceAll("\t", "    ").trimEnd())
		.join("\n")
		.replace(/^\n+/, "")
		.trimEnd();
