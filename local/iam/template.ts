/** The policies of a template: what its roles may, and whom its buckets and queues let in. */
import * as z from "zod";
import { ACCOUNT } from "../account.ts";
import type { Assembly } from "../assembly.ts";
import type { Resolver } from "../resolve.ts";
import { compilePolicy, type Statement } from "./policy.ts";

/** Compiled policies, by ARN. */
export interface Policies {
	/** What a role may. */
	role(arn: string): readonly Statement[];
	/** What the policy of a bucket or queue says; an object's is its bucket's. */
	resource(arn: string): readonly Statement[];
}

const references = z.array(z.unknown());
const RoleSchema = z.object({
	ManagedPolicyArns: references.optional(),
	Policies: z.array(z.object({ PolicyDocument: z.unknown() })).default([]),
	PermissionsBoundary: z.unknown().optional(),
});
const RolePolicySchema = z.object({ PolicyDocument: z.unknown(), Roles: references.default([]) });
const BucketPolicySchema = z.object({ Bucket: z.unknown(), PolicyDocument: z.unknown() });
const QueuePolicySchema = z.object({ Queues: references, PolicyDocument: z.unknown() });

const isNone = (value: unknown): boolean =>
	value === undefined || (Array.isArray(value) && value.length === 0);

/**
 * Reads the policies of a template. Those of roles in `roles` alone: what others may is nobody's business here,
 * and may name what this machine hasn't got. Throws an `Error` for what it doesn't understand.
 */
export const readPolicies = (
	{ template }: Assembly,
	{ value, name, attribute }: Resolver,
	roles: ReadonlySet<string>,
): Policies => {
	const all = <Schema extends z.ZodType>(type: string, schema: Schema): [string, z.infer<Schema>][] =>
		Object.entries(template.Resources)
			.filter(([, resource]) => resource.Type === type)
			.map(([id, { Properties = {} }]) => [id, schema.parse(Properties)]);
	const byArn = new Map<string, Statement[]>();
	const add = (arn: string, document: unknown): void => {
		byArn.set(arn, [...(byArn.get(arn) ?? []), ...compilePolicy(value(document))]);
	};

	const arnOfRole = new Map<string, string>();
	for (const [id, role] of all("AWS::IAM::Role", RoleSchema)) {
		const arn = attribute(id, "Arn");
		arnOfRole.set(name(id), arn);
		if (!roles.has(arn)) continue;
		if (!isNone(role.ManagedPolicyArns) || !isNone(role.PermissionsBoundary))
			throw new Error(`The embedded stack doesn't know what managed policies say (${id})`);
		for (const { PolicyDocument } of role.Policies) add(arn, PolicyDocument);
	}
	for (const type of ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"]) {
		for (const [, policy] of all(type, RolePolicySchema)) {
			const of = policy.Roles.map((role) => arnOfRole.get(String(value(role))) ?? "");
			for (const arn of of.filter((arn) => roles.has(arn))) add(arn, policy.PolicyDocument);
		}
	}
	for (const [, policy] of all("AWS::S3::BucketPolicy", BucketPolicySchema))
		add(`arn:aws:s3:::${value(policy.Bucket)}`, policy.PolicyDocument);
	for (const [, policy] of all("AWS::SQS::QueuePolicy", QueuePolicySchema))
		for (const url of policy.Queues) {
			const queue = String(value(url)).split("/").pop();
			add(`arn:aws:sqs:${ACCOUNT.region}:${ACCOUNT.id}:${queue}`, policy.PolicyDocument);
		}
	return {
		role: (arn) => byArn.get(arn) ?? [],
		resource: (arn) => byArn.get(arn.split("/", 1)[0] ?? "") ?? [],
	};
};
