/** What a web page says of its article, each value with where it was found; best source first. */
import type { Metadata, MetadataSource } from "../../shared/article.ts";
import type { LabelledBlock, Page, UploadHints } from "../page.ts";
import { type AuthorSources, authorCandidates, electAuthors } from "./authors.ts";
import { readDate } from "./dates.ts";
import { type LinkedData, readLinkedData } from "./linked-data.ts";
import { cardAuthors, metaAuthors, parselyPage } from "./meta-authors.ts";
import { isOpenGraph, META_NAMES, PROPERTY_NAMES } from "./names.ts";
import { type DeclaredTitle, electTitle, titleCandidates } from "./title.ts";
import {
	domainOf,
	essence,
	type Finding,
	firstOf,
	metadataOf,
	parsedUrl,
	plainText,
	webAddress,
} from "./values.ts";
import { visibleDates } from "./visible-dates.ts";

const MAX_TOPICS = 40;
const MAX_TOPIC = 80;

/** All that the readers of single fields look at. */
interface Sources {
	readonly page: Page;
	readonly labelled: readonly LabelledBlock[];
	readonly hints: UploadHints;
	readonly data: LinkedData;
	readonly language: string | undefined;
}

const from = (source: MetadataSource, values: readonly string[]): readonly Finding<string>[] =>
	values.map((value) => ({ value, source }));

function metaOf({ page: { head } }: Sources, field: keyof typeof META_NAMES): readonly Finding<string>[] {
	const found: Finding<string>[] = [];
	for (const name of META_NAMES[field])
		for (const value of head.meta.get(name) ?? [])
			found.push({ value, source: isOpenGraph(name) ? "open-graph" : "meta" });
	return found;
}

function propertiesOf(
	{ page: { head } }: Sources,
	field: keyof typeof PROPERTY_NAMES,
): readonly Finding<string>[] {
	const found: Finding<string>[] = [];
	for (const name of PROPERTY_NAMES[field])
		for (const value of head.properties.get(name) ?? []) found.push({ value, source: "microdata" });
	return found;
}

const visible = ({ labelled }: Sources, kind: LabelledBlock["kind"]): readonly LabelledBlock[] =>
	labelled.filter((block) => block.kind === kind && block.markup?.hidden !== true);

const nonEmpty = (value: string): string | undefined => plainText(value) || undefined;

function readUrl(sources: Sources): Finding<string> | undefined {
	const { page, hints, data } = sources;
	const base = webAddress(page.head.links.get("base")?.[0], hints.url) ?? hints.url;
	const found = [
		...from("link", page.head.links.get("canonical") ?? []),
		...from("open-graph", page.head.meta.get("og:url") ?? []),
		...from("json-ld", data.addresses("url", "mainEntityOfPage")),
	];
	// A canonical address that is the site's front page is a mistake of its template.
	const isPage = (url: string): boolean => (parsedUrl(url)?.pathname ?? "/") !== "/";
	return (
		firstOf(found, (value) => {
			const url = webAddress(value, base);
			return url && isPage(url) ? url : undefined;
		}) ??
		firstOf(from("object-metadata", hints.url ? [hints.url] : []), (value) => webAddress(value, undefined))
	);
}

function readPublisher(
	sources: Sources,
	url: string | undefined,
): Finding<{ name: string; domain?: string }> | undefined {
	const domain = domainOf(url);
	const name = firstOf(
		[
			...from("json-ld", sources.data.texts("publisher")),
			...metaOf(sources, "publisher"),
			...propertiesOf(sources, "publisher"),
		],
		(value) => (/^https?:/.test(value) ? undefined : nonEmpty(value)),
	);
	if (name) return { ...name, value: { name: name.value, ...(domain && { domain }) } };
	return domain ? { value: { name: domain, domain }, source: "link" } : undefined;
}

