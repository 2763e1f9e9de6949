/** The page to read: what the article says, each claim linked to the passage that says it. */
import { html } from "hono/html";
import type { ArticleDocument } from "../../shared/article.ts";
import type { Evidence, SummaryDocument } from "../../shared/summary.ts";
import { articleBody, byline } from "./article-html.ts";
import { type Claim, highlightsOf } from "./highlights.ts";
import { type Markup, page } from "./page.ts";

const section = (title: string, items: readonly Markup[]): Markup | undefined =>
	items.length > 0 ? html`<h2 lang="en">${title}</h2><ul>${items}</ul>` : undefined;

/** Every claim has an id, so that its evidence can lead back. */
const claimsOf = ({ gist, keyPoints, figures, quotes, timeline }: SummaryDocument) => {
	const named = <Item extends { evidence: Evidence[] }>(prefix: string, items: readonly Item[]) =>
		items.map((item, i) => ({ ...item, id: `${prefix}${i + 1}` }));
	return {
		gist: { ...gist, id: "gist" },
		keyPoints: named("point-", keyPoints),
		figures: named("figure-", figures),
		quotes: named("quote-", quotes),
		timeline: named("date-", timeline),
	};
};

const provenance = ({ provenance, producedAt, quality, reading }: SummaryDocument): Markup =>
	html`<footer lang="en"><p>Summarised by ${provenance.engine} ${provenance.engineVersion}, ${producedAt}.
${reading.words} words, ${reading.minutes} min to read; the summary cites ${Math.round(quality.coverage * 100)}% of the paragraphs.</p>
${quality.warnings.map(({ message }) => html`<p>Note: ${message}</p>`)}</footer>`;

/** The summary beside the article that it was made of. */
export const summaryPage = (summary: SummaryDocument, article: ArticleDocument): string => {
	const claims = claimsOf(summary);
	const all: Claim[] = [
		claims.gist,
		...claims.keyPoints,
		...claims.figures,
		...claims.quotes,
		...claims.timeline,
	];
	const { byBlock, idsOf } = highlightsOf(all);
	const numbers = new Map<string, number>();
	const cite = (evidence: readonly Evidence[]): Markup[] =>
		idsOf(evidence).map((id) => {
			const number = numbers.get(id) ?? numbers.size + 1;
			numbers.set(id, number);
			return html`<a class="cite" href="#${id}" lang="en" aria-label="Evidence ${number}">${number}</a>`;
		});
	const { metadata } = summary;
	return page(
		{ title: summary.headline, language: summary.language, description: summary.gist.text },
		{ to: "article", label: "Skip to the article" },
		html`<main class="both">
<div class="said" tabindex="0" role="region" lang="en" aria-label="Summary">
<div lang="${summary.language}">
<h1 dir="auto">${summary.headline}</h1>
${byline(metadata)}
<p class="gist" id="gist" dir="auto">${summary.gist.text} ${cite(summary.gist.evidence)}</p>
${section(
	"Key points",
	claims.keyPoints.map(
		({ id, text, evidence }) => html`<li id="${id}" dir="auto">${text} ${cite(evidence)}</li>`,
	),
)}
${section(
	"Figures",
	claims.figures.map(
		({ id, text, of, change, evidence }) =>
			html`<li id="${id}" dir="auto"><strong>${text}</strong>${of === undefined ? "" : ` ${of}`}${change === undefined ? "" : ` (${change})`} ${cite(evidence)}</li>`,
	),
)}
${section(
	"Quotes",
	claims.quotes.map(
		({ id, text, speaker, evidence }) =>
			html`<li id="${id}" dir="auto">“${text}”${speaker === undefined ? "" : ` — ${speaker}`} ${cite(evidence)}</li>`,
	),
)}
${section(
	"Timeline",
	claims.timeline.map(
		({ id, when, text, evidence }) =>
			html`<li id="${id}" dir="auto"><span class="label">${when}</span> ${text} ${cite(evidence)}</li>`,
	),
)}
${section(
	"Who and what",
	summary.entities.map(
		({ name, role, type }) => html`<li dir="auto">${name} <span class="label">${role ?? type}</span></li>`,
	),
)}
${summary.topics.length > 0 ? html`<p class="meta"><span lang="en">Topics:</span> ${summary.topics.join(", ")}</p>` : ""}
</div>
${provenance(summary)}
</div>
<article id="article" tabindex="-1" aria-label="${article.metadata.title ?? summary.headline}">
<p class="meta" lang="en">The article, as it was uploaded: ${article.key}</p>
${articleBody(article, byBlock)}
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
