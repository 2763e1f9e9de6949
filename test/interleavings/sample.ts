/** Orders of steps at random, for scenarios that have too many. */
import { Execution, type Scenario } from "./execution.ts";
import type { World } from "./world.ts";

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomNumbers = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
};

/** Runs the scenario in `world` until all is quiet, and gives the choices that were made. */
export const randomChoices = async (scenario: Scenario, world: World, seed: number): Promise<string[]> => {
	const random = randomNumbers(seed);
	const execution = new Execution(world, scenario);
	const made: string[] = [];
	for (let possible = execution.choices(); possible.length > 0; possible = execution.choices()) {
		const choice = possible[Math.floor(random() * possible.length)] ?? "";
		await execution.choose(choice);
		made.push(choice);
	}
	return made;
};
