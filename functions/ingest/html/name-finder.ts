const MAX_LENGTH = 31;

/** The length and the first letter of a name as one number. */
const outlineOf = (length: number, first: number): number => (length << 5) | (first & 31);

function standsAt(html: string, start: number, name: string): boolean {
	for (let i = 0; i < name.length; i++) if (html.charCodeAt(start + i) !== name.charCodeAt(i)) return false;
	return true;
}

/**
 * Tells which of some names, in lower case, stands from one index to another, without making a string of it:
 * most can be told by their outline. Undefined for any other name.
 */
export function nameFinder<Name extends string>(
	names: readonly Name[],
): (html: string, start: number, end: number) => Name | undefined {
	const byName = new Map(names.map((name) => [name as string, name]));
	const byOutline: (readonly Name[] | undefined)[] = Array.from({ length: (MAX_LENGTH + 1) << 5 });
	for (const name of names) {
		const outline = outlineOf(name.length, name.charCodeAt(0));
		byOutline[outline] = [...(byOutline[outline] ?? []), name];
	}
	return (html, start, end) => {
		const length = end - start;
		const candidates = length > MAX_LENGTH ? undefined : byOutline[outlineOf(length, html.charCodeAt(start))];
		if (candidates === undefined) return undefined;
		for (const name of candidates) if (standsAt(html, start, name)) return name;
		return byName.get(html.slice(start, end).toLowerCase());
	};
}
