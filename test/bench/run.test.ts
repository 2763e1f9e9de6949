import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtractorFile, NO_OP, PRECIS } from "../../bench/strip/extractor.ts";
import { figuresOf } from "../../bench/strip/figures.ts";
import type { PageFile } from "../../bench/strip/pages.ts";
import { run } from "../../bench/strip/run.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "precis-bench-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MISBEHAVING: ExtractorFile = {
	name: "misbehaving",
	file: "../../test/bench/misbehaving.ts",
	reads: ["html"],
	installed: false,
};

const makePage = (text: string, changes: Partial<PageFile> = {}): PageFile => {
	const file = join(folder, `${text.replaceAll(/\W/g, "-").slice(0, 20)}.gz`);
	writeFileSync(file, gzipSync(text));
	const host = "quay.example";
	const truth = { text, title: text };
	return {
		id: text,
		file,
		url: undefined,
		contentType: "text/html",
		type: undefined,
		host,
		part: "train",
		truth,
		...changes,
	};
};

describe("an extractor in the bench", () => {
	it("is asked on after a page that it fails on, and the failure is counted", async () => {
		const pages = ["fine", "throw", "fine again"].map((text) => makePage(text));
		const readings = await run([MISBEHAVING], pages);
		expect(readings.get("misbehaving")?.map(({ found }) => found.text)).toEqual([
			"fine",
			undefined,
			"fine again",
		]);
		expect(figuresOf(readings).get("misbehaving")).toMatchObject({ errors: 1, exact: 2 / 3, title: 2 / 3 });
	});

	it("doesn't reach the network", async () => {
		const [reading] = (await run([MISBEHAVING], [makePage("reach out")])).get("misbehaving") ?? [];
		expect(reading?.error).toContain("The bench has no network.");
	});

	it("takes nobody along when it runs out of memory", async () => {
		const pages = ["run out of memory", "fine"].map((text) => makePage(text));
		const readings = (await run([MISBEHAVING], pages)).get("misbehaving");
		expect(readings?.map(({ error }) => error === undefined)).toEqual([false, true]);
	}, 120_000);

	it("is timed beside the parse that does nothing, which has no other figures", async () => {
		const sentence =
			"Someone has counted the lamps along the quay again, and there are fewer of them than in spring. ";
		const page = `<!doctype html><article>${`<p>${sentence}</p>`.repeat(300)}</article>`;
		const figures = figuresOf(await run([PRECIS, NO_OP], [makePage(page, { truth: { text: sentence } })]));
		expect(figures.get("precis")?.timesNoOp).toBeGreaterThan(1);
		expect(Object.keys(figures.get("no-op") ?? {})).toEqual([
			"msMean",
			"msP50",
			"msP95",
			"mbPerSecond",
			"timesNoOp",
		]);
	});
});
