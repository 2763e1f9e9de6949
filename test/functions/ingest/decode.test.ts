import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, MAX_INFLATED_BYTES, MAX_UPLOAD_BYTES } from "../../../functions/ingest/decode/index.ts";
import type { UploadHints } from "../../../functions/ingest/page.ts";
import { RejectedUpload } from "../../../functions/ingest/rejected-upload.ts";

const STORY =
	"The harbour bridge reopened on Monday. Engineers had spent eleven weeks replacing its bearings, and the council says the work came in under budget.";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (binary: string): Uint8Array => Buffer.from(binary, "latin1");
const hex = (digits: string): Uint8Array => Buffer.from(digits.replaceAll(" ", ""), "hex");

/** What the upload is rejected for, or undefined when it is read. */
function rejection(bytes: Uint8Array, hints: UploadHints = {}): RejectedUpload | undefined {
	try {
		decode(bytes, hints);
		return undefined;
	} catch (error) {
		if (error instanceof RejectedUpload) return error;
		throw error;
	}
}

const codes = (bytes: Uint8Array, hints: UploadHints = {}): string[] =>
	decode(bytes, hints).warnings.map(({ code }) => code);

/** Every character a single- or double-byte charset has, by its bytes: an encoder for what only decodes. */
function encoder(charset: string): (text: string) => Uint8Array {
	const bytesOf = new Map<string, readonly number[]>();
	const decoder = new TextDecoder(charset);
	for (let lead = 0; lead < 256; lead++) {
		for (let trail = 0; lead >= 0x80 && trail < 256; trail++) {
			const pair = decoder.decode(Uint8Array.of(lead, trail));
			if ([...pair].length === 1 && !bytesOf.has(pair)) bytesOf.set(pair, [lead, trail]);
		}
		const single = decoder.decode(Uint8Array.of(lead));
		if (single !== "\ufffd") bytesOf.set(single, [lead]);
	}
	return (text) => Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? []));
}

const SENTENCES: Readonly<Record<string, string>> = {
	"windows-1252":
		"Die Brücke wurde am Montag wieder geöffnet – „endlich“, sagt die Bürgermeisterin. Der Umbau kostete 12 Millionen Euro, weniger als geplant, und dauerte elf Wochen.",
	"windows-1251":
		"Мост через гавань снова открыли в понедельник. Инженеры одиннадцать недель меняли опоры, и городской совет сообщает, что работы обошлись дешевле, чем ожидалось.",
	"koi8-r":
		"Мост через гавань снова открыли в понедельник. Инженеры одиннадцать недель меняли опоры, и городской совет сообщает, что работы обошлись дешевле, чем ожидалось.",
	"windows-1253":
		"Η γέφυρα του λιμανιού άνοιξε ξανά τη Δευτέρα. Οι μηχανικοί εργάστηκαν έντεκα εβδομάδες και ο δήμος λέει ότι το έργο κόστισε λιγότερο από όσο είχε προβλεφθεί.",
	shift_jis:
		"港の橋は月曜日に再び開通した。技術者たちは十一週間をかけて支承を交換し、市議会によると工事は予算内で終わったという。通行料は変わらない。",
	"euc-jp":
		"港の橋は月曜日に再び開通した。技術者たちは十一週間をかけて支承を交換し、市議会によると工事は予算内で終わったという。通行料は変わらない。",
	gb18030:
		"港口大桥星期一重新开放。工程师用了十一个星期更换支座，市议会表示工程没有超出预算。大桥的通行费不会改变，居民对此表示欢迎。",
	big5: "港口大橋星期一重新開放。工程師用了十一個星期更換支座，市議會表示工程沒有超出預算。大橋的通行費不會改變，居民對此表示歡迎。",
	"euc-kr":
		"항구 다리가 월요일에 다시 열렸다. 기술자들은 열한 주 동안 받침을 교체했으며 시의회는 공사가 예산 안에서 끝났다고 밝혔다. 통행료는 그대로다.",
};

