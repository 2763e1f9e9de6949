/** What looks for what events alone don't mend, every hour, and is told to rebuild or redrive by hand. */
import { Duration } from "aws-cdk-lib";
import { Rule, RuleTargetInput, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";
import { HandlerFunction } from "./function.ts";
import type { Inbox } from "./inbox.ts";
import type { Library } from "./library.ts";
import type { WorkQueue } from "./work-queue.ts";

/** As long as Lambda lets a function run: a large bucket takes many runs all the same. */
const TIMEOUT = Duration.minutes(15);

/** What sweep looks after. */
export interface SweepProps {
	readonly inbox: Inbox;
	readonly library: Library;
	/** Articles that wait for their summary. */
	readonly stripped: WorkQueue;
	/** How functions are told where the queues are. */
	readonly queueUrls: Record<string, string>;
	readonly settings: Settings;
}

/** The function and its schedule. */
export class Sweep extends Construct {
	readonly function: HandlerFunction;

	constructor(scope: Construct, id: string, props: SweepProps) {
		super(scope, id);
		const { inbox, library, queueUrls, settings } = props;
		this.function = new HandlerFunction(this, "Function", {
			entry: "functions/sweep/handler.ts",
			description:
				"Mends what events alone don't, collects what no row points at; rebuilds and redrives when told",
			timeout: TIMEOUT,
			// It waits for S3 and DynamoDB, and reads at most some summaries.
			memorySize: 512,
			environment: { ...library.names, ...queueUrls, ARTICLES_BUCKET: inbox.bucket.bucketName },
			settings,
		});
		this.grant(props);
		new Rule(this, "Hourly", {
			description: "Starts sweep, which looks at stuck uploads each time and goes on with its round",
			schedule: Schedule.rate(Duration.hours(1)),
			targets: [
				new LambdaFunction(this.function.lambda, {
					event: RuleTargetInput.fromObject({ operation: "sweep", everyHours: settings.sweepRoundHours }),
					maxEventAge: Duration.minutes(30),
				}),
			],
		});
	}

	/** It sees that uploads are there, and not what is in them: a HEAD asks for the right to GET. */
	private grant({ inbox, library, stripped }: SweepProps): void {
		const sweep = this.function;
		sweep.allowTellingMissing(inbox.bucket);
		sweep.allowObjects(inbox.bucket, "*", ["s3:GetObject"]);
		sweep.allowTellingMissing(library.bucket);
		sweep.allowObjects(library.bucket, "articles/*", ["s3:GetObject", "s3:DeleteObject"]);
		sweep.allowObjects(library.bucket, "summaries/*", ["s3:GetObject", "s3:DeleteObject"]);
		sweep.allow(["s3:GetObject", "s3:PutObject"], library.bucket.arnForObjects("sweep/position.json"));
		const { tableArn } = library.catalogue;
		sweep.allow(["dynamodb:GetItem", "dynamodb:UpdateItem", "dynamodb:Scan"], tableArn);
		sweep.allow(["dynamodb:Query"], `${tableArn}/index/byStage`);
		sweep.allow(["dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:Scan"], library.entries.tableArn);
		for (const { queue } of [inbox.queue, stripped])
			sweep.allow(["sqs:GetQueueAttributes", "sqs:SendMessage"], queue.queueArn);
		for (const letters of [inbox.queue.deadLetters, stripped.deadLetters, inbox.undelivered])
			sweep.allow(
				["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility"],
				letters.queueArn,
			);
	}
}
