import { randomNumbers } from "../random-numbers.ts";

/** A mean of paired differences with its 95% interval, by bootstrap over articles (Koehn 2004). */
export interface Interval {
	readonly mean: number;
	readonly low: number;
	readonly high: number;
}

const ROUNDS = 1000;

const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Of differences between two systems on the same articles. */
export function pairedInterval(differences: readonly number[]): Interval {
	const random = randomNumbers(1);
	const means = Array.from({ length: ROUNDS }, () =>
		mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
	).sort((one, other) => one - other);
	return {
		mean: mean(differences),
		low: means[Math.floor(ROUNDS * 0.025)] ?? 0,
		high: means[Math.floor(ROUNDS * 0.975)] ?? 0,
	};
}
