import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readText, sentencesOf } from "../../../functions/summarise/extractive/sentences.ts";
import { articleWith, heading, item } from "./articles.ts";

const split = (text: string, language = "en"): string[] =>
	sentencesOf([{ type: "paragraph", text }], language).map((sentence) => sentence.text);

/** Written as the sentences that are wanted; the text under test is all of them with spaces between. */
const keeps = (...sentences: string[]) => sentences;

describe("an English paragraph", () => {
	test.each([
		["titles", keeps("Mr. Lund met Dr. Vos and Gen. Ada Pike.", "Mrs. Lund stayed.")],
		["initials", keeps("J. K. Marlow wrote it.", "John F. Oakes read it.")],
		["countries by their initials", keeps("The U.S. Senate met.", "Ships left the U.S.", "The rest stayed.")],
		["firms", keeps("Acme Inc. Chairman Bo Ek left.", "Bo Ek left Acme Inc.", "The firm is for sale.")],
		["numbers of things", keeps("See No. 5 and Fig. 2 on p. 14.", "The answer was no.", "Nobody minded.")],
		["dates", keeps("On Sept. 11 Harbour staff met.", "It was late.")],
		["decimals", keeps("It rose 3.5 percent to 1.25 million.", "It fell later.")],
		["sentences that open with a number", keeps("It began on Monday.", "12 people came.")],
		["names in lower case", keeps("Sales rose.", "iPhones sold best.")],
		["addresses of sites", keeps("See www.harbour.example for more.", "It is free.")],
		["ellipses", keeps("It was ... quiet there.", "Then it began...", "Everybody ran.")],
		["speech that asks", keeps('"Really?" he asked.', '"No!" she cried.')],
		["speech of several sentences", keeps('"I was glad. I was sad," she said.', "He left.")],
		["curly speech", keeps("“It works. We tried it.”", "He left.")],
		["references", keeps("It was found in 1901.[12]", "It was lost again.")],
		["numbered items in one line", keeps("1. Open the box.", "2. Close the box.")],
	])("keeps %s whole", (_what, sentences) => {
		expect(split(sentences.join(" "))).toEqual(sentences);
	});

	test("is split where nothing is capitalised too", () => {
		expect(split("she came. he went. they stayed")).toEqual(["she came.", "he went.", "they stayed"]);
	});

	test("gives long speech in its sentences", () => {
		const speech = `"${"I have told you about the boats before. ".repeat(10)}That is all," she said.`;
		expect(split(speech)).toHaveLength(11);
	});
});

describe("other languages", () => {
	test.each([
		["de", keeps("Am 3. Mai kam Dr. Voss, z. B. mit der Bahn.", "Das war 1999.", "Danach ging er.")],
		["de", keeps("„Gut!“", "„Ja. Nein“, sagte er.", "Sie blieb.")],
		["fr", keeps("Il dit qu’« il part seul ».", "Mais « c’est tard », dit-elle.")],
		["fr", keeps("M. Leroy est là.", "« Bonjour. Ça va ? » dit-il.", "Il part.")],
		["es", keeps("El Sr. Rey llegó.", "¿Dónde está?", "Nadie lo sabe.")],
		["ru", keeps("А. С. Волков жил в г. Орле.", "Потом он уехал.")],
		["pl", keeps("Przyszła Ada Nowak, pełnomocnik ds. Promów.", "Kto wie?")],
		["hi", keeps("वह आया।", "फिर वह गया।", "क्या सच?")],
		["ar", keeps("جاء الرجل.", "هل ذهب؟", "نعم.")],
	])("%s has its own stops and abbreviations", (language, sentences) => {
		expect(split(sentences.join(" "), language)).toEqual(sentences);
	});

	test("Chinese and Japanese need no space between sentences", () => {
		expect(split("船来了。“我很高兴。我走了。”真的吗？", "zh")).toEqual([
			"船来了。",
			"“我很高兴。我走了。”",
			"真的吗？",
		]);
		expect(split("船が来た。「はい。行きます。」", "ja")).toEqual(["船が来た。", "「はい。行きます。」"]);
	});
});

describe("an article", () => {
	test("has sentences in paragraphs, quotes and list items, not in headings, code and tables", () => {
		const article = articleWith([
			heading("A heading. Of two."),
			"A paragraph.",
			item("An item"),
			{ type: "code", text: "run(); stop();" },
			{ type: "table", text: "a b c" },
			{ type: "quote", text: "A quote." },
		]);
		expect(readText(article).sentences.map(({ text, block, index }) => [text, block, index])).toEqual([
			["A paragraph.", 1, 0],
			["An item", 2, 1],
			["A quote.", 5, 2],
		]);
	});

	test("knows its language by the primary subtag", () => {
		expect(readText(articleWith(["Hallo."], { language: "de-AT" })).language).toBe("de");
	});
});

describe("any text", () => {
	const pieces = fc.constantFrom(
		"Mr. ",
		"U.S. ",
		"the end",
		". ",
		"! ",
		'"',
		"“",
		"”",
		"(",
		")",
		"…",
		"3.",
		"\n",
		"。",
		"😀",
		" I ",
	);
	const texts = fc.oneof(
		fc.string({ unit: "grapheme" }),
		fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
	);

	test("gives sentences that are where they say, in order and apart", () => {
		fc.assert(
			fc.property(texts, fc.constantFrom("en", "de", "zh", "und", "constructor"), (text, language) => {
				let last = 0;
				for (const sentence of sentencesOf([{ type: "paragraph", text }], language)) {
					expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
					expect(sentence.start).toBeGreaterThanOrEqual(last);
					last = sentence.end;
				}
			}),
		);
	});

	test("loses no word between sentences", () => {
		fc.assert(
			fc.property(texts, (text) => {
				const kept = sentencesOf([{ type: "paragraph", text }], "en").map((sentence) => sentence.text);
				const letters = (whole: string) => whole.replace(/[^\p{L}\p{N}]+/gu, "");
				expect(letters(kept.join(""))).toBe(letters(text));
			}),
		);
	});

	test.each([
		["without spaces", "abcdefgh"],
		["of initials", "A. "],
		["of stops", "..."],
		["of quotation marks", '" "a"b"'],
		["of closing brackets", ".)))"],
		["of surrogates", "😀"],
		["of sentences", "The old boat lay at the quay and nobody came. "],
	])("of a megabyte %s is split quickly, and no sentence is longer than a page", (_what, unit) => {
		const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
		const started = performance.now();
		const sentences = sentencesOf([{ type: "paragraph", text }], "en");
		expect(performance.now() - started).toBeLessThan(3000);
		expect(sentences.every((sentence) => sentence.text.length <= 1000 && sentence.text.isWellFormed())).toBe(
			true,
		);
	});
});
