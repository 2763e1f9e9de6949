import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { belowFloors } from "../../bench/strip/floors.ts";
import { htmlText } from "../../bench/strip/html-text.ts";
import { sampleOf } from "../../bench/strip/pages.ts";

const bench = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
	spawnSync(process.execPath, ["bench/main.ts", ...args], {
		encoding: "utf8",
		env: { ...process.env, ...environment },
	});

describe("the bench's command line", () => {
	it("prints what there is when asked for nothing", () => {
		const output = execFileSync(process.execPath, ["bench/main.ts"], { encoding: "utf8" });
		expect(output).toContain("npm run bench -- strip");
	});

	it.each([
		[["stirp"], 'There is no bench "stirp"; there is strip'],
		[["constructor"], 'There is no bench "constructor"'],
		[["strip", "--part", "best"], '--part is one of train, validate, test, all, not "best".'],
		[["strip", "--sets", "mine"], 'not "mine"'],
		[["strip", "--peers", "grep"], 'not "grep"'],
		[["strip", "--limit", "0"], '--limit takes a whole number of 1 or more, not "0".'],
	])("says in a sentence what is wrong with %j", (args, sentence) => {
		const { status, stderr } = bench(args);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toContain("    at ");
		expect(status).toBe(2);
	});

	it("says where it looked for the pages", () => {
		const { status, stderr } = bench(["strip", "--peers", "none"], { PRECIS_SHARED: tmpdir() });
		expect(stderr).toContain(`The pages are not at ${tmpdir()}`);
		expect(status).toBe(2);
	});
});

describe("a figure below its floor", () => {
	const floors = { news: { f1: 0.9, title: 0.8 } };

	it("is told with how much is missing", () => {
		expect(belowFloors(floors, new Map([["news", { f1: 0.85, title: 0.8 }]]))).toEqual([
			"news: f1 is 0.8500, 0.0500 below its floor of 0.9.",
		]);
	});

	it("is also one that wasn't measured", () => {
		expect(belowFloors(floors, new Map([["news", { f1: 0.95 }]]))).toEqual([
			"news: title was not measured, its floor is 0.8.",
		]);
	});
});

describe("a peer's HTML as text", () => {
	it("keeps blocks apart and words whole", () => {
		expect(htmlText("<h2>A title</h2><p>Some <b>bo</b>ld&#160;text<br>and more</p><script>x</script>")).toBe(
			"A title\nSome bold\u00a0text\nand more",
		);
	});
});

describe("the fixed sample", () => {
	it("is taken evenly and has no page twice", () => {
		const pages = Array.from({ length: 10 }, (_, i) => i);
		expect(sampleOf(pages, 4)).toEqual([0, 2, 5, 7]);
		expect(sampleOf(pages, 20)).toEqual(pages);
	});
});

describe("the bench's own dependencies", () => {
	const json = (file: string) => JSON.parse(readFileSync(file, "utf8"));

	it("parse with the very version that we parse with", () => {
		const [ours, bench] = [json("package.json"), json("bench/package.json")];
		expect(bench.dependencies.htmlparser2).toBe(ours.dependencies.htmlparser2);
	});

	it("are pinned, and their lock file names no registry's host", () => {
		for (const version of Object.values(json("bench/package.json").dependencies))
			expect(version).toMatch(/^\d+\.\d+\.\d+$/);
		expect(readFileSync("bench/package-lock.json", "utf8")).not.toMatch(/"resolved"/);
	});
});
