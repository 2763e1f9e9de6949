/** The whole deployment, in the order an article moves through it. */
import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Settings } from "./context.ts";
import { HandlerFunction } from "./function.ts";
import { SummariesApi } from "./http-api.ts";
import { Inbox } from "./inbox.ts";
import { Library } from "./library.ts";
import { MAX_RECEIVE_COUNT, WorkQueue } from "./work-queue.ts";

/**
 * Memory buys CPU: at 1,769 MB a function has one whole vCPU, which is all that single-threaded parsing and
 * ranking can use, and up to there a run costs the same and only gets faster
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html). It also holds the largest text an
 * upload may inflate to, 64 MiB, several times over: 128 MiB as a UTF-16 string, then its blocks.
 */
const ONE_VCPU_MB = 1769;
const INGEST_TIMEOUT = Duration.seconds(60);
const SUMMARISE_TIMEOUT = Duration.seconds(30);
/** The longest an HTTP API integration may be given in CDK; the service itself hangs up after 30 s. */
const FETCH_TIMEOUT = Duration.seconds(29);

/** Articles in, summaries out: https://docs.aws.amazon.com/cdk/v2/guide/stacks.html */
export class PrecisStack extends Stack {
	constructor(scope: Construct, id: string, settings: Settings) {
		super(scope, id, {
			description: "Precis: summarises uploaded articles and serves the summaries over HTTP",
		});

		const inbox = new Inbox(this, "Inbox", { ...settings, handlerTimeout: INGEST_TIMEOUT });
		const library = new Library(this, "Library", settings);
		const stripped = new WorkQueue(this, "Summarise", SUMMARISE_TIMEOUT);

		const ingest = new HandlerFunction(this, "IngestFunction", {
			entry: "functions/ingest/handler.ts",
			description: "Reads an upload, strips it to the article, hands it on to be summarised",
			timeout: INGEST_TIMEOUT,
			memorySize: ONE_VCPU_MB,
			environment: {
				...library.names,
				ARTICLES_BUCKET: inbox.bucket.bucketName,
				SUMMARISE_QUEUE_URL: stripped.queue.queueUrl,
				MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
			},
			settings,
		});
		inbox.queue.feed(ingest, settings.ingestConcurrency);
		ingest.allowObjects(inbox.bucket, "*", ["s3:GetObject", "s3:GetObjectVersion"]);
		ingest.allowTellingMissing(inbox.bucket);
		ingest.allowObjects(library.bucket, "articles/*", ["s3:PutObject", "s3:DeleteObject"]);
		ingest.allowObjects(library.bucket, "summaries/*", ["s3:DeleteObject"]);
		ingest.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], library.catalogue.tableArn);
		ingest.allow(["sqs:SendMessage"], stripped.queue.queueArn);

		const summarise = new HandlerFunction(this, "SummariseFunction", {
			entry: "functions/summarise/handler.ts",
			description: "Makes an article's summary and publishes it",
			timeout: SUMMARISE_TIMEOUT,
			memorySize: ONE_VCPU_MB,
			environment: { ...library.names, MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT) },
			settings,
		});
		stripped.feed(summarise, settings.summariseConcurrency);
		summarise.allowObjects(library.bucket, "articles/*", ["s3:GetObject", "s3:DeleteObject"]);
		summarise.allowObjects(library.bucket, "summaries/*", ["s3:PutObject", "s3:DeleteObject"]);
		summarise.allowTellingMissing(library.bucket);
		summarise.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], library.catalogue.tableArn);

		// Unreserved by default: both stages before it are bounded by their mappings, so a flood of uploads
		// leaves the rest of the account's concurrency to readers. Reserving costs that from everybody else.
		const fetch = new HandlerFunction(this, "FetchFunction", {
			entry: "functions/fetch/handler.ts",
			description: "Answers the HTTP API from catalogue and library",
			timeout: FETCH_TIMEOUT,
			// It waits for S3 and DynamoDB and copies at most one 5 MB document into an answer.
			memorySize: 512,
			reservedConcurrency: settings.fetchReservedConcurrency,
			environment: library.names,
			settings,
		});
		fetch.allow(["dynamodb:GetItem"], library.catalogue.tableArn);
		fetch.allowObjects(library.bucket, "articles/*", ["s3:GetObject"]);
		fetch.allowObjects(library.bucket, "summaries/*", ["s3:GetObject"]);
		fetch.allowTellingMissing(library.bucket);

		const api = new SummariesApi(this, "Api", { handler: fetch.lambda, ...settings });

		this.output("ApiUrl", api.url, "Where summaries are fetched; requests are signed with SigV4");
		this.output("ArticlesBucketName", inbox.bucket.bucketName, inbox.uploadHint);
		this.output("LibraryBucketName", library.bucket.bucketName, "Article and summary documents");
		this.output("CatalogueTableName", library.catalogue.tableName, "One row for each uploaded key");
		for (const [name, work] of [
			["Ingest", inbox.queue],
			["Summarise", stripped],
		] as const) {
			this.output(`${name}QueueUrl`, work.queue.queueUrl, `Work waiting for ${name.toLowerCase()}`);
			this.output(
				`${name}DeadLettersUrl`,
				work.deadLetters.queueUrl,
				`Work that ${name.toLowerCase()} failed ${MAX_RECEIVE_COUNT} times; redrive from here`,
			);
		}
		this.output(
			"UndeliveredEventsUrl",
			inbox.undelivered.queueUrl,
			"Upload events that EventBridge could not hand to the ingest queue",
		);
	}

	private output(name: string, value: string, description: string): void {
		new CfnOutput(this, name, { value, description });
	}
}
