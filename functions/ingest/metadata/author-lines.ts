/** The lines of a page that name its author, with what says so and where they stand. */
import type { Author } from "../../shared/article.ts";
import type { LabelledBlock, PageBlock } from "../page.ts";
import { readByline, readNames, readWorded, type Worded } from "./byline.ts";
import {
	AGENCY_LINE,
	ANNOUNCES,
	AUTHOR_ADDRESS,
	AUTHOR_ELEMENT,
	ELEMENT_OPENING,
	LONE_NAMES,
	LONE_UNCASED,
} from "./byline-words.ts";
import { isDateline } from "./datelines.ts";
import { ROLE } from "./roles.ts";

const MAX_LINE = 200;
const MAX_NAMES = 80;
/** A lone name may have this much behind it on its line. */
const MAX_REST = 45;
/** The first paragraph of the text is longer than this. */
const PARAGRAPH = 80;
/** Blocks above the title, and above the text of an article without one, that may be its byline. */
const ABOVE_TITLE = 3;
const ABOVE_TEXT = 12;
/** Blocks below the title that may be its byline, be there a standfirst that was taken for text, or no text near. */
const BELOW_TITLE = 8;
/** A title stands at most so many blocks above the text. */
const MAX_HEADER = 40;
/** Blocks below the beginning and the end of the text. */
const BELOW_START = 2;
const BELOW_END = 6;

/** What in a line says that its names are authors. */
export type How = "rel author" | "author link" | Worded["how"] | "announced" | "element" | "alone";

/** What is known of a line. */
export type LineTrait =
	| How
	| "top"
	/** Right below the title, where that isn't near the text. */
	| "header"
	| "bottom"
	| "far"
	| "first"
	| "next to the text"
	| "byline"
	| "author-bio"
	| "related"
	| "body"
	| "furniture";

/** One line's names. */
export interface AuthorLine {
	/** Position among the page's blocks. */
	readonly at: number;
	readonly people: readonly Author[];
	readonly how: How;
	readonly traits: readonly LineTrait[];
}

type Reading = Pick<AuthorLine, "people" | "how">;

/** Kinds of furniture, as far as an author's line may have been taken for it. */
const FURNITURE: ReadonlySet<LabelledBlock["kind"]> = new Set([
	"navigation",
	"promotion",
	"legal",
	"form",
	"advertisement",
	"share",
	"caption",
	"media",
]);

const TELLING = new Set<string>(["byline", "author-bio", "related", "body"] satisfies LineTrait[]);

/** Where the article's parts stand among the blocks. */
interface Layout {
	readonly title: number;
	readonly top: number;
	readonly start: number;
	readonly end: number;
	readonly bottom: number;
}

function layoutOf(labelled: readonly LabelledBlock[]): Layout {
	const title = labelled.findIndex(({ kind, level }) => kind === "title" || level === 1);
	const isText = ({ kind, text }: LabelledBlock): boolean => kind === "body" && text.length > PARAGRAPH;
	const start = labelled.findIndex((block, at) => at > title && isText(block));
	const hasHeader = title >= 0 && start - title < MAX_HEADER;
	const end = labelled.findLastIndex(isText);
	// What a heading follows on is another article's, or the author's box.
	const heading = labelled.findIndex(
		({ type, kind }, at) => at > end && type === "heading" && kind !== "byline" && kind !== "author-bio",
	);
	return {
		title,
		top: hasHeader ? title - ABOVE_TITLE : start - ABOVE_TEXT,
		start,
		end,
		bottom: Math.min(end + BELOW_END, heading < 0 ? labelled.length : heading),
	};
}

/** The authors that a line links to; the rest of it may tell their roles. */
function readLinks({ text, links }: PageBlock): Reading | undefined {
	const related = links.filter(({ rel }) => rel.includes("author"));
	const linked = related.length > 0 ? related : links.filter(({ href }) => AUTHOR_ADDRESS.test(href));
	if (linked.length === 0) return undefined;
	const whole = readByline(text);
	// Not all of those who are named need have a page.
	const named = readWorded(text)?.authors ?? [];
	if (named.length > linked.length && linked.every((link) => named.some(({ name }) => name === link.text)))
		return { people: named, how: related.length > 0 ? "rel author" : "author link" };
	const people = linked
		.flatMap((link) => readByline(link.text))
		.map((author) => whole.find(({ name }) => name === author.name) ?? author);
	return people.length === 0 ? undefined : { people, how: related.length > 0 ? "rel author" : "author link" };
}

/** An element named after authors, with nothing else in it but a date. */
function readElement({ text, markup }: PageBlock): Reading | undefined {
	if (text.length > MAX_NAMES || /^\d|[?!]$/.test(text)) return undefined;
	const within = [markup, markup?.parent, markup?.parent?.parent];
	if (!within.some((element) => AUTHOR_ELEMENT.test(element?.names ?? ""))) return undefined;
	const line = text.replace(/[\s,·|•–—-]*\d.*$/u, "").replace(ELEMENT_OPENING, "");
	const people = readNames(AGENCY_LINE.exec(line)?.[1] ?? line);
	return people.length === 0 ? undefined : { people, how: "element" };
}

