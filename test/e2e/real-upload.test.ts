/**
 * The upload that Precis must get right before any other: a news article pasted as text with all of its
 * site's furniture. It is somebody else's text, so the test asks for facts and holds no sentence of it.
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArticleDocumentSchema } from "../../functions/shared/article.ts";
import { type Evidence, SummaryDocumentSchema } from "../../functions/shared/summary.ts";
import { aws, type Embedded, hasAwsCli, startEmbedded } from "./embedded.ts";

const UPLOADS = resolve(process.env.PRECIS_SHARED ?? "../shared", "data/uploads");
const isHere = existsSync(UPLOADS);
if (!isHere) console.warn(`Skipped: the real upload is not in ${UPLOADS}; PRECIS_SHARED tells where it is.`);

describe.runIf(isHere && hasAwsCli)("the real upload, through the AWS CLI", () => {
	const key = "news/deepseek.txt";
	let embedded: Embedded;
	let summary: ReturnType<typeof SummaryDocumentSchema.parse>;
	let article: ReturnType<typeof ArticleDocumentSchema.parse>;
	beforeAll(async () => {
		embedded = await startEmbedded();
		const file = join(UPLOADS, readdirSync(UPLOADS).find((name) => name.endsWith(".txt")) ?? "");
		await aws(embedded.stack, "s3", "cp", file, `s3://${embedded.stack.articlesBucket}/${key}`);
		summary = SummaryDocumentSchema.parse((await embedded.summary(key)).body);
		article = ArticleDocumentSchema.parse((await embedded.get(`/articles/${key}`)).body);
	});
	afterAll(() => embedded.stop());

	test("tells title, author with role, publisher, address and topics, and where it found them", () => {
		expect(summary.headline).toMatch(/^Microsoft .*DeepSeek.* OpenAI .*Training$/);
		expect(summary.metadata).toMatchObject({
			authors: [{ name: "Fionna Agomuoh", role: "Computing Writer" }],
			publisher: { name: "Digital Trends" },
			url: expect.stringMatching(/^https:\/\/www\.digitaltrends\.com\/computing\/microsoft-/),
			topics: ["Artificial Intelligence", "Microsoft", "Tech News"],
			sources: { title: "visible", authors: "visible", publisher: "visible", url: "visible" },
		});
		expect(summary.provenance.sourceUrl).toBe(summary.metadata.url);
	});

	const kindOf = (words: string) => article.stripped.find(({ text }) => text.includes(words))?.kind;

	test.each([
		["Author Information", "author-bio"],
		["covers a wide range", "author-bio"],
		["Editors' Recommendations", "related"],
		["Microsoft Copilot for Mac", "related"],
		["Related Articles", "related"],
		["Microsoft prepares for major", "related"],
		["Follow Digital Trends", "share"],
		["TikTok", "share"],
		["Key Categories", "navigation"],
		["Streaming Guides", "navigation"],
		["Company Information", "navigation"],
		["Editorial Guidelines", "navigation"],
		["Press Room", "navigation"],
		["All rights reserved", "legal"],
	])("strips the furniture: %s is %s", (words, kind) => {
		expect(kindOf(words)).toBe(kind);
	});

	test("strips everything from the author's box down, and keeps nothing of it", () => {
		for (const words of ["Topics Covered", "About Digital Trends", "Sitemap", "Original article available"])
			expect(kindOf(words)).toBeDefined();
		const kept = article.blocks.map(({ text }) => text).join("\n");
		expect(kept).not.toMatch(/Agomuoh|Editors' Recommendations|Privacy Policy|YouTube|rights reserved/);
	});

	test("keeps the section on related developments, whose items are prose", () => {
		const heading = article.blocks.findIndex(({ text }) => text === "Related Developments and News");
		expect(article.blocks[heading]?.type).toBe("heading");
		const items = article.blocks.slice(heading + 1);
		expect(items.map(({ type }) => type)).toEqual(["list-item", "list-item", "list-item", "list-item"]);
		expect(items.some(({ text }) => text.includes("400 million"))).toBe(true);
	});

	test("summarises Microsoft, DeepSeek and OpenAI, and none of the furniture", () => {
		const said = JSON.stringify([summary.gist, summary.keyPoints, summary.sections]);
		for (const name of ["Microsoft", "DeepSeek", "OpenAI"]) {
			expect(said).toContain(name);
			expect(summary.entities).toContainEqual(expect.objectContaining({ name, type: "organisation" }));
		}
		expect(summary.entities).toContainEqual(expect.objectContaining({ name: "David Sacks", type: "person" }));
		expect(said).not.toMatch(/Agomuoh|Wallpapers|Newsletter|Sitemap|TikTok/);
		expect(summary.keyPoints.length).toBeGreaterThanOrEqual(3);
	});

	test("has a gist for each headed section", () => {
		expect(summary.sections.map(({ heading }) => heading.split(" ").slice(0, 2).join(" "))).toEqual([
			"Microsoft Investigates",
			"Allegations of",
			"Reverse Engineering",
			"DeepSeek's Open-Source",
			"Industry Context",
			"Related Developments",
		]);
	});

	test("gives the figures their values and units", () => {
		expect(summary.figures).toContainEqual(
			expect.objectContaining({ text: "$5.6 million", kind: "money", value: 5_600_000, unit: "USD" }),
		);
		expect(summary.figures).toContainEqual(
			expect.objectContaining({ kind: "count", value: 400_000_000, of: "weekly active users" }),
		);
		expect(summary.timeline).toContainEqual(expect.objectContaining({ when: "2024-09/2024-11" }));
	});

	test("cites its evidence exactly, everywhere", () => {
		const { gist, keyPoints, sections, entities, quotes, figures, timeline } = summary;
		const claims: { evidence: Evidence[] }[] = [
			gist,
			...keyPoints,
			...sections,
			...entities,
			...quotes,
			...figures,
			...timeline,
		];
		const all = claims.flatMap(({ evidence }) => evidence);
		expect(all.length).toBeGreaterThan(20);
		for (const { block, start, end, quote } of all)
			expect(article.blocks[block]?.text.slice(start, end)).toBe(quote);
	});
});
