/** The stack with faults, in a process that is killed and started again on its data. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { documentClient } from "../../functions/shared/clients.ts";
import type { Stack } from "../../local/stack.ts";
import type { Receipt } from "./billing.ts";
import type { Move } from "./history.ts";
import type { Choosing, Injected } from "./injector.ts";

/** A stack that runs, and the owner's clients. */
export interface Running extends Pick<Stack, "articlesBucket" | "outputs"> {
	readonly s3: S3Client;
	readonly sqs: SQSClient;
	readonly tables: DynamoDBDocumentClient;
}

/** The stack over all its processes. */
export interface FaultyStack {
	/** What runs now, once it does. */
	running(): Promise<Running>;
	/** Kills it with SIGKILL and starts it again. Gives the milliseconds until it is reachable. */
	restart(): Promise<number>;
	/** No more faults from now on. */
	quieten(): void;
	/** Messages that wait or are worked on. */
	depth(): Promise<number>;
	/** Messages in any queue, dead letters among them, by the queue's output. */
	left(): Promise<ReadonlyMap<string, number>>;
	/** How often a message is tried. */
	tries(): Promise<number>;
	kill(): Promise<void>;
}

const QUEUES = ["IngestQueueUrl", "SummariseQueueUrl"];
const DEAD_LETTERS = ["IngestDeadLettersUrl", "SummariseDeadLettersUrl", "UndeliveredEventsUrl"];

/** All messages of a queue, whether they can be received now or not. */
const countOf = (attributes: Readonly<Record<string, string>>): number =>
	[
		"ApproximateNumberOfMessages",
		"ApproximateNumberOfMessagesNotVisible",
		"ApproximateNumberOfMessagesDelayed",
	]
		.map((name) => Number(attributes[name] ?? 0))
		.reduce((sum, count) => sum + count, 0);

/** What is told of a stack while it runs. */
export interface Listener {
	injected(fault: Injected): void;
	received(receipt: Receipt): void;
	moved(move: Move): void;
}

/** Starts it. */
export const startFaultyStack = (
	assembly: string,
	dataDir: string,
	choosing: Choosing,
	listener: Listener,
): FaultyStack => {
	let child: ChildProcess;
	let quiet = false;

	const start = async (): Promise<Running> => {
		const given = JSON.stringify(choosing);
		const started = spawn(process.execPath, ["test/faults/stack-host.ts", assembly, dataDir, given], {
			stdio: ["pipe", "pipe", "inherit"],
		});
		child = started;
		const lines = createInterface({ input: started.stdout });
		if (quiet) started.stdin.write("quiet\n");
		// Faults are injected, and told of, from the moment its pollers start.
		const { endpoints, client, articlesBucket, outputs } = await new Promise<Stack>((resolve, reject) => {
			lines.on("line", (line) => {
				const said = JSON.parse(line) as Stack | Injected | Receipt | Move;
				if ("endpoints" in said) resolve(said);
				else if ("stage" in said) listener.received(said);
				else if ("to" in said) listener.moved(said);
				else listener.injected(said);
			});
			started.once("exit", () => reject(new Error("The stack could not be started; see above.")));
		});
		return {
			articlesBucket,
			outputs,
			s3: new S3Client({ ...client, endpoint: endpoints.s3, maxAttempts: 1 }),
			sqs: new SQSClient({ ...client, endpoint: endpoints.sqs }),
			tables: documentClient(new DynamoDBClient({ ...client, endpoint: endpoints.dynamodb })),
		};
	};

	const kill = async (): Promise<void> => {
		const gone = once(child, "exit");
		child.kill("SIGKILL");
		await gone;
	};

	let running = start();
	const attributes = async (name: string): Promise<Record<string, string>> => {
		const { sqs, outputs } = await running;
		const asked = new GetQueueAttributesCommand({ QueueUrl: outputs[name], AttributeNames: ["All"] });
		return (await sqs.send(asked)).Attributes ?? {};
	};
	return {
		running: () => running,
		async restart() {
			await running;
			await kill();
			const begun = performance.now();
			running = start();
			await running;
			return performance.now() - begun;
		},
		quieten() {
			quiet = true;
			child.stdin?.write("quiet\n");
		},
		async depth() {
			const all = await Promise.all(QUEUES.map(attributes));
			return all.map(countOf).reduce((sum, count) => sum + count, 0);
		},
		async left() {
			const names = [...QUEUES, ...DEAD_LETTERS];
			const counts = await Promise.all(names.map(async (name) => countOf(await attributes(name))));
			return new Map(names.map((name, index) => [name, counts[index] ?? 0]));
		},
		async tries() {
			const all = await Promise.all(QUEUES.map(attributes));
			const policies = all.map(({ RedrivePolicy = "{}" }) => JSON.parse(RedrivePolicy));
			return Math.max(...policies.map(({ maxReceiveCount }) => Number(maxReceiveCount)));
		},
		kill,
	};
};
