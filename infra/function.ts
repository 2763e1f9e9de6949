/** How every Lambda of Precis is bundled, sized, logged, and allowed no more than it is told. */
import { resolve } from "node:path";
import { type Duration, Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
	ApplicationLogLevel,
	Architecture,
	type Function as LambdaFunction,
	LoggingFormat,
	Runtime,
	SystemLogLevel,
	Tracing,
} from "aws-cdk-lib/aws-lambda";
import { type BundlingOptions, LogLevel, NodejsFunction, OutputFormat } from "aws-cdk-lib/aws-lambda-nodejs";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { flattenCfnReference } from "cdk-nag/lib/utils/flatten-cfn-reference.js";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";
import type { BucketAddress } from "./private-bucket.ts";

const PROJECT_ROOT = resolve(import.meta.dirname, "..");

/**
 * One ES module with everything in it, the AWS SDK too: what was tested is what runs. Preferring packages'
 * `module` entry lets esbuild drop what is not used.
 */
const bundling: BundlingOptions = {
	format: OutputFormat.ESM,
	target: "node24",
	mainFields: ["module", "main"],
	bundleAwsSDK: true,
	// Ways to credentials that Lambda's environment, which has them, never asks for; imported only when asked.
	externalModules: [
		...["sso", "ini", "process", "web-identity", "http", "login"].map(
			(way) => `@aws-sdk/credential-provider-${way}`,
		),
		"@smithy/credential-provider-imds",
	],
	// Some packages (yaml, chardet) are CommonJS and `require` Node's own modules, which an ES module cannot.
	banner:
		'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
	// Word lists of other languages as they are, not as \u escapes (CDK's own `charset` option is not passed on).
	esbuildArgs: { "--charset": "utf8" },
	minify: true,
	// No names kept (6 % more bytes) and no source map (half the size again): errors are told by their own names.
	logLevel: LogLevel.WARNING,
};

/** What tells one handler from another. */
export interface HandlerFunctionProps {
	/** The module that exports `handler`, from the project's root. */
	readonly entry: string;
	readonly description: string;
	readonly timeout: Duration;
	readonly memorySize: number;
	readonly environment: Record<string, string>;
	readonly reservedConcurrency?: number | undefined;
	readonly settings: Pick<Settings, "logRetentionDays" | "removalPolicy">;
}

/** A Lambda with its own role, which starts empty, and its own log group. */
export class HandlerFunction extends Construct {
	readonly lambda: LambdaFunction;
	readonly logs: LogGroup;
	private readonly role: Role;

	constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
		super(scope, id);
		this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
		this.logs = new LogGroup(this, "Logs", {
			retention: props.settings.logRetentionDays,
			removalPolicy: props.settings.removalPolicy,
		});
		this.lambda = new NodejsFunction(this, "Lambda", {
			entry: resolve(PROJECT_ROOT, props.entry),
			projectRoot: PROJECT_ROOT,
			depsLockFilePath: resolve(PROJECT_ROOT, "package-lock.json"),
			bundling,
			runtime: Runtime.NODEJS_24_X,
			architecture: Architecture.ARM_64,
			description: props.description,
			timeout: props.timeout,
			memorySize: props.memorySize,
			...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
			environment: props.environment,
			// SDK v3 keeps connections alive by itself; this would set a variable that only v2 reads.
			awsSdkConnectionReuse: false,
			role: this.role,
			logGroup: this.logs,
			tracing: Tracing.ACTIVE,
			loggingFormat: LoggingFormat.JSON,
			applicationLogLevelV2: ApplicationLogLevel.INFO,
			systemLogLevelV2: SystemLogLevel.INFO,
		});
		this.allow(["logs:CreateLogStream", "logs:PutLogEvents"], this.logs.logGroupArn);
		Validations.of(this.role).acknowledge({
			id: "AwsSolutions-IAM5[Resource::*]",
			reason: "X-Ray has no resources to limit xray:PutTraceSegments and xray:PutTelemetryRecords to.",
		});
	}

	/** Adds exactly these actions on exactly this resource. */
	allow(actions: string[], resource: string): void {
		this.role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
	}

	/** Adds actions on the objects that `pattern` names: keys are not known before somebody uploads. */
	allowObjects(bucket: BucketAddress, pattern: string, actions: string[]): void {
		const objects = bucket.arnForObjects(pattern);
		this.allow(actions, objects);
		Validations.of(this.role).acknowledge({
			id: `AwsSolutions-IAM5[Resource::${flattenCfnReference(Stack.of(this).resolve(objects))}]`,
			reason: `Object keys are not known at deployment; limited to ${pattern} of one bucket and to ${actions.join(", ")}.`,
		});
	}

	/** Who may not list a bucket is answered 403 for a missing key, who may is told 404. */
	allowTellingMissing(bucket: BucketAddress): void {
		this.allow(["s3:ListBucket"], bucket.bucketArn);
	}
}
