import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../../../functions/ingest/text/plain.ts";

const PROSE =
	"The harbour bridge reopened on Monday after eleven weeks of work. Engineers replaced its bearings, and the council says that the job came in under budget.";
const MORE_PROSE =
	"Ferries that had carried commuters since September made their last trips on Sunday night. The operator wants to keep one of them running until the spring.";

/** The blocks as `type text`, headings with their level. */
const shapes = (text: string): string[] =>
	readText(text).blocks.map(({ type, level, text }) => `${type}${level ?? ""} ${text}`);

const wrap = (text: string, width: number): string =>
	text.split(" ").reduce((lines, word) => {
		const last = lines.slice(lines.lastIndexOf("\n") + 1);
		return lines + (lines === "" ? "" : last.length + 1 + word.length > width ? "\n" : " ") + word;
	}, "");

describe("a paragraph", () => {
	it("is a line, where lines are paragraphs", () => {
		expect(shapes(`${PROSE}\n${MORE_PROSE}`)).toEqual([`paragraph ${PROSE}`, `paragraph ${MORE_PROSE}`]);
	});
	it("ends at a blank line, whatever the line ends are", () => {
		expect(shapes(`${PROSE}\r\n\r\n${MORE_PROSE}\r`)).toHaveLength(2);
		expect(shapes(`${PROSE}\r${MORE_PROSE}`)).toHaveLength(2);
		expect(shapes(`${PROSE}\u2028${MORE_PROSE}`)).toHaveLength(2);
	});
	it.each([40, 72, 80, 100])("is put together again when it was wrapped at %i columns", (width) => {
		const text = `${wrap(PROSE, width)}\n\n${wrap(MORE_PROSE, width)}\n`;
		expect(shapes(text)).toEqual([`paragraph ${PROSE}`, `paragraph ${MORE_PROSE}`]);
	});
	it("of wrapped East Asian text joins without spaces", () => {
		const text =
			"港の橋は月曜日に再び開通した。技術者たちは十一週間をかけて支承を交換し、工事は予算内で終わったという。".repeat(
				3,
			);
		const wrapped = (text.match(/.{1,40}/gu) ?? []).join("\n");
		expect(shapes(wrapped)).toEqual([`paragraph ${text}`]);
	});
	it("loses control characters and doubled spaces, and is composed", () => {
		expect(shapes("A\u0000 cafe\u0301\u200b   closed\tits doors.")).toEqual([
			"paragraph A café closed its doors.",
		]);
	});
	it("that opens with a dash of dialogue is no list item", () => {
		expect(shapes("— Who goes there? asked the keeper.\n— A friend.")[0]).toMatch(/^paragraph —/);
	});
});

describe("a heading", () => {
	it("is the first line above prose, as title", () => {
		expect(shapes(`Bridge Reopens\n${PROSE}`)[0]).toBe("heading1 Bridge Reopens");
	});
	it("is the first line before a gap, as title, with another heading below", () => {
		expect(shapes(`Bridge Reopens\n\nThe Work\n${PROSE}`)).toEqual([
			"heading1 Bridge Reopens",
			"heading2 The Work",
			`paragraph ${PROSE}`,
		]);
	});
	it("is a short line without a full stop between paragraphs", () => {
		expect(shapes(`${PROSE}\nWhat comes next?\n${MORE_PROSE}`)[1]).toBe("heading2 What comes next?");
	});
	it("is a line that introduces a list", () => {
		expect(shapes(`${PROSE}\nTopics covered:\n- Bridges\n- Budgets`)[1]).toBe("heading2 Topics covered:");
	});
	it("is a numbered line above prose, number and all", () => {
		expect(shapes(`${PROSE}\n1. Bearings\n${MORE_PROSE}`)[1]).toBe("heading2 1. Bearings");
	});
	it("is underlined", () => {
		expect(shapes(`${PROSE}\n\nThe ferries\n===========\n\n${MORE_PROSE}`)).toContain("heading2 The ferries");
	});
	it("is not a short sentence, nor one in a run of short lines", () => {
		expect(shapes(`${PROSE}\nIt rained.\n${MORE_PROSE}`)[1]).toBe("paragraph It rained.");
		expect(
			shapes(`${PROSE}\nHome\nSport\nWeather\n${MORE_PROSE}`).filter((s) => s.startsWith("heading")),
		).toEqual([]);
	});
});

describe("a list", () => {
	it.each(["-", "*", "•", "1.", "2)", "(a)"])("may be marked with %s, which goes", (marker) => {
		const text = `${PROSE}\n${marker} Bearings\n${marker} Rails`;
		expect(shapes(text).slice(1)).toEqual(["list-item Bearings", "list-item Rails"]);
	});
	it("has items that go on in an indented line", () => {
		expect(shapes(`${PROSE}\n\n- Bearings made\n  of steel\n- Rails`)).toContain(
			"list-item Bearings made of steel",
		);
	});
});

it("a quotation is marked as in mail, its lines joined", () => {
	const quoted = wrap(PROSE, 60).replaceAll(/^/gm, "> ");
	expect(shapes(`${wrap(MORE_PROSE, 60)}\n\n${quoted}`)[1]).toBe(`quote ${PROSE}`);
});

it("a line of dashes is not text", () => {
	expect(shapes(`${PROSE}\n\n----------\n\n${MORE_PROSE}`)).toHaveLength(2);
});

describe("any text", () => {
	it("is cut where a page must end, with a warning", () => {
		expect(readText("Again.\n".repeat(800_000)).warnings).toMatchObject([{ code: "page-truncated" }]);
	});
	it("is read into blocks that keep the contract", () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: "binary" }),
					fc
						.array(fc.constantFrom("\n", "- ", "> ", "a.", "===", " ", "1. ", "é"))
						.map((parts) => parts.join("")),
				),
				(text) => {
					for (const { text: shown, level, type } of readText(text).blocks) {
						expect(shown).toBe(shown.trim().normalize("NFC"));
						expect(shown).not.toBe("");
						expect(level === undefined).toBe(type !== "heading");
					}
				},
			),
			{ numRuns: 500 },
		);
	});
	it.each(["a ", "- ", "> ", "1. ", "=\n", "a\n", " ", "((((1", "a.\n\n", "港"])(
		"is cut where it is too long: %j",
		(unit) => {
			const { warnings } = readText(unit.repeat(Math.ceil(6_000_000 / unit.length)));
			expect(warnings).toMatchObject([{ code: "page-truncated" }]);
		},
	);
});
