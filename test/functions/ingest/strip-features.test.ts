import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { HTML_BLOCKS_FEATURES } from "../../../functions/ingest/model/html-blocks.ts";
import { HTML_PAGE_TYPES_FEATURES } from "../../../functions/ingest/model/html-page-types.ts";
import { FEATURES, featuresOf } from "../../../functions/ingest/strip/features/index.ts";
import { pageFeatures } from "../../../functions/ingest/strip/features/page.ts";
import { BUCKETS, bucketsOf } from "../../../functions/ingest/strip/features/sounds.ts";
import { type Sound, type Sounds, surveyOf } from "../../../functions/ingest/strip/features/survey.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";

const SENTENCE = "The harbour master said that the ferry would sail again before the summer fair.";

/** A regression that knows these buckets. */
function soundOf(buckets: readonly number[] = [], weight = 0, base = 0): Sound {
	const weights = new Int8Array(BUCKETS);
	for (const bucket of buckets) weights[bucket] = weight;
	return { base, scale: 0.5, weights };
}

/** The buckets of each block's names and words. */
function bucketsBy(html: string) {
	const { blocks } = readHtml(html);
	return bucketsOf(outlineOf(blocks));
}

function featuresBy(html: string, sounds: Partial<Sounds> = {}) {
	const page = readHtml(html);
	const silent = { names: soundOf(), elsewhere: soundOf(), words: soundOf() };
	const rows = featuresOf(surveyOf(page, { ...silent, ...sounds }));
	return (block: number, name: string): number | undefined =>
		rows[block * FEATURES.length + FEATURES.indexOf(name)];
}

describe("the features of blocks", () => {
	it("are what the models were trained on, in their order", () => {
		expect(HTML_BLOCKS_FEATURES.split(" ")).toEqual(FEATURES);
		expect(HTML_PAGE_TYPES_FEATURES.split(" ")).toEqual(pageFeatures.names);
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

	it("add up what the names above a block weigh, over the root of how many there are", () => {
		const html = '<div class="story"><p class="teaser">One</p><p>Two</p></div>';
		const buckets = bucketsBy(html)[0]?.names ?? [];
		expect(buckets).toHaveLength(6);
		const of = featuresBy(html, { names: soundOf(buckets, 4, 1) });
		expect(of(0, "nameSound")).toBeCloseTo(1 + (0.5 * 4 * 6) / Math.sqrt(6));
		expect(of(0, "elsewhereSound")).toBe(0);
		expect(of(1, "nameSound@-1")).toBe(of(0, "nameSound"));
	});

	it("tell a name from the same name further up", () => {
		const [outer] = bucketsBy('<div class="story"><p>One</p></div>');
		const [own] = bucketsBy('<p class="story">One</p>');
		const shared = outer?.names.filter((bucket) => own?.names.includes(bucket));
		expect(shared).toHaveLength(2);
	});

	it("hear words and pairs of words, whatever their case", () => {
		const [loud, quiet, other] = bucketsBy("<p>READ MORE</p><p>read more</p><p>more read</p>");
		expect(loud?.words).toEqual(quiet?.words);
		expect(loud?.words).toHaveLength(5);
		expect(other?.words).not.toEqual(loud?.words);
		const of = featuresBy("<p>READ MORE</p>", { words: soundOf(loud?.words, -2) });
		expect(of(0, "wordSound")).toBeCloseTo((-0.5 * 2 * 5) / Math.sqrt(5));
	});

	it("hear the beginning of a long text", () => {
		const [block] = bucketsBy(`<p>${SENTENCE.repeat(20)}</p>`);
		expect(block?.words).toHaveLength(60);
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
