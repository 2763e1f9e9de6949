import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sourcesOf } from "../../cli/sources.ts";
import { tableOf } from "../../cli/table.ts";
import { fetchPage, keyOfAddress } from "../../cli/web-page.ts";
import { widthOf } from "../../terminal/wrap.ts";
import { type ScriptedServer, startScriptedServer } from "../client/scripted-server.ts";

let api: ScriptedServer;
let site: ScriptedServer;
let folder: string;
beforeAll(async () => {
	[api, site] = await Promise.all([startScriptedServer(), startScriptedServer()]);
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
afterAll(async () => {
	await Promise.all([api.close(), site.close()]);
	rmSync(folder, { recursive: true, force: true });
});

/** `precis …` as a user types it, in front of a pipe. */
const precis = async (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
	const child = spawn(process.execPath, [resolve("cli/main.ts"), ...args], {
		cwd: folder,
		env: { PATH: process.env.PATH, PRECIS_API: api.url, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	const [stdout, stderr, [status]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit"),
	]);
	return { stdout, stderr, status };
};

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
		["3 for what is no Precis API", { body: "<h1>Welcome</h1>" }, 3, "is this a Precis API"],
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

	it("exits 3 when nobody is there, after the first of many", async () => {
		const { stderr, status } = await precis(["upload", "news", "--api", "http://127.0.0.1:9"]);
		expect(status).toBe(3);
		expect(stderr).toBe(
			"http://127.0.0.1:9 can't be reached. Is it running (npm start), or is another address meant (--api, PRECIS_API)?\n",
		);
	});

	it("exits 130 on Ctrl-C, with nothing but that it was stopped", async () => {
		api.answer("hang");
		const child = spawn(process.execPath, [resolve("cli/main.ts"), "status"], {
			env: { PATH: process.env.PATH, PRECIS_API: api.url },
			stdio: ["ignore", "pipe", "pipe"],
		});
		const stderr = text(child.stderr);
		while (api.asked.length === 0) await new Promise((next) => setTimeout(next, 20));
		child.kill("SIGINT");
		expect((await once(child, "exit"))[0]).toBe(130);
		expect(await stderr).toBe("Stopped.\n");
	});

	it("sends the token of its environment", async () => {
		api.answer({ body: { items: [] } });
		const { stderr, status } = await precis(["list"], { PRECIS_TOKEN: "abc" });
		expect([status, stderr]).toEqual([0, "There is nothing that fits.\n"]);
		expect(api.asked[0]?.headers.authorization).toBe("Bearer abc");
	});
});

describe("a signed request", () => {
	const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
	const sha256 = (data: string) => createHash("sha256").update(data).digest("hex");
	const encode = (part: string) =>
		encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

	/** The signature as API Gateway computes it, by the steps of the documentation. */
	const expected = ({ method, url, headers, body }: ScriptedServer["asked"][number]): string => {
		const { pathname, searchParams } = new URL(url, api.url);
		const [, scope = "", names = ""] =
			/Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
		const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
		const signed = names.split(";").map((name) => `${name}:${headers[name]}\n`);
		const request = [method, pathname, query.join("&"), signed.join(""), names, sha256(body)].join("\n");
		const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(request)].join("\n");
		const key = scope.split("/").reduce<string | Buffer>(hmac, "AWS4a secret");
		return hmac(key, toSign).toString("hex");
	};
	const AWS = {
		AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
		AWS_SECRET_ACCESS_KEY: "a secret",
		AWS_SESSION_TOKEN: "session",
		AWS_REGION: "eu-central-1",
	};

	it("carries the signature that the environment's credentials give", async () => {
		api.answer({ body: { items: [] } });
		expect((await precis(["list", "--topic", "Ferries (old) & quays*", "--iam"], AWS)).status).toBe(0);
		const [asked] = api.asked;
		if (!asked) throw new Error("nothing was asked");
		expect(asked.headers["x-amz-security-token"]).toBe("session");
		expect(asked.headers.authorization).toMatch(
			/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/execute-api\/aws4_request, /,
		);
		expect(asked.headers.authorization).toContain(`Signature=${expected(asked)}`);
	});

	it("is over its body too", async () => {
		api.answer(problemOf403());
		await precis(["upload", "f.txt", "--iam"], AWS);
		const [asked] = api.asked;
		expect(asked?.body).toBe('{"key":"f.txt","contentType":"text/plain"}');
		expect(asked?.headers.authorization).toContain(`Signature=${asked && expected(asked)}`);
	});

	const problemOf403 = () => ({ status: 403, body: { message: "Forbidden" } });

	it("can't be made without credentials, which is told in a sentence", async () => {
		const { stderr, status } = await precis(["list", "--iam"], {
			AWS_REGION: "eu-central-1",
			AWS_EC2_METADATA_DISABLED: "true",
			HOME: folder,
		});
		expect(status).toBe(1);
		expect(stderr).toContain("There are no AWS credentials to sign with");
	});
});

describe("what is uploaded", () => {
	const sources = async (names: string[], more = {}) =>
		(await sourcesOf(names, { folder, prefix: "", ...more })).map(({ name, key }) => [name, key]);

	it("of a folder is its articles, under their paths from here", async () => {
		expect(await sources(["news"])).toEqual([
			["news/a.md", "news/a.md"],
			["news/b.html", "news/b.html"],
			["news/c.txt.gz", "news/c.txt.gz"],
		]);
		expect(await sources(["."])).toContainEqual(["f.txt", "f.txt"]);
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
		const [film] = await sourcesOf(["news/d.jpg"], { folder, prefix: "" });
		await expect(film?.read(new AbortController().signal)).rejects.toThrow("more than 25 MiB");
	});

	it("is refused when two would have one key", async () => {
		await expect(sources(["f.txt", "./f.txt"])).rejects.toThrow("would both be “f.txt”");
		expect(await sources(["f.txt", "f.txt"])).toHaveLength(1);
	});

	it.each([
		["https://a.example", "a.example/index.html"],
		["https://a.example/news/", "a.example/news/index.html"],
		["http://a.example:8080/caf%C3%A9.html?id=3#top", "a.example:8080/café.html?id=3"],
		["https://a.example/%ff", "a.example/%ff"],
	])("of %s has the key %s", (address, key) => {
		expect(keyOfAddress(address)).toBe(key);
	});
});

describe("a table", () => {
	const columns = [{ name: "KEY", max: 12 }, { name: "HEADLINE" }];
	const rows = [
		["news/a-very-long-name.html", "港口的灯比春天少了。".repeat(9)],
		["a\u001b[2J", "x"],
	];

	it("fits the terminal, also in wide characters, and can't command it", () => {
		const lines = tableOf(columns, rows, { width: 40, styled: false }).split("\n");
		expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40);
		expect(lines[1]).toMatch(/^news\/a-very… {2}港口.+…$/);
		expect(lines[2]).toBe("a [2J         x");
	});

	it("is whole in front of a pipe", () => {
		const whole = tableOf(columns, rows, { width: Number.POSITIVE_INFINITY, styled: false });
		expect(whole).toContain(`news/a-very-long-name.html  ${rows[0]?.[1]}\n`);
	});
});

describe("a page of the web", () => {
	const fetched = (path = "/a#part") => fetchPage(site.url + path, new AbortController().signal);

	it("is fetched where redirects lead to, and says its type", async () => {
		site.answer(
			{ status: 302, headers: { location: "/b?c" } },
			{ headers: { "content-type": "text/html; charset=iso-8859-1" }, body: "<p>Hello" },
		);
		const { bytes, ...about } = await fetched();
		expect(new TextDecoder().decode(bytes)).toBe("<p>Hello");
		expect(about).toEqual({ contentType: "text/html; charset=iso-8859-1", url: `${site.url}/b?c` });
	});

	it.each([
		["that isn't there", { status: 404 }, "answered 404"],
		["that leads in circles", { status: 301, headers: { location: "/a" } }, "more than 10 times"],
		[
			"that leads away from the web",
			{ status: 301, headers: { location: "file:///etc" } },
			"away from the web",
		],
		["that is too large", { body: "x".repeat(26 * 1024 * 1024) }, "more than 25 MiB"],
		["that nobody gives", "drop" as const, "can't be reached"],
	])("%s is refused with the reason", async (_, reply, sentence) => {
		site.answer(reply);
		await expect(fetched()).rejects.toThrow(sentence);
	});
});