describe("a charset", () => {
	describe.each(Object.entries(SENTENCES))("%s", (charset, text) => {
		const bytes = encoder(charset)(text);
		it("is read as declared by the content type", () => {
			expect(decode(bytes, { contentType: `text/plain; charset=${charset}` })).toMatchObject({
				text,
				warnings: [],
			});
		});
		it("is found where nothing declares it", () => {
			expect(decode(bytes, {}).text).toBe(text);
		});
		it("is found where the content type says UTF-8, with a warning", () => {
			const decoded = decode(bytes, { contentType: 'text/plain; charset="utf-8"' });
			expect(decoded.text).toBe(text);
			expect(decoded.warnings).toMatchObject([{ code: "charset-overruled" }]);
		});
		it("is found where the content type says Latin 1", () => {
			expect(decode(bytes, { contentType: "text/plain; charset=iso-8859-1" }).text).toBe(text);
		});
		it("is read as declared in a meta element", () => {
			const page = `<html><head><meta charset="${charset}"></head><p>${text}</p>`;
			expect(decode(encoder(charset)(page), {})).toMatchObject({ text: page, charset, warnings: [] });
		});
	});

	it.each(["utf-16le", "utf-16be"])("%s is told without a byte order mark", (charset) => {
		const bytes = Buffer.from(STORY, "utf16le");
		const { text } = decode(charset === "utf-16be" ? bytes.swap16() : bytes, {});
		expect(text).toBe(STORY);
	});
	it("UTF-16 of East Asian text is told without a byte order mark", () => {
		const text = `${SENTENCES.gb18030}\n${SENTENCES.shift_jis}`;
		expect(decode(Buffer.from(text, "utf16le"), {})).toMatchObject({ text, charset: "utf-16le" });
	});
	it("is what the byte order mark says, whatever is declared", () => {
		const marked = Buffer.concat([hex("ff fe"), Buffer.from(STORY, "utf16le")]);
		expect(decode(marked, { contentType: "text/plain; charset=utf-8" }).text).toBe(STORY);
		expect(decode(utf8(`\ufeff${STORY}`), {}).text).toBe(STORY);
	});
	it("labelled iso-8859-1 is windows-1252, as on the web", () => {
		const decoded = decode(latin1("It\x92s 40 \x80 \x96 cheap"), {
			contentType: "text/plain; charset=iso-8859-1",
		});
		expect(decoded).toMatchObject({ text: "It’s 40 € – cheap", charset: "windows-1252" });
	});
	it("of valid UTF-8 is UTF-8, though the page says windows-1252", () => {
		const page = `<meta charset="windows-1252"><p>${SENTENCES["windows-1252"]}</p>`;
		expect(decode(utf8(page), {})).toMatchObject({ text: page, charset: "utf-8" });
		expect(codes(utf8(page))).toEqual(["charset-overruled"]);
	});
	it("survives a character that was cut in two", () => {
		const text = `${SENTENCES["koi8-r"]} `.repeat(3);
		const cut = utf8(text).subarray(0, utf8(text).length - 3);
		const decoded = decode(cut, { contentType: "text/plain; charset=utf-8" });
		expect(decoded.charset).toBe("utf-8");
		expect(decoded.text.slice(0, 100)).toBe(text.slice(0, 100));
		expect(codes(cut, { contentType: "text/plain; charset=utf-8" })).toEqual(["undecodable-characters"]);
	});
	it("is read from an XML declaration and from http-equiv", () => {
		const encode = encoder("windows-1251");
		for (const head of [
			'<?xml version="1.0" encoding="windows-1251"?>',
			'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
		]) {
			expect(decode(encode(`${head}<p>${SENTENCES["windows-1251"]}</p>`), {}).charset).toBe("windows-1251");
		}
	});
	it("of seven-bit Japanese is told by its escapes", () => {
		expect(decode(latin1("\x1b$B9A$N66\x1b(B"), {})).toMatchObject({
			text: "港の橋",
			charset: "iso-2022-jp",
		});
	});
	it("of UTF-32 is refused with what to do", () => {
		expect(rejection(hex("ff fe 00 00 41 00 00 00"))).toMatchObject({ code: "unknown-encoding" });
	});
	it("that nothing fits is refused", () => {
		const noise = latin1("\x81\x8d\x90\x9d \x81\x81\x8d\x8f\x90\n".repeat(20));
		expect(rejection(noise, { contentType: "text/plain; charset=x-klingon" })).toMatchObject({
			code: "unknown-encoding",
		});
	});
});

const COMPRESSORS: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
	["gzip", gzipSync],
	["x-gzip", gzipSync],
	["br", brotliCompressSync],
	["zstd", zstdCompressSync],
	["deflate", deflateSync],
	["deflate", deflateRawSync],
];

