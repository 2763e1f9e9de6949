import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areAuthors, isDate, isExact, isTitle, overlap, score, segments } from "../../bench/metric.ts";

const SCORER = resolve(process.env.PRECIS_SHARED ?? "../shared", "data/score/metric.mjs");

if (!existsSync(SCORER)) console.log(`The shared scorer is not at ${SCORER}: its tests are skipped.`);

/** Few words, so that two texts have some in common. */
const word = fc.constantFrom("a", "b", "C", "d_e", "7", "é", "日本", "ﬁ", "-", "…", "ǅ");
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
const texts = fc.tuple(text, text);

const number = (min: number, max: number) => fc.integer({ min, max });
const date = fc.oneof(
	fc
		.tuple(number(2020, 2021), number(11, 14), number(28, 33), fc.constantFrom("-", "/", "."), text)
		.map(([year, month, day, by, rest]) => `${year}${by}${month}${by}${day} ${rest}`),
	fc.constantFrom("", "2020-02-28T23:59:59-08:00", "1 March 2020", "Sun, 01 Mar 2020 10:00:00 GMT", "soon"),
);

/** The same but for rounding; the mean of nothing is NaN in both. */
const expectSame = (ours: number, theirs: number): void =>
	Number.isNaN(theirs) ? expect(ours).toBeNaN() : expect(ours).toBeCloseTo(theirs, 12);

describe.skipIf(!existsSync(SCORER))("our scorer and the shared one agree", async () => {
	const theirs = existsSync(SCORER) ? await import(pathToFileURL(SCORER).href) : undefined;

	it("on what of a text was found, wrong and missed", () => {
		fc.assert(
			fc.property(texts, ([truth, found]) => {
				const ours = overlap(truth, found);
				const [right, wrong, missed] = theirs.shingleCounts(truth, found);
				expectSame(ours.found, right);
				expectSame(ours.wrong, wrong);
				expectSame(ours.missed, missed);
				expect(Number(isExact(truth, found))).toBe(theirs.exact(truth, found));
			}),
		);
	});

	it("on the score of a set of pages", () => {
		fc.assert(
			fc.property(fc.array(texts, { minLength: 1, maxLength: 6 }), (pages) => {
				const ours = score(pages.map(([truth, found]) => ({ truth, text: found })));
				const expected = theirs.aggregate(
					pages.map(([truth, found]) => ({
						c: theirs.shingleCounts(truth, found),
						acc: theirs.exact(truth, found),
					})),
				);
				expectSame(ours.f1, expected.f1);
				expectSame(ours.precision, expected.precision);
				expectSame(ours.recall, expected.recall);
				expectSame(ours.exact, expected.accuracy);
			}),
		);
	});

	it("on segments", () => {
		fc.assert(
			fc.property(fc.array(text), fc.array(text), text, (required, banned, found) => {
				const { found: right, missed, wrong } = segments(required, banned, found);
				const [tp, fp, fn] = theirs.chunks({ with: required, without: banned }, found);
				expect([right, wrong, missed]).toEqual([tp, fp, fn]);
			}),
		);
	});

	it("on titles, authors and dates", () => {
		fc.assert(
			fc.property(texts, ([truth, found]) => {
				expect(Number(isTitle(truth, found))).toBe(theirs.titleOk(truth, found));
				expect(Number(areAuthors(truth, found))).toBe(theirs.authorOk(truth, found));
			}),
		);
		fc.assert(
			fc.property(date, date, (truth, found) => {
				expect(Number(isDate(truth, found))).toBe(theirs.dateOk(truth, found));
			}),
			{ numRuns: 500 },
		);
	});
});
