import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** An empty house under the project's own lint rules. */
let house: string;
beforeAll(() => {
	house = mkdtempSync(join(tmpdir(), "precis-walls-"));
	for (const file of ["biome.json", ".biome", ".gitignore"])
		cpSync(file, join(house, file), { recursive: true });
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the linter says of `source` where it stands at `path`. */
const lint = (path: string, source: string): string => {
	const file = join(house, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, source);
	const biome = resolve("node_modules/.bin/biome");
	const { stdout, stderr } = spawnSync(biome, ["lint", path], { cwd: house, encoding: "utf8" });
	return stdout + stderr;
};

describe("the linter", () => {
	test.each([
		["summarise can't import ingest", "functions/summarise/x.ts", "../ingest/index.ts"],
		["ingest can't import summarise", "functions/ingest/x.ts", "../summarise/index.ts"],
		["ingest's handler can't import summarise", "functions/ingest/handler.ts", "../summarise/index.ts"],
		["fetch can't import ingest", "functions/fetch/x.ts", "../ingest/index.ts"],
		["shared can't import a function", "functions/shared/x.ts", "../fetch/problem.ts"],
		["ingest can't import a test's parts", "functions/ingest/x.ts", "../../test/support/cloud.ts"],
		["infra can't import function code", "infra/x.ts", "../functions/shared/article.ts"],
		["functions can't import the embedded stack", "functions/shared/x.ts", "../../local/stack.ts"],
		["the client can't import Node", "client/x.ts", "node:fs"],
		["the client can't import a function", "client/x.ts", "../functions/fetch/query.ts"],
		["the client can't import stores", "client/x.ts", "../functions/shared/library.ts"],
		["what speaks to people can't import the command", "terminal/x.ts", "../cli/exit.ts"],
		["stripping can't import the AWS SDK", "functions/ingest/strip/x.ts", "@aws-sdk/client-s3"],
		["summarising can't import the AWS SDK", "functions/summarise/extractive/x.ts", "@aws-sdk/client-s3"],
		["reading HTML can't import files", "functions/ingest/html/x.ts", "node:fs"],
		["summarising can't import files", "functions/summarise/x.ts", "node:fs/promises"],
		["reading metadata can't import stores", "functions/ingest/metadata/x.ts", "../../shared/library.ts"],
	])("sees to it that %s", (_wall, path, from) => {
		const said = lint(path, `import { x } from "${from}";\nexport const y = x;\n`);
		expect(said).toContain("noRestrictedImports");
	});

	test.each(["Date.now()", "new Date()", "Math.random()", "process.env"])(
		"keeps %s out of the pure parts",
		(expression) => {
			const source = `export const y = ${expression};\n`;
			expect(lint("functions/summarise/extractive/y.ts", source)).toContain("take no clock");
			expect(lint("functions/ingest/strip/y.ts", source)).toContain("take no clock");
		},
	);

	test("lets handlers use the SDK and the clock", () => {
		const source =
			'import { S3Client } from "@aws-sdk/client-s3";\nexport const y = [S3Client, Date.now()];\n';
		expect(lint("functions/ingest/ingest.ts", source)).not.toContain("lint/");
	});
});

test("the lock file names no registry's host", () => {
	expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "http/);
});
