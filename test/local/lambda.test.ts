import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Lambda, openLambda } from "../../local/lambda/host.ts";
import type { FunctionPlan } from "../../local/template.ts";
import { makeFolder, makeFunction } from "./assembly.ts";

let folder: ReturnType<typeof makeFolder>;
let lambda: Lambda | undefined;

beforeEach(() => {
	folder = makeFolder();
});
afterEach(async () => {
	await lambda?.close();
	folder.remove();
});

const open = (...functions: FunctionPlan[]): Lambda => {
	lambda = openLambda({
		functions,
		variables: { AWS_REGION: "us-east-1" },
		logFolder: join(folder.path, "logs"),
	});
	return lambda;
};
const make = (source: string, settings?: Partial<FunctionPlan>) =>
	makeFunction(folder.path, source, settings);
const logOf = (name: string, logFolder = join(folder.path, "logs")) =>
	readFileSync(join(logFolder, `${name}.log`), "utf8");
const payload = async (invocation: Promise<{ status: string; payload?: string }>) =>
	JSON.parse((await invocation).payload ?? '"failed"');

const exists = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

describe("an invocation", () => {
	it("gives the handler its event and answers with what it returns", async () => {
		const { invoke } = open(make("export const handler = async ({ a }) => ({ doubled: a * 2 });"));
		expect(await invoke("worker", { a: 21 })).toEqual({ status: "done", payload: '{"doubled":42}' });
	});

	it("answers null for a handler that returns nothing", async () => {
		const { invoke } = open(make("export const handler = async () => {};"));
		expect(await invoke("worker", {})).toEqual({ status: "done", payload: "null" });
	});

	it("has the function's environment, and of the host's only the path", async () => {
		const { invoke } = open(
			make("export const handler = async () => process.env;", { environment: { TABLE: "t" } }),
		);
		const environment = await payload(invoke("worker", {}));
		expect(environment).toMatchObject({
			TABLE: "t",
			AWS_REGION: "us-east-1",
			AWS_LAMBDA_FUNCTION_NAME: "worker",
			AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "256",
		});
		expect(environment).not.toHaveProperty("VITEST");
		expect(environment).not.toHaveProperty("HOME");
	});

	it("has a context that knows the request and the time that is left", async () => {
		const { invoke } = open(
			make(
				"export const handler = async (_, c) => [c.awsRequestId, c.functionName, c.getRemainingTimeInMillis()];",
			),
		);
		const [requestId, name, left] = await payload(invoke("worker", {}));
		expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
		expect(name).toBe("worker");
		expect(left).toBeGreaterThan(4_000);
		expect(left).toBeLessThanOrEqual(5_000);
	});

	it("finds the environment of the last one warm", async () => {
		const { invoke } = open(
			make("let count = 0; export const handler = async () => [process.pid, ++count];"),
		);
		const [pid, first] = await payload(invoke("worker", {}));
		expect(first).toBe(1);
		expect(await payload(invoke("worker", {}))).toEqual([pid, 2]);
	});

	it("shares its environment with no other at the same time", async () => {
		const { invoke } = open(
			make(
				"export const handler = async () => { await new Promise((r) => setTimeout(r, 300)); return process.pid; };",
			),
		);
		const pids = await Promise.all([1, 2, 3].map(() => payload(invoke("worker", {}))));
		expect(new Set(pids).size).toBe(3);
	});

	it("leaves what it logs, between its start and a report, in the function's log", async () => {
		const { invoke } = open(
			make("export const handler = async () => { console.log('hello from within'); };"),
		);
		await invoke("worker", {});
		await lambda?.close();
		expect(logOf("worker")).toMatch(
			/^START RequestId: (\S+) Version: \$LATEST\nhello from within\nREPORT RequestId: \1 Duration: \S+ ms Memory Size: 256 MB .*Status: success\n$/,
		);
	});
});

