const MAX_LENGTH = 31;

/** The length and the first letter of a name as one number. */
const outlineOf = (length: number, first: number): number => (length << 5) | (first & 31);

/** Does the name stand there, in lower case? */
export function standsAt(html: string, start: number, name: string): boolean {
	for (let i = 0; i < name.length; i++) if (html.charCodeAt(start + i) !== name.charCodeAt(i)) return false;
	return true;
}

/** Is it of ASCII, and without capitals? Then it is as it stands. */
function isLowerCase(html: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const unit = html.charCodeAt(at);
		if ((unit >= 65 && unit <= 90) || unit > 127) return false;
	}
	return true;
}

/**
 * Tells what is meant by the name, one of these in any case, that stands from one index to another, without making a
 * string of it: most can be told by their outline. Undefined for any other name.
 */
export function nameFinder<T>(
	meanings: ReadonlyMap<string, T>,
): (html: string, start: number, end: number) => T | undefined {
	interface Candidate {
		readonly name: string;
		readonly meaning: T;
	}
	const byOutline: (readonly Candidate[] | undefined)[] = Array.from({ length: (MAX_LENGTH + 1) << 5 });
	for (const [name, meaning] of meanings) {
		const outline = outlineOf(name.length, name.charCodeAt(0));
		byOutline[outline] = [...(byOutline[outline] ?? []), { name, meaning }];
	}
	return (html, start, end) => {
		const length = end - start;
		const candidates = length > MAX_LENGTH ? undefined : byOutline[outlineOf(length, html.charCodeAt(start))];
		if (candidates === undefined) return undefined;
		for (const { name, meaning } of candidates) if (standsAt(html, start, name)) return meaning;
		return isLowerCase(html, start, end) ? undefined : meanings.get(html.slice(start, end).toLowerCase());
	};
}
