/** The whole deployment, in the order an article moves through it. */
import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Settings } from "./context.ts";
import { HandlerFunction } from "./function.ts";
import { SummariesApi } from "./http-api.ts";
import { Inbox } from "./inbox.ts";
import { Library } from "./library.ts";
import { Sweep } from "./sweep.ts";
import { Watch } from "./watch.ts";
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
/** An HTTP API hangs up after 30 s; a little less, and it is the function that says what happened. */
const FETCH_TIMEOUT = Duration.seconds(29);

/** Articles in, summaries out. */
export class PrecisStack extends Stack {
	private readonly settings: Settings;
	private readonly inbox: Inbox;
	private readonly library: Library;
	/** Articles that are stripped and wait for their summary. */
	private readonly stripped: WorkQueue;

	constructor(scope: Construct, id: string, settings: Settings) {
		super(scope, id, {
			description: "Precis: summarises uploaded articles and serves the summaries over HTTP",
		});
		this.settings = settings;
		this.inbox = new Inbox(this, "Inbox", { ...settings, handlerTimeout: INGEST_TIMEOUT });
		this.library = new Library(this, "Library", settings);
		this.stripped = new WorkQueue(this, "Summarise", SUMMARISE_TIMEOUT);

		const { inbox, library, stripped } = this;
		const Ingest = this.ingestFunction();
		const Summarise = this.summariseFunction();
		const Fetch = this.fetchFunction();
		inbox.queue.feed(Ingest, settings.ingestConcurrency);
		stripped.feed(Summarise, settings.summariseConcurrency);
		const api = new SummariesApi(this, "Api", { handler: Fetch.lambda, ...settings });

		const queueUrls = this.queueUrls();
		const sweep = new Sweep(this, "Sweep", { inbox, library, stripped, queueUrls, settings });
		new Watch(this, "Watch", {
			functions: { Ingest, Summarise, Fetch, Sweep: sweep.function },
			queues: { Ingest: inbox.queue, Summarise: stripped },
			undelivered: inbox.undelivered,
			apiId: api.id,
			alarmEmail: settings.alarmEmail,
		});

		this.output(
			"ApiUrl",
			api.url,
			settings.jwtIssuer === undefined
				? "Where summaries are fetched; requests are signed with SigV4"
				: "Where summaries are fetched; requests carry a token of the configured issuer",
		);
		this.outputPlaces();
		this.outputQueues("Ingest", this.inbox.queue);
		this.outputQueues("Summarise", this.stripped);
		this.output(
			"SweepFunctionName",
			sweep.function.lambda.functionName,
			"Invoke it to sweep, rebuild or redrive; docs/operations.md says how",
		);
	}

