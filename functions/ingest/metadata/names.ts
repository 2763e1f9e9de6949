/**
 * Where pages keep what they say of themselves: Open Graph (https://ogp.me), Dublin Core, Parse.ly,
 * Sailthru, Cxense, Google News and what content systems made up. Keys are lower case, best first.
 */

const names = (list: string): readonly string[] => list.split(" ");

/** `<meta>` names by field. Those of Open Graph are told by `isOpenGraph`. */
export const META_NAMES = {
	title: names(
		"og:title twitter:title parsely-title sailthru.title dc.title dcterms.title cxenseparse:title headline title",
	),
	authors: names(
		"author article:author article:author:name og:article:author authors parsely-author sailthru.author dc.creator dcterms.creator dc:creator byl cxenseparse:author article.author articleauthor article_author shareaholic:article_author_name mrf:authors fp:authors cse_author its_author author.name article:author_name dable:author creator",
	),
	publishedAt: names(
		"article:published_time og:article:published_time article:published datepublished date.published dc.date.issued dcterms.issued dcterms.created parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime pubdate publishdate publish-date publish_date published_at publication_date content:publishdate article.published dc.date dcterms.date date.created article_date_original sn-post-date iso-8601-publish-date shareaholic:article_published_time og:release_date og:pubdate pub_date published_time publicationdate w-published-date published ob:date citation_publication_date citation_date dable:published_time date",
	),
	modifiedAt: names(
		"article:modified_time og:article:modified_time datemodified date.modified date.updated og:updated_time dcterms.modified cxenseparse:modified_time updated-date article.updated article_updatetime shareaholic:article_modified_time lastmod",
	),
	publisher: names(
		"og:site_name application-name dc.publisher dcterms.publisher cre apple-mobile-web-app-title",
	),
	section: names(
		"article:section og:section parsely-section cxenseparse:section articlesection sailthru_section mrf:sections category",
	),
	topics: names(
		"article:tag news_keywords parsely-tags sailthru.tags mrf:tags cxenseparse:keywords keywords",
	),
	image: names(
		"og:image:secure_url og:image og:image:url twitter:image twitter:image:src parsely-image-url sailthru.image.full",
	),
	rights: names("copyright rights dc.rights dcterms.rights dcterms.rightsholder"),
	language: names("content-language og:locale language dc.language dcterms.language"),
} as const;

/** Microdata and RDFa properties by field. */
export const PROPERTY_NAMES = {
	title: names("headline"),
	subtitle: names("alternativeheadline"),
	authors: names("author.name author"),
	publishedAt: names(
		"datepublished mainentity.datepublished article.datepublished blogpost.datepublished datecreated",
	),
	modifiedAt: names("datemodified"),
	publisher: names("publisher.name sourceorganization.name"),
	section: names("articlesection"),
	topics: names("keywords"),
	image: names("image.url image thumbnailurl"),
} as const;

/** Is it one of Open Graph's own (and its article vocabulary), rather than any other `<meta>`? */
export const isOpenGraph = (name: string): boolean => /^(?:og|article):/.test(name);

/** schema.org's Article and those of its subtypes that pages use (https://schema.org/Article). */
export const ARTICLE_TYPES: ReadonlySet<string> = new Set(
	"Article NewsArticle BlogPosting ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle ScholarlyArticle MedicalScholarlyArticle TechArticle APIReference LiveBlogPosting SocialMediaPosting DiscussionForumPosting Report Review Recipe HowTo QAPage ClaimReview CreativeWork Blog".split(
		" ",
	),
);
