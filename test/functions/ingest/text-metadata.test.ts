import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTextMetadata } from "../../../functions/ingest/metadata/text.ts";
import type { UploadHints } from "../../../functions/ingest/page.ts";
import { labelText } from "../../../functions/ingest/text/label.ts";
import { readMarkdown } from "../../../functions/ingest/text/markdown.ts";
import { readText } from "../../../functions/ingest/text/plain.ts";
import { type Metadata, MetadataSchema } from "../../../functions/shared/article.ts";

const TITLE = "Harbour Bridge Reopens After Eleven Weeks";
const LEAD =
	"The harbour bridge reopened on Monday after eleven weeks of work. Engineers replaced its bearings, and the council says that the job came in under budget.";
const SECOND =
	"Ferries that had carried commuters since September made their last trips on Sunday night. The operator wants to keep one of them running until the spring.";

const metadata = (text: string, hints: UploadHints = {}): Metadata => {
	const page = readText(text);
	return readTextMetadata(page, labelText(page), hints);
};
const markdownMetadata = (markdown: string): Metadata => {
	const page = readMarkdown(markdown);
	return readTextMetadata(page, labelText(page), {});
};
/** A story with lines between title and text, and lines below. */
const story = (above: readonly string[] = [], below: readonly string[] = []): string =>
	[TITLE, "", ...above, LEAD, SECOND, ...below].join("\n");

describe("a pasted page's byline", () => {
	it.each([
		["Ann Doe", "March 4, 2025"],
		["March 4, 2025", "Ann Doe"],
		["Harbour", "Ann Doe, 04.03.2025 10:00"],
	])("is a name by a date below the title: %j, %j", (...lines) => {
		const { authors, publishedAt } = metadata(story(lines));
		expect(authors).toEqual([{ name: "Ann Doe" }]);
		expect(publishedAt).toBe("2025-03-04");
	});
});

describe("front matter", () => {
	it("comes before all that can be seen", () => {
		const text = `---
title: The Bridge Is Back
author:
  - name: Ada Quill
    role: Science Editor
  - Li Wei
date: 2025-01-29T18:04:00+01:00
updated: 2025-02-01
site: Harbour News
canonical_url: https://example.org/bridge
category: Local
tags: [bridges, ferries]
cover: /bridge.jpg
license: CC BY 4.0
---
# ${TITLE}

By Somebody Else

${LEAD}`;
		expect(markdownMetadata(text)).toEqual({
			title: "The Bridge Is Back",
			authors: [{ name: "Ada Quill", role: "Science Editor" }, { name: "Li Wei" }],
			publishedAt: "2025-01-29T18:04:00+01:00",
			modifiedAt: "2025-02-01",
			publisher: { name: "Harbour News", domain: "example.org" },
			url: "https://example.org/bridge",
			section: "Local",
			topics: ["bridges", "ferries"],
			image: "https://example.org/bridge.jpg",
			rights: "CC BY 4.0",
			sources: Object.fromEntries(
				"title authors publishedAt modifiedAt publisher url section topics image rights"
					.split(" ")
					.map((field) => [field, "front-matter"]),
			),
		});
	});
	it("of odd shapes says nothing", () => {
		const odd = markdownMetadata(
			`---\ntitle: {a: {b: c}}\nauthor: [[1]]\ndate: soon\ntags: 7\nurl: javascript:alert(1)\n---\n# ${TITLE}\n\n${LEAD}`,
		);
		expect(odd).toMatchObject({ title: TITLE, authors: [], topics: ["7"], sources: { title: "visible" } });
		expect(odd).not.toHaveProperty("url");
		expect(odd).not.toHaveProperty("publishedAt");
	});
});

describe("an author", () => {
	it.each([
		["By Ada Quill", [{ name: "Ada Quill" }]],
		["By Ada Quill and Li Wei | Updated May 3, 2025", [{ name: "Ada Quill" }, { name: "Li Wei" }]],
		["Author: Ada Quill", [{ name: "Ada Quill" }]],
		["Von Jana Brückner", [{ name: "Jana Brückner" }]],
		["記者：王小明", [{ name: "王小明" }]],
	])("is in the byline %j", (byline, authors) => {
		expect(metadata(story([byline])).authors).toEqual(authors);
	});
	it.each([
		[
			"Ada Quill, a Science Writer at Harbour News, covers bridges, tunnels and whatever else crosses water.",
			"Science Writer",
		],
		[
			"Ada Quill is the deputy business editor of Harbour News. She covers bridges and tunnels.",
			"deputy business editor",
		],
		[
			"Ada Quill ist Wirtschaftsredakteurin bei Harbour News und schreibt über Brücken und Tunnel.",
			"Wirtschaftsredakteurin",
		],
		["Ada Quill est journaliste chez Harbour News, où elle suit les ponts et les tunnels.", "journaliste"],
	])("is in the box under the article, with the role: %s", (box, role) => {
		expect(metadata(story([], ["About the author", box])).authors).toEqual([{ name: "Ada Quill", role }]);
	});
	it("of the byline has the role that the box tells", () => {
		const box = "Ada Quill is a staff reporter who covers bridges, tunnels and whatever else crosses water.";
		expect(metadata(story(["By Ada Quill"], ["About the author", box])).authors).toEqual([
			{ name: "Ada Quill", role: "staff reporter" },
		]);
	});
	it("is not made up from a sentence", () => {
		expect(
			metadata(
				story(
					[],
					[
						"About the author",
						"Born in a town of bridges, the writer prefers not to be named in this paper.",
					],
				),
			).authors,
		).toEqual([]);
	});
});

