import type { Author } from "../../shared/article.ts";
import type { PageHead } from "../page.ts";
import { ARTICLE_TYPES } from "./names.ts";
import { essence, plainText } from "./values.ts";

type Node = Readonly<Record<string, unknown>>;

/** An organisation's name is not to be taken apart. */
export type LinkedAuthor = Author & { readonly organisation: boolean };

/** The JSON-LD of a page with its references followed, and its article found. */
export interface LinkedData {
	/** The node that describes the article, if any. */
	readonly article: Node | undefined;
	/** Texts of a property: of its strings, or of the names of its objects. */
	texts(...properties: string[]): readonly string[];
	/** Addresses of a property: its strings, or the url of its objects. */
	addresses(...properties: string[]): readonly string[];
	/** The article's authors, else its creators. */
	authors(): readonly LinkedAuthor[];
	/** Those of what else on the page has any. */
	otherAuthors(): readonly LinkedAuthor[];
	readonly types: ReadonlySet<string>;
}

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const own = (node: Node | undefined, key: string): unknown =>
	node && Object.hasOwn(node, key) ? node[key] : undefined;

const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? value.slice(0, 100).flat(2) : value === undefined || value === null ? [] : [value];

const stringOf = (value: unknown): string | undefined =>
	typeof value === "string" && value.trim() !== "" ? value : undefined;

/** `https://schema.org/NewsArticle`, `schema:NewsArticle` → `NewsArticle`. */
const typesOf = (node: Node): readonly string[] =>
	listOf(own(node, "@type")).flatMap((type) => stringOf(type)?.replace(/^.*[/:#]/, "") ?? []);

/** The article among the nodes: of several the one with the page's title, else the one that says most. */
function articleAmong(nodes: readonly Node[], title: string): Node | undefined {
	const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPES.has(type)));
	const fits = (node: Node): boolean => {
		const headline = essence(plainText(stringOf(own(node, "headline")) ?? ""));
		return headline !== "" && title.startsWith(headline.slice(0, 60));
	};
	return (
		articles.find(fits) ??
		articles.find(
			(node) => own(node, "headline") !== undefined && own(node, "datePublished") !== undefined,
		) ??
		articles[0] ??
		nodes.find((node) => typesOf(node).includes("WebPage"))
	);
}

/** Names of a person or organisation, in one piece or two. */
const namesOf = (node: Node): readonly string[] => {
	const whole = listOf(own(node, "name")).flatMap((name) => stringOf(name) ?? []);
	const parts = ["givenName", "additionalName", "familyName"].flatMap(
		(part) => stringOf(own(node, part)) ?? [],
	);
	return whole.length > 0 || parts.length < 2 ? whole : [parts.join(" ")];
};

const peopleOf = (value: unknown): readonly LinkedAuthor[] => {
	if (!isNode(value)) return stringOf(value) ? [{ name: plainText(String(value)), organisation: false }] : [];
	const role = stringOf(listOf(own(value, "jobTitle"))[0]);
	const organisation = typesOf(value).some((type) => /Organization|Corporation|Brand/.test(type));
	return namesOf(value).map((name) => ({
		name: plainText(name),
		organisation,
		...(role && { role: plainText(role) }),
	}));
};

/** What stands on a page and has an author of its own. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(
	"Answer Comment UserComments Review ImageObject VideoObject AudioObject MediaObject Product SoftwareApplication WebSite Book Movie Organization Person ItemList Event Course".split(
		" ",
	),
);

/** Reads a page's JSON-LD. */
export function readLinkedData(head: PageHead): LinkedData {
	const { jsonLd: nodes } = head;
	const byId = new Map(nodes.map((node) => [own(node, "@id"), node]));
	const title = essence(head.meta.get("og:title")?.[0] ?? head.title ?? "");
	const article = articleAmong(nodes, title);

	/** A reference (`{"@id": …}`) is replaced by what it refers to. */
	const follow = (value: unknown): unknown => {
		const id = isNode(value) ? own(value, "@id") : undefined;
		const target = id === undefined ? undefined : byId.get(id);
		return isNode(value) && own(value, "name") === undefined && target ? target : value;
	};
	const values = (properties: readonly string[]): readonly unknown[] =>
		properties.flatMap((property) => listOf(own(article, property)).map(follow));

	/** Of the first node that has any. */
	const authorsAmong = (some: readonly (Node | undefined)[]): readonly LinkedAuthor[] => {
		for (const node of some)
			for (const property of ["author", "creator"]) {
				const people = listOf(own(node, property)).map(follow).flatMap(peopleOf);
				if (people.length > 0) return people;
			}
		return [];
	};

	return {
		article,
		types: new Set(nodes.flatMap(typesOf)),
		texts: (...properties) =>
			values(properties).flatMap((value) => {
				const text = stringOf(value) ?? (isNode(value) ? stringOf(own(value, "name")) : undefined);
				return text === undefined ? [] : [plainText(text)];
			}),
		addresses: (...properties) =>
			values(properties).flatMap((value) => {
				if (!isNode(value)) return stringOf(value) ?? [];
				return stringOf(listOf(own(value, "url") ?? own(value, "contentUrl") ?? own(value, "@id"))[0]) ?? [];
			}),
		authors: () => authorsAmong([article]),
		otherAuthors: () =>
			authorsAmong(
				nodes.filter((node) => node !== article && !typesOf(node).some((type) => NOT_WRITTEN.has(type))),
			),
	};
}
