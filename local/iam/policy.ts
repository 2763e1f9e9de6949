/**
 * Policy documents, compiled once.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
import * as z from "zod";
import { type Answer, type Context, compileConditions } from "./conditions.ts";
import { globOf } from "./glob.ts";

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const operand = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const operands = z.union([operand, z.array(operand)]).transform((value) => [value].flat());
const principal = z.union([
	z.literal("*").transform((): Record<string, string[]> => ({ AWS: ["*"] })),
	z.record(z.string(), list),
]);

/** Strict: an element that isn't known here could allow less than it seems to. */
const StatementSchema = z.strictObject({
	Sid: z.string().optional(),
	Effect: z.enum(["Allow", "Deny"]),
	Principal: principal.optional(),
	NotPrincipal: principal.optional(),
	Action: list.optional(),
	NotAction: list.optional(),
	Resource: list.optional(),
	NotResource: list.optional(),
	Condition: z.record(z.string(), z.record(z.string(), operands)).default({}),
});

const DocumentSchema = z.strictObject({
	Version: z.literal("2012-10-17"),
	Id: z.string().optional(),
	Statement: z.union([StatementSchema, z.array(StatementSchema)]).transform((value) => [value].flat()),
});

/** Who a statement may be about: `AWS` with an ARN, `Service` with a name. */
export interface Identity {
	readonly kind: "AWS" | "Service";
	readonly name: string;
}

/** A pattern of a statement, and what it matches. */
export interface Pattern {
	readonly text: string;
	readonly matches: (text: string) => boolean;
}

/** A compiled statement. `actions` and `resources` are what a grant is made of; what is left out matches all. */
export interface Statement {
	readonly effect: "Allow" | "Deny";
	readonly actions: readonly Pattern[];
	readonly resources: readonly Pattern[];
	/** Whether it is about this action on this resource; `unknown` when that can't be told. */
	readonly covers: (action: string, resource: string, context: Context) => Answer;
	/** Whether it is about this caller; a policy of an identity is about nobody else. */
	readonly concerns: (identity: Identity) => Answer;
}

const actionPattern = (text: string): Pattern => {
	const matches = globOf(text.toLowerCase());
	return { text, matches: (action) => matches(action.toLowerCase()) };
};

const resourcePattern = (text: string): Pattern => ({ text, matches: globOf(text, ":", 6) });

type Principals = z.infer<typeof principal>;

const named = (principals: Principals, { kind, name }: Identity): boolean =>
	(principals.AWS?.includes("*") ?? false) || (principals[kind]?.includes(name) ?? false);

const concernsOf = ({ Principal, NotPrincipal }: z.infer<typeof StatementSchema>) => {
	if (NotPrincipal) return (): Answer => "unknown";
	if (!Principal) return (): Answer => "met";
	return (identity: Identity): Answer => (named(Principal, identity) ? "met" : "unmet");
};

const ANY = { text: "*", matches: () => true };

const compileStatement = (definition: z.infer<typeof StatementSchema>): Statement => {
	const { Effect, Action, NotAction, Resource, NotResource, Condition } = definition;
	const actions = (Action ?? NotAction ?? []).map(actionPattern);
	const resources = (Resource ?? NotResource ?? []).map(resourcePattern);
	const conditions = compileConditions(Condition);
	// A policy variable (`${aws:username}`) isn't known here.
	const hasVariable = resources.some(({ text }) => text.includes("${"));
	return {
		effect: Effect,
		actions: NotAction ? [ANY] : actions,
		resources: NotResource ? [ANY] : resources,
		concerns: concernsOf(definition),
		covers: (action, resource, context) => {
			if (actions.some(({ matches }) => matches(action)) === (NotAction !== undefined)) return "unmet";
			if (hasVariable) return "unknown";
			if (resources.some(({ matches }) => matches(resource)) === (NotResource !== undefined)) return "unmet";
			return conditions(context);
		},
	};
};

/** Compiles a document, all of its references resolved. Throws an `Error` that tells what isn't understood. */
export const compilePolicy = (document: unknown): readonly Statement[] => {
	const parsed = DocumentSchema.safeParse(document);
	if (parsed.success) return parsed.data.Statement.map(compileStatement);
	throw new Error(`A policy is not understood:\n${z.prettifyError(parsed.error)}`);
};
