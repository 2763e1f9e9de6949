import { describe, expect, test } from "vitest";
import type { Block } from "../../../functions/shared/article.ts";
import { summarise } from "../../../functions/summarise/index.ts";
import { articleWith, ferryNews } from "./articles.ts";

const gistOf = (...content: (string | Block)[]) => summarise(articleWith(content)).gist;
const LONG =
	"The island council of Marrow Sound voted by a single vote on a stormy Tuesday night to buy two electric ferries for 48 million crowns from the shipyard in Oldhaven";

describe("the gist", () => {
	test("is the sentence that says most", () => {
		expect(summarise(ferryNews()).gist.text).toBe(
			"The island council of Marrow Sound voted on Tuesday to buy two electric ferries for 48 million crowns.",
		);
	});

	test("is not a question when there is a statement", () => {
		const { text } = gistOf(
			"Will the harbour board close the old harbour? The harbour board will close the old harbour in March.",
		);
		expect(text).toBe("The harbour board will close the old harbour in March.");
	});

	test.each([
		[
			"a subordinate clause",
			", although the crews of the fishing boats had asked for another year to find a better place",
		],
		[
			"a participle",
			", ending a quarrel over smoke and noise on the quay that had gone on for more than ten years",
		],
		[
			"a relative clause that ends the sentence",
			", which has built nothing but trawlers and tugs since it was opened by a king in 1911",
		],
		[
			"what follows a semicolon",
			"; the crews of the fishing boats had asked in vain for another year to find a better place",
		],
		[
			"what follows a dash",
			" — although the crews of the fishing boats had asked for another year to find a better place",
		],
	])("is cut before %s when the sentence is too long", (_what, clause) => {
		const gist = gistOf(`${LONG}${clause}.`);
		expect(gist.text).toBe(`${LONG}.`);
		expect(gist.evidence).toEqual([{ block: 0, start: 0, end: LONG.length, quote: LONG }]);
	});

	test("is not cut before a clause that the sentence comes back from", () => {
		const sentence =
			"The oldest of all the electric ferries of Marrow Sound, sailing under the flag of a country that nobody on the island had ever heard of until then, was sold to a shipyard in Oldhaven, which hopes to have it on the water again by the summer.";
		const { text } = gistOf(sentence, "The ferry was sold to a yard in Oldhaven that will repair it.");
		expect(text).toMatch(/was sold to a (?:ship)?yard in Oldhaven/);
	});

	test("has at most 40 words even where no clause ends before", () => {
		const { text, evidence } = gistOf(`Boats ${"and more boats ".repeat(30)}came.`);
		expect(text.split(" ")).toHaveLength(40);
		expect(text).toMatch(/…$/);
		expect(text.slice(0, -1)).toBe(evidence[0]?.quote);
	});
});
