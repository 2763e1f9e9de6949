import { describe, expect, test } from "vitest";
import type { Evidence, Summary } from "../../../functions/shared/summary.ts";
import { check } from "../../../functions/summarise/evidence.ts";
import { summarise } from "../../../functions/summarise/index.ts";
import { ferryNews } from "./articles.ts";

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

	test("sees a text that is not what it cites", () => {
		const keyPoints = [{ text: "The council refused.", evidence: [first], salience: 1 }];
		expect(rules({ keyPoints })).toEqual([["keyPoints[0]", "text-not-cited"]]);
	});

	test("allows a sentence put together of pieces, with a stop of its own", () => {
		const pieces: Evidence[] = [
			{ block: 0, start: 0, end: 36, quote: "The island council of Marrow Sound v".slice(0, 36) },
			{ block: 0, start: 36, end: 52, quote: FIRST.slice(36, 52) },
		];
		expect(rules({ gist: { text: `${FIRST.slice(0, 52)}…`, evidence: pieces } })).toEqual([]);
	});

	test("sees a speaker's words that nobody said", () => {
		const quotes = [{ text: "Nobody will miss us", evidence: [first] }];
		expect(rules({ quotes })).toEqual([["quotes[0]", "text-not-cited"]]);
	});

	test("sees a number that the cited text doesn't have", () => {
		const timeline = [{ when: "2025-02-04", text: "The council voted to buy 3 ferries.", evidence: [first] }];
		expect(rules({ timeline })).toEqual([["timeline[0]", "number-not-cited"]]);
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
