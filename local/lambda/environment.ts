/**
 * An execution environment: one process that handles one event at a time, with the memory and the time that
 * the template gives its function. Whatever happens in it ends with it: nothing else is harmed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FunctionPlan } from "../template.ts";
import { watchMemory } from "./memory.ts";
import type { FromRuntime, InvocationError, ToRuntime } from "./protocol.ts";

const RUNTIME = join(import.meta.dirname, "runtime.ts");

/** "The Init phase is limited to 10 seconds." */
const INIT_TIMEOUT_MS = 10_000;

/** "6 MB each for request and response (synchronous)", as Lambda's own message counts them. */
const MAX_PAYLOAD_BYTES = 6_291_556;

/** Share of the memory that V8 may fill with objects, as in Lambda's own Node runtime. */
const HEAP_SHARE = 0.9;

/** What came of an invocation. `message` is one sentence; the log has the rest. */
export type Outcome =
	| { readonly status: "done" /** JSON. */; readonly payload: string }
	| { readonly status: "failed"; readonly errorType: string; readonly message: string };

/** A function, what its environments are given besides the template's variables, and where they log. */
export interface EnvironmentOptions {
	readonly plan: FunctionPlan;
	/** Credentials, region, endpoints. */
	readonly variables: Readonly<Record<string, string>>;
	readonly log: (text: string | Buffer) => void;
}

/** A process that waits for its next event, or works on one. */
export interface Environment {
	/** False once the process has ended. */
	alive(): boolean;
	/** Settles when the function is loaded; rejects with a sentence when it can't be. */
	readonly ready: Promise<void>;
	/** Waits until the function is loaded. One at a time; never rejects. */
	invoke(event: string): Promise<Outcome>;
	/** Ends the process at once, and waits until it has. */
	kill(): Promise<void>;
}

/** Why an environment ended or an event failed, before it is told as an `Outcome`. */
class Failed extends Error {
	readonly errorType: string;
	constructor(errorType: string, message: string) {
		super(message);
		this.errorType = errorType;
	}
}

const reported = ({ errorType, errorMessage }: InvocationError) =>
	new Failed(errorType, `${errorType}: ${errorMessage.replaceAll(/\s+/g, " ")}`);

