import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Article,
	bodyText,
	RejectedUpload,
	readArticle,
	type UploadHints,
} from "../../../functions/ingest/index.ts";
import { chooseLanguage, detectLanguage } from "../../../functions/ingest/language.ts";
import { ArticleSchema } from "../../../functions/shared/article.ts";
import { newsPage, STORIES, type Story } from "./news-page.ts";

const HTML: UploadHints = { contentType: "text/html; charset=utf-8" };

const read = (text: string, hints: UploadHints = HTML): Article =>
	ArticleSchema.parse(readArticle(new TextEncoder().encode(text), hints));

function rejectionOf(text: string): RejectedUpload {
	try {
		read(text);
	} catch (error) {
		if (error instanceof RejectedUpload) return error;
		throw error;
	}
	throw new Error("It was not rejected.");
}

const EACH_STORY = STORIES.map((story): [string, Story] => [story.language, story]);

describe("an address given with the upload", () => {
	const page = newsPage(STORIES[0] as Story).replace(/<link rel="canonical"[^>]*>/, "");
	const withAddress = (url: string) => read(page, { ...HTML, url }).warnings;

	it("is left out with a warning when it can't be one", () => {
		for (const url of ["not a url", "javascript:alert(1)", "https://", "ftp://a.example/x"])
			expect(withAddress(url)).toContainEqual(expect.objectContaining({ code: "url-ignored" }));
	});

	it("is taken without one when it can", () => {
		expect(withAddress("https://a.example/x")).toEqual([]);
	});
});

describe.each(EACH_STORY)("an uploaded page in %s", (language, story) => {
	const article = read(newsPage(story));

	it("becomes an article in that language", () => {
		expect(article).toMatchObject({
			format: "html",
			pageType: "article",
			language,
			metadata: { title: story.title },
		});
	});

	it("has the body as text, a block a line", () => {
		const [first, second, third, fourth] = story.paragraphs;
		expect(bodyText(article).split("\n")).toEqual([first, second, story.subheading, third, fourth]);
	});

	it("says of every stripped block after which kept one it stood", () => {
		const afterOf = (text: string): number | undefined =>
			article.stripped.find((block) => block.text === text)?.after;
		expect(afterOf(story.title)).toBe(-1);
		expect(afterOf(story.readMore)).toBe(1);
		expect(afterOf(story.newsletter)).toBe(3);
		expect(afterOf(story.copyright)).toBe(4);
	});

	it("is detected to be in that language without being told", () => {
		expect(detectLanguage(story.paragraphs.join("\n"))).toBe(language);
	});
});

describe("reading an upload", () => {
	const [story] = STORIES as [Story];
	const page = newsPage(story);

	it("counts blocks, words and characters of what is kept", () => {
		const { blocks, stripped, counts } = read(page);
		expect(counts).toMatchObject({
			blocks: blocks.length,
			stripped: stripped.length,
			characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
		});
		expect(counts.words).toBe(111);
	});

	it("fingerprints the bytes as they were uploaded", () => {
		const article = readArticle(gzipSync(page), HTML);
		expect(article.sha256).not.toBe(read(page).sha256);
		expect(bodyText(article)).toBe(bodyText(read(page)));
	});

	it("gives the same article for the same bytes", () => {
		expect(read(page)).toEqual(read(page));
	});

	it("reads plain text and Markdown too", () => {
		const text = `${story.title}\n\n${story.paragraphs.join("\n\n")}\n`;
		expect(read(text, { key: "ferry.txt" })).toMatchObject({ format: "text", language: "en" });
		expect(read(`# ${text}`, { key: "ferry.md" })).toMatchObject({ format: "markdown", language: "en" });
	});

	it("reads a page whose article is only in its JSON-LD, and warns of it", () => {
		const json = JSON.stringify({ "@type": "NewsArticle", articleBody: story.paragraphs.join("\n") });
		const article = read(
			`<html><body><div id="app"></div><script type="application/ld+json">${json}</script>`,
		);
		expect(article.blocks.map(({ text }) => text)).toEqual(story.paragraphs);
		expect(article.warnings.map(({ code }) => code)).toContain("body-from-metadata");
	});

	it("takes a fragment for an article, unless it says what it is", () => {
		const html = story.paragraphs.map((text) => `<p>${text}</p>`).join("");
		expect(read(html)).toMatchObject({ pageType: "article" });
		expect(read(html)).not.toHaveProperty("pageTypeConfidence");
		expect(read(`<meta name="generator" content="Discourse 3.3">${html}`)).toMatchObject({
			pageType: "forum",
		});
	});
	it("reads what stands in bare boxes in a script that marks no sentence ends", () => {
		const text = "ສະພານທ່າເຮືອເປີດໃຫ້ໃຊ້ອີກຄັ້ງໃນວັນຈັນຫຼັງຈາກສ້ອມແປງສິບເອັດອາທິດ ແລະ ເທດສະບານກ່າວວ່າວຽກນີ້ໃຊ້ເງິນໜ້ອຍກວ່າທີ່ຕັ້ງໄວ້";
		expect(read(`<div><h2>ສະພານ</h2><div>${text}</div></div>`).blocks).toMatchObject([{ text }]);
	});

	it("says what kind of page it is, and how sure that is where it was measured", () => {
		const { pageType, pageTypeConfidence } = read(page);
		expect(pageType).toBe("article");
		expect(pageTypeConfidence).toBeGreaterThan(0.5);
		expect(read(story.paragraphs.join("\n\n"), { key: "ferry.txt" })).not.toHaveProperty(
			"pageTypeConfidence",
		);
	});
});

