import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summaryDocument } from "../../support/documents.ts";
import { expectProblem, startApi } from "./api.ts";

const { cloud, uploads, get, publish } = await startApi();
afterAll(() => cloud.close());

describe("feeds", () => {
	const HOSTILE = `]]><script>alert("1")</script>& <![CDATA[`;
	beforeAll(async () => {
		await publish("feed/one.html", "Feeds", "2025-03-01T08:00:00Z");
		await publish("feed/two & three.html", "Feeds", "2025-03-02T08:00:00Z");
		await uploads.ready("feed/hostile", {
			summary: summaryDocument({
				headline: HOSTILE,
				gist: { ...summaryDocument().gist, text: HOSTILE },
				topics: ["Hostile"],
			}),
		});
	});
	const feed = (name: string) =>
		get(`/feeds?feed=${encodeURIComponent(name)}`, { "X-Forwarded-Proto": "http" });

	it("are JSON Feed 1.1", async () => {
		const answer = await feed("topic/feeds.json");
		expect(answer.headers.get("content-type")).toBe("application/feed+json");
		const body = (await answer.json()) as Record<string, unknown>;
		expect(body).toMatchObject({
			version: "https://jsonfeed.org/version/1.1",
			title: "Precis: feeds",
			feed_url: "http://localhost/feeds/topic/feeds.json",
			items: [
				{
					url: "http://localhost/summaries?key=feed%2Ftwo%20%26%20three.html&format=html",
					title: "About feed/two & three.html",
					date_published: "2025-03-02T08:00:00.000Z",
					tags: ["Feeds"],
				},
				{ title: "About feed/one.html" },
			],
		});
		const read = extractFromJson(body);
		expect(read.entries?.map(({ title }) => title)).toEqual([
			"About feed/two & three.html",
			"About feed/one.html",
		]);
	});

	it("are Atom", async () => {
		const answer = await feed("publisher/FEEDS post.atom");
		expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
		const read = extractFromXml(await answer.text());
		expect(read.entries?.map(({ title }) => title)).toEqual([
			"About feed/two & three.html",
			"About feed/one.html",
		]);
		const { searchParams } = new URL(read.entries?.[0]?.link ?? "");
		expect(Object.fromEntries(searchParams)).toEqual({ key: "feed/two & three.html", format: "html" });
	});

	it("have identifiers without white space, as Atom demands", async () => {
		const xml = await (await feed("topic/feeds.atom")).text();
		expect(xml).toContain("<id>http://localhost/summaries?key=feed%2Ftwo%20%26%20three.html</id>");
	});

	it("show hostile text as text", async () => {
		const xml = await (await feed("topic/hostile.atom")).text();
		expect(extractFromXml(xml).entries?.[0]?.title).toBe(HOSTILE);
		expect(await (await feed("topic/hostile.json")).json()).toMatchObject({ items: [{ title: HOSTILE }] });
	});

	it("of everything have everything that is ready", async () => {
		const { items } = (await (await feed("all.json")).json()) as { items: unknown[] };
		expect(items.length).toBeGreaterThanOrEqual(3);
	});

	it("that are empty are valid too", async () => {
		expect(await (await feed("topic/nothing.atom")).text()).toContain(
			"<updated>1970-01-01T00:00:00.000Z</updated>",
		);
	});

	it.each([
		"all",
		"all.rss",
		"topic/.json",
		"topic/ .json",
		`topic/${"a".repeat(201)}.json`,
		"author/x.json",
		"",
	])("%j is 400 that says what there is", async (name) => {
		const { detail } = await expectProblem(await feed(name), 400, "invalid-query");
		expect(detail).toContain("/feeds/all.json");
	});
});
