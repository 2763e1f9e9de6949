/** The typed client against the embedded stack that takes an issuer's tokens: from Node, and from a web page in Chromium. */
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient, type PrecisClient } from "../../client/index.ts";
import { ensureAssembly } from "../../local/build.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { type Issuer, startIssuer } from "../support/issuer.ts";
import { page as article } from "./pages.ts";

/** Debian's; elsewhere the variable says where. CI installs one, and must not skip. */
const CHROMIUM = process.env.PRECIS_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.CI !== undefined;

/** A web application of another origin, with the client in it. */
const startApplication = async () => {
	const bundle = await build({
		stdin: {
			contents: 'import * as precis from "./client/index.ts"; globalThis.precis = precis;',
			resolveDir: process.cwd(),
		},
		bundle: true,
		format: "iife",
		platform: "browser",
		minify: true,
		write: false,
	});
	const script = bundle.outputFiles[0]?.text ?? "";
	const server = createServer((request, response) => {
		const isScript = request.url === "/client.js";
		response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
		response.end(
			isScript
				? script
				: '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>App</title><script src="/client.js"></script></html>',
		);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		bytes: script.length,
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
};

let issuer: Issuer;
let application: Awaited<ReturnType<typeof startApplication>>;
let stack: Stack;
let client: PrecisClient;
const dataDir = mkdtempSync(join(tmpdir(), "precis-client-"));
beforeAll(async () => {
	[issuer, application] = await Promise.all([startIssuer(), startApplication()]);
	const assembly = await ensureAssembly(() => {}, {
		jwtIssuer: issuer.url,
		jwtAudience: "precis",
		corsOrigins: application.origin,
	});
	stack = await startStack({ assembly, dataDir, port: 0 });
	client = createClient({
		baseUrl: stack.endpoints.api,
		token: () => issuer.token({ scope: "read write" }),
	});
});
afterAll(async () => {
	await stack?.close();
	await application?.close();
	await issuer?.close();
	rmSync(dataDir, { recursive: true, force: true });
});

describe("from Node", () => {
	test("an article is uploaded, waited for, read, found and removed", async () => {
		const uploaded = await client.upload("node/mill.html", article("the mill", 6), {
			contentType: "text/html",
			url: "https://gazette.example/mill",
			length: "brief",
		});
		const summary = await client.waitFor(uploaded);
		expect(summary).toMatchObject({
			key: "node/mill.html",
			metadata: { url: "https://gazette.example/mill" },
			upload: { versionId: uploaded.versionId, contentType: "text/html; charset=utf-8" },
			provenance: { parameters: { length: "brief" } },
		});
		expect(await client.summary("node/mill.html")).toEqual(summary);
		expect(Object.keys(await client.summary("node/mill.html", { fields: ["gist"] }))).toEqual(["gist"]);
		const { blocks } = await client.article("node/mill.html");
		for (const { block, start, end, quote } of summary.gist.evidence)
			expect(blocks[block]?.text.slice(start, end)).toBe(quote);
		expect(await client.written("summaries", "node/mill.html", "markdown")).toContain("# the mill opens");
		const keys = [];
		for await (const { key } of client.list({ prefix: "node/" })) keys.push(key);
		expect(keys).toEqual(["node/mill.html"]);
		expect((await client.status()).stages.ready.count).toBeGreaterThan(0);

		await client.remove("node/mill.html");
		await expect
			.poll(() => client.summary("node/mill.html").catch(({ code }) => code), { timeout: 20_000 })
			.toBe("deleted");
	});

	test("each re-upload is told its own fate, however soon it follows", async () => {
		const key = "node/again.html";
		const send = (content: string) => client.upload(key, content).then((sent) => client.waitFor(sent));
		for (const round of [1, 2, 3]) {
			expect((await send(article(`the weir ${round}`))).headline).toContain(`the weir ${round}`);
			await expect(send("")).rejects.toMatchObject({ name: "RejectedError", code: "empty" });
		}
	});

	test("many at once are all told their own", async () => {
		const keys = Array.from({ length: 8 }, (_, i) => `node/many/${i} & ü.html`);
		const headlines = await Promise.all(
			keys.map(async (key, i) => {
				const sent = await client.upload(key, article(`the lock ${i}`));
				return (await client.waitFor(sent)).headline;
			}),
		);
		expect(headlines).toEqual(keys.map((_, i) => `the lock ${i} opens to the public`));
		const listed = [];
		for await (const { key } of client.list({ prefix: "node/many/", limit: 7 })) listed.push(key);
		expect(listed.toSorted()).toEqual(keys.toSorted());
	});

	test("who may not is told so", async () => {
		const reader = createClient({ baseUrl: stack.endpoints.api, token: () => issuer.token() });
		await expect(reader.upload("a", "x")).rejects.toMatchObject({ status: 403 });
		const stranger = createClient({ baseUrl: stack.endpoints.api });
		await expect(stranger.status()).rejects.toMatchObject({ status: 401, code: "http-401" });
	});
});

describe.runIf(hasBrowser)("from a web page of another origin", () => {
	let browser: Browser;
	let page: Page;
	const complaints: string[] = [];
	beforeAll(async () => {
		browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
		page = await browser.newPage();
		page.on("pageerror", (error) => complaints.push(error.message));
		await page.goto(application.origin);
	});
	afterAll(() => browser?.close());

	/** Runs in the page, with a client of its own named `client`. */
	const inPage = async (body: string): Promise<unknown> => {
		const token = await issuer.token({ scope: "read write" });
		return page.evaluate(`(async () => {
			const client = precis.createClient(${JSON.stringify({ baseUrl: stack.endpoints.api, token })});
			${body}
		})()`);
	};

	test("an article is uploaded, waited for, read, found and removed", async () => {
		const content = JSON.stringify(article("the quay"));
		const seen = await inPage(`
			const file = new File([${content}], "quay.html", { type: "text/html" });
			const options = { url: "https://gazette.example/quay", length: "detailed" };
			const uploaded = await client.upload("page/quay & ü.html", file, options);
			const summary = await client.waitFor(uploaded);
			const keys = [];
			for await (const { key } of client.list({ prefix: "page/" })) keys.push(key);
			const { blocks } = await client.article(uploaded.key, { fields: ["blocks"] });
			await client.remove(uploaded.key);
			const { url } = summary.metadata;
			const knows = uploaded.versionId === summary.upload.versionId;
			return { headline: summary.headline, url, knows, keys, blocks: blocks.length > 0 };
		`);
		expect(seen).toEqual({
			headline: "the quay opens to the public",
			url: "https://gazette.example/quay",
			knows: true,
			keys: ["page/quay & ü.html"],
			blocks: true,
		});
		expect(complaints).toEqual([]);
	});

	test("a stream is uploaded, and errors are told apart", async () => {
		const content = JSON.stringify(article("the pier"));
		const seen = await inPage(`
			const told = (error) => [error instanceof precis.PrecisError, error.name, error.code];
			const streamed = await client.upload("page/pier", new Blob([${content}]).stream());
			const { headline } = await client.waitFor(streamed);
			const rejected = await client.waitFor(await client.upload("page/empty", "")).catch(told);
			const unknown = await client.summary("page/none").catch(told);
			const aborted = await client.waitFor("page/none", { signal: AbortSignal.timeout(100) }).catch(({ name }) => name);
			const nobody = precis.createClient({ baseUrl: "http://127.0.0.1:9", retries: 0 });
			const unreachable = await nobody.status().catch(told);
			return { headline, rejected, unknown, aborted, unreachable };
		`);
		expect(seen).toEqual({
			headline: "the pier opens to the public",
			rejected: [true, "RejectedError", "empty"],
			unknown: [true, "ProblemError", "unknown-key"],
			aborted: "TimeoutError",
			unreachable: [true, "UnreachableError", undefined],
		});
	});

	test("pages of other origins may neither call nor upload", async () => {
		const other = await browser.newPage();
		await other.goto(application.origin.replace("127.0.0.1", "localhost"));
		const answer =
			await other.evaluate(`precis.createClient({ baseUrl: "${stack.endpoints.api}", retries: 0 })
			.status().catch(({ name }) => name)`);
		expect(answer).toBe("UnreachableError");
		await other.close();
	});

	test("the client is small enough for one", () => {
		expect(application.bytes).toBeLessThan(150 * 1024);
	});
});
