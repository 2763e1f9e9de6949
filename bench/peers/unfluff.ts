import unfluff from "unfluff";
import type { Extractor } from "../strip/extractor.ts";

/** Unfluff. */
export const extract: Extractor = ({ text }) => {
	const found = unfluff(text);
	return {
		text: found.text ?? "",
		title: found.title ?? undefined,
		author: found.author?.join(" "),
		date: found.date ?? undefined,
	};
};
