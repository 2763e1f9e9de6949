/**
 * Alarms on what goes wrong: each class of faults is injected where it doesn't end, and the template's alarms are
 * evaluated on what functions and queues then emit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startStack } from "../../local/stack.ts";
import { faultyAssembly } from "../faults/assembly.ts";
import { CLASSES, SCENARIOS, type Scenario } from "./alarms/scenarios.ts";
import { type Watched, watch } from "./alarms/watched.ts";
import { editTemplate } from "./assembly.ts";
import { type Embedded, embed } from "./embedded.ts";

const UPLOADS = [0, 1, 2, 3];
/** An alarm of the API rings when more than five of its calls fail. */
const READERS = 8;
/** For what comes later, and for queues that nobody empties. */
const MOMENTS_MS = 8_000;
const LONGEST_MS = 150_000;

let assembly: string;
beforeAll(async () => {
	assembly = await faultyAssembly();
	editTemplate(assembly, ({ Type, Properties }) => {
		// The day for which EventBridge tries.
		if (Type === "AWS::Events::Rule")
			for (const { RetryPolicy } of Properties.Targets) RetryPolicy.MaximumEventAgeInSeconds = 3;
	});
});
afterAll(() => rmSync(assembly, { recursive: true, force: true }));

/** Waits until no work is left, or until it has been waited for long enough. */
const settle = async ({ left }: Watched, { waits, rings }: Scenario, leastMs: number): Promise<void> => {
	const began = performance.now();
	await sleep(leastMs);
	const isSettled = () => waits || (left().work === 0 && (left().dead > 0 || !rings.includes("Undelivered")));
	while (!isSettled() && performance.now() - began < LONGEST_MS) await sleep(500);
};

const use = async (embedded: Embedded, watched: Watched, scenario: Scenario): Promise<void> => {
	const { stack } = embedded;
	for (const i of UPLOADS) await embedded.put(`uploads/${i}.html`, `the mill ${i}`);
	await settle(watched, scenario, MOMENTS_MS);
	for (let i = 0; i < READERS; i++) await embedded.get("/summaries?key=uploads/0.html");
	await stack.lambda.invoke(stack.outputs.SweepFunctionName ?? "", { operation: "sweep" });
	await settle(watched, scenario, 0);
};

const alarmsOf = async (scenario: Scenario): Promise<string[]> => {
	const dataDir = mkdtempSync(join(tmpdir(), "precis-alarms-"));
	const watched = watch(assembly, dataDir);
	const interceptors = [watched.interceptor, ...scenario.interceptors];
	const stack = await startStack({ assembly, dataDir, port: 0, interceptors, graceMs: 0 });
	const embedded = embed(stack, () => stack.close());
	try {
		// Logs are whole when the stack has stopped.
		await use(embedded, watched, scenario).finally(() => embedded.stop());
		return watched.ringing();
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
};

describe("alarms that ring for", () => {
	test.concurrent.each(SCENARIOS)("$what", async (scenario) => {
		expect(await alarmsOf(scenario)).toEqual(scenario.rings);
	});

	test("each class of faults are known", () => {
		const tried = new Set(SCENARIOS.map(({ fault }) => fault));
		expect(CLASSES.filter((fault) => !tried.has(fault))).toEqual([]);
	});
});
