/** What the functions' logs tell: the embedded Lambda writes a line when an invocation starts, and one when it ends. */

/** The invocations of one function over some time. */
export interface Invocations {
	readonly count: number;
	/** The most that ran at the same time. */
	readonly atOnce: number;
	/** MiB that the process held at its most in each that succeeded, in the order in which they ended. */
	readonly memory: readonly number[];
}

const LINE = /(?:(START)|REPORT) RequestId: \S+(?:.* Max Memory Used: (\d+) MB Status: success)?/g;

/** Reads a log, or a part of one in which every invocation that starts ends too. */
export const readInvocations = (log: string): Invocations => {
	const memory: number[] = [];
	let count = 0;
	let running = 0;
	let atOnce = 0;
	for (const [, start, used] of log.matchAll(LINE)) {
		count += start ? 1 : 0;
		running += start ? 1 : -1;
		atOnce = Math.max(atOnce, running);
		// A process that was gone before it was looked at is told as 0.
		if (used !== undefined && used !== "0") memory.push(Number(used));
	}
	return { count, atOnce, memory };
};

/**
 * How many MiB more processes held in the last quarter than in the second, at their most. In the first, V8 still
 * finds out how much memory it needs.
 */
export const growthOf = ({ memory }: Invocations): number => {
	const most = (from: number, to: number): number =>
		Math.max(0, ...memory.slice(Math.floor(memory.length * from), Math.floor(memory.length * to)));
	return most(0.75, 1) - most(0.25, 0.5);
};
