/** What is done to a page before it is read, as tables: each entry is one way in which uploads are broken. */
import { gzipSync } from "node:zlib";

/** Changes a text at an offset; `size` says how much, by its own measure. */
export type TextMutation = (text: string, at: number, size: number) => string;

/** The same of bytes. */
export type ByteMutation = (bytes: Uint8Array, at: number, size: number) => Uint8Array;

const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);

/** An insertion that a number repeats. */
const flood =
	(what: (i: number) => string): TextMutation =>
	(text, at, size) =>
		insert(text, at, Array.from({ length: size }, (_, i) => what(i)).join(""));

/** The next tag from an offset on, or none. */
function tagFrom(
	text: string,
	at: number,
	opening: string,
): readonly [start: number, end: number] | undefined {
	const start = text.indexOf(opening, at);
	const end = text.indexOf(">", start);
	return start === -1 || end === -1 ? undefined : [start, end + 1];
}

const ELEMENTS = (
	"html head body title meta link base script style noscript template textarea select option svg math p div span a b h1 h2 " +
	"article main aside nav footer header section ul li dl dt blockquote pre code table tr td th caption br hr img figure " +
	"figcaption form input button iframe object video time center font plaintext xmp listing frameset amp-img"
).split(" ");

/** Constructs that swallow what follows until they end. */
const OPENERS = [
	"<!--",
	"<![CDATA[",
	"<!DOCTYPE",
	"<?php",
	"<script>",
	"<style>",
	"<title>",
	"<textarea>",
	"<plaintext>",
	"<template shadowrootmode=open>",
	"<svg><style>",
	'<a href="',
	"<p hidden ",
	"</",
	"<",
	"```\n",
	"---\n",
	"> ".repeat(9),
];

/** Names that every object has, where names come from the page. */
const INHERITED = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

const jsonLd = (json: string): string => `<script type="application/ld+json">${json}</script>`;

const pick = <T>(from: readonly [T, ...T[]] | readonly T[], by: number): T | undefined =>
	from[by % from.length];

/** By what they do to the text. */
export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
	truncate: (text, at) => text.slice(0, at),
	behead: (text, at) => text.slice(at),
	"cut out": (text, at, size) => text.slice(0, at) + text.slice(at + size * 10),
	"repeat a passage": (text, at, size) => insert(text, at, text.slice(at, at + 300).repeat(size)),
	"swap a tag": (text, at, size) => {
		const [start, end] = tagFrom(text, at, "<") ?? [at, at];
		return `${text.slice(0, start)}<${pick(ELEMENTS, size) ?? ""}>${text.slice(end)}`;
	},
	"drop an end tag": (text, at) => {
		const [start, end] = tagFrom(text, at, "</") ?? [at, at];
		return text.slice(0, start) + text.slice(end);
	},
	"drop every end tag": (text) => text.replaceAll(/<\/[a-z]+\d?>/gi, ""),
	"move a passage": (text, at, size) =>
		insert(text.slice(0, at) + text.slice(at + 500), Math.floor(size / 2), text.slice(at, at + 500)),
	"nest elements": (text, at, size) => insert(text, at, `<${pick(ELEMENTS, size) ?? "div"}>`.repeat(size)),
	"end elements": (text, at, size) => insert(text, at, `</${pick(ELEMENTS, size) ?? "div"}>`.repeat(size)),
	"flood a tag with attributes": (text, at, size) => {
		const [, end] = tagFrom(text, at, "<") ?? [at, at];
		return insert(
			text,
			Math.max(0, end - 1),
			Array.from({ length: size }, (_, i) => ` a${i}='${i}'`).join(""),
		);
	},
	"flood with classes": flood((i) => `<p class="${"x-".repeat(i % 40)} ad_${i} comment">text ${i}`),
	"flood with entities": flood(
		(i) => ["&amp;", "&#x1F600;", "&#0;", "&#xD83D;", "&#x110000;", "&nosuch;", "&am"][i % 7] ?? "",
	),
	"flood with links": flood((i) => `<a href="//x.example/${i}" rel="author nofollow">By ${i}</a>, `),
	"flood with tables": flood(() => "<table><tr><td>a<td>"),
	"flood with line breaks": flood(() => "<br>\r\n\t\u00a0\u2028"),
	"flood with times": flood((i) => `<time datetime="2025-${i}-31T25:61">on 31 April ${i}</time>`),
	"flood with metadata": flood(
		(i) => `<meta name="${pick(INHERITED, i) ?? ""}" property="article:tag" content="&quot;${i}">`,
	),
	"put in an opener": (text, at, size) => insert(text, at, pick(OPENERS, size) ?? ""),
	"put in NULs": (text, at, size) => insert(text, at, "\0".repeat(1 + (size % 9))),
	"put in control characters": (text, at, size) =>
		insert(text, at, String.fromCharCode(size % 32, 127 + (size % 33))),
	"put in marks": (text, at, size) => insert(text, at, `e${"\u0301".repeat(size)}\u202e\u200f\ufeff\u200b`),
	"put in inherited names": (text, at, size) => {
		const name = pick(INHERITED, size) ?? "";
		return insert(
			text,
			at,
			`<p itemscope itemprop="${name}" class="${name}" id=${name} ${name}=1 role=${name}>${name}`,
		);
	},
	"put in JSON-LD": (text, at, size) => {
		const name = pick(INHERITED, size) ?? "";
		const json = `{"@type":["NewsArticle","${name}"],"${name}":{"headline":"\\ud83d"},"headline":{"a":["x"]},"author":[[{"name":{"@value":1}}]],"datePublished":"2025-02-30T99:00","url":"http://[","articleBody":${size % 2}}`;
		return insert(text, at, jsonLd(json));
	},
	"put in deep JSON-LD": (text, at, size) =>
		insert(text, at, jsonLd(`${'{"@graph":['.repeat(size)}1${"]}".repeat(size)}`)),
	"put in front matter": (text, _at, size) =>
		`---\n${pick(INHERITED, size) ?? ""}: &a [*a, *b]\ntitle: {a: ${"[".repeat(size % 60)}\ndate: 2025-99-99\n---\n${text}`,
	"one long line": (text) => text.replaceAll(/[\r\n]+/g, " "),
	"no white space": (text, at, size) =>
		text.slice(0, at) + text.slice(at, at + size * 100).replaceAll(/\s/g, ""),
	"in capitals": (text, at, size) => text.slice(0, at) + text.slice(at, at + size * 100).toUpperCase(),
};

