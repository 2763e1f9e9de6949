import type { Article, Post } from "../../shared/article.ts";
import { joined } from "./markdown.ts";

/** Who wrote a post, and on which day; empty when the page doesn't say. */
const creditOf = ({ author, publishedAt }: Post): string =>
	joined([author, publishedAt?.slice(0, "2025-01-29".length)], " · ");

/** The credits of a thread's posts, by the block that each begins with. */
export const postCredits = ({ posts = [] }: Pick<Article, "posts">): ReadonlyMap<number, string> =>
	new Map(
		posts.map((post): [number, string] => [post.from, creditOf(post)]).filter(([, credit]) => credit !== ""),
	);
