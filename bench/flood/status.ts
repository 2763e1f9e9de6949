/** What `GET /status` says while a flood is on, and that it is over. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Status, StatusSchema } from "../../functions/shared/api.ts";
import { WORKERS, type Worker } from "./assembly.ts";

const INTERVAL_MS = 500;

/** The most messages that waited for each function. */
export type Backlog = Record<Worker, number>;

const isQuiet = ({ queues }: Status): boolean =>
	WORKERS.every((worker) => queues[worker].waiting + queues[worker].inFlight === 0);

/** Asks now. */
export const askStatus = async (api: string): Promise<Status> =>
	StatusSchema.parse(await (await fetch(`${api}/status`)).json());

/**
 * Asks again and again until nothing waits, twice in a row (a message may be between two queues) and once
 * `isFed`: nothing more is to come. Gives the most that waited.
 */
export const watchBacklog = async (
	api: string,
	isFed: () => boolean,
	progress: (sentence: string) => void,
): Promise<Backlog> => {
	const most: Backlog = { ingest: 0, summarise: 0 };
	for (let still = 0; still < 2; await sleep(INTERVAL_MS)) {
		const fed = isFed();
		const status = await askStatus(api);
		for (const worker of WORKERS) most[worker] = Math.max(most[worker], status.queues[worker].waiting);
		still = fed && isQuiet(status) ? still + 1 : 0;
		progress(WORKERS.map((worker) => `${status.queues[worker].waiting} wait for ${worker}`).join(", "));
	}
	return most;
};