describe("a date", () => {
	it.each([
		["Published January 29, 2025", "2025-01-29"],
		["29.01.2025, 14:55 Uhr", "2025-01-29"],
		["Publié le 29 janvier 2025 à 14:55", "2025-01-29"],
		["2025年1月29日", "2025-01-29"],
		["Date: 2025-01-29", "2025-01-29"],
	])("is read from %j", (line, day) => {
		expect(metadata(story([line]))).toMatchObject({ publishedAt: day, sources: { publishedAt: "visible" } });
	});
	it("of an update is told from that of publication", () => {
		expect(metadata(story(["Published January 29, 2025 | Updated February 1, 2025"]))).toMatchObject({
			publishedAt: "2025-01-29",
			modifiedAt: "2025-02-01",
		});
	});
	it("that could be two is none", () => {
		expect(metadata(story(["Published 03/04/2025"]))).not.toHaveProperty("publishedAt");
	});
	it("within the text is not the article's", () => {
		expect(metadata(`${TITLE}\n\n${LEAD} It had closed on November 10, 2024.`)).not.toHaveProperty(
			"publishedAt",
		);
	});
});

describe("where it is from", () => {
	const source = "Original article available at: https://www.harbournews.example/local/bridge";
	it("is the address that the page gives", () => {
		expect(metadata(story([], [source]), { url: "https://example.org/" })).toMatchObject({
			url: "https://www.harbournews.example/local/bridge",
			sources: { url: "visible" },
		});
	});
	it("is the address that came with the upload, failing that", () => {
		expect(metadata(story(), { url: "https://example.org/bridge" })).toMatchObject({
			url: "https://example.org/bridge",
			publisher: { name: "example.org", domain: "example.org" },
			sources: { url: "object-metadata", publisher: "object-metadata" },
		});
	});
	it("is the name that rights holder, employer and address agree on", () => {
		const below = ["© 2025 Harbour News Media Group. All rights reserved.", source];
		expect(metadata(story([], below))).toMatchObject({
			publisher: { name: "Harbour News", domain: "harbournews.example" },
			rights: "© 2025 Harbour News Media Group. All rights reserved.",
		});
	});
	it("is not where a guest author works", () => {
		const box = [
			"About the author",
			"Ada Quill is a professor at Rivertown College, where she teaches the history of bridges.",
		];
		expect(metadata(story([], box))).not.toHaveProperty("publisher");
	});
});

describe("topics", () => {
	it("are the list under their heading", () => {
		expect(
			metadata(story([], ["Topics Covered:", "- Bridges", "- Ferries", "Key Categories:", "- Sport"])).topics,
		).toEqual(["Bridges", "Ferries"]);
	});
	it("are the rest of a line", () => {
		expect(metadata(story([], ["Tags: bridges, ferries, Bridges"])).topics).toEqual(["bridges", "ferries"]);
	});
	it("are not the site's menu", () => {
		expect(metadata(["Topics", "Sport", "Weather", ...story().split("\n")].join("\n")).topics).toEqual([]);
	});
});

it("metadata of any text keeps the contract", () => {
	const line = fc.oneof(
		fc.constantFrom(
			TITLE,
			LEAD,
			"By Ada Quill",
			"Tags: a, b",
			"URL: https://a.example/\ud800",
			"© 2025 X",
			"About the author",
			"Date: 2025-13-41",
			"Topics",
			"- a",
		),
		fc.string({ unit: "binary" }),
	);
	fc.assert(
		fc.property(
			fc.array(line, { maxLength: 30 }),
			fc.option(fc.webUrl(), { nil: undefined }),
			(lines, url) => {
				expect(MetadataSchema.safeParse(metadata(lines.join("\n"), { url })).error).toBeUndefined();
			},
		),
		{ numRuns: 500 },
	);
});

describe("lines without labels", () => {
	it("name the author before the date", () => {
		expect(metadata(story(["29 January 2025 | by Ada Quill"])).authors).toEqual([{ name: "Ada Quill" }]);
	});
	it("that only look like a name do not", () => {
		expect(metadata(story(["Read More", "Photo by Olaf Brandt"])).authors).toEqual([]);
	});
	it("tell the day, with a year of two digits too", () => {
		expect(metadata(story(["Ada Quill, 29.01.25"])).publishedAt).toBe("2025-01-29");
	});
});
