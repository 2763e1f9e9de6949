import type { Article, Block, StrippedBlock } from "../functions/shared/article.ts";
import { groupBy } from "../functions/shared/group-by.ts";

/** A kept block, and what was cut between it and the next. */
export interface Passage {
	/** Absent in the first passage, which is what stood before the article. */
	readonly kept?: Block;
	readonly cut: readonly StrippedBlock[];
}

/** An article and what was cut from it, in the order of the page. */
export function passagesOf({ blocks, stripped }: Article): readonly Passage[] {
	const cut = groupBy(stripped, ({ after }) => after);
	const before = { cut: cut.get(-1) ?? [] };
	return [before, ...blocks.map((kept, i) => ({ kept, cut: cut.get(i) ?? [] }))].filter(
		(passage) => "kept" in passage || passage.cut.length > 0,
	);
}

/** How sure the labeller is, for people. */
export const percent = (confidence: number): string => `${Math.round(100 * confidence)}%`;

/** Something known of an article. */
export interface Fact {
	readonly name: string;
	readonly value: string;
	/** Where it was found, of metadata. */
	readonly source?: string | undefined;
}

/** Metadata in the order in which it is shown, by what it is called. */
const METADATA = [
	["title", "title"],
	["subtitle", "subtitle"],
	["authors", "authors"],
	["published", "publishedAt"],
	["modified", "modifiedAt"],
	["publisher", "publisher"],
	["address", "url"],
	["section", "section"],
	["topics", "topics"],
	["image", "image"],
	["rights", "rights"],
] as const;

/** What is known of the article; what isn't is left out. */
export function factsOf({ metadata, language, pageType }: Article): readonly Fact[] {
	const known = METADATA.map(([name, key]) => ({
		name,
		value: inWords(metadata[key]),
		source: metadata.sources[key],
	}));
	return [
		...known.filter(({ value }) => value !== ""),
		{ name: "language", value: language },
		{ name: "page type", value: pageType },
	];
}

/** A metadata value in words: names with what belongs to them, lists with commas. */
function inWords(value: unknown): string {
	if (Array.isArray(value)) return value.map(inWords).join(", ");
	if (typeof value !== "object" || value === null) return value === undefined ? "" : String(value);
	const [first, ...rest] = Object.values(value).filter((part) => part !== undefined);
	return rest.length === 0 ? String(first) : `${first} (${rest.join(", ")})`;
}
