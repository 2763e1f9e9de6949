/** The command line as a user types it, with a scripted API to talk to. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

/** What a command left. */
export interface Ran {
	readonly stdout: string;
	readonly stderr: string;
	readonly status: number;
}

/** Begins `precis …` in a folder, in front of pipes. */
export const beginPrecis = (args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) =>
	spawn(process.execPath, [resolve("cli/main.ts"), ...args], {
		cwd: folder,
		env: { PATH: process.env.PATH, ...env },
		stdio: ["pipe", "pipe", "pipe"],
	});

/** Runs `precis …` to its end; standard input has nothing. */
export const runPrecis = async (
	args: readonly string[],
	folder: string,
	env: NodeJS.ProcessEnv = {},
): Promise<Ran> => {
	const child = beginPrecis(args, folder, env);
	child.stdin.end();
	const [stdout, stderr, [status]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit"),
	]);
	return { stdout, stderr, status };
};
