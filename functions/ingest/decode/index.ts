/** The first room of ingest: from the bytes as uploaded to text, its charset and its format. */
import type { Format, Warning } from "../../shared/article.ts";
import { MAX_UPLOAD_BYTES } from "../../shared/upload.ts";
import type { UploadHints } from "../page.ts";
import { RejectedUpload } from "../rejected-upload.ts";
import type { Source } from "../source.ts";
import { mayBeText, readCharset } from "./charset.ts";
import { formatOf, isHtmlDocument } from "./format.ts";
import { inflate } from "./inflate.ts";
import { signatureOf } from "./signature.ts";

export { MAX_UPLOAD_BYTES } from "../../shared/upload.ts";
export { MAX_INFLATED_BYTES } from "./inflate.ts";

/** Text, and how it was found in the bytes. */
export interface DecodedUpload {
	/** Without byte order mark; otherwise as it was written. */
	readonly source: Source;
	/** All of it. */
	readonly text: string;
	readonly format: Format;
	/** The WHATWG name of the charset. */
	readonly charset: string;
	readonly warnings: readonly Warning[];
}

/** Throws RejectedUpload, and nothing else, for bytes that hold no readable text. */
export function decode(upload: Uint8Array, hints: UploadHints): DecodedUpload {
	assertUploadSize(upload.length);
	const { bytes, warnings: inflating } = inflate(upload, hints);
	refuseEmpty(bytes);
	refuseBinary(bytes);
	const { source, charset, warnings: reading } = readCharset(bytes, hints.contentType);
	const beginning = source.reader().readOn("") ?? "";
	refuseBlank(source, beginning);
	refuseJson(source, beginning);
	return {
		source,
		get text() {
			return source.whole();
		},
		charset,
		format: isHtmlDocument(beginning) ? "html" : formatOf(source.whole(), hints),
		warnings: [...inflating, ...reading],
	};
}

/** Rejects what is too large to be read; for a handler to ask before it fetches the object. */
export function assertUploadSize(bytes: number): void {
	if (bytes <= MAX_UPLOAD_BYTES) return;
	throw new RejectedUpload(
		"too-large",
		`This upload has more than ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB. Upload the article alone, without embedded images.`,
	);
}

function refuseEmpty(bytes: Uint8Array): void {
	if (bytes.length === 0)
		throw new RejectedUpload("empty", "This upload is empty. Upload the article's text.");
}

function refuseBlank(source: Source, beginning: string): void {
	if (/\S/.test(beginning) || /\S/.test(source.whole())) return;
	throw new RejectedUpload("empty", "This upload has nothing but white space. Upload the article's text.");
}

function refuseBinary(bytes: Uint8Array): void {
	const file = signatureOf(bytes);
	if (file) throw notText(file.what, file.instead);
	if (!mayBeText(bytes)) throw notText("binary data");
}

/** Text that is one JSON value, or one a line, holds data and not an article. */
function refuseJson(source: Source, beginning: string): void {
	if (/^\s*[^\s{[]/.test(beginning)) return;
	const whole = source.whole().trim();
	if (!whole.startsWith("{") && !whole.startsWith("[")) return;
	// Lines of JSON above a text are what its page's scripts left: data ends with one too.
	const [first = "", second = ""] = whole.split(/[\r\n]+\s*/, 2);
	const last = whole.slice(Math.max(whole.lastIndexOf("\n"), whole.lastIndexOf("\r")) + 1).trim();
	const areJson = [first, second].every((line) => line.startsWith("{") && isJson(line));
	if ((areJson && last.startsWith("{")) || isJson(whole)) throw notText("JSON data");
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

const notText = (
	what: string,
	instead = "Upload the article as HTML, plain text or Markdown.",
): RejectedUpload => new RejectedUpload("not-text", `This is ${what}, which can't be read. ${instead}`);
