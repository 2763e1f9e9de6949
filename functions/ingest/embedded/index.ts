/**
 * The last resort for pages whose markup holds no body, or only the beginning of one: what they declare to
 * search engines (JSON-LD) or carry for their own scripts.
 */
import type { PageType, Warning } from "../../shared/article.ts";
import { oneLine } from "../characters.ts";
import { readHtml } from "../html/index.ts";
import { essence } from "../metadata/values.ts";
import type { LabelledBlock, Page, PageBlock } from "../page.ts";
import { declaredType } from "../page-type.ts";
import { bodiesIn, type DataBody } from "./bodies.ts";
import { streamedValues, valuesIn } from "./json-in-script.ts";
import { partsOf } from "./parts.ts";

/** Told when the body is none that the page shows. */
export const BODY_FROM_DATA: Warning = {
	code: "body-from-metadata",
	message: "The page shows no article; its text was taken from what the page declares to search engines.",
};

/** A page that shows so much has a body of its own. */
const MAX_TEASER = 1_500;
/** A body of the page's data is taken only if it is so many times as long as what is shown. */
const CLEARLY_LONGER = 2;
const MIN_BODY = 400;
/** Of what is shown, so much has to be in the data, unless they have the same title. */
const MIN_SHARED = 0.5;
/** What is shown and shorter says nothing about what the page is. */
const MIN_SHOWN = 200;
/** Pages whose data hold much text and no body. */
const NO_ARTICLE: ReadonlySet<PageType | undefined> = new Set(["product", "listing"]);
const MIN_TITLE = 8;
/** Letters and digits of a description that a body has to hold. */
const OPENING = 40;
/** Blocks that are looked for in a body, and characters of those that are cut. */
const MAX_BLOCKS = 300;
const MIN_CUT = 40;
const MAX_CANDIDATES = 30;
/** Letters and digits of a body's first block that may be its title. */
const BEGINNING = 200;
/** Where a page shows nothing, its longest body is taken if it is so long, and so many times as long as any other. */
const MIN_LONGEST = 800;
const FAR_LONGER = 1.5;
const CONFIDENCE = 0.7;

/** Markup, plain or escaped. */
const MARKUP = /<\/?[a-z][^<>]{0,2000}>/i;
const ESCAPED = /&lt;\/?(?:p|div|br|strong|em|a|h\d|ul|li|figure|blockquote)\b/i;

