import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QuoteSchema } from "../../../functions/shared/summary.ts";
import { findEntities } from "../../../functions/summarise/extractive/entities/index.ts";
import { findQuotes } from "../../../functions/summarise/extractive/quotes/index.ts";
import { misquoted, textOf } from "./factories.ts";

/** What a text quotes, as [speaker, text]. */
const quotes = (paragraphs: string | string[], language = "en") => {
	const text = textOf(paragraphs, { language });
	return findQuotes(text, findEntities(text)).map(({ speaker, text: said }) => [speaker, said]);
};

describe("marks", () => {
	test.each([
		["“We sell bread on Sundays now,” she said.", "en", "We sell bread on Sundays now"],
		['"We sell bread on Sundays now," she said.', "en", "We sell bread on Sundays now"],
		["‘We sell bread on Sundays now,’ she said.", "en", "We sell bread on Sundays now"],
		["'We don't sell bread on Sundays,' she said.", "en", "We don't sell bread on Sundays"],
		["„Wir backen jetzt auch sonntags“, sagte sie.", "de", "Wir backen jetzt auch sonntags"],
		["»Wir backen jetzt auch sonntags«, sagte sie.", "de", "Wir backen jetzt auch sonntags"],
		["« Nous vendons du pain le dimanche », dit-elle.", "fr", "Nous vendons du pain le dimanche"],
		["«Vendemos pan también los domingos», dijo.", "es", "Vendemos pan también los domingos"],
		["店主は「日曜日にもパンを売ります」と話した。", "ja", "日曜日にもパンを売ります"],
	])("%s", (text, language, said) => {
		expect(quotes(text, language)).toEqual([[undefined, said]]);
	});

	test("one quotation may have several sentences", () => {
		expect(quotes("She said: “We bake. We sell. That is all we ever did.” Then she left.")).toEqual([
			[undefined, "We bake. We sell. That is all we ever did."],
		]);
	});

	test("a speech over two paragraphs, the first without its closing mark, is two quotes of one speaker", () => {
		expect(
			quotes([
				"Baker Ada Marsh said: “We bake at four every day.",
				"“We sell until noon, and then we sleep.”",
			]),
		).toEqual([
			["Ada Marsh", "We bake at four every day."],
			["Ada Marsh", "We sell until noon, and then we sleep."],
		]);
	});

	test.each([
		["The so-called “bread tax” was dropped."],
		["She starred in “The Long Way Home” and other films."],
		["The players' strike and the owners' anger went on for weeks."],
		["An unclosed “mark is no quotation at all, whatever follows."],
	])("%s has no quote", (text) => {
		expect(quotes(text)).toEqual([]);
	});

	test("three words are a quote at a verb of speech", () => {
		expect(quotes("“Not this time,” Ada Marsh said.")).toEqual([["Ada Marsh", "Not this time"]]);
	});
});

