/**
 * Runs the stack with faults, in a process that can be killed: `stack-host.ts ASSEMBLY DATA CHOOSING`, the last
 * as JSON. Tells where it is, of each fault, of each message that reaches a function and of each move of a row, in
 * lines of JSON on standard output. `quiet` on standard input ends the faults.
 */
import { createInterface } from "node:readline";
import type { Interceptor } from "../../local/endpoints/index.ts";
import { startStack } from "../../local/stack.ts";
import { receipts } from "./billing.ts";
import { history } from "./history.ts";
import { type Choosing, injector } from "./injector.ts";

/** Some functions hang at any time; they keep no core busy. */
const AT_ONCE = 6;

const [assembly = "", dataDir = "", choosing = ""] = process.argv.slice(2);
const tell = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const faults = injector(JSON.parse(choosing) as Choosing, tell);
let quiet = false;
const interceptor: Interceptor = (call, next) => (quiet ? next() : faults(call, next));

const { endpoints, client, articlesBucket, outputs } = await startStack({
	assembly,
	dataDir,
	port: 0,
	atOnce: AT_ONCE,
	interceptors: [receipts(tell), interceptor, history(tell)],
});
tell({ endpoints, client, articlesBucket, outputs });
for await (const line of createInterface({ input: process.stdin })) if (line === "quiet") quiet = true;
