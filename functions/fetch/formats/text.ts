/** Documents as plain text, for terminals, mail and models. */
import type { ArticleDocument, Block, Metadata } from "../../shared/article.ts";
import { otherPoints } from "../../shared/other-points.ts";
import type { SummaryDocument } from "../../shared/summary.ts";
import { joined } from "./markdown.ts";
import { postCredits } from "./post-credits.ts";

const paragraphs = (parts: readonly (string | undefined)[]): string => `${joined(parts, "\n\n")}\n`;

const listed = (title: string, items: readonly string[]): string | undefined =>
	items.length > 0 ? `${title}:\n${items.map((item) => `- ${item}`).join("\n")}` : undefined;

const byline = ({ authors, publisher, publishedAt }: Metadata): string =>
	joined(
		[authors.map(({ name }) => name).join(", "), publisher?.name, publishedAt?.slice(0, "2025-01-29".length)],
		" · ",
	);

const line = ({ type, text }: Block): string => (type === "list-item" ? `- ${text}` : text);

/** The article proper, without what was stripped; a thread's posts below who wrote them. */
export function articleText(article: ArticleDocument): string {
	const { metadata, blocks } = article;
	const credits = postCredits(article);
	const body = blocks.flatMap((block, index) => [credits.get(index), line(block)]);
	return paragraphs([metadata.title, metadata.subtitle, byline(metadata), ...body]);
}

/** What the article says, without its evidence. */
export const summaryText = (summary: SummaryDocument): string =>
	paragraphs([
		summary.headline,
		byline(summary.metadata),
		summary.gist.text,
		listed(
			"Key points",
			otherPoints(summary).map(({ text }) => text),
		),
		listed(
			"Sections",
			summary.sections.map(({ heading, gist }) => `${heading}: ${gist}`),
		),
		listed(
			"Figures",
			summary.figures.map(({ text, of }) => joined([text, of], " ")),
		),
		listed(
			"Quotes",
			summary.quotes.map(({ text, speaker }) => joined([`“${text}”`, speaker], " — ")),
		),
		listed(
			"Timeline",
			summary.timeline.map(({ when, text }) => `${when}: ${text}`),
		),
		summary.metadata.url,
	]);
