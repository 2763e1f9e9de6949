/** Documents as schema.org sees them: the article described, with what it says as its abstract. */
import type { ArticleDocument, PageType } from "../../shared/article.ts";
import type { SummaryDocument } from "../../shared/summary.ts";
import type { Documents } from "../negotiate.ts";

/** https://schema.org/docs/full.html */
const TYPES: Readonly<Record<PageType, string>> = {
	article: "NewsArticle",
	forum: "DiscussionForumPosting",
	documentation: "TechArticle",
	product: "WebPage",
	listing: "CollectionPage",
	other: "WebPage",
};

const described = (article: ArticleDocument, summary: SummaryDocument) => {
	const { metadata, language, pageType, counts } = article;
	const { publisher } = metadata;
	return {
		"@context": "https://schema.org",
		"@type": TYPES[pageType],
		headline: metadata.title ?? summary.headline,
		alternativeHeadline: metadata.subtitle,
		abstract: summary.gist.text,
		author: metadata.authors.map(({ name, role }) => ({ "@type": "Person", name, jobTitle: role })),
		datePublished: metadata.publishedAt,
		dateModified: metadata.modifiedAt,
		publisher: publisher && {
			"@type": "Organization",
			name: publisher.name,
			url: publisher.domain && `https://${publisher.domain}`,
		},
		url: metadata.url,
		mainEntityOfPage: metadata.url,
		articleSection: metadata.section,
		keywords: [...new Set([...summary.topics, ...summary.keywords])],
		about: summary.topics.map((name) => ({ "@type": "Thing", name })),
		image: metadata.image,
		copyrightNotice: metadata.rights,
		inLanguage: language,
		wordCount: counts.words,
	};
};

/** The article described. */
export const summaryJsonLd = async (documents: Documents): Promise<string> =>
	JSON.stringify(described(await documents.article(), await documents.summary()));

/** The same with its text. */
export const articleJsonLd = async (documents: Documents): Promise<string> => {
	const article = await documents.article();
	const articleBody = article.blocks.map(({ text }) => text).join("\n\n");
	return JSON.stringify({ ...described(article, await documents.summary()), articleBody });
};
