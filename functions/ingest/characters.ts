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

/** What a line's UTF-16 unit may be. */
const OTHER = 0;
const CLEAN = 1;
const SPACE = 2;

/**
 * Units that are clean whatever stands next to them: they print, and normalisation neither changes them nor
 * joins them to the unit before. What most text in most scripts is made of; the rest takes the longer way.
 */
const CLEAN_UNITS: readonly (readonly [from: number, to: number])[] = [
	[0x21, 0x7e],
	[0xa1, 0xac],
	[0xae, 0x2ff],
	[0x388, 0x3ff],
	[0x400, 0x482],
	[0x48a, 0x52f],
	[0x1e00, 0x1eff],
	[0x2010, 0x2027],
	[0x2030, 0x205e],
	[0x20a0, 0x20bf],
	[0x2190, 0x22ff],
	[0x25a0, 0x27bf],
	[0x3001, 0x3029],
	[0x3041, 0x3096],
	[0x309b, 0x30ff],
	[0x3400, 0x9fff],
	[0xac00, 0xd7a3],
	[0xff01, 0xffef],
];
/** ASCII's white space, the no-break and the ideographic space. */
const SPACES = [9, 10, 11, 12, 13, 32, 0xa0, 0x3000];

const UNITS = new Uint8Array(0x10000);
for (const [from, to] of CLEAN_UNITS) UNITS.fill(CLEAN, from, to + 1);
for (const space of SPACES) UNITS[space] = SPACE;

const unitAt = (text: string, at: number): number => UNITS[text.charCodeAt(at)] ?? OTHER;

/** Clean text on one line: runs of white space become one space, none at the ends. */
export function oneLine(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && unitAt(text, start) === SPACE) start++;
	while (end > start && unitAt(text, end - 1) === SPACE) end--;
	let isSingle = true;
	for (let i = start; i < end; i++) {
		const unit = unitAt(text, i);
		if (unit === OTHER) return cleanCharacters(text).replace(/\s+/g, " ").trim();
		if (unit === SPACE && (text.charCodeAt(i) !== 32 || unitAt(text, i + 1) === SPACE)) isSingle = false;
	}
	const line = text.slice(start, end);
	return isSingle ? line : line.replace(/\s+/g, " ");
}

/** Clean text that keeps its lines and their indentation: code, poems. Blank lines at the ends go, page breaks end lines. */
export const keepLines = (text: string): string =>
	cleanCharacters(text)
		.split(/[\n\v\f]/)
		.map((line) => line.replaceAll("\t", "    ").trimEnd())
		.join("\n")
		.replace(/^\n+/, "")
		.trimEnd();

/** Scripts that seldom or never mark where a sentence ends; a mark may follow the last letter. */
const UNMARKED_END = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]["'”’»)\]]{0,4}$/u;

/** Does a text end in a script in which the end of a sentence can't be told by its marks? */
export const endsUnmarked = (text: string): boolean => UNMARKED_END.test(text);

/** So long a text in such a script is more than a headline. */
export const MIN_UNMARKED = 90;
