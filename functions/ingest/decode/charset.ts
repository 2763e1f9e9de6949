/**
 * Which charset the bytes are in. A declaration is evidence, not truth: servers send `charset=utf-8` for
 * everything, and pages keep the label of the template they were pasted into.
 */
import { isAscii, isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import type { Warning } from "../../shared/article.ts";
import { RejectedUpload } from "../rejected-upload.ts";
import { stringSource, utf8Source } from "../source.ts";
import type { Decoded } from "./decoded.ts";
import { asBuffer, seemsText } from "./signature.ts";
import { readUtf16 } from "./utf16.ts";

/** Where a declaration in the bytes may stand, by the HTML standard's 1,024 bytes with room for comments. */
const PRESCAN_BYTES = 2048;
/** Detection reads no further: frequencies have settled long before. */
const SAMPLE_BYTES = 64 * 1024;
/** A declared charset stands while what it makes of the bytes is at least this plausible; see `plausibility`. */
const MIN_PLAUSIBILITY = 0.5;
/** What is left when frequencies are silent: the web's own default, with the least of confidence. */
const FALLBACK = { name: "windows-1252", confidence: 1 };

/** Byte order marks; UTF-32's little-endian one begins with UTF-16's, so it stands first. */
const BYTE_ORDER_MARKS: readonly { readonly mark: readonly number[]; readonly charset: string }[] = [
	{ mark: [0xff, 0xfe, 0x00, 0x00], charset: "utf-32" },
	{ mark: [0x00, 0x00, 0xfe, 0xff], charset: "utf-32" },
	{ mark: [0xef, 0xbb, 0xbf], charset: "utf-8" },
	{ mark: [0xff, 0xfe], charset: "utf-16le" },
	{ mark: [0xfe, 0xff], charset: "utf-16be" },
];

/** Reads the bytes as text, or says that it can't be told how. `contentType` may carry a charset. */
export function readCharset(bytes: Uint8Array, contentType: string | undefined): Decoded {
	const marked = fromByteOrderMark(bytes);
	if (marked) return marked;
	const declared = fromContentType(contentType) ?? fromDeclaration(bytes);
	return (
		iso2022(bytes, declared) ??
		valid(bytes, declared) ??
		readUtf16(bytes) ??
		plausible(bytes, "utf-8") ??
		(declared === undefined ? undefined : plausible(bytes, declared)) ??
		detected(bytes, declared)
	);
}

const byteOrderMark = (bytes: Uint8Array): string | undefined =>
	BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.charset;

/** Whether the bytes could be text of some kind: they look it, or say so, or are UTF-16 that doesn't. */
export const mayBeText = (bytes: Uint8Array): boolean =>
	seemsText(bytes) || byteOrderMark(bytes) !== undefined || readUtf16(bytes) !== undefined;

function fromByteOrderMark(bytes: Uint8Array): Decoded | undefined {
	const found = byteOrderMark(bytes);
	if (!found) return undefined;
	if (found === "utf-32") {
		throw new RejectedUpload(
			"unknown-encoding",
			"This text is in UTF-32. Save it as UTF-8 and upload it again.",
		);
	}
	return lossy(bytes, found);
}

/** Seven-bit Japanese is valid ASCII too; its escape sequences are what tell it. */
function iso2022(bytes: Uint8Array, declared: string | undefined): Decoded | undefined {
	const shift = asBuffer(bytes).indexOf(0x1b);
	const switches = shift >= 0 && (bytes[shift + 1] === 0x24 || bytes[shift + 1] === 0x28);
	if (!switches && declared !== "iso-2022-jp") return undefined;
	const text = strict(bytes, "iso-2022-jp");
	return text === undefined
		? undefined
		: { source: stringSource(text), charset: "iso-2022-jp", warnings: [] };
}

/** Other charsets' text is next to never valid UTF-8 by chance, so UTF-8 that is valid needs no declaration. */
function valid(bytes: Uint8Array, declared: string | undefined): Decoded | undefined {
	const buffer = asBuffer(bytes);
	if (!isUtf8(buffer) || (buffer.includes(0) && readUtf16(bytes))) return undefined;
	const overruled = declared !== undefined && declared !== "utf-8" && !isAscii(buffer);
	return {
		source: utf8Source(bytes),
		charset: "utf-8",
		warnings: overruled ? [overruledWarning(declared, "utf-8")] : [],
	};
}

/** That charset, when the bytes bear it out. Of UTF-8 this forgives what is cut or spliced in mid-character. */
function plausible(bytes: Uint8Array, charset: string): Decoded | undefined {
	const sample = new TextDecoder(charset).decode(foreignText(bytes));
	return plausibility(sample) < MIN_PLAUSIBILITY ? undefined : lossy(bytes, charset);
}

/** What frequencies say, checked by how the result reads. */
function detected(bytes: Uint8Array, declared: string | undefined): Decoded {
	const sample = foreignText(bytes);
	let best: { charset: string; score: number } | undefined;
	for (const { name, confidence } of [...analyse(sample), FALLBACK]) {
		const charset = canonical(name);
		if (charset === undefined || charset === "utf-8") continue;
		const score = confidence * plausibility(new TextDecoder(charset).decode(sample));
		if (!best || score > best.score) best = { charset, score };
	}
	if (!best || best.score <= 0) {
		throw new RejectedUpload(
			"unknown-encoding",
			"It can't be told which character encoding this text is in. Save it as UTF-8 and upload it again.",
		);
	}
	const { source, warnings } = lossy(bytes, best.charset);
	const overruled = declared === undefined ? [] : [overruledWarning(declared, best.charset)];
	return { source, charset: best.charset, warnings: [...overruled, ...warnings] };
}

/** The first declaration within the bytes: `<meta charset>`, its http-equiv form, or the XML declaration. */
function fromDeclaration(bytes: Uint8Array): string | undefined {
	const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN_BYTES));
	const label =
		/<meta\b[^<>]{0,300}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(head)?.[1] ??
		/^\s*<\?xml\b[^<>]{0,300}?\bencoding\s{0,5}=\s{0,5}["']([\w:.-]{2,40})/i.exec(head)?.[1];
	const charset = label && canonical(label);
	// "If charset is UTF-16BE/LE, then set charset to UTF-8" (HTML standard, prescan): the label itself was read as ASCII.
	return charset?.startsWith("utf-16") ? "utf-8" : charset;
}

