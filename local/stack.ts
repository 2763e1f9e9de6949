/**
 * The embedded stack: the synthesized template on this machine, wired in the order an article moves through it.
 * Real clients reach it over HTTP, with the addresses and credentials that `Stack` tells.
 */
import {
	BucketAlreadyOwnedByYou,
	CreateBucketCommand,
	DeleteBucketCorsCommand,
	PutBucketCorsCommand,
	PutBucketNotificationConfigurationCommand,
	PutBucketVersioningCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { ACCOUNT, CLIENT, CREDENTIALS } from "./account.ts";
import { readAssembly } from "./assembly.ts";
import { type DataFolder, takeDataFolder } from "./data-folder.ts";
import { startDynamoDb } from "./dynamodb.ts";
import { authorise, freeBytes, type Interceptor, keepSpace, openGate } from "./endpoints/index.ts";
import { eventBus } from "./events.ts";
import { iamAuthoriser, startGateway } from "./gateway/index.ts";
import { type Credentials, openCallers, recordUse, type User } from "./iam/index.ts";
import { startInvokeApi } from "./lambda/api.ts";
import { type Lambda, openLambda } from "./lambda/host.ts";
import { startPoller } from "./pollers.ts";
import { startS3 } from "./s3/index.ts";
import { startSchedules } from "./schedules.ts";
import { startSqs } from "./sqs.ts";
import { type BucketPlan, type FunctionPlan, type Plan, plan } from "./template.ts";

/** What to run, and where. */
export interface StackOptions {
	/** Folder of the cloud assembly, as `cdk synth` writes it. */
	readonly assembly: string;
	/** Where state is kept. One process at a time. */
	readonly dataDir: string;
	/** Of the API; S3, SQS, DynamoDB and Lambda have the next four. 0 is five free ones. */
	readonly port: number;
	/** Who else there is besides the owner. With such users, the API asks for signatures as on AWS. */
	readonly users?: readonly User[];
	/** Copies what functions log to standard error too. */
	readonly verbose?: boolean;
	/** Told of each try of a function that failed, in a sentence. */
	readonly onFailure?: (sentence: string) => void;
	/** How many messages of a queue are worked on at once; as many as there are cores, and four at least, when absent. */
	readonly atOnce?: number;
	/** What comes between calls of S3, SQS and DynamoDB and their answers, whoever makes them. */
	readonly interceptors?: readonly Interceptor[];
	/** Bytes that are free on the disk of `dataDir`; asks the system when absent. */
	readonly free?: () => Promise<number>;
	/** How long work in flight may take to end when the stack is closed; 10 seconds when absent. */
	readonly graceMs?: number;
}

/** A running stack. */
export interface Stack {
	/** `http://127.0.0.1:PORT`, without a slash at its end. */
	readonly endpoints: Readonly<Record<"api" | "s3" | "sqs" | "dynamodb" | "lambda", string>>;
	/** What SDK clients need besides an endpoint: `new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 })`. */
	readonly client: typeof CLIENT;
	/** The bucket whose events start the pipeline. */
	readonly articlesBucket: string;
	/** The stack's outputs (`IngestDeadLettersUrl`…). `ApiUrl` is what it would be on AWS: here it is `endpoints.api`. */
	readonly outputs: Readonly<Record<string, string>>;
	readonly logFolder: string;
	/** The functions by their local name, to be invoked past the queues. */
	readonly lambda: Lambda;
	/** Resolves when every function has loaded once; rejects with the reason of the first that can't. */
	readonly warm: Promise<void>;
	/** Stops cleanly: work in flight ends, or goes back into its queue when it takes longer than the grace. */
	close(): Promise<void>;
}

const HANG_UP_MS = 500;

const ensureBuckets = async (client: S3Client, buckets: readonly BucketPlan[]): Promise<void> => {
	for (const { name: Bucket, versioned, announces, cors } of buckets) {
		await client.send(new CreateBucketCommand({ Bucket })).catch((error) => {
			if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
		});
		if (versioned) {
			await client.send(
				new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }),
			);
		}
		await client.send(
			new PutBucketNotificationConfigurationCommand({
				Bucket,
				NotificationConfiguration: announces ? { EventBridgeConfiguration: {} } : {},
			}),
		);
		if (cors.length === 0) await client.send(new DeleteBucketCorsCommand({ Bucket }));
		else await client.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: cors } }));
	}
};

const articlesBucketOf = ({ buckets }: Plan): string => {
	const announcing = buckets.filter(({ announces }) => announces);
	const [articles] = announcing;
	if (announcing.length !== 1 || !articles) {
		throw new Error(`${announcing.length} buckets of the template send events; the embedded stack needs one`);
	}
	return articles.name;
};

/** What functions are told besides their own environment. */
const variablesFor = (endpoints: Record<"s3" | "sqs" | "dynamodb", string>): Record<string, string> => ({
	AWS_REGION: ACCOUNT.region,
	AWS_DEFAULT_REGION: ACCOUNT.region,
	AWS_ENDPOINT_URL_S3: endpoints.s3,
	AWS_ENDPOINT_URL_SQS: endpoints.sqs,
	AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
});

