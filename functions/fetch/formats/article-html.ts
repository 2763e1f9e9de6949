/** The article as markup: its evidence highlighted, and what was cut folded away where it stood. */
import { html } from "hono/html";
import type { ArticleDocument, Block, Metadata, StrippedBlock } from "../../shared/article.ts";
import { groupBy } from "../../shared/group-by.ts";
import type { Highlight } from "./highlights.ts";
import type { Markup } from "./page.ts";
import { postCredits } from "./post-credits.ts";

/** `<mark>`s the highlights of a block's text, each with its number, which leads back to who cites it. */
const highlighted = (text: string, highlights: readonly Highlight[]): Markup[] => {
	const parts: Markup[] = [];
	let at = 0;
	for (const { start, end, id, number, citedBy, isMain } of highlights) {
		parts.push(
			html`${text.slice(at, start)}<mark id="${id}" class="${isMain ? "main" : "also"}">${text.slice(start, end)}</mark>`,
		);
		parts.push(
			html`<a class="cite" href="#${citedBy}" lang="en" aria-label="${number}, back to the summary">${number}</a>`,
		);
		at = end;
	}
	return [...parts, html`${text.slice(at)}`];
};

const rows = (text: string): Markup[] =>
	text.split("\n").map((row) => html`<tr>${row.split(" | ").map((cell) => html`<td>${cell}</td>`)}</tr>`);

/** Levels begin below the page's own headings: an article's `<h1>` is its title, which stands on top. */
const heading = (level: number, text: Markup[]): Markup => {
	if (level <= 2) return html`<h2 dir="auto">${text}</h2>`;
	return level === 3 ? html`<h3 dir="auto">${text}</h3>` : html`<h4 dir="auto">${text}</h4>`;
};

const block = ({ type, level = 2, text }: Block, highlights: readonly Highlight[]): Markup => {
	const marked = highlighted(text, highlights);
	switch (type) {
		case "heading":
			return heading(level, marked);
		case "paragraph":
			return html`<p dir="auto">${marked}</p>`;
		case "list-item":
			return html`<ul><li dir="auto">${marked}</li></ul>`;
		case "quote":
			return html`<blockquote dir="auto">${marked}</blockquote>`;
		case "code":
			return html`<pre tabindex="0" role="group" aria-label="Code"><code>${marked}</code></pre>`;
		case "table":
			return highlights.length > 0
				? html`<pre tabindex="0" role="group" aria-label="Table">${marked}</pre>`
				: html`<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>${rows(text)}</table></div>`;
	}
};

/** How many of each kind, as a sentence's end: `2 navigation, 1 share`. */
const kinds = (cut: readonly StrippedBlock[]): string => {
	const counts = new Map<string, number>();
	for (const { kind } of cut) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
};

const folded = (cut: readonly StrippedBlock[] | undefined): Markup | undefined =>
	cut &&
	html`<details><summary lang="en">Cut here: ${kinds(cut)}</summary>
<ul>${cut.map(({ kind, text, confidence }) => html`<li><span class="label" lang="en"><b>${kind}</b> ${Math.round(100 * confidence)}%</span> <span dir="auto">${text}</span></li>`)}</ul>
</details>`;

/** Who wrote it, where and when it appeared; empty when the page doesn't say. */
export const byline = ({ authors, publisher, publishedAt, url }: Metadata): Markup => {
	const names = authors.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)).join("; ");
	const day = publishedAt?.slice(0, "2025-01-29".length);
	const parts = [
		names === "" ? undefined : html`${names}`,
		publisher && html`${publisher.name}`,
		day === undefined ? undefined : html`<time datetime="${publishedAt ?? ""}">${day}</time>`,
		url === undefined ? undefined : html`<a href="${url}" rel="noreferrer nofollow" lang="en">Original</a>`,
	].filter((part) => part !== undefined);
	return html`<p class="meta">${parts.map((part, i) => (i === 0 ? part : html` · ${part}`))}</p>`;
};

/** The blocks in reading order, with what was cut between them, and who wrote each post of a thread. */
export const articleBody = (
	article: ArticleDocument,
	highlights: ReadonlyMap<number, readonly Highlight[]>,
): Markup => {
	const { blocks, stripped } = article;
	const credits = postCredits(article);
	const cutAfter = groupBy(stripped, ({ after }) => Math.min(after, blocks.length - 1));
	const credit = (at: number): Markup | undefined => {
		const said = credits.get(at);
		return said === undefined ? undefined : html`<p class="meta post" dir="auto">${said}</p>`;
	};
	return html`${folded(cutAfter.get(-1))}
${blocks.map((one, i) => html`${credit(i)}${block(one, highlights.get(i) ?? [])}\n${folded(cutAfter.get(i))}`)}`;
};
