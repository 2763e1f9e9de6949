/** A short torture; `npm run torture` is the long one, and docs/reliability.md its report. */
import { expect, test } from "vitest";
import { torture } from "../faults/run.ts";

const UPLOADS = 60;
const SEED = 20261123;
const KILLS = 1;
const TRACE = `reports/torture-${SEED}.json`;
const AGAIN = `npm run torture -- --replay ${TRACE} --uploads ${UPLOADS} --seed ${SEED} --kills ${KILLS}`;

test("nothing is lost, stale, duplicated, resurrected or left behind, whatever fails on the way", async () => {
	const { verdict, counts, faults, moves } = await torture({
		uploads: UPLOADS,
		seed: SEED,
		share: 0.01,
		kills: KILLS,
		trace: TRACE,
	});
	expect(verdict, AGAIN).toEqual({
		lost: [],
		stale: [],
		duplicated: [],
		resurrected: [],
		orphaned: [],
		missing: [],
		overbilled: [],
		stuck: [],
	});
	expect(counts.documents).toBe(2 * counts.ready);
	// Three topics, an author and a folder or two.
	expect(counts.entries % counts.ready).toBe(0);
	expect(moves).toBeGreaterThan(3 * counts.ready);
	expect(faults.length).toBeGreaterThan(50);
	expect(new Set(faults.map(({ fault }) => fault)).size).toBeGreaterThan(10);
}, 240_000);
