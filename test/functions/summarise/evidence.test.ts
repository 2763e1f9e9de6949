import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Evidence, Summary } from "../../../functions/shared/summary.ts";
import { check, type Rule } from "../../../functions/summarise/evidence/index.ts";
import { summarise } from "../../../functions/summarise/index.ts";
import { ferryNews } from "./articles.ts";
import { articleOf } from "./factories.ts";

const article = ferryNews();
const summary = (overrides: Partial<Summary> = {}): Summary => ({ ...summarise(article), ...overrides });
const FIRST =
	"The island council of Marrow Sound voted on Tuesday to buy two electric ferries for 48 million crowns.";
const first: Evidence = { block: 0, start: 0, end: FIRST.length, quote: FIRST };
const rules = (overrides: Partial<Summary>) =>
	check(summary(overrides), article).map(({ path, rule }) => [path, rule]);

describe("the check of a summary against its article", () => {
	test("has nothing to say about what the engine wrote", () => {
		expect(check(summary(), article)).toEqual([]);
	});

	test("sees a quotation that is not where it says", () => {
		const evidence = [{ ...first, start: 1 }];
		expect(rules({ gist: { text: FIRST, evidence } })).toEqual([["gist.evidence[0]", "quote-differs"]]);
	});

	test("sees a block that is not there", () => {
		const evidence = [{ ...first, block: 99 }];
		expect(rules({ gist: { text: FIRST, evidence } })).toEqual([["gist.evidence[0]", "block-missing"]]);
	});

	test("allows a sentence put together of pieces, with a stop of its own", () => {
		const pieces: Evidence[] = [
			{ block: 0, start: 0, end: 36, quote: "The island council of Marrow Sound v".slice(0, 36) },
			{ block: 0, start: 36, end: 52, quote: FIRST.slice(36, 52) },
		];
		expect(rules({ gist: { text: `${FIRST.slice(0, 52)}…`, evidence: pieces } })).toEqual([]);
	});

	test("holds an engine that only quotes to the letter", () => {
		const keyPoints = [
			{ text: "The island council voted to buy electric ferries.", evidence: [first], salience: 1 },
		];
		expect(rules({ keyPoints })).toEqual([["keyPoints[0]", "text-not-cited"]]);
	});

	test("sees a speaker's words that nobody said", () => {
		const quotes = [{ text: "Nobody will miss us", evidence: [first] }];
		expect(rules({ quotes })).toEqual([["quotes[0]", "text-not-cited"]]);
	});

	test("sees a speaker who is not in the article", () => {
		const quotes = [{ text: "electric ferries", speaker: "Ottilie Brandmeier", evidence: [first] }];
		expect(rules({ quotes }).map(([, rule]) => rule)).toContain("name-unknown");
	});

	test("sees a figure whose value its text doesn't say", () => {
		const figure = { text: "48 million crowns", kind: "money" as const, value: 48_000, evidence: [first] };
		expect(rules({ figures: [figure] })).toEqual([["figures[0]", "number-not-cited"]]);
		expect(rules({ figures: [{ ...figure, value: 48_000_000 }] })).toEqual([]);
	});

	test("sees an entity that its passage doesn't mention, in any form", () => {
		const entity = {
			name: "Marrow Sound Council",
			type: "organisation" as const,
			mentions: 1,
			evidence: [first],
		};
		expect(rules({ entities: [{ ...entity, aliases: ["island council"] }] })).toEqual([]);
		expect(rules({ entities: [{ ...entity, aliases: [] }] })).toEqual([["entities[0]", "text-not-cited"]]);
	});
});

/** What a hosted engine's sentence breaks, held against these paragraphs. */
const broken = (
	text: string,
	paragraphs: string | readonly string[],
	parts: Parameters<typeof articleOf>[1] = {},
): Rule[] => {
	const source = articleOf(typeof paragraphs === "string" ? [paragraphs] : paragraphs, parts);
	const evidence = source.blocks.map((block, at) => ({
		block: at,
		start: 0,
		end: block.text.length,
		quote: block.text,
	}));
	const written = summarise(source);
	const provenance = { ...written.provenance, engine: "hosted" };
	const keyPoints = [{ text, evidence, salience: 1 }];
	return check({ ...written, provenance, keyPoints }, source).map(({ rule }) => rule);
};

