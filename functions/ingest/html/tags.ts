import type { BlockType } from "../../shared/article.ts";
import {
	BLOCK_LEVEL,
	CONTAINERS,
	ENDS_HEADING,
	HEADINGS,
	PHRASING_ONLY,
	SHAPES,
	SKIPPED,
} from "./elements.ts";

/** What the name of a tag says of its elements, looked up in all tables at once. */
export interface Tag {
	readonly name: string;
	readonly isBlockLevel: boolean;
	/** Custom elements are boxes (`<story-card>`) unless they stand in a line (`<p>… <glossary-term>`). */
	readonly isCustom: boolean;
	readonly isPhrasingOnly: boolean;
	readonly isSkipped: boolean;
	readonly isContainer: boolean;
	readonly isHeading: boolean;
	readonly endsHeading: boolean;
	readonly shape: BlockType | undefined;
	/** 1 to 6 of a heading. */
	readonly level: number | undefined;
}

/** Looks a name up. */
export const tagOf = (name: string): Tag => ({
	name,
	isBlockLevel: BLOCK_LEVEL.has(name),
	isCustom: name.includes("-"),
	isPhrasingOnly: PHRASING_ONLY.has(name),
	isSkipped: SKIPPED.has(name),
	isContainer: CONTAINERS.has(name),
	isHeading: HEADINGS.has(name),
	endsHeading: ENDS_HEADING.has(name),
	shape: SHAPES.get(name),
	level: HEADINGS.has(name) ? Number(name[1]) : undefined,
});

/** Tags by name, each looked up once: pages repeat theirs. One page each, since anybody can make up names. */
export function tagTable(): (name: string) => Tag {
	const tags = new Map<string, Tag>();
	return (name) => {
		let tag = tags.get(name);
		if (!tag) {
			tag = tagOf(name);
			tags.set(name, tag);
		}
		return tag;
	};
}
