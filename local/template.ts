/**
 * The synthesized app as the embedded stack runs it: buckets, queues, tables, rules, functions, mappings and
 * routes, and who may what, all read from the CloudFormation template. Log groups and what else watches have no
 * counterpart on this machine.
 */
import * as z from "zod";
import type { Assembly } from "./assembly.ts";
import { type Policies, readPolicies } from "./iam/index.ts";
import { type Resolver, resolver, type Site } from "./resolve.ts";
import {
	ApiSchema,
	AuthorizerSchema,
	BucketSchema,
	FunctionSchema,
	IntegrationSchema,
	MappingSchema,
	QueueSchema,
	RouteSchema,
	RuleSchema,
	TableSchema,
} from "./template-schemas.ts";

/** A bucket to make. */
export interface BucketPlan {
	readonly name: string;
	readonly versioned: boolean;
	/** Its events go to EventBridge. */
	readonly announces: boolean;
	/** What web pages may do, in the words of S3's API. */
	readonly cors: NonNullable<z.infer<typeof BucketSchema>["CorsConfiguration"]>["CorsRules"];
}
/** A queue to make, with its attributes as SQS's API takes them. */
export interface QueuePlan {
	readonly name: string;
	readonly arn: string;
	readonly url: string;
	readonly attributes: Readonly<Record<string, string>>;
}
/** A table to make, with its definition as DynamoDB's API takes it. */
export interface TablePlan extends z.infer<typeof TableSchema> {
	readonly name: string;
}
/** Which events go to which queues. */
export interface RulePlan {
	readonly name: string;
	readonly arn: string;
	readonly pattern: Readonly<Record<string, unknown>>;
	readonly targets: readonly TargetPlan[];
}
/** A queue that gets events, and where those go that it didn't take. Both are ARNs. */
export interface TargetPlan {
	readonly arn: string;
	readonly deadLetters?: string;
	/** For how long an event is tried to be handed to it. */
	readonly maxAgeSeconds?: number;
}
/** What a function is told, and how often. */
export interface SchedulePlan {
	/** `rate(1 hour)` */
	readonly expression: string;
	/** The function's name. */
	readonly function: string;
	readonly event: unknown;
}
/** A function to run. */
export interface FunctionPlan {
	readonly name: string;
	readonly arn: string;
	/** ARN of the role whose rights it has. */
	readonly role: string;
	/** The folder of its bundle. */
	readonly code: string;
	/** `module.export`. */
	readonly handler: string;
	readonly memoryMb: number;
	readonly timeoutSeconds: number;
	readonly environment: Readonly<Record<string, string>>;
}
/** Which queue feeds which function, and how. */
export interface MappingPlan {
	readonly queue: QueuePlan;
	/** The function's name. */
	readonly function: string;
	readonly batchSize: number;
	readonly maxConcurrency: number;
	readonly reportsItemFailures: boolean;
}
/** Which requests go to which function. */
export interface RoutePlan {
	/** `GET /summaries/{key+}` */
	readonly key: string;
	/** The function's name. */
	readonly function: string;
	/** On AWS a request must be signed, by somebody who may. */
	readonly asksIam?: true;
	/** The token that a request must bring. */
	readonly jwt?: JwtPlan;
}
/** Which tokens a route takes. */
export interface JwtPlan {
	readonly issuer: string;
	readonly audience: readonly string[];
	/** One of them is enough; none, and any token of the issuer is. */
	readonly scopes: readonly string[];
}
/** What web pages of other origins may do. */
export type CorsPlan = NonNullable<z.infer<typeof ApiSchema>["CorsConfiguration"]>;

/** Everything in a template that runs on this machine, in its own words resolved. */
export interface Plan {
	readonly buckets: readonly BucketPlan[];
	readonly queues: readonly QueuePlan[];
	readonly tables: readonly TablePlan[];
	readonly rules: readonly RulePlan[];
	readonly schedules: readonly SchedulePlan[];
	readonly functions: readonly FunctionPlan[];
	readonly mappings: readonly MappingPlan[];
	readonly routes: readonly RoutePlan[];
	readonly cors?: CorsPlan;
	/** The stack's outputs. Those that name the API give the address that it would have on AWS. */
	readonly outputs: Readonly<Record<string, string>>;
	/** What the functions' roles may, and whom buckets and queues let in. */
	readonly policies: Policies;
}

/**
 * Reads every resource of one type through its schema. Properties that the schema doesn't name are not
 * resolved: they may refer to what has no counterpart here, a role.
 */
const resourcesOf = (assembly: Assembly, { value }: Resolver) => {
	return <Schema extends z.ZodObject>(type: string, schema: Schema): [string, z.infer<Schema>][] =>
		Object.entries(assembly.template.Resources)
			.filter(([, resource]) => resource.Type === type)
			.map(([id, { Properties = {} }]) => {
				const entries = Object.entries(Properties);
				const resolved = entries.map(([name, it]) => [name, name in schema.shape ? value(it) : it]);
				const parsed = schema.safeParse(Object.fromEntries(resolved));
				if (parsed.success) return [id, parsed.data];
				throw new Error(`The embedded stack cannot run ${type} ${id}:\n${z.prettifyError(parsed.error)}`);
			});
};

