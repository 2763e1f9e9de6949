import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SummaryDocumentSchema } from "../../functions/shared/summary.ts";
import { takeDataFolder } from "../../local/data-folder.ts";
import { ran } from "../support/ran.ts";
import { curl } from "./embedded.ts";
import { page } from "./pages.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "precis-command-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start -- …` as a user types it. */
const npmStart = (args: string[], input = "") =>
	ran(spawn("npm", ["start", "--silent", "--", ...args], { stdio: ["pipe", "pipe", "pipe"] }), input);

describe("npm start -- --once", () => {
	test("prints a summary that a person can read", async () => {
		const { stdout, status } = await npmStart(["--once", "examples/harbour-battery.html"]);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^Old ferry harbour becomes a battery for 90,000 homes\n.*Marit Oudekerk/);
		expect(stdout).toContain("Key points");
		expect(stdout).toContain("€210 million");
		expect(stdout).not.toMatch(/Privacy policy|Heat pumps|dyke_walker|morning tide/);
	});

	test("prints JSON alone on standard output, an array for several files", async () => {
		const one = await npmStart(["--once", "--json", "examples/seed-vault.md"]);
		expect(SummaryDocumentSchema.parse(JSON.parse(one.stdout))).toMatchObject({ language: "en" });
		const two = await npmStart([
			"--once",
			"--json",
			"examples/stadtbaeume.html",
			"examples/night-trains.txt",
		]);
		expect(JSON.parse(two.stdout).map(({ language }: { language: string }) => language)).toEqual([
			"de",
			"en",
		]);
	});

	test("reads standard input for -", async () => {
		const { stdout, status } = await npmStart(["--once", "-"], page("the cave"));
		expect(status).toBe(0);
		expect(stdout).toContain("the cave");
	});

	test("exits 1 with the reason on standard error, and summarises the others", async () => {
		const empty = join(folder, "empty.html");
		writeFileSync(empty, "");
		const { stdout, stderr, status } = await npmStart([
			"--once",
			empty,
			join(folder, "nowhere.html"),
			"examples/seed-vault.md",
		]);
		expect(status).toBe(1);
		expect(stderr).toMatch(/empty\.html.*This upload is empty\./);
		expect(stderr).toMatch(/nowhere\.html/);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(stdout).toContain("A village seed library");
	});
});

const isFree = (dataDir: string): boolean => {
	try {
		takeDataFolder(dataDir).release();
		return true;
	} catch {
		return false;
	}
};

describe("npm start", () => {
	test("tells with --help what there is", async () => {
		const { stdout, status } = await npmStart(["--help"]);
		expect(status).toBe(0);
		expect(stdout).toContain("--once");
	});

	test("says in a sentence that a port is taken, and exits 1", async () => {
		const squatter = createServer().listen(0, "127.0.0.1");
		await once(squatter, "listening");
		const address = squatter.address();
		const port = typeof address === "object" ? address?.port : undefined;
		const { stderr, status } = await npmStart(["--port", String(port), "--data", join(folder, "taken")]);
		squatter.close();
		expect(status).toBe(1);
		// Of its five it may be another that somebody else has.
		expect(stderr).toMatch(/Port \d+ \(\w+\) is in use: .*--port/);
		expect(stderr).not.toMatch(/^\s+at /m);
	});

	test("starts with the examples, prints lines to try that work, and stops cleanly on Ctrl-C", async () => {
		const child = spawn(
			process.execPath,
			["local/start.mjs", "--port", "0", "--data", join(folder, "store")],
			{
				stdio: ["ignore", "pipe", "inherit"],
			},
		);
		let stdout = "";
		child.stdout.setEncoding("utf8").on("data", (piece) => {
			stdout += piece;
		});
		while (!stdout.includes("Ctrl-C") && child.exitCode === null)
			await new Promise((resolve) => setTimeout(resolve, 50));
		expect(stdout).toContain("Old ferry harbour becomes a battery");
		const [upload, fetching] = [/^ {2}curl -T (\S+) '(.+)'$/m, /^ {2}curl '(.+)'$/m].map((line) =>
			stdout.match(line),
		);
		expect((await curl(upload?.[2] ?? "", "-T", upload?.[1] ?? "")).status).toBe(200);
		const summary = await curl(fetching?.[1] ?? "");
		expect(summary.status).toBe(200);
		const exited = once(child, "exit");
		child.kill("SIGINT");
		expect((await exited)[0]).toBe(0);
	});

	test("stops when npm is told to, though npm tells nobody but its shell", async () => {
		const child = spawn("npm", ["start", "--", "--port", "0", "--data", join(folder, "store")], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		for await (const piece of child.stdout.setEncoding("utf8")) if (piece.includes("Ctrl-C")) break;
		child.kill("SIGTERM");
		await once(child, "exit");
		// Nobody has the folder any more.
		await expect.poll(() => isFree(join(folder, "store")), { timeout: 10_000 }).toBe(true);
	});
});