/** The authors that a line names, by itself. */
function readAuthorLine(block: PageBlock): Reading | undefined {
	if (block.text.length > MAX_LINE) return undefined;
	const linked = block.links.length > 0 ? readLinks(block) : undefined;
	if (linked) return linked;
	const worded = readWorded(block.text);
	return worded ? { people: worded.authors, how: worded.how } : readElement(block);
}

/** A date that a line opens with, and the marks behind it. */
const LEADING_DATE = /^(.{4,60}\d(?:\s?(?:Uhr|h|hrs|am|pm|AM|PM))?\.?)[\s|•·–—/,-]{0,5}(?=[\p{Lu}\p{Lo}])/u;

/** A day and a year, in either order: `4 March 2025`, `2025-03-04`, `March 4th, 2025`. */
const HAS_DAY =
	/\p{Nd}{1,2}\P{Nd}{1,20}\p{Nd}{4}(?!\p{Nd})|(?<!\p{Nd})\p{Nd}{4}\P{Nd}{1,3}\p{Nd}{1,2}\P{Nd}{1,3}\p{Nd}/u;

function readLoneNames({ text }: PageBlock, mayBeUncased: boolean): Reading | undefined {
	const date = LEADING_DATE.exec(text);
	const line = date?.[1] !== undefined && isDateline(date[1]) ? text.slice(date[0].length) : text;
	const agencies = AGENCY_LINE.exec(line)?.[1];
	if (agencies !== undefined) return { people: readNames(agencies), how: "alone" };
	const names = LONE_NAMES.exec(line)?.[0] ?? (mayBeUncased ? LONE_UNCASED.exec(line)?.[0] : undefined);
	if (names === undefined) return undefined;
	const rest = line.slice(names.length);
	if (rest.length > MAX_REST && !ROLE.test(rest) && !/^\s?\(/.test(rest)) return undefined;
	return { people: readNames(names.replace(/^(?:de|di)\s(?=\p{Lu}\S+\s\p{Lu})/u, "")), how: "alone" };
}

/** Blocks above and below a name that its date may stand in. */
const DATE_NEAR = 2;

/** Without markup, what kind of furniture a short line is is a guess; by a date below a title, it is a byline. */
const isDated = (labelled: readonly LabelledBlock[], at: number): boolean =>
	labelled
		.slice(Math.max(0, at - DATE_NEAR), at + DATE_NEAR + 1)
		.some(({ text }) => text.length <= MAX_NAMES && HAS_DAY.test(text));

/** All lines that may name the authors, in page order. */
export function authorLines(labelled: readonly LabelledBlock[]): readonly AuthorLine[] {
	const { title, top, start, end, bottom } = layoutOf(labelled);
	const lines: AuthorLine[] = [];
	let announced = false;
	let found = false;
	for (const [at, block] of labelled.entries()) {
		const { text, kind, type } = block;
		const isBetween =
			block.markup === undefined &&
			title >= 0 &&
			at > title &&
			at <= title + BELOW_TITLE &&
			at < start &&
			isDated(labelled, at);
		if (text.length > MAX_LINE || (kind === "comments" && !isBetween) || kind === "title") continue;
		const isHeader = title >= 0 && at > title && at <= title + BELOW_TITLE && at < end;
		const isNear = at >= top && at <= start + BELOW_START;
		const zone = isNear ? "top" : isHeader ? "header" : at >= end && at <= bottom ? "bottom" : "far";
		if (zone === "far" && (kind === "body" || kind === "related" || FURNITURE.has(kind))) continue;
		const follows = announced;
		announced = text.length < 40 && ANNOUNCES.test(text);
		if (announced) continue;
		let line = readAuthorLine(block);
		if (
			follows &&
			text.length <= MAX_NAMES &&
			!/\p{Ll}{3}[.!?]$/u.test(text) &&
			(!line || line.how === "element")
		)
			line = { people: readNames(text), how: "announced" };
		const mayStandAlone = isNear && (at < start || kind !== "body");
		if (!line && mayStandAlone && type !== "heading" && (isBetween || !FURNITURE.has(kind)))
			line = readLoneNames(block, kind === "byline" || kind === "dateline");
		if (!line || line.people.length === 0 || (line.how === "within" && kind === "body")) continue;
		const traits: LineTrait[] = [line.how, zone];
		if (TELLING.has(kind) && !(line.how === "alone" && kind === "body")) traits.push(kind as LineTrait);
		else if (FURNITURE.has(kind)) traits.push("furniture");
		if (line.how === "alone" && (at === start - 1 || at === title + 1)) traits.push("next to the text");
		if (zone !== "far" && !found) traits.push("first");
		found ||= zone !== "far";
		lines.push({ at, ...line, traits });
	}
	return lines;
}
