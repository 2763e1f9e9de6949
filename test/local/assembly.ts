/** Factories of small cloud assemblies: as `cdk synth` writes them, with functions of a few lines. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FunctionPlan } from "../../local/template.ts";

/** A folder that is gone with `remove`. */
export const makeFolder = () => {
	const path = mkdtempSync(join(tmpdir(), "precis-test-"));
	return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** A function whose bundle is `source`, an ES module that exports `handler`. */
export const makeFunction = (
	folder: string,
	source: string,
	settings: Partial<FunctionPlan> = {},
): FunctionPlan => {
	const name = settings.name ?? "worker";
	const code = join(folder, `asset.${name}`);
	mkdirSync(code, { recursive: true });
	writeFileSync(join(code, "index.mjs"), source);
	return {
		name,
		arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
		role: `arn:aws:iam::000000000000:role/${name}`,
		code,
		handler: "index.handler",
		memoryMb: 256,
		timeoutSeconds: 5,
		environment: {},
		...settings,
	};
};

/** What a test says of its app. */
export interface AssemblyProps {
	/** Source of the function that the queue feeds. */
	readonly worker: string;
	/** Source of the function behind the API. */
	readonly reader?: string;
	readonly timeoutSeconds?: number;
	readonly visibilityTimeoutSeconds?: number;
	readonly maxReceiveCount?: number;
	/** Added to or replacing resources of the template. */
	readonly resources?: Readonly<Record<string, unknown>>;
}

const lambda = (name: string, variables: Record<string, unknown>, timeout: number) => ({
	Type: "AWS::Lambda::Function",
	Properties: {
		Code: {
			S3Bucket: { "Fn::Sub": `cdk-assets-\${AWS::AccountId}-\${AWS::Region}` },
			S3Key: `${name}.zip`,
		},
		Environment: { Variables: variables },
		Handler: "index.handler",
		MemorySize: 256,
		Role: { "Fn::GetAtt": ["RoleBBBBBBBB", "Arn"] },
		Timeout: timeout,
	},
});

const document = (...statements: Record<string, unknown>[]) => ({
	Version: "2012-10-17",
	Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
});

/** What the role of both functions may: actions on a resource, by its logical id. */
export const policy = (grants: readonly (readonly [actions: readonly string[], resource: string])[]) => ({
	Type: "AWS::IAM::Policy",
	Properties: {
		Roles: [{ Ref: "RoleBBBBBBBB" }],
		PolicyDocument: document(
			...grants.map(([Action, id]) => ({ Action, Resource: { "Fn::GetAtt": [id, "Arn"] } })),
		),
	},
});

const template = ({
	timeoutSeconds = 5,
	visibilityTimeoutSeconds = 30,
	maxReceiveCount = 2,
	resources = {},
}: AssemblyProps) => ({
	Resources: {
		RoleBBBBBBBB: { Type: "AWS::IAM::Role" },
		RolePolicy0000000C: policy([
			[["dynamodb:PutItem"], "Catalogue00000005"],
			[["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], "Queue00000003"],
		]),
		QueuePolicy0000000D: {
			Type: "AWS::SQS::QueuePolicy",
			Properties: {
				Queues: [{ Ref: "Queue00000003" }],
				PolicyDocument: document({
					Principal: { Service: "events.amazonaws.com" },
					Action: "sqs:SendMessage",
					Resource: { "Fn::GetAtt": ["Queue00000003", "Arn"] },
					Condition: { ArnEquals: { "aws:SourceArn": { "Fn::GetAtt": ["Uploads00000004", "Arn"] } } },
				}),
			},
		},
		InboxArticles00000001: {
			Type: "AWS::S3::Bucket",
			Properties: {
				NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
				VersioningConfiguration: { Status: "Enabled" },
			},
		},
		DeadLetters00000002: { Type: "AWS::SQS::Queue", Properties: { MessageRetentionPeriod: 1209600 } },
		Queue00000003: {
			Type: "AWS::SQS::Queue",
			Properties: {
				VisibilityTimeout: visibilityTimeoutSeconds,
				RedrivePolicy: {
					deadLetterTargetArn: { "Fn::GetAtt": ["DeadLetters00000002", "Arn"] },
					maxReceiveCount,
				},
			},
		},
		Uploads00000004: {
			Type: "AWS::Events::Rule",
			Properties: {
				EventPattern: {
					source: ["aws.s3"],
					"detail-type": ["Object Created"],
					detail: { bucket: { name: [{ Ref: "InboxArticles00000001" }] } },
				},
				State: "ENABLED",
				Targets: [{ Arn: { "Fn::GetAtt": ["Queue00000003", "Arn"] }, Id: "Target0" }],
			},
		},
		Catalogue00000005: {
			Type: "AWS::DynamoDB::Table",
			Properties: {
				AttributeDefinitions: [{ AttributeName: "key", AttributeType: "S" }],
				KeySchema: [{ AttributeName: "key", KeyType: "HASH" }],
				BillingMode: "PAY_PER_REQUEST",
			},
		},
		Worker00000006: lambda(
			"worker",
			{ CATALOGUE_TABLE: { Ref: "Catalogue00000005" }, QUEUE_URL: { Ref: "Queue00000003" } },
			timeoutSeconds,
		),
		Reader00000007: lambda("reader", {}, timeoutSeconds),
		Mapping00000008: {
			Type: "AWS::Lambda::EventSourceMapping",
			Properties: {
				BatchSize: 1,
				EventSourceArn: { "Fn::GetAtt": ["Queue00000003", "Arn"] },
				FunctionName: { Ref: "Worker00000006" },
				ScalingConfig: { MaximumConcurrency: 3 },
			},
		},
		Api00000009: { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "HTTP" } },
		Integration0000000A: {
			Type: "AWS::ApiGatewayV2::Integration",
			Properties: {
				ApiId: { Ref: "Api00000009" },
				IntegrationType: "AWS_PROXY",
				IntegrationUri: { "Fn::GetAtt": ["Reader00000007", "Arn"] },
				PayloadFormatVersion: "2.0",
			},
		},
		Route0000000B: {
			Type: "AWS::ApiGatewayV2::Route",
			Properties: {
				ApiId: { Ref: "Api00000009" },
				AuthorizationType: "AWS_IAM",
				RouteKey: "GET /things/{key+}",
				Target: { "Fn::Join": ["", ["integrations/", { Ref: "Integration0000000A" }]] },
			},
		},
		...resources,
	},
	Outputs: {
		DeadLettersUrl: { Value: { Ref: "DeadLetters00000002" } },
		QueueUrl: { Value: { Ref: "Queue00000003" } },
	},
});

/** Writes an app of a bucket, its rule, queue, dead letters, table, two functions and an API into `folder`. */
export const writeAssembly = (folder: string, props: AssemblyProps): string => {
	makeFunction(folder, props.worker, { name: "worker" });
	makeFunction(folder, props.reader ?? "export const handler = async () => 'nothing';", { name: "reader" });
	const asset = (name: string) => ({
		source: { path: `asset.${name}`, packaging: "zip" },
		destinations: { here: { objectKey: `${name}.zip` } },
	});
	const files = {
		"manifest.json": {
			artifacts: {
				"Precis.assets": { type: "cdk:asset-manifest", properties: { file: "Precis.assets.json" } },
				Precis: {
					type: "aws:cloudformation:stack",
					properties: { templateFile: "Precis.template.json" },
				},
				Tree: { type: "cdk:tree", properties: { file: "tree.json" } },
			},
		},
		"Precis.assets.json": { files: { worker: asset("worker"), reader: asset("reader") } },
		"Precis.template.json": template(props),
	};
	for (const [name, content] of Object.entries(files)) {
		writeFileSync(join(folder, name), JSON.stringify(content));
	}
	return folder;
};
