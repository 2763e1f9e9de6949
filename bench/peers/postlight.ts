import Parser from "@postlight/parser";
import type { Extractor } from "../strip/extractor.ts";

/** Postlight (once Mercury) Parser. It insists on an address. */
export const extract: Extractor = async ({ text, url = "https://page.example/" }) => {
	const page = await Parser.parse(url, { html: text, contentType: "html", fetchAllPages: false });
	if (page.error) throw new Error(page.message);
	return {
		html: page.content ?? "",
		title: page.title ?? undefined,
		author: page.author ?? undefined,
		date: page.date_published ?? undefined,
	};
};
