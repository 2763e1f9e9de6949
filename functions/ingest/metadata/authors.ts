import type { Author } from "../../shared/article.ts";
import type { PageBlock } from "../page.ts";
import { AUTHOR_ADDRESS, AUTHOR_NAME, BY_SOMEONE, BYLINE_PREFIX, NAME_SEPARATOR, ROLE } from "./names.ts";
import { essence, plainText } from "./values.ts";

const MAX_AUTHORS = 20;
const MAX_NAME = 80;
const MAX_BYLINE = 200;

/** Account names of content systems, and labels left empty. */
const NOBODY =
	/^(?:admin|administrator|editor|webmaster|root|user|null|undefined|none|n\/a|unknown|anonymous|no author|authors?|autor|by|published by|posted by|topic|staff|redaktion)$/i;

/** A name as a person has it: no address, no sentence, some letters. */
const isName = (name: string): boolean =>
	name.length >= 2 &&
	name.length <= MAX_NAME &&
	// A particle ("von", "da") alone is what is left of something else.
	/[\p{Lu}\p{Lo}]|\p{L}{4}/u.test(name) &&
	!/https?:|www\.|@\w|\d{3}|[<>{}=]/.test(name) &&
	name.split(" ").length <= 6 &&
	!NOBODY.test(name);

const trimName = (name: string): string =>
	name
		.replace(/\s*\([^)]{0,60}\)\s*$/, "")
		.replace(/^[\s,.:–—-]+|[\s,:–—|-]+$/g, "")
		.replace(/^@/, "");

/** `By Jane Doe, Science Editor, and Li Wei` → two authors, the first with her role. */
export function readByline(byline: string): readonly Author[] {
	const authors: Author[] = [];
	const text = plainText(byline).slice(0, 300).replace(BYLINE_PREFIX, "");
	for (const part of text.split(NAME_SEPARATOR).slice(0, 2 * MAX_AUTHORS)) {
		const name = trimName(part ?? "");
		const last = authors.at(-1);
		if (last && ROLE.test(name)) authors.splice(-1, 1, { ...last, role: last.role ?? name });
		else if (isName(name)) authors.push({ name });
	}
	return authors;
}

/** The authors that a line on the page names: by links to their pages, after "by", or in an element of their own. */
export function readVisibleByline({ text, links, markup }: PageBlock): readonly Author[] {
	if (text.length > MAX_BYLINE) return [];
	const linked = links.filter(({ href, rel }) => rel.includes("author") || AUTHOR_ADDRESS.test(href));
	if (linked.length > 0) {
		// The rest of the line may tell the role of who is linked.
		const whole = readByline(text);
		return linked
			.flatMap((link) => readByline(link.text))
			.map((author) => whole.find(({ name }) => name === author.name) ?? author);
	}
	const after = BY_SOMEONE.exec(text)?.[1];
	if (after !== undefined) return readByline(after);
	const named = [markup, markup?.parent].some((element) => AUTHOR_NAME.test(element?.names ?? ""));
	return named && text.length <= MAX_NAME && !/\d/.test(text) ? readByline(text) : [];
}

/** Names once each, without the site itself when there is someone else. */
export function tidyAuthors(authors: readonly Author[], publisher: string | undefined): readonly Author[] {
	const byName = new Map<string, Author>();
	for (const { name, role } of authors) {
		const key = essence(name);
		const known = byName.get(key);
		if (known ? known.role === undefined && role !== undefined : true)
			byName.set(key, { name: known?.name ?? name, ...(role !== undefined && { role }) });
	}
	const all = [...byName.values()];
	const people =
		publisher === undefined ? all : all.filter(({ name }) => essence(name) !== essence(publisher));
	return (people.length > 0 ? people : all).slice(0, MAX_AUTHORS);
}
