/** The command line of the embedded stack. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openProgress } from "../terminal/progress.ts";
import { stopSignal } from "../terminal/stop-signal.ts";
import { Unable } from "../terminal/unable.ts";
import { isUsage, UsageError, wholeNumber } from "../terminal/usage.ts";
import { type Context, ensureAssembly } from "./build.ts";

const DEFAULT_PORT = 4570;
const DEFAULT_DATA = join(import.meta.dirname, "..", ".precis");

const HELP = `Runs Precis on this machine: upload articles, fetch summaries.

  npm start                       start, with the examples when the store is empty
  npm start -- FILE…              start, upload these files, show their summaries
  npm start -- --once FILE…       print the summaries of these files, and stop

FILE is HTML, plain text or Markdown; "-" is standard input.

  --once       use a store of its own that is gone afterwards; exit 0 when every file
               has a summary, else 1 with the reasons on standard error
  --json       with --once: print JSON, an object for one file, an array for several
  --port N     listen on N (API, default ${DEFAULT_PORT}) and the next four: S3, SQS, DynamoDB, Lambda;
               0 is any five that are free, and what --once takes
  --data DIR   keep state in DIR instead of .precis
  -c, --context KEY=VALUE
               a setting as \`npm run deploy\` takes it; the API asks for tokens with
               jwtIssuer=http://127.0.0.1:PORT and jwtAudience=NAME
  --users FILE who else may call, and what for: docs/security.md says how; the API then asks
               for signatures
  --verbose    copy what the functions log to standard error
  --help       print this
`;

const readContext = (settings: readonly string[]): Context =>
	Object.fromEntries(
		settings.map((setting) => {
			const [, key, value] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
			if (key === undefined || value === undefined)
				throw new UsageError(`--context takes KEY=VALUE, not "${setting}".`);
			return [key, value];
		}),
	);

const readCommandLine = (args: string[]) => {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			once: { type: "boolean", default: false },
			json: { type: "boolean", default: false },
			verbose: { type: "boolean", default: false },
			help: { type: "boolean", default: false, short: "h" },
			port: { type: "string" },
			data: { type: "string" },
			users: { type: "string" },
			context: { type: "string", multiple: true, short: "c", default: [] },
		},
	});
	const free = values.once ? "0" : String(DEFAULT_PORT);
	const port = wholeNumber("--port", values.port ?? free, { max: 65_531 });
	if (values.data === "") throw new UsageError("--data takes a folder.");
	if (values.users !== undefined && values.once) throw new UsageError("--users goes without --once.");
	if (values.json && !values.once) throw new UsageError("--json goes with --once.");
	if (values.once && positionals.length === 0 && !values.help) {
		throw new UsageError("--once needs at least one FILE.");
	}
	return { ...values, context: readContext(values.context), port, files: positionals };
};

/** npm runs scripts in the project's folder; paths are meant from where the user is. */
const userFolder = (): string =>
	(process.env.npm_lifecycle_event === "start" ? process.env.INIT_CWD : undefined) ?? process.cwd();

/** Runs a command line and gives its exit status. */
const run = async (args: string[]): Promise<number> => {
	const { help, once, json, verbose, port, data, users: usersFile, context, files } = readCommandLine(args);
	if (help) {
		process.stdout.write(HELP);
		return 0;
	}
	const progress = openProgress();
	const signal = stopSignal(new Unable("Stopped."));
	const folder = userFolder();
	const assembly = await ensureAssembly(() => progress.step("Building the app"), context);
	progress.end();
	const dataDir = data === undefined ? undefined : resolve(folder, data);
	const common = { files, folder, assembly, port, verbose, progress, signal };
	// Loaded now, because the SDK and the servers would only keep --help waiting.
	if (once) return (await import("./once.ts")).runOnce({ ...common, dataDir, json });
	const users =
		usersFile === undefined ? [] : (await import("./iam/index.ts")).readUsers(resolve(folder, usersFile));
	await (await import("./serve.ts")).serve({ ...common, users, dataDir: dataDir ?? DEFAULT_DATA });
	return 0;
};

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	if (isUsage(error)) {
		// Node goes on to explain how to write arguments that begin with a hyphen.
		const [sentence = ""] = error.message.split(". ", 1);
		process.stderr.write(`${sentence.replace(/\.?$/, ".")}\nnpm start -- --help tells what there is.\n`);
		process.exitCode = 2;
	} else if (error instanceof Unable) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	} else {
		throw error;
	}
}
