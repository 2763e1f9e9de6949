import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginPrecis } from "../cli/at-the-shell.ts";
import { ran } from "../support/ran.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { page } from "./pages.ts";

let embedded: Embedded;
let folder: string;
beforeAll(async () => {
	embedded = await startEmbedded();
	folder = mkdtempSync(join(tmpdir(), "precis-cli-"));
	mkdirSync(join(folder, "news"));
	for (const subject of ["the mill", "the weir", "the quay"])
		writeFileSync(join(folder, "news", `${subject}.html`), page(subject, 5));
	writeFileSync(join(folder, "empty.html"), "");
});
afterAll(async () => {
	await embedded?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
	beginPrecis(args, folder, { PRECIS_API: embedded.stack.endpoints.api, ...env });
const precis = (args: readonly string[], input = "", env: NodeJS.ProcessEnv = {}) =>
	ran(start(args, env), input);
const json = async (args: readonly string[], input = "") => {
	const { stdout, status } = await precis([...args, "--json"], input);
	return { status, answer: JSON.parse(stdout) };
};

describe("precis upload", () => {
	test("of a folder tells what comes of each, without a bar in front of a pipe", async () => {
		const { stdout, stderr, status } = await precis(["upload", "news", "--wait"]);
		expect([status, stderr]).toEqual([0, ""]);
		expect(stdout.split("\n")).toEqual([
			"KEY                 OUTCOME",
			"news/the mill.html  ready    the mill opens to the public",
			"news/the quay.html  ready    the quay opens to the public",
			"news/the weir.html  ready    the weir opens to the public",
			"",
		]);
	});

	test("exits 1 with the reasons when one has no summary", async () => {
		const names = ["empty.html", "nowhere.html", "news/the mill.html"];
		const { stdout, stderr, status } = await precis(["upload", ...names, "--wait"]);
		expect(status).toBe(1);
		expect(stdout).toMatch(/^empty\.html +rejected +empty$/m);
		expect(stdout).toMatch(/^nowhere\.html +unreadable$/m);
		expect(stdout).toMatch(/^news\/the mill\.html +ready +the mill opens/m);
		expect(stderr).toMatch(/^empty\.html: This upload is empty\./m);
		expect(stderr).toMatch(/^nowhere\.html: there is no such file\.$/m);
	});

	test("of an address fetches the page, and keeps where it comes from", async () => {
		const site = createServer((request, response) => {
			if (request.url === "/old") response.writeHead(301, { location: "/story?id=3" }).end();
			else response.setHeader("content-type", "text/html; charset=utf-8").end(page("the pier"));
		}).listen(0, "127.0.0.1");
		await once(site, "listening");
		const host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
		const { status, answer } = await json(["upload", `http://${host}/old`, "--wait", "--length", "brief"]);
		site.close();
		expect(status).toBe(0);
		const headline = "the pier opens to the public";
		expect(answer).toMatchObject([{ key: `${host}/old`, outcome: "ready", headline }]);
		const { answer: summary } = await json(["get", `${host}/old`]);
		expect(summary.metadata.url).toBe(`http://${host}/story?id=3`);
		expect(summary.provenance.parameters.length).toBe("brief");
	});

	test("reads standard input, for a key and an address of one's own", async () => {
		const args = ["upload", "-", "--key", "in/µ & co", "--url", "https://a.example/x", "--wait"];
		const { answer } = await json(args, page("the lock"));
		expect(answer).toMatchObject([{ source: "-", key: "in/µ & co", outcome: "ready" }]);
		const { answer: fields } = await json(["get", "in/µ & co", "--fields", "metadata"]);
		expect(fields.metadata.url).toBe("https://a.example/x");
	});

	test("stops on Ctrl-C, and says so", async () => {
		const slow = createServer(() => {}).listen(0, "127.0.0.1");
		await once(slow, "listening");
		const asked = once(slow, "request");
		const child = start(["upload", `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`]);
		const stderr = text(child.stderr);
		await asked;
		child.kill("SIGINT");
		expect((await once(child, "exit"))[0]).toBe(130);
		expect(await stderr).toBe("Stopped.\n");
		slow.closeAllConnections();
		slow.close();
	});
});

describe("precis get", () => {
	test("prints the summary as a person reads it, and in every format of the API", async () => {
		const key = "news/the quay.html";
		expect((await precis(["get", key])).stdout).toMatch(/^the quay opens to the public\n[\s\S]*Key points/);
		expect((await precis(["get", key, "--format", "markdown"])).stdout).toContain("[^1]: ");
		expect((await precis(["get", key, "--format", "html"])).stdout).toMatch(/^<!doctype html>/);
		expect((await precis(["get", key, "--article"])).stdout).toMatch(/^the quay opens/);
		expect((await json(["get", key, "--article"])).answer.blocks.length).toBeGreaterThan(3);
		expect((await json(["get", key, "--wait"])).answer.key).toBe(key);
	});

	test("exits 1 for a rejected upload, with the reason", async () => {
		const { stderr, status } = await precis(["get", "empty.html"]);
		expect([status, stderr]).toEqual([1, expect.stringMatching(/^This upload is empty\./)]);
	});
});

describe("precis list, status, open and rm", () => {
	test("find what was uploaded, by all that the API filters by", async () => {
		const { answer } = await json(["list", "--prefix", "news/", "--language", "en", "--all"]);
		expect(answer.map(({ key }: { key: string }) => key).toSorted()).toEqual([
			"news/the mill.html",
			"news/the quay.html",
			"news/the weir.html",
		]);
		const some = await precis(["list", "--prefix", "news/", "--limit", "2"]);
		expect(some.stdout.trim().split("\n")).toHaveLength(3);
		expect(some.stderr).toContain("There is more");
		expect((await precis(["list", "--status", "rejected"])).stdout).toContain("This upload is empty.");
	});

	test("count uploads and messages", async () => {
		const { stdout } = await precis(["status"]);
		expect(stdout).toMatch(/^ready +\d+$/m);
		expect(stdout).toMatch(/^summarise +0 +0 +0$/m);
		expect((await json(["status"])).answer.stages.rejected.count).toBe(1);
	});

	test("give the page's address, which works", async () => {
		const { stdout } = await precis(["open", "news/the quay.html"]);
		const answer = await fetch(stdout.trim());
		expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
		const unknown = await precis(["open", "nowhere"]);
		expect([unknown.status, unknown.stdout]).toEqual([1, ""]);
	});

	test("remove what is there, and tell what isn't", async () => {
		const { status, answer } = await json(["rm", "news/the weir.html", "nowhere"]);
		expect([status, answer]).toMatchObject([
			1,
			[
				{ key: "news/the weir.html", outcome: "removed" },
				{ key: "nowhere", outcome: "refused", code: "unknown-key" },
			],
		]);
		await expect
			.poll(async () => (await embedded.summary("news/the weir.html")).status, { timeout: 20_000 })
			.toBe(410);
		expect((await precis(["get", "news/the weir.html"])).stderr).toContain("was deleted");
	});
});

describe("precis --iam", () => {
	const asking = (args: string[], secret: string) => {
		const { region, credentials } = embedded.stack.client;
		return precis([...args, "--iam"], "", {
			AWS_REGION: region,
			AWS_ACCESS_KEY_ID: credentials.accessKeyId,
			AWS_SECRET_ACCESS_KEY: secret,
		});
	};

	test("signs what it asks, and what it uploads goes to S3 by the address alone", async () => {
		const { secretAccessKey } = embedded.stack.client.credentials;
		expect((await asking(["upload", "news/the mill.html", "--wait"], secretAccessKey)).status).toBe(0);
		const { stdout } = await asking(
			["list", "--prefix", "news/the m", "--publisher", "(&'*+ ü)"],
			secretAccessKey,
		);
		expect(stdout).toBe("");
		const page = await asking(["open", "news/the mill.html"], secretAccessKey);
		expect(page.stdout).toMatch(/^file:\/\/\/.+page\.html\n$/);
	});

	test("exits 4 when the signature is somebody else's", async () => {
		const { stderr, status } = await asking(["status"], "somebody else's secret");
		expect([status, stderr]).toEqual([4, expect.stringContaining("Forbidden")]);
	});
});

describe("precis local", () => {
	test("is npm start", async () => {
		const { stdout, status } = await precis(["local", "--help"]);
		expect([status, stdout]).toEqual([0, expect.stringContaining("--once")]);
		const once = await precis(["local", "--once", "news/the quay.html"]);
		expect(once.stdout).toMatch(/^the quay opens to the public/);
	});
});
