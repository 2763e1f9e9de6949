/** Every way to write each document. The first is what a reader gets who doesn't mind. */
import { ArticleDocumentSchema } from "../../shared/article.ts";
import { SummaryDocumentSchema } from "../../shared/summary.ts";
import type { Shelf } from "../document.ts";
import { articleMarkdown } from "./article-markdown.ts";
import { articleJsonLd, summaryJsonLd } from "./json-ld.ts";
import { articlePage, summaryPage } from "./summary-html.ts";
import { summaryMarkdown } from "./summary-markdown.ts";
import { articleText, summaryText } from "./text.ts";

/** JSON of a document, or of some of its fields in their order. */
const json = (document: object, fields?: readonly string[]): string =>
	JSON.stringify(
		fields
			? Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name)))
			: document,
	);

/** How a summary is answered. */
export const summaries: Shelf = {
	pointer: "summary",
	fields: Object.keys(SummaryDocumentSchema.shape),
	representations: [
		{ format: "json", revision: 1, write: async ({ summary }, fields) => json(await summary(), fields) },
		{ format: "markdown", revision: 2, write: async ({ summary }) => summaryMarkdown(await summary()) },
		{ format: "text", revision: 2, write: async ({ summary }) => summaryText(await summary()) },
		{
			format: "html",
			revision: 2,
			write: async ({ article, summary }) => summaryPage(...(await Promise.all([summary(), article()]))),
		},
		{ format: "jsonld", revision: 1, write: summaryJsonLd },
	],
};

/** How an article is answered. */
export const articles: Shelf = {
	pointer: "article",
	fields: Object.keys(ArticleDocumentSchema.shape),
	representations: [
		{ format: "json", revision: 1, write: async ({ article }, fields) => json(await article(), fields) },
		{ format: "markdown", revision: 1, write: async ({ article }) => articleMarkdown(await article()) },
		{ format: "text", revision: 1, write: async ({ article }) => articleText(await article()) },
		{ format: "html", revision: 2, write: async ({ article }) => articlePage(await article()) },
		{ format: "jsonld", revision: 1, write: articleJsonLd },
	],
};