describe("speakers", () => {
	const said = "We will open the bakery again in May";
	test.each([
		[`“${said},” said Ada Marsh.`, "en"],
		[`“${said},” Ada Marsh said.`, "en"],
		[`“${said},” said the baker Ada Marsh, who is 34.`, "en"],
		[`“${said},” Ada Marsh, the owner of a mill in Brill, said.`, "en"],
		[`Ada Marsh said: “${said}.”`, "en"],
		[`Ada Marsh, the owner of a mill in Brill, told reporters: “${said}.”`, "en"],
		[`Ada Marsh also said that “${said}.”`, "en"],
		[`According to Ada Marsh, “${said}.”`, "en"],
		[`Ada Marsh shrugged, adding: “${said}.”`, "en"],
		[`“${said},” said its founder, Ada Marsh.`, "en"],
		[`“${said},” Ada Marsh, 34, of Brill, Ohio, who was among those polled, said.`, "en"],
		[`Ada Marsh said it was late but added, “${said}.”`, "en"],
		[`Ada Marsh (Green) is telling voters that “${said}.”`, "en"],
		[`Ada Marsh bemoaned that people “${said.toLowerCase()}” only there.`, "en"],
		[`„${said}“, sagte Ada Marsh.`, "de"],
		[`« ${said} », explique Ada Marsh.`, "fr"],
		[`«${said}», dijo Ada Marsh.`, "es"],
		[`"${said}", disse Ada Marsh.`, "pt"],
		[`"${said}", ha detto Ada Marsh.`, "it"],
		[`"${said}", zei Ada Marsh.`, "nl"],
		[`Baker Ada Marsh, “${said}” dedi.`, "tr"],
		[`„${said}“, so Ada Marsh.`, "de"],
		[`„${said}“, sagte Bäckermeisterin Ada Marsh.`, "de"],
	])("%s", (text, language) => {
		expect(quotes(text, language)[0]?.[0]).toBe("Ada Marsh");
	});

	test("a surname stands for the full name", () => {
		expect(quotes(`Baker Ada Marsh came back. “${said},” Marsh said.`)).toEqual([["Ada Marsh", said]]);
	});
	test("what goes on behind its attribution has the same speaker", () => {
		expect(quotes(`“${said},” said Ada Marsh. “The mill is ready and so are we.”`)[1]?.[0]).toBe("Ada Marsh");
	});
	test.each([
		[`„${said}“, sagte Yildun Torvald am Montag.`, "de", "Yildun Torvald"],
		[`„${said}“, sagte Torvald.`, "de", "Torvald"],
		[`« ${said} », a déclaré le porte-parole du ministère, Yil Torvald.`, "fr", "Yil Torvald"],
	])("somebody whom only the quotation names: %s", (text, language, speaker) => {
		expect(quotes(text, language)[0]?.[0]).toBe(speaker);
	});

	test("a name in marks beside the attribution doesn't end the speech", () => {
		const text = `"${said}", sagte Ada Marsh bei "Funk". "Das Mehl ist schon lange da."`;
		expect(quotes(text, "de").map(([speaker]) => speaker)).toEqual(["Ada Marsh", "Ada Marsh"]);
	});

	test("a verb without a pronoun goes on with whoever spoke", () => {
		const text = `«${said}», dijo Ada Marsh. Luego volvió al molino. «Nadie nos esperaba allí», añadió.`;
		expect(quotes(text, "es").map(([speaker]) => speaker)).toEqual(["Ada Marsh", "Ada Marsh"]);
	});

	test("a line that ends in a colon names the speaker of the next paragraph", () => {
		expect(quotes(["This is what Ada Marsh wrote:", `“${said}.”`])[0]?.[0]).toBe("Ada Marsh");
	});

	describe("a pronoun", () => {
		const speakers = (paragraphs: string | string[]) => quotes(paragraphs).map(([speaker]) => speaker);

		test("is the subject of the sentence before", () => {
			expect(speakers(`Ada Marsh came back to the mill. “${said},” she said.`)).toEqual(["Ada Marsh"]);
		});
		test("is not somebody whose name goes by the other one", () => {
			expect(speakers(`Ada Marsh came back. John Lund was waiting for her. “${said},” she said.`)).toEqual([
				"Ada Marsh",
			]);
		});
		test("is the speaker of the paragraph before", () => {
			expect(speakers([`“We were away,” Ada Marsh said.`, `“${said},” she added.`])).toEqual([
				"Ada Marsh",
				"Ada Marsh",
			]);
		});
		test("is nobody whom the quotation speaks of", () => {
			expect(speakers(`Ada Marsh came back. “Nobody told Marsh to open,” she said.`)).toEqual([undefined]);
		});
		test("is nobody when a clause before it has somebody else", () => {
			const text = `Kim Marsh and Robin Lund came. While Marsh went, Lund stayed. “${said},” he said.`;
			expect(speakers(text)).toEqual([undefined]);
		});
		test("is nobody when the sentence before has somebody who isn't its subject", () => {
			expect(speakers(`The town missed Ada Marsh. “${said},” she said.`)).toEqual([undefined]);
		});
	});

	test.each([
		["two people whose names don't tell", `Kim Marsh came. The town met Robin Lund. “${said},” she said.`],
		["an aide of somebody's", `Ada Marsh, a top aide said, “${said.toLowerCase()}” again.`],
		["a spokesman", `Ada Marsh was away. “${said},” a spokesman for Marsh said.`],
		["somebody's lawyer", `“${said},” said Ada Marsh's lawyer.`],
		["the next sentence's speaker", `“${said}.” Ada Marsh said: “The mill is ready and so are we.”`],
		["nobody at all", `The sign read “${said}”.`],
	])("nobody is named for %s", (_, text) => {
		expect(quotes(text)[0]?.[0]).toBeUndefined();
	});
});

test("quotes stand in the order of the text, at most thirty", () => {
	const text = textOf(Array.from({ length: 40 }, (_, n) => `“This is what number ${n} says,” he said.`));
	const found = findQuotes(text, []);
	expect(found.map(({ evidence }) => evidence[0]?.block)).toEqual(Array.from({ length: 30 }, (_, n) => n));
});

const piece = fc.constantFrom(
	..."“ ” \" ' ‘ ’ « » „ 「 」 said says told Ada Marsh Ada Marsh he she according to that , . : ? the mill we will open again dit-elle sagte".split(
		" ",
	),
);

test("every quote is what the text says at its place, whatever the text", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 40 }), {
				minLength: 1,
				maxLength: 4,
			}),
			fc.constantFrom("en", "de", "fr", "es", "it", "pt", "nl", "ja", "und"),
			(paragraphs, language) => {
				const text = textOf(
					paragraphs.map((pieces) => `A${pieces.join(" ")}`),
					{ language },
				);
				for (const quote of findQuotes(text, findEntities(text))) {
					expect(() => QuoteSchema.parse(quote)).not.toThrow();
					expect(misquoted(text, quote.evidence)).toEqual([]);
					expect(quote.evidence[0]?.quote).toBe(quote.text);
				}
			},
		),
	);
});

test("a hostile paragraph takes linear time", () => {
	const started = performance.now();
	for (const unit of ["“a b c d” ", '"', "' a", "said ", "Ada Marsh, ", "“a, b c d e” said Ada Marsh. "]) {
		const text = textOf(`A ${unit.repeat(100_000 / unit.length)}`);
		findQuotes(text, findEntities(text));
	}
	expect(performance.now() - started).toBeLessThan(6_000);
});
