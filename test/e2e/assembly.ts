/** Copies of the project's assembly with another template or another function code, for what must go wrong. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureAssembly } from "../../local/build.ts";

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever JSON CloudFormation takes
type Resource = { Type: string; Properties: any };

/** Changes resources of the assembly in a folder. */
export const editTemplate = (folder: string, edit: (resource: Resource) => void): void => {
	const file = join(folder, readdirSync(folder).find((name) => name.endsWith(".template.json")) ?? "");
	const template = JSON.parse(readFileSync(file, "utf8"));
	for (const resource of Object.values<Resource>(template.Resources)) edit(resource);
	writeFileSync(file, JSON.stringify(template));
};

/** A copy whose resources `edit` may change. Gives its folder. */
export const patchedAssembly = async (edit: (resource: Resource) => void): Promise<string> => {
	const folder = mkdtempSync(join(tmpdir(), "precis-assembly-"));
	cpSync(await ensureAssembly(() => {}), folder, { recursive: true });
	editTemplate(folder, edit);
	return folder;
};

/**
 * Makes every function go down when it handles a key `<function>-<way>.html`: its first PUT to S3 fails, which
 * is after it has taken its turn in the catalogue, and then it goes down that way. Other keys are handled as
 * ever.
 */
export const sabotage = (assembly: string, ways: Readonly<Record<string, string>>): void => {
	for (const asset of readdirSync(assembly).filter((name) => name.startsWith("asset."))) {
		const bundle = join(assembly, asset, "index.mjs");
		renameSync(bundle, join(assembly, asset, "real.mjs"));
		writeFileSync(
			bundle,
			`import http from "node:http";
			import { syncBuiltinESMExports } from "node:module";
			const request = http.request;
			let broken = false;
			http.request = (options, answer) => {
				if (broken && options.method === "PUT") throw new Error("sabotaged");
				return request(options, answer);
			};
			syncBuiltinESMExports();
			const { handler: real } = await import("./real.mjs");
			const ways = { ${Object.entries(ways)
				.map(([name, code]) => `${JSON.stringify(name)}: async (error) => { ${code} }`)
				.join(", ")} };
			export const handler = async (event, context) => {
				const text = JSON.stringify(event);
				const stage = text.includes("Object Created") ? "ingest" : "summarise";
				const way = event.Records && text.match(new RegExp(stage + "-([a-z-]+)[.]html"))?.[1];
				if (!way) return real(event, context);
				broken = true;
				try {
					return await real(event, context);
				} catch (error) {
					await ways[way](error);
				} finally {
					broken = false;
				}
			};`,
		);
	}
};
