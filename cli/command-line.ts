/** What every command on files has in common. */
import { Unable } from "../local/unable.ts";

/** What is wrong with a command line, as a sentence. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/** Node's own complaint about an option, or ours. */
const isUsage = (error: unknown): error is Error =>
	error instanceof UsageError ||
	(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_"));

/** npm runs scripts in the project's folder; paths are meant from where the user is. */
export const userFolder = (script: string): string =>
	(process.env.npm_lifecycle_event === script ? process.env.INIT_CWD : undefined) ?? process.cwd();

/**
 * Runs a command with the process's arguments and sets the exit status: its own, 1 with a sentence when it
 * can't go on, 2 with a sentence when it was called wrongly.
 */
export async function main(command: (args: string[]) => Promise<number>): Promise<void> {
	// Whoever reads may have read enough: `| head`.
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		process.exit();
	});
	try {
		process.exitCode = await command(process.argv.slice(2));
	} catch (error) {
		if (!isUsage(error) && !(error instanceof Unable)) throw error;
		// Node goes on to explain how to write arguments that begin with a hyphen.
		const [sentence = ""] = error.message.split(". ", 1);
		process.stderr.write(`${sentence.replace(/\.?$/, ".")}\n`);
		process.exitCode = isUsage(error) ? 2 : 1;
	}
}
