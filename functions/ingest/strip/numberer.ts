/** Numbers for keys from 0 on, the same for the same key. */
export function numberer<K>(): (key: K) => number {
	const numbers = new Map<K, number>();
	return (key) => {
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, numbers.size);
		return numbers.size - 1;
	};
}
