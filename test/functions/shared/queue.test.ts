import type { SQSRecord } from "aws-lambda";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLastTry, messageBody } from "../../../functions/shared/queue.ts";

describe("a message's body", () => {
	test("is the same JSON, in characters that every queue takes", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (key) => {
				const body = messageBody({ key });
				expect(body).toMatch(/^[\x20-\x7e]*$/);
				expect(JSON.parse(body)).toEqual({ key });
			}),
		);
	});
});

test.each([
	[1, false],
	[4, false],
	[5, true],
	[6, true],
])("receive number %d of five is the last try: %s", (received, last) => {
	const record = { attributes: { ApproximateReceiveCount: String(received) } } as SQSRecord;
	expect(isLastTry(record, 5)).toBe(last);
});
