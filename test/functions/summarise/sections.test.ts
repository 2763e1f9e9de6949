import { describe, expect, test } from "vitest";
import { summarise } from "../../../functions/summarise/index.ts";
import { articleWith, ferryNews, heading, item } from "./articles.ts";

describe("sections", () => {
	test("are the headings with the best sentence under each", () => {
		expect(summarise(ferryNews()).sections.map(({ heading: name, gist }) => [name, gist])).toEqual([
			[
				"What the ferries cost",
				"The shipyard in Oldhaven asks 24 million crowns for each of the electric ferries.",
			],
			[
				"Who is against it",
				"Fishing crews in Marrow Sound fear that charging towers will take up half of the northern quay.",
			],
			["What happens next", "The harbour board decides on the licence for the ferries in March."],
		]);
	});

	test("are none without headings", () => {
		expect(summarise(articleWith(["Two ferries were sold to a yard in Oldhaven."])).sections).toEqual([]);
	});

	test("leave out a heading with no prose of its own", () => {
		const { sections } = summarise(
			articleWith([
				heading("The fleet"),
				heading("Ferries"),
				"Two ferries cross the sound each hour from the quay.",
				heading("Figures"),
				{ type: "table", text: "ferries 2" },
			]),
		);
		expect(sections.map((section) => section.heading)).toEqual(["Ferries"]);
	});

	test("take what they have when no sentence of theirs stands alone", () => {
		const { sections } = summarise(articleWith([heading("Tides"), "They turn."]));
		expect(sections[0]?.gist).toBe("They turn.");
	});

	test("count list items as prose", () => {
		const { sections } = summarise(
			articleWith([heading("News"), item("The yard in Oldhaven is hiring forty welders.")]),
		);
		expect(sections[0]?.gist).toBe("The yard in Oldhaven is hiring forty welders.");
	});

	test("keep headings of the same name apart", () => {
		const paragraph = "Two ferries cross the sound each hour from the quay.";
		const { sections } = summarise(
			articleWith([heading("__proto__"), paragraph, heading("__proto__"), paragraph]),
		);
		expect(sections.map(({ evidence }) => evidence[0]?.block)).toEqual([1, 3]);
	});
});