describe("a function that goes wrong", () => {
	it("has failed when it throws, and stays warm", async () => {
		const { invoke } = open(
			make(
				"let count = 0; export const handler = async () => { if (++count === 1) throw new RangeError('too far'); return count; };",
			),
		);
		expect(await invoke("worker", {})).toEqual({
			status: "failed",
			errorType: "RangeError",
			message: "RangeError: too far",
		});
		expect(await payload(invoke("worker", {}))).toBe(2);
	});

	it.each([
		["waits for ever", "await new Promise(() => setInterval(() => {}, 1000));"],
		["computes for ever", "for (;;);"],
	])("is killed at its timeout when it %s", async (_, body) => {
		const { invoke } = open(
			make(`export const handler = async (e) => { if (e.hang) { ${body} } return 'well'; };`, {
				timeoutSeconds: 0.5,
			}),
		);
		const outcome = await invoke("worker", { hang: true });
		expect(outcome).toMatchObject({ status: "failed", message: "Task timed out after 0.50 seconds." });
		expect(await payload(invoke("worker", {}))).toBe("well");
	});

	it.each([
		["objects", "const all = []; for (;;) all.push({ a: [1, 2, 3], b: 'x' + all.length });"],
		[
			"buffers",
			"const all = []; for (;;) { all.push(Buffer.alloc(8 << 20, 1)); await new Promise((r) => setTimeout(r, 5)); }",
		],
	])("ends alone when it fills its memory with %s", async (_, body) => {
		const { invoke } = open(
			make(`export const handler = async () => { ${body} };`, {
				name: "greedy",
				memoryMb: 128,
				timeoutSeconds: 15,
			}),
			make("export const handler = async () => 'unharmed';", { name: "neighbour" }),
		);
		const greedy = invoke("greedy", {});
		expect(await payload(invoke("neighbour", {}))).toBe("unharmed");
		expect(await greedy).toMatchObject({ status: "failed", errorType: /^Runtime\.(OutOfMemory|ExitError)$/ });
		expect(await payload(invoke("neighbour", {}))).toBe("unharmed");
	});

	it("has failed when it ends its own process", async () => {
		const { invoke } = open(make("export const handler = async () => process.exit(3);"));
		expect(await invoke("worker", {})).toMatchObject({
			status: "failed",
			message: "Its process ended: exit status 3.",
		});
	});

	it("has failed when an error escapes it", async () => {
		const { invoke } = open(
			make(
				"export const handler = async () => { setTimeout(() => { throw new Error('late'); }, 1); await new Promise(() => {}); };",
			),
		);
		expect(await invoke("worker", {})).toMatchObject({ status: "failed", errorType: "Runtime.ExitError" });
	});

	it("says why it can't be loaded", async () => {
		const { invoke, warm } = open(make("throw new Error('TABLE is missing'); export const handler = 1;"));
		const sentence = "It could not be loaded. Error: TABLE is missing";
		await expect(warm()).rejects.toThrow(sentence);
		expect(await invoke("worker", {})).toMatchObject({ status: "failed", message: sentence });
	});

	it("has failed when its answer is larger than Lambda lets through", async () => {
		const { invoke } = open(make("export const handler = async () => 'x'.repeat(6_400_000);"));
		expect(await invoke("worker", {})).toMatchObject({
			status: "failed",
			errorType: "Function.ResponseSizeTooLarge",
		});
	});
});

it("leaves no process behind when it is closed", async () => {
	const { invoke, close } = open(make("export const handler = async () => process.pid;"));
	const pid = await payload(invoke("worker", {}));
	expect(exists(pid)).toBe(true);
	await close();
	expect(exists(pid)).toBe(false);
});

it("leaves no process behind when it is killed itself, not even one that hears nothing", async () => {
	const host = spawn(process.execPath, [join(import.meta.dirname, "orphan-host.ts"), folder.path]);
	const pid = await vi.waitFor(() => {
		const found = /^pid (\d+)$/m.exec(logOf("worker", folder.path));
		if (!found) throw new Error("It has not started yet");
		return Number(found[1]);
	}, 5_000);
	expect(exists(pid)).toBe(true);
	host.kill("SIGKILL");
	await vi.waitFor(() => expect(exists(pid)).toBe(false), 5_000);
});
