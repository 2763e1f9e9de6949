import { describe, expect, test } from "vitest";
import type { Article } from "../../../functions/shared/article.ts";
import { keywordsOf } from "../../../functions/summarise/extractive/keywords.ts";
import { readText } from "../../../functions/summarise/extractive/sentences.ts";
import { articleWith, ferryNews } from "./articles.ts";

const keywords = (article: Article, most?: number) => keywordsOf(readText(article), most);

describe("keywords", () => {
	test("are phrases that come again, as the article writes them", () => {
		expect(keywords(ferryNews()).slice(0, 3)).toContain("electric ferries");
		expect(keywords(ferryNews())).toContain("Marrow Sound");
	});

	test("are ten unless told", () => {
		expect(keywords(ferryNews())).toHaveLength(10);
		expect(keywords(ferryNews(), 3)).toHaveLength(3);
	});

	test("don't repeat a part of a longer one", () => {
		const found = keywords(
			articleWith(["Harbour boards meet. Harbour boards vote. Harbour boards agree. Harbour boards part."]),
		);
		expect(found).toContain("Harbour boards");
		expect(found).not.toContain("Harbour");
	});

	test("hold no stop words, numbers or contractions", () => {
		const found = keywords(
			articleWith(["It isn't 1974 and they've said that 1974 isn't now, haven't they? It isn't."]),
		);
		expect(found).toEqual([]);
	});

	test("hold no units of numbers and no titles before names", () => {
		const found = keywords(
			articleWith(
				[
					"Bürgermeisterin Ines Falk nennt 6,8 Millionen Euro zu viel. Die Fähren kosten 6,8 Millionen Euro, sagt Bürgermeisterin Ines Falk. Die Fähren fahren nachts.",
				],
				{ language: "de" },
			),
		);
		expect(found).toContain("Ines Falk");
		expect(found.join(" ")).not.toMatch(/Millionen|Euro|Bürgermeisterin/);
	});

	test("end at verbs and adverbs, and in no adjective", () => {
		const found = keywords(
			articleWith([
				"The board asked harbour pilots. Harbour pilots quickly agreed. Harbour pilots called the tow boats special.",
			]),
		);
		expect(found).toContain("harbour pilots");
		expect(found.join(" ")).not.toMatch(/asked|quickly|called|special/);
	});

	test("name a part of a phrase too where it comes more often alone", () => {
		const found = keywords(
			articleWith([
				"Ferries dock here. The ferries left. On the ferries, electric ferries come. Many ferries.",
			]),
		);
		expect(found).toContain("ferries");
	});

	test("cut no name", () => {
		const found = keywords(
			articleWith(["We met Ana Bo Lund Ek there. Then Ana Bo Lund Ek left. Why did Ana Bo Lund Ek leave?"]),
		);
		expect(found[0]).toBe("Ana Bo Lund Ek");
	});

	test("name nobody twice", () => {
		const found = keywords(
			articleWith(["We asked Ana Lund. Why did Lund go? Then Lund and Lund's sister left with Ana Lund."]),
		);
		expect(found).toContain("Ana Lund");
		expect(found).not.toContain("Lund");
	});

	test("keep names together that a small word links or opens", () => {
		const found = keywords(
			articleWith(["She left the Bank of Marrow for New Brill. In New Brill the Bank of Marrow is known."]),
		);
		expect(found).toEqual(expect.arrayContaining(["Bank of Marrow", "New Brill"]));
	});

	test("hold no months, weekdays and abbreviated titles", () => {
		const found = keywords(
			articleWith(["In March, Gov. Ada Lund met pilots on Friday. On Friday, Gov. Ada Lund left in March."]),
		);
		expect(found).toContain("Ada Lund");
		expect(found.join(" ")).not.toMatch(/\bMarch\b|Friday|Gov/);
	});

	test("part at participles and at owners", () => {
		const found = keywords(
			articleWith([
				"A harbour pilot stunned the board. The island's ferry docks were cold; elevated water levels.",
			]),
		);
		expect(found).toEqual(expect.arrayContaining(["harbour pilot", "ferry docks", "elevated water levels"]));
	});

	test("leave out what mostly stands in one longer phrase", () => {
		const found = keywords(
			articleWith([
				"Deep sea cables broke. They mend deep sea cables. Who lays deep sea cables? The sea cables are old.",
			]),
		);
		expect(found).toContain("deep sea cables");
		expect(found).not.toContain("sea cables");
	});

	test("end in a noun where nouns have capitals", () => {
		const german = articleWith(
			["Der elektrische Antrieb ist da. Dort ist der elektrische Antrieb. Nun auch der elektrische Antrieb."],
			{ language: "de" },
		);
		expect(keywords(german)).toContain("elektrische Antrieb");
		expect(keywords(german)).not.toContain("elektrische");
	});

	test("leave out what French writes onto a word", () => {
		const french = articleWith(["L’eau monte. On voit l'eau du quai."], { language: "fr" });
		expect(keywords(french)[0]).toBe("eau");
	});

	test("are found in a language without spaces", () => {
		expect(
			keywords(articleWith(["渡轮公司购买了电动渡轮。渡轮很便宜。渡轮公司很高兴。"], { language: "zh" })),
		).toContain("渡轮公司");
	});

	test("take names such as __proto__ and constructor for words", () => {
		expect(keywords(articleWith(["The constructor calls the constructor of the prototype."]))).toContain(
			"constructor",
		);
	});
});
