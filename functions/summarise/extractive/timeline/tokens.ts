/** A word, a run of digits, or a mark. An apostrophe ends its word: "d'avril" is two. */
export interface Token {
	readonly text: string;
	readonly lower: string;
	readonly start: number;
	readonly end: number;
	/** The value of a run of digits. */
	readonly number?: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*['’]?|[0-9]+|\S/gu;

/** The tokens of a sentence in order. */
export function tokensOf(text: string): Token[] {
	return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => ({
		text: found,
		lower: found.toLowerCase().replace("’", "'"),
		start: index,
		end: index + found.length,
		...(/^[0-9]+$/.test(found) ? { number: Number(found) } : {}),
	}));
}

const phrases = new Map<readonly string[], readonly (readonly string[])[]>();

/** The phrases of a table as token sequences, longest first. */
function sequencesOf(table: readonly string[]): readonly (readonly string[])[] {
	const known = phrases.get(table);
	if (known) return known;
	const made = table
		.map((phrase) => tokensOf(phrase).map(({ lower }) => lower))
		.sort((a, b) => b.length - a.length);
	phrases.set(table, made);
	return made;
}

/** The index behind a phrase of the table that stands at `at`, or nothing. */
export function after(tokens: readonly Token[], at: number, table: readonly string[]): number | undefined {
	for (const sequence of sequencesOf(table)) {
		if (sequence.every((word, offset) => tokens[at + offset]?.lower === word)) return at + sequence.length;
	}
	return undefined;
}

/** Whether a token follows the one before it without a space. */
export const isJoined = (tokens: readonly Token[], at: number): boolean =>
	at > 0 && tokens[at]?.start === tokens[at - 1]?.end;
