/**
 * What a plain-text or Markdown page says of its article: front matter first, then what can be seen, then
 * what came with the upload. Nothing is made up: what isn't said plainly stays away.
 */
import type { Author, Metadata, MetadataSource } from "../../shared/article.ts";
import { chooseLanguage } from "../language.ts";
import type { LabelledBlock, Page, UploadHints } from "../page.ts";
import { authorCandidates, electAuthors, mergeAuthors } from "./authors.ts";
import { type Biography, readBiography } from "./biography.ts";
import { readByline } from "./byline.ts";
import { readDate } from "./dates.ts";
import { frontMatterAuthors, frontMatterOf } from "./front-matter.ts";
import { LINE_LABELS } from "./text-names.ts";
import { readTextTopics } from "./text-topics.ts";
import { domainOf, essence, type Finding, firstOf, metadataOf, plainText, webAddress } from "./values.ts";
import { visibleDates } from "./visible-dates.ts";

const MAX_SECTION = 60;
/** Lines about the article stand at most this many blocks above its title or below its first paragraph. */
const CREDITS_ABOVE = 3;
const CREDITS_BELOW = 6;
const MAX_CREDIT = 150;
/** Kinds whose names and dates are other articles' or other people's. */
const NO_CREDITS: ReadonlySet<LabelledBlock["kind"]> = new Set(["body", "related", "comments", "caption"]);
/** Longest line that is read as a field and its value. */
const MAX_FIELD_LINE = 300;
const MAX_RIGHTS = 300;

type Label = keyof typeof LINE_LABELS;

/** All that the readers of single fields look at. */
interface Sources {
	readonly page: Page;
	readonly labelled: readonly LabelledBlock[];
	readonly hints: UploadHints;
	readonly language: string;
	/** Lines outside the body that are a field and its value. */
	readonly lines: ReadonlyMap<Label, readonly string[]>;
	readonly biographies: readonly Biography[];
}

const from = (source: MetadataSource, values: readonly (string | undefined)[]): readonly Finding<string>[] =>
	values.flatMap((value) => (value === undefined ? [] : { value, source }));

/** Front matter's values of a field, then those of labelled lines. */
const stated = ({ page, lines }: Sources, field: Label): readonly Finding<string>[] => [
	...from("front-matter", frontMatterOf(page.head, field)),
	...from("visible", lines.get(field) ?? []),
];

const nonEmpty = (value: string): string | undefined => plainText(value) || undefined;

/** Labels to fields: `veröffentlicht am` → `publishedAt`. */
const FIELD_BY_LABEL: ReadonlyMap<string, Label> = new Map(
	(Object.keys(LINE_LABELS) as Label[]).flatMap((field) =>
		LINE_LABELS[field].split("|").map((label) => [label, field] as const),
	),
);

/** `Author: Jane Doe` and its like, wherever they aren't the article's own words. */
function readLines(labelled: readonly LabelledBlock[]): ReadonlyMap<Label, readonly string[]> {
	const lines = new Map<Label, string[]>();
	for (const { kind, text } of labelled) {
		if (kind === "body" || kind === "related" || kind === "comments" || text.length > MAX_FIELD_LINE)
			continue;
		const [, label = "", value = ""] = /^([^:：]{1,40}?)\s?[:：]\s?(.+)$/.exec(text) ?? [];
		const field = FIELD_BY_LABEL.get(label.toLowerCase());
		if (field) lines.set(field, [...(lines.get(field) ?? []), value]);
	}
	return lines;
}

/** The lines that may be an article's credits: below its title to a little below its first paragraph, then right above. */
function credits({ labelled }: Sources): readonly LabelledBlock[] {
	const body = labelled.findIndex(({ kind }) => kind === "body");
	const title = labelled.findIndex(({ kind }) => kind === "title");
	const start = title < 0 ? body : title;
	const below = labelled.slice(start + 1, Math.max(start, body) + CREDITS_BELOW);
	const above = labelled.slice(Math.max(0, start - CREDITS_ABOVE), Math.max(0, start));
	return [...below, ...above].filter(({ kind, text }) => !NO_CREDITS.has(kind) && text.length <= MAX_CREDIT);
}

