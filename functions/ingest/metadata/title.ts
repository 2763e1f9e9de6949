import { essence } from "./values.ts";

/** What stands between a title and the site's name. */
const SEPARATOR = /\s+[|\-–—·•»:/]{1,2}\s+|\s*[|»]\s*|:\s+(?=[^:]{1,40}$)/;

/** A site's name, section and slogan after a title: at most this many parts. */
const MAX_SUFFIXES = 3;

/**
 * A document's title without the site's name before or after it. `names` are what the site is called: its
 * name, its host; the parts that are one of them, or that one of them holds, go.
 */
export function withoutSiteName(title: string, names: readonly string[]): string {
	const known = names.map(essence).filter((name) => name.length > 1);
	const isSite = (part: string): boolean => {
		const text = essence(part);
		return (
			text.length > 1 &&
			known.some(
				(name) =>
					name === text ||
					(text.length > 3 && name.includes(text)) ||
					(name.length > 3 && text.startsWith(name) && text.length < name.length + 12),
			)
		);
	};
	let rest = title;
	for (let i = 0; i < MAX_SUFFIXES; i++) {
		const parts = rest.split(SEPARATOR);
		const [first = "", last = ""] = [parts[0], parts.at(-1)];
		if (parts.length < 2) break;
		if (isSite(last)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|\-–—·•»:/]+$/, "");
		else if (isSite(first)) rest = rest.slice(first.length).replace(/^[\s|\-–—·•»:/]+/, "");
		else break;
	}
	return rest.trim() || title;
}

/** Shorter than this, one title's being in another may be chance. */
const MIN_SHARED = 12;

/**
 * The heading that a declared title confirms: the same, or one of them with something before or after it (a
 * site's name, a kicker), which is not the title. A title cut short with dots is completed.
 */
export function agreedTitle(shown: readonly string[], declared: readonly string[]): string | undefined {
	const same = shown.find((heading) => declared.some((title) => essence(title) === essence(heading)));
	if (same !== undefined) return same;
	const pairs = shown.flatMap((heading) => declared.map((title) => [heading, title] as const));
	for (const [heading, title] of pairs) {
		const [a, b] = [essence(heading), essence(title)];
		const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
		if (shorter.length < MIN_SHARED || !(longer.startsWith(shorter) || longer.endsWith(shorter))) continue;
		return shorter === a || /(?:\.\.\.|…)$/.test(title) ? heading : title;
	}
	return undefined;
}
