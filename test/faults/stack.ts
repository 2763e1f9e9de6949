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
	/** Messages in all queues, and of them those in dead-letter queues. */
	depth(): Promise<{ readonly work: number; readonly dead: number }>;
	kill(): Promise<void>;
}

const QUEUES = {
	work: ["IngestQueueUrl", "SummariseQueueUrl"],
	dead: ["IngestDeadLettersUrl", "SummariseDeadLettersUrl", "UndeliveredEventsUrl"],
};

/** Starts it. `tell` hears of each fault. */
export const startFaultyStack = (
	assembly: string,
	dataDir: string,
	choosing: Choosing,
	tell: (injected: Injected) => void,
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
				const said = JSON.parse(line) as Stack | Injected;
				if ("endpoints" in said) resolve(said);
				else tell(said);
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
			const { sqs, outputs } = await running;
			const count = async (name: string): Promise<number> => {
				const { Attributes = {} } = await sqs.send(
					new GetQueueAttributesCommand({ QueueUrl: outputs[name], AttributeNames: ["All"] }),
				);
				return (
					Number(Attributes.ApproximateNumberOfMessages) +
					Number(Attributes.ApproximateNumberOfMessagesNotVisible) +
					Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0)
				);
			};
			const sum = async (names: readonly string[]) =>
				(await Promise.all(names.map(count))).reduce((all, one) => all + one, 0);
			return { work: await sum(QUEUES.work), dead: await sum(QUEUES.dead) };
		},
		kill,
	};
};
