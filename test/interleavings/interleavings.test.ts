/** Every order of steps, crashes and repeated events that a few uploads can meet. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cloud, startCloud } from "../support/cloud.ts";
import { cloudWorld } from "./cloud-world.ts";
import type { Scenario } from "./execution.ts";
import { explore, replay } from "./explore.ts";
import { memoryWorld } from "./memory-world.ts";
import { promises } from "./promises.ts";
import { randomChoices } from "./sample.ts";
import { nameOf, SAMPLED, SMALL } from "./scenarios.ts";

describe.each(SMALL.map((scenario) => [nameOf(scenario), scenario] as const))("%s", (_, scenario) => {
	it("ends as promised, whatever the order of steps", { timeout: 120_000 }, async () => {
		const { states, interleavings } = await explore(scenario, memoryWorld, promises);
		expect(states).toBeGreaterThan(100);
		expect(interleavings).toBeGreaterThan(BigInt(states));
	});
});

describe("a promise that is broken", () => {
	it("is found, with the steps that break it", async () => {
		const forgetful = () => {
			const world = memoryWorld();
			const catalogue = { ...world.parts.catalogue, confirm: async () => true };
			return { ...world, parts: { ...world.parts, catalogue } };
		};
		const scenario: Scenario = { actions: ["upload", "delete", "restore"], duplicates: 0, crashes: 0 };
		await expect(explore(scenario, forgetful, promises)).rejects.toThrow(/after \[/);
	});
});

describe("the same steps on real servers", () => {
	let cloud: Cloud;
	beforeAll(async () => {
		cloud = await startCloud();
	});
	afterAll(() => cloud.close());

	const samples = SAMPLED.flatMap((scenario) =>
		[1, 2, 3, 4, 5].map((seed) => [nameOf(scenario), seed, scenario] as const),
	);

	it.each(samples)("end as they end in memory: %s, seed %i", async (_, seed, scenario) => {
		const choices = await randomChoices(scenario, memoryWorld(), seed);
		const inMemory = await replay(memoryWorld(), scenario, choices);
		const onServers = await replay(
			cloudWorld(cloud, `news/${scenario.actions.join("-")}-${seed}.txt`),
			scenario,
			choices,
		);
		expect(onServers.choices()).toEqual([]);
		expect(await onServers.ending()).toEqual(await inMemory.ending());
	});
});
