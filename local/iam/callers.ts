/** Who calls: everybody has keys of their own, made at every start, and policies that say what for. */
import { randomBytes } from "node:crypto";
import { ACCOUNT, CREDENTIALS } from "../account.ts";
import { type Access, evaluate, type Grant, type Principal } from "./evaluate.ts";
import { compilePolicy, type Statement } from "./policy.ts";
import type { Policies } from "./template.ts";
import type { User } from "./users.ts";

/** A key pair. */
export interface Credentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

/** Somebody with keys. */
export interface Caller {
	/** The name of a function or rule; of a user. */
	readonly name: string;
	readonly credentials: Credentials;
	readonly principal: Principal;
}

/** A function, and the role whose rights it has. */
export interface FunctionInRole {
	readonly name: string;
	/** ARN. */
	readonly role: string;
}

/** Everybody who may call, and what for. */
export interface Callers {
	/** Who holds an access key. */
	find(accessKeyId: string): Caller | undefined;
	secretOf(accessKeyId: string): string | undefined;
	/** Why the holder of a key may not, in AWS's words; nothing when it may. */
	refusal(accessKeyId: string, access: Access): string | undefined;
	/** The keys of a function or rule. */
	credentialsOf(name: string): Credentials;
}

/** Keys look like those of a role's session; the owner's are known to all, so nobody is kept out of his own. */
const newCredentials = (): Credentials => ({
	accessKeyId: `ASIA${randomBytes(8).toString("hex").toUpperCase()}`,
	secretAccessKey: randomBytes(30).toString("base64"),
});

const EVERYTHING = compilePolicy({
	Version: "2012-10-17",
	Statement: { Effect: "Allow", Action: "*", Resource: "*" },
});

const userPrincipal = (name: string, statements: readonly Statement[]): Principal => {
	const arn = `arn:aws:iam::${ACCOUNT.id}:user/${name}`;
	return { kind: "AWS", name: arn, arn, statements, context: { "aws:principalarn": arn } };
};

/** A function in the session of its role, as Lambda assumes it. */
const functionPrincipal = ({ name, role }: FunctionInRole, policies: Policies): Principal => ({
	kind: "AWS",
	name: role,
	arn: `${role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/")}/${name}`,
	statements: policies.role(role),
	context: { "aws:principalarn": role },
});

/** EventBridge on behalf of a rule. */
const rulePrincipal = (arn: string): Principal => ({
	kind: "Service",
	name: "events.amazonaws.com",
	arn: "events.amazonaws.com",
	statements: [],
	context: { "aws:sourcearn": arn },
});

/** What `openCallers` needs. */
export interface CallersOptions {
	readonly functions: readonly FunctionInRole[];
	readonly rules: readonly { readonly name: string; readonly arn: string }[];
	readonly policies: Policies;
	/** Besides the owner. */
	readonly users?: readonly User[];
	/** Told of every grant that let a caller do something. */
	readonly onUse?: (caller: Caller, grant: Grant) => void;
}

/** Gives keys to the functions and the rules of the stack; its owner and other users have theirs. */
export const openCallers = ({ functions, rules, policies, users = [], onUse }: CallersOptions): Callers => {
	const all: readonly Caller[] = [
		{
			name: CREDENTIALS.accessKeyId,
			credentials: CREDENTIALS,
			principal: userPrincipal("precis", EVERYTHING),
		},
		...functions.map((one) => ({
			name: one.name,
			credentials: newCredentials(),
			principal: functionPrincipal(one, policies),
		})),
		...rules.map((rule) => ({
			name: rule.name,
			credentials: newCredentials(),
			principal: rulePrincipal(rule.arn),
		})),
		...users.map(({ name, accessKeyId, secretAccessKey, policy }) => ({
			name,
			credentials: { accessKeyId, secretAccessKey },
			principal: userPrincipal(name, policy),
		})),
	];
	const byKey = new Map(all.map((caller) => [caller.credentials.accessKeyId, caller]));
	return {
		find: (accessKeyId) => byKey.get(accessKeyId),
		secretOf: (accessKeyId) => byKey.get(accessKeyId)?.credentials.secretAccessKey,
		credentialsOf(name) {
			const found = all.find((caller) => caller.name === name);
			if (!found) throw new Error(`Nobody is called ${name}`);
			return found.credentials;
		},
		refusal(accessKeyId, access) {
			const caller = byKey.get(accessKeyId);
			if (!caller) return `Nobody has the access key ${accessKeyId}`;
			const decision = evaluate(caller.principal, access, policies.resource(access.resource));
			if (!decision.allowed) return decision.message;
			for (const grant of decision.grants) onUse?.(caller, grant);
			return undefined;
		},
	};
};
