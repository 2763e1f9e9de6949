/** Tries every order in which a scenario's steps can happen. */
import { type Ending, Execution, type Scenario } from "./execution.ts";
import type { World } from "./world.ts";

/** What was found. */
export interface Explored {
	/** Different states that were reached. */
	readonly states: number;
	/** Orders of steps, from the beginning to quiet. */
	readonly interleavings: bigint;
	/** The different ways it ended. */
	readonly endings: number;
}

/** Looks at a run: `previous` and `state` after each choice, `ending` once all is quiet. Throws what is wrong. */
export interface Watch {
	step(before: Ending, after: Ending): void;
	ending(ending: Ending): void;
}

/** Makes the choices again. */
export const replay = async (
	world: World,
	scenario: Scenario,
	choices: readonly string[],
): Promise<Execution> => {
	const execution = new Execution(world, scenario);
	for (const choice of choices) await execution.choose(choice);
	return execution;
};

/** Lets an error tell the choices that led to it; `replay` takes them. */
const blamed = (choices: readonly string[], look: () => void): void => {
	try {
		look();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(`${message}\nafter ${JSON.stringify(choices)}`, { cause: error });
	}
};

/**
 * Explores a scenario whole. States that were reached another way aren't explored again, so this takes as long
 * as there are states, not orders of steps.
 */
export const explore = async (
	scenario: Scenario,
	makeWorld: () => World,
	watch: Watch,
): Promise<Explored> => {
	const known = new Map<string, bigint>();
	const endings = new Set<string>();

	const visit = async (execution: Execution, choices: readonly string[]): Promise<bigint> => {
		const state = await execution.state();
		const counted = known.get(state);
		if (counted !== undefined) return counted;
		const possible = execution.choices();
		const before = await execution.ending();
		if (possible.length === 0) {
			blamed(choices, () => watch.ending(before));
			endings.add(JSON.stringify(before.outcome));
		}
		let count = possible.length === 0 ? 1n : 0n;
		let next: Execution | undefined = execution;
		for (const choice of possible) {
			next ??= await replay(makeWorld(), scenario, choices);
			const further = [...choices, choice];
			await next.choose(choice);
			const after = await next.ending();
			blamed(further, () => watch.step(before, after));
			count += await visit(next, further);
			next = undefined;
		}
		known.set(state, count);
		return count;
	};

	const interleavings = await visit(new Execution(makeWorld(), scenario), []);
	return { states: known.size, interleavings, endings: endings.size };
};
