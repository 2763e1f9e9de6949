/** Looks lines up in the tables of cues. */
import type { PageBlock } from "../page.ts";
import { LINE_CUES, type LineCue, NAMED_SECTION_CUES, SECTION_CUES, type SectionCue } from "./cues.ts";

/** Longest heading that is looked up. */
const MAX_HEADING = 80;

/** A heading as tables have it: lower case, straight apostrophes, no ornament or colon around it. */
const plain = (heading: string): string =>
	heading
		.toLowerCase()
		.replaceAll("’", "'")
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?!)]+$/gu, "");

const phrases = ({ headings }: SectionCue): readonly string[] => headings.split(/\s*;\s*/).filter(Boolean);

const BY_HEADING: ReadonlyMap<string, SectionCue> = new Map(
	SECTION_CUES.flatMap((cue) => phrases(cue).map((heading) => [plain(heading), cue] as const)),
);

/** Name cues as what stands before and after the name. */
const AROUND_NAME = NAMED_SECTION_CUES.flatMap((cue) =>
	phrases(cue).map((heading) => {
		const [before = "", after = ""] = heading.split("{}");
		return { cue, before, after };
	}),
);

/** The section that a heading opens, when it opens one of furniture. */
export function sectionCue(heading: string, names: ReadonlySet<string>): SectionCue | undefined {
	if (heading.length > MAX_HEADING) return undefined;
	const text = plain(heading);
	return (
		BY_HEADING.get(text) ??
		AROUND_NAME.find(
			({ before, after }) =>
				text.startsWith(before) &&
				text.endsWith(after) &&
				names.has(squash(text.slice(before.length, text.length - after.length))),
		)?.cue
	);
}

/** What a line is by itself. */
export const lineCue = (line: string): LineCue | undefined =>
	LINE_CUES.find(({ longest, pattern }) => line.length <= longest && pattern.test(line));

const squash = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The site's names as the page itself gives them, squashed: its rights holder, its domains. */
export function siteNames(blocks: readonly PageBlock[]): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { text } of blocks) {
		if (text.length > 400) continue;
		const holder = /(?:©|copyright|\(c\))[\s\d,©–-]{0,20}([\p{L}\p{N}][^.|,©]{1,60})/iu.exec(text)?.[1];
		const host = lineCue(text)?.kind === "other" && /https?:\/\/(?:www\.)?([\w-]{2,60})\./i.exec(text)?.[1];
		if (holder) for (const name of shortened(holder)) names.add(squash(name));
		if (host) names.add(squash(host));
	}
	names.delete("");
	return names;
}

/** `Harbour News Media Group 2025` is also Harbour News Media, and Harbour News. */
function shortened(holder: string): string[] {
	const words = holder.trim().split(/\s+/).slice(0, 6);
	return words.map((_, at) => words.slice(0, words.length - at).join(" "));
}
