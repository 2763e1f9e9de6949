/**
 * CloudFormation's intrinsic functions, for a stack whose resources are on this machine.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { ACCOUNT } from "./account.ts";

/** A resource as the template has it. */
export interface Resource {
	readonly Type: string;
	readonly Properties?: Readonly<Record<string, unknown>> | undefined;
}

/** What the addresses of resources are made of. */
export interface Site {
	readonly stackName: string;
	readonly resources: Readonly<Record<string, Resource>>;
	/** Where SQS listens: queue URLs begin with it. */
	readonly sqs: string;
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
	"AWS::AccountId": ACCOUNT.id,
	"AWS::Partition": "aws",
	"AWS::Region": ACCOUNT.region,
	"AWS::URLSuffix": "amazonaws.com",
};

const arn = (service: string, resource: string) =>
	`arn:aws:${service}:${ACCOUNT.region}:${ACCOUNT.id}:${resource}`;

/** The property that names a resource, and what `Ref` and `Fn::GetAtt` give, by type; the rest is unknown here. */
const ADDRESSES: Readonly<
	Record<string, { nameProperty?: string; [attribute: string]: string | Address | undefined }>
> = {
	"AWS::S3::Bucket": {
		nameProperty: "BucketName",
		Ref: (name) => name,
		Arn: (name) => `arn:aws:s3:::${name}`,
	},
	"AWS::SQS::Queue": {
		nameProperty: "QueueName",
		Ref: (name, { sqs }) => `${sqs}/${ACCOUNT.id}/${name}`,
		QueueUrl: (name, { sqs }) => `${sqs}/${ACCOUNT.id}/${name}`,
		QueueName: (name) => name,
		Arn: (name) => arn("sqs", name),
	},
	"AWS::DynamoDB::Table": {
		nameProperty: "TableName",
		Ref: (name) => name,
		Arn: (name) => arn("dynamodb", `table/${name}`),
	},
	"AWS::Lambda::Function": {
		nameProperty: "FunctionName",
		Ref: (name) => name,
		Arn: (name) => arn("lambda", `function:${name}`),
	},
	"AWS::Logs::LogGroup": {
		nameProperty: "LogGroupName",
		Ref: (name) => name,
		Arn: (name) => arn("logs", `log-group:${name}:*`),
	},
	"AWS::IAM::Role": {
		nameProperty: "RoleName",
		Ref: (name) => name,
		Arn: (name) => `arn:aws:iam::${ACCOUNT.id}:role/${name}`,
	},
	"AWS::Events::Rule": {
		nameProperty: "Name",
		Ref: (name) => name,
		Arn: (name) => arn("events", `rule/${name}`),
	},
	"AWS::ApiGatewayV2::Api": { Ref: (name) => name },
	"AWS::ApiGatewayV2::Integration": { Ref: (name) => name },
	"AWS::ApiGatewayV2::Authorizer": { Ref: (name) => name },
};

type Address = (name: string, site: Site) => string;

/** CDK ends logical ids with eight hex digits of a hash. */
const HASH = /[0-9A-F]{8}$/;

/** `InboxArticlesA69BC730` in stack `Precis` → `precis-inbox-articles`; the same on every start. */
const derivedName = (stackName: string, logicalId: string): string =>
	`${stackName}-${logicalId.replace(HASH, "")}`
		.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
		.replace(/[^A-Za-z0-9-]/g, "-")
		.toLowerCase()
		.slice(0, 63);

/** Resolves a template's values. Throws an `Error` for what this machine has no answer to. */
export interface Resolver {
	/** The value with every intrinsic function in it carried out. */
	value(value: unknown): unknown;
	/** The name of a resource, given or derived. */
	name(logicalId: string): string;
	/** `Ref` (attribute `Ref`) or `Fn::GetAtt`. */
	attribute(logicalId: string, attribute: string): string;
}

/** Makes the resolver of one stack. */
export const resolver = (site: Site): Resolver => {
	const resource = (logicalId: string): Resource => {
		const found = Object.hasOwn(site.resources, logicalId) && site.resources[logicalId];
		if (!found) throw new Error(`The template refers to ${logicalId}, which it does not have`);
		return found;
	};

	const name = (logicalId: string): string => {
		const { Type, Properties } = resource(logicalId);
		const given = Properties?.[ADDRESSES[Type]?.nameProperty ?? ""];
		return given === undefined ? derivedName(site.stackName, logicalId) : text(given);
	};

	const attribute = (logicalId: string, wanted: string): string => {
		const pseudo = wanted === "Ref" && logicalId.startsWith("AWS::") && PSEUDO_PARAMETERS[logicalId];
		if (pseudo) return pseudo;
		if (wanted === "Ref" && logicalId === "AWS::StackName") return site.stackName;
		const { Type } = resource(logicalId);
		const address = ADDRESSES[Type]?.[wanted];
		if (typeof address === "function") return address(name(logicalId), site);
		throw new Error(`The embedded stack has no ${wanted} of ${Type} (${logicalId})`);
	};

	/** Each takes its argument with the functions inside it already carried out. */
	const intrinsics: Readonly<Record<string, (argument: unknown) => unknown>> = {
		Ref: (id) => attribute(text(id), "Ref"),
		"Fn::GetAtt": (path) => {
			const [id = "", wanted = ""] = Array.isArray(path) ? path.map(text) : text(path).split(/\.(.*)/s);
			return attribute(id, wanted);
		},
		"Fn::Join": (argument) => {
			const [separator, parts] = list(argument);
			return list(parts).map(text).join(text(separator));
		},
		"Fn::Select": (argument) => {
			const [index, from] = list(argument);
			return list(from)[Number(index)];
		},
		"Fn::Split": (argument) => {
			const [separator, from] = list(argument);
			return text(from).split(text(separator));
		},
		"Fn::Sub": (argument) => {
			const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
			return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, path: string) => {
				if (literal) return `\${${path}}`;
				if (Object.hasOwn(variables, path)) return text(variables[path]);
				const [id = "", wanted = "Ref"] = path.split(/\.(.*)/s);
				return attribute(id, wanted);
			});
		},
	};

	const value = (input: unknown): unknown => {
		if (Array.isArray(input)) return input.map(value);
		if (typeof input !== "object" || input === null) return input;
		const entries = Object.entries(input);
		const [key, argument] = entries[0] ?? [""];
		if (entries.length === 1 && (key === "Ref" || key.startsWith("Fn::"))) {
			const intrinsic = intrinsics[key];
			if (!intrinsic) throw new Error(`The embedded stack does not carry out ${key}`);
			return intrinsic(value(argument));
		}
		return Object.fromEntries(entries.map(([name, inner]) => [name, value(inner)]));
	};

	const text = (input: unknown): string => {
		const resolved = value(input);
		if (typeof resolved === "string" || typeof resolved === "number") return String(resolved);
		throw new Error(`The template has ${JSON.stringify(resolved)} where text belongs`);
	};

	const list = (input: unknown): unknown[] => {
		if (Array.isArray(input)) return input;
		throw new Error(`The template has ${JSON.stringify(input)} where a list belongs`);
	};

	return { value, name, attribute };
};
