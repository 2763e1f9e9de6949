import { numeralsOf } from "../extractive/figures/numerals.ts";

/** Letters that multiply: "$5.6m" is "5.6 million". */
const LETTER_SCALES: Readonly<Record<string, number>> = {
	k: 1e3,
	m: 1e6,
	mn: 1e6,
	b: 1e9,
	bn: 1e9,
	tn: 1e12,
};
const LETTER = /^ ?(k|mn|m|bn|b|tn)(?![\p{L}\p{N}])/iu;
const RAW = /\p{N}+(?:[.,:'’]\p{N}+)*/gu;

/** A number of a text: what it is worth, or how it is written where that is not certain ("GPT-4", "18:30"). */
export interface Numbered {
	readonly text: string;
	readonly key: string;
}

const keyOf = (value: number): string => `=${Number(value.toPrecision(12))}`;

/** The numbers of a text in any writing: "5.6 million", "5,600,000", "$5.6m" are one, "three" is 3. */
export function numbersIn(text: string, locale: string): Numbered[] {
	const found: Numbered[] = [];
	const covered: { start: number; end: number }[] = [];
	for (const { start, end, value, scaled, spelled } of numeralsOf(text, locale)) {
		const letter = scaled || spelled ? undefined : LETTER.exec(text.slice(end, end + 4));
		const factor = LETTER_SCALES[letter?.[1]?.toLowerCase() ?? ""] ?? 1;
		found.push({ text: text.slice(start, end), key: keyOf(Math.abs(value) * factor) });
		covered.push({ start, end });
	}
	let at = 0;
	for (const { 0: raw, index } of text.matchAll(RAW)) {
		while ((covered[at]?.end ?? Number.POSITIVE_INFINITY) <= index) at++;
		if (index < (covered[at]?.start ?? Number.POSITIVE_INFINITY)) found.push({ text: raw, key: raw });
	}
	return found;
}

/** The numbers of a claim that its source doesn't have. */
export function foreignNumbers(claim: string, cited: string, locale: string): string[] {
	const known = new Set(numbersIn(cited, locale).map(({ key }) => key));
	const written = new Set(cited.match(RAW));
	return (
		numbersIn(claim, locale)
			// The same digits may be a number here and part of a name there.
			.filter(({ key, text }) => !known.has(key) && !(key === text ? written.has(text) : known.has(text)))
			.map(({ text }) => text)
	);
}

/** Whether a text says this value, as digits or in words, with or without its scale. */
export const saysValue = (text: string, value: number, locale: string): boolean =>
	numbersIn(text, locale).some(({ key }) => key === keyOf(Math.abs(value)));
