import { groupBy } from "../../../shared/group-by.ts";
import { asciiDigits } from "../figures/numerals.ts";

/**
 * A word, a run of digits, or a mark. An apostrophe ends its word: "d'avril" is two. Chinese and Japanese set no
 * spaces, so each of their characters is one; "terça-feira" is one word.
 */
export interface Token {
	readonly text: string;
	readonly lower: string;
	readonly start: number;
	readonly end: number;
	/** The value of a run of digits. */
	readonly number: number | undefined;
}

const TOKEN =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{L}[\p{L}\p{M}]*(?:-feira)?['’]?|\p{Nd}+|\S/gu;

/** The tokens of a sentence in order. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
		const { 0: found, index: start } = match;
		const end = start + found.length;
		const lower = found.toLowerCase().replace("’", "'");
		const number = /^\p{Nd}/u.test(found) ? Number(asciiDigits(found)) : undefined;
		tokens.push({ text: found, lower, start, end, number });
	}
	return tokens;
}

/** The phrases of one table as token sequences by their first word, the longest first. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const phrases = new Map<readonly string[], Phrases>();

function phrasesOf(table: readonly string[]): Phrases {
	const known = phrases.get(table);
	if (known) return known;
	const sequences = table
		.map((phrase) => tokensOf(phrase).map(({ lower }) => lower))
		.sort((a, b) => b.length - a.length);
	const made = groupBy(sequences, ([first = ""]) => first);
	phrases.set(table, made);
	return made;
}

/** The index behind a phrase of the table that stands at `at`, or nothing. */
export function after(tokens: readonly Token[], at: number, table: readonly string[]): number | undefined {
	const first = tokens[at];
	const sequences = first && phrasesOf(table).get(first.lower);
	const found = sequences?.find((sequence) =>
		sequence.every((word, offset) => tokens[at + offset]?.lower === word),
	);
	return found && at + found.length;
}

/** Whether a token follows the one before it without a space. */
export const isJoined = (tokens: readonly Token[], at: number): boolean =>
	at > 0 && tokens[at]?.start === tokens[at - 1]?.end;
