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

	test("leave out a bare list, which no item of it tells in a sentence", () => {
		const { sections } = summarise(
			articleWith([
				"The cake of Oldhaven needs an hour and a warm kitchen.",
				heading("Ingredients"),
				item("350 g flour"),
				item("two eggs"),
				heading("Directions"),
				item("Mix the flour and the eggs in a large bowl."),
			]),
		);
		expect(sections.map(({ heading: name }) => name)).toEqual(["Directions"]);
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

	const ferries = Array.from({ length: 6 }, (_, n) =>
		[
			`Ferry number ${n + 1} crosses the sound of Marrow with passengers and cars.`,
			`The crew of the ferry sells passengers their tickets on the sound.`,
		].join(" "),
	);
	const cheese = Array.from({ length: 6 }, (_, n) =>
		[
			`Cheese of vintage ${n + 1} ripens in the cellar of the dairy on oak shelves.`,
			`Oak shelves of the cellar give the cheese of the dairy its rind.`,
		].join(" "),
	);

	test("are made where an article without headings clearly turns to another subject, named by a key phrase", () => {
		const { sections } = summarise(articleWith([...ferries, ...cheese]));
		expect(sections.map(({ heading }) => heading)).toEqual([
			expect.stringMatching(/ferry|passenger|sound|crew/i),
			expect.stringMatching(/cheese|oak|shelves/i),
		]);
		expect(sections[1]?.evidence[0]?.block).toBeGreaterThanOrEqual(6);
	});

	test("are none where nothing is headed and no turn is clear", () => {
		expect(summarise(articleWith([...ferries, ...ferries])).sections).toEqual([]);
	});
});
