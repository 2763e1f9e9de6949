/** Sums, distances and means along a page, each in one pass, and the rows of features made of them. */

/** `a` of `b`, nothing of nothing. */
export const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/** The mean, of nothing 0. */
export const mean = (values: readonly number[]): number =>
	ratio(
		values.reduce((sum, value) => sum + value, 0),
		values.length,
	);

/** The value in the middle, of nothing 0. */
export const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What stands before each value and, last, all of it. */
export function sumsOf(values: readonly number[]): readonly number[] {
	const sums = [0];
	let sum = 0;
	for (const value of values) {
		sum += value;
		sums.push(sum);
	}
	return sums;
}

/** The sum of the values from `from` to before `to`, out of `sumsOf`; what lies off the page is nothing. */
export const sumBetween = (sums: readonly number[], from: number, to: number): number =>
	(sums[Math.min(to, sums.length - 1)] ?? 0) - (sums[Math.max(0, from)] ?? 0);

/** How far above and below each place the nearest flag is, `far` at most. */
export interface Distances {
	readonly above: readonly number[];
	readonly below: readonly number[];
}

function distancesAbove(flags: readonly boolean[], far: number): number[] {
	let last = far;
	return flags.map((flag) => {
		const distance = last;
		last = flag ? 1 : Math.min(far, last + 1);
		return distance;
	});
}

/** The distances to the nearest flag in both directions. */
export const distancesTo = (flags: readonly boolean[], far: number): Distances => ({
	above: distancesAbove(flags, far),
	below: distancesAbove(flags.toReversed(), far).reverse(),
});

/** A row of features for every place on a page. */
export const rowsOf = <View>(
	features: readonly ((view: View, at: number) => number)[],
	view: View,
	count: number,
): readonly Float32Array[] =>
	Array.from({ length: count }, (_, at) => {
		const row = new Float32Array(features.length);
		for (let column = 0; column < row.length; column++) row[column] = features[column]?.(view, at) ?? 0;
		return row;
	});
