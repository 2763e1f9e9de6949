import { describe, expect, it } from "vitest";
import { cleanCharacters, oneLine } from "../../../functions/ingest/characters.ts";
import { countWords } from "../../../functions/ingest/counts.ts";

describe("a clean line", () => {
	it("is the same the short way and the long way, whatever characters stand in it", () => {
		const long = (text: string): string => cleanCharacters(text).replace(/\s+/g, " ").trim();
		const different: string[] = [];
		for (let unit = 0; unit < 0x10000; unit++) {
			const character = String.fromCharCode(unit);
			for (const text of [`a${character}b`, ` ${character} `, `가${character}`, `${character}\u0301`])
				if (oneLine(text) !== long(text)) different.push(text);
		}
		expect(different).toEqual([]);
	});
});

describe("the number of words", () => {
	const segmented = (text: string, language: string): number =>
		[...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((s) => s.isWordLike)
			.length;

	it.each([
		["en", `"Don't," said Ann (aged 42), "ask the U.S. for 3.5% or £1,000 at 10:30 a.m. – it's e-mail, no?"`],
		["de", "„Größe“ ist übrigens nicht alles: 3,5 % der Fähren-Gäste kämen auch so!"],
		["fr", "L'île d'Yeu, aujourd’hui : « c'est l'été »."],
		["ru", "Паром ушёл в 6:00, а вернулся без пассажиров."],
		["ja", "フェリーは六時に港を出た。12人が乗っていた。"],
		["fi", "EU:n ja WSOY:n, sanoi Ann."],
	])("is the segmenter's in %s", (language, text) => {
		expect(countWords(text, language)).toBe(segmented(text, language));
	});
});
