/** The bundles as they are deployed, from an app whose bundling is not skipped. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeStack, resources } from "./template.ts";

const MIB = 1024 * 1024;

let folders: string[];
/** A function's bundle in each of two synths, by the function's id. */
let bundles: Map<string, string>[];

beforeAll(() => {
	folders = ["first", "second"].map((name) => mkdtempSync(join(tmpdir(), `precis-${name}-`)));
	bundles = folders.map((outdir) => {
		const template = Template.fromStack(makeStack({ "aws:cdk:bundling-stacks": ["**"] }, outdir));
		return new Map(
			[...resources(template, "AWS::Lambda::Function")].map(([id, { Properties }]) => {
				const { S3Key } = Properties.Code as { S3Key: string };
				return [id, join(outdir, `asset.${S3Key.replace(/\.zip$/, "")}`, "index.mjs")];
			}),
		);
	});
});

afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each([
	"IngestFunctionLambda",
	"SummariseFunctionLambda",
	"FetchFunctionLambda",
	"SweepFunctionLambda",
])("the bundle of %s", (id) => {
	const bundle = (synth = 0): string => bundles[synth]?.get(id) ?? "";

	it("is at most 1.2 MiB", () => {
		expect(statSync(bundle()).size).toBeLessThan(1.2 * MIB);
	});

	it("is the same bytes from the same sources", () => {
		expect(readFileSync(bundle(0)).equals(readFileSync(bundle(1)))).toBe(true);
	});

	it("starts from that one file, with nothing installed, and exports the handler", () => {
		const environment = {
			AWS_REGION: "eu-central-1",
			LIBRARY_BUCKET: "library",
			CATALOGUE_TABLE: "catalogue",
			ENTRIES_TABLE: "entries",
			ARTICLES_BUCKET: "articles",
			INGEST_QUEUE_URL: "http://localhost/queue",
			INGEST_DEAD_LETTERS_URL: "http://localhost/queue",
			SUMMARISE_DEAD_LETTERS_URL: "http://localhost/queue",
			UNDELIVERED_URL: "http://localhost/queue",
			SUMMARISE_QUEUE_URL: "http://localhost/queue",
			MAX_RECEIVE_COUNT: "5",
		};
		const script = `const { handler } = await import("${pathToFileURL(bundle())}"); console.log(typeof handler)`;
		const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
			env: environment,
			cwd: tmpdir(),
			encoding: "utf8",
		});
		expect(printed.trim()).toBe("function");
	});
});
