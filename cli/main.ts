#!/usr/bin/env node
/** `precis`: the pipeline from a command line. */
import { stopSignal } from "../terminal/stop-signal.ts";
import { exitCodeOf, explain } from "./exit.ts";
import { program } from "./program.ts";

// Whoever reads may have read enough: `| head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit();
});

const signal = stopSignal();
try {
	await program(signal).parseAsync();
} catch (error) {
	const said = explain(error, { signal, json: process.argv.includes("--json") });
	if (said !== "") process.stderr.write(`${said}\n`);
	process.exitCode = exitCodeOf(error, signal);
}