const ENTITY = /&(?:[a-z]{2,8}|#\d{2,5});/i;

const unescaped = (text: string): string =>
	text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** A body's blocks; they have no place in the page's markup. */
function blocksOf({ parts }: DataBody): readonly PageBlock[] {
	return parts.flatMap(({ type, text }): readonly PageBlock[] => {
		const html = ESCAPED.test(text) ? unescaped(text) : text;
		if (MARKUP.test(html) || ENTITY.test(html))
			return readHtml(MARKUP.test(html) ? html : html.replaceAll("\n", "<br><br>")).blocks.map(
				({ markup: _, ...block }) => (block.type === "paragraph" ? { ...block, type } : block),
			);
		return html
			.split(/\n+/)
			.map(oneLine)
			.filter((line) => line !== "")
			.map((line) => ({ type, text: line, linkDensity: 0, links: [] }));
	});
}

/** What JSON-LD's articles have as their text. */
function linkedBodies({ head }: Page): readonly DataBody[] {
	const bodies: readonly DataBody[] = head.jsonLd.flatMap((node) => {
		const title = [node.headline, node.name].find((value) => typeof value === "string") ?? "";
		const body = Object.hasOwn(node, "articleBody") ? node.articleBody : undefined;
		const parts = partsOf(typeof body === "string" ? body : []);
		const length = parts.reduce((sum, { text }) => sum + text.length, 0);
		return length > 0 ? [{ parts, title, length }] : [];
	});
	return bodies.length === 1 ? bodies.map((body) => ({ ...body, sure: true })) : bodies;
}

/** Bodies in scripts and attributes; those that hold markup as it is (templates) among them. */
function stateBodies({ head }: Page): readonly DataBody[] {
	const data = (head.data ?? []).map(String);
	const values = [...data.flatMap(valuesIn), ...streamedValues(data)];
	const templates = data.filter((text) => /^\s*<[a-z]/i.test(text)).map((body) => ({ body }));
	return [...values, ...templates].flatMap(bodiesIn);
}

const lengthOf = (blocks: readonly PageBlock[]): number =>
	blocks.reduce((sum, { text }) => sum + text.length, 0);

/** What tells that a body is the page's: its title, the beginning of its description, what it shows. */
interface Signs {
	readonly titles: readonly string[];
	readonly openings: readonly string[];
	readonly shown: readonly string[];
	readonly cut: readonly string[];
}

function signsOf({ head }: Page, labelled: readonly LabelledBlock[]): Signs {
	const headings = labelled.filter(({ level }) => level === 1).map(({ text }) => text);
	const titles = [head.title ?? "", head.meta.get("og:title")?.[0] ?? "", ...headings];
	const openings = ["description", "og:description"].map((name) => head.meta.get(name)?.[0] ?? "");
	const keysOf = (isBody: boolean): readonly string[] =>
		labelled.filter(({ kind }) => (kind === "body") === isBody).map(({ text }) => essence(text));
	return {
		titles: titles.map(essence).filter((title) => title.length >= MIN_TITLE),
		openings: openings
			.map((text) => essence(text).slice(0, OPENING))
			.filter((text) => text.length === OPENING),
		shown: keysOf(true),
		cut: keysOf(false)
			.filter(({ length }) => length >= MIN_CUT)
			.slice(0, MAX_BLOCKS),
	};
}

/** Is it one of the titles, one of the two perhaps with its site or section? */
const isAmong = (titles: readonly string[], key: string): boolean =>
	key.length >= MIN_TITLE &&
	titles.some((title) => (title.length > key.length ? title.includes(key) : key.includes(title)));

/** Do both name the same article? */
const isTitled = (body: DataBody, titles: readonly string[]): boolean =>
	body.sure === true || isAmong(titles, essence(body.title));

/** A body in words, rather than in code, keys or drawings. */
const isProse = (text: string): boolean => {
	const sample = text.slice(0, 5_000);
	const breaks = sample.match(/[\s\p{Lo}]/gu)?.length ?? 0;
	const letters = sample.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
	return (
		breaks > sample.length / 14 &&
		letters > sample.length / 2 &&
		!/[{};]\s{0,3}[\w$.#-]{1,40}\s{0,3}[:({]/.test(sample)
	);
};

const share = (texts: readonly string[], isIn: (text: string) => boolean): number => {
	const all = texts.reduce((sum, { length }) => sum + length, 0);
	return all === 0 ? 0 : texts.filter(isIn).reduce((sum, { length }) => sum + length, 0) / all;
};

interface Candidate {
	readonly blocks: readonly PageBlock[];
	readonly keys: string;
}

/** A body as blocks, if it is the page's. */
function candidate(body: DataBody, signs: Signs, isTrusted: boolean, enough: number): Candidate | undefined {
	const blocks = blocksOf(body);
	if (lengthOf(blocks) < enough || !isProse(blocks.map(({ text }) => text).join("\n"))) return undefined;
	const keys = blocks.map(({ text }) => essence(text)).join("");
	const cut = signs.cut.filter((text) => keys.includes(text)).join("").length;
	const shows = signs.shown.join("").length >= MIN_SHOWN;
	// What stands on the page and was cut was cut for a reason.
	if (shows && cut > MIN_SHARED * keys.length) return undefined;
	const belongs =
		isTrusted ||
		signs.openings.some((opening) => keys.includes(opening)) ||
		isAmong(signs.titles, essence(blocks[0]?.text ?? "").slice(0, BEGINNING)) ||
		(shows && share(signs.shown, (text) => keys.includes(text)) >= MIN_SHARED);
	return belongs ? { blocks, keys } : undefined;
}

/** The longest of the bodies that are the page's; those of its title first. */
function bestOf(bodies: readonly DataBody[], signs: Signs, enough: number): Candidate | undefined {
	const long = bodies.filter(({ length }) => length >= enough).toSorted((a, b) => b.length - a.length);
	const titled = new Set(long.filter((body) => isTitled(body, signs.titles)));
	const ranked = [...titled, ...long.filter((body) => !titled.has(body))].slice(0, MAX_CANDIDATES);
	for (const body of ranked) {
		const found = candidate(body, signs, titled.has(body), enough);
		if (found) return found;
	}
	return undefined;
}

/** The longest of the bodies without a title of their own, where nothing is shown that could tell which is the page's. */
function longestOf(bodies: readonly DataBody[], signs: Signs): Candidate | undefined {
	if (signs.shown.join("").length >= MIN_SHOWN) return undefined;
	const [longest, ...others] = bodies
		.filter(({ title }) => signs.titles.length === 0 || essence(title).length < MIN_TITLE)
		.toSorted((a, b) => b.length - a.length)
		.slice(0, MAX_CANDIDATES)
		.flatMap((body) => candidate(body, signs, true, MIN_BODY) ?? []);
	if (!longest || longest.keys.length < MIN_LONGEST) return undefined;
	const isFarLonger = others.every(
		({ keys }) => keys.length * FAR_LONGER < longest.keys.length || isSame(keys, longest.keys),
	);
	return isFarLonger ? longest : undefined;
}

/** A body stands in a page's data as text and as markup. */
const isSame = (a: string, b: string): boolean =>
	b.includes(a.slice(0, OPENING)) || a.includes(b.slice(0, OPENING));

/** The page's blocks, with the body of its data in the place of its own where that is clearly less. */
export function withDataBody(page: Page, labelled: readonly LabelledBlock[]): readonly LabelledBlock[] {
	const own = labelled.filter(({ kind }) => kind === "body");
	if (own.length > MAX_BLOCKS) return labelled;
	const ownLength = lengthOf(own);
	const enough = Math.max(MIN_BODY, CLEARLY_LONGER * ownLength);
	const linked = linkedBodies(page);
	const isTeaser = ownLength <= MAX_TEASER && !NO_ARTICLE.has(declaredType(page));
	if (!isTeaser && linked.every(({ length }) => length < enough)) return labelled;
	const signs = signsOf(page, labelled);
	const state = isTeaser ? stateBodies(page) : [];
	const best = bestOf(linked, signs, enough) ?? bestOf(state, signs, enough) ?? longestOf(state, signs);
	if (!best) return labelled;
	const body = best.blocks.map(
		(block): LabelledBlock => ({ ...block, kind: "body", confidence: CONFIDENCE, fromData: true }),
	);
	// What of it the page shows, it now says twice; what else it shows is no part of it.
	const rest = labelled
		.filter(({ kind, text }) => kind !== "body" || !best.keys.includes(essence(text)))
		.map(
			(block): LabelledBlock =>
				block.kind === "body" ? { ...block, kind: "other", confidence: 1 - block.confidence } : block,
		);
	const at = labelled.findIndex(({ kind }) => kind === "body");
	return at < 0 ? [...rest, ...body] : [...rest.slice(0, at), ...body, ...rest.slice(at)];
}
