/** What kind of page it is, from what it declares and which software made it. */
import type { PageType } from "../shared/article.ts";
import type { Page } from "./page.ts";

/** By schema.org type; first match counts. Articles come first: a review of a product is an article. */
const BY_SCHEMA: readonly (readonly [PageType, RegExp])[] = [
	["forum", /^(?:DiscussionForumPosting|QAPage|Question)$/],
	["documentation", /^(?:TechArticle|APIReference|SoftwareSourceCode)$/],
	["article", /^(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|HowTo)$/],
	["product", /^(?:Product|ProductGroup|IndividualProduct|Vehicle)$/],
	["listing", /^(?:CollectionPage|SearchResultsPage|ItemPage|ProfilePage)$/],
];

/** By the generator that a page names. */
const BY_GENERATOR: readonly (readonly [PageType, RegExp])[] = [
	["forum", /discourse|vbulletin|phpbb|xenforo|mybb|smf|flarum|invision|nodebb/i],
	[
		"documentation",
		/sphinx|mkdocs|docusaurus|gitbook|vitepress|antora|hugo.{0,10}docsy|javadoc|doxygen|readthedocs/i,
	],
];

const BY_OPEN_GRAPH: ReadonlyMap<string, PageType> = new Map([
	["article", "article"],
	["product", "product"],
	["og:product", "product"],
	["product.item", "product"],
]);

const schemaTypes = ({ head }: Page): readonly string[] =>
	head.jsonLd
		.flatMap((node) => (Object.hasOwn(node, "@type") ? [node["@type"]].flat(2) : []))
		.filter((type) => typeof type === "string");

/** What the page declares itself to be; undefined when it doesn't. */
export function declaredType(page: Page): PageType | undefined {
	const types = schemaTypes(page);
	const generator = page.head.meta.get("generator")?.join(" ") ?? "";
	const bySchema = BY_SCHEMA.find(([, pattern]) => types.some((type) => pattern.test(type)))?.[0];
	const byGenerator = BY_GENERATOR.find(([, pattern]) => pattern.test(generator.slice(0, 500)))?.[0];
	const byOpenGraph = BY_OPEN_GRAPH.get(page.head.meta.get("og:type")?.[0]?.toLowerCase() ?? "");
	return byGenerator ?? bySchema ?? byOpenGraph;
}

/** `article` when nothing says otherwise. */
export const pageTypeOf = (page: Page): PageType => declaredType(page) ?? "article";
