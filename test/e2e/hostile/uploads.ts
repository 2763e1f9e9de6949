/** Hostile uploads: their bytes, their headers, their markup and their keys. */
import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { PutObjectCommand, type PutObjectCommandInput, S3ServiceException } from "@aws-sdk/client-s3";
import { expect } from "vitest";
import type { Answer, Embedded } from "../embedded.ts";
import { page } from "../pages.ts";
import type { Case } from "./case.ts";

const MIB = 1024 * 1024;

type Upload = Partial<
	Pick<PutObjectCommandInput, "Key" | "Body" | "ContentType" | "ContentEncoding" | "Metadata">
>;

/** What the API says of an upload: `ready`, or the status and the code. */
const fateOf = ({ status, body }: Answer): string =>
	status === 200 ? "summarised" : `${status} ${body.code}`;

let made = 0;

const upload = async (
	embedded: Embedded,
	given: Upload,
	holds?: (answer: Answer, embedded: Embedded, key: string) => Promise<void> | void,
): Promise<string> => {
	const key = given.Key ?? `hostile/${++made}`;
	try {
		await embedded.s3.send(
			new PutObjectCommand({ Bucket: embedded.stack.articlesBucket, ...given, Key: key }),
		);
	} catch (error) {
		if (error instanceof S3ServiceException) return `S3 refuses: ${error.name}`;
		throw error;
	}
	const answer = await embedded.summary(key);
	if (answer.status !== 200) expect(answer.body.detail).not.toMatch(/Error|undefined|\bat \w+ \(/);
	await holds?.(answer, embedded, key);
	return fateOf(answer);
};

const isOwn =
	(subject: string) =>
	({ body }: Answer, _: Embedded, key: string) => {
		expect(body.key).toBe(key);
		expect(body.gist.text).toContain(subject);
	};

const keyCase = (what: string, key: string, outcome = "summarised, under that key alone"): Case => ({
	what,
	outcome,
	async trying(embedded) {
		const subject = `the pier of ${what}`;
		const fate = await upload(embedded, { Key: key, Body: page(subject) }, isOwn(subject));
		return fate === "summarised" ? "summarised, under that key alone" : fate;
	},
});

const lookAlikes = (what: string, ...keys: readonly [string, string]): Case => ({
	what: `keys that look alike (${what})`,
	outcome: "two uploads, two summaries",
	async trying(embedded) {
		const subjects = ["the first market", "the second market"];
		for (const [index, Key] of keys.entries())
			await upload(embedded, { Key, Body: page(subjects[index] ?? "") });
		const answers = await Promise.all(keys.map((key) => embedded.summary(key)));
		for (const [index, { body }] of answers.entries()) expect(body.gist.text).toContain(subjects[index]);
		return "two uploads, two summaries";
	},
});

/** Keys. */
export const KEYS: readonly Case[] = [
	keyCase("a key `../../etc/passwd`", "../../etc/passwd"),
	keyCase("a key with a leading slash", "/etc/hosts"),
	keyCase("a key of slashes and dots", "a//./b/.."),
	keyCase("a key `%2e%2e%2f`", "%2e%2e%2fstatus"),
	keyCase("a key with `?`, `&` and `#`", "a?key=b&format=html#c"),
	keyCase("a key with CR and LF", "a\r\nSet-Cookie: admin=1\r\n\r\n.html"),
	keyCase("a key of control characters", "\u0001\u001b[2J\u007f.html"),
	keyCase("a key that is markup", '"><script>alert(1)</script>'),
	keyCase("a key `__proto__`", "__proto__"),
	keyCase("a key `constructor`", "constructor"),
	keyCase("a key of 1,024 bytes", "é".repeat(512)),
	keyCase("a key of 1,025 bytes", `${"é".repeat(512)}a`, "S3 refuses: KeyTooLongError"),
	lookAlikes("é as one character and as two", "caf\u00e9.html", "cafe\u0301.html"),
	lookAlikes("a Latin and a Cyrillic а", "a.html", "\u0430.html"),
	lookAlikes("one with a character of no width", "b.html", "b\u200b.html"),
];

const headerCase = (
	what: string,
	outcome: string,
	given: Upload,
	holds?: Parameters<typeof upload>[2],
): Case => ({
	what,
	outcome,
	trying: (embedded) => upload(embedded, given, holds),
});

const PNG = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), randomBytes(500)]);
const warns = (code: string) => async (_: Answer, embedded: Embedded, key: string) => {
	const { body } = await embedded.get(`/articles?key=${encodeURIComponent(key)}`);
	expect(body.warnings.map((warning: { code: string }) => warning.code)).toContain(code);
	expect(JSON.stringify(body)).not.toContain("javascript:");
};

const noScript = async (_: Answer, embedded: Embedded, key: string) => {
	for (const path of ["summaries", "articles"]) {
		const query = `key=${encodeURIComponent(key)}&format=html`;
		expect((await embedded.get(`/${path}?${query}`)).body).not.toMatch(/<script/i);
	}
};

