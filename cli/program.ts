/** The command line, put together. */
import { createRequire } from "node:module";
import { Command } from "commander";
import { getCommand } from "./commands/get.ts";
import { listCommand } from "./commands/list.ts";
import { localCommand } from "./commands/local.ts";
import { openCommand } from "./commands/open.ts";
import { redriveCommand } from "./commands/redrive.ts";
import { renewCommand } from "./commands/renew.ts";
import { rmCommand } from "./commands/rm.ts";
import { statusCommand } from "./commands/status.ts";
import { stripCommand } from "./commands/strip.ts";
import { summariseCommand } from "./commands/summarise.ts";
import { sweepCommand } from "./commands/sweep.ts";
import { uploadCommand } from "./commands/upload.ts";
import { EXIT_CODES } from "./exit.ts";

/** Makes a command; the signal is aborted when the user wants to stop. A failure is thrown, see `exit.ts`. */
export type CommandMaker = (signal: AbortSignal) => Command;

/** The commands in the order in which `--help` tells them. A new one is a file in `commands/` and a line here. */
const COMMANDS: Readonly<Record<string, readonly CommandMaker[]>> = {
	"Articles and summaries, through an API:": [
		uploadCommand,
		getCommand,
		listCommand,
		openCommand,
		rmCommand,
		statusCommand,
	],
	"Repair, for whoever runs the pipeline:": [redriveCommand, sweepCommand, renewCommand],
	"One file, without an API:": [summariseCommand, stripCommand],
	"The whole pipeline, on this machine:": [localCommand],
};

const EXAMPLES = `Examples:
  precis upload articles/ --wait       upload a folder, tell what comes of each
  precis upload https://example.org/a  fetch a page and upload it
  precis get example.org/a             its summary
  precis list --topic Energy           what there is

Each command tells more with --help. Without --api (or PRECIS_API) it is the stack
that "npm start" runs on this machine.`;

/** The package tells its own; it lies elsewhere once this is compiled. */
const version = (): string => createRequire(import.meta.url)("precis/package.json").version;

/** How every command complains: as a sentence, and by throwing. */
const complaining = (command: Command): Command =>
	command
		.exitOverride()
		.showHelpAfterError("--help tells what there is.")
		.configureOutput({
			// Commander's own beginning is no sentence.
			outputError: (text, write) =>
				write(text.replace(/^error: (.)/, (_, first: string) => first.toUpperCase())),
		});

/** The whole command line. */
export const program = (signal: AbortSignal): Command => {
	const precis = complaining(new Command("precis"))
		.description("Upload articles, fetch summaries in which every claim points at its sentence.")
		.version(version(), "-V, --version", "print the version")
		.addHelpText("after", `\n${EXAMPLES}\n\n${EXIT_CODES}`)
		.helpCommand(false);
	for (const [group, makers] of Object.entries(COMMANDS)) {
		precis.commandsGroup(group);
		for (const make of makers) precis.addCommand(complaining(make(signal)));
	}
	return precis;
};
