import type { BlockType } from "../../shared/article.ts";
import {
	BLOCK_LEVEL,
	CLOSED_BY,
	COMMON_TAGS,
	ENDS_HEADING,
	FOREIGN,
	HEADINGS,
	HTML_AGAIN,
	PHRASING_ONLY,
	RAW_TEXT,
	SHAPES,
	SKIPPED,
	VOID,
} from "./elements.ts";
import { nameFinder } from "./name-finder.ts";

/** What the name of a tag says of its elements, looked up in all tables at once. */
export interface Tag {
	readonly name: string;
	/** Has no content and no end tag. */
	readonly isVoid: boolean;
	/** Names of the elements that it ends if they are the innermost one. */
	readonly ends: ReadonlySet<string> | undefined;
	/** Whether markup in it is SVG's or MathML's, where it may be another's than around it. */
	readonly isForeign: boolean | undefined;
	readonly isRawText: boolean;
	readonly isBlockLevel: boolean;
	/** Custom elements are boxes (`<story-card>`) unless they stand in a line (`<p>… <glossary-term>`). */
	readonly isCustom: boolean;
	readonly isPhrasingOnly: boolean;
	readonly isSkipped: boolean;
	readonly isHeading: boolean;
	readonly endsHeading: boolean;
	readonly shape: BlockType | undefined;
	/** 1 to 6 of a heading. */
	readonly level: number | undefined;
}

/** Looks a name up. */
export const tagOf = (name: string): Tag => ({
	name,
	isVoid: VOID.has(name),
	ends: CLOSED_BY.get(name),
	isForeign: FOREIGN.has(name) ? true : HTML_AGAIN.has(name) ? false : undefined,
	isRawText: RAW_TEXT.has(name),
	isBlockLevel: BLOCK_LEVEL.has(name),
	isCustom: name.includes("-"),
	isPhrasingOnly: PHRASING_ONLY.has(name),
	isSkipped: SKIPPED.has(name),
	isHeading: HEADINGS.has(name),
	endsHeading: ENDS_HEADING.has(name),
	shape: SHAPES.get(name),
	level: HEADINGS.has(name) ? Number(name[1]) : undefined,
});

const COMMON: ReadonlyMap<string, Tag> = new Map([...COMMON_TAGS].map((name) => [name, tagOf(name)]));

/** The tag whose name stands there, if it is a common one. */
export const commonTagAt = nameFinder(COMMON);

/** Tags by name, each looked up once: pages repeat theirs. One page each, since anybody can make up names. */
export function tagTable(): (name: string) => Tag {
	const tags = new Map<string, Tag>();
	return (name) => {
		let tag = COMMON.get(name) ?? tags.get(name);
		if (!tag) {
			tag = tagOf(name);
			tags.set(name, tag);
		}
		return tag;
	};
}