	/** It parses hostile markup, so it may touch nothing but uploads, documents, rows and the next queue. */
	private ingestFunction(): HandlerFunction {
		const { inbox, library, stripped, settings } = this;
		const ingest = new HandlerFunction(this, "IngestFunction", {
			entry: "functions/ingest/handler.ts",
			description: "Reads an upload, strips it to the article, hands it on to be summarised",
			timeout: INGEST_TIMEOUT,
			memorySize: ONE_VCPU_MB,
			environment: {
				...library.names,
				SUMMARISE_QUEUE_URL: stripped.queue.queueUrl,
				MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
			},
			settings,
		});
		ingest.allowObjects(inbox.bucket, "*", ["s3:GetObject", "s3:GetObjectVersion"]);
		ingest.allowTellingMissing(inbox.bucket);
		// Who moves a row to its last stage removes the documents that it pointed at before.
		ingest.allowObjects(library.bucket, "articles/*", ["s3:PutObject", "s3:DeleteObject"]);
		ingest.allowObjects(library.bucket, "summaries/*", ["s3:DeleteObject"]);
		ingest.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], library.catalogue.tableArn);
		ingest.allow(["dynamodb:DeleteItem"], library.entries.tableArn);
		ingest.allow(["sqs:SendMessage"], stripped.queue.queueArn);
		return ingest;
	}

	private summariseFunction(): HandlerFunction {
		const { library, settings } = this;
		const summarise = new HandlerFunction(this, "SummariseFunction", {
			entry: "functions/summarise/handler.ts",
			description: "Makes an article's summary and publishes it",
			timeout: SUMMARISE_TIMEOUT,
			memorySize: ONE_VCPU_MB,
			environment: {
				...library.names,
				MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT),
				SUMMARY_LENGTH: settings.summaryLength,
			},
			settings,
		});
		summarise.allowObjects(library.bucket, "articles/*", ["s3:GetObject", "s3:DeleteObject"]);
		summarise.allowObjects(library.bucket, "summaries/*", ["s3:PutObject", "s3:DeleteObject"]);
		summarise.allowTellingMissing(library.bucket);
		summarise.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], library.catalogue.tableArn);
		summarise.allow(["dynamodb:PutItem", "dynamodb:DeleteItem"], library.entries.tableArn);
		return summarise;
	}

	/**
	 * Its concurrency is not reserved by default: both stages before it are bounded by their mappings, so a
	 * flood of uploads leaves the rest of the account's to readers, and reserving takes it from all others.
	 */
	private fetchFunction(): HandlerFunction {
		const { inbox, library, stripped, settings } = this;
		const fetch = new HandlerFunction(this, "FetchFunction", {
			entry: "functions/fetch/handler.ts",
			description: "Answers the HTTP API from catalogue and library",
			timeout: FETCH_TIMEOUT,
			// It waits for S3 and DynamoDB, and copies at most one document of 5 MB into an answer.
			memorySize: 512,
			reservedConcurrency: settings.fetchReservedConcurrency,
			environment: {
				...library.names,
				...this.queueUrls(),
				ARTICLES_BUCKET: inbox.bucket.bucketName,
			},
			settings,
		});
		fetch.allow(["dynamodb:GetItem", "dynamodb:BatchGetItem"], library.catalogue.tableArn);
		for (const list of library.lists)
			fetch.allow(["dynamodb:Query"], `${library.catalogue.tableArn}/index/${list}`);
		fetch.allow(["dynamodb:Query"], library.entries.tableArn);
		// Whom it gives an upload address acts by this role: it may put and remove uploads, but not read them.
		fetch.allowObjects(inbox.bucket, "*", ["s3:PutObject", "s3:DeleteObject"]);
		for (const queue of [
			inbox.queue.queue,
			inbox.queue.deadLetters,
			stripped.queue,
			stripped.deadLetters,
			inbox.undelivered,
		])
			fetch.allow(["sqs:GetQueueAttributes"], queue.queueArn);
		fetch.allowObjects(library.bucket, "articles/*", ["s3:GetObject"]);
		fetch.allowObjects(library.bucket, "summaries/*", ["s3:GetObject"]);
		fetch.allowTellingMissing(library.bucket);
		return fetch;
	}

	/** How functions are told where all queues are. */
	private queueUrls(): Record<string, string> {
		const { inbox, stripped } = this;
		return {
			INGEST_QUEUE_URL: inbox.queue.queue.queueUrl,
			INGEST_DEAD_LETTERS_URL: inbox.queue.deadLetters.queueUrl,
			SUMMARISE_QUEUE_URL: stripped.queue.queueUrl,
			SUMMARISE_DEAD_LETTERS_URL: stripped.deadLetters.queueUrl,
			UNDELIVERED_URL: inbox.undelivered.queueUrl,
		};
	}

	private outputPlaces(): void {
		const { inbox, library } = this;
		this.output("ArticlesBucketName", inbox.bucket.bucketName, inbox.uploadHint);
		this.output("LibraryBucketName", library.bucket.bucketName, "Article and summary documents");
		this.output("CatalogueTableName", library.catalogue.tableName, "One row for each uploaded key");
		this.output("EntriesTableName", library.entries.tableName, "Where topics, authors and folders have them");
		this.output(
			"UndeliveredEventsUrl",
			inbox.undelivered.queueUrl,
			"Upload events that EventBridge could not hand to the ingest queue",
		);
	}

	private outputQueues(stage: "Ingest" | "Summarise", work: WorkQueue): void {
		const who = stage.toLowerCase();
		this.output(`${stage}QueueUrl`, work.queue.queueUrl, `Work waiting for ${who}`);
		this.output(
			`${stage}DeadLettersUrl`,
			work.deadLetters.queueUrl,
			`Work that ${who} tried ${MAX_RECEIVE_COUNT} times in vain; redrive it from here`,
		);
	}

	private output(name: string, value: string, description: string): void {
		new CfnOutput(this, name, { value, description });
	}
}