describe("compression", () => {
	it.each(COMPRESSORS)("declared as %s is taken off", (contentEncoding, compress) => {
		expect(decode(compress(utf8(STORY)), { contentEncoding })).toMatchObject({ text: STORY, warnings: [] });
	});
	it.each([
		["gzip", gzipSync],
		["zstd", zstdCompressSync],
		["zlib", deflateSync],
	])("%s is taken off without being declared", (_, compress) => {
		expect(decode(compress(utf8(STORY)), {}).text).toBe(STORY);
	});
	it("is brotli when the name says so", () => {
		expect(decode(brotliCompressSync(utf8(STORY)), { key: "news/bridge.txt.br" }).text).toBe(STORY);
	});
	it("of several layers comes off in reverse order", () => {
		const bytes = brotliCompressSync(gzipSync(utf8(STORY)));
		expect(decode(bytes, { contentEncoding: "gzip, identity, BR, aws-chunked" }).text).toBe(STORY);
	});
	it("that isn't there any more is warned of and left", () => {
		for (const contentEncoding of ["gzip", "br", "zstd", "deflate"]) {
			expect(decode(utf8(STORY), { contentEncoding }).text).toBe(STORY);
			expect(codes(utf8(STORY), { contentEncoding })).toEqual(["content-encoding-ignored"]);
		}
	});
	it("of an unknown name is warned of and left", () => {
		expect(codes(utf8(STORY), { contentEncoding: "utf-8" })).toEqual(["content-encoding-unknown"]);
	});
	it("does not mistake a text that begins like zlib for it", () => {
		expect(decode(utf8("x^2 + y^2 = r^2 is the circle's equation."), {}).text).toMatch(/^x\^2/);
	});
	it.each(COMPRESSORS)("of %s cut short is refused", (contentEncoding, compress) => {
		const bytes = compress(utf8(STORY.repeat(50)));
		expect(rejection(bytes.subarray(0, bytes.length - 9), { contentEncoding })).toMatchObject({
			code: "corrupt-compression",
		});
	});
	it("is not followed for ever", () => {
		const bytes = [1, 2, 3, 4].reduce<Uint8Array>((inner) => gzipSync(inner), utf8(STORY));
		expect(rejection(bytes)).toMatchObject({ code: "corrupt-compression" });
	});
	it("that is only said, and too often, is refused as what is said", () => {
		expect(rejection(utf8(STORY), { contentEncoding: "gzip, gzip, gzip, gzip" })).toMatchObject({
			code: "corrupt-compression",
			message: expect.stringContaining("Content-Encoding says"),
		});
	});
	it("never inflates past the limit", () => {
		const bomb = gzipSync(Buffer.alloc(MAX_INFLATED_BYTES + 1, "a"));
		expect(rejection(bomb)).toMatchObject({ code: "inflates-too-large" });
	});
	it("of nothing is empty", () => {
		expect(rejection(gzipSync(new Uint8Array()))).toMatchObject({ code: "empty" });
	});
});

describe("an upload that is no text", () => {
	it.each([
		["an image (PNG)", hex("89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52")],
		["an image (JPEG)", hex("ff d8 ff e0 00 10 4a 46 49 46 00")],
		["an image (GIF)", latin1("GIF89a\x01\0\x01\0")],
		["an image (WebP)", latin1("RIFF\x24\0\0\0WEBPVP8 ")],
		["an image (HEIC)", latin1("\0\0\0\x18ftypheic\0\0\0\0")],
		["a video (MP4)", latin1("\0\0\0\x18ftypisom\0\0\0\0")],
		["an audio file (MP3)", latin1("ID3\x04\0\0\0\0\0\0")],
		["an audio file (MP3)", hex("ff fb 90 64 00 00 00 00")],
		["a PDF", latin1("%PDF-1.7\n1 0 obj\n")],
		["a Rich Text (RTF) document", latin1("{\\rtf1\\ansi hello}")],
		["a ZIP archive", latin1("PK\x03\x04\x14\0\0\0\0\0photo.jpg")],
		["a Word document", latin1("PK\x03\x04\x14\0[Content_Types].xml\0word/document.xml")],
		["an Excel workbook", latin1("PK\x03\x04\x14\0[Content_Types].xml\0xl/workbook.xml")],
		["an e-book (EPUB)", latin1("PK\x03\x04\x0a\0mimetypeapplication/epub+zipPK")],
		["a tar archive", Buffer.concat([Buffer.alloc(257), latin1("ustar\0")])],
		["a program", latin1("\x7fELF\x02\x01\x01\0")],
		["a SQLite database", latin1("SQLite format 3\0")],
		["a font", latin1("wOF2\0\x01\0\0")],
		[
			"a web archive (MHTML)",
			latin1("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"),
		],
		["an image (SVG)", latin1('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')],
		["JSON data", latin1('{"title": "Bridge", "body": ["…"]}')],
		["JSON data", latin1('{"id": 1}\n{"id": 2}\n')],
		["JSON data", latin1('{"id": 1}\n{"id": 2}\n{"id": ')],
		["binary data", hex("00 01 02 03 fe 00 10 00 00 7f 91 00")],
	])("is called %s", (what, bytes) => {
		const rejected = rejection(bytes);
		expect(rejected).toMatchObject({ code: "not-text" });
		expect(rejected?.message).toMatch(
			new RegExp(`^This is ${what.replace(/[()]/g, "\\$&")}, which can't be read\\. [SU]`),
		);
	});
	it("is known inside its compression too", () => {
		expect(rejection(gzipSync(hex("89 50 4e 47 0d 0a 1a 0a 00")))?.message).toContain("PNG");
	});
	it.each([
		"BMW opens a plant.",
		"MZ is short for a name.",
		"GIF89a is a format.",
		"ID3 tags explained",
		"[Update] It rained.",
		'{"page": "bridge"}\nThe bridge is open again.',
		'{"page": "bridge"}\n{"ads": []}\nThe bridge is open again.',
	])("is not what the text %j is", (text) => {
		expect(decode(utf8(text), {}).text).toBe(text);
	});
	it.each([new Uint8Array(), utf8(" \n\t\r\n"), utf8("\ufeff\n"), utf8("\u00a0\u3000")])(
		"is empty when nothing stands in it (%#)",
		(bytes) => {
			expect(rejection(bytes)).toMatchObject({ code: "empty" });
		},
	);
	it("is too large past the limit, before anything is read", () => {
		expect(rejection(new Uint8Array(MAX_UPLOAD_BYTES + 1))).toMatchObject({ code: "too-large" });
	});
});

