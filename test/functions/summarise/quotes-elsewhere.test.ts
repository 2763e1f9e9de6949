import { describe, expect, test } from "vitest";
import { findEntities } from "../../../functions/summarise/extractive/entities/index.ts";
import { findQuotes } from "../../../functions/summarise/extractive/quotes/index.ts";
import { textOf } from "./factories.ts";

/** Speakers and what they say. */
const quotes = (paragraphs: string | string[], language: string) => {
	const text = textOf(paragraphs, { language });
	return findQuotes(text, findEntities(text)).map(({ speaker, text: said }) => [speaker, said]);
};

describe("dialogue behind a dash", () => {
	test.each([
		[
			"es",
			"—No sabemos nada del barco —dijo Ana Marsh—. Llegará mañana al puerto.",
			[
				["Ana Marsh", "No sabemos nada del barco"],
				["Ana Marsh", "Llegará mañana al puerto."],
			],
		],
		[
			"es",
			"—¿Quién vio primero el barco? —preguntó Luis Brandt.",
			[["Luis Brandt", "¿Quién vio primero el barco?"]],
		],
		[
			"fr",
			"— Nous ne savons rien du bateau, dit Anne Marsh.",
			[["Anne Marsh", "Nous ne savons rien du bateau"]],
		],
		[
			"ru",
			"— Мы ничего не знаем о корабле, — сказала Анна Маркова. — Он придёт завтра утром.",
			[
				["Анна Маркова", "Мы ничего не знаем о корабле"],
				["Анна Маркова", "Он придёт завтра утром."],
			],
		],
		[
			"no",
			"– Vi vet ingenting om båten, forklarer Kari Marsh.",
			[["Kari Marsh", "Vi vet ingenting om båten"]],
		],
		["es", "— Primera cosa de la lista, con un número.", []],
		["de", "– Ein Punkt der Liste, sagte keiner.", []],
	])("in %s: %s", (language, text, expected) => {
		expect(quotes(text, language)).toEqual(expected);
	});
});

describe("without capitals", () => {
	test.each([
		["ja", "山田氏は「残念だ」と述べた。", [["山田", "残念だ"]]],
		["ja", "「うれしい」と佐藤さんは話した。", [["佐藤", "うれしい"]]],
		["ja", "社長の山田太郎は「来年も続ける」と語った。", [["山田太郎", "来年も続ける"]]],
		["ja", "同氏は「何も知らされていない」と語った。", [[undefined, "何も知らされていない"]]],
		["ja", "政府は「強い経済」を目指す。", []],
		["zh", "“我们对这艘船一无所知，”李明说。", [["李明", "我们对这艘船一无所知"]]],
		["zh", "市长范英在接受采访时表示：“船明天就会到港。”", [["市长范英", "船明天就会到港。"]]],
		["zh", "他说：“船明天就会到港。”", [[undefined, "船明天就会到港。"]]],
		["zh", "发言人表示：“船明天就会到港。”", [[undefined, "船明天就会到港。"]]],
		["ar", "وقال المتحدث: «لا نعرف شيئا عن السفينة».", [[undefined, "لا نعرف شيئا عن السفينة"]]],
		["hi", "“हमें नाव के बारे में कुछ पता नहीं,” उन्होंने कहा।", [[undefined, "हमें नाव के बारे में कुछ पता नहीं"]]],
	])("in %s: %s", (language, text, expected) => {
		expect(quotes(text, language)).toEqual(expected);
	});
});

describe("a speech over several paragraphs", () => {
	const first = "“The mill is ready and so are we,” Ada Marsh said.";

	test("keeps its speaker where the next paragraph is nothing but speech", () => {
		const found = quotes([first, "“Nobody will miss the old one.”", "“It was never quite dry.”"], "en");
		expect(found.map(([speaker]) => speaker)).toEqual(["Ada Marsh", "Ada Marsh", "Ada Marsh"]);
	});

	test("loses it where something else is told between", () => {
		const found = quotes([first, "The village slept.", "“Nobody will miss the old one.”"], "en");
		expect(found.at(-1)?.[0]).toBeUndefined();
	});
});

describe("speakers", () => {
	test.each([
		[
			"“We will open the mill again,” Zul Brandvold, chief baker at Acme, explained to the paper.",
			"en",
			"Zul Brandvold",
		],
		[
			"Mr Marsh kept the mill. He said: “We will open the mill again.” Ada Marsh is his aunt.",
			"en",
			undefined,
		],
		[
			"Ada Marsh parle. « Notre désaccord est total, souligne-t-elle. Le moulin ouvrira. »",
			"fr",
			"Ada Marsh",
		],
		[
			"Ada Marsh yeni yolu açtı. Yolu öven Marsh, şunları söyledi: “Bu yol hepimiz için önemli.”",
			"tr",
			"Ada Marsh",
		],
	])("%s", (text, language, speaker) => {
		expect(quotes(text, language)[0]?.[0]).toBe(speaker);
	});

	test("keep the full name of their first quotation", () => {
		const found = quotes(
			[
				"“We will open the mill again,” Zul Brandvold, chief baker at Acme, explained to the paper.",
				"The mill was wet. “It will be dry by spring,” Brandvold said.",
			],
			"en",
		);
		expect(found.map(([speaker]) => speaker)).toEqual(["Zul Brandvold", "Zul Brandvold"]);
	});

	test("are not who the quotation speaks of by a given name", () => {
		const text =
			"In 2015 Leslie Field met its director, Steven Marsh. “Leslie’s idea was to use the ice,” he told me.";
		expect(quotes(text, "en")[0]?.[0]).not.toBe("Leslie Field");
	});
});
