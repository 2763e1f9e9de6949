/**
 * What whoever deploys may decide, read from CDK context: `cdk deploy -c logRetentionDays=90`, or the same
 * keys under `context` in cdk.json. Values given with `-c` arrive as strings, so numbers are coerced.
 */
import { RemovalPolicy } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Node } from "constructs";
import * as z from "zod";

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = z
	.string()
	.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "3 to 63 lower-case letters, digits, dots and hyphens");

/** "The minimum value is 2", https://docs.aws.amazon.com/lambda/latest/api/API_ScalingConfig.html */
const mappingConcurrency = wholeNumber(2, 1000).default(10);

/** Several values in one, as `-c` can give them. */
const commaList = (each: RegExp, what: string) =>
	z
		.string()
		.transform((list) => list.split(",").map((item) => item.trim()))
		.pipe(z.array(z.string().regex(each, what)).min(1));

/** A scope-token of RFC 6749. */
const scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "one OAuth scope");

/** Every context key this app reads, with its default. */
const SettingsSchema = z
	.object({
		articlesBucketName: bucketName
			.optional()
			.describe("name of the bucket people upload to; CloudFormation makes one up when absent"),
		existingArticlesBucketName: bucketName
			.optional()
			.describe(
				"upload to this bucket instead of making one; its owner switches its EventBridge notifications on and, where it has a KMS key, lets ingest decrypt",
			),
		libraryBucketName: bucketName
			.optional()
			.describe("name of the bucket of article and summary documents; made up when absent"),
		removalPolicy: z
			.enum(["retain", "destroy"])
			.default("retain")
			.transform((word) => (word === "destroy" ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN))
			.describe(
				"what becomes of buckets, table and logs when they leave the stack (buckets must be emptied first)",
			),
		noncurrentVersionDays: wholeNumber(1, 36_500)
			.default(30)
			.describe("days that replaced and deleted object versions are kept"),
		logRetentionDays: z.coerce
			.number()
			.pipe(z.enum(RetentionDays))
			.default(RetentionDays.ONE_MONTH)
			.describe("days that logs are kept, one of the periods CloudWatch Logs offers"),
		alarmEmail: z.email().optional().describe("who is mailed when an alarm rings; nobody when absent"),
		ingestConcurrency: mappingConcurrency.describe("how many articles are ingested at once, at most"),
		summariseConcurrency: mappingConcurrency.describe("how many articles are summarised at once, at most"),
		summaryLength: z
			.enum(["brief", "standard", "detailed"])
			.default("standard")
			.describe("how long summaries are, where an upload's metadata precis-length doesn't say"),
		sweepRoundHours: wholeNumber(1, 24 * 30)
			.default(24)
			.describe("hours between the end of one round of sweep, through everything, and the next"),
		fetchReservedConcurrency: wholeNumber(1, 10_000)
			.optional()
			.describe("part of the account's concurrency set aside for readers; none when absent"),
		apiRateLimit: wholeNumber(1, 10_000).default(50).describe("requests a second the API takes, sustained"),
		apiBurstLimit: wholeNumber(1, 5_000).default(100).describe("requests the API takes at once"),
		jwtIssuer: z
			.url({ protocol: /^https?$/ })
			// API Gateway takes https only; the embedded stack also an issuer on the same machine.
			.regex(/^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/])/, "an https address")
			.optional()
			.describe("OIDC issuer whose tokens the API takes instead of IAM signatures"),
		jwtAudience: commaList(/^[\x21-\x2b\x2d-\x7e]+$/, "audiences separated by commas")
			.optional()
			.describe("audiences of those tokens, separated by commas"),
		jwtReadScope: scope.default("read").describe("scope a token needs to read"),
		jwtWriteScope: scope.default("write").describe("scope a token needs to upload and to remove"),
		corsOrigins: commaList(/^(\*|https?:\/\/[^/\s,*]+)$/, "origins separated by commas: https://app.example")
			.optional()
			.describe("web pages' origins that may call the API from a browser; none when absent"),
	})
	.refine((settings) => (settings.jwtIssuer === undefined) === (settings.jwtAudience === undefined), {
		path: ["jwtIssuer"],
		message: "goes with jwtAudience: give both or neither",
	})
	.refine((settings) => !(settings.articlesBucketName && settings.existingArticlesBucketName), {
		path: ["existingArticlesBucketName"],
		message: "names a bucket that exists, articlesBucketName one to make: give one of them",
	});

/** The deployer's decisions, all resolved. */
export type Settings = z.infer<typeof SettingsSchema>;

const explain = (issue: z.core.$ZodIssue): string => {
	const key = String(issue.path[0]);
	const meaning = SettingsSchema.shape[key as keyof Settings].description;
	return `Context "${key}" (${meaning}): ${issue.message}`;
};

/** Reads the settings, or throws one sentence for each context value that is wrong. */
export const readSettings = (node: Node): Settings => {
	const given = Object.keys(SettingsSchema.shape).map((key) => [key, node.tryGetContext(key)]);
	const parsed = SettingsSchema.safeParse(Object.fromEntries(given));
	if (parsed.success) return parsed.data;
	throw new Error(parsed.error.issues.map(explain).join("\n"));
};
