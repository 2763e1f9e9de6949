/** A short torture; `npm run torture` is the long one, and docs/reliability.md its report. */
import { expect, test } from "vitest";
import { torture } from "../faults/run.ts";

test("nothing is lost, stale, resurrected or left behind, whatever fails on the way", async () => {
	const { verdict, faults } = await torture({ uploads: 60, seed: 20261123, share: 0.01, kills: 1 });
	expect(verdict).toEqual({
		lost: [],
		stale: [],
		resurrected: [],
		orphaned: [],
		missing: [],
		overbilled: [],
	});
	expect(faults.length).toBeGreaterThan(50);
	expect(new Set(faults.map(({ fault }) => fault)).size).toBeGreaterThan(10);
}, 240_000);
