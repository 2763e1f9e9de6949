import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEXT_BLOCKS_FEATURES } from "../../../functions/ingest/model/text-blocks.ts";
import { TEXT_CONTEXT_FEATURES } from "../../../functions/ingest/model/text-context.ts";
import { CONTEXT_NAMES, context } from "../../../functions/ingest/text/context.ts";
import { FEATURE_NAMES, features } from "../../../functions/ingest/text/features.ts";
import { labelText } from "../../../functions/ingest/text/label.ts";
import { measure } from "../../../functions/ingest/text/measure.ts";
import { nearestPassages, passagesOf } from "../../../functions/ingest/text/passages.ts";
import { readText } from "../../../functions/ingest/text/plain.ts";
import { judge } from "../../../functions/ingest/text/rules.ts";
import { distancesTo, sumBetween, sumsOf } from "../../../functions/ingest/text/runs.ts";
import { bucketsOf, soundOf } from "../../../functions/ingest/text/words.ts";

const PROSE =
	"The ferry operator says that it will keep two of its boats on the river until the bridge has proved itself through a winter.";
const linesOf = (texts: readonly string[]) =>
	readText(texts.join("\n")).blocks.map((block) => measure(block, 0));

describe("the models", () => {
	it("were trained on the very features that are measured", () => {
		expect(TEXT_BLOCKS_FEATURES.split(" ")).toEqual(FEATURE_NAMES);
		expect(TEXT_CONTEXT_FEATURES.split(" ")).toEqual([...FEATURE_NAMES, ...CONTEXT_NAMES]);
	});
	it("have no feature twice", () => {
		const names = TEXT_CONTEXT_FEATURES.split(" ");
		expect(new Set(names).size).toBe(names.length);
	});
});

it("every feature of any page is a finite number", () => {
	const line = fc.oneof(
		fc.constantFrom(PROSE, "Home", "", "- Rails", "Comments"),
		fc.string({ unit: "binary" }),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 20 }), fc.gen(), (texts, generate) => {
			const { blocks } = readText(texts.join("\n"));
			const lines = blocks.map((block) => measure(block, soundOf(block.text)));
			const likely = blocks.map(() => generate(fc.double, { min: 0, max: 1, noNaN: true }));
			const rows = [...features(blocks, lines, judge(blocks)), ...context(lines, likely)];
			expect(rows.every((row) => row.every(Number.isFinite))).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

describe("sums and distances along a page", () => {
	it("give the sum of any window, which may reach off the page", () => {
		const sums = sumsOf([1, 2, 3]);
		expect([sumBetween(sums, 1, 3), sumBetween(sums, -5, 1), sumBetween(sums, 2, 9)]).toEqual([5, 1, 3]);
	});
	it("give how far the nearest flag is, which doesn't count for itself", () => {
		expect(distancesTo([false, true, false, false], 9)).toEqual({ above: [9, 9, 1, 2], below: [1, 9, 9, 9] });
	});
});

describe("passages", () => {
	const menu = Array.from({ length: 6 }, (_, at) => `Entry ${at}`);
	const lines = linesOf([PROSE, "Aside", PROSE, ...menu, PROSE]);
	const likely = lines.map(({ breadth }) => (breadth > 50 ? 0.9 : 0.1));
	const passages = passagesOf(lines, likely);

	it("go on over a line that doesn't look like article, and end where many don't", () => {
		expect(passages.map(({ from, to, blocks }) => [from, to, blocks])).toEqual([
			[0, 3, 2],
			[9, 10, 1],
		]);
	});
	it("are near the blocks that stand next to them", () => {
		const nearest = nearestPassages(passages, lines.length).map((passage) => passages.indexOf(passage));
		expect(nearest).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
	});
});

describe("words", () => {
	it("are the same in any case and with any number", () => {
		expect(bucketsOf("Page 12 of 340")).toEqual(bucketsOf("page 3 OF 7"));
	});
	it("of furniture sound less like an article's than those of an article", () => {
		expect(soundOf("Subscribe to our newsletter")).toBeLessThan(soundOf(PROSE));
		expect(soundOf("Privacy policy")).toBeLessThan(soundOf("It holds, he said."));
	});
	it("can be none", () => {
		expect(Number.isFinite(soundOf("…"))).toBe(true);
	});
});

describe("a page that was pasted whole", () => {
	const story = [
		"Ferries Keep Running After Bridge Reopens",
		"By Ada Quill",
		"January 29, 2025",
		PROSE,
		"Since Monday, when the bridge reopened after eleven weeks, one passenger in three has gone back to the old way across.",
		"“We had planned to sell the boats in the spring,” said Li Wei, who runs the landing on the north bank. “Now we are not so sure.”",
		"The council has promised to decide in March whether it goes on paying for the service, which costs it 40,000 a month.",
		"Traders near both landings have asked it to do so, in a letter that 112 of them signed over the weekend.",
	];
	const menu = ["Skip to content", "Home", "Roads", "Rivers", "Weather", "Sport", "Log in", "Subscribe"];
	const below = [
		"Share this article",
		"Most read",
		"Tolls to rise on the upper bridge",
		"2 hours ago",
		"Six things to do on the river",
		"4 hours ago",
		"Subscribe to our newsletter",
		"About us",
		"Contact",
		"Privacy policy",
		"Terms of use",
		"© 2025 Harbour News Media Group. All rights reserved.",
	];
	const labelled = labelText(readText([...menu, ...story, ...below].join("\n")));

	it("keeps the paragraphs of its article, all of them and nothing else", () => {
		expect(labelled.flatMap(({ kind, text }) => (kind === "body" ? [text] : []))).toEqual(story.slice(3));
	});
	it("says how sure it is, surer of a menu than of nothing", () => {
		for (const { confidence } of labelled) expect(confidence).toBeGreaterThanOrEqual(0.5);
		expect(labelled[1]?.confidence).toBeGreaterThan(0.9);
	});
	it("knows the title, the byline and the date among what it cuts", () => {
		const kinds = Object.fromEntries(labelled.map(({ kind, text }) => [text, kind]));
		expect([kinds[story[0] ?? ""], kinds[story[1] ?? ""], kinds[story[2] ?? ""]]).toEqual([
			"title",
			"byline",
			"dateline",
		]);
	});
});
