import { numberWordsOf } from "./number-words.ts";
import { anyOf, memoised } from "./patterns.ts";
import { figureWordsOf } from "./words/index.ts";

/** A number in a sentence: its value with any scale word ("5.6 million") and the span that says it. */
export interface Numeral {
	readonly start: number;
	readonly end: number;
	readonly value: number;
	/** Multiplied by a scale word. */
	readonly scaled: boolean;
	/** Written out: "three". */
	readonly spelled: boolean;
	/** Four plain digits that may be a year. */
	readonly yearLike: boolean;
}

/** How numbers are written in a language. */
interface Convention {
	readonly group: string;
	readonly decimal: string;
	/** Spanish is written with either convention, so "1,234" says nothing certain. */
	readonly either: boolean;
}

/** Zero of the decimal digits that articles are written in: ASCII, Arabic, Persian, Devanagari, Bengali, full width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** The same digits in ASCII. */
export const asciiDigits = (text: string): string =>
	text.replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
		const code = digit.charCodeAt(0);
		const zero = ZEROS.findLast((first) => first <= code) ?? code;
		return String(code - zero);
	});

/** Arabic has marks of its own for thousands and decimals; they say what they are. */
const asciiMarks = (text: string, { group, decimal }: Convention): string =>
	text.replaceAll("٬", group).replaceAll("٫", decimal);

const conventionOf = memoised((language: string): Convention => {
	const parts = Intl.NumberFormat.supportedLocalesOf(language).length
		? new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(1234567.8)
		: [];
	const part = (type: string) => parts.find((found) => found.type === type)?.value;
	return { group: part("group") ?? ",", decimal: part("decimal") ?? ".", either: language === "es" };
});

const isGrouped = (groups: readonly string[]): boolean => {
	const [first = "", ...rest] = groups;
	const last = rest.at(-1) ?? "";
	if (first.length === 0 || first.length > 3 || first === "0" || last.length !== 3) return false;
	// Thousands, or the lakh and crore of South Asia: 1,00,00,000.
	return (
		rest.every(({ length }) => length === 3) ||
		(first.length < 3 && rest.slice(0, -1).every(({ length }) => length === 2))
	);
};

