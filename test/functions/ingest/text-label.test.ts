import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelText } from "../../../functions/ingest/text/label.ts";
import { readMarkdown } from "../../../functions/ingest/text/markdown.ts";
import { readText } from "../../../functions/ingest/text/plain.ts";

const LEAD =
	"The harbour bridge reopened on Monday after eleven weeks of work. Engineers replaced its bearings, and the council says that the job came in under budget.";
const SECOND =
	"Ferries that had carried commuters since September made their last trips on Sunday night. The operator wants to keep one of them running until the spring.";
const THIRD =
	"Traders on the north bank have complained of lost custom all autumn. The council has set aside a fund for them, though nobody has yet said how large it is.";
const STORY = ["Harbour Bridge Reopens After Eleven Weeks", "", LEAD, SECOND, "What the traders say", THIRD];

/** The kind of each block, by the block's text. */
const kinds = (...lines: readonly string[]): Readonly<Record<string, string>> =>
	Object.fromEntries(labelText(readText(lines.join("\n"))).map(({ text, kind }) => [text, kind]));

describe("an article of plain text", () => {
	it("is its title, its paragraphs and its headings", () => {
		expect(kinds(...STORY)).toEqual({
			"Harbour Bridge Reopens After Eleven Weeks": "title",
			[LEAD]: "body",
			[SECOND]: "body",
			"What the traders say": "body",
			[THIRD]: "body",
		});
	});
	it("keeps a list of sentences under a heading that only sounds like related links", () => {
		const item = "Rail: The tramway across the upper bridge closes for repairs in May.";
		expect(kinds(...STORY, "Related developments", `- ${item}`)).toMatchObject({
			"Related developments": "body",
			[item]: "body",
		});
	});
	it("keeps a section whose heading is also a menu's word", () => {
		expect(kinds(...STORY, "Services", LEAD.replace("Monday", "Friday"))).toMatchObject({ Services: "body" });
	});
	it("keeps short lines that a colon introduces", () => {
		const lines = kinds(...STORY.slice(0, 4), "The fund pays for these things:", "Signs", "Lamps", THIRD);
		expect(lines).toMatchObject({ Signs: "body", Lamps: "body" });
	});
	it("keeps or cuts a list as a whole", () => {
		const items = [
			"The city's plan to open its tram depot for visitors.",
			"A new ferry as a rival to the bridge.",
			"Harbour News",
			"How the council uses old bearings in its parks.",
			"Rails",
			"The council's plan for lamps that control the traffic.",
		];
		const related = kinds(...STORY, "", "Editors' Recommendations", "", ...items.map((item) => `- ${item}`));
		expect(new Set(items.map((item) => related[item]))).toEqual(new Set(["related"]));
		const introduced = kinds(
			...STORY,
			"",
			"The fund pays for:",
			...items.map((item) => `- ${item}`),
			"",
			SECOND,
		);
		expect(new Set(items.map((item) => introduced[item]))).toEqual(new Set(["body"]));
	});
	it.each([
		"Apple and its rival said that our partners may sell the lamps in the harbour from the spring on.",
		"The app can access precise geolocation data, the regulator found, and fined its maker for it.",
		"The rest of the money is reserved for members of the cooperative, who voted on it in March.",
	])("keeps a sentence of a short article that a consent dialogue might say: %s", (sentence) => {
		expect(kinds(...STORY, sentence)).toMatchObject({ [sentence]: "body" });
	});
	it("is found where its title is an item of a list", () => {
		const text = [
			...["Share", "- Home", "- About us", LEAD, "4 March 2024", "* Which lamp went out in the harbour?"],
			...["Why the lamps went out", "- The harbour lamps that went out in the storm", LEAD, "- Home"],
			...["By Ann Harbour", "By Ann Harbour"],
		].join("\n\n");
		expect(labelText(readMarkdown(text)).map(({ kind }) => kind)).toContain("body");
	});
	it("keeps a short last sentence, and a list that it ends with", () => {
		expect(kinds(...STORY, "It stays open at night.", "- Rails", "- Lamps")).toMatchObject({
			"It stays open at night.": "body",
			Lamps: "body",
		});
	});
	it("is what would be another section's where there is nothing else", () => {
		const menu = Array.from({ length: 12 }, (_, at) => `Topic ${at}`);
		expect(kinds(...menu, "About the author", LEAD, SECOND)).toMatchObject({ [LEAD]: "body" });
	});
	it("of a few short sentences is still an article", () => {
		expect(kinds("Bridge open", "", "The bridge is open again today.", "Ferries stop.")).toMatchObject({
			"The bridge is open again today.": "body",
		});
	});
	it.each([
		["Thai", "สะพานท่าเรือเปิดให้ใช้อีกครั้งเมื่อวันจันทร์หลังจากซ่อมแซมมาสิบเอ็ดสัปดาห์ และเทศบาลกล่าวว่างานนี้ใช้เงินน้อยกว่าที่ตั้งไว้"],
		["Khmer", "ស្ពានកំពង់ផែបានបើកឡើងវិញនៅថ្ងៃចន្ទ បន្ទាប់ពីការជួសជុលអស់រយៈពេលដប់មួយសប្តាហ៍ ហើយសាលាក្រុងមានការពេញចិត្ត"],
		["Amharic", "የወደቡ ድልድይ ከአሥራ አንድ ሳምንት ጥገና በኋላ ሰኞ ዕለት ዳግም ተከፈተ፣ ሥራውም በታሰበው ገንዘብ አልቋል።"],
	])("is known where sentences end in another way or in none: %s", (_, sentence) => {
		expect(kinds(sentence)).toEqual({ [sentence]: "body" });
	});
	it.each([
		"By Monday, the river had risen to the second step.",
		"Copyright law has nothing to say about bridges, the judge found.",
		"There was one thing wrong with the picture: it showed the wrong bridge.",
		"Published in 1931, the plan was forgotten for years.",
		"Video-based counting of cars began in June, the council said.",
	])("keeps a sentence that begins like furniture: %s", (sentence) => {
		expect(kinds(...STORY, sentence, SECOND)[sentence]).toBe("body");
	});
});

