import { describe, expect, test } from "vitest";
import { readText } from "../../../functions/summarise/extractive/sentences.ts";
import { check, summarise } from "../../../functions/summarise/index.ts";
import { articleWith } from "./articles.ts";
import { EUROPEAN } from "./stories/european.ts";
import { OTHER } from "./stories/other.ts";

const PUBLISHED = { publishedAt: "2025-03-14" };

describe.each(Object.entries({ ...EUROPEAN, ...OTHER }))("a newspaper story in %s", (language, story) => {
	const article = articleWith(story.text, { language, metadata: PUBLISHED });
	const summary = summarise(article, { keyPoints: 3 });

	test("has the sentences that it has", () => {
		expect(readText(article).sentences).toHaveLength(story.sentences);
	});

	test("is told by its first sentence, and nothing in the summary goes beyond the text", () => {
		expect(summary.gist.evidence[0]).toMatchObject({ block: 0, start: 0 });
		expect(check(summary, article)).toEqual([]);
	});

	test("quotes people with their names", () => {
		expect(summary.quotes.map(({ text, speaker }) => [text, speaker])).toEqual(story.quotes);
	});

	test("gives money, percent and counts their value", () => {
		const found = summary.figures.map(({ text, value, unit }) => `${text}=${value}${unit ? ` ${unit}` : ""}`);
		expect(found).toEqual(expect.arrayContaining([...story.figures]));
	});

	test("dates what happened, by the calendar and from the day of publication", () => {
		expect(summary.timeline.map(({ when }) => when)).toEqual(story.dates);
	});

	test("knows its people by their full name", () => {
		const people = summary.entities.filter(({ type }) => type === "person").map(({ name }) => name);
		expect(people).toEqual(expect.arrayContaining([...story.people]));
	});
});
