/**
 * `node bench/strip/posts.ts [train|validate|test]`: the posts of threads against what pages say of them in JSON-LD,
 * which reading posts doesn't look at: counts posts whose text was kept, and of these whose author and day are right.
 * And on all threads, how often anything is told at all.
 */
import { readHtml } from "../../functions/ingest/html/index.ts";
import { RejectedUpload, readArticle } from "../../functions/ingest/index.ts";
import type { Article } from "../../functions/shared/article.ts";
import { bytesOf, PAGE_SETS, type PageFile, pagesOf } from "./pages.ts";

const SETS: ReadonlySet<string> = new Set(["wcxb-dev", "magic-forum"]);
/** Shorter texts could be anybody's. */
const FEWEST_LETTERS = 20;
const DAY = 24 * 60 * 60 * 1000;

interface Declared {
	readonly author: string;
	readonly date: string;
	/** The beginning of its text, in letters. */
	readonly begins: string;
}

const letters = (text: string): string =>
	text
		.replace(/<[^<>]*>|&\w+;/g, " ")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "");

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === "object" && value !== null;

const nameOf = (author: unknown): string => {
	const [first] = [author].flat();
	const { name } = isNode(first) ? first : { name: first };
	return String(name ?? "");
};

/** Every node with an author, a date and a text, however deep. */
function declaredIn(value: unknown): readonly Declared[] {
	if (!isNode(value)) return [];
	const { author, datePublished, dateCreated, text, articleBody } = value;
	const begins = letters(String(text ?? articleBody ?? "")).slice(0, FEWEST_LETTERS);
	const date = datePublished ?? dateCreated;
	const own =
		letters(nameOf(author)) !== "" && date && begins.length === FEWEST_LETTERS
			? [{ author: nameOf(author), date: String(date), begins }]
			: [];
	return [...own, ...Object.values(value).flatMap(declaredIn)];
}

function read({ url, contentType }: PageFile, bytes: Uint8Array): Article | undefined {
	try {
		return readArticle(bytes, { contentType, ...(url !== undefined && { url }) });
	} catch (error) {
		if (error instanceof RejectedUpload) return undefined;
		throw error;
	}
}

const part = process.argv[2] ?? "test";
if (part !== "train" && part !== "validate" && part !== "test")
	throw new Error("The part is train, validate or test.");
const counts = { pages: 0, posts: 0, told: 0, author: 0, date: 0 };
const all = { threads: 0, withPosts: 0, posts: 0, authors: 0, dates: 0 };
for (const set of PAGE_SETS.filter(({ name }) => SETS.has(name)))
	for (const file of pagesOf(set, part)) {
		const bytes = bytesOf(file);
		const declared = new Map(
			declaredIn(readHtml(new TextDecoder().decode(bytes)).head.jsonLd).map((one) => [one.begins, one]),
		);
		const article = read(file, bytes);
		if (article?.pageType !== "forum") continue;
		const { posts = [] } = article;
		all.threads++;
		all.withPosts += Number(posts.length > 0);
		all.posts += posts.length;
		all.authors += posts.filter(({ author }) => author !== undefined).length;
		all.dates += posts.filter(({ publishedAt }) => publishedAt !== undefined).length;
		counts.pages += Number(declared.size > 0);
		for (const { author, date, begins } of declared.values()) {
			const at = article.blocks.findIndex(({ text }) => letters(text).includes(begins));
			if (at < 0) continue;
			counts.posts++;
			const post = posts.find(({ from, to }) => from <= at && at < to);
			counts.told += Number(post !== undefined);
			counts.author += Number(letters(post?.author ?? "") === letters(author));
			counts.date += Number(Math.abs(Date.parse(post?.publishedAt ?? "") - Date.parse(date)) < DAY);
		}
	}
console.log(
	`${part}: ${counts.posts} posts on ${counts.pages} threads; told apart ${counts.told}, author right ${counts.author}, date within a day ${counts.date}`,
);
console.log(
	`${part}: ${all.withPosts} of ${all.threads} threads have posts, ${all.posts} of them, ${all.authors} with an author, ${all.dates} with a day`,
);
