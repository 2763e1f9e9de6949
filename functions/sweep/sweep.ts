/**
 * Looks for what events alone don't mend. First, each time, for uploads that have been on their way for too long;
 * then it goes on with its round through all uploads, rows, documents and entries, as far as its time lasts.
 */
import { hasRoom, type Room } from "./room.ts";
import { type Position, WALKS } from "./shelves.ts";
import { type Counts, startTally } from "./tally.ts";
import { createWalks, type WalkParts } from "./walks.ts";

/** What sweep is wired to. */
export interface SweepParts extends WalkParts, Room {}

/** What is asked of one run. */
export interface SweepRequest {
	/** Begins a round anew, and takes every upload for settled. */
	readonly rebuild?: boolean | undefined;
	/** Begins a round only when the last one ended so long ago; at once when absent. */
	readonly everyHours?: number | undefined;
}

/** What came of a run. */
export interface SweepReport {
	/** The round has come to its end; otherwise the next run goes on. */
	readonly done: boolean;
	readonly counts: Counts;
}

/** Wires the steps to their parts. `timeLeft` is in milliseconds. */
export const createSweep = (parts: SweepParts) => {
	const { shelves, now, log } = parts;

	const begin = async ({ rebuild = false, everyHours = 0 }: SweepRequest): Promise<Position> => {
		const anew: Position = { walk: WALKS[0], rebuild, at: now().toISOString() };
		const former = await shelves.position();
		if (rebuild || !former) return anew;
		if (former.walk) return former;
		const since = new Date(now().getTime() - everyHours * 60 * 60 * 1000).toISOString();
		return former.at <= since ? anew : former;
	};

	return async (request: SweepRequest, timeLeft: () => number): Promise<SweepReport> => {
		const tally = startTally(log);
		const walks = createWalks(parts, tally);

		const mayGoOn = (): Promise<boolean> => hasRoom(parts, timeLeft);

		const hurry = async (): Promise<boolean> => {
			for (const stage of ["received", "stripped"] as const) {
				let after: string | undefined;
				do {
					if (!(await mayGoOn())) return false;
					after = await walks.stuck(stage, after);
				} while (after !== undefined);
			}
			return true;
		};

		const goOn = async (from: Position): Promise<Position> => {
			let position = from;
			while (position.walk && (await mayGoOn())) {
				const { walk, rebuild } = position;
				const after = await walks.round[walk](position);
				const next = after === undefined ? WALKS[WALKS.indexOf(walk) + 1] : walk;
				position = {
					rebuild,
					at: now().toISOString(),
					...(next !== undefined && { walk: next }),
					...(after !== undefined && { after }),
				};
				// A run that is killed has the walk to do again that it was in.
				if (after === undefined) await shelves.note(position);
			}
			return position;
		};

		const from = await begin(request);
		if (request.rebuild) await shelves.note(from);
		const end = (await hurry()) ? await goOn(from) : from;
		if (end.after !== undefined) await shelves.note(end);
		log.info("swept", { ...tally.counts });
		return { done: end.walk === undefined, counts: tally.counts };
	};
};
