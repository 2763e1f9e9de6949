import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** An empty project elsewhere with the packed tarball installed, as a user of the library has it. */
let project: string;
beforeAll(() => {
	project = mkdtempSync(join(tmpdir(), "precis-pack-"));
	execFileSync("npm", ["pack", "--silent", "--pack-destination", project], {
		stdio: ["ignore", "ignore", "inherit"],
	});
	const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? "";
	writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module", private: true }));
	execFileSync("npm", ["install", "--no-audit", "--no-fund", "--omit=optional", `./${tarball}`], {
		cwd: project,
		stdio: ["ignore", "ignore", "inherit"],
	});
}, 180_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the packed library, installed in an empty folder", () => {
	test("turns a page into an article and a summary through its two doors", () => {
		const script = `
			import { readFileSync } from "node:fs";
			import { readArticle, bodyText, RejectedUpload } from "precis/ingest";
			import { summarise } from "precis/summarise";
			const article = readArticle(readFileSync(process.argv[2]), { key: "harbour-battery.html" });
			let code;
			try { readArticle(new Uint8Array()); } catch (error) { if (error instanceof RejectedUpload) code = error.code; }
			console.log(JSON.stringify({ title: article.metadata.title, body: bodyText(article), gist: summarise(article).gist.text, code }));`;
		writeFileSync(join(project, "use.mjs"), script);
		const asOnNode20 = "data:text/javascript,delete Map.groupBy; delete URL.parse";
		const page = resolve("examples/harbour-battery.html");
		const output = execFileSync(process.execPath, ["--import", asOnNode20, "use.mjs", page], {
			cwd: project,
			encoding: "utf8",
		});
		const used = JSON.parse(output);
		expect(used.title).toBe("Old ferry harbour becomes a battery for 90,000 homes");
		expect(used.body).toContain("611 hours");
		expect(used.body).not.toContain("Privacy policy");
		expect(used.gist).toContain("Veldhaven");
		expect(used.code).toBe("empty");
	});

	test("has the client, which says in its own words that nobody is there", () => {
		writeFileSync(
			join(project, "ask.mjs"),
			`import { createClient, UnreachableError } from "precis/client";
			const client = createClient({ baseUrl: "http://127.0.0.1:9", retries: 0 });
			const error = await client.status().catch((error) => error);
			console.log(error instanceof UnreachableError, error.message);`,
		);
		const output = execFileSync(process.execPath, ["ask.mjs"], { cwd: project, encoding: "utf8" });
		expect(output).toBe("true http://127.0.0.1:9 can't be reached.\n");
	});

	test("has the command", () => {
		const precis = (...args: string[]) =>
			spawnSync(process.execPath, [join(project, "node_modules/.bin/precis"), ...args], {
				cwd: project,
				encoding: "utf8",
			});
		const { version } = JSON.parse(readFileSync("package.json", "utf8"));
		expect(precis("--version").stdout).toBe(`${version}\n`);
		expect(precis("summarise", resolve("examples/seed-vault.md")).stdout).toMatch(/^A village seed library/);
		expect(precis("strip", "--format", "md", resolve("examples/seed-vault.md")).stdout).toMatch(
			/^# A village/,
		);
		expect(precis("status", "--api", "http://127.0.0.1:9")).toMatchObject({ status: 3, stdout: "" });
		const local = precis("local");
		expect([local.status, local.stderr]).toEqual([1, expect.stringContaining("clone it")]);
	});

	test("ships types for each door, which a strict compiler believes", () => {
		const check = (source: string): string => {
			writeFileSync(join(project, "typed.ts"), source);
			const tsc = resolve("node_modules/.bin/tsc");
			const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", ""];
			return spawnSync(tsc, [...options, "typed.ts"], { cwd: project, encoding: "utf8" }).stdout;
		};
		const doors =
			'import { readArticle } from "precis/ingest";\nimport { summarise } from "precis/summarise";\n';
		const client = (use: string) =>
			`import { createClient } from "precis/client";\nconst client = createClient({ baseUrl: "" });\n${use}\n`;
		const use = (type: string) =>
			`${doors}export const [point]: ${type}[] = summarise(readArticle(new Uint8Array())).keyPoints;\n`;
		expect(check(use("{ text: string; salience: number }"))).toBe("");
		expect(check(use("{ text: number }"))).toContain("typed.ts(3,");
		const fields = 'client.summary("a", { fields: ["gist"] })';
		expect(
			check(client(`export const text: Promise<string> = ${fields}.then(({ gist }) => gist.text);`)),
		).toBe("");
		expect(check(client(`${fields}.then(({ headline }) => headline);`))).toContain("typed.ts(3,");
	}, 120_000);

	test("brings neither CDK nor an emulator, and of the AWS SDK no client of a service but its credentials", () => {
		const modules = join(project, "node_modules");
		const installed = [...readdirSync(modules), ...readdirSync(join(modules, "@aws-sdk"))];
		expect(installed).toContain("credential-provider-node");
		expect(
			installed.filter((name) => /cdk|constructs|dynalite|fauxqs|^client-|esbuild|hono/.test(name)),
		).toEqual([]);
	});
});
