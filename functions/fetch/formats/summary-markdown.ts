import { otherPoints } from "../../shared/other-points.ts";
import type { Entity, EntityType, Summary, SummaryDocument } from "../../shared/summary.ts";
import { byline } from "./byline.ts";
import { autolink, document, escapeText, footnotes, joined } from "./markdown.ts";

const section = (title: string, items: readonly string[], separator = "\n"): string | undefined =>
	items.length > 0 ? `## ${title}\n\n${items.join(separator)}` : undefined;

/** The lists that names are shown in. */
const ENTITIES: readonly { title: string; types: readonly EntityType[] }[] = [
	{ title: "People and organisations", types: ["person", "organisation"] },
	{ title: "Places, products and events", types: ["place", "product", "event", "other"] },
];

const describe = ({ name, type, role, aliases, mentions }: Entity): string =>
	joined(
		[
			`${escapeText(name)} (${role === undefined ? type : escapeText(role)})`,
			aliases.length > 0 ? `also ${aliases.map((alias) => `“${escapeText(alias)}”`).join(", ")}` : undefined,
			`mentioned ${mentions === 1 ? "once" : `${mentions} times`}`,
		],
		", ",
	);

const labelled = (lists: Record<string, readonly string[]>): string[] =>
	Object.entries(lists)
		.filter(([, names]) => names.length > 0)
		.map(([label, names]) => `- ${label}: ${names.map(escapeText).join(", ")}`);

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Where the summary comes from and how far it can be trusted. */
const provenance = ({
	key,
	producedAt,
	provenance: { engine, engineVersion, sourceUrl, sourceSha256 },
	quality: { coverage, warnings },
	reading: { words, minutes },
}: WrittenSummary): string[] => [
	`- Upload: ${escapeText(key)}`,
	...(sourceUrl === undefined ? [] : [`- Source: ${autolink(sourceUrl)}`]),
	`- Length: ${words} words, ${minutes} min; this summary cites ${percent(coverage)} of its paragraphs`,
	`- Made by: ${escapeText(engine)} ${escapeText(engineVersion)}, ${producedAt}`,
	`- SHA-256 of the upload: ${sourceSha256}`,
	...warnings.map(({ message }) => `- Note: ${escapeText(message)}`),
];

/** What is written: the pure summary, and what a reader is told of its upload. */
export type WrittenSummary = Summary & Pick<SummaryDocument, "key" | "producedAt">;

/** A summary for people: every claim followed by the footnote that quotes its evidence. */
export const summaryMarkdown = (summary: WrittenSummary): string => {
	const { mark, notes } = footnotes();
	return document([
		`# ${escapeText(summary.headline)}`,
		byline(summary.metadata),
		escapeText(summary.gist.text) + mark(summary.gist.evidence),
		section(
			"Key points",
			otherPoints(summary).map(({ text, evidence }) => `- ${escapeText(text)}${mark(evidence)}`),
		),
		section(
			"Sections",
			summary.sections.map(
				({ heading, gist, evidence }) => `### ${escapeText(heading)}\n\n${escapeText(gist)}${mark(evidence)}`,
			),
			"\n\n",
		),
		section(
			"Figures",
			summary.figures.map(({ text, of, change, evidence }) => {
				const meaning = joined([escapeText(text), of && escapeText(of), change && `(${change})`], " ");
				return `- ${meaning}${mark(evidence)}`;
			}),
		),
		section(
			"Quotes",
			summary.quotes.map(({ text, speaker, evidence }) => {
				const said = joined([`“${escapeText(text)}”`, speaker && escapeText(speaker)], " — ");
				return `> ${said}${mark(evidence)}`;
			}),
			"\n\n",
		),
		...ENTITIES.map(({ title, types }) =>
			section(
				title,
				summary.entities
					.filter(({ type }) => types.includes(type))
					.map((entity) => `- ${describe(entity)}${mark(entity.evidence)}`),
			),
		),
		section(
			"Timeline",
			summary.timeline.map(({ when, text, evidence }) => `- ${when}: ${escapeText(text)}${mark(evidence)}`),
		),
		section("Topics", labelled({ Topics: summary.topics, Keywords: summary.keywords })),
		section("Provenance", provenance(summary)),
		notes(),
	]);
};
