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