const withByte = (bytes: Uint8Array, at: number, change: (byte: number) => number): Uint8Array => {
	const changed = Uint8Array.from(bytes);
	changed[at] = change(changed[at] ?? 0);
	return changed;
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const MARKS = [
	[0xef, 0xbb, 0xbf],
	[0xff, 0xfe],
	[0xfe, 0xff],
	[0xff, 0xfe, 0, 0],
	[0x1f, 0x8b],
	[0x28, 0xb5, 0x2f, 0xfd],
	[0x25, 0x50, 0x44, 0x46],
];

/** By what they do to the bytes, after the text was changed. */
export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
	"flip a bit": (bytes, at, size) => withByte(bytes, at, (byte) => byte ^ (1 << (size % 8))),
	"set a byte": (bytes, at, size) => withByte(bytes, at, () => size % 256),
	"drop a byte": (bytes, at) => joined(bytes.subarray(0, at), bytes.subarray(at + 1)),
	"cut short": (bytes, at) => bytes.subarray(0, at),
	"flood with a byte": (bytes, at, size) =>
		joined(bytes.subarray(0, at), new Uint8Array(size).fill(size % 256), bytes.subarray(at)),
	"begin with a mark": (bytes, _at, size) => joined(Uint8Array.from(pick(MARKS, size) ?? []), bytes),
	compress: (bytes) => new Uint8Array(gzipSync(bytes, { level: 1 })),
	"widen to UTF-16": (bytes) => {
		// Latin-1 to UTF-16, every unit of it valid or not: a surrogate needs only one odd byte.
		const wide = new Uint8Array(2 * bytes.length);
		for (const [i, byte] of bytes.entries()) wide[2 * i] = byte;
		return wide;
	},
	"break a surrogate pair": (bytes, at) =>
		joined(bytes.subarray(0, at & ~1), Uint8Array.from([0x3d, 0xd8]), bytes.subarray(at & ~1)),
};

/** What an uploader may claim, true or not. */
export const CONTENT_TYPES: readonly (string | undefined)[] = [
	"text/html; charset=utf-8",
	"text/html",
	"text/plain",
	"text/plain; charset=utf-16le",
	"text/markdown; charset=utf-8",
	"text/html; charset=shift_jis",
	"text/html; charset=gb18030",
	"text/html; charset=iso-2022-jp",
	"text/html; charset=__proto__",
	'text/html; charset="',
	"application/octet-stream",
	"",
	undefined,
];

/** The same of keys. */
export const KEYS: readonly (string | undefined)[] = [
	undefined,
	"a.html",
	"a.txt",
	"a.md",
	"a.html.gz",
	"__proto__",
];