/** What a digit string is worth, or nothing where it isn't certain (dates, versions, "1.234" in a mixed text). */
function worthOf(digits: string, { group, decimal, either }: Convention): number | undefined {
	const plain = digits.replace(/[ \u00a0\u202f'’]/g, " ");
	const marks = [...new Set(plain.match(/[ .,]/g))];
	const last = marks.at(-1);
	if (last === undefined) return plain.length > 1 && plain.startsWith("0") ? undefined : Number(plain);
	if (marks.length > 2 || (marks.length === 2 && last === " ")) return undefined;
	const pieces = plain.split(last);
	if (marks.length === 2) {
		const [whole = "", fraction] = pieces;
		if (pieces.length !== 2 || !isGrouped(whole.split(marks[0] ?? ","))) return undefined;
		return Number(`${whole.replaceAll(/\D/g, "")}.${fraction}`);
	}
	if (last === " " || pieces.length > 2) return isGrouped(pieces) ? Number(pieces.join("")) : undefined;
	const threeBehind = pieces[1]?.length === 3 && pieces[0] !== "0";
	if (threeBehind && last === group) return isGrouped(pieces) ? Number(pieces.join("")) : undefined;
	if (threeBehind && either) return undefined;
	return last === decimal || either ? Number(pieces.join(".")) : undefined;
}

/** Digits with single marks between them; spaces only group by three. Each mark needs a digit behind it: one way to match. */
const DIGITS = /\p{Nd}+(?:[.,'’٬٫]\p{Nd}+|[ \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu;
const DIGIT = /\p{Nd}/u;
const NARROW = /[ \u00a0\u202f]/;
/** Not a number of its own: part of a name (H800, GPT-4), a path, a time, a telephone number, a range's end. */
const JOINED_BEFORE = /[\p{L}\p{Nd}_#№@/\\:.,'’*^][-–—]?$|\p{Nd} ?$/u;
const RUPEES_BEFORE = /(?:^|[\s(])Rs\.?$/;
const MINUS_BEFORE = /(?:^|[\s(])[-−]$/;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

const scalePattern = memoised((language: string) => {
	const scales = Object.keys(figureWordsOf(language).scales);
	if (scales.length === 0) return undefined;
	const eastAsian = EAST_ASIAN.test(scales[0] ?? "");
	return new RegExp(
		`^${eastAsian ? " ?" : "[ \\u00a0\\u202f-]?"}(${anyOf(scales)})${eastAsian ? "" : "(?![\\p{L}\\p{Nd}])"}`,
		"iu",
	);
});

const scaleBehind = (after: string, language: string): { factor: number; length: number } | undefined => {
	const match = scalePattern(language)?.exec(after);
	if (!match?.[1]) return undefined;
	const { scales } = figureWordsOf(language);
	const factor = scales[match[1]] ?? scales[match[1].toLowerCase()];
	return factor === undefined ? undefined : { factor, length: match[0].length };
};

/** A space may group digits only where the language does so; else "in 2019 300 people" would be one number. */
function split(match: string, convention: Convention): string[] {
	if (!NARROW.test(match) || NARROW.test(convention.group)) return [match];
	return match.includes("\u00a0") || match.includes("\u202f") ? [match] : match.split(" ");
}

interface Found {
	readonly start: number;
	readonly text: string;
}

function digitsOf(sentence: string, convention: Convention): Found[] {
	const found: Found[] = [];
	if (!DIGIT.test(sentence)) return found;
	for (const { 0: match, index } of sentence.matchAll(DIGITS)) {
		let start = index;
		for (const text of split(match, convention)) {
			found.push({ start, text });
			start += text.length + 1;
		}
	}
	return found;
}

/** A word with one joint: "thirty-five", "nine-year". */
const SPELLED = /(?<![\p{L}\p{N}'’-])(\p{L}+)(?:-\p{L}+)?(?![\p{L}\p{N}'’])/gu;

/** Whether a sentence may have a number word, as a beginning at least: most have none, and need no look at each word. */
const mayBeSpelled = memoised(
	(language: string) => new RegExp(`(?<![a-z])(?:${anyOf([...numberWordsOf(language).keys()])})`, "iu"),
);

/** The numbers written out in a sentence, with the spans that say them. */
function spelledIn(sentence: string, language: string): { start: number; word: string; value: number }[] {
	const words = numberWordsOf(language);
	if (words.size === 0 || !mayBeSpelled(language).test(sentence)) return [];
	const found = [];
	for (const { 0: whole, 1: first = "", index } of sentence.matchAll(SPELLED)) {
		const known = [whole, first].find((word) => words.has(word.toLowerCase()));
		if (known !== undefined)
			found.push({ start: index, word: known, value: words.get(known.toLowerCase()) ?? 0 });
	}
	return found;
}

/** East-Asian numbers go on behind their scale: 3億5000万 is one number; so do Turkish ones: "93 bin 973". */
function joined(numerals: readonly Numeral[], sentence: string, language: string): Numeral[] {
	const out: Numeral[] = [];
	for (const numeral of numerals) {
		const last = out.at(-1);
		const goesOn =
			last?.scaled &&
			(language === "tr"
				? last.end + 1 === numeral.start && sentence[last.end] === " " && numeral.value < 1e6
				: last.end === numeral.start && EAST_ASIAN.test(sentence.charAt(last.end - 1)));
		if (last && goesOn && numeral.value < last.value) {
			out[out.length - 1] = { ...last, end: numeral.end, value: last.value + numeral.value };
		} else out.push(numeral);
	}
	return out;
}

/**
 * The numbers of a sentence in order. What only looks like one is left out: model names (H800, GPT-4.5),
 * dates, times, telephone numbers, versions, list numbers.
 */
export function numeralsOf(sentence: string, locale: string): Numeral[] {
	const convention = conventionOf(locale);
	const language = locale.split("-")[0] ?? locale;
	const numerals: Numeral[] = [];
	for (const { start, text } of digitsOf(sentence, convention)) {
		const before = sentence.slice(Math.max(0, start - 4), start);
		if (JOINED_BEFORE.test(before) && !EAST_ASIAN.test(before) && !RUPEES_BEFORE.test(before)) continue;
		const magnitude = worthOf(asciiDigits(asciiMarks(text, convention)), convention);
		// Not finite: digits of a script that isn't read here.
		if (magnitude === undefined || !(magnitude <= Number.MAX_SAFE_INTEGER)) continue;
		const minus = MINUS_BEFORE.test(before);
		const value = minus ? -magnitude : magnitude;
		const end = start + text.length;
		const scale = scaleBehind(sentence.slice(end, end + 24), language);
		numerals.push({
			start: minus ? start - 1 : start,
			end: end + (scale?.length ?? 0),
			value: scale ? Number((value * scale.factor).toPrecision(15)) : value,
			scaled: scale !== undefined,
			spelled: false,
			yearLike: !scale && /^\p{Nd}{4}$/u.test(text),
		});
	}
	for (const { start, word, value } of spelledIn(sentence, language)) {
		const end = start + word.length;
		const scale = scaleBehind(sentence.slice(end, end + 24), language);
		numerals.push({
			start,
			end: end + (scale?.length ?? 0),
			value: value * (scale?.factor ?? 1),
			scaled: scale !== undefined,
			spelled: true,
			yearLike: false,
		});
	}
	return joined(
		numerals.sort((a, b) => a.start - b.start),
		sentence,
		language,
	);
}
