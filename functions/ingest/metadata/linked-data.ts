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
	/** The article's authors, else its creators, else its contributors. */
	authors(): readonly LinkedAuthor[];
	/** Those of what else on the page has any. */
	otherAuthors(): readonly LinkedAuthor[];
	readonly types: ReadonlySet<string>;
}

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const own = (node: Node | undefined, key: string): unknown =>
	node && Object.hasOwn(node, key) ? node[key] : undefined;

/** A property's values: of an array, of JSON-LD's `{"@list": […]}`, or the one. */
const listOf = (value: unknown): readonly unknown[] => {
	const list = (isNode(value) ? own(value, "@list") : undefined) ?? value;
	return Array.isArray(list) ? list.slice(0, 100).flat(2) : list === undefined || list === null ? [] : [list];
};

/** A text, a number (seconds or milliseconds of a date), or either as JSON-LD's `{"@value": …}`. */
const stringOf = (value: unknown): string | undefined => {
	const plain = isNode(value) ? own(value, "@value") : value;
	if (typeof plain === "number") return String(plain);
	return typeof plain === "string" && plain.trim() !== "" ? plain : undefined;
};

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
	if (whole.length > 0) return whole;
	return parts.length > 1
		? [parts.join(" ")]
		: listOf(own(node, "alternateName")).flatMap((name) => stringOf(name) ?? []);
};

const peopleOf = (value: unknown): readonly LinkedAuthor[] => {
	const text = stringOf(value);
	if (text !== undefined) return [{ name: plainText(text), organisation: false }];
	if (!isNode(value)) return [];
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

/** Finds what a reference refers to: a node, or one that is the value of another's property (`publisher`). */
function nodeFinder(nodes: readonly Node[]): (id: unknown) => Node | undefined {
	const byId = new Map(nodes.map((node) => [own(node, "@id"), node]));
	let inner: ReadonlyMap<unknown, Node> | undefined;
	return (id) => {
		if (id === undefined) return undefined;
		const node = byId.get(id);
		if (node && own(node, "name") !== undefined) return node;
		inner ??= new Map(
			nodes
				.flatMap((outer) => Object.values(outer).flatMap(listOf))
				.filter(isNode)
				.filter((one) => own(one, "name") !== undefined)
				.map((one) => [own(one, "@id"), one]),
		);
		return inner.get(id) ?? node;
	};
}

/** Reads a page's JSON-LD. */
export function readLinkedData(head: PageHead): LinkedData {
	const { jsonLd: nodes } = head;
	const find = nodeFinder(nodes);
	const title = essence(head.meta.get("og:title")?.[0] ?? head.title ?? "");
	const article = articleAmong(nodes, title);

	/** A reference (`{"@id": …}`) is replaced by what it refers to. */
	const follow = (value: unknown): unknown =>
		isNode(value) && own(value, "name") === undefined ? (find(own(value, "@id")) ?? value) : value;
	/** For people the id alone is a reference, too. */
	const followPerson = (value: unknown): unknown =>
		typeof value === "string" && /[#:]/.test(value) ? (find(value) ?? value) : follow(value);
	const values = (properties: readonly string[]): readonly unknown[] =>
		properties.flatMap((property) => listOf(own(article, property)).map(follow));

	/** Of the first node that has any. */
	const authorsAmong = (some: readonly (Node | undefined)[]): readonly LinkedAuthor[] => {
		for (const node of some)
			for (const property of ["author", "creator", "contributor"]) {
				const people = listOf(own(node, property)).map(followPerson).flatMap(peopleOf);
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