function titles(sources: Sources, siteNames: readonly string[]): ReturnType<typeof titleCandidates> {
	const as = (
		trait: DeclaredTitle["trait"],
		findings: readonly Finding<string>[],
	): readonly DeclaredTitle[] =>
		findings.map(({ value, source }) => ({ value: plainText(value), source, trait }));
	const cards = metaOf(sources, "title");
	const declared = [
		...as("json-ld", from("json-ld", sources.data.texts("headline"))),
		...as(
			"open graph",
			cards.filter(({ source }) => source === "open-graph"),
		),
		...as(
			"card",
			cards.filter(({ source }) => source !== "open-graph"),
		),
		...as("card", propertiesOf(sources, "title")),
		...as("document", from("meta", sources.page.head.title ? [sources.page.head.title] : [])),
	];
	const isNews = [...sources.data.types].some((type) => type.endsWith("NewsArticle"));
	return titleCandidates(sources.labelled, declared, siteNames, isNews);
}

function authorSources(sources: Sources, siteNames: readonly string[]): AuthorSources {
	const { page, data, labelled } = sources;
	const { properties } = page.head;
	const names = [...(properties.get("author.name") ?? properties.get("author") ?? [])];
	for (const comment of properties.get("comment.author") ?? []) {
		const at = names.findLastIndex((name) => comment.startsWith(name) || comment.endsWith(name));
		if (at >= 0) names.splice(at, 1);
	}
	return {
		labelled,
		linked: data.authors(),
		alsoLinked: data.otherAuthors(),
		meta: metaAuthors(page.head.meta),
		card: cardAuthors(page.head.meta),
		microdata: names,
		siteNames,
	};
}

/** A page may show its first day in another timezone than its data: later than this, its data is another day's. */
const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;

/** A day in an address: `/2025/03/04/`, `/20250304-`, `-2025-03-04`, `/2025/mar/04/`. */
const DAY_IN_ADDRESS =
	/[/_-]((?:19|20)\d{2}(?:([-/])\d{1,2}\2\d{1,2}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))(?=[/_.-]|$)|\/((?:19|20)\d{2}\/[a-z]{3}\/\d{1,2})\//;

/** The day in an address as it is read elsewhere. */
function dayInAddress(url: string): string {
	const [, day, , named] = DAY_IN_ADDRESS.exec(url) ?? [];
	return day ?? named?.split("/").toReversed().join(" ") ?? "";
}

function readPublished(sources: Sources, url: string | undefined): Finding<string> | undefined {
	const date = (value: string): string | undefined => readDate(value, sources.language);
	const declared = firstOf(
		[
			...from("json-ld", sources.data.texts("datePublished", "dateCreated", "uploadDate")),
			...metaOf(sources, "publishedAt"),
			...from("meta", parselyPage(sources.page.head.meta, "pub_date")),
			...propertiesOf(sources, "publishedAt"),
		],
		date,
	);
	const shown = visibleDates(sources.labelled, sources.language);
	// An article moved to a new system is dated anew, but goes on showing its first day.
	const first = shown.find(({ sure }) => sure)?.date;
	const isOlder = declared && first && Date.parse(declared.value) - Date.parse(first) > TWO_DAYS;
	if (declared && !isOlder) return declared;
	const [best] = shown;
	const seen = isOlder ? first : best?.date;
	if (seen !== undefined) return { value: seen, source: "visible" };
	return firstOf(from("link", [dayInAddress(url ?? "")]), date);
}

function readModified(sources: Sources): Finding<string> | undefined {
	return firstOf(
		[
			...from("json-ld", sources.data.texts("dateModified")),
			...metaOf(sources, "modifiedAt"),
			...propertiesOf(sources, "modifiedAt"),
		],
		(value) => readDate(value, sources.language),
	);
}

function readSubtitle(sources: Sources): Finding<string> | undefined {
	const shown = visible(sources, "standfirst").map(({ text }) => text);
	return firstOf(
		[
			...from("visible", shown.slice(0, 1)),
			...from("json-ld", sources.data.texts("alternativeHeadline")),
			...propertiesOf(sources, "subtitle"),
		],
		nonEmpty,
	);
}