const variablesOf = ({ plan, variables }: EnvironmentOptions): NodeJS.ProcessEnv => ({
	LANG: "en_US.UTF-8",
	TZ: ":UTC",
	PATH: process.env.PATH,
	AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
	AWS_LAMBDA_FUNCTION_NAME: plan.name,
	AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
	AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(plan.memoryMb),
	AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
	AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${plan.name}`,
	AWS_LAMBDA_LOG_STREAM_NAME: `[$LATEST]${randomUUID().replaceAll("-", "")}`,
	LAMBDA_TASK_ROOT: plan.code,
	...variables,
	...plan.environment,
});

const spawnRuntime = (options: EnvironmentOptions): ChildProcess => {
	const { plan, log } = options;
	const [module, exportName = ""] = plan.handler.split(".");
	const child = spawn(
		process.execPath,
		[
			`--max-old-space-size=${Math.floor(plan.memoryMb * HEAP_SHARE)}`,
			RUNTIME,
			String(process.pid),
			join(plan.code, `${module}.mjs`),
			exportName,
		],
		{ cwd: plan.code, env: variablesOf(options), stdio: ["ignore", "pipe", "pipe", "ipc"] },
	);
	for (const output of [child.stdout, child.stderr]) {
		output?.on("data", (chunk: Buffer) => log(chunk));
	}
	// When the machine itself runs out of memory, Linux is to end a function rather than anything else.
	if (process.platform === "linux") {
		writeFile(`/proc/${child.pid}/oom_score_adj`, "1000").catch(() => {});
	}
	return child;
};

/** Starts an environment, which loads its function by itself. */
export const startEnvironment = (options: EnvironmentOptions): Environment => {
	const { plan, log } = options;
	const child = spawnRuntime(options);
	/** Settles what the process is asked for at the moment; the first call counts. */
	let settle: (answer: FromRuntime | Failed) => void = () => {};
	let ended: Failed | undefined;

	child.on("message", (message: FromRuntime) => settle(message));
	child.on("error", (error) => settle(new Failed("Runtime.SpawnFailed", error.message)));
	/** After the exit, when all that it logged has been read. */
	const closed = once(child, "close");
	child.once("exit", (code, signal) => {
		ended ??= new Failed(
			"Runtime.ExitError",
			`Its process ended: ${signal ? `signal ${signal}` : `exit status ${code}`}.`,
		);
		settle(ended);
	});

	const end = (reason: Failed) => {
		ended ??= reason;
		child.kill("SIGKILL");
	};

	/** Waits for the next word from the process, no longer than `timeoutMs`. Throws `Failed`. */
	const answer = async (timeoutMs: number, ask: () => void): Promise<FromRuntime> => {
		const timer = setTimeout(
			() =>
				end(new Failed("Sandbox.Timedout", `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds.`)),
			timeoutMs,
		);
		try {
			const word = await new Promise<FromRuntime | Failed>((resolve) => {
				settle = resolve;
				if (ended) resolve(ended);
				else ask();
			});
			if (word instanceof Failed) throw ended ?? word;
			return word;
		} finally {
			clearTimeout(timer);
			settle = () => {};
		}
	};

	/** Asks for one event to be handled, under the function's limits of time, memory and size of answer. */
	const handle = async (event: string, requestId: string): Promise<string> => {
		const timeoutMs = plan.timeoutSeconds * 1000;
		const invocation: ToRuntime = {
			requestId,
			functionArn: plan.arn,
			event,
			deadline: Date.now() + timeoutMs,
		};
		const word = await answer(timeoutMs, () => child.send(invocation, () => {}));
		if (word.type === "error" || word.type === "init-error") throw reported(word.error);
		const payload = word.type === "result" ? word.payload : "null";
		if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES) {
			throw new Failed(
				"Function.ResponseSizeTooLarge",
				`Response payload size exceeded maximum allowed payload size (${MAX_PAYLOAD_BYTES} bytes).`,
			);
		}
		return payload;
	};

	const load = async (): Promise<void> => {
		try {
			const word = await answer(INIT_TIMEOUT_MS, () => {});
			if (word.type === "init-error") {
				log(`${word.error.trace.join("\n")}\n`);
				throw reported(word.error);
			}
		} catch (error) {
			if (!(error instanceof Failed)) throw error;
			const failed = new Failed("Runtime.InitError", `It could not be loaded. ${error.message}`);
			log(`INIT_REPORT ${plan.name}: ${failed.message}\n`);
			end(failed);
			throw failed;
		}
	};
	const ready = load();
	ready.catch(() => {}); // Told to whoever invokes it.

	return {
		alive: () => ended === undefined,
		ready,
		async kill() {
			end(new Failed("Runtime.Shutdown", "The embedded stack stopped."));
			await closed;
		},
		async invoke(event) {
			const requestId = randomUUID();
			const started = performance.now();
			log(`START RequestId: ${requestId} Version: $LATEST\n`);
			const memory = watchMemory(child.pid ?? 0, plan.memoryMb, () =>
				end(new Failed("Runtime.OutOfMemory", `It needed more than its ${plan.memoryMb} MB of memory.`)),
			);
			const report = (status: string) =>
				log(
					`REPORT RequestId: ${requestId} Duration: ${(performance.now() - started).toFixed(2)} ms Memory Size: ${plan.memoryMb} MB Max Memory Used: ${memory.peakMb()} MB Status: ${status}\n`,
				);
			try {
				await ready;
				const payload = await handle(event, requestId);
				report("success");
				return { status: "done", payload };
			} catch (error) {
				if (!(error instanceof Failed)) throw error;
				report(`error ${error.errorType}: ${error.message}`);
				return { status: "failed", errorType: error.errorType, message: error.message };
			} finally {
				memory.stop();
			}
		},
	};
};
