/** What Node 22 has and Node 20, which the command line runs on too, has not. To go when Node 20 does. */

Map.groupBy ??= <Key, Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key) => {
	const groups = new Map<Key, Item[]>();
	let index = 0;
	for (const item of items) {
		const key = keyOf(item, index++);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
};

URL.parse ??= (url, base) =>
	URL.canParse(String(url), base?.toString()) ? new URL(String(url), base?.toString()) : null;
