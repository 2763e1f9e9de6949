/** Who wrote an article, as its `<meta>` say: by name, surname first, in JSON, behind a card's label. */
import type { PageHead } from "../page.ts";
import { META_NAMES } from "./names.ts";

type Meta = PageHead["meta"];

/** The label of what Twitter's card calls the author; Yoast writes it in the site's language. */
const CARD_LABEL =
	/^(?:written by|author|by|verfasst von|geschrieben von|autor|écrit par|auteur|escrito por|autora?|scritto da|geschreven door|door|skrevet (?:af|av)|skriven av|skribent|kirjoittanut|kirjoittaja|napisane przez|napsal\(?a?\)?|napísal\(?a\)?|napisao|szerző|írta|scris de|автор|написано|от|yazan|yazar|συντάκτης|ditulis oleh|được viết bởi|كتب بواسطة|כתוב על ידי|执笔者|撰写者|作者|執筆者|글쓴이|작성자|เขียนโดย)\s?:?$/iu;

/** `Doe, Ann` */
const SURNAME_FIRST =
	/^(\p{Lu}[\p{L}\p{M}'’-]{1,30}),\s(\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}.'’-]{0,30})?)$/u;

/** Libraries' vocabularies put the surname first. */
const surnameLast = (name: string): string => {
	const [, surname = "", given = ""] = SURNAME_FIRST.exec(name.trim()) ?? [];
	return surname && surname !== surname.toUpperCase() ? `${given} ${surname}` : name;
};

/** A text of what Parse.ly's older tag has in one JSON. */
export function parselyPage(meta: Meta, key: "author" | "authors" | "pub_date"): readonly string[] {
	const [json] = meta.get("parsely-page") ?? [];
	if (json === undefined) return [];
	try {
		const page: unknown = JSON.parse(json);
		const value = typeof page === "object" && page !== null ? Reflect.get(page, key) : undefined;
		return [value].flat().filter((one) => typeof one === "string");
	} catch {
		return [];
	}
}

/** What the card labels as the author. */
export function cardAuthors(meta: Meta): readonly string[] {
	const labels = ["1", "2"].filter((at) =>
		CARD_LABEL.test(meta.get(`twitter:label${at}`)?.[0]?.trim() ?? ""),
	);
	return labels.flatMap((at) => meta.get(`twitter:data${at}`) ?? []);
}

/** The values of each place, best place first. */
export const metaAuthors = (meta: Meta): readonly (readonly string[])[] => [
	...META_NAMES.authors.map((name) => {
		const values = meta.get(name) ?? [];
		return name.startsWith("dc") ? values.map(surnameLast) : values;
	}),
	(meta.get("citation_author") ?? []).map(surnameLast),
	[...parselyPage(meta, "author"), ...parselyPage(meta, "authors")],
];
