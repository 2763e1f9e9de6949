import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../client/scripted-server.ts";
import { beginPrecis, runPrecis } from "./at-the-shell.ts";

let api: ScriptedServer;
let folder: string;
beforeAll(async () => {
	api = await startScriptedServer();
	folder = mkdtempSync(join(tmpdir(), "precis-cli-"));
	mkdirSync(join(folder, "news"));
	for (const file of ["news/a.md", "news/b.html", "news/c.txt.gz", "f.txt"])
		writeFileSync(join(folder, file), "Hello");
});
afterAll(async () => {
	await api.close();
	rmSync(folder, { recursive: true, force: true });
});

const precis = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
	runPrecis(args, folder, { PRECIS_API: api.url, ...env });

describe("precis", () => {
	it("tells with --help what there is, of every command", async () => {
		const { stdout, status } = await precis(["--help"]);
		expect(status).toBe(0);
		expect(stdout).toMatch(/Exit codes:\n {2}0 /);
		const commands = [...stdout.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(([, name = ""]) => name);
		expect(commands).toEqual(
			"upload get list open rm status redrive sweep renew summarise strip local".split(" "),
		);
		for (const name of [
			"upload",
			"get",
			"list",
			"open",
			"rm",
			"status",
			"redrive",
			"sweep",
			"renew",
			"summarise",
			"strip",
		]) {
			const help = await precis([name, "--help"]);
			expect([help.status, help.stdout]).toEqual([0, expect.stringContaining("--json")]);
			expect(Math.max(...help.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
		}
	});

	it.each([
		[["frobnicate"], "Unknown command 'frobnicate'"],
		[["get"], "Missing required argument 'key'"],
		[["get", "a", "b"], "Too many arguments"],
		[["get", "a", "--format", "pdf"], "Allowed choices are json, markdown, text, html, jsonld"],
		[["get", "a", "--fields", "gist", "--format", "html"], "--fields goes with JSON only"],
		[["list", "--limit", "none"], "It takes a whole number"],
		[["list", "--from", "yesterday"], "is a date (2025-01-29)"],
		[["list", "--api", "precis.example"], "--api takes an http or https address"],
		[["list", "--iam", "--token", "x", "--api", "https://a.execute-api.eu-west-1.amazonaws.com"], "not both"],
		[["list", "--iam"], "AWS_REGION must say its region"],
		[["upload"], "Missing required argument"],
		[["upload", "-"], "give it a key with --key"],
		[["upload", "news", "--key", "x"], "--key is for one article, not for 3"],
		[["upload", "f.txt", "--url", "somewhere"], "--url takes an http or https address"],
		[["redrive", "--code", "lost", "gone"], "Allowed choices are ingest-failed, summarise-failed, lost"],
		[["renew", "--except", ""], "--except takes an engine"],
		[["upload", "f.txt", "--length", "long"], "Allowed choices are brief, standard, detailed"],
	])("says in a sentence what is wrong with %j, and exits 2", async (args, sentence) => {
		const { stdout, stderr, status } = await precis(args);
		expect([status, stdout]).toEqual([2, ""]);
		expect(stderr).toContain(sentence);
		expect(stderr).not.toMatch(/^\s+at /m);
	});

	const problem = (status: number, code: string) => ({
		status,
		body: { type: "about:blank", title: "x", status, detail: `It is ${code}.`, code },
	});
	it.each([
		["1 for a key that nobody knows", problem(404, "unknown-key"), 1, "Nothing is known of this key."],
		["3 for an API that can't answer", problem(500, "internal"), 3, "It is internal."],
		["2 for what the API doesn't take", problem(400, "invalid-query"), 2, "It is invalid-query."],
		["3 for what is no Precis API", { body: "<h1>Welcome</h1>" }, 3, "is this a Precis API"],
		["3 for a place that knows no such path", { status: 404, body: "<h1>Oh" }, 3, "Is this a Precis API"],
		[
			"4 for one that doesn't know the user",
			{ status: 401, body: { message: "Unauthorized" } },
			4,
			"--token",
		],
		["4 for one that doesn't let the user", { status: 403, body: { message: "Forbidden" } }, 4, "--iam"],
	])(
		"exits %s",
		async (_, reply, status, sentence) => {
			api.answer(reply);
			const plain = await precis(["get", "a"]);
			expect([plain.status, plain.stdout]).toEqual([status, ""]);
			expect(plain.stderr).toContain(sentence);
			const json = await precis(["get", "a", "--json"]);
			expect(JSON.parse(json.stderr).error.message).toContain(sentence);
		},
		60_000,
	);

	it("says of each key why it can't be removed, in full", async () => {
		api.answer(problem(404, "unknown-key"), { status: 202, body: { key: "b" } });
		const { stdout, stderr, status } = await precis(["rm", "a", "b"]);
		expect([status, stdout]).toEqual([1, "KEY  OUTCOME\na    refused\nb    removed\n"]);
		expect(stderr).toBe("a: Nothing is known of this key. A new upload takes a moment to arrive.\n");
	});

	it("exits 3 when nobody is there, after the first of many", async () => {
		const { stderr, status } = await precis(["upload", "news", "--api", "http://127.0.0.1:9"]);
		expect(status).toBe(3);
		expect(stderr).toBe(
			"http://127.0.0.1:9 can't be reached. Is it running (npm start), or is another address meant (--api, PRECIS_API)?\n",
		);
	});

	it.each(["sweep", "redrive", "renew"])("exits 3 when there is no Lambda to tell to %s", async (command) => {
		const { stderr, status } = await precis([command, "--lambda", "http://127.0.0.1:9"]);
		expect(status).toBe(3);
		expect(stderr).toMatch(/^Lambda can't be reached at .*\n$/);
	});

	it.each([
		[403, 4],
		[404, 1],
		[429, 3],
		[503, 3],
	])("tells Lambda's %i by exit code %i", async (answer, code) => {
		api.answer({ status: answer, body: { Message: "No." } });
		const { stderr, status } = await precis(["redrive", "--lambda", api.url]);
		expect(status).toBe(code);
		expect(stderr).toBe(`Lambda answered ${answer}: No.\n`);
	});

	it("exits 130 on Ctrl-C, with nothing but that it was stopped", async () => {
		api.answer("hang");
		const child = beginPrecis(["status"], folder, { PRECIS_API: api.url });
		const stderr = text(child.stderr);
		while (api.asked.length === 0) await new Promise((next) => setTimeout(next, 20));
		child.kill("SIGINT");
		expect((await once(child, "exit"))[0]).toBe(130);
		expect(await stderr).toBe("Stopped.\n");
	});

	it("reads no further than an upload can be, of what has no end", async () => {
		const child = beginPrecis(["strip", "-"], folder);
		const endless = Readable.from(
			(function* () {
				for (;;) yield Buffer.alloc(1024 * 1024, "no end ");
			})(),
		);
		const feeding = pipeline(endless, child.stdin).catch(() => {});
		const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, "exit"), feeding]);
		expect([status, stderr]).toEqual([1, expect.stringContaining("Standard input has more than 25 MiB.")]);
	});

	it("sends the token of its environment", async () => {
		api.answer({ body: { items: [] } });
		const { stderr, status } = await precis(["list"], { PRECIS_TOKEN: "abc" });
		expect([status, stderr]).toEqual([0, "There is nothing that fits.\n"]);
		expect(api.asked[0]?.headers.authorization).toBe("Bearer abc");
	});
});
