/** What a title is made of besides itself: the site's name, its section, a kicker. */
import { essence } from "./values.ts";

/** What stands between a title and the site's name; Chinese and Japanese sites put it without spaces. */
const SEPARATOR =
	/\s+(?:[|\-–—·•»«:/<>›‹~]|::|\/\/|--|>>)\s+|\s*[|｜»]\s*|:\s+(?=[^:]{1,40}$)|(?<=[\p{Lo}！？」』）】])[-_:－](?=[A-Za-z]{0,12}\p{Lo}{2,12}$)/u;
const MARKS_AT_END = /[\s|\-–—·•»«:/<>›‹~_]{1,20}$/;
const MARKS_AT_START = /^[\s|\-–—·•»«:/<>›‹~_]+/;

/** A site's name, section and slogan after a title: at most this many parts. */
const MAX_SUFFIXES = 3;
/** Longer than the name by this many letters, a part is still the site: `Gazette Online`. */
const SLOGAN = 12;

const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** Letters as hosts have them: `Börsen-Zeitung` → `boersenzeitung`. */
const asInHosts = (text: string): string =>
	/[^\0-\x7f]/.test(text)
		? essence(withoutUmlauts(text))
				.normalize("NFD")
				.replace(/\p{M}+/gu, "")
		: essence(text);

const withoutUmlauts = (text: string): string =>
	text.normalize("NFC").replace(/[äöüß]/gi, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);

/** A day, which some systems put before their titles. */
const DAY = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;

/** Does a part of a title only say which site this is, or which day? */
function siteTest(names: readonly string[]): (part: string) => boolean {
	const known = names.map(asInHosts).filter((name) => name.length > 1);
	return (part) => {
		const text = asInHosts(part);
		if (text.length < 2) return false;
		if (DAY.test(part.trim())) return true;
		return known.some(
			(name) =>
				name === text ||
				(text.length > 3 && name.includes(text)) ||
				(name.length > 3 && text.startsWith(name) && text.length < name.length + SLOGAN),
		);
	};
}

/**
 * A document's title without the site's name before or after it. `names` are what the site is called: its
 * name, its host; the parts that are one of them, or that one of them holds, go.
 */
export function withoutSiteName(title: string, names: readonly string[]): string {
	const isSite = siteTest(names);
	let rest = title;
	for (let i = 0; i < MAX_SUFFIXES; i++) {
		const parts = rest.split(SEPARATOR);
		const [first = "", last = ""] = [parts[0], parts.at(-1)];
		if (parts.length < 2) break;
		if (isSite(last)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(MARKS_AT_END, "");
		else if (isSite(first)) rest = rest.slice(first.length).replace(MARKS_AT_START, "");
		else break;
	}
	return rest.trim() || title;
}

/** Is a text what stands behind the last mark of a longer title? */
export const isLastPart = (title: string, text: string): boolean =>
	title.length > text.length && title.endsWith(text) && MARKS_AT_END.test(title.slice(0, -text.length));

/** `Ferry stays | Harbour` → `Ferry stays`; undefined for a title in one part. */
export function withoutLastPart(title: string): string | undefined {
	const parts = title.split(SEPARATOR);
	const last = parts.at(-1);
	if (parts.length < 2 || !last) return undefined;
	return title.slice(0, title.lastIndexOf(last)).replace(MARKS_AT_END, "") || undefined;
}

/** `Harbour: Ferry stays` → `Ferry stays`; undefined for a title in one part. */
export function withoutFirstPart(title: string): string | undefined {
	const mark = SEPARATOR.exec(title) ?? KICKER_MARK.exec(title);
	return mark ? title.slice(mark.index + mark[0].length).trim() || undefined : undefined;
}

/** Between a kicker and a title where they stand on one line. */
const KICKER_MARK = /(?:\s[-–—|]|[:.|])\s/;
/** A shorter title may be the second half of one. */
const MIN_TITLE = 10;

/**
 * `Harbour vote Ferry stays` → `Ferry stays`, when a declared title is the same with a mark between the two:
 * on the page, the kicker stood on a line of its own.
 */
export function withoutKicker(heading: string, declared: readonly string[]): string {
	const key = essence(heading);
	for (const title of declared) {
		const mark = KICKER_MARK.exec(title);
		if (!mark || essence(title) !== key) continue;
		const kicker = title.slice(0, mark.index);
		const rest = heading.slice(kicker.length);
		if (
			heading.startsWith(kicker) &&
			essence(rest).length > MIN_TITLE &&
			/^\s?[\p{L}\p{N}"'«„“”‘(¿¡]/u.test(rest)
		)
			return rest.trim();
	}
	return heading;
}
