import { describe, expect, it } from "vitest";
import { tableOf } from "../../cli/table.ts";
import { widthOf } from "../../terminal/wrap.ts";

describe("a table", () => {
	const columns = [{ name: "KEY", max: 12 }, { name: "HEADLINE" }];
	const rows = [
		["news/a-very-long-name.html", "港口的灯比春天少了。".repeat(9)],
		["a\u001b[2J", "x"],
	];

	it("fits the terminal, also in wide characters, and can't command it", () => {
		const lines = tableOf(columns, rows, { width: 40, styled: false }).split("\n");
		expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40);
		expect(lines[1]).toMatch(/^news\/a-very… {2}港口.+…$/);
		expect(lines[2]).toBe("a [2J         x");
	});

	it("is whole in front of a pipe", () => {
		const whole = tableOf(columns, rows, { width: Number.POSITIVE_INFINITY, styled: false });
		expect(whole).toContain(`news/a-very-long-name.html  ${rows[0]?.[1]}\n`);
	});
});
