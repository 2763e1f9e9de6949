/** A mean of paired differences with its 95% interval, by bootstrap over articles (Koehn 2004). */
export interface Interval {
	readonly mean: number;
	readonly low: number;
	readonly high: number;
}

const ROUNDS = 1000;

/** A small generator with a fixed seed (mulberry32): the same figures give the same interval. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Of differences between two systems on the same articles. */
export function pairedInterval(differences: readonly number[]): Interval {
	const random = randomFrom(1);
	const means = Array.from({ length: ROUNDS }, () =>
		mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
	).sort((one, other) => one - other);
	return {
		mean: mean(differences),
		low: means[Math.floor(ROUNDS * 0.025)] ?? 0,
		high: means[Math.floor(ROUNDS * 0.975)] ?? 0,
	};
}
