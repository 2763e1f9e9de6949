/** What a run walks through. Each step handles one page and gives where the next one begins. */

import type { Entry } from "../shared/entries.ts";
import { placesOf } from "../shared/lists.ts";
import type { Row } from "../shared/row.ts";
import { createRepair, type Fate, type RepairParts } from "./repair.ts";
import type { Position, Shelved, Shelves, Walk } from "./shelves.ts";
import type { Tables } from "./tables.ts";
import type { Tally } from "./tally.ts";

/** What is younger may still be on its way by itself: five tries of ingest and of summarise take 45 minutes. */
const SETTLED_MS = 60 * 60 * 1000;
/** A document may be stored this long before a row points at it. */
const COLLECTED_MS = 24 * 60 * 60 * 1000;

/** What the walks are wired to. */
export interface WalkParts extends RepairParts {
	readonly tables: Tables;
	readonly shelves: Shelves;
}

const isUndecided = ({ latest: { stage } }: Row): boolean =>
	stage === "received" || stage === "stripped" || stage === "failed";

/** Whether the row points at this document, or is about to. */
const wantsDocument = (row: Row | undefined, name: string): boolean => {
	if (row === undefined) return false;
	if (name === row.current?.article || name === row.current?.summary) return true;
	return isUndecided(row) && name.split("/")[2] === row.latest.sequencer;
};

/** Whether the row bears an entry out, or is about to. */
const wantsEntry = (row: Row | undefined, { list, rank, key, sequencer }: Entry): boolean => {
	if (row === undefined) return false;
	if (isUndecided(row) && sequencer === row.latest.sequencer) return true;
	return (
		row.current !== undefined && placesOf(key, row.current).some((at) => at.list === list && at.rank === rank)
	);
};

/** Wires the walks to their parts, for one run. */
export const createWalks = (parts: WalkParts, { each }: Tally) => {
	const { uploads, library, shelves, catalogue, entries, tables, now, log } = parts;
	const repair = createRepair(parts);
	const before = (ms: number): string => new Date(now().getTime() - ms).toISOString();
	const settledBefore = before(SETTLED_MS);
	const collectedBefore = before(COLLECTED_MS);

	const repairKey = async (key: string): Promise<Fate | undefined> => {
		const row = await catalogue.get(key);
		return row && repair.row(row, settledBefore);
	};

	const collect = async ({ name, storedAt }: Shelved) => {
		if (storedAt >= collectedBefore) return undefined;
		const key = (await library.keyOf(name))?.key;
		if (key === undefined) return undefined;
		const row = await catalogue.get(key);
		if (wantsDocument(row, name)) return undefined;
		// A row that is missing is missed elsewhere: the document may be what brings it back.
		if (!row && (await uploads.find(key))) return undefined;
		await library.remove([name]);
		log.info("collected", { key, name });
		return "collected";
	};

	const unlist = async (entry: Entry) => {
		if (wantsEntry(await catalogue.get(entry.key), entry)) return undefined;
		await entries.discard(entry);
		return "unlisted";
	};

	const round: Record<Walk, (position: Position) => Promise<string | undefined>> = {
		async uploads({ after, rebuild }) {
			const { items, next } = await uploads.keys(after);
			const settled = rebuild ? now().toISOString() : settledBefore;
			await each(items, async (key) =>
				(await catalogue.get(key)) ? undefined : repair.missing(key, settled),
			);
			return next;
		},
		async rows({ after }) {
			const { items, next } = await tables.keys(after);
			await each(items, repairKey);
			return next;
		},
		async documents({ after }) {
			const { items, next } = await shelves.documents(after);
			await each(items, collect);
			return next;
		},
		async entries({ after }) {
			const { items, next } = await tables.entries(after);
			await each(items, unlist);
			return next;
		},
	};

	return {
		round,
		/** Uploads that have been at `stage` for too long, by the index of stages. */
		async stuck(stage: "received" | "stripped", after: string | undefined): Promise<string | undefined> {
			const { items, next } = await tables.keysAt(stage, settledBefore, after);
			await each(items, repairKey);
			return next;
		},
	};
};
