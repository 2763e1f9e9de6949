/** Orders of steps at random, for scenarios that have too many. */
import { randomNumbers } from "../../bench/random-numbers.ts";
import { Execution, type Scenario } from "./execution.ts";
import type { World } from "./world.ts";

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
