import { describe, expect, it } from "vitest";
import { align } from "../../bench/train/html/align.ts";

const FIRST = "the ferry sails at dawn and comes back at dusk every day";
const SECOND = "eleven of the fifteen members backed the plan on tuesday night";

/** Which blocks are in the truth for the most part. */
const inTruth = (blocks: readonly string[], truth: string): readonly boolean[] =>
	align(blocks, truth).map(({ tokens, covered }) => 2 * covered > tokens);

describe("aligning blocks with the true text", () => {
	it("finds the blocks that are in it", () => {
		expect(
			inTruth(["Home News Sport", FIRST, "Read more about ferries", SECOND], `${FIRST}\n${SECOND}`),
		).toEqual([false, true, false, true]);
	});

	it("counts a body that is on the page twice once, the first time", () => {
		expect(inTruth([FIRST, SECOND, FIRST, SECOND], `${FIRST} ${SECOND}`)).toEqual([true, true, false, false]);
	});

	it("takes short blocks between long ones by their place", () => {
		expect(inTruth(["What next", FIRST, "What next", SECOND], `${FIRST} What next ${SECOND}`)).toEqual([
			false,
			true,
			true,
			true,
		]);
	});

	it("finds what stands elsewhere in the truth", () => {
		expect(inTruth([SECOND, FIRST], `${FIRST} ${SECOND}`)).toEqual([true, true]);
	});
});
