import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const START = join(import.meta.dirname, "..", "..", "local", "start.mjs");
const run = (...args: string[]) => spawnSync(process.execPath, [START, ...args], { encoding: "utf8" });

describe("the command line", () => {
	it("tells with --help what there is", () => {
		const { status, stdout, stderr } = run("--help");
		expect(status).toBe(0);
		expect(stderr).toBe("");
		for (const option of ["--once", "--json", "--port", "--data", "--verbose"])
			expect(stdout).toContain(option);
	});

	it.each([
		[["--nope"], "Unknown option '--nope'."],
		[["--port", "high"], '--port takes a whole number from 0 to 65531, not "high".'],
		[["--json", "a.txt"], "--json goes with --once."],
		[["--data", ""], "--data takes a folder."],
		[["--once"], "--once needs at least one FILE."],
	])("refuses %j in a sentence, with status 2", (args, sentence) => {
		const { status, stdout, stderr } = run(...args);
		expect(status).toBe(2);
		expect(stdout).toBe("");
		expect(stderr).toBe(`${sentence}\nnpm start -- --help tells what there is.\n`);
	});
});