function readTitle(sources: Sources): Finding<string> | undefined {
	const shown = sources.labelled.find(({ kind }) => kind === "title")?.text;
	return firstOf([...stated(sources, "title"), ...from("visible", [shown])], nonEmpty);
}

function readAuthors(
	sources: Sources,
	publisher: string | undefined,
): Finding<readonly Author[]> | undefined {
	const { labelled, lines, biographies, page } = sources;
	const elected = electAuthors(
		authorCandidates({
			labelled,
			linked: [],
			alsoLinked: [],
			meta: [],
			card: [],
			microdata: [],
			siteNames: publisher === undefined ? [] : [publisher],
		}),
	);
	const tries: readonly Finding<readonly Author[]>[] = [
		{ source: "front-matter", value: frontMatterAuthors(page.head) },
		{ source: "visible", value: (lines.get("authors") ?? []).flatMap(readByline) },
		{ source: "visible", value: elected?.value ?? [] },
		{ source: "visible", value: biographies.map(({ author }) => author) },
		{ source: "visible", value: namedInBox(labelled) },
	];
	for (const { value, source } of tries) {
		const authors = mergeAuthors(value).filter(({ name }) => essence(name) !== essence(publisher ?? ""));
		if (authors.length > 0)
			return { value: authors.map((author) => withRole(author, sources.biographies)), source };
	}
	return undefined;
}

/** The author's box often tells the role that the byline leaves out. */
function withRole(author: Author, biographies: readonly Biography[]): Author {
	const box = biographies.find((each) => essence(each.author.name) === essence(author.name));
	return author.role === undefined && box?.author.role !== undefined
		? { ...author, role: box.author.role }
		: author;
}

/** A name alone under "Written by" or "About the author". */
function namedInBox(labelled: readonly LabelledBlock[]): readonly Author[] {
	const heading = labelled.findIndex(({ kind }) => kind === "author-bio");
	const below = labelled[heading + 1];
	if (
		heading < 0 ||
		below?.kind !== "author-bio" ||
		!/^\p{Lu}[^\s.]{0,30}(?:\s\p{Lu}\S{0,30}){1,3}$/u.test(below.text)
	)
		return [];
	return readByline(below.text);
}

function readUrl(sources: Sources): Finding<string> | undefined {
	const found = [...stated(sources, "url"), ...from("object-metadata", [sources.hints.url])];
	return firstOf(found, (value) => webAddress(/https?:\/\/\S+/i.exec(value)?.[0], undefined));
}

/** The line that says whose the text is, and the name in it. */
function readRights(sources: Sources): Finding<string> | undefined {
	const shown = sources.labelled
		.filter(({ kind, text }) => kind === "legal" && text.length <= MAX_RIGHTS && RIGHTS_HOLDER.test(text))
		.map(({ text }) => text);
	return firstOf([...stated(sources, "rights"), ...from("visible", shown)], nonEmpty);
}

/** `© 2025 Harbour News Group. All rights reserved.` → `Harbour News Group` */
const RIGHTS_HOLDER =
	/(?:©|\(c\)\s|copyright\s(?:by\s)?)(?:\s?(?:copyright|by|©|\(c\)|(?:19|20)\d{2})[\s,–-]{0,3}){0,5}\s?(\p{L}[^.|,;©:]{1,60}?)(?=\s?(?:[.|,;©:]|(?:19|20)\d{2}|all rights|alle rechte|tous droits|todos los|todos os|tutti i|$))/iu;

/**
 * Who published it: a name that the page uses for its own site, best one that the address bears out, since
 * an employer may be another and a rights holder is often the company behind.
 */
