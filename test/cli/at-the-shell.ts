/** The command line as a user types it, with a scripted API to talk to. */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { type Ran, ran } from "../support/ran.ts";

/** Begins `precis …` in a folder, in front of pipes. */
export const beginPrecis = (args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}) =>
	spawn(process.execPath, [resolve("cli/main.ts"), ...args], {
		cwd: folder,
		env: { PATH: process.env.PATH, ...env },
		stdio: ["pipe", "pipe", "pipe"],
	});

/** Runs `precis …` to its end; standard input has nothing. */
export const runPrecis = (
	args: readonly string[],
	folder: string,
	env: NodeJS.ProcessEnv = {},
): Promise<Ran> => ran(beginPrecis(args, folder, env));
