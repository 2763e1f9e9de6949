import { describe, expect, it } from "vitest";
import { growthOf, readInvocations } from "../../bench/flood/log.ts";

const start = (id: string): string => `START RequestId: ${id} Version: $LATEST\n`;
const end = (id: string, megabytes: number, status = "success"): string =>
	`REPORT RequestId: ${id} Duration: 12.00 ms Memory Size: 512 MB Max Memory Used: ${megabytes} MB Status: ${status}\n`;

describe("a function's log", () => {
	it("tells how many invocations there were, and how many at once at most", () => {
		const log = start("a") + start("b") + end("a", 90) + start("c") + end("b", 91) + end("c", 92);
		expect(readInvocations(log)).toMatchObject({ count: 3, atOnce: 2 });
	});

	it("tells the memory of those that succeeded", () => {
		const log =
			start("a") + end("a", 90) + start("b") + end("b", 512, "error Runtime.OutOfMemory: It needed more.");
		expect(readInvocations(log)).toEqual({ count: 2, atOnce: 1, memory: [90] });
	});

	it("may have a last word of a process that was killed before a report", () => {
		const log = `${start("a")}{"message":"rea${end("a", 512, "error")}${start("b")}${end("b", 90)}`;
		expect(readInvocations(log)).toEqual({ count: 2, atOnce: 1, memory: [90] });
	});
});

describe("growth", () => {
	it("is from the second quarter to the last, at their most", () => {
		expect(growthOf({ count: 8, atOnce: 1, memory: [80, 95, 100, 101, 150, 101, 103, 102] })).toBe(2);
	});
});
