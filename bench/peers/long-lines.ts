import type { Extractor } from "../strip/extractor.ts";

const LONG = 80;
const SENTENCE_END = /[.!?…。！？][)\]"'”’»]*$/;

/** The rule to beat for plain text: long lines that end like a sentence. */
export const extract: Extractor = ({ text }) => ({
	text: text
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line.length >= LONG && SENTENCE_END.test(line))
		.join("\n"),
});
