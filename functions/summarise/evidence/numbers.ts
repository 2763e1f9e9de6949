import { numeralsOf } from "../extractive/figures/numerals.ts";
import { datesIn } from "./dates.ts";
import { hedgeBefore, isRoundedFrom } from "./rounding.ts";
import type { Source } from "./source.ts";

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
	readonly start: number;
	readonly key: string;
	readonly value?: number;
}

const keyOf = (value: number): string => `=${Number(value.toPrecision(12))}`;

/** The numbers of a text in any writing: "5.6 million", "5,600,000", "$5.6m" are one, "three" is 3. */
export function numbersIn(text: string, locale: string): Numbered[] {
	const found: Numbered[] = [];
	const covered: { start: number; end: number }[] = [];
	for (const { start, end, value, scaled, spelled } of numeralsOf(text, locale)) {
		const letter = scaled || spelled ? undefined : LETTER.exec(text.slice(end, end + 4));
		const factor = LETTER_SCALES[letter?.[1]?.toLowerCase() ?? ""] ?? 1;
		const worth = Math.abs(value) * factor;
		found.push({ text: text.slice(start, end), start, key: keyOf(worth), value: worth });
		covered.push({ start, end });
	}
	let at = 0;
	for (const { 0: raw, index } of text.matchAll(RAW)) {
		while ((covered[at]?.end ?? Number.POSITIVE_INFINITY) <= index) at++;
		if (index < (covered[at]?.start ?? Number.POSITIVE_INFINITY))
			found.push({ text: raw, start: index, key: raw });
	}
	return found;
}

/** "the 1980s", "'80s": a decade that the source has a year of. */
function isDecade({ text, start }: Numbered, claim: string, years: ReadonlySet<string>): boolean {
	if (!/^['’]?s(?!\p{L})/u.test(claim.slice(start + text.length))) return false;
	return (
		/^(?:\d{2})?\d0$/.test(text) && [...years].some((year) => year.slice(0, -1).endsWith(text.slice(0, -1)))
	);
}

const YEAR = /(?<!\p{N})(?:1[5-9]|20)\p{N}{2}(?!\p{N})/gu;

/** The numbers of a claim that its source doesn't have, in any writing, nor as the year of a date, nor exactly where the claim rounds. */
export function foreignNumbers(claim: string, cited: string, source: Source): string[] {
	const { locale } = source;
	const language = locale.split("-")[0] ?? locale;
	const there = numbersIn(cited, locale);
	const known = new Set(there.map(({ key }) => key));
	const written = new Set(cited.match(RAW));
	const years = new Set([
		...(cited.match(YEAR) ?? []),
		...datesIn(cited, source).map(({ year }) => String(year)),
	]);
	const isRounded = ({ start, value }: Numbered): boolean => {
		const direction = value === undefined ? undefined : hedgeBefore(claim, start, language);
		return (
			value !== undefined &&
			direction !== undefined &&
			there.some((exact) => exact.value !== undefined && isRoundedFrom(value, exact.value, direction))
		);
	};
	return (
		numbersIn(claim, locale)
			// The same digits may be a number here and part of a name there.
			.filter(({ key, text }) => !known.has(key) && !(key === text ? written.has(text) : known.has(text)))
			.filter((number) => !years.has(number.text) && !isDecade(number, claim, years) && !isRounded(number))
			.map(({ text }) => text)
	);
}

/** Whether a text says this value, as digits or in words, with or without its scale. */
export const saysValue = (text: string, value: number, locale: string): boolean =>
	numbersIn(text, locale).some(({ key }) => key === keyOf(Math.abs(value)));
