/** The project's assembly with less patience, and with functions that go down when an answer tells them to. */
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { patchedAssembly } from "../e2e/assembly.ts";
import { FATE_HEADER } from "./faults.ts";

/** What takes minutes on AWS takes seconds here; how often a message is tried stays. */
const TIMEOUT_SECONDS = 6;
const VISIBILITY_SECONDS = 7;
const MEMORY_MB = 256;

/** Thousands of functions go down, so what one has compiled is kept for the next, beside its code. */
const COMPILED = { NODE_COMPILE_CACHE: "compiled" };

const PREAMBLE = `import http from "node:http";
import { flushCompileCache, syncBuiltinESMExports } from "node:module";
const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const fates = {
	kill: () => process.kill(process.pid, "SIGKILL"),
	hang: () => wait(Infinity),
	memory: () => { const held = []; for (;;) { held.push(Buffer.alloc(32 * 1024 * 1024, 1)); wait(30); } },
};
const request = http.request;
http.request = (...args) => {
	const made = request(...args);
	made.prependListener("response", ({ headers }) => fates[headers["${FATE_HEADER}"]]?.());
	return made;
};
syncBuiltinESMExports();
const { handler: real } = await import("./real.mjs");
export const handler = (...given) => real(...given).finally(flushCompileCache);
`;

/** Makes it; gives its folder, which is the caller's to remove. */
export const faultyAssembly = async (): Promise<string> => {
	const folder = await patchedAssembly(({ Type, Properties }) => {
		const isWorker = /Reads an upload|Makes an article's summary/.test(Properties?.Description ?? "");
		if (Type === "AWS::Lambda::Function" && isWorker) {
			Object.assign(Properties, { Timeout: TIMEOUT_SECONDS, MemorySize: MEMORY_MB });
			Object.assign(Properties.Environment.Variables, COMPILED);
		}
		if (Type === "AWS::SQS::Queue" && Properties.RedrivePolicy)
			Properties.VisibilityTimeout = VISIBILITY_SECONDS;
	});
	for (const asset of readdirSync(folder).filter((name) => name.startsWith("asset."))) {
		const bundle = join(folder, asset, "index.mjs");
		renameSync(bundle, join(folder, asset, "real.mjs"));
		writeFileSync(bundle, PREAMBLE);
	}
	return folder;
};