describe("the check of what an engine says in its own words", () => {
	const NEWS =
		"The mill of Ada Marsh in Brill made $5.6 million last year, said Marsh, 34, on Tuesday. “We bake at four, every day,” she said. It has 120 bakers, up from 80 in March 2019.";

	test.each([
		["Marsh's mill in Brill made 5,600,000 dollars last year."],
		["The Brill mill, which has 120 bakers, made $5.6m."],
		["Ada Marsh said: “We bake at four.”"],
		["Bakers of the mill numbered eighty in March 2019."],
	])("%s is borne out", (text) => {
		expect(broken(text, NEWS)).toEqual([]);
	});

	test.each<[Rule, string]>([
		["number-not-cited", "Marsh's mill in Brill made $5.9 million last year."],
		["number-not-cited", "Marsh's mill in Brill made $5.6 billion last year."],
		["number-not-cited", "The mill in Brill has ninety bakers."],
		["date-not-cited", "Marsh, 34, said on Wednesday that the mill made $5.6 million."],
		["date-not-cited", "The mill had 80 bakers in April 2019."],
		["name-unknown", "The mill of Ada Lund in Brill made $5.6 million last year."],
		["name-unknown", "Lund said the mill in Brill made $5.6 million last year."],
		["name-unknown", "The mill made $5.6 million last year in Tokyo."],
		["quotation-not-cited", "Marsh said: “We bake at five, every day.”"],
		["little-support", "Parliament adjourned without debating fishing quotas."],
	])("%s: %s", (rule, text) => {
		expect(broken(text, NEWS)).toContain(rule);
	});

	test.each([
		["de", "Der Umsatz stieg auf 5.600.000 Euro.", "Der Umsatz der Mühle stieg auf 5,6 Millionen Euro."],
		["fr", "Le chiffre atteint 1 200 000 euros.", "Le chiffre du moulin atteint 1,2 million d'euros."],
	])("numbers are read as %s writes them", (language, text, paragraph) => {
		expect(broken(text, paragraph, { language })).toEqual([]);
	});

	test.each([
		["The Brill mill, which has more than 100 bakers, made nearly $6 million."],
		["Marsh's mill in Brill made about $5.6m and has some 120 bakers."],
		["In the 2010s the mill of Ada Marsh had 80 bakers."],
	])("%s is round, and says so", (text) => {
		expect(broken(text, NEWS)).toEqual([]);
	});

	test.each([
		["The Brill mill has 100 bakers."],
		["The Brill mill has more than 200 bakers."],
		["The Brill mill has nearly 200 bakers."],
		["The Brill mill has more than 50 bakers, says Ada Marsh, over 20."],
		["The mill of Ada Marsh in Brill made about $6.6 million."],
		["In the 1990s the mill of Ada Marsh had 80 bakers."],
	])("%s is not the number, round or not", (text) => {
		expect(broken(text, NEWS)).toContain("number-not-cited");
	});

	test.each([
		["William Marsh met Austrian bakers.", "Bill Marsh met bakers from Austria."],
		[
			"Benjamin Marsh met bakers and millers in Brill: a Bangladeshi, a Pole, two Turks.",
			"In Brill Ben Marsh met bakers and millers from Bangladesh, Poland and Turkey.",
		],
		[
			"Marsh came from Lenore, Pa. to see Juvenalia play.",
			"Marsh, of Lenore, Pennsylvania, came to see Juve play.",
		],
		["The prime minister saw the mill in Brill.", "In Brill the PM saw the mill."],
	])("%s names the same as: %s", (paragraph, text) => {
		expect(broken(text, paragraph)).toEqual([]);
	});

	test.each([
		["Marsh met Australian bakers.", "Marsh met bakers from Austria."],
		["Marsh met Nigerian bakers.", "Marsh met bakers from Niger."],
		["Benjamin Marsh met bakers.", "Berta Marsh met bakers."],
	])("%s names others than: %s", (paragraph, text) => {
		expect(broken(text, paragraph)).toContain("name-unknown");
	});

	test("a day may be said by its name where the article says yesterday, and no other", () => {
		const published = { publishedAt: "2025-03-11" };
		const paragraph = "The mill in Brill burnt down yesterday, bakers said.";
		expect(broken("The mill in Brill burnt down on Monday, bakers said.", paragraph, published)).toEqual([]);
		expect(broken("The mill in Brill burnt down on Friday, bakers said.", paragraph, published)).toEqual([
			"date-not-cited",
		]);
	});

	test("an acronym stands for the long form, a country for its short name", () => {
		const paragraph = "The World Health Organization asked the United States to send doctors to Brill.";
		expect(broken("The WHO asked the US to send doctors.", paragraph)).toEqual([]);
	});
});

test("whatever an engine writes, the check comes to an end", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (text) => {
			expect(Array.isArray(broken(text, "The mill of Ada Marsh in Brill has 120 bakers."))).toBe(true);
		}),
		{ numRuns: 50 },
	);
});

test("a long article is read once, in linear time", () => {
	const long = articleOf(
		Array.from({ length: 4000 }, (_, n) => `Ada Marsh sold ${n} loaves in Brill on Tuesday.`),
	);
	const written = summarise(long);
	const started = performance.now();
	check(written, long);
	expect(performance.now() - started).toBeLessThan(2_000);
});
