/** What a file that isn't text is, in the words of the person who uploaded it. */

/** Looks at a file's first bytes, one character a byte. */
type Test = (head: string) => boolean;

interface Signature {
	/** Completes "This is …". */
	readonly what: string;
	readonly test: Test;
	/** What to upload in its place, where it isn't the usual. */
	readonly instead?: string;
}

/** Bytes looked at. */
const HEAD_BYTES = 4096;
/** Text has no more control characters than this; white space, form feed and escape don't count. */
const MAX_CONTROL_SHARE = 0.01;

const starts =
	(...prefixes: readonly string[]): Test =>
	(head) =>
		prefixes.some((prefix) => head.startsWith(prefix));
const at =
	(offset: number, part: string): Test =>
	(head) =>
		head.startsWith(part, offset);
const has =
	(part: string): Test =>
	(head) =>
		head.includes(part);
const both =
	(one: Test, other: Test): Test =>
	(head) =>
		one(head) && other(head);
const like =
	(pattern: RegExp): Test =>
	(head) =>
		pattern.test(head);
/** A ZIP with that file in it: entries' names stand uncompressed in front of them. */
const zipWith = (name: string): Test => both(starts("PK\x03\x04"), has(name));
/** ISO base media (MP4, HEIC…): a box `ftyp`, then the brand. */
const brand = (pattern: RegExp): Test => both(at(4, "ftyp"), (head) => pattern.test(head.slice(8, 12)));
/** MPEG audio frames open with eleven set bits, then version and layer. */
const frame =
	(mask: number, value: number): Test =>
	(head) =>
		head.charCodeAt(0) === 0xff && (head.charCodeAt(1) & mask) === value;

const AS_HTML = "Save the page as “HTML only” and upload that.";
const AS_TEXT = "Save it as plain text or HTML and upload that.";

/** Files that are made of text, or may be: told by how they begin even if every byte is printable. */
const TEXTUAL: readonly Signature[] = [
	{ what: "a PDF", test: starts("%PDF-"), instead: AS_TEXT },
	{ what: "a PostScript file", test: starts("%!PS"), instead: AS_TEXT },
	{ what: "a Rich Text (RTF) document", test: starts("{\\rtf"), instead: AS_TEXT },
	{
		what: "a web archive (MHTML)",
		test: both(like(/^mime-version:/im), like(/^content-type:\s{0,9}multipart\/related/im)),
		instead: AS_HTML,
	},
	{
		what: "an image (SVG)",
		test: like(/^\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<![^>]{0,999}>\s{0,99})?<svg[\s>]/i),
	},
];

/** Formats by their first bytes (libmagic, Garfinkel & Kessler's table), the particular before the general. */
const BINARY: readonly Signature[] = [
	{ what: "an image (PNG)", test: starts("\x89PNG\r\n\x1a\n") },
	{ what: "an image (JPEG)", test: starts("\xff\xd8\xff") },
	{ what: "an image (GIF)", test: starts("GIF87a", "GIF89a") },
	{ what: "an image (WebP)", test: both(starts("RIFF"), at(8, "WEBP")) },
	{ what: "an image (TIFF)", test: starts("II*\0", "MM\0*") },
	{ what: "an image (BMP)", test: both(starts("BM"), at(6, "\0\0\0\0")) },
	{ what: "an image (HEIC)", test: brand(/^(?:hei|hev|mif1|msf1)/) },
	{ what: "an image (AVIF)", test: brand(/^avi[fs]/) },
	{ what: "an image (JPEG XL)", test: starts("\xff\x0a", "\0\0\0\x0cJXL ") },
	{ what: "an image (Photoshop)", test: starts("8BPS") },
	{ what: "an icon", test: starts("\0\0\x01\0") },
	{ what: "an audio file (M4A)", test: brand(/^M4[AB]/) },
	{ what: "a video (MP4)", test: brand(/^/) },
	{ what: "an audio file (MP3)", test: starts("ID3") },
	{ what: "an audio file (AAC)", test: frame(0xf6, 0xf0) },
	{ what: "an audio file (MP3)", test: frame(0xe6, 0xe2) },
	{ what: "an audio file (WAV)", test: both(starts("RIFF"), at(8, "WAVE")) },
	{ what: "an audio file (Ogg)", test: starts("OggS") },
	{ what: "an audio file (FLAC)", test: starts("fLaC") },
	{ what: "a video (AVI)", test: both(starts("RIFF"), at(8, "AVI ")) },
	{ what: "a video (Matroska or WebM)", test: starts("\x1a\x45\xdf\xa3") },
	{ what: "a video (MPEG)", test: starts("\0\0\x01\xb3", "\0\0\x01\xba") },
	{ what: "an e-book (EPUB)", test: zipWith("mimetypeapplication/epub+zip"), instead: AS_TEXT },
	{ what: "an OpenDocument file", test: zipWith("mimetypeapplication/vnd.oasis"), instead: AS_TEXT },
	{ what: "a Word document", test: zipWith("word/"), instead: AS_TEXT },
	{ what: "an Excel workbook", test: zipWith("xl/"), instead: AS_TEXT },
	{ what: "a PowerPoint presentation", test: zipWith("ppt/"), instead: AS_TEXT },
	{ what: "an Office document", test: zipWith("[Content_Types].xml"), instead: AS_TEXT },
	{ what: "a ZIP archive", test: starts("PK\x03\x04", "PK\x05\x06", "PK\x07\x08") },
	{
		what: "an old Office document (Word, Excel or PowerPoint)",
		test: starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		instead: AS_TEXT,
	},
	{ what: "a web archive (Safari)", test: both(starts("bplist0"), has("WebMainResource")), instead: AS_HTML },
	{ what: "a property list", test: starts("bplist0") },
	{ what: "a tar archive", test: at(257, "ustar") },
	{ what: "a 7z archive", test: starts("7z\xbc\xaf\x27\x1c") },
	{ what: "a RAR archive", test: starts("Rar!\x1a\x07") },
	{ what: "an XZ-compressed file", test: starts("\xfd7zXZ\0") },
	{ what: "a bzip2-compressed file", test: both(starts("BZh"), at(4, "1AY&SY")) },
	{ what: "an LZ4-compressed file", test: starts("\x04\x22\x4d\x18") },
	{
		what: "a program",
		test: starts("\x7fELF", "MZ", "\xca\xfe\xba\xbe", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\0asm"),
	},
	{ what: "a SQLite database", test: starts("SQLite format 3\0") },
	{ what: "a font", test: starts("wOFF", "wOF2", "OTTO", "ttcf", "\0\x01\0\0\0", "true\0") },
	{ what: "a Parquet file", test: starts("PAR1") },
];

/** The same bytes; a Buffer finds one among them, and makes a string of them, many times as fast. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What the file is, if its first bytes say so; `instead` says what to upload in its place. */
export function signatureOf(bytes: Uint8Array): Pick<Signature, "what" | "instead"> | undefined {
	const head = asBuffer(bytes).toString("latin1", 0, HEAD_BYTES);
	// A text may begin like some of them, but not with a NUL soon after.
	const table = seemsText(bytes) && !head.includes("\0") ? TEXTUAL : [...TEXTUAL, ...BINARY];
	return table.find(({ test }) => test(head));
}

/** Whether the bytes could be text in a charset that keeps ASCII: hardly a control character, NUL among them. */
export function seemsText(bytes: Uint8Array): boolean {
	const size = Math.min(bytes.length, HEAD_BYTES);
	let control = 0;
	for (let at = 0; at < size; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) control++;
	}
	return control <= size * MAX_CONTROL_SHARE;
}
