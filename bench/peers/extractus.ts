import { extractFromHtml } from "@extractus/article-extractor";
import type { Extractor } from "../strip/extractor.ts";

/** Extractus' article extractor. */
export const extract: Extractor = async ({ text, url }) => {
	const article = await extractFromHtml(text, url);
	return {
		html: article?.content ?? "",
		title: article?.title,
		author: article?.author,
		date: article?.published,
	};
};
