/** Words that are said to the reader, not told to them: English, German, French, Spanish, Portuguese, Italian, Dutch. */
const WORDS =
	"you your our us we my please click here sie ihr ihre ihren uns unser vous votre nos notre usted tu su nuestro seu nosso noi nostro jouw onze";

/** Longer words aren't among them. */
const MAX_LENGTH = 7;
/** By a word's length and first letter, whether any of them is like that. */
const OUTLINES = new Uint8Array((MAX_LENGTH + 1) << 5);
/** A word's letters as one number. */
const CODES = new Set<number>();
for (const word of WORDS.split(" ")) {
	OUTLINES[(word.length << 5) | (word.charCodeAt(0) & 31)] = 1;
	CODES.add([...word].reduce((code, letter) => code * 32 + (letter.charCodeAt(0) & 31), 0));
}

/** What is part of a word: a letter in either case, or a digit or `_`, which no such word has. */
const LETTER = 1;
const OTHER = 2;
const UNITS = new Uint8Array(128);
for (const [sort, from, to] of [
	[LETTER, 0x41, 0x5a],
	[LETTER, 0x61, 0x7a],
	[OTHER, 0x30, 0x39],
	[OTHER, 0x5f, 0x5f],
] as const)
	UNITS.fill(sort, from, to + 1);

const sortAt = (units: Uint16Array, at: number): number => {
	const unit = units[at] ?? 0;
	return unit < 128 ? (UNITS[unit] ?? 0) : 0;
};

function isAmong(units: Uint16Array, from: number, to: number): boolean {
	if (to - from > MAX_LENGTH || OUTLINES[((to - from) << 5) | ((units[from] ?? 0) & 31)] === 0) return false;
	let code = 0;
	for (let i = from; i < to; i++) code = code * 32 + ((units[i] ?? 0) & 31);
	return CODES.has(code);
}

/** `você` counts only where letters follow: to the pattern that the trees learned with, `ê` is no letter. */
const isVoce = (units: Uint16Array, from: number, end: number, to: number): boolean =>
	end - from === 3 &&
	end + 1 < to &&
	((units[end] ?? 0) | 32) === 0xea &&
	sortAt(units, end + 1) !== 0 &&
	((units[from] ?? 0) | 32) === 118 &&
	((units[from + 1] ?? 0) | 32) === 111 &&
	((units[from + 2] ?? 0) | 32) === 99;

/** How many of a text's words are such; words are of ASCII's letters, digits and `_`. */
export function countReaderWords(units: Uint16Array, from: number, to: number): number {
	let count = 0;
	for (let start = from; start < to; start++) {
		let end = start;
		let sorts = 0;
		for (let sort = sortAt(units, end); end < to && sort !== 0; sort = sortAt(units, ++end)) sorts |= sort;
		if (sorts === LETTER && (isAmong(units, start, end) || isVoce(units, start, end, to))) count++;
		start = end;
	}
	return count;
}
