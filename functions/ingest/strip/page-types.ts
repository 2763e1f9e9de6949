/** What kind of page it is: boosted trees over what is known of the page as a whole (docs/model-card.md). */
import { type Article, type PageType, PageTypeSchema } from "../../shared/article.ts";
import { logit, unpackTrees } from "../../shared/trees.ts";
import { HTML_PAGE_TYPES } from "../model/html-page-types.ts";

const byType = PageTypeSchema.options.map((type) => ({ type, trees: unpackTrees(HTML_PAGE_TYPES[type]) }));

/** What is no likelier than this says nothing. */
const MIN_ODDS = 0.4;

/** How likely a page is of each type; together 1. */
export type PageTypeOdds = Readonly<Record<PageType, number>>;

/** The likeliest type; `article` where nothing says much. */
export function likeliestType(odds: PageTypeOdds): Pick<Article, "pageType" | "pageTypeConfidence"> {
	const likeliest = PageTypeSchema.options.reduce((a, b) => (odds[b] > odds[a] ? b : a));
	const pageType = odds[likeliest] >= MIN_ODDS ? likeliest : "article";
	return { pageType, pageTypeConfidence: odds[pageType] };
}

/** How likely each type is, from what was measured of the page. */
export function pageTypeOdds(facts: Float32Array): PageTypeOdds {
	const weights = byType.map(({ type, trees }) => ({ type, weight: Math.exp(logit(trees, facts)) }));
	const sum = weights.reduce((total, { weight }) => total + weight, 0);
	return Object.fromEntries(weights.map(({ type, weight }) => [type, weight / sum])) as PageTypeOdds;
}
