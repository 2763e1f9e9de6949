/** The stack under test, synthesised as cdk.json would but without bundling or CDK's own validation. */
import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { flattenCfnReference } from "cdk-nag/lib/utils/flatten-cfn-reference.js";
import { readSettings } from "../../infra/context.ts";
import { PrecisStack } from "../../infra/precis-stack.ts";

/** A resource as the template has it; tests narrow what they look at with `toMatchObject`. */
export interface Resource {
	readonly Type: string;
	readonly Properties: Record<string, unknown>;
	readonly DeletionPolicy?: string;
}

const cdkJson: unknown = JSON.parse(readFileSync(new URL("../../cdk.json", import.meta.url), "utf8"));
const { context: cdkContext } = cdkJson as { context: Record<string, unknown> };

/** The stack in an app of its own, with `context` as if given by `-c`; its assembly goes to `outdir`. */
export const makeStack = (context: Record<string, unknown> = {}, outdir?: string): PrecisStack => {
	process.env.CDK_VALIDATION = "false";
	const app = new App({
		context: { ...cdkContext, "aws:cdk:bundling-stacks": [], ...context },
		...(outdir && { outdir }),
	});
	return new PrecisStack(app, "Precis", readSettings(app.node));
};

const synthesised = new Map<string, Template>();

/** The template of that stack, synthesised once for each context. */
export const synthesise = (context: Record<string, unknown> = {}): Template => {
	const wanted = JSON.stringify(context);
	const template = synthesised.get(wanted) ?? Template.fromStack(makeStack(context));
	synthesised.set(wanted, template);
	return template;
};

/** A logical id without the hash that CDK ends it with. */
export const plain = (id: string): string => id.replace(/[0-9A-F]{8}(?=\W|$)/g, "");

/** A reference as one readable string: `<LibraryDocuments.Arn>/articles/*`. */
export const readable = (reference: unknown): string => plain(flattenCfnReference(reference));

/** All resources of one type, by logical id without its hash. */
export const resources = (template: Template, type: string): Map<string, Resource> =>
	new Map(
		Object.entries(template.findResources(type)).map(([id, resource]) => [plain(id), resource as Resource]),
	);

/** The properties of the one resource of `type` whose logical id is `id`. */
export const properties = (template: Template, type: string, id: string): Record<string, unknown> => {
	const found = resources(template, type);
	const resource = found.get(id);
	if (!resource) throw new Error(`No ${type} named ${id}, only ${[...found.keys()].join(", ")}`);
	return resource.Properties;
};

/** One statement of a policy document. */
export interface Statement {
	readonly Effect: "Allow" | "Deny";
	readonly Action: string | string[];
	readonly Resource: unknown;
	readonly Principal?: unknown;
	readonly Condition?: unknown;
}

/** The statements of a policy resource, whoever it is attached to. */
export const statements = (policy: Record<string, unknown>): Statement[] =>
	(policy.PolicyDocument as { Statement: Statement[] }).Statement;

/** One or many, as a list. */
export const listed = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value]);
