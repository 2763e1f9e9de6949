import { JSDOM } from "jsdom";
import type { Extractor } from "../strip/extractor.ts";
import { readable } from "./readability.ts";

/** Readability on jsdom's DOM; jsdom runs no scripts and loads nothing unless told to. */
export const extract: Extractor = ({ text, url }) => {
	const { window } = new JSDOM(text, url === undefined ? {} : { url });
	try {
		return readable(window.document);
	} finally {
		window.close();
	}
};
