import { bodyText, RejectedUpload, readArticle } from "../../functions/ingest/index.ts";
import type { Extractor } from "../strip/extractor.ts";

/** Precis itself, from the bytes: telling charset and format is part of its time. */
export const extract: Extractor = ({ bytes, url, contentType }) => {
	try {
		const article = readArticle(bytes, { url, contentType: `${contentType}; charset=utf-8` });
		const { title, authors, publishedAt } = article.metadata;
		return {
			text: bodyText(article),
			title,
			author: authors.map(({ name }) => name).join(" "),
			date: publishedAt,
		};
	} catch (error) {
		if (error instanceof RejectedUpload) return {};
		throw error;
	}
};