describe("refusing an upload", () => {
	it("says that a front page is one", () => {
		const links = Array.from({ length: 40 }, (_, i) => `<li><a href="/${i}">Story number ${i}</a>`).join("");
		const { code, message } = rejectionOf(`<ul>${links}</ul><p>Welcome!`);
		expect(code).toBe("no-article");
		expect(message).toMatch(
			/^No article text was found: 40 links and 1 short line, which looks like a front page/,
		);
	});

	it.each([
		[
			"there is nothing at its address",
			"<h1>404</h1><p>Sorry, the page that you asked for could not be found. It may have been moved.",
		],
		[
			"the reader has to prove being human",
			"<h1>example.com</h1><h2>Verifying you are human. This may take a few seconds.</h2><p>example.com needs to review the security of your connection before proceeding.",
		],
		[
			"cookies are asked for",
			"<div class=consent><h2>We value your privacy</h2><p>We and our partners store and/or access information on a device, such as cookies, and process personal data.",
		],
		[
			"scripts have to be allowed",
			"<p>You need to enable JavaScript to run this app. Without it nothing of this page can be shown to you.",
		],
	])("says so where a page only tells that %s", (_, html) => {
		expect(
			rejectionOf(`<nav><a href="/">Home</a> <a href="/news">News</a></nav><main>${html}</main>`),
		).toMatchObject({
			code: "no-article",
			message: expect.stringMatching(/the page only says "/),
		});
	});

	it("takes a short news item for an article, whatever it is about", () => {
		const item =
			"The town's website was down for three hours on Monday. Visitors read that the page could not be found, the mayor said.";
		const other =
			"It was back before noon, and nobody had lost a form, according to the town hall's own statement.";
		expect(
			read(`<article><h1>Website back</h1><p>${item}</p><p>${other}</p></article>`).blocks.length,
		).toBeGreaterThan(0);
	});

	it("says that a page without text may have been built by scripts", () => {
		expect(rejectionOf('<html><body><div id="root"></div><script>app()</script>').message).toMatch(/scripts/);
	});

	it("throws nothing but RejectedUpload, whatever the bytes", () => {
		const markup = fc
			.array(
				fc.oneof(
					fc.constantFrom(
						"<p>",
						"</div>",
						"<table><tr><td>",
						"<article>",
						"<h1>",
						"<script type='application/ld+json'>{",
						"<a href=",
						"<meta name=author content=",
						"By ",
						"2025-03-04",
						"\u0000",
						"{}",
						"\n\n",
						"# ",
						"---\n",
					),
					fc.lorem({ maxCount: 30 }),
					fc.string({ unit: "binary", maxLength: 12 }),
				),
				{ maxLength: 40 },
			)
			.map((pieces) => new TextEncoder().encode(pieces.join("")));
		const hints = fc.record({
			key: fc.constantFrom(undefined, "a.html", "a.txt", "a.md"),
			contentType: fc.constantFrom(undefined, "text/html", "text/plain; charset=latin1", "x"),
			url: fc.constantFrom(undefined, "https://a.example/x", "not an address"),
		});
		fc.assert(
			fc.property(fc.oneof(markup, fc.uint8Array({ maxLength: 400 })), hints, (bytes, hint) => {
				try {
					ArticleSchema.parse(readArticle(bytes, hint));
				} catch (error) {
					expect(error).toBeInstanceOf(RejectedUpload);
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe("choosing the language", () => {
	const german = STORIES[1]?.paragraphs.join("\n") ?? "";

	it("keeps what the page declares, with its region", () => {
		expect(chooseLanguage(["de_AT"], german)).toBe("de-AT");
		expect(chooseLanguage([undefined, "", "deu"], german)).toBe("de");
	});

	it("overrules a declaration that the text clearly contradicts", () => {
		expect(chooseLanguage(["en"], german)).toBe("de");
		expect(chooseLanguage(["en-US"], STORIES[4]?.paragraphs.join("\n").repeat(3) ?? "")).toBe("ja");
	});

	it("does not overrule a language that it can't tell from its neighbours", () => {
		const danish =
			"Byrådet i Elmehavn besluttede sent tirsdag aften at lade den hundrede år gamle færge sejle i mindst ti år til. Elleve af de femten medlemmer stemte for planen, som sætter penge af til en ny motor og til reparation af broen på den nordlige kyst. Beboerne havde samlet sig foran rådhuset siden om eftermiddagen og jublede over resultatet.";
		expect(chooseLanguage(["da"], danish)).toBe("da");
	});

	it.each([
		["ka", "პორტის ხიდი ორშაბათს კვლავ გაიხსნა თერთმეტკვირიანი შეკეთების შემდეგ."],
		["lo", "ຂົວທ່າເຮືອເປີດຄືນໃໝ່ໃນວັນຈັນຫຼັງຈາກສ້ອມແປງສິບເອັດອາທິດ"],
	])("tells %s by its script, which no other language has", (language, text) => {
		expect(detectLanguage(text)).toBe(language);
	});
	it("says und when it can't tell", () => {
		expect(detectLanguage("12 + 30 = 42")).toBe("und");
		expect(chooseLanguage(["not a language!"], "ok")).toBe("und");
	});
	it("looks into the middle of a text that opens in another language", () => {
		const notices = "Strict Standards: Redefining already defined constructor for class Ferry. ".repeat(8);
		expect(chooseLanguage(["de"], `${notices}\n${(STORIES[1]?.paragraphs.join("\n") ?? "").repeat(8)}`)).toBe(
			"de",
		);
	});
});
