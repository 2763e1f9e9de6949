import { Readability } from "@mozilla/readability";
import type { Found } from "../strip/extractor.ts";

/** Readability on whatever DOM. */
export const readable = (document: unknown): Found => {
	const article = new Readability(document).parse();
	return {
		html: article?.content ?? "",
		title: article?.title ?? undefined,
		author: article?.byline ?? undefined,
		date: article?.publishedTime ?? undefined,
	};
};
