import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { HTML_BLOCKS } from "../../../functions/ingest/model/html-blocks.ts";
import { FEATURES, featuresOf } from "../../../functions/ingest/strip/features/index.ts";
import { type Lexicon, surveyOf } from "../../../functions/ingest/strip/features/survey.ts";

const SENTENCE = "The harbour master said that the ferry would sail again before the summer fair.";

function featuresBy(html: string, lexicon: Lexicon = new Map()) {
	const page = readHtml(html);
	const rows = featuresOf(surveyOf(page, lexicon));
	return (block: number, name: string): number | undefined =>
		rows[block * FEATURES.length + FEATURES.indexOf(name)];
}

describe("the features of blocks", () => {
	it("are what the model was trained on, in its order", () => {
		expect(HTML_BLOCKS.features).toEqual(FEATURES);
	});

	it("have names of their own", () => {
		expect(new Set(FEATURES).size).toBe(FEATURES.length);
	});

	it("fill each group's columns and no other's", () => {
		const of = featuresBy(`<article><h1>Ferry</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></article>`);
		expect(of(0, "level")).toBe(1);
		expect(of(1, "to_article")).toBe(1);
		expect(of(1, "fromH1")).toBe(1);
		expect(of(1, "inRegion")).toBe(1);
		expect(of(0, "length@-1")).toBe(-1);
		expect(of(1, "type@-1")).toBe(0);
	});

	it("add up what the lexicon says of a name's words", () => {
		const lexicon: Lexicon = new Map([
			["story", [2, 0]],
			["teaser", [-3, 1]],
		]);
		const of = featuresBy('<div class="story"><p class="teaser">One</p><p>Two</p></div>', lexicon);
		expect(of(0, "score0")).toBe(-3);
		expect(of(0, "scoreSum")).toBe(-1);
		expect(of(1, "scoreMax")).toBe(2);
		expect(of(0, "other0")).toBe(1);
	});

	it("say how much of a block the declared body has", () => {
		const body = Array.from({ length: 6 }, (_, i) => `${SENTENCE} Day ${i} was calm.`).join(" ");
		const of = featuresBy(
			`<script type="application/ld+json">${JSON.stringify({ articleBody: body })}</script><p>${SENTENCE}</p><p>Something else stands here altogether.</p>`,
		);
		expect(of(0, "inGuide")).toBe(1);
		expect(of(1, "inGuide")).toBe(0);
	});
});
