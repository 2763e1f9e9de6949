/**
 * What runs inside an execution environment: loads the handler, then answers one event after another. The
 * arguments are the host's process id, the module's path and the export's name. Events and answers travel as JSON text, as on AWS.
 */
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FromRuntime, InvocationError, ToRuntime } from "./protocol.ts";

const [hostPid = "", modulePath = "", exportName = ""] = process.argv.slice(2);
const {
	AWS_LAMBDA_FUNCTION_NAME: functionName = "",
	AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryLimitInMB = "",
	AWS_LAMBDA_LOG_GROUP_NAME: logGroupName = "",
	AWS_LAMBDA_LOG_STREAM_NAME: logStreamName = "",
} = process.env;

// The host may be killed and have no time to say so. A handler that hangs would not hear it on this thread.
const watchHost = `setInterval(() => process.ppid === ${Number(hostPid)} || process.kill(process.pid, "SIGKILL"), 500)`;
new Worker(watchHost, { eval: true, env: {}, stdout: true, stderr: true }).unref();
process.once("disconnect", () => process.exit());
// A Ctrl-C goes to everybody at this terminal; the host decides what becomes of the work in flight.
process.on("SIGINT", () => {});

const send = (message: FromRuntime): void => {
	process.send?.(message);
};

const describe = (error: unknown): InvocationError =>
	error instanceof Error
		? { errorType: error.name, errorMessage: error.message, trace: error.stack?.split("\n") ?? [] }
		: { errorType: typeof error, errorMessage: String(error), trace: [] };

const contextOf = ({ requestId, functionArn, deadline }: ToRuntime) => ({
	awsRequestId: requestId,
	callbackWaitsForEmptyEventLoop: true,
	functionName,
	functionVersion: "$LATEST",
	invokedFunctionArn: functionArn,
	logGroupName,
	logStreamName,
	memoryLimitInMB,
	getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

try {
	const module: Record<string, unknown> = await import(pathToFileURL(modulePath).href);
	const handler = module[exportName];
	if (typeof handler !== "function") throw new TypeError(`${modulePath} exports no function ${exportName}`);

	process.on("message", async (invocation: ToRuntime) => {
		try {
			const result: unknown = await handler(JSON.parse(invocation.event), contextOf(invocation));
			send({ type: "result", payload: JSON.stringify(result) ?? "null" });
		} catch (error) {
			send({ type: "error", error: describe(error) });
		}
	});
	send({ type: "ready" });
} catch (error) {
	send({ type: "init-error", error: describe(error) });
	process.disconnect();
}
