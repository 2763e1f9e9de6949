import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { pairedInterval } from "../../bench/summarise/bootstrap.ts";
import { rouge } from "../../bench/summarise/rouge.ts";

const bench = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
	spawnSync(process.execPath, ["bench/main.ts", "summarise", ...args], {
		encoding: "utf8",
		env: { ...process.env, ...environment },
	});

describe("the bench of summaries", () => {
	it.each([
		[["--part", "best"], '--part is train, validate or test, not "best".'],
		[["--limit", "0"], '--limit takes a whole number of 1 or more, not "0".'],
	])("says in a sentence what is wrong with %j", (args, sentence) => {
		const { status, stderr } = bench(args);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toContain("    at ");
		expect(status).toBe(2);
	});

	it("says where it looked for the summaries", () => {
		const { status, stderr } = bench([], { PRECIS_SHARED: tmpdir() });
		expect(stderr).toContain(`The summaries are not at ${tmpdir()}`);
		expect(status).toBe(2);
	});
});

describe("ROUGE", () => {
	it("is what rouge_score computes with its stemmer", () => {
		const { rouge1, rougeLsum } = rouge("The quick brown fox jumps over the lazy dog", [
			"The quick brown dog jumps on the log.",
		]);
		expect(rouge1).toBeCloseTo(0.706, 3);
		expect(rougeLsum).toBeCloseTo(0.588, 3);
	});

	it("is 1 of what is the same and 0 of what shares no word", () => {
		expect(rouge("Two ferries were sold.", ["Two ferries were sold."]).rouge2).toBe(1);
		expect(rouge("Two ferries were sold.", ["Gulls nest."]).rouge1).toBe(0);
	});
});

describe("an interval", () => {
	const differences = Array.from({ length: 200 }, (_, at) => (at % 5) - 1);

	it("lies around the mean and is the same every time", () => {
		const { mean, low, high } = pairedInterval(differences);
		expect(mean).toBe(1);
		expect(low).toBeLessThan(1);
		expect(high).toBeGreaterThan(1);
		expect(pairedInterval(differences)).toEqual({ mean, low, high });
	});
});
