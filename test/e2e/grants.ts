/**
 * Holds what the template grants against what the whole suite used. Every embedded stack of it writes the grants
 * that let its functions do something into one file; what is missing there at the end could be taken away.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { readAssembly } from "../../local/assembly.ts";
import { ensureAssembly } from "../../local/build.ts";
import { unusedGrants } from "../../local/iam/index.ts";
import { plan } from "../../local/template.ts";

/** Only all of the tests can tell. */
const ranWhole = async (project: TestProject): Promise<boolean> => {
	const { testFiles } = await project.globTestFiles();
	const passed = project.vitest.state.getFiles().filter(({ result }) => result?.state === "pass");
	const paths = new Set(passed.map(({ filepath }) => filepath));
	return project.config.testNamePattern === undefined && testFiles.every((file) => paths.has(file));
};

/** Before the first test; what it gives back is for after the last. */
export const setup = (project: TestProject) => {
	const folder = mkdtempSync(join(tmpdir(), "precis-grants-"));
	const file = join(folder, "used.txt");
	writeFileSync(file, "");
	process.env.PRECIS_GRANTS = file;
	return async () => {
		const app = plan(readAssembly(await ensureAssembly(() => {})), { sqs: "http://127.0.0.1" });
		const unused = unusedGrants(app, file);
		rmSync(folder, { recursive: true });
		if (!(await ranWhole(project))) return;
		console.log(`\nGranted but unused actions: ${unused.length}`);
		if (unused.length > 0) throw new Error(`No test needs these grants:\n${unused.join("\n")}`);
	};
};