/** Resolves the assembly's template for this machine. Throws an `Error` for what it can't run as AWS would. */
export const plan = (assembly: Assembly, { sqs }: Pick<Site, "sqs">): Plan => {
	const site = { stackName: assembly.stackName, resources: assembly.template.Resources, sqs };
	const names = resolver(site);
	const all = resourcesOf(assembly, names);

	const functions = all("AWS::Lambda::Function", FunctionSchema).map(([id, definition]): FunctionPlan => {
		const code = assembly.assets.get(definition.Code.S3Key);
		if (code === undefined) throw new Error(`Function ${id} has no bundle in the assembly`);
		return {
			name: names.name(id),
			arn: names.attribute(id, "Arn"),
			role: definition.Role,
			code,
			handler: definition.Handler,
			memoryMb: definition.MemorySize,
			timeoutSeconds: definition.Timeout,
			environment: definition.Environment?.Variables ?? {},
		};
	});
	const functionNamed = (nameOrArn: string): string => {
		const found = functions.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
		if (!found) throw new Error(`The template has no function ${nameOrArn}`);
		return found.name;
	};

	const queues = all("AWS::SQS::Queue", QueueSchema).map(([id, attributes]) => ({
		name: names.name(id),
		arn: names.attribute(id, "Arn"),
		url: names.attribute(id, "Ref"),
		attributes: Object.fromEntries(
			Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
		),
	}));
	const queueAt = (arn: string): QueuePlan => {
		const found = queues.find((queue) => queue.arn === arn);
		if (!found) throw new Error(`The template has no queue ${arn}`);
		return found;
	};

	const integrations = new Map(all("AWS::ApiGatewayV2::Integration", IntegrationSchema));
	const integrationOf = (target: string) => {
		const found = [...integrations].find(([id]) => `integrations/${names.attribute(id, "Ref")}` === target);
		if (!found) throw new Error(`The template has no integration for ${target}`);
		return found[1];
	};

	const authorizers = new Map(all("AWS::ApiGatewayV2::Authorizer", AuthorizerSchema));
	const jwtOf = ({ AuthorizerId, AuthorizationScopes }: z.infer<typeof RouteSchema>): JwtPlan => {
		const found = [...authorizers].find(([id]) => names.attribute(id, "Ref") === AuthorizerId);
		if (!found) throw new Error(`The template has no authorizer ${AuthorizerId}`);
		const { Issuer, Audience } = found[1].JwtConfiguration;
		return { issuer: Issuer, audience: Audience, scopes: AuthorizationScopes };
	};
	const [api] = all("AWS::ApiGatewayV2::Api", ApiSchema);

	return {
		policies: readPolicies(assembly, names, new Set(functions.map(({ role }) => role))),
		buckets: all("AWS::S3::Bucket", BucketSchema).map(([id, bucket]) => ({
			name: names.name(id),
			versioned: bucket.VersioningConfiguration?.Status === "Enabled",
			announces: bucket.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
			cors: bucket.CorsConfiguration?.CorsRules ?? [],
		})),
		queues,
		tables: all("AWS::DynamoDB::Table", TableSchema).map(([id, table]) => ({
			name: names.name(id),
			...table,
		})),
		rules: all("AWS::Events::Rule", RuleSchema)
			.filter(([, { State, EventPattern }]) => State === "ENABLED" && EventPattern)
			.map(([id, rule]) => ({
				name: names.name(id),
				arn: names.attribute(id, "Arn"),
				pattern: rule.EventPattern ?? {},
				targets: rule.Targets.map(({ Arn, DeadLetterConfig, RetryPolicy }) => ({
					arn: queueAt(Arn).arn,
					...(DeadLetterConfig && { deadLetters: queueAt(DeadLetterConfig.Arn).arn }),
					...(RetryPolicy && { maxAgeSeconds: RetryPolicy.MaximumEventAgeInSeconds }),
				})),
			})),
		schedules: all("AWS::Events::Rule", RuleSchema)
			.filter(([, { State }]) => State === "ENABLED")
			.flatMap(([, { ScheduleExpression: expression, Targets }]) =>
				Targets.flatMap(({ Arn, Input = "{}" }) =>
					expression ? { expression, function: functionNamed(Arn), event: JSON.parse(Input) } : [],
				),
			),
		functions,
		mappings: all("AWS::Lambda::EventSourceMapping", MappingSchema)
			.filter(([, { Enabled }]) => Enabled)
			.map(([, mapping]) => ({
				queue: queueAt(mapping.EventSourceArn),
				function: functionNamed(mapping.FunctionName),
				batchSize: mapping.BatchSize,
				maxConcurrency: mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
				reportsItemFailures: mapping.FunctionResponseTypes.includes("ReportBatchItemFailures"),
			})),
		routes: all("AWS::ApiGatewayV2::Route", RouteSchema).map(([, route]) => ({
			key: route.RouteKey,
			function: functionNamed(integrationOf(route.Target).IntegrationUri),
			...(route.AuthorizationType === "AWS_IAM" && { asksIam: true }),
			...(route.AuthorizationType === "JWT" && { jwt: jwtOf(route) }),
		})),
		...(api?.[1].CorsConfiguration && { cors: api[1].CorsConfiguration }),
		outputs: Object.fromEntries(
			Object.entries(assembly.template.Outputs).map(([name, { Value }]) => [
				name,
				String(names.value(Value)),
			]),
		),
	};
};
