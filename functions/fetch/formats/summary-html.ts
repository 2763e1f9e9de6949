/** The page to read: what the article says, each claim linked to the passage that says it. */
import { html } from "hono/html";
import type { ArticleDocument } from "../../shared/article.ts";
import { otherPoints } from "../../shared/other-points.ts";
import type { Evidence, SummaryDocument } from "../../shared/summary.ts";
import { articleBody, byline } from "./article-html.ts";
import { type Claim, highlightsOf } from "./highlights.ts";
import { type Markup, page } from "./page.ts";

const section = (
	title: string,
	items: readonly Markup[],
	style: "points" | "chips" | "plain" = "points",
): Markup | undefined =>
	items.length > 0 ? html`<h2 lang="en">${title}</h2><ul class="${style}">${items}</ul>` : undefined;

/** Every claim has an id, so that its evidence can lead back. */
const claimsOf = (summary: SummaryDocument) => {
	const { gist, sections, figures, quotes, timeline } = summary;
	const named = <Item extends { evidence: Evidence[] }>(prefix: string, items: readonly Item[]) =>
		items.map((item, i) => ({ ...item, id: `${prefix}${i + 1}` }));
	return {
		gist: { ...gist, id: "gist", isMain: true },
		keyPoints: named(
			"point-",
			otherPoints(summary).map((point) => ({ ...point, isMain: true })),
		),
		sections: named("section-", sections),
		figures: named("figure-", figures),
		quotes: named("quote-", quotes),
		timeline: named("date-", timeline),
	};
};

/** An ISO 8601 interval as people write one: `1992/..` → `1992 –`. */
const span = (when: string): string =>
	when
		.split("/")
		.map((end) => (end === ".." ? "" : end))
		.join(" – ")
		.trim();

/** To the minute, which is what people ask for. */
const minute = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

const provenance = ({ provenance, producedAt, quality, reading, key }: SummaryDocument): Markup => {
	const { engine, engineVersion, sourceSha256, sourceUrl } = provenance;
	return html`<footer lang="en"><dl>
<dt>Made by</dt><dd>${engine} ${engineVersion}, <time datetime="${producedAt}">${minute(producedAt)}</time></dd>
<dt>Made of</dt><dd>${key}${sourceUrl === undefined ? "" : html`, <a href="${sourceUrl}" rel="noreferrer nofollow">original page</a>`}<br><span class="hash">SHA-256 ${sourceSha256}</span></dd>
<dt>Article</dt><dd>${reading.words} words, ${reading.minutes} min to read; ${Math.round(quality.coverage * 100)}% of its paragraphs are cited</dd>
${quality.warnings.map(({ message }) => html`<dt>Note</dt><dd>${message}</dd>`)}</dl></footer>`;
};

/** The summary beside the article that it was made of. */
export const summaryPage = (summary: SummaryDocument, article: ArticleDocument): string => {
	const claims = claimsOf(summary);
	const all: Claim[] = [
		claims.gist,
		...claims.keyPoints,
		...claims.sections,
		...claims.figures,
		...claims.quotes,
		...claims.timeline,
	];
	const highlights = highlightsOf(all);
	// Tied to the last word, so that no number stands alone on a line.
	const cite = (evidence: readonly Evidence[]): Markup[] =>
		highlights
			.of(evidence)
			.map(
				({ id, number }) =>
					html`\u2060<a class="cite" href="#${id}" lang="en" aria-label="${number}, evidence">${number}</a>`,
			);
	const { metadata } = summary;
	return page(
		{ title: summary.headline, language: summary.language, description: summary.gist.text },
		{ to: "article", label: "Skip to the article" },
		html`<main class="both">
<div class="said" tabindex="0" role="region" lang="en" aria-label="Summary">
<div lang="${summary.language}">
<h1 dir="auto">${summary.headline}</h1>
${byline(metadata)}
<p class="gist" id="gist" dir="auto">${summary.gist.text}${cite(summary.gist.evidence)}</p>
${section(
	"Key points",
	claims.keyPoints.map(
		({ id, text, evidence }) => html`<li id="${id}" dir="auto">${text}${cite(evidence)}</li>`,
	),
)}
${section(
	"Section by section",
	claims.sections.map(
		({ id, heading, gist, evidence }) =>
			html`<li id="${id}" dir="auto"><strong class="over">${heading}</strong> ${gist}${cite(evidence)}</li>`,
	),
	"plain",
)}
${section(
	"Figures",
	claims.figures.map(
		({ id, text, of, change, evidence }) =>
			html`<li id="${id}" dir="auto"><strong>${text}</strong>${of === undefined ? "" : ` ${of}`}${change === undefined ? "" : ` (${change})`}${cite(evidence)}</li>`,
	),
	"chips",
)}
${section(
	"Quotes",
	claims.quotes.map(
		({ id, text, speaker, evidence }) =>
			html`<li id="${id}" dir="auto"><q>${text}</q>${cite(evidence)}${speaker === undefined ? "" : html` <span class="label by">${speaker}</span>`}</li>`,
	),
	"plain",
)}
${section(
	"Timeline",
	claims.timeline.map(
		({ id, when, text, evidence }) =>
			html`<li id="${id}" dir="auto"><strong class="over">${span(when)}</strong> ${text}${cite(evidence)}</li>`,
	),
	"plain",
)}
${section(
	"Who and what",
	summary.entities.map(
		({ name, role, type }) => html`<li dir="auto">${name} <span class="label">${role ?? type}</span></li>`,
	),
	"plain",
)}
${section(
	"Topics",
	summary.topics.map((topic) => html`<li dir="auto">${topic}</li>`),
	"chips",
)}
</div>
${provenance(summary)}
</div>
<article id="article" tabindex="-1" aria-label="${article.metadata.title ?? summary.headline}">
<p class="legend" lang="en">The article. <mark class="main">Highlighted</mark> is what gist and key points are taken from, <mark class="also">underlined</mark> what the lists are taken from; numbers lead there and back. What was cut from the page is folded where it stood.</p>
${articleBody(article, highlights.byBlock)}
</article>
</main>`,
	);
};

/** The article alone. */
export const articlePage = (article: ArticleDocument): string => {
	const { metadata, language, key } = article;
	const title = metadata.title ?? key;
	return page(
		{ title, language },
		{ to: "article", label: "Skip to the article" },
		html`<main class="alone"><article id="article" tabindex="-1">
<h1 dir="auto">${title}</h1>
${metadata.subtitle === undefined ? "" : html`<p class="subtitle" dir="auto">${metadata.subtitle}</p>`}
${byline(metadata)}
${articleBody(article, new Map())}
</article>
${metadata.rights === undefined ? "" : html`<footer dir="auto">${metadata.rights}</footer>`}</main>`,
	);
};
