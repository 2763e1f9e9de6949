/**
 * Compression off, whatever put it on: a Content-Encoding header, a `.gz` name, or nothing at all but the
 * bytes' own magic. Some clients inflate a body and pass the header on, so a header is a hint too.
 */
// As a namespace: Node 20 has no zstd, and would refuse the import of its name for all uploads' sake.
import * as zlib from "node:zlib";
import type { Warning } from "../../shared/article.ts";
import type { UploadHints } from "../page.ts";
import { RejectedUpload } from "../rejected-upload.ts";
import { seemsText, signatureOf } from "./signature.ts";

/** What an upload may inflate to: the largest web pages are a few MB, so anything near this is a bomb. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024;
/** Layers of compression taken off before giving up; more than one is an accident, more than this is malice. */
const MAX_LAYERS = 3;

type Coding = "gzip" | "br" | "zstd" | "deflate";

/** Content-Encoding's tokens (IANA HTTP Content Coding Registry). */
const CODINGS: Readonly<Record<string, Coding>> = {
	gzip: "gzip",
	"x-gzip": "gzip",
	br: "br",
	zstd: "zstd",
	deflate: "deflate",
};
/** Tokens that change nothing in the bytes as stored: S3 keeps `aws-chunked` of a streamed upload at times. */
const NO_CODING: ReadonlySet<string> = new Set(["", "identity", "aws-chunked"]);
/** Names that tell a coding whose bytes don't: brotli has no magic number. */
const CODING_BY_NAME: readonly { readonly ending: RegExp; readonly coding: Coding }[] = [
	{ ending: /\.br$/i, coding: "br" },
];

/** First bytes of each coding: RFC 1952, RFC 8878; RFC 1950's are also text (`x^`), so they prove nothing alone. */
const MAGIC: readonly { readonly coding: Coding; readonly test: (bytes: Uint8Array) => boolean }[] = [
	{ coding: "gzip", test: ([a, b, c]) => a === 0x1f && b === 0x8b && c === 8 },
	{ coding: "zstd", test: ([a, b, c, d]) => a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd },
	{
		coding: "deflate",
		test: ([a = 0, b = 0]) => (a & 0x0f) === 8 && a >> 4 <= 7 && b !== 0 && (a * 256 + b) % 31 === 0,
	},
];

const INFLATE: Readonly<Record<Coding, (bytes: Uint8Array, options: zlib.ZlibOptions) => Uint8Array>> = {
	gzip: zlib.gunzipSync,
	br: (bytes, { maxOutputLength }) =>
		zlib.brotliDecompressSync(bytes, maxOutputLength ? { maxOutputLength } : {}),
	zstd: (bytes, { maxOutputLength }) =>
		zlib.zstdDecompressSync(bytes, maxOutputLength ? { maxOutputLength } : {}),
	// "deflate" is zlib by RFC 9110; clients that send it raw are as old as the mistake.
	deflate: (bytes, options) =>
		MAGIC.some(({ coding, test }) => coding === "deflate" && test(bytes))
			? zlib.inflateSync(bytes, options)
			: zlib.inflateRawSync(bytes, options),
};

/** The bytes with every layer of compression off. */
export function inflate(
	upload: Uint8Array,
	hints: UploadHints,
): { readonly bytes: Uint8Array; readonly warnings: readonly Warning[] } {
	const { codings, warnings } = declaredCodings(hints);
	let bytes = upload;
	for (let layer = 0; ; layer++) {
		const declared = codings.shift();
		const coding = declared ?? MAGIC.find(({ test }) => test(bytes))?.coding;
		if (coding === undefined) return { bytes, warnings };
		if (layer === MAX_LAYERS) throw tooDeep(declared !== undefined);
		const inflated = tryInflate(bytes, coding);
		if (inflated !== undefined) {
			bytes = inflated;
			continue;
		}
		if (!readsAsIs(bytes)) throw corrupt(coding);
		if (declared === undefined) return { bytes, warnings };
		warnings.push({
			code: "content-encoding-ignored",
			message: `The upload says it is ${declared}-compressed, but it is not; it was read as it is.`,
		});
	}
}

/** Header and name, in the order to undo them: the header lists codings as they were applied. */
function declaredCodings({ contentEncoding, key }: UploadHints): { codings: Coding[]; warnings: Warning[] } {
	const tokens = (contentEncoding ?? "")
		.slice(0, 500)
		.toLowerCase()
		.split(",")
		.map((token) => token.trim());
	const codings: Coding[] = [];
	const warnings: Warning[] = [];
	for (const token of tokens.reverse()) {
		const coding = Object.hasOwn(CODINGS, token) ? CODINGS[token] : undefined;
		if (coding) codings.push(coding);
		else if (!NO_CODING.has(token)) {
			warnings.push({
				code: "content-encoding-unknown",
				message: `The Content-Encoding "${token.slice(0, 40)}" is not one that can be undone; the upload was read as it is.`,
			});
		}
	}
	const named = CODING_BY_NAME.find(({ ending }) => ending.test(key ?? ""));
	if (codings.length === 0 && named) codings.push(named.coding);
	return { codings, warnings };
}

/** Undefined when the bytes are not of that coding, or are damaged. */
function tryInflate(bytes: Uint8Array, coding: Coding): Uint8Array | undefined {
	try {
		return INFLATE[coding](bytes, { maxOutputLength: MAX_INFLATED_BYTES });
	} catch (error) {
		if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") {
			throw new RejectedUpload(
				"inflates-too-large",
				`This upload inflates to more than ${MAX_INFLATED_BYTES / 1024 / 1024} MiB. Upload the article alone.`,
			);
		}
		// Node before 22.15 has no zstd, which is not the upload's fault.
		if (error instanceof TypeError && !("code" in error)) throw error;
		return undefined;
	}
}

/** Whether the bytes make sense without being inflated: as text, or as some other file that a later step names. */
function readsAsIs(bytes: Uint8Array): boolean {
	return bytes.length === 0 || seemsText(bytes) || signatureOf(bytes) !== undefined;
}

/** What is only said may not be so: the bytes may have been plain all along. */
const tooDeep = (isDeclared: boolean): RejectedUpload =>
	new RejectedUpload(
		"corrupt-compression",
		isDeclared
			? `This upload's Content-Encoding says that it is compressed more than ${MAX_LAYERS} times over. Upload the article itself, without that.`
			: "This upload is compressed several times over. Upload the article itself.",
	);

const corrupt = (coding: Coding): RejectedUpload =>
	new RejectedUpload(
		"corrupt-compression",
		`This upload's compression (${coding}) is damaged or cut short. Upload it again, or upload it uncompressed.`,
	);
