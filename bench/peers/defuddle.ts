import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";
import type { Extractor } from "../strip/extractor.ts";

/** Defuddle on linkedom's DOM, without the extractors that ask other servers. */
export const extract: Extractor = async ({ text, url }) => {
	const { content, title, author, published } = await Defuddle(parseHTML(text).document, url, {
		useAsync: false,
	});
	return { html: content, title, author, date: published };
};
