import type { PageHead } from "../../page.ts";
import { unitsOf } from "../units.ts";
import type { FeatureGroup } from "./survey.ts";
import { MAX_BEGINNING, readTokens } from "./tokens.ts";

/** Words in a row that make text the same. */
const SHINGLE = 4;
const MAX_GUIDE_TOKENS = 50_000;
const ENDINGS = 1 << 12;
/** A shorter `articleBody` is a summary. */
const MIN_GUIDE = 300;

function tokensOf(text: string, limit: number): Int32Array {
	const tokens = new Int32Array(Math.min(limit, text.length));
	return tokens.subarray(0, readTokens(unitsOf(text), 0, text.length, tokens, 0, tokens.length));
}

/** Hash of the tokens in a row from `at` on. */
function shingleAt(tokens: Int32Array, at: number, size: number): number {
	let hash = size;
	for (let i = at; i < at + size; i++) hash = (Math.imul(hash, 0x01000193) ^ (tokens[i] ?? 0)) | 0;
	return hash;
}

/** Tokens in a shingle, where there are `count` of them. */
const sizeOf = (count: number): number => Math.min(SHINGLE, count);

/** How many shingles so many tokens make; fewer tokens than a shingle has are one. */
const shinglesIn = (count: number): number => (count === 0 ? 0 : count - sizeOf(count) + 1);

/** Numbers that can be asked for fast, since most that are asked for aren't among them. */
class Hashes {
	readonly size: number;
	readonly #values: ReadonlySet<number>;
	/** For the last bits of a number, whether any of the numbers ends in them. */
	readonly #endings = new Uint8Array(ENDINGS);

	constructor(values: ReadonlySet<number>) {
		this.size = values.size;
		this.#values = values;
		for (const value of values) this.#endings[value & (ENDINGS - 1)] = 1;
	}

	has(value: number): boolean {
		return this.#endings[value & (ENDINGS - 1)] === 1 && this.#values.has(value);
	}
}

function shingleSet(text: string, limit: number): Hashes {
	const set = new Set<number>();
	const tokens = tokensOf(text, limit);
	for (let i = 0; i < shinglesIn(tokens.length); i++) set.add(shingleAt(tokens, i, sizeOf(tokens.length)));
	return new Hashes(set);
}

/** The body that the page declares to search engines. */
const declaredBody = ({ jsonLd }: PageHead): string =>
	jsonLd
		.map((node) => (Object.hasOwn(node, "articleBody") ? node.articleBody : undefined))
		.find((value): value is string => typeof value === "string" && value.length >= MIN_GUIDE) ?? "";

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** How much of a block the page says elsewhere of itself. */
export const headFeatures: FeatureGroup = {
	names: "inTitle titleIn inDescription inGuide guided".split(" "),
	measure: ({ page: { head }, beginnings: { tokens, counts } }) => {
		const title = new Hashes(
			new Set(tokensOf(head.meta.get("og:title")?.[0] ?? head.title ?? "", MAX_BEGINNING)),
		);
		const description = shingleSet(
			["description", "og:description"].map((name) => head.meta.get(name)?.[0] ?? "").join(" "),
			MAX_BEGINNING,
		);
		const guide = shingleSet(declaredBody(head), MAX_GUIDE_TOKENS);
		const saysMore = description.size + guide.size > 0;
		const guideSize = Math.log1p(guide.size);
		return (i, row, at) => {
			const from = i * MAX_BEGINNING;
			const count = counts[i] ?? 0;
			const shingles = shinglesIn(count);
			const shinglesHeard = saysMore ? shingles : 0;
			let [common, described, guided] = [0, 0, 0];
			for (let t = from; t < from + count; t++) if (title.has(tokens[t] ?? 0)) common++;
			for (let t = from; t < from + shinglesHeard; t++) {
				const shingle = shingleAt(tokens, t, sizeOf(count));
				if (description.has(shingle)) described++;
				if (guide.has(shingle)) guided++;
			}
			row[at++] = share(common, count);
			row[at++] = share(common, title.size);
			row[at++] = share(described, shingles);
			row[at++] = guide.size === 0 ? -1 : share(guided, shingles);
			row[at++] = guideSize;
		};
	},
};
