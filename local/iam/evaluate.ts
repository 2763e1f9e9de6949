/**
 * The decision about one action on one resource.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import type { Context } from "./conditions.ts";
import type { Identity, Statement } from "./policy.ts";

/** One thing that a request does. */
export interface Access {
	/** `s3:GetObject` */
	readonly action: string;
	/** An ARN. */
	readonly resource: string;
	/** Condition keys in lower case, besides those that every request has. */
	readonly context?: Context;
}

/** Who calls, as policies see them. */
export interface Principal extends Identity {
	/** As messages name it. */
	readonly arn: string;
	/** Of its own policies; a service has none. */
	readonly statements: readonly Statement[];
	/** What is known of all its requests. */
	readonly context: Context;
}

/** A grant that allowed something, in the template's words. */
export interface Grant {
	readonly action: string;
	readonly resource: string;
}

/** What came of it: the principal's own grants that allowed it, or why nothing does. */
export type Decision =
	| { readonly allowed: true; readonly grants: readonly Grant[] }
	| { readonly allowed: false; readonly message: string };

/**
 * What all requests have in common. They come over plain HTTP, but never leave the machine: the loopback
 * interface stands for TLS, or the buckets' policies would let nobody in.
 */
const LOOPBACK: Context = { "aws:securetransport": "true", "s3:tlsversion": "1.3" };

/** How services spell their refusals. SQS names actions in lower case, S3 quotes resources. */
const message = ({ arn }: Principal, { action, resource }: Access, why: string): string => {
	const spelt = action.startsWith("sqs:") ? action.toLowerCase() : action;
	const quoted = action.startsWith("s3:") ? `"${resource}"` : resource;
	const reason = why.replace("{action}", spelt);
	return `User: ${arn} is not authorized to perform: ${spelt} on resource: ${quoted} ${reason}`;
};

const grantsOf = (statements: readonly Statement[], { action, resource }: Access): Grant[] =>
	statements.flatMap((statement) =>
		statement.actions
			.filter(({ matches }) => matches(action))
			.flatMap((granted) =>
				statement.resources
					.filter(({ matches }) => matches(resource))
					.map((on) => ({ action: granted.text, resource: on.text })),
			),
	);

/** Decides whether `principal` may; `resourcePolicy` is that of the bucket or queue. */
export const evaluate = (
	principal: Principal,
	access: Access,
	resourcePolicy: readonly Statement[],
): Decision => {
	const { action, resource } = access;
	const context = { ...LOOPBACK, ...principal.context, ...access.context };
	/** What can't be told counts against the caller: it denies, and doesn't allow. */
	const applies = (statement: Statement): boolean => {
		const answers = [statement.concerns(principal), statement.covers(action, resource, context)];
		if (answers.includes("unmet")) return false;
		return statement.effect === "Deny" || !answers.includes("unknown");
	};
	const of = (statements: readonly Statement[], effect: Statement["effect"]): Statement[] =>
		statements.filter((statement) => statement.effect === effect && applies(statement));
	const denied = (why: string): Decision => ({ allowed: false, message: message(principal, access, why) });

	if (of(principal.statements, "Deny").length > 0)
		return denied("with an explicit deny in an identity-based policy");
	if (of(resourcePolicy, "Deny").length > 0)
		return denied("with an explicit deny in a resource-based policy");
	const own = of(principal.statements, "Allow");
	if (own.length > 0) return { allowed: true, grants: grantsOf(own, access) };
	if (of(resourcePolicy, "Allow").length > 0) return { allowed: true, grants: [] };
	const basis = principal.kind === "Service" ? "resource-based" : "identity-based";
	return denied(`because no ${basis} policy allows the {action} action`);
};