function readPublisher(
	sources: Sources,
	url: Finding<string> | undefined,
	rights: string | undefined,
): Finding<{ name: string; domain?: string }> | undefined {
	const domain = domainOf(url?.value);
	const within = domain === undefined ? {} : { domain };
	const declared = firstOf(stated(sources, "publisher"), nonEmpty);
	if (declared) return { ...declared, value: { name: declared.value, ...within } };
	const holder = RIGHTS_HOLDER.exec(rights ?? "")?.[1]?.trim();
	const employers = sources.biographies.flatMap(({ employer }) => employer ?? []);
	const names = [...employers, ...(holder ? openings(holder) : [])];
	const site = essence(domain?.split(".").at(-2) ?? "");
	const borneOut =
		site && names.find((name) => essence(name) === site || essence(name.replace(/^the\s/i, "")) === site);
	const name =
		borneOut || employers.find((each) => holder && essence(holder).startsWith(essence(each))) || holder;
	if (name) return { value: { name, ...within }, source: "visible" };
	return domain && url ? { value: { name: domain, domain }, source: url.source } : undefined;
}

/** `Harbour News Media Group`, `Harbour News Media`, `Harbour News`, `Harbour` */
function openings(name: string): readonly string[] {
	const words = name.split(" ");
	return words.map((_, at) => words.slice(0, words.length - at).join(" "));
}

/** An update's date stands behind one of these. */
const UPDATED = new RegExp(`(?:^|[\\s(|·•])(?:${LINE_LABELS.modifiedAt})(?![\\p{L}])`, "iu");

/** Dates of the lines around the title: before the word that says "updated", and behind it. */
function readDates(sources: Sources): {
	publishedAt: Finding<string> | undefined;
	modifiedAt: Finding<string> | undefined;
} {
	const lines = credits(sources).map(({ text }) => text);
	const parts = lines.map((text) => {
		const at = UPDATED.exec(text)?.index ?? text.length;
		return { published: text.slice(0, at), updated: text.slice(at) };
	});
	const date = (value: string): string | undefined => readDate(value, sources.language);
	return {
		publishedAt: firstOf(
			[
				...stated(sources, "publishedAt"),
				...from(
					"visible",
					parts.map(({ published }) => published),
				),
				...from("visible", [visibleDates(sources.labelled, sources.language)[0]?.date]),
			],
			date,
		),
		modifiedAt: firstOf(
			[
				...stated(sources, "modifiedAt"),
				...from(
					"visible",
					parts.map(({ updated }) => updated),
				),
			],
			date,
		),
	};
}

const bodyText = (labelled: readonly LabelledBlock[]): string =>
	labelled
		.flatMap(({ kind, text }) => (kind === "body" ? [text] : []))
		.join("\n")
		.slice(0, 10_000);

/** Reads the metadata of a page without markup. */
export function readTextMetadata(
	page: Page,
	labelled: readonly LabelledBlock[],
	hints: UploadHints,
): Metadata {
	const sources: Sources = {
		page,
		labelled,
		hints,
		language: chooseLanguage(frontMatterOf(page.head, "language"), bodyText(labelled)),
		lines: readLines(labelled),
		biographies: labelled.flatMap(({ kind, text }) =>
			kind === "author-bio" ? (readBiography(text) ?? []) : [],
		),
	};
	const url = readUrl(sources);
	const rights = readRights(sources);
	const publisher = readPublisher(sources, url, rights?.value);
	return metadataOf({
		title: readTitle(sources),
		subtitle: firstOf(from("front-matter", frontMatterOf(page.head, "subtitle")), nonEmpty),
		authors: readAuthors(sources, publisher?.value.name),
		...readDates(sources),
		publisher,
		url,
		section: firstOf(stated(sources, "section"), (value) =>
			value.length <= MAX_SECTION ? nonEmpty(value) : undefined,
		),
		topics: readTextTopics(page.head, labelled, sources.lines.get("topics") ?? []),
		image: firstOf(from("front-matter", frontMatterOf(page.head, "image")), (value) =>
			webAddress(value, url?.value),
		),
		rights,
	});
}
