/** The page that people read, in a real browser. */
import { existsSync, mkdirSync } from "node:fs";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded.ts";

/** Debian's; elsewhere the variable says where. CI installs one, and must not skip. */
const CHROMIUM = process.env.PRECIS_CHROMIUM ?? "/usr/bin/chromium";
const hasBrowser = existsSync(CHROMIUM) || process.env.CI !== undefined;

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Night ferry returns to Lindmouth after eleven years</title>
<meta name="author" content="Jo Reed"><meta property="article:published_time" content="2025-03-07T08:00:00Z">
<meta property="og:site_name" content="The Tidal Post"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Night ferry returns to Lindmouth after eleven years</h1><p class="byline">By Jo Reed</p>
<p>The night ferry between Lindmouth and the islands will sail again from 3 May, the port authority announced on Friday, eleven years after the last crossing was cancelled for want of passengers.</p>
<p>The service will carry up to 420 passengers and 60 cars, and the council has promised $2.5 million over three years to keep the fares low. “We have waited for this since the day the old ship left,” said Ada Quill, who runs the port.</p>
<h2>A ship from the north</h2>
<p>The ship, built in 1998, comes from a yard in Norway, where its engines were replaced in 2024. It will need 14 crew, most of whom will be hired in the town, according to the operator, Northern Crossings.</p>
<ul><li>Adults will pay $38 one way.</li><li>Children under 12 travel free.</li></ul>
<p>Not everybody is pleased. Residents of Quay Street say that lorries already keep them awake, and a petition against the night sailings has gathered 1,200 signatures. Tom Adeyemi, a councillor, called the plan “a gift to the lorries”.</p>
<blockquote>We will measure the noise every night of the first summer, and publish it.</blockquote>
<p>Bookings open on 1 April. &lt;script&gt;alert("text")&lt;/script&gt; is how the operator's own page greeted its first visitors on Friday.</p>
</article><div class="share"><p>Share this article on social media</p></div>
<aside class="related"><h2>Read more</h2><p><a href="/a">Harbour dues to rise next year</a></p><p><a href="/b">Island school gets a new roof</a></p></aside>
<footer><p>© 2025 The Tidal Post. All rights reserved.</p></footer></body></html>`;

let embedded: Embedded;
let browser: Browser;
const KEY = "pages/ferry.html";
beforeAll(async () => {
	if (!hasBrowser) return;
	embedded = await startEmbedded();
	browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
	await embedded.s3.send(
		new PutObjectCommand({
			Bucket: embedded.stack.articlesBucket,
			Key: KEY,
			Body: ARTICLE,
			ContentType: "text/html",
		}),
	);
	expect((await embedded.summary(KEY)).status).toBe(200);
});
afterAll(async () => {
	await browser?.close();
	await embedded?.stop();
});

interface Look {
	readonly name: string;
	readonly width: number;
	readonly height: number;
	readonly colorScheme: "light" | "dark";
}
const LOOKS: Look[] = (["light", "dark"] as const).flatMap((colorScheme) => [
	{ name: `phone-${colorScheme}`, width: 375, height: 800, colorScheme },
	{ name: `desktop-${colorScheme}`, width: 1280, height: 900, colorScheme },
]);
const PAGES = {
	summary: `/summaries/${KEY}`,
	article: `/articles/${KEY}`,
	docs: "/docs",
};

/** Opens a path of the API as a browser does, and keeps what it complains about. */
const open = async (path: string, { width, height, colorScheme }: Look) => {
	const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: false });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on("console", (message) => complaints.push(message.text()));
	page.on("pageerror", (error) => complaints.push(error.message));
	page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
	const response = await page.goto(embedded.stack.endpoints.api + path);
	expect(response?.headers()["content-type"]).toBe("text/html; charset=utf-8");
	return { page, complaints, close: () => context.close() };
};

/** The findings of axe, which runs outside of the page's content security policy. */
const findings = async (page: Page): Promise<string[]> => {
	const results = (await page.evaluate(`${axe.source}; axe.run()`)) as axe.AxeResults;
	return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

describe.runIf(hasBrowser).each(Object.entries(PAGES))("the page %s", (name, path) => {
	test.each(LOOKS)("is legible, accessible and quiet on $name", async (look) => {
		const { page, complaints, close } = await open(path, look);
		expect(await findings(page)).toEqual([]);
		const widths = await page.evaluate(
			"[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
		);
		expect(widths).toEqual([look.width, look.width]);
		expect(
			Number.parseFloat(String(await page.evaluate("getComputedStyle(document.body).fontSize"))),
		).toBeGreaterThanOrEqual(16);
		expect(complaints.filter((text) => !text.includes("favicon"))).toEqual([]);
		if (process.env.PRECIS_SCREENSHOTS) {
			mkdirSync(process.env.PRECIS_SCREENSHOTS, { recursive: true });
			await page.screenshot({
				path: `${process.env.PRECIS_SCREENSHOTS}/${name}-${look.name}.png`,
				fullPage: true,
			});
		}
		await close();
	});
});

describe.runIf(hasBrowser)("the summary's page", () => {
	const desktop: Look = { name: "desktop", width: 1280, height: 900, colorScheme: "light" };

	test("leads from a key point to its highlighted sentence, and back, by keyboard alone", async () => {
		const { page, close } = await open(PAGES.summary, desktop);
		await page.keyboard.press("Tab");
		expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the article");
		const cite = page.locator("#point-1 a.cite").first();
		await cite.focus();
		await page.keyboard.press("Enter");
		const target = page.locator("mark:target");
		await target.waitFor();
		expect(await target.isVisible()).toBe(true);
		const box = await target.boundingBox();
		expect(box && box.y > 0 && box.y < 900).toBe(true);
		await target.locator("xpath=following-sibling::a[1]").focus();
		await page.keyboard.press("Enter");
		expect(new URL(page.url()).hash).toMatch(/^#(gist|point-\d+)$/);
		await close();
	});

	test("folds away what was cut, with its kind, and unfolds it by keyboard", async () => {
		const { page, close } = await open(PAGES.summary, desktop);
		const cut = page.locator("details").first();
		expect(await cut.locator("li").first().isVisible()).toBe(false);
		await cut.locator("summary").focus();
		await page.keyboard.press("Enter");
		expect(await cut.locator("li").first().isVisible()).toBe(true);
		expect(await page.locator("details .label").allTextContents()).toContainEqual(
			expect.stringMatching(/^navigation \d+%$/),
		);
		await close();
	});

	test("shows markup in the text as text", async () => {
		const { page, close } = await open(PAGES.summary, desktop);
		expect(await page.locator("article").textContent()).toContain('<script>alert("text")</script>');
		expect(await page.locator("script").count()).toBe(0);
		await close();
	});
});
