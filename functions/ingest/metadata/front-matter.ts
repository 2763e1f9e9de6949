/** What a Markdown file's front matter says, by field, as plain strings. */
import type { Author } from "../../shared/article.ts";
import type { PageHead } from "../page.ts";
import { readByline } from "./byline.ts";
import { FRONT_MATTER_KEYS } from "./text-names.ts";
import { plainText } from "./values.ts";

/** Values in one list that are looked at. */
const MAX_VALUES = 60;
/** What holds the text of a value that is a mapping (`author: {name: …, title: …}`, `image: {src: …}`). */
const INNER_KEYS = ["name", "title", "url", "src", "path"];
const ROLE_KEYS = ["role", "job", "position"];

type Field = keyof typeof FRONT_MATTER_KEYS;

/** Every value under the field's keys, best key first. Values of other shapes than text, number and lists say nothing. */
export function frontMatterOf(head: PageHead, field: Field): readonly string[] {
	return valuesOf(head, field).flatMap((value) => textOf(value) ?? []);
}

/** The authors; one written as a mapping may have a role. */
export function frontMatterAuthors(head: PageHead): readonly Author[] {
	return valuesOf(head, "authors").flatMap((value) => {
		const text = textOf(value);
		if (text === undefined) return [];
		const role = isMapping(value)
			? textOf(ROLE_KEYS.map((key) => value[key]).find((each) => each !== undefined))
			: undefined;
		return readByline(text).map((author) => (role === undefined ? author : { ...author, role }));
	});
}

function valuesOf({ frontMatter }: PageHead, field: Field): readonly unknown[] {
	if (!frontMatter) return [];
	const byKey = new Map(Object.entries(frontMatter).map(([key, value]) => [key.toLowerCase(), value]));
	return FRONT_MATTER_KEYS[field].split(" ").flatMap((key) => {
		const value = byKey.get(key);
		return Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
	});
}

function textOf(value: unknown): string | undefined {
	if (typeof value === "string" || typeof value === "number") return plainText(String(value)) || undefined;
	if (!isMapping(value)) return undefined;
	const inner = INNER_KEYS.map((key) => value[key]).find((each) => typeof each === "string");
	return inner === undefined ? undefined : textOf(inner);
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null && !Array.isArray(value);
