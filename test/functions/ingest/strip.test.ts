import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { labelMarkup, readMarkup } from "../../../functions/ingest/strip/index.ts";
import { newsPage, STORIES, type Story } from "./news-page.ts";

const labelled = (html: string): Map<string, string> =>
	new Map(labelMarkup(readHtml(html)).map(({ text, kind }) => [text, kind]));

const bodyOf = (html: string): string[] =>
	labelMarkup(readHtml(html)).flatMap(({ text, kind }) => (kind === "body" ? [text] : []));

/** A sentence long enough to be running text; `n` tells it from others. */
const sentence = (n: number): string =>
	`Sentence number ${n} of this story goes on for long enough to be taken for the running text of an article.`;

const paragraphs = (from: number, to: number): string =>
	Array.from({ length: to - from + 1 }, (_, i) => `<p>${sentence(from + i)}</p>`).join("");

describe.each(STORIES.map((story): [string, Story] => [story.language, story]))(
	"a news page in %s",
	(_language, story) => {
		const kinds = labelled(newsPage(story));

		it("keeps the paragraphs and the subheading, in order, and nothing else", () => {
			const [first, second, third, fourth] = story.paragraphs;
			expect(bodyOf(newsPage(story))).toEqual([first, second, story.subheading, third, fourth]);
		});

		it("names the title, the byline and the caption", () => {
			expect(kinds.get(story.title)).toBe("title");
			expect(kinds.get(story.byline)).toBe("byline");
			expect(kinds.get(story.caption)).toBe("caption");
		});

		it("names what points elsewhere, and what asks for something", () => {
			expect(kinds.get(story.readMore)).toBe("related");
			expect(kinds.get(story.newsletter)).toBe("promotion");
			for (const title of story.related) expect(kinds.get(title)).toBe("related");
			expect(kinds.get(story.copyright)).toBe("legal");
		});
	},
);

/** A thread as forum software writes it; each post has its author's box above its text. */
const thread = (posts: number): string =>
	`<html><head><title>Which lamp for the quay? - Harbour forum</title><meta name="generator" content="Discourse 3.1"><link rel="canonical" href="https://forum.harbour.example/t/which-lamp-for-the-quay/4711"></head><body><h1>Which lamp for the quay?</h1>${Array.from(
		{ length: posts },
		(_, n) =>
			`<div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/${n}">keeper${n}</a></span> <time datetime="2024-03-0${(n % 9) + 1}">March ${(n % 9) + 1}, 2024</time></div><div class="post"><p>${sentence(n)}</p></div></div>`,
	).join("")}</body></html>`;

describe("a page that isn't an article", () => {
	it("is told by what it says of itself and looks like", () => {
		const { odds } = readMarkup(readHtml(thread(12)));
		expect(odds.forum).toBeGreaterThan(0.5);
	});

	it("keeps the replies of a forum", () => {
		const body = bodyOf(thread(12));
		for (let n = 0; n < 12; n++) expect(body).toContain(sentence(n));
	});

	it("is taken for an article when nothing says otherwise", () => {
		const { odds } = readMarkup(readHtml(`<article>${paragraphs(1, 12)}</article>`));
		expect(Object.values(odds).every((likely) => likely <= odds.article)).toBe(true);
	});
});

describe("text that comes again", () => {
	it("leaves out a time that stands by itself", () => {
		const time = '<time datetime="2026-10-03">3 Ekim 2026</time>';
		const html = `<h1>Ferry</h1><article class="article-body">${paragraphs(1, 3)}${time}${paragraphs(4, 6)}</article>`;
		expect(bodyOf(html)).toEqual([1, 2, 3, 4, 5, 6].map(sentence));
	});

	it("counts once when the whole body stands a second time below", () => {
		const body = `<div class="entry-content">${paragraphs(1, 5)}</div>`;
		expect(bodyOf(`<main>${body}</main><main class="mobile">${body}</main>`)).toEqual(
			[1, 2, 3, 4, 5].map(sentence),
		);
	});
});

describe("finding the article on a page", () => {
	it("keeps all parts of a body that is split over several containers", () => {
		const html = `<main><div class="article-body">${paragraphs(1, 3)}</div><div class="ad-slot">Advertisement</div><div class="article-body">${paragraphs(4, 5)}</div></main>`;
		expect(bodyOf(html)).toEqual([1, 2, 3, 4, 5].map(sentence));
	});

	it("finds a body without a telling name by its weight", () => {
		const html = `<div><div class="x1"><ul><li><a href="/a">Home</a></ul></div><div class="x2">${paragraphs(1, 5)}</div><div class="x3"><a href="/b">Elsewhere</a></div></div>`;
		expect(bodyOf(html)).toEqual([1, 2, 3, 4, 5].map(sentence));
	});

	it("does not believe a name on what holds most of the page", () => {
		expect(bodyOf(`<body><div class="has-sidebar newsletter">${paragraphs(1, 4)}</div>`)).toHaveLength(4);
	});

	it("leaves out comments even when they are longer than the article", () => {
		const html = `<article><div class="entry-content">${paragraphs(1, 3)}</div></article><section id="comments">${paragraphs(4, 20)}</section>`;
		expect(bodyOf(html)).toEqual([1, 2, 3].map(sentence));
	});

	it("keeps a body once when the page repeats it", () => {
		expect(bodyOf(`<div>${paragraphs(1, 3)}</div><div>${paragraphs(1, 3)}</div>`)).toEqual(
			[1, 2, 3].map(sentence),
		);
	});

	it("keeps tables, lists and quotations of the body", () => {
		const html = `<article>${paragraphs(1, 2)}<ul><li>Bring a lantern, and somebody to hold it</li><li>Come by boat or on foot</li></ul><blockquote><p>We never doubted it, not for a day.</p></blockquote><table><tr><td>Year<td>Boats<tr><td>1925<td>3</table>${paragraphs(3, 4)}</article>`;
		expect(bodyOf(html)).toHaveLength(8);
	});

	it("drops the heading of a list of links together with the list", () => {
		const html = `<article>${paragraphs(1, 3)}<h3>Elsewhere in town</h3><ul><li><a href="/a">Bakery reopens after the flood</a></li></ul></article>`;
		expect(bodyOf(html)).toEqual([1, 2, 3].map(sentence));
	});

	it("keeps running text that nothing speaks for when there is no other", () => {
		const aside = `<aside class="related"><h2>More</h2>${paragraphs(1, 4)}</aside>`;
		expect(bodyOf(`<html><body><nav><a href="/">Home</a></nav>${aside}</body></html>`)).toContain(
			sentence(3),
		);
	});

	it("labels every block of an empty or linkless page without failing", () => {
		expect(labelMarkup(readHtml(""))).toEqual([]);
		expect(bodyOf("<p>Short.</p>")).toEqual([]);
	});
});
