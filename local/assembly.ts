/** The cloud assembly that `cdk synth` writes: a template, and the bundles that it names. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const TemplateSchema = z.object({
	Resources: z.record(
		z.string(),
		z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
	),
	Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});

const ManifestSchema = z.object({
	artifacts: z.record(
		z.string(),
		z.object({
			type: z.string(),
			properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
		}),
	),
});

const AssetsSchema = z.object({
	files: z.record(
		z.string(),
		z.object({
			source: z.object({ path: z.string() }),
			destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
		}),
	),
});

/** A synthesized app on disk: one stack, and where its assets lie. */
export interface Assembly {
	readonly stackName: string;
	readonly template: z.infer<typeof TemplateSchema>;
	/** Folder of the asset, by the name under which it would be in the bucket of assets. */
	readonly assets: ReadonlyMap<string, string>;
}

const readJson = <Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> =>
	schema.parse(JSON.parse(readFileSync(file, "utf8")));

/** Reads the cloud assembly in `folder` (`cdk.out`). */
export const readAssembly = (folder: string): Assembly => {
	const artifacts = Object.entries(readJson(ManifestSchema, join(folder, "manifest.json")).artifacts);
	const stacks = artifacts.filter(([, { type }]) => type === "aws:cloudformation:stack");
	const [stackName, stack] = stacks[0] ?? [];
	if (stackName === undefined || !stack?.properties?.templateFile || stacks.length > 1) {
		throw new Error(`${folder} has ${stacks.length} stacks; the embedded stack runs exactly one`);
	}
	const files = artifacts
		.flatMap(([, { type, properties }]) => (type === "cdk:asset-manifest" ? (properties?.file ?? []) : []))
		.flatMap((file) => Object.values(readJson(AssetsSchema, join(folder, file)).files));
	return {
		stackName,
		template: readJson(TemplateSchema, join(folder, stack.properties.templateFile)),
		assets: new Map(
			files.flatMap(({ source, destinations }) =>
				Object.values(destinations).map(({ objectKey }) => [objectKey, resolve(folder, source.path)]),
			),
		),
	};
};