function readTopics(sources: Sources): Finding<readonly string[]> | undefined {
	const tries = [
		from("json-ld", sources.data.texts("keywords")),
		from("open-graph", sources.page.head.meta.get("article:tag") ?? []),
		metaOf(sources, "topics"),
		propertiesOf(sources, "topics"),
	];
	for (const findings of tries) {
		const byEssence = new Map<string, string>();
		for (const { value } of findings)
			for (const part of plainText(value).split(/\s*[,;，、]\s*/)) {
				const key = essence(part);
				if (key !== "" && part.length <= MAX_TOPIC && !byEssence.has(key)) byEssence.set(key, part.trim());
			}
		const [first] = findings;
		if (first && byEssence.size > 0)
			return { value: [...byEssence.values()].slice(0, MAX_TOPICS), source: first.source };
	}
	return undefined;
}

function readSection(sources: Sources): Finding<string> | undefined {
	return firstOf(
		[
			...from("json-ld", sources.data.texts("articleSection")),
			...metaOf(sources, "section"),
			...propertiesOf(sources, "section"),
		],
		(value) => (value.length < MAX_TOPIC ? nonEmpty(value) : undefined),
	);
}

function readImage(sources: Sources, base: string | undefined): Finding<string> | undefined {
	return firstOf(
		[
			...from("json-ld", sources.data.addresses("image", "thumbnailUrl")),
			...metaOf(sources, "image"),
			...propertiesOf(sources, "image"),
			...from("link", sources.page.head.links.get("image_src") ?? []),
		],
		(value) => webAddress(value, base),
	);
}

function readRights(sources: Sources): Finding<string> | undefined {
	const shown = visible(sources, "legal").filter(
		({ text }) => text.length < 300 && /©|\(c\)\s|copyright/i.test(text),
	);
	return firstOf(
		[
			...metaOf(sources, "rights"),
			...from(
				"visible",
				shown.map(({ text }) => text),
			),
		],
		nonEmpty,
	);
}

function sourcesOf(page: Page, labelled: readonly LabelledBlock[], hints: UploadHints): Sources {
	const language = page.head.language ?? page.head.meta.get("og:locale")?.[0];
	return { page, labelled, hints, data: readLinkedData(page.head), language };
}

/** What a vote decides on. */
function candidatesOf(sources: Sources, publisher: Metadata["publisher"]) {
	const siteNames = [
		publisher?.name,
		sources.page.head.meta.get("og:site_name")?.[0],
		publisher?.domain,
	].filter((name) => name !== undefined);
	return {
		titles: titles(sources, siteNames),
		authors: authorCandidates(authorSources(sources, siteNames)),
	};
}

/** What may be a page's title and authors: what the votes are fitted on (bench/train/metadata). */
export function readCandidates(page: Page, labelled: readonly LabelledBlock[], hints: UploadHints) {
	const sources = sourcesOf(page, labelled, hints);
	return candidatesOf(sources, readPublisher(sources, readUrl(sources)?.value)?.value);
}

/** Reads the metadata of a page that has markup. */
export function readMetadata(page: Page, labelled: readonly LabelledBlock[], hints: UploadHints): Metadata {
	const sources = sourcesOf(page, labelled, hints);
	const url = readUrl(sources);
	const publisher = readPublisher(sources, url?.value);
	const candidates = candidatesOf(sources, publisher?.value);
	return metadataOf({
		title: electTitle(candidates.titles),
		subtitle: readSubtitle(sources),
		authors: electAuthors(candidates.authors),
		publishedAt: readPublished(sources, url?.value),
		modifiedAt: readModified(sources),
		publisher,
		url,
		section: readSection(sources),
		topics: readTopics(sources),
		image: readImage(sources, url?.value ?? hints.url),
		rights: readRights(sources),
	});
}
