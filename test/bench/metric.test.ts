import { describe, expect, it } from "vitest";
import {
	areAuthors,
	isDate,
	isExact,
	isTitle,
	overlap,
	pageF1,
	score,
	segmentF1,
	segments,
} from "../../bench/metric.ts";

describe("the measure of a found text", () => {
	it("is 1 for the same words whatever their punctuation", () => {
		expect(score([{ truth: "One, two; three. Four!", text: "One two three\nFour" }])).toEqual({
			f1: 1,
			precision: 1,
			recall: 1,
			exact: 1,
		});
	});

	it("counts shingles of four words, found, wrong and missed", () => {
		// Truth abcd bcde; text abcd bcdx: one in common of three.
		expect(overlap("a b c d e", "a b c d x")).toEqual({ found: 1 / 3, wrong: 1 / 3, missed: 1 / 3 });
	});

	it("counts a text that is there twice as half wrong", () => {
		const { precision, recall } = score([{ truth: "a b c d", text: "a b c d a b c d" }]);
		expect(precision).toBe(0.2);
		expect(recall).toBe(1);
	});

	it("leaves a page where nothing was found out of the mean precision, as the benchmark does", () => {
		const pages = [
			{ truth: "a b c d", text: "a b c d" },
			{ truth: "a b c d", text: "" },
		];
		expect(score(pages)).toMatchObject({ precision: 1, recall: 0.5 });
	});

	it("takes a text shorter than a shingle as one", () => {
		expect(pageF1(overlap("a b", "a b"))).toBe(1);
		expect(pageF1(overlap("a b", "a c"))).toBe(0);
		expect(isExact("", "")).toBe(true);
	});
});

describe("the measure of segments", () => {
	it("counts what must be there and what mustn't, whatever its white space", () => {
		expect(segments(["the ferry", "stays"], ["sign up"], "So the\n ferry goes. Sign up")).toEqual({
			found: 1,
			missed: 1,
			wrong: 0,
		});
	});

	it("is the F1 of the sums over pages, not the mean over pages", () => {
		const pages = [
			{ found: 3, missed: 0, wrong: 0 },
			{ found: 0, missed: 1, wrong: 0 },
		];
		expect(segmentF1(pages)).toBeCloseTo(6 / 7);
	});
});

describe("the measure of metadata", () => {
	it("takes titles as equal but for case, width and punctuation", () => {
		expect(isTitle("Ferry: it stays!", "ferry it stays")).toBe(true);
		expect(isTitle("Ferry", undefined)).toBe(false);
	});

	it("takes authors in any order, and most of their words", () => {
		expect(areAuthors("Ann Doe, Li Wei", "Li Wei, Ann Doe")).toBe(true);
		expect(areAuthors("Ann Doe", "By the Ann Doe team of writers")).toBe(false);
	});

	it("takes the same day or its neighbour", () => {
		expect(isDate("2025-03-04T23:30:00-05:00", "2025-03-05")).toBe(true);
		expect(isDate("2025-03-04", "2025-03-06")).toBe(false);
		expect(isDate("2025-03-04", undefined)).toBe(false);
	});
});
