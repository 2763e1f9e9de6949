import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourcesOf } from "../../cli/sources.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "precis-cli-"));
	mkdirSync(join(folder, "news/.hidden"), { recursive: true });
	for (const file of [
		"news/b.html",
		"news/a.md",
		"news/c.txt.gz",
		"news/d.jpg",
		"news/.hidden/e.html",
		"f.txt",
	])
		writeFileSync(join(folder, file), "Hello");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is uploaded", () => {
	const say = () => undefined;
	const sources = async (names: string[], more = {}) =>
		(await sourcesOf(names, { folder, prefix: "", say, ...more })).map(({ name, key }) => [name, key]);

	it("of a folder is its articles, under their paths from here", async () => {
		expect(await sources(["news"])).toEqual([
			["news/a.md", "news/a.md"],
			["news/b.html", "news/b.html"],
			["news/c.txt.gz", "news/c.txt.gz"],
		]);
		expect(await sources(["."])).toContainEqual(["f.txt", "f.txt"]);
	});

	it("is told apart from a folder's other files, unless these are hidden", async () => {
		const told: string[] = [];
		await sources(["news"], { say: (sentence: string) => told.push(sentence) });
		expect(told).toEqual([
			"news: other files left out: 1. Articles end in .html, .htm, .xhtml, .txt, .md, .markdown.",
		]);
	});

	it("from elsewhere has the folder's own name, or the file's", async () => {
		const elsewhere = { folder: join(folder, "news/.hidden") };
		expect(await sources([join(folder, "f.txt")], elsewhere)).toEqual([[join(folder, "f.txt"), "f.txt"]]);
		const [first] = await sources([join(folder, "news")], elsewhere);
		expect(first).toEqual([join(folder, "news/a.md"), "news/a.md"]);
	});

	it("is a file that is named, whatever it is called, under a key and a prefix of one's own", async () => {
		expect(await sources(["news/d.jpg"], { prefix: "2026/", key: "x" })).toEqual([["news/d.jpg", "2026/x"]]);
	});

	it("is not read when it is far too large", async () => {
		truncateSync(join(folder, "news/d.jpg"), 26 * 1024 * 1024);
		const [film] = await sourcesOf(["news/d.jpg"], { folder, prefix: "", say });
		await expect(film?.read(new AbortController().signal)).rejects.toThrow("more than 25 MiB");
	});

	it("is refused when two would have one key", async () => {
		await expect(sources(["f.txt", "./f.txt"])).rejects.toThrow("would both be “f.txt”");
		expect(await sources(["f.txt", "f.txt"])).toHaveLength(1);
	});

	it("is a page by its http or https address only", async () => {
		await expect(sources(["ftp://a.example/b"])).rejects.toThrow("A page has an http or https address");
	});
});
