/**
 * What the API costs: `npm run bench -- fetch [--rows 100000] [--requests 3000] [--clients 8] [--json]`. First how
 * many items a page of each list evaluates in a table of that many rows; then requests a second and p99 of reading a
 * summary, of a 304, and of a page of a list, each beside a bare Hono app that answers the same bytes, in one run.
 * Everything, clients too, shares this process; the ratios are what counts.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createApp } from "../functions/fetch/app.ts";
import type { Filter } from "../functions/shared/api.ts";
import { wholeNumber } from "../terminal/usage.ts";
import { uploadsTo } from "../test/functions/fetch/uploads.ts";
import { startCloud } from "../test/support/cloud.ts";
import { fillTables } from "../test/support/rows.ts";

const LISTS: Readonly<Record<string, Filter>> = {
	newest: {},
	topic: { topic: "even" },
	author: { author: "author 7" },
	publisher: { publisher: "many" },
	language: { language: "en" },
	folder: { prefix: "many/1/" },
	range: { from: "2023-11-15", to: "2023-11-15" },
};
const PAGE = 20;

type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The most that one of the first ten pages of each list evaluates. */
const evaluated = async ({ lists }: Cloud): Promise<Record<string, { items: number; rows: number }>> => {
	const most: Record<string, { items: number; rows: number }> = {};
	for (const [name, filter] of Object.entries(LISTS)) {
		const worst = { items: 0, rows: 0 };
		let after: string | undefined;
		for (let page = 0; page < 10; page++) {
			const found = await lists.page(filter, PAGE, after);
			worst.items = Math.max(worst.items, found.evaluated.items);
			worst.rows = Math.max(worst.rows, found.evaluated.rows);
			after = found.next;
			if (after === undefined) break;
		}
		most[name] = worst;
	}
	return most;
};

const serve = async (app: Hono) => {
	const server = createAdaptorServer({ fetch: app.fetch });
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

interface Load {
	readonly perSecond: number;
	readonly p99: number;
}

const load = async (
	url: string,
	headers: Record<string, string>,
	requests: number,
	clients: number,
): Promise<Load> => {
	const times: number[] = [];
	let left = requests;
	const client = async (): Promise<void> => {
		while (left-- > 0) {
			const start = performance.now();
			await (await fetch(url, { headers })).arrayBuffer();
			times.push(performance.now() - start);
		}
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: clients }, client));
	const perSecond = (1000 * requests) / (performance.now() - start);
	return { perSecond, p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 };
};

/** Each request to the API and to an app that has nothing but the answer, in turns. */
const compare = async (cloud: Cloud, requests: number, clients: number) => {
	await uploadsTo(cloud).ready("bench/harbour.html");
	const api = await serve(createApp({ ...cloud, now: () => new Date(), logger: { error: () => {} } }));
	const document = `${api.url}/summaries?key=bench%2Fharbour.html`;
	const tag = (await fetch(document)).headers.get("etag") ?? "";
	const asked: Record<string, [string, Record<string, string>]> = {
		get: [document, {}],
		"304": [document, { "If-None-Match": tag }],
		list: [`${api.url}/summaries?publisher=many`, {}],
	};
	const results: Record<string, { api: Load; bare: Load }> = {};
	for (const [name, [url, headers]] of Object.entries(asked)) {
		const answer = await fetch(url, { headers });
		const body = await answer.text();
		const bareApp = new Hono().all("*", (c) =>
			answer.status === 304 ? c.body(null, 304, { ETag: tag }) : c.body(body, 200, { ETag: tag }),
		);
		const bare = await serve(bareApp);
		await load(url, headers, requests / 10, clients);
		await load(bare.url, headers, requests / 10, clients);
		results[name] = {
			api: await load(url, headers, requests, clients),
			bare: await load(bare.url, headers, requests, clients),
		};
		bare.server.close();
	}
	api.server.close();
	return results;
};

/** Runs the measurement with the command line's arguments and prints it. */
export const fetchBench = async (args: readonly string[]): Promise<number> => {
	const { values } = parseArgs({
		args: [...args],
		options: {
			rows: { type: "string", default: "100000" },
			requests: { type: "string", default: "3000" },
			clients: { type: "string", default: "8" },
			json: { type: "boolean", default: false },
		},
	});
	const rows = wholeNumber("--rows", values.rows, { min: 1 });
	const requests = wholeNumber("--requests", values.requests, { min: 1 });
	const clients = wholeNumber("--clients", values.clients, { min: 1 });
	const folder = mkdtempSync(join(tmpdir(), "precis-bench-"));
	const cloud = await startCloud({ folder });
	try {
		await fillTables(cloud.dynamodb, { catalogue: "catalogue", entries: "entries" }, rows);
		const pages = await evaluated(cloud);
		const loads = await compare(cloud, requests, clients);
		if (values.json) {
			console.log(JSON.stringify({ rows, page: PAGE, pages, loads }));
			return 0;
		}
		console.log(`A page of ${PAGE} in a table of ${rows} rows evaluates at most`);
		for (const [name, { items, rows: read }] of Object.entries(pages))
			console.log(`  ${name.padEnd(10)} ${String(items).padStart(4)} items of lists, ${read} rows`);
		console.log(`Requests by ${clients} clients at once:`);
		for (const [name, { api, bare }] of Object.entries(loads))
			console.log(
				`  ${name.padEnd(5)} ${api.perSecond.toFixed(0).padStart(6)} a second, p99 ${api.p99.toFixed(1)} ms; bare ${bare.perSecond.toFixed(0)} and ${bare.p99.toFixed(1)} ms; ratios ${(api.perSecond / bare.perSecond).toFixed(2)} and ${(api.p99 / bare.p99).toFixed(1)}`,
			);
		return 0;
	} finally {
		await cloud.close();
		rmSync(folder, { recursive: true, force: true });
	}
};
