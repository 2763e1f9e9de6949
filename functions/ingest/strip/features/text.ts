import type { PageBlock } from "../../page.ts";
import { DATELINE } from "../phrases.ts";
import { endsSentence, hasPrice } from "../prose.ts";
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

const DIVIDERS: ReadonlySet<number> = new Set([..."|·•»›/–—"].map((c) => c.charCodeAt(0)));
const QUOTES: ReadonlySet<number> = new Set([...'"“”„«»「」'].map((c) => c.charCodeAt(0)));
const STOPS: ReadonlySet<number> = new Set([...".!?。！？।"].map((c) => c.charCodeAt(0)));
const COMMAS: ReadonlySet<number> = new Set([...",;，、،"].map((c) => c.charCodeAt(0)));

function shapeOf(text: string): Shape {
	const size = Math.min(text.length, MAX_SAMPLE);
	const shape = {
		words: 0,
		letters: 0,
		capitals: 0,
		names: 0,
		digits: 0,
		commas: 0,
		sentences: 0,
		dividers: 0,
		quotes: 0,
	};
	let between = true;
	let stopped = false;
	for (let i = 0; i < size; i++) {
		const c = text.charCodeAt(i);
		if (c === 32 || c === 10) {
			between = true;
			if (stopped) shape.sentences++;
			stopped = false;
			continue;
		}
		const lower = c >= 97 && c <= 122;
		const upper = !lower && ((c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde) || (c >= 0x391 && c <= 0x42f));
		if (lower || upper || c > 0xbf) shape.letters++;
		if (upper) shape.capitals++;
		if (between) {
			shape.words++;
			if (upper) shape.names++;
			between = false;
		}
		stopped = false;
		if (c >= 48 && c <= 57) shape.digits++;
		else if (!lower && !upper) {
			if (STOPS.has(c)) {
				stopped = true;
				if (c > 0x3000) shape.sentences++;
			} else if (COMMAS.has(c)) shape.commas++;
			else if (DIVIDERS.has(c)) shape.dividers++;
			if (QUOTES.has(c)) shape.quotes++;
		}
	}
	return shape;
}

/** Said to the reader, not told to them: English, German, French, Spanish, Portuguese, Italian, Dutch. */
const ADDRESS =
	/\b(?:you|your|our|us|we|my|please|click|here|sie|ihr|ihre|ihren|uns|unser|vous|votre|nos|notre|usted|tu|su|nuestro|você|seu|nosso|noi|nostro|jouw|onze)\b/gi;
const ADDRESS_SAMPLE = 240;

const CONTACT = /@|https?:|www\.|\.(?:com|org|net)\b/;
const RIGHTS = /©|\(c\)|copyright|all rights/i;
const STARTS = /^["'“«„–—-]/;
const TYPES = ["heading", "paragraph", "list-item", "quote", "code", "table"] as const;

const last = (text: string): string => text.slice(-1);

/** What a block's text looks like. */
export const textFeatures: FeatureGroup = {
	names:
		"length words wordLength sentences commas digits capitals names dividers quotes ends colon dots question lower starts linkDensity links linkLength datetime date contact rights price address type level".split(
			" ",
		),
	measure: ({ page, outline: { latinOf } }) => {
		const fill = (block: PageBlock, latin: number, row: Float32Array, at: number): void => {
			const { text } = block;
			const shape = shapeOf(text);
			const isShort = text.length < 240;
			const tail = last(text);
			const first = text.charCodeAt(0);
			row[at++] = Math.log1p(latin);
			row[at++] = Math.log1p(shape.words);
			row[at++] = shape.letters / (shape.words + 1);
			row[at++] = shape.sentences;
			row[at++] = shape.commas / (shape.words + 1);
			row[at++] = shape.digits / (Math.min(text.length, MAX_SAMPLE) + 1);
			row[at++] = shape.capitals / (shape.letters + 1);
			row[at++] = shape.names / (shape.words + 1);
			row[at++] = shape.dividers;
			row[at++] = shape.quotes;
			row[at++] = endsSentence(text) ? 1 : 0;
			row[at++] = tail === ":" || tail === "：" ? 1 : 0;
			row[at++] = tail === "…" || text.endsWith("...") ? 1 : 0;
			row[at++] = tail === "?" || tail === "？" ? 1 : 0;
			row[at++] = first >= 97 && first <= 122 ? 1 : 0;
			row[at++] = STARTS.test(text) ? 1 : 0;
			row[at++] = block.linkDensity;
			row[at++] = block.links.length;
			row[at++] = block.links[0]?.text.length ?? 0;
			row[at++] = block.datetime === undefined ? 0 : 1;
			// Every date has a digit.
			row[at++] = isShort && shape.digits > 0 && DATELINE.test(text) ? 1 : 0;
			row[at++] = isShort && CONTACT.test(text) ? 1 : 0;
			row[at++] = isShort && RIGHTS.test(text) ? 1 : 0;
			row[at++] = hasPrice(text) ? 1 : 0;
			row[at++] =
				(text.slice(0, ADDRESS_SAMPLE).match(ADDRESS)?.length ?? 0) / (Math.min(shape.words, 40) + 1);
			row[at++] = TYPES.indexOf(block.type);
			row[at++] = block.level ?? 0;
		};
		return (i, row, at) => {
			const block = page.blocks[i];
			if (block) fill(block, latinOf[i] ?? 0, row, at);
		};
	},
};
