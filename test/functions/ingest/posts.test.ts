import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readArticle } from "../../../functions/ingest/index.ts";
import type { LabelledBlock } from "../../../functions/ingest/page.ts";
import { tellPosts } from "../../../functions/ingest/posts/index.ts";
import { PostSchema } from "../../../functions/shared/article.ts";

const sentence = (n: number): string =>
	`The lamp on quay ${n} went out in the storm, and nobody at the harbour office has mended it since ${n + 1} o'clock.`;

/** A page's blocks, of which those that are sentences and those that are named so were kept. */
const labelled = (html: string, alsoKept = /$^/): readonly LabelledBlock[] =>
	readHtml(html).blocks.map((block) => ({
		...block,
		kind: block.text.endsWith(".") || alsoKept.test(block.text) ? "body" : "other",
		confidence: 1,
	}));

const postsOf = (html: string, alsoKept?: RegExp) => tellPosts(labelled(html, alsoKept), "en").posts;

const repeat = (count: number, write: (n: number) => string): string =>
	Array.from({ length: count }, (_, n) => write(n)).join("");

/** What software writes around a post, by software. */
const POSTS = {
	Discourse: (n) =>
		`<div class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="https://quay.example/u/keeper${n}">keeper${n}</a></span> <time datetime="2024-03-0${n + 1}T08:00:00Z">March ${n + 1}, 2024</time></div><div class="post"><p>${sentence(n)}</p><p>${sentence(n + 10)}</p></div></div>`,
	XenForo: (n) =>
		`<article class="message js-post"><div class="message-cell message-cell--user"><h4><a href="/members/keeper${n}.7/" class="username">keeper${n}</a></h4><dl><dt>Joined<dd>Jan 2, 2009</dl></div><div class="message-cell message-cell--main"><header><a href="/threads/1"><time datetime="2024-03-0${n + 1}T08:00:00Z">Mar ${n + 1}, 2024</time></a></header><div class="bbWrapper">${sentence(n)}<br><br>${sentence(n + 10)}</div></div></article>`,
	phpBB: (n) =>
		`<div id="p${n}" class="post has-profile bg${n % 2}"><dl class="postprofile"><dt><a href="./memberlist.php?mode=viewprofile&amp;u=${n}" class="username">keeper${n}</a></dt></dl><div class="postbody"><p class="author">Post by <a href="./memberlist.php?mode=viewprofile&amp;u=${n}">keeper${n}</a> » <time datetime="2024-03-0${n + 1}T08:00:00Z">March ${n + 1}, 2024</time></p><div class="content">${sentence(n)}<br><br>${sentence(n + 10)}</div></div></div>`,
	vBulletin: (n) =>
		`<div><table id="post${n}"><tr><td class="thead">March ${n + 1}, 2024, 08:00</td></tr><tr><td class="alt2"><div><a class="bigusername" href="member.php?u=${n}">keeper${n}</a></div></td></tr><tr><td class="alt1"><div id="post_message_${n}"><p>${sentence(n)}</p><p>${sentence(n + 10)}</p></div></td></tr></table></div>`,
} satisfies Record<string, (n: number) => string>;

