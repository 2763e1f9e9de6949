/** Synthesizes the app when its sources have changed since the last time. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { join } from "node:path";
import { Unable } from "../terminal/unable.ts";

const PROJECT = join(import.meta.dirname, "..");

/**
 * A folder for each state of the sources: a stack that is running keeps the bundles it was started with. Apart
 * from `cdk.out` itself, which `cdk synth` may fill with other settings.
 */
const ASSEMBLIES = join(PROJECT, "cdk.out", "embedded");

/** How long the assemblies of former sources are kept. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What the assembly is made of. */
const SOURCES = ["cdk.json", "package-lock.json", "tsconfig.json", "infra/**/*", "functions/**/*"];

/** Settings in the words of `cdk deploy -c KEY=VALUE`. */
export type Context = Readonly<Record<string, string>>;

const hashSources = (context: Context): string => {
	const hash = createHash("sha256").update(JSON.stringify(context));
	const files = globSync(SOURCES, { cwd: PROJECT, withFileTypes: true }).filter((entry) => entry.isFile());
	for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
		const content = readFileSync(file);
		hash.update(`${file}\n${content.length}\n`).update(content);
	}
	return hash.digest("hex");
};

/**
 * Runs the app as `cdk synth` does, with the context of cdk.json, but without the checks that take most of
 * its time and change nothing in the template: they are CI's.
 */
const synthesize = async (folder: string, given: Context): Promise<void> => {
	const { context = {} } = JSON.parse(readFileSync(join(PROJECT, "cdk.json"), "utf8"));
	const app = spawn(process.execPath, [join("infra", "app.ts")], {
		cwd: PROJECT,
		env: {
			...process.env,
			CDK_OUTDIR: folder,
			CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...given }),
			CDK_VALIDATION: "false",
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output: Buffer[] = [];
	for (const stream of [app.stdout, app.stderr]) stream.on("data", (chunk) => output.push(chunk));
	const [status] = await once(app, "close");
	if (status !== 0)
		throw new Unable(`The app could not be built:\n${Buffer.concat(output).toString().trim()}`);
};

const removeFormer = (current: string): void => {
	for (const name of readdirSync(ASSEMBLIES)) {
		const folder = join(ASSEMBLIES, name);
		if (folder !== current && Date.now() - statSync(folder).mtimeMs > KEPT_MS) {
			rmSync(folder, { recursive: true, force: true });
		}
	}
};

/**
 * Gives the folder of an up-to-date cloud assembly; `onBuild` is called first when it has to be made.
 * Throws `Unable` with the compiler's words when that fails.
 */
export const ensureAssembly = async (onBuild: () => void, context: Context = {}): Promise<string> => {
	const folder = join(ASSEMBLIES, hashSources(context).slice(0, 16));
	if (existsSync(folder)) return folder;
	onBuild();
	mkdirSync(ASSEMBLIES, { recursive: true });
	// Made elsewhere and put in its place whole, so that it is there only when it is complete.
	const unfinished = mkdtempSync(join(ASSEMBLIES, "unfinished-"));
	try {
		await synthesize(unfinished, context);
		if (!existsSync(folder)) renameSync(unfinished, folder);
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
	removeFormer(folder);
	return folder;
};
