/**
 * How long an upload takes to become fetchable on the embedded stack, functions as real bundles in child
 * processes: `npm run bench -- pipeline [--uploads 500] [--clients 1] [--json]`. Each client uploads one
 * page after the other and waits for its summary.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ensureAssembly } from "../local/build.ts";
import { type Stack, startStack } from "../local/stack.ts";
import { wholeNumber } from "../terminal/usage.ts";

/** A page of some 600 words about subject `i`, with navigation and a footer. */
const page = (i: number): string => {
	const paragraph = (j: number) =>
		`<p>The council of town ${i} decided on Monday to repair bridge ${j}, which was built in ${1900 + j}. The
		work will cost ${j + 2}.5 million euros and take ${j + 3} months, said the mayor, Clara Lindqvist of ward ${j}.</p>`;
	const links = Array.from({ length: 40 }, (_, j) => `<li><a href="/${j}">Section ${j}</a></li>`).join("");
	return `<!doctype html><html lang="en"><title>Town ${i} repairs its bridges</title><body><nav><ul>${links}</ul></nav>
	<article><h1>Town ${i} repairs its bridges</h1>${Array.from({ length: 14 }, (_, j) => paragraph(j)).join("\n")}</article>
	<footer><p>© 2026 The Example Gazette</p></footer></body></html>`;
};

const quantile = (values: readonly number[], share: number): number =>
	values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Milliseconds from the start of the PUT until the summary is fetched. */
const uploadAndFetch = async (s3: S3Client, stack: Stack, key: string, body: string): Promise<number> => {
	const start = performance.now();
	await s3.send(
		new PutObjectCommand({ Bucket: stack.articlesBucket, Key: key, Body: body, ContentType: "text/html" }),
	);
	for (;;) {
		const answer = await fetch(`${stack.endpoints.api}/summaries?key=${encodeURIComponent(key)}&wait=20`);
		await answer.arrayBuffer();
		if (answer.status === 200) return performance.now() - start;
		if (performance.now() - start > 300_000) throw new Error(`${key} is not ready: status ${answer.status}`);
	}
};

/** Runs the measurement with the command line's arguments and prints it. */
export const pipeline = async (args: readonly string[]): Promise<number> => {
	const { values } = parseArgs({
		args: [...args],
		options: {
			uploads: { type: "string", default: "500" },
			clients: { type: "string", default: "1" },
			json: { type: "boolean", default: false },
		},
	});
	const uploads = wholeNumber("--uploads", values.uploads, { min: 1 });
	const clients = wholeNumber("--clients", values.clients, { min: 1 });
	const dataDir = mkdtempSync(join(tmpdir(), "precis-bench-"));
	const stack = await startStack({ assembly: await ensureAssembly(() => {}), dataDir, port: 0 });
	const s3 = new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 });
	try {
		await uploadAndFetch(s3, stack, "warm-up", page(0));
		const times: number[] = [];
		let next = 0;
		const client = async (): Promise<void> => {
			for (let i = next++; i < uploads; i = next++)
				times.push(await uploadAndFetch(s3, stack, `bench/${i}`, page(i)));
		};
		const start = performance.now();
		await Promise.all(Array.from({ length: clients }, client));
		const perSecond = Number(((1000 * uploads) / (performance.now() - start)).toFixed(1));
		const [p50, p95] = [0.5, 0.95].map((share) => Math.round(quantile(times, share)));
		console.log(
			values.json
				? JSON.stringify({ uploads, clients, p50, p95, perSecond })
				: `${uploads} uploads by ${clients} at once: upload to fetched p50 ${p50} ms, p95 ${p95} ms; ${perSecond} a second.`,
		);
		return 0;
	} finally {
		await stack.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
};
