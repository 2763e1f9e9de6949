import type { Log } from "../shared/queue.ts";
import { forEach } from "./pages.ts";
import type { Fate } from "./repair.ts";

/** How many keys came to which fate, what was removed, and how often something threw. */
export type Counts = Record<Fate | "looked" | "collected" | "unlisted" | "errors", number>;

/** What a run does, counted. */
export interface Tally {
	readonly counts: Counts;
	/** Does `work` for each name. One that throws keeps nobody from the others. */
	each<Item>(items: readonly Item[], work: (item: Item) => Promise<keyof Counts | undefined>): Promise<void>;
}

/** Begins to count. */
export const startTally = (log: Log): Tally => {
	const counts: Counts = {
		looked: 0,
		sound: 0,
		resent: 0,
		restored: 0,
		buried: 0,
		collected: 0,
		unlisted: 0,
		errors: 0,
	};
	return {
		counts,
		each: (items, work) =>
			forEach(items, async (item) => {
				counts.looked++;
				try {
					const fate = await work(item);
					if (fate) counts[fate]++;
				} catch (error) {
					counts.errors++;
					log.warn("could not be repaired", { item, reason: String(error) });
				}
			}),
	};
};
