/** Numbers keys from 0 on, the same key always alike. */
export interface Numberer<K> {
	(key: K): number;
	/** The keys so far, each at its number. */
	keys(): readonly K[];
}

/** A fresh one. */
export function numberer<K>(): Numberer<K> {
	const numbers = new Map<K, number>();
	const numberOf = (key: K): number => {
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, numbers.size);
		return numbers.size - 1;
	};
	return Object.assign(numberOf, { keys: () => [...numbers.keys()] });
}
