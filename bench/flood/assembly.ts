/** The project's assembly for floods: less patience, concurrency that a small machine reaches, and poison. */
import { patchedAssembly, sabotage } from "../../test/e2e/assembly.ts";

/** The functions that queues feed. */
export const WORKERS = ["ingest", "summarise"] as const;
export type Worker = (typeof WORKERS)[number];

/** Invocations at once: below what the embedded stack allows by itself, so that it is the mapping that holds. */
export const CONCURRENCY: Readonly<Record<Worker, number>> = { ingest: 3, summarise: 2 };

/** What takes minutes on AWS takes seconds here. */
const TIMEOUT_SECONDS = 4;
const VISIBILITY_SECONDS = 5;

/** How a function goes down, every time, when it handles a key of {@link poisonKey}. */
const WAYS = {
	throw: "throw error;",
	exit: "process.exit(3);",
	"out-of-memory": "const held = []; for (;;) held.push(Buffer.alloc(64 * 1024 * 1024, 1));",
};

const POISON = Object.keys(WAYS).flatMap((way) => WORKERS.map((worker) => `${worker}-${way}.html`));

/** A key that brings down ingest or summarise, each in several ways by turns. */
export const poisonKey = (folder: string, i: number): string => `${folder}/${i}/${POISON[i % POISON.length]}`;

/** Makes it; gives its folder, which is the caller's to remove. `tries` is how often a message is received. */
export const floodAssembly = async (tries: number): Promise<string> => {
	const folder = await patchedAssembly(({ Type, Properties }) => {
		const variables = Properties?.Environment?.Variables;
		if (Type === "AWS::Lambda::Function" && variables?.MAX_RECEIVE_COUNT) {
			Properties.Timeout = TIMEOUT_SECONDS;
			variables.MAX_RECEIVE_COUNT = String(tries);
		}
		if (Type === "AWS::SQS::Queue" && Properties.RedrivePolicy) {
			Properties.VisibilityTimeout = VISIBILITY_SECONDS;
			Properties.RedrivePolicy.maxReceiveCount = tries;
		}
		if (Type === "AWS::Lambda::EventSourceMapping") {
			const name = JSON.stringify(Properties.FunctionName);
			const worker = WORKERS.find((one) => name.toLowerCase().includes(one));
			if (worker) Properties.ScalingConfig = { MaximumConcurrency: CONCURRENCY[worker] };
		}
	});
	sabotage(folder, WAYS);
	return folder;
};
