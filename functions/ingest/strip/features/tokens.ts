/**
 * Reads the hashes of a text's words, of scripts without spaces those of its characters, into `tokens` from `start`
 * on; how many there are, at most `limit`.
 */
export function readTokens(
	units: Uint16Array,
	from: number,
	to: number,
	tokens: Int32Array,
	start: number,
	limit: number,
): number {
	const end = start + limit;
	let at = start;
	let hash = 0;
	for (let i = from; i <= to && at < end; i++) {
		const c = i < to ? (units[i] ?? 0) : 32;
		if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c > 0xbf && c < 0x2000))
			hash = (Math.imul(hash, 31) + c) | 0;
		else if (c >= 65 && c <= 90) hash = (Math.imul(hash, 31) + c + 32) | 0;
		else {
			if (hash !== 0) tokens[at++] = hash;
			hash = 0;
			const isDense = c >= 0x2e80 && c <= 0xd7ff;
			if (isDense && at < end) tokens[at++] = c;
		}
	}
	return at - start;
}

/** The first words of each text of a page. */
export interface Beginnings {
	/** Hashes of words, `MAX_BEGINNING` places a text. */
	readonly tokens: Int32Array;
	/** How many there are of each text. */
	readonly counts: Uint8Array;
}

/** So many words are read of each. */
export const MAX_BEGINNING = 60;

/** Reads them, text after text; `starts` says where each begins, and where the last one ends. */
export function beginningsOf(units: Uint16Array, starts: Int32Array): Beginnings {
	const size = starts.length - 1;
	const tokens = new Int32Array(size * MAX_BEGINNING);
	const counts = new Uint8Array(size);
	for (let i = 0; i < size; i++)
		counts[i] = readTokens(
			units,
			starts[i] ?? 0,
			starts[i + 1] ?? 0,
			tokens,
			i * MAX_BEGINNING,
			MAX_BEGINNING,
		);
	return { tokens, counts };
}
