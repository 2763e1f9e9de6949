import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { SummarySchema } from "../../functions/shared/summary.ts";

const run = (args: readonly string[], input = "") =>
	spawnSync(process.execPath, ["cli/main.ts", "summarise", ...args], {
		input,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});

describe("npm run summarise", () => {
	test("shows the summary of a file as text, the gist once", () => {
		const { stdout, status } = run(["examples/harbour-battery.html"]);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^Old ferry harbour becomes a battery/);
		expect(stdout).toContain("Key points");
	});

	test("writes the summary as JSON, of the length asked for", () => {
		const { stdout } = run(["examples/night-trains.txt", "--format", "json", "--length", "brief"]);
		const summary = SummarySchema.parse(JSON.parse(stdout));
		expect(summary.provenance.parameters).toMatchObject({ length: "brief" });
		expect(summary.keyPoints.flatMap(({ evidence }) => evidence).length).toBeLessThanOrEqual(3);
	});

	test("writes Markdown with the evidence in footnotes", () => {
		const { stdout } = run(["examples/seed-vault.md", "--format", "md"]);
		expect(stdout).toMatch(/^# /);
		expect(stdout).toContain("[^1]: Block");
	});

	test("reads standard input", () => {
		const { stdout } = run(
			["-"],
			"# Ferries\n\nTwo electric ferries were sold to a yard in Oldhaven on Tuesday.",
		);
		expect(stdout).toContain("Two electric ferries were sold");
	});

	test.each([
		[["nowhere.txt"], 1, "nowhere.txt: there is no such file."],
		[["--format", "pdf", "x"], 2, "'pdf' is invalid. Allowed choices are text, md, json."],
		[["--length", "long", "x"], 2, "'long' is invalid. Allowed choices are brief, standard, detailed."],
		[["a", "b"], 2, "Too many arguments"],
		[["--loud"], 2, "--loud"],
	])("says in a sentence what is wrong with %j", (args, status, sentence) => {
		const result = run(args);
		expect([result.status, result.stdout]).toEqual([status, ""]);
		expect(result.stderr).toContain(sentence);
	});

	test("says why an upload is no article", () => {
		const { stderr, status } = run(["-"], "");
		expect([status, stderr]).toEqual([1, expect.stringMatching(/^-: .+\.\n$/)]);
	});
});