describe("furniture around an article", () => {
	it.each([
		[
			"related",
			"Related Articles:",
			["Bridge tolls to rise: Looks at what the council plans for drivers next year."],
		],
		["related", "Editors’ Recommendations", ["The ferry nobody wanted.", "A bridge too dear."]],
		["related", "Das könnte Sie auch interessieren", ["Die alte Brücke"]],
		["related", "À lire aussi", ["Le vieux pont"]],
		["related", "関連記事", ["古い橋"]],
		["share", "Follow us", ["YouTube", "TikTok"]],
		["navigation", "Key Categories:", ["Roads", "Rivers"]],
		["navigation", "Schlagwörter", ["Brücke"]],
		["promotion", "Newsletter", ["All the bridges, weekly"]],
	])("is cut as %s from %j to its end", (kind, heading, items) => {
		const labelled = kinds(...STORY, heading, ...items.map((item) => `- ${item}`));
		for (const text of [heading, ...items]) expect(labelled[text]).toBe(kind);
	});
	it("is a biography with its prose, and ends there", () => {
		const bio =
			"Ada Quill is a science writer at Harbour News, where she covers bridges, tunnels and whatever else crosses water.";
		const labelled = kinds(...STORY, "About the author", bio, "Next steps", LEAD.repeat(3));
		expect(labelled).toMatchObject({ [bio]: "author-bio", [LEAD.repeat(3)]: "body" });
	});
	it("is the comments, however long", () => {
		const comments = Array.from(
			{ length: 8 },
			(_, at) => `I crossed it ${at} times today and it held, which is more than can be said of the old one.`,
		);
		const labelled = kinds(...STORY, "Comments", ...comments);
		for (const comment of comments) expect(labelled[comment]).toBe("comments");
	});
	it("is not the article when the word Comments stands above it", () => {
		expect(kinds("Harbour Bridge Reopens", "", "Comments", LEAD, SECOND, THIRD)).toMatchObject({
			[LEAD]: "body",
			[THIRD]: "body",
		});
	});
	it("names the site only if the page does so too", () => {
		const about =
			"Harbour News has told the river's towns what happens on its bridges since 1893, in print and now online.";
		const site = [
			...STORY,
			"About Harbour News:",
			about,
			"© 2025 Harbour News Media Group. All rights reserved.",
		];
		expect(kinds(...site)).toMatchObject({ "About Harbour News:": "promotion", [about]: "promotion" });
		expect(kinds(...STORY, "About the bearings", THIRD)).toMatchObject({ "About the bearings": "body" });
	});
	it.each([
		["legal", "© 2025 Harbour News. All rights reserved."],
		["other", "Original article available at: https://example.org/bridge"],
		["byline", "By Ada Quill and Li Wei"],
		["byline", "Von Jana Brückner"],
		["dateline", "Published January 29, 2025"],
		["dateline", "29.01.2025, 14:55 Uhr"],
		["dateline", "2025年1月29日"],
		["caption", "Photo: Ada Quill/Harbour News"],
		["related", "Read more: The ferry nobody wanted"],
		["share", "Share this article on Facebook"],
	])("has a %s in a line of its own: %s", (kind, line) => {
		const [title = "", , ...rest] = STORY;
		expect(kinds(title, line, ...rest)[line]).toBe(kind);
	});
	it("is a menu of short lines above and below", () => {
		const labelled = kinds(
			"Home",
			"Roads",
			"Rivers",
			"Weather",
			...STORY.filter(Boolean),
			"Imprint",
			"Jobs",
			"Advertise",
		);
		for (const entry of ["Home", "Rivers", "Imprint", "Jobs"]) expect(labelled[entry]).toBe("navigation");
		expect(labelled["Harbour Bridge Reopens After Eleven Weeks"]).toBe("title");
	});
});

describe("an article of Markdown", () => {
	it("keeps its lists, tables, quotations and code", () => {
		const page = readMarkdown(
			`# Bridge\n\n${LEAD}\n\n- Rails\n- Lamps\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> It holds.\n\n\`\`\`\ncross()\n\`\`\`\n\n${THIRD}`,
		);
		expect(
			labelText(page)
				.filter(({ kind }) => kind !== "body")
				.map(({ kind }) => kind),
		).toEqual(["title"]);
	});
});

it("every block of any page is labelled once, in order", () => {
	const line = fc.oneof(
		fc.constantFrom(...STORY, "Comments", "Related Articles:", "- Rails", "By Ada Quill", "© 2025 X"),
		fc.string({ unit: "binary" }),
	);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
			const page = readText(lines.join("\n"));
			expect(labelText(page).map(({ text }) => text)).toEqual(page.blocks.map(({ text }) => text));
		}),
		{ numRuns: 300 },
	);
});

it.each(["Comments\n", `${LEAD}\n`, "About us\n", "© a ", "By A B ", "Photo: a "])(
	"every block of a long page is labelled: %j",
	(unit) => {
		const page = readText(unit.repeat(15_000));
		expect(labelText(page)).toHaveLength(page.blocks.length);
	},
);
