import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FigureSchema } from "../../../functions/shared/summary.ts";
import { findFigures } from "../../../functions/summarise/extractive/figures/index.ts";
import { misquoted, textOf } from "./factories.ts";

/** The figures of a sentence without their evidence. */
const figures = (sentence: string, language = "en") =>
	findFigures(textOf(sentence, { language })).map(({ evidence, ...figure }) => figure);

describe("money", () => {
	test.each([
		["Training cost $5.6 million in all.", "en", "$5.6 million", 5_600_000, "USD"],
		["They paid US$3bn for it.", "en", "US$3bn", 3_000_000_000, "USD"],
		["The club spent £12m on a striker.", "en", "£12m", 12_000_000, "GBP"],
		["The state set aside Rs 500 crore for roads.", "en", "Rs 500 crore", 5_000_000_000, "INR"],
		["It won a grant of ₹1,20,000 last spring.", "en", "₹1,20,000", 120_000, "INR"],
		["The mine will pay A$40 million in tax.", "en", "A$40 million", 40_000_000, "AUD"],
		["The mine will pay $40 million in tax.", "en-AU", "$40 million", 40_000_000, "AUD"],
		["The bakery sold for 2.5 million euros.", "en", "2.5 million euros", 2_500_000, "EUR"],
		["Das Werk kostet 5,6 Millionen Euro.", "de", "5,6 Millionen Euro", 5_600_000, "EUR"],
		["Der Kredit beträgt 1,2 Mrd. €.", "de", "1,2 Mrd. €", 1_200_000_000, "EUR"],
		["La ville a dépensé 1 250 000 euros.", "fr", "1 250 000 euros", 1_250_000, "EUR"],
		["La obra costó 3.400 millones de euros.", "es", "3.400 millones de euros", 3_400_000_000, "EUR"],
		["O estádio custou R$ 1,5 bilhão.", "pt", "R$ 1,5 bilhão", 1_500_000_000, "BRL"],
		["同社は3億5000万円を調達した。", "ja", "3億5000万円", 350_000_000, "JPY"],
		["公司融资5000万美元。", "zh", "5000万美元", 50_000_000, "USD"],
	])("%s", (sentence, language, text, value, unit) => {
		expect(figures(sentence, language)).toContainEqual({ text, kind: "money", value, unit });
	});

	test("a dollar that could be several countries' has no unit", () => {
		expect(figures("La obra costó $200 en total.", "es")).toEqual([
			{ text: "$200", kind: "money", value: 200 },
		]);
	});
});

describe("shares", () => {
	test.each([
		["Turnout was 12.5% in the north.", "en", "12.5%", 12.5],
		["Turnout was 12 percent in the north.", "en", "12 percent", 12],
		["Die Quote lag bei 12,5 Prozent.", "de", "12,5 Prozent", 12.5],
		["La part est de 12,5 % du marché.", "fr", "12,5 %", 12.5],
		["El paro fue del 12,5 por ciento.", "es", "12,5 por ciento", 12.5],
		["İşsizlik yüzde 12,5 oldu.", "tr", "yüzde 12,5", 12.5],
	])("%s", (sentence, language, text, value) => {
		expect(figures(sentence, language)).toEqual([{ text, kind: "percent", value, unit: "%" }]);
	});

	test("a share says what it is of", () => {
		expect(figures("Some 60% of young voters stayed at home.")).toEqual([
			{ text: "60%", kind: "percent", value: 60, unit: "%", of: "young voters" },
		]);
	});

	test("percentage points are not percent", () => {
		expect(figures("Support fell 3 percentage points.")).toEqual([
			{ text: "3 percentage points", kind: "percent", value: 3, unit: "percentage points", change: "down" },
		]);
	});
});