function fromContentType(contentType: string | undefined): string | undefined {
	const label = /;\s{0,20}charset\s{0,5}=\s{0,5}["']?([\w:.-]{2,40})/i.exec(
		contentType?.slice(0, 500) ?? "",
	)?.[1];
	return label && canonical(label);
}

/** The WHATWG name of a label (`latin1` is windows-1252), or undefined when it names nothing. */
function canonical(label: string): string | undefined {
	// Most say so, and a decoder takes some time to make.
	if (label === "utf-8") return label;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return undefined;
	}
}

function strict(bytes: Uint8Array, charset: string): string | undefined {
	try {
		return new TextDecoder(charset, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function lossy(bytes: Uint8Array, charset: string): Decoded {
	const text = new TextDecoder(charset).decode(bytes);
	const { invalid } = countForeign(text);
	const message = `${invalid} characters could not be read as ${charset} and were replaced.`;
	return {
		source: stringSource(text),
		charset,
		warnings: invalid > 0 ? [{ code: "undecodable-characters", message }] : [],
	};
}

const overruledWarning = (declared: string, found: string): Warning => ({
	code: "charset-overruled",
	message: `The text says it is ${declared}, but reads as ${found}.`,
});

/** Characters beyond ASCII, and those among them that stand for bytes the charset doesn't have. */
function countForeign(text: string): { foreign: number; invalid: number } {
	let foreign = 0;
	let invalid = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit < 0x80) continue;
		foreign++;
		if (unit === 0xfffd) invalid++;
	}
	return { foreign, invalid };
}

/**
 * The stretches that hold bytes beyond ASCII, since those alone tell charsets apart. `<`, `>` and line
 * feed end a stretch: none of them is part of a character in any charset that is looked for.
 */
function foreignText(bytes: Uint8Array): Uint8Array {
	const sample = new Uint8Array(Math.min(bytes.length, SAMPLE_BYTES));
	let filled = 0;
	let start = 0;
	let foreign = false;
	for (let at = 0; at <= bytes.length && filled < sample.length; at++) {
		const byte = bytes[at];
		if (byte !== undefined && byte !== 0x0a && byte !== 0x3c && byte !== 0x3e) {
			if (byte >= 0x80) foreign = true;
			continue;
		}
		if (foreign) {
			const stretch = bytes.subarray(start, Math.min(at + 1, start + sample.length - filled));
			sample.set(stretch, filled);
			filled += stretch.length;
		}
		start = at + 1;
		foreign = false;
	}
	return sample.subarray(0, filled);
}

/** Signs of a wrong charset; each costs as many characters of trust. */
const IMPLAUSIBLE: readonly { readonly sign: RegExp; readonly cost: number }[] = [
	// At this cost a declaration outlives 1 bad byte in 20 characters: pages cut in mid-character are common.
	{ sign: /\uFFFD/g, cost: 10 },
	{ sign: /[\u0080-\u009F\uE000-\uF8FF\uFF61-\uFF9F]|\p{Cn}/gu, cost: 2 },
	// Other scripts read as windows-1252: no language that it serves has four such characters in a row.
	{ sign: /[\u00A1-\u00FF\u0152-\u0192\u2018-\u2122]{4}/g, cost: 4 },
	{ sign: /\p{scx=Latin}[\p{scx=Cyrl}\p{scx=Grek}\p{scx=Hebr}\p{scx=Arab}]/gu, cost: 2 },
	{ sign: /\p{Ll}\p{Lu}/gu, cost: 1 },
	{
		sign: /\p{L}[\u00A1-\u00A9\u00AB-\u00B6\u00B8\u00B9\u00BB-\u00BF\u00D7\u00F7\u2020-\u203A\u20AC\u2500-\u25FF]\p{L}/gu,
		cost: 1,
	},
];

/** 1 for text in which nothing is odd, towards 0 as oddities become as many as foreign characters. */
function plausibility(text: string): number {
	const { foreign } = countForeign(text);
	const cost = IMPLAUSIBLE.reduce((sum, { sign, cost }) => sum + cost * (text.match(sign)?.length ?? 0), 0);
	return Math.max(0, 1 - cost / Math.max(1, foreign));
}