/** A function with the keys of its role's session, which Lambda too hands over in the environment. */
const withKeys = (plan: FunctionPlan, { accessKeyId, secretAccessKey }: Credentials): FunctionPlan => ({
	...plan,
	environment: {
		...plan.environment,
		AWS_ACCESS_KEY_ID: accessKeyId,
		AWS_SECRET_ACCESS_KEY: secretAccessKey,
	},
});

/** Starts each part, and has `closers` stop it; they are run in reverse. */
const start = async (
	options: StackOptions,
	folder: DataFolder,
	closers: AsyncDisposableStack,
): Promise<Omit<Stack, "close">> => {
	const { onFailure = () => {}, graceMs = 10_000, verbose, interceptors = [], users = [] } = options;
	const port = (offset: number) => (options.port === 0 ? 0 : options.port + offset);
	const assembly = readAssembly(options.assembly);
	const closing = <T extends { close(): Promise<void> }>(started: T): T => {
		closers.defer(() => started.close());
		return started;
	};

	const [sqs, dynamodb] = await Promise.all([
		startSqs({ folder: folder.path("sqs") }).then(closing),
		startDynamoDb({ folder: folder.path("dynamodb") }).then(closing),
	]);
	const gates = {
		s3: closing(await openGate("s3", "S3", port(1))),
		sqs: closing(await openGate("sqs", "SQS", port(2))),
		dynamodb: closing(await openGate("dynamodb", "DynamoDB", port(3))),
	};
	const endpoints = {
		s3: gates.s3.endpoint,
		sqs: gates.sqs.endpoint,
		dynamodb: gates.dynamodb.endpoint,
	};
	const app = plan(assembly, endpoints);
	const callers = openCallers({ ...app, users, onUse: recordUse(process.env.PRECIS_GRANTS) });
	await Promise.all([sqs.ensure(app.queues), dynamodb.ensure(app.tables)]);

	/** SQS for somebody who has keys: a function's poller, a rule of EventBridge. */
	const sqsFor = (name: string): SQSClient => {
		const client = new SQSClient({
			...CLIENT,
			credentials: callers.credentialsOf(name),
			endpoint: endpoints.sqs,
		});
		closers.defer(async () => client.destroy());
		return client;
	};
	const s3 = closing(
		await startS3({
			file: folder.path("s3.sqlite"),
			region: ACCOUNT.region,
			accountId: ACCOUNT.id,
			credentials: CREDENTIALS,
			guard: callers,
			deliver: eventBus(app.rules, app.queues, sqsFor),
		}),
	);
	const s3Client = new S3Client({ ...CLIENT, endpoint: s3.endpoint });
	await ensureBuckets(s3Client, app.buckets);
	s3Client.destroy();

	const articlesBucket = articlesBucketOf(app);
	const { free = () => freeBytes(options.dataDir) } = options;
	const passed = [...interceptors, keepSpace(articlesBucket, free)];
	gates.s3.serve({ endpoint: s3.endpoint, callers, interceptors: passed });
	gates.sqs.serve({
		endpoint: sqs.endpoint,
		callers,
		interceptors: [...passed, authorise("sqs", callers)],
	});
	gates.dynamodb.serve({
		endpoint: dynamodb.endpoint,
		callers,
		interceptors: [...passed, authorise("dynamodb", callers)],
	});

	const logFolder = folder.path("logs");
	const lambda = closing(
		openLambda({
			functions: app.functions.map((it) => withKeys(it, callers.credentialsOf(it.name))),
			variables: variablesFor(endpoints),
			logFolder,
			verbose,
		}),
	);

	const invokeApi = await startInvokeApi({
		port: port(4),
		functions: app.functions,
		callers,
		invoke: lambda.invoke,
	});
	closers.defer(() => invokeApi.close());
	const schedules = startSchedules(app.schedules, lambda.invoke, onFailure);
	closers.defer(async () => schedules.stop());
	const gateway = await startGateway({
		port: port(0),
		routes: app.routes,
		cors: app.cors,
		iam: iamAuthoriser(callers, { isOpen: users.length === 0 }),
		invoke: lambda.invoke,
	});
	const pollers = app.mappings.map((mapping) =>
		startPoller({
			sqs,
			client: sqsFor(mapping.function),
			mapping,
			atOnce: options.atOnce,
			invoke: (event) => lambda.invoke(mapping.function, event),
			onFailure,
		}),
	);
	closers.defer(async () => {
		await Promise.all([gateway.close(HANG_UP_MS), ...pollers.map((poller) => poller.stop(graceMs))]);
	});

	const warm = lambda.warm();
	warm.catch(() => {}); // Whoever waits for it is told; whoever doesn't hears of the first invocation.
	return {
		endpoints: { api: gateway.endpoint, ...endpoints, lambda: invokeApi.endpoint },
		client: CLIENT,
		articlesBucket,
		outputs: app.outputs,
		logFolder,
		lambda,
		warm,
	};
};

/**
 * Starts the stack. Throws `Unable` when a port is taken or the data folder is another's; what had been
 * started by then is stopped again.
 */
export const startStack = async (options: StackOptions): Promise<Stack> => {
	await using closers = new AsyncDisposableStack();
	const folder = takeDataFolder(options.dataDir);
	closers.defer(() => folder.release());
	const started = await start(options, folder, closers);
	const running = closers.move();
	let closing: Promise<void> | undefined;
	return {
		...started,
		close() {
			closing ??= running.disposeAsync();
			return closing;
		},
	};
};
