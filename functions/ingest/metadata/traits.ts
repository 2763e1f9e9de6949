/** What may be known of a candidate for a field. What each is worth is in votes.ts. */
import type { LineTrait } from "./author-lines.ts";

/** Something known of a candidate for the title. */
export type TitleTrait =
	/** The page's first heading of level 1 that isn't the site's name. */
	| "first heading"
	| "later heading"
	/** Of level 2 or lower, where a title stands. */
	| "lower heading"
	/** A heading that links elsewhere: a site's logo, another article. */
	| "linked heading"
	| "heading below the text"
	| "heading in furniture"
	| "open graph"
	| "json-ld"
	/** Twitter's, Dublin Core's and content systems' own, microdata. */
	| "card"
	| "document"
	/** A NewsArticle's headline. */
	| "news json-ld"
	/** The same where Open Graph agrees with it, and no heading does, not even in part. */
	| "news declared alike"
	| "without its last part"
	| "without its first part"
	/** A heading that differs from JSON-LD's headline: newsrooms fill that in by hand. */
	| "heading against json-ld"
	| "heading against news"
	/** A heading that nothing declares. */
	| "only shown"
	/** The same with words of what is declared. */
	| "shares words"
	/** On a page that isn't a NewsArticle by its data. */
	| "heading without news"
	| "only shown without news"
	/** A heading that ends with a declared title, without a mark before it: a kicker stood on its own line. */
	| "shown with kicker"
	/** What another candidate begins or ends with, of this length at least. */
	| "begins"
	| "ends"
	| "few words"
	| "one word";

/** Something known of a candidate for the authors. */
export type AuthorTrait =
	| LineTrait
	| "json-ld"
	/** Of something else than the article. */
	| "json-ld elsewhere"
	| "meta"
	| "other meta"
	/** What Twitter's card labels so: content systems put the account's name there. */
	| "labelled card"
	| "microdata"
	| "microdata of several"
	| "first of several"
	| "one of several"
	| "person"
	/** News agencies. */
	| "agency"
	/** What the site is called. */
	| "the site"
	/** The same where someone is named next to the text. */
	| "the site beside a person"
	| "many"
	| "holds declared"
	| "part of declared"
	/** A list's entry is the same: a section, a topic. */
	| "in menu"
	| "in title";