describe("counts", () => {
	test("a count says what is counted", () => {
		expect(figures("The app has 400 million weekly active users around the world.")).toEqual([
			{ text: "400 million", kind: "count", value: 400_000_000, of: "weekly active users" },
		]);
	});
	test("people in small numbers are counted in words too", () => {
		expect(figures("Firefighters rescued seven passengers from the ferry.")).toEqual([
			{ text: "seven", kind: "count", value: 7, of: "passengers" },
		]);
	});
	test("numbers are read up to ninety-nine in words", () => {
		expect(figures("Thirty-five people came by boat.")).toEqual([
			{ text: "Thirty-five", kind: "count", value: 35, of: "people" },
		]);
	});
	test("a count that the text repeats is told once", () => {
		expect(figures("The mill has 120 bakers. All 120 bakers came.")).toHaveLength(1);
	});
	test("German counts nouns by their capital", () => {
		expect(figures("Die App hat 400 Millionen aktive Nutzer weltweit.", "de")).toEqual([
			{ text: "400 Millionen", kind: "count", value: 400_000_000, of: "aktive Nutzer" },
		]);
	});
	test("French and Spanish link the noun with de", () => {
		expect(figures("Le réseau compte 3 millions d'abonnés.", "fr")[0]).toMatchObject({
			value: 3e6,
			of: "abonnés",
		});
		expect(figures("La ciudad tiene 2 millones de habitantes.", "es")[0]).toMatchObject({
			value: 2e6,
			of: "habitantes",
		});
	});
	test("what counts nothing that is named is left out", () => {
		expect(figures("More than 200 were killed, he said.")).toEqual([]);
		expect(figures("The server's 401 means that nobody may enter.")).toEqual([]);
	});
});

test("the number of a law's section is no figure", () => {
	expect(figures("Das steht in § 449 Abs. 1 BGB und in Nr. 12 Satz 2.", "de")).toEqual([]);
});

describe("measures, durations and ages", () => {
	test.each([
		["The tunnel is 57 km long.", "57 km", "measure", 57, "km"],
		["It reached -12 °C at dawn.", "-12 °C", "measure", -12, "°C"],
		["The plant makes 800 MW.", "800 MW", "measure", 800, "MW"],
		["The basin holds 4,000 cubic metres of water.", "4,000 cubic metres", "measure", 4000, "cubic metres"],
		["The siege lasted three weeks.", "three weeks", "duration", 3, "weeks"],
	])("%s", (sentence, text, kind, value, unit) => {
		expect(figures(sentence)).toEqual([{ text, kind, value, unit }]);
	});
	test("what happened so long ago is a date and no duration", () => {
		expect(figures("It closed two years ago.")).toEqual([]);
		expect(figures("Das Werk schloss vor drei Jahren.", "de")).toEqual([]);
	});
	test.each([
		["A man aged 34 was arrested.", "en", "34", 34],
		["A 34-year-old teacher won.", "en", "34-year-old", 34],
		["The oak is 300 years old, the house 34 years old.", "en", "34 years old", 34],
		["Ein 34-jähriger Lehrer gewann.", "de", "34-jähriger", 34],
		["Un homme âgé de 34 ans a été arrêté.", "fr", "34 ans", 34],
	])("%s", (sentence, language, text, value) => {
		expect(figures(sentence, language)).toContainEqual({ text, kind: "age", value });
	});
	test("a number between commas behind a name is an age", () => {
		expect(figures("The tailor, Ivo Brandt, 61, had no heirs.")).toEqual([
			{ text: "61", kind: "age", value: 61, of: "Ivo Brandt" },
		]);
	});
});

describe("scores and ranks", () => {
	test("two numbers and a dash are a score where somebody wins", () => {
		expect(figures("Ravenholm won 3-1 away.")).toEqual([{ text: "3-1", kind: "score", value: 3 }]);
	});
	test("the same is nothing elsewhere", () => {
		expect(figures("Fold along line 3-1 first.")).toEqual([]);
	});
	test("a superlative has its rank", () => {
		expect(figures("It is the third-largest port in Europe.")).toEqual([
			{ text: "third-largest", kind: "rank", value: 3, of: "port" },
		]);
	});
});

