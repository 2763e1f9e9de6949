import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { Unable } from "../../terminal/unable.ts";

/** The repository that this is run from: as TypeScript, or as `dist` has it. */
const checkout = (): string | undefined =>
	["../..", "../../.."]
		.map((up) => resolve(import.meta.dirname, up))
		.find((folder) => existsSync(join(folder, "local", "start.mjs")));

const local = async (args: readonly string[]): Promise<void> => {
	const folder = checkout();
	if (folder === undefined)
		throw new Unable(
			"The embedded stack comes with the repository, not with this package: clone it, then npm ci && npm start. For a deployed stack, give its address with --api or PRECIS_API.",
		);
	// By npm, which has the right Node. How it ends is for it to say.
	const stack = spawn("npm", ["--prefix", folder, "--silent", "start", "--", ...args], { stdio: "inherit" });
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.removeAllListeners(signal);
		process.on(signal, () => stack.kill(signal));
	}
	const [status] = await once(stack, "exit");
	process.exitCode = Number(status ?? 130);
};

/** `precis local` */
export const localCommand = (): Command =>
	new Command("local")
		.description("run the embedded stack, as npm start does")
		.argument("[args...]", "what npm start takes: precis local --help")
		.helpOption(false)
		.allowUnknownOption()
		.action((_args: string[], _options: object, command: Command) => local(command.args));