/** What an upload says of itself. */
export const HEADERS: readonly Case[] = [
	headerCase("a page that calls itself `image/png`", "summarised", {
		Body: page("the mill"),
		ContentType: "image/png",
	}),
	headerCase("an image that calls itself `text/html`", "422 not-text", {
		Body: PNG,
		ContentType: "text/html",
	}),
	headerCase("a content type of nonsense", "summarised", { Body: page("the weir"), ContentType: ';;="/' }),
	headerCase("a charset that doesn't exist", "summarised", {
		Body: page("the lock"),
		ContentType: "text/html; charset=__proto__",
	}),
	headerCase(
		"`precis-url: javascript:…`",
		"summarised",
		{ Body: page("the dam"), Metadata: { "precis-url": "javascript:alert(1)" } },
		warns("url-ignored"),
	),
	headerCase(
		"`precis-url` with markup in it",
		"summarised",
		{ Body: page("the quay"), Metadata: { "precis-url": 'https://example.org/"><script>alert(1)</script>' } },
		noScript,
	),
	headerCase(
		"`precis-length: __proto__`",
		"summarised",
		{ Body: page("the ford"), Metadata: { "precis-length": "__proto__" } },
		warns("length-unknown"),
	),
	headerCase("metadata named `__proto__` and `constructor`", "summarised", {
		Body: page("the canal"),
		Metadata: Object.fromEntries([
			["__proto__", "x"],
			["constructor", "x"],
		]),
	}),
	headerCase("`Content-Encoding: gzip` on plain text", "summarised", {
		Body: page("the sluice"),
		ContentEncoding: "gzip",
	}),
	headerCase("`Content-Encoding` of eight gzips on one", "422 corrupt-compression", {
		Body: gzipSync(page("the basin")),
		ContentEncoding: Array.from({ length: 8 }, () => "gzip").join(", "),
	}),
];

const bomb = Buffer.alloc(65 * MIB, "a ");
const twice = gzipSync(gzipSync(bomb));

const bytesCase = (
	what: string,
	outcome: string,
	Body: Upload["Body"],
	rest: Upload | object = {},
): Case => ({
	what,
	outcome,
	trying: (embedded) => upload(embedded, { Body, ...rest } as Upload),
});

/** Bytes. */
export const BYTES: readonly Case[] = [
	bytesCase("nothing", "422 empty", ""),
	bytesCase("25 MiB and a byte", "422 too-large", Buffer.alloc(25 * MIB + 1, "a")),
	bytesCase("25 MiB of one character", "422 no-article", Buffer.alloc(25 * MIB, "a")),
	bytesCase("a gzip bomb", "422 inflates-too-large", gzipSync(bomb)),
	bytesCase("a gzip bomb in a gzip", "422 inflates-too-large", twice),
	bytesCase(
		"a bomb of a hundred gzips one after the other",
		"422 inflates-too-large",
		Buffer.concat(Array.from({ length: 100 }, () => gzipSync(bomb.subarray(0, MIB)))),
	),
	bytesCase("a deflate bomb", "422 inflates-too-large", deflateSync(bomb), { ContentEncoding: "deflate" }),
	bytesCase("a raw deflate bomb", "422 inflates-too-large", deflateRawSync(bomb), {
		ContentEncoding: "deflate",
	}),
	bytesCase("a Brotli bomb", "422 inflates-too-large", brotliCompressSync(bomb), { ContentEncoding: "br" }),
	bytesCase("a Zstandard bomb", "422 inflates-too-large", zstdCompressSync(bomb)),
	bytesCase("a gzip that was cut", "422 corrupt-compression", gzipSync(page("the cut")).subarray(0, 200)),
	bytesCase("a page that is a PDF too", "422 not-text", `%PDF-1.7\n${page("the reef")}`),
	bytesCase("a page that is a GIF too", "422 not-text", `GIF89a\x01\0\x01\0\x80\0\0${page("the cape")}`),
	bytesCase(
		"a ZIP with a page in it",
		"422 not-text",
		Buffer.concat([Buffer.from("504b03041400000000000000", "hex"), Buffer.from(page("the cove"))]),
	),
	bytesCase(
		"text in UTF-32",
		"422 unknown-encoding",
		Buffer.concat([Buffer.from("fffe0000", "hex"), Buffer.alloc(400, "a\0\0\0")]),
	),
	bytesCase("random bytes", "422 not-text", randomBytes(4000)),
];

const around = (before: string, subject: string): string =>
	page(subject).replace("<article>", `${before}<article>`);

const markupCase = (what: string, before: string): Case => ({
	what,
	outcome: "summarised: the article behind it is found",
	async trying(embedded) {
		const subject = `the island of ${what}`;
		const fate = await upload(
			embedded,
			{ Body: around(before, subject), ContentType: "text/html; charset=utf-8" },
			isOwn(subject),
		);
		return fate === "summarised" ? "summarised: the article behind it is found" : fate;
	},
});

const numbered = (count: number, part: (i: number) => string): string =>
	Array.from({ length: count }, (_, i) => part(i)).join("");

const LAUGHS = `<!DOCTYPE html [<!ENTITY l0 "ha">${numbered(
	9,
	(i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
)}]><p>&l9;</p>`;

/** Markup. */
export const MARKUP: readonly Case[] = [
	markupCase("100,000 nested elements", `${"<div>".repeat(100_000)}${"</div>".repeat(100_000)}`),
	markupCase("a million attributes", `<div ${numbered(1_000_000, (i) => `a${i}=1 `)}></div>`),
	markupCase("10,000 tables", `${"<table><tr><td>".repeat(10_000)}${"</table>".repeat(10_000)}`),
	markupCase(
		"JSON-LD that is 100,000 deep",
		`<script type="application/ld+json">${'{"@graph":['.repeat(100_000)}</script>`,
	),
	markupCase(
		"JSON-LD with `__proto__`",
		'<script type="application/ld+json">{"__proto__":{"@type":"NewsArticle","headline":"no"},"constructor":{}}</script>',
	),
	markupCase("100,000 links", `<nav>${numbered(100_000, (i) => `<a href=/${i}>Page ${i}</a> `)}</nav>`),
	markupCase("entities that nest in entities (a billion laughs)", LAUGHS),
	bytesCase("600,000 entities", "summarised", "&amp;&#x1F600;&nosuch;".repeat(200_000), {
		ContentType: "text/html",
	}),
	bytesCase("a line of 20 MiB", "422 no-article", "x".repeat(20 * MIB), { ContentType: "text/html" }),
];
