/**
 * What each Lambda weighs and how long its code takes to load: `npm run bench -- bundles`. The bundles are
 * those of the synthesized app; each is imported in five fresh processes and the median is printed.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readAssembly } from "../local/assembly.ts";
import { ensureAssembly } from "../local/build.ts";
import { plan } from "../local/template.ts";

/** Enough of an environment for any of the functions to start. */
const ENVIRONMENT = {
	AWS_REGION: "eu-central-1",
	LIBRARY_BUCKET: "library",
	CATALOGUE_TABLE: "catalogue",
	ENTRIES_TABLE: "entries",
	ARTICLES_BUCKET: "articles",
	INGEST_QUEUE_URL: "http://127.0.0.1/queue",
	INGEST_DEAD_LETTERS_URL: "http://127.0.0.1/queue",
	SUMMARISE_DEAD_LETTERS_URL: "http://127.0.0.1/queue",
	UNDELIVERED_URL: "http://127.0.0.1/queue",
	SUMMARISE_QUEUE_URL: "http://127.0.0.1/queue",
	MAX_RECEIVE_COUNT: "5",
};

const importMs = (bundle: string): number => {
	const script = `const start = performance.now(); await import("${pathToFileURL(bundle)}"); console.log(performance.now() - start); process.exit()`;
	const runs = Array.from({ length: 5 }, () =>
		Number(
			execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
				env: ENVIRONMENT,
				encoding: "utf8",
			}),
		),
	);
	return runs.sort((a, b) => a - b)[2] ?? 0;
};

/** Prints a line a function. */
export const bundles = async (): Promise<number> => {
	const { functions } = plan(readAssembly(await ensureAssembly(() => {})), { sqs: "http://127.0.0.1" });
	for (const { name, code } of functions) {
		const bundle = join(code, "index.mjs");
		const kib = (statSync(bundle).size / 1024).toFixed(0);
		const ms = importMs(bundle).toFixed(0);
		console.log(`${name.padEnd(28)} ${kib.padStart(6)} KiB   import ${ms.padStart(4)} ms`);
	}
	return 0;
};
