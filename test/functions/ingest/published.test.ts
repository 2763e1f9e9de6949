import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readMetadata } from "../../../functions/ingest/metadata/index.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import type { Metadata } from "../../../functions/shared/article.ts";

const TEXT = `<p>${"The ferry sails at dawn and comes back at dusk, every day of the year. ".repeat(5)}</p>`;

/** The metadata of a page with this in its head, above its title, and between title and text. */
function datesOf({ head = "", top = "", shown = "", url = "https://harbour.example/ferry" }): Metadata {
	const page = readHtml(
		`<html lang="en-GB">${head}${top}<h1>The ferry stays in service</h1>${shown}${TEXT}${TEXT}`,
	);
	return readMetadata(page, labelMarkup(page), { url });
}

const jsonLd = (node: object): string =>
	`<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...node })}</script>`;

describe("an article's first day", () => {
	it("is the one below the title, not today's above it", () => {
		expect(
			datesOf({
				top: "<header><p>Friday, 11 April 2025</p></header>",
				shown: '<p class="date">4 March 2025</p>',
			}).publishedAt,
		).toBe("2025-03-04");
	});

	it.each([
		"https://harbour.example/2025/03/04/ferry",
		"https://harbour.example/2025/mar/04/ferry",
		"https://harbour.example/news/20250304/ferry",
		"https://harbour.example/news/ferry-2025-03-04",
	])("is in the address where the page doesn't tell: %s", (url) => {
		expect(datesOf({ url })).toMatchObject({ publishedAt: "2025-03-04", sources: { publishedAt: "link" } });
	});

	it.each(["Submitted by Ann Doe on Tue, 04/03/2025 - 08:00", "Ann 4 March 2025", "04.03.2025. u 08:00"])(
		"is that of a short line below the title: %s",
		(line) => {
			expect(datesOf({ shown: `<p>${line}</p>` }).publishedAt).toBe("2025-03-04");
		},
	);

	it("is not what a sentence below the title tells of", () => {
		expect(datesOf({ shown: "<p>The bridge was closed on 4 March 2025.</p>" }).publishedAt).toBeUndefined();
	});

	it("is not the update that is shown before it", () => {
		expect(
			datesOf({ shown: '<p class="date">Last updated: 5 April 2025</p><p class="date">4 March 2025</p>' })
				.publishedAt,
		).toBe("2025-03-04");
	});

	it("is not what JSON-LD calls modified", () => {
		const metadata = datesOf({ head: jsonLd({ dateModified: "2025-04-05T10:00:00Z" }) });
		expect(metadata.publishedAt).toBeUndefined();
		expect(metadata.modifiedAt).toBe("2025-04-05T10:00:00Z");
	});

	it("is the shown one when the data dates the article anew", () => {
		expect(
			datesOf({
				head: jsonLd({ datePublished: "2025-04-05" }),
				shown: '<p class="byline">By Ann Doe</p><p class="date">Published 4 March 2021</p>',
			}),
		).toMatchObject({ publishedAt: "2021-03-04", sources: { publishedAt: "visible" } });
	});

	it("is the one that is said to be published, whatever stands before it", () => {
		expect(
			datesOf({
				shown: '<div class="meta">23 July 2021</div><div class="meta">Published on 24 February 2020</div>',
			}).publishedAt,
		).toBe("2020-02-24");
	});

	it("is found in a line that was taken for text", () => {
		const page = readHtml(`<h1>The ferry stays in service</h1><p>4 Mart 2025 Salı</p>${TEXT}${TEXT}`);
		const labelled = labelMarkup(page).map((block) => ({ ...block, kind: "body" as const }));
		expect(readMetadata(page, labelled, {}).publishedAt).toBe("2025-03-04");
	});

	it("is not a day that the text tells of", () => {
		const page = readHtml(`<h1>The ferry stays in service</h1><p>It sank on 4 March 1925.</p>${TEXT}`);
		const labelled = labelMarkup(page).map((block) => ({ ...block, kind: "body" as const }));
		expect(readMetadata(page, labelled, {}).publishedAt).toBeUndefined();
	});

	it("keeps its time when the shown one is only a timezone away", () => {
		expect(
			datesOf({
				head: jsonLd({ datePublished: "2025-03-05T03:00:00Z" }),
				shown: '<p class="date">4 March 2025</p>',
			}).publishedAt,
		).toBe("2025-03-05T03:00:00Z");
	});

	it("is not the day on which somebody joined", () => {
		expect(datesOf({ shown: "<p>Joined: 4 March 2009</p>" }).publishedAt).toBeUndefined();
	});

	it("is read from the address when nothing else tells it", () => {
		expect(datesOf({ url: "https://harbour.example/2025/03/04/ferry" })).toMatchObject({
			publishedAt: "2025-03-04",
			sources: { publishedAt: "link" },
		});
	});
});
