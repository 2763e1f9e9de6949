import type { PageBlock } from "../../page.ts";
import { DATELINE } from "../phrases.ts";
import { endsSentence, hasPrice } from "../prose.ts";
import { countReaderWords } from "./reader-words.ts";
import type { FeatureGroup } from "./survey.ts";

/** The rest of a long block is like its beginning. */
const MAX_SAMPLE = 1_000;

/** Counts over the beginning of a text. */
interface Shape {
	readonly words: number;
	readonly letters: number;
	readonly capitals: number;
	/** Words that begin with a capital. */
	readonly names: number;
	readonly digits: number;
	readonly commas: number;
	/** Full stops and the like with a space after them. */
	readonly sentences: number;
	/** `| · • » › / –` between words, as in menus and bylines. */
	readonly dividers: number;
	readonly quotes: number;
}

/** What a UTF-16 unit is; letters are what isn't named here and stands behind the signs of Latin. */
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const SPACE = 4;
const SIGN = 5;
const LETTER = 6;
/** Of signs and letters, what they may stand for; quotation marks may be another sign as well. */
const STOP = 8;
const COMMA = 16;
const DIVIDER = 32;
const QUOTE = 64;
const SORT = 7;

const UNITS = new Uint8Array(0x10000).fill(SIGN);
for (const [sort, from, to] of [
	[LETTER, 0xc0, 0xffff],
	[LOWER, 0x61, 0x7a],
	[UPPER, 0x41, 0x5a],
	[UPPER, 0xc0, 0xde],
	[UPPER, 0x391, 0x42f],
	[DIGIT, 0x30, 0x39],
	[SPACE, 0x20, 0x20],
	[SPACE, 0x0a, 0x0a],
] as const)
	UNITS.fill(sort, from, to + 1);
for (const [mark, signs] of [
	[STOP, ".!?。！？।"],
	[COMMA, ",;，、،"],
	[DIVIDER, "|·•»›/–—"],
	[QUOTE, '"“”„«»「」'],
] as const)
	for (const sign of signs) {
		const unit = sign.charCodeAt(0);
		UNITS[unit] = (UNITS[unit] ?? 0) | mark;
	}

function shapeOf(units: Uint16Array, from: number, to: number): Shape {
	let [words, letters, capitals, names, digits] = [0, 0, 0, 0, 0];
	let [commas, sentences, dividers, quotes] = [0, 0, 0, 0];
	let between = true;
	let stopped = false;
	for (let i = from; i < to; i++) {
		const c = units[i] ?? 0;
		const unit = UNITS[c] ?? 0;
		const sort = unit & SORT;
		if (sort === SPACE) {
			between = true;
			if (stopped) sentences++;
			stopped = false;
			continue;
		}
		if (between) {
			words++;
			if (sort === UPPER) names++;
			between = false;
		}
		stopped = false;
		if (sort === LOWER) letters++;
		else if (sort === UPPER) {
			letters++;
			capitals++;
		} else if (sort === DIGIT) digits++;
		else {
			if (sort === LETTER) letters++;
			if (unit & STOP) {
				stopped = true;
				if (c > 0x3000) sentences++;
			} else if (unit & COMMA) commas++;
			else if (unit & DIVIDER) dividers++;
			if (unit & QUOTE) quotes++;
		}
	}
	return { words, letters, capitals, names, digits, commas, sentences, dividers, quotes };
}

/** So much of a text is asked for words that are said to the reader. */
const ADDRESS_SAMPLE = 240;

const CONTACT = /@|https?:|www\.|\.(?:com|org|net)\b/;
const RIGHTS = /©|\(c\)|copyright|all rights/i;
/** What speech and entries of lists begin with. */
const STARTS: ReadonlySet<string | undefined> = new Set("\"'“«„–—-");
const TYPES = ["heading", "paragraph", "list-item", "quote", "code", "table"] as const;

/** What a block's text looks like. */
export const textFeatures: FeatureGroup = {
	names:
		"length words wordLength sentences commas digits capitals names dividers quotes ends colon dots question lower starts linkDensity links linkLength datetime date contact rights price address type level".split(
			" ",
		),
	measure: ({ page, outline: { latinOf, units, starts } }) => {
		const fill = (block: PageBlock, i: number, row: Float32Array, at: number): void => {
			const { text } = block;
			const start = starts[i] ?? 0;
			const size = Math.min(text.length, MAX_SAMPLE);
			const shape = shapeOf(units, start, start + size);
			const isShort = text.length < 240;
			const tail = text[text.length - 1];
			const first = units[start] ?? 0;
			row[at++] = Math.log1p(latinOf[i] ?? 0);
			row[at++] = Math.log1p(shape.words);
			row[at++] = shape.letters / (shape.words + 1);
			row[at++] = shape.sentences;
			row[at++] = shape.commas / (shape.words + 1);
			row[at++] = shape.digits / (size + 1);
			row[at++] = shape.capitals / (shape.letters + 1);
			row[at++] = shape.names / (shape.words + 1);
			row[at++] = shape.dividers;
			row[at++] = shape.quotes;
			row[at++] = endsSentence(text) ? 1 : 0;
			row[at++] = tail === ":" || tail === "：" ? 1 : 0;
			row[at++] = tail === "…" || text.endsWith("...") ? 1 : 0;
			row[at++] = tail === "?" || tail === "？" ? 1 : 0;
			row[at++] = first >= 97 && first <= 122 ? 1 : 0;
			row[at++] = STARTS.has(text[0]) ? 1 : 0;
			row[at++] = block.linkDensity;
			row[at++] = block.links.length;
			row[at++] = block.links[0]?.text.length ?? 0;
			row[at++] = block.datetime === undefined ? 0 : 1;
			// Every date and price has a digit.
			row[at++] = isShort && shape.digits > 0 && DATELINE.test(text) ? 1 : 0;
			row[at++] = isShort && CONTACT.test(text) ? 1 : 0;
			row[at++] = isShort && RIGHTS.test(text) ? 1 : 0;
			row[at++] = shape.digits > 0 && hasPrice(text) ? 1 : 0;
			row[at++] =
				countReaderWords(units, start, start + Math.min(text.length, ADDRESS_SAMPLE)) /
				(Math.min(shape.words, 40) + 1);
			row[at++] = TYPES.indexOf(block.type);
			row[at++] = block.level ?? 0;
		};
		return (i, row, at) => {
			const block = page.blocks[i];
			if (block) fill(block, i, row, at);
		};
	},
};
