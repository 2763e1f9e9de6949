/**
 * The one real upload that the project was given, end to end: every part of it must come out right. It is
 * somebody's text, so it isn't quoted here: lines are named by their numbers.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readArticle } from "../../../functions/ingest/index.ts";
import type { StrippedKind } from "../../../functions/shared/article.ts";

const { PRECIS_SHARED = resolve(import.meta.dirname, "../../../../shared") } = process.env;
const UPLOAD = resolve(PRECIS_SHARED, "data/uploads/000_a1d4912c045e603b.txt");
const missing = !existsSync(UPLOAD);
if (missing) console.info(`The real upload is not here (${UPLOAD}); set PRECIS_SHARED to test with it.`);

/** What each line is, by its number: title, six headed sections of which the last is a list, then the site. */
const HEADINGS = [3, 5, 7, 9, 11, 13];
const BODY = [3, 17] as const;
const FURNITURE: readonly (readonly [first: number, last: number, kind: StrippedKind])[] = [
	[1, 1, "title"],
	[18, 19, "author-bio"],
	[20, 23, "navigation"],
	[24, 33, "related"],
	[34, 35, "promotion"],
	[36, 38, "share"],
	[39, 68, "navigation"],
	[69, 69, "legal"],
	[70, 70, "other"],
];

describe.skipIf(missing)("the real upload", () => {
	const bytes = missing ? new TextEncoder().encode("A sentence to read instead.") : readFileSync(UPLOAD);
	const lines = new TextDecoder().decode(bytes).split("\n");
	const line = (number: number): string => (lines[number - 1] ?? "").replace(/^- /, "").trim();
	const range = (first: number, last: number): readonly string[] =>
		Array.from({ length: last - first + 1 }, (_, at) => line(first + at));
	const article = readArticle(bytes, { key: "upload.txt", contentType: "text/plain" });

	it("is plain text in English, read without a warning", () => {
		expect(article).toMatchObject({ format: "text", language: "en", pageType: "article", warnings: [] });
	});
	it("has all of its text in the body, and nothing else", () => {
		expect(article.blocks.map(({ text }) => text)).toEqual(range(...BODY));
	});
	it("has six sections, the last of them a list", () => {
		expect(article.blocks.flatMap(({ type, text }) => (type === "heading" ? [text] : []))).toEqual(
			HEADINGS.map(line),
		);
		expect(article.blocks.slice(-4).map(({ type }) => type)).toEqual(Array(4).fill("list-item"));
	});
	it.each(FURNITURE)("has lines %i to %i cut as %s", (first, last, kind) => {
		for (const text of range(first, last))
			expect(article.stripped).toContainEqual(expect.objectContaining({ text, kind }));
	});
	it("has its metadata, all of it seen on the page", () => {
		const { authors, publisher, sources, ...others } = article.metadata;
		const [{ name, role } = { name: "", role: "" }] = authors;
		expect(line(19)).toMatch(new RegExp(`^${name}, an? ${role} at ${publisher?.name}, `));
		expect([authors.length, role?.split(" ").length]).toEqual([1, 2]);
		const url = line(70).replace(/^[^:]*: /, "");
		expect(publisher?.domain).toBe(new URL(url).hostname.replace("www.", ""));
		expect(others).toEqual({ title: line(1), url, topics: range(21, 23), rights: line(69) });
		expect(new Set(Object.values(sources))).toEqual(new Set(["visible"]));
	});
});
