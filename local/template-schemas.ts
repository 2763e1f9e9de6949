/** What the embedded stack knows of each type of resource in a CloudFormation template: its properties. */
import * as z from "zod";

/** A bucket, `AWS::S3::Bucket`. */
export const BucketSchema = z.object({
	CorsConfiguration: z
		.strictObject({
			CorsRules: z.array(
				z
					.strictObject({
						AllowedHeaders: z.array(z.string()).default([]),
						AllowedMethods: z.array(z.string()),
						AllowedOrigins: z.array(z.string()),
						ExposedHeaders: z.array(z.string()).default([]),
						MaxAge: z.coerce.number().optional(),
					})
					// S3's API has other names for these two than CloudFormation.
					.transform(({ ExposedHeaders, MaxAge, ...rule }) => ({
						...rule,
						ExposeHeaders: ExposedHeaders,
						MaxAgeSeconds: MaxAge,
					})),
			),
		})
		.optional(),
	VersioningConfiguration: z.object({ Status: z.enum(["Enabled", "Suspended"]) }).optional(),
	NotificationConfiguration: z
		.strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean() }).optional() })
		.optional(),
});

/** A queue, `AWS::SQS::Queue`: the attributes that SQS takes as they are, as text. */
export const QueueSchema = z.object({
	DelaySeconds: z.coerce.string().optional(),
	MaximumMessageSize: z.coerce.string().optional(),
	MessageRetentionPeriod: z.coerce.string().optional(),
	ReceiveMessageWaitTimeSeconds: z.coerce.string().optional(),
	VisibilityTimeout: z.coerce.string().optional(),
	RedrivePolicy: z
		.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
		.transform((policy) => JSON.stringify(policy))
		.optional(),
});

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));

/** A table, `AWS::DynamoDB::Table`. */
export const TableSchema = z.object({
	AttributeDefinitions: z.array(
		z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) }),
	),
	KeySchema,
	GlobalSecondaryIndexes: z
		.array(
			z.object({
				IndexName: z.string(),
				KeySchema,
				Projection: z.object({
					ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
					NonKeyAttributes: z.array(z.string()).optional(),
				}),
			}),
		)
		.optional(),
});

/** For how long EventBridge tries when a rule doesn't say. */
const DAY_SECONDS = 24 * 60 * 60;

/** A rule, `AWS::Events::Rule`. Strict, like the mapping: a feature that changes what is delivered must not be overlooked. */
export const RuleSchema = z.strictObject({
	Description: z.string().optional(),
	Name: z.string().optional(),
	EventPattern: z.record(z.string(), z.unknown()).optional(),
	ScheduleExpression: z.string().optional(),
	State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
	Targets: z.array(
		z.strictObject({
			Arn: z.string(),
			Id: z.string(),
			/** JSON: what a target gets instead of the event. */
			Input: z.string().optional(),
			DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
			/** How often isn't counted here, only for how long. */
			RetryPolicy: z.object({ MaximumEventAgeInSeconds: z.coerce.number().default(DAY_SECONDS) }).optional(),
		}),
	),
});

/** A function, `AWS::Lambda::Function`. */
export const FunctionSchema = z.object({
	Code: z.object({ S3Key: z.string() }),
	Handler: z.string().regex(/^[^.]+\.[^.]+$/),
	Role: z.string(),
	MemorySize: z.coerce.number().default(128),
	Timeout: z.coerce.number().default(3),
	Environment: z.object({ Variables: z.record(z.string(), z.string()) }).optional(),
});

/** Which queue feeds a function, `AWS::Lambda::EventSourceMapping`. */
export const MappingSchema = z.strictObject({
	BatchSize: z.coerce.number().max(10).default(10),
	Enabled: z.boolean().default(true),
	EventSourceArn: z.string(),
	FunctionName: z.string(),
	FunctionResponseTypes: z.array(z.literal("ReportBatchItemFailures")).default([]),
	ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).optional(),
	Tags: z.unknown().optional(),
});

/** A route, `AWS::ApiGatewayV2::Route`. */
export const RouteSchema = z.object({
	RouteKey: z.string(),
	Target: z.string(),
	AuthorizationType: z.enum(["NONE", "AWS_IAM", "JWT"]).default("NONE"),
	AuthorizerId: z.string().optional(),
	AuthorizationScopes: z.array(z.string()).default([]),
});

/** Whose tokens a route takes, `AWS::ApiGatewayV2::Authorizer`. */
export const AuthorizerSchema = z.object({
	AuthorizerType: z.literal("JWT"),
	IdentitySource: z.array(z.literal("$request.header.Authorization")).length(1),
	JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** The API, `AWS::ApiGatewayV2::Api`. */
export const ApiSchema = z.object({
	CorsConfiguration: z
		.strictObject({
			AllowOrigins: z.array(z.string()),
			AllowMethods: z.array(z.string()).default([]),
			AllowHeaders: z.array(z.string()).default([]),
			ExposeHeaders: z.array(z.string()).default([]),
			MaxAge: z.number().optional(),
		})
		.optional(),
});

/** What a route leads to, `AWS::ApiGatewayV2::Integration`. */
export const IntegrationSchema = z.object({
	IntegrationType: z.literal("AWS_PROXY"),
	IntegrationUri: z.string(),
	PayloadFormatVersion: z.literal("2.0"),
});
