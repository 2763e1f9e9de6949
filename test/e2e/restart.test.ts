import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ensureAssembly } from "../../local/build.ts";
import { type Embedded, embed } from "./embedded.ts";

let assembly: string;
let dataDir: string;
let running: ChildProcess | undefined;
beforeAll(async () => {
	assembly = await ensureAssembly(() => {});
	dataDir = mkdtempSync(join(tmpdir(), "precis-restart-"));
});
afterEach(() => running?.kill("SIGKILL"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts the stack in a process of its own, so that it can be killed. */
const start = async (): Promise<Embedded> => {
	const child = spawn(process.execPath, ["test/local/stack-host.ts", assembly, dataDir], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	running = child;
	const [line] = await once(createInterface({ input: child.stdout }), "line");
	return embed(JSON.parse(line), async () => {});
};
const kill = async (): Promise<void> => {
	const gone = running && once(running, "exit");
	running?.kill("SIGKILL");
	await gone;
};

test("what was ready before a SIGKILL is there after it, to the letter", async () => {
	const before = await start();
	await before.put("ready.html", "the orchard");
	const { body, headers } = await before.summary("ready.html");
	await kill();
	const after = await (await start()).summary("ready.html");
	expect(after.body).toEqual(body);
	expect(after.headers.match(/^etag.*/im)?.[0]).toBe(headers.match(/^etag.*/im)?.[0]);
});

test("uploads that were acknowledged become summaries though the stack is killed four times on the way", async () => {
	const keys: string[] = [];
	for (let round = 0; round < 4; round++) {
		const embedded = await start();
		await Promise.all(
			Array.from({ length: 25 }, async (_, i) => {
				const key = `round-${round}/${i}.html`;
				await embedded.put(key, `plot number ${round}-${i}`);
				keys.push(key);
			}),
		);
		// Some are ready by now, most are somewhere between the bucket and the library.
		await new Promise((resolve) => setTimeout(resolve, 150 * round));
		await kill();
	}
	const embedded = await start();
	for (const key of keys) {
		const { status, body } = await embedded.summary(key);
		expect(status).toBe(200);
		expect(body.gist.text).toContain(`plot number ${key.replace(/round-(\d+)\/(\d+).html/, "$1-$2")}`);
	}
});