describe("change", () => {
	test.each([
		["Sales rose by 12% in May.", "en", "up"],
		["Profit fell to $3 million.", "en", "down"],
		["There was a 12% drop in sales.", "en", "down"],
		["Prices are up 5 percent.", "en", "up"],
		["The cabins take up 40 percent less space.", "en", "down"],
		["Der Umsatz stieg um 12 Prozent.", "de", "up"],
		["Les ventes ont baissé de 12 %.", "fr", "down"],
		["Las ventas cayeron un 12 %.", "es", "down"],
		["Продажи выросли на 12 процентов.", "ru", "up"],
		["Satışlar yüzde 12 arttı.", "tr", "up"],
	])("%s", (sentence, language, change) => {
		expect(figures(sentence, language)[0]?.change).toBe(change);
	});
	test.each([
		["Sales did not rise by 12%."],
		["Up to 12% of buyers returned it."],
		["More than 12% of buyers returned it."],
		["Women make up 12% of buyers."],
		["While sales rose, 12% of buyers returned theirs."],
	])("%s has none", (sentence) => {
		expect(figures(sentence)[0]?.change).toBeUndefined();
	});
	test("what it fell from did not itself change", () => {
		expect(figures("It fell from 9% to 4%.").map(({ change }) => change)).toEqual([undefined, "down"]);
	});
});

describe("what is not a figure", () => {
	test.each([
		["In 2019 researchers moved there."],
		["The 2024 elections were close."],
		["She was born on January 29 in a village."],
		["The train leaves at 10:30 from platform two."],
		["Call 555 0199 2211 or write."],
		["The H800 and GPT-4.5 are models, as is R1."],
		["Version 3.2.1 fixes it."],
		["Apollo 11 astronauts came home."],
		["See Article 5 rules."],
		["Between 5 and 10 may come."],
		["They need 5–10 million dollars."],
	])("%s", (sentence) => {
		expect(figures(sentence)).toEqual([]);
	});
	test("1.234 is not one number in every language", () => {
		expect(figures("Es kamen 1.234 Besucher.", "de")[0]?.value).toBe(1234);
		expect(figures("It is 1.234 metres long.", "en")[0]?.value).toBe(1.234);
		expect(figures("Mide 1,234 metros.", "es")).toEqual([]);
	});
});

test("figures stand in the order of the text, at most fifty", () => {
	const found = findFigures(textOf(Array.from({ length: 80 }, (_, n) => `Lot ${n} went for $${n + 1}.`)));
	expect(found.map(({ value }) => value)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
});

const piece = fc.constantFrom(
	..."$ € £ 5 12 1,234 5.6 million billion % percent of the users people rose fell to from - – km years old ago aged 3-1 third-largest No. 1 Rs crore , . ; ( ) \u00a0 万 円 3億".split(
		" ",
	),
	" ",
);

test("every figure is what the text says at its place, whatever the text", () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 60 }),
			fc.constantFrom("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "und", "hi", "ru"),
			(pieces, language) => {
				const text = textOf(`A${pieces.join(" ")}`, { language });
				for (const figure of findFigures(text)) {
					expect(() => FigureSchema.parse(figure)).not.toThrow();
					expect(misquoted(text, figure.evidence)).toEqual([]);
					expect(figure.text).toBe(figure.evidence[0]?.quote);
				}
			},
		),
	);
});

test("a hostile sentence takes linear time", () => {
	const started = performance.now();
	for (const unit of ["1 ", "1-1 won ", "1,", "$", "five ", "1 to ", "third-", "12 % of "]) {
		findFigures(textOf(`A ${unit.repeat(100_000 / unit.length)}`));
	}
	expect(performance.now() - started).toBeLessThan(4_000);
});