describe("a stray NUL", () => {
	it("doesn't make a text a file that isn't text", () => {
		const { text, format } = decode(utf8(`<!doctype html><p>${STORY}\0 ${STORY}</p>`), {});
		expect(format).toBe("html");
		expect(text).toContain(STORY);
	});
});

describe("the format", () => {
	const format = (text: string, hints: UploadHints = {}): string => decode(utf8(text), hints).format;

	it("is HTML where the text is an HTML document, whatever the content type says", () => {
		expect(format("<!doctype html><p>Hello", { contentType: "text/plain", key: "a.txt" })).toBe("html");
		expect(format("\n<!-- saved -->\n<HTML lang=en><p>Hello", { contentType: "text/markdown" })).toBe("html");
	});
	it("is text where text/html has no tag", () => {
		expect(format(STORY, { contentType: "text/html" })).toBe("text");
	});
	it("is HTML for a fragment", () => {
		expect(format("<p>One.</p><p>Two.</p><p>Three.</p>")).toBe("html");
	});
	it("is text for prose that mentions a tag", () => {
		expect(format(`${STORY} Use <br> to break a line. x < y > z.`)).toBe("text");
	});
	it("is text for prose that shows lines of HTML or of code", () => {
		const shown = "<p>One.</p>\n<p>Two.</p>\n<br>";
		expect(format(`${STORY}\n${STORY}\n${STORY}\nLike so:\n${shown}\n${STORY}`)).toBe("text");
		expect(format(`# a comment\ndef __init__ (self):\n\n${STORY}`)).toBe("text");
	});
	it("is Markdown by content type, by name, also under a compression's ending", () => {
		expect(format(STORY, { contentType: "text/markdown; charset=utf-8" })).toBe("markdown");
		expect(format(STORY, { key: "posts/bridge.md" })).toBe("markdown");
		expect(format(STORY, { key: "posts/bridge.md.gz" })).toBe("markdown");
	});
	it("is Markdown with front matter, or with several of its marks", () => {
		expect(format(`---\ntitle: Bridge\n---\n${STORY}`)).toBe("markdown");
		expect(format(`# Bridge\n\n${STORY} See [the plan](https://example.org/plan).`)).toBe("markdown");
	});
	it("is text with hyphen bullets or a single mark", () => {
		expect(format(`Bridge\n\n${STORY}\n- one\n- two`)).toBe("text");
		expect(format(`# Bridge\n\n${STORY}`)).toBe("text");
	});
});

describe("any bytes", () => {
	const hints = fc.record(
		{
			key: fc.constantFrom("a.html", "b.md", "c.txt.br", "__proto__"),
			contentType: fc.oneof(
				fc.string(),
				fc.constantFrom("text/html; charset=utf-16", "text/plain;charset=gbk"),
			),
			contentEncoding: fc.oneof(fc.string(), fc.constantFrom("gzip", "br,zstd", "deflate", "__proto__")),
		},
		{ requiredKeys: [] },
	);
	it("are read or rejected, and nothing else is thrown", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), hints, (bytes, given) => {
				const rejected = rejection(bytes, given);
				expect(rejected === undefined || rejected.message.length > 20).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});
	it("come back as they went in when they were text", () => {
		fc.assert(
			fc.property(
				fc.lorem({ maxCount: 60 }),
				fc.constantFrom(...COMPRESSORS),
				(text, [contentEncoding, compress]) => {
					expect(decode(compress(utf8(text)), { contentEncoding }).text).toBe(text);
				},
			),
		);
	});
	it.each([
		["tags", "<a <"],
		["comments", "<!-- --> "],
		["brackets", "[[]("],
		["stars", "**a"],
		["dashes", "---\n"],
		["foreign letters", "ÄÖ "],
	])("are told to their end, however long: %s", (_, unit) => {
		expect(() => rejection(utf8(unit.repeat(1_000_000)), { contentType: "text/html" })).not.toThrow();
	});
});
