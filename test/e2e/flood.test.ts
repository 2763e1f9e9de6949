/** A small flood; `npm run bench -- flood` is the large one, and docs/reliability.md its report. */
import { beforeAll, describe, expect, test } from "vitest";
import { CONCURRENCY, WORKERS } from "../../bench/flood/assembly.ts";
import { type Flood, runFlood } from "../../bench/flood/flood.ts";
import { growthOf } from "../../bench/flood/log.ts";

/** What V8 may still add to its young generation; the large flood tells more. */
const NO_GROWTH_MB = 96;

let flooded: Flood;
beforeAll(async () => {
	flooded = await runFlood({ uploads: 300, hot: 100, poison: 40, tries: 2 });
}, 300_000);

describe("a flood", () => {
	test("leaves every upload ready, with the documents of its bytes", () => {
		expect(flooded.verdict).toEqual({
			lost: [],
			stale: [],
			duplicated: [],
			resurrected: [],
			orphaned: [],
			missing: [],
		});
		expect(flooded.flood.toReady).toHaveLength(300);
	});

	test("is seen in /status while it waits, and not afterwards", () => {
		expect(flooded.flood.backlog.ingest).toBeGreaterThan(100);
		expect(flooded.left).toBe(0);
	});

	test.each(WORKERS)("has no more of %s run at once than the template allows", (worker) => {
		for (const wave of [flooded.flood, flooded.hot, flooded.poison])
			expect(wave.functions[worker].atOnce).toBeLessThanOrEqual(CONCURRENCY[worker]);
	});

	test("makes use of what the template allows", () => {
		expect(flooded.flood.functions.ingest.atOnce).toBe(CONCURRENCY.ingest);
	});

	test.each(WORKERS)("leaves the memory of %s as it is", (worker) => {
		expect(flooded.flood.functions[worker].memory.length).toBeGreaterThan(200);
		expect(growthOf(flooded.flood.functions[worker])).toBeLessThan(NO_GROWTH_MB);
	});
});

describe("a key that is written again and again", () => {
	test("shows its last upload, and has its documents alone", () => {
		expect(flooded.hot).toMatchObject({ isLast: true, articles: 1, summaries: 1 });
	});
});

describe("a batch in which every tenth upload is poison", () => {
	test("leaves one dead letter for each of these", () => {
		expect(flooded.poison.keys).toHaveLength(4);
		expect(flooded.poison.deadLetters).toEqual(flooded.poison.keys);
	});

	test("leaves the others ready", () => {
		expect(flooded.poison.toReady).toHaveLength(36);
	});
});