describe("the posts of a thread", () => {
	it.each(Object.entries(POSTS))("are told apart as %s writes them, with author and time", (_, write) => {
		const posts = postsOf(`<h1>Which lamp?</h1><main>${repeat(4, write)}</main>`);
		expect(posts).toMatchObject(
			[0, 1, 2, 3].map((n) => ({ author: `keeper${n}`, from: 2 * n, to: 2 * n + 2 })),
		);
		for (const [n, { publishedAt }] of (posts ?? []).entries())
			expect(publishedAt?.slice(0, 10)).toBe(`2024-03-0${n + 1}`);
	});

	it("are without what the page doesn't tell", () => {
		const posts = postsOf(
			repeat(3, (n) => `<li class="reply"><a href="/user/${n}">keeper${n}</a><p>${sentence(n)}</p></li>`),
		);
		expect(posts).toEqual([0, 1, 2].map((n) => ({ author: `keeper${n}`, from: n, to: n + 1 })));
	});

	it("may stand within posts: comments below answers", () => {
		const comment = (n: number): string =>
			`<li class="comment"><span>${sentence(n)}</span> <div>– <a href="/users/${n}/c">Carla</a></div> <div>Jul ${n}, 2024</div></li>`;
		const answer = (n: number): string =>
			`<div class="answer"><p>${sentence(n)}</p><div>answered Jun ${n}, 2024 at 0:27</div><a href="/users/${n}/a">Ada</a><ul>${comment(n)}${comment(n + 1)}</ul></div>`;
		expect(postsOf(answer(1) + answer(5))).toEqual([
			{ author: "Ada", publishedAt: "2024-06-01", from: 0, to: 1 },
			{ author: "Carla", publishedAt: "2024-07-01", from: 1, to: 2 },
			{ author: "Carla", publishedAt: "2024-07-02", from: 2, to: 3 },
			{ author: "Ada", publishedAt: "2024-06-05", from: 3, to: 4 },
			{ author: "Carla", publishedAt: "2024-07-05", from: 4, to: 5 },
			{ author: "Carla", publishedAt: "2024-07-06", from: 5, to: 6 },
		]);
	});

	it("come in several where others interrupt them", () => {
		const inner = (n: number): string =>
			`<div class="post"><a href="/u/b${n}">Ben ${n}</a><p>${sentence(n)}</p></div>`;
		const html = `<div class="post"><a href="/u/a">Ada</a><p>${sentence(1)}</p>${inner(2)}<p>${sentence(3)}</p></div>${inner(4)}`;
		expect(postsOf(html)?.map(({ author, from, to }) => [author, from, to])).toEqual([
			["Ada", 0, 1],
			["Ben 2", 1, 2],
			["Ada", 2, 3],
			["Ben 4", 3, 4],
		]);
	});

	it("take the lines that say who and when out of the text", () => {
		const html = `<main>${repeat(3, POSTS.Discourse)}</main>`;
		const { labelled: decided, posts } = tellPosts(labelled(html, /^keeper/), "en");
		expect(decided.filter(({ kind }) => kind === "byline")).toHaveLength(3);
		expect(posts?.map(({ from, to }) => [from, to])).toEqual([
			[0, 2],
			[2, 4],
			[4, 6],
		]);
	});

	it("leave a mention of somebody where it stands", () => {
		const html = repeat(
			2,
			(n) =>
				`<div class="post"><a href="/u/k${n}">keeper${n}</a><p>${sentence(n)}</p><p><a href="/u/ben">@ben</a> see quay 4</p></div>`,
		);
		expect(postsOf(html, /@ben/)).toEqual(
			[0, 1].map((n) => ({ author: `keeper${n}`, from: 2 * n, to: 2 * n + 2 })),
		);
	});

	it.each([
		["jj", "/u/jj/", "jj"],
		["jojo", "/u/jojo", "jojo"],
		["coco", "/members/17/", "coco"],
		["anneanne", "/members/17/", "anne"],
		["Aanne", "/u/anne", "anne"],
		["Aaron", "/u/aaron", "Aaron"],
		["Anne | 83 | a week ago", "/people/4", "Anne"],
	])("have the author of %s at %s", (text, href, author) => {
		const posts = postsOf(
			repeat(2, (n) => `<div class="post"><a href="${href}">${text}</a><p>${sentence(n)}</p></div>`),
		);
		expect(posts?.map((post) => post.author)).toEqual([author, author]);
	});

	it("have neither author nor day from what they quote", () => {
		const html = repeat(
			2,
			(n) =>
				`<div class="post"><span class="username">Ben</span><blockquote><p><a href="/u/ann">Ann</a> wrote on 4 March 2025:</p><p>${sentence(9)}</p></blockquote><p>${sentence(n)}</p></div>`,
		);
		for (const post of postsOf(html) ?? [{}]) {
			expect(post).toMatchObject({ author: "Ben" });
			expect(post).not.toHaveProperty("publishedAt");
		}
	});

	it("have the day of their own <time>, whatever day they speak of", () => {
		const html = repeat(
			2,
			(n) =>
				`<div class="post"><a href="/u/k${n}">keeper${n}</a><time datetime="2024-03-01T08:00:00Z">March 1, 2024</time><p>${sentence(n)}</p><div>Poll closes January 1, 2030</div></div>`,
		);
		expect(postsOf(html)?.map(({ publishedAt }) => publishedAt)).toEqual(
			Array(2).fill("2024-03-01T08:00:00Z"),
		);
	});

	it("keep a link that only looks like a user's", () => {
		const html = repeat(
			2,
			(n) =>
				`<div class="post"><a href="/u/k${n}">keeper${n}</a><p>${sentence(n)}</p><p><a href="https://quay.example/space-shuttle/1">Pictures of the harbour</a></p></div>`,
		);
		expect(postsOf(html, /Pictures/)?.map(({ from, to }) => [from, to])).toEqual([
			[0, 2],
			[2, 4],
		]);
	});

	it("are stretches of the kept blocks in their order, whatever the page", () => {
		const piece = fc.constantFrom(
			'<div class="post">',
			"</div>",
			'<a href="/u/ada/">aa</a>',
			'<a href="/members/b/">Ben</a>',
			'<time datetime="2024-03-01">1 March 2024</time>',
			"<blockquote>",
			"</blockquote>",
			"<p>It went out again, and nobody came.",
			"<p>",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				const { labelled: decided, posts = [] } = tellPosts(labelled(pieces.join("")), "en");
				const kept = decided.filter(({ kind }) => kind === "body").length;
				let end = 0;
				for (const post of posts) {
					expect(PostSchema.parse(post)).toEqual(post);
					expect(post.from).toBeGreaterThanOrEqual(end);
					expect(post.to).toBeGreaterThan(post.from);
					end = post.to;
				}
				expect(end).toBeLessThanOrEqual(kept);
			}),
			{ numRuns: 300 },
		);
	});

	it("are not guessed where nothing says who or when, nor from one post", () => {
		expect(postsOf(repeat(4, (n) => `<div class="post"><p>${sentence(n)}</p></div>`))).toBeUndefined();
		expect(postsOf(POSTS.phpBB(1))).toBeUndefined();
	});

	it.each([
		[
			"posts in posts, 3,000 deep",
			'<div class="post"><a href="/u/a">Ada</a><p>It went out again, and nobody came.'.repeat(3_000),
		],
		[
			"20,000 posts of a name each",
			repeat(20_000, (n) => `<div class="p${n} post"><a href="/u/a">Ada</a><p>It went out.</p></div>`),
		],
		[
			"long names",
			repeat(
				300,
				(n) => `<div class="${"post ".repeat(3_000)}"><a href="/u/${n}">Ada</a><p>It went out.</p></div>`,
			),
		],
	])("are read in the time that pages take: %s", (_, html) => {
		expect(postsOf(html)?.length).toBeGreaterThan(1);
	});
});

describe("an upload", () => {
	const page = (posts: string, software: string): Uint8Array =>
		new TextEncoder().encode(
			`<html lang="en"><head><title>Which lamp? - Harbour forum</title><meta name="generator" content="${software}"></head><body><h1>Which lamp?</h1><main>${posts}</main></body></html>`,
		);
	it("of a thread has its posts", () => {
		const article = readArticle(page(repeat(9, POSTS.Discourse), "Discourse 3.3"), {
			key: "a.html",
		});
		expect(article.pageType).toBe("forum");
		expect(article.posts?.map(({ author }) => author)).toEqual(
			[0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => `keeper${n}`),
		);
		const [first] = article.posts ?? [];
		expect(article.blocks.slice(first?.from, first?.to).map(({ text }) => text)).toEqual([
			sentence(0),
			sentence(10),
		]);
	});
	it("of an article has none, comments or not", () => {
		const story = `<article>${repeat(9, (n) => `<p>${sentence(n)}</p>`)}</article>`;
		expect(readArticle(page(story, "WordPress 6"), { key: "a.html" })).not.toHaveProperty("posts");
	});
});
