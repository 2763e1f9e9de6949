/**
 * `node bench/summarise/descriptions.ts [train|validate]`: three sentences and the lead against what pages say of
 * themselves (their `description`), by language and page type. Weak references, often written after the first paragraph,
 * but the only ones in languages other than English; those that copy the article are left out. Sites for testing aren't read.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decode } from "../../functions/ingest/decode/index.ts";
import { readHtml } from "../../functions/ingest/html/index.ts";
import { readArticle } from "../../functions/ingest/index.ts";
import type { Article } from "../../functions/shared/article.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { summarise } from "../../functions/summarise/index.ts";
import { aligned } from "../aligned.ts";
import { PAGE_SETS, type PageFile, pagesOf } from "../strip/pages.ts";
import { pairedInterval } from "./bootstrap.ts";

const SENTENCES = 3;
const FEWEST_CHARACTERS = 70;
const FEWEST_WORDS = 150;
const FEWEST_PAGES = 6;
/** A description is a copy if more than this share of its five-word sequences stand in the article. */
const MOST_COPIED = 0.3;

/** Words of any language by their beginnings, which finds about as much as a stemmer. */
const tokensOf = (text: string): string[] =>
	(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 6));
const gramsOf = (tokens: readonly string[], n: number): string[] =>
	tokens.slice(n - 1).map((_, at) => tokens.slice(at, at + n).join(" "));

function f1(found: readonly string[], wanted: readonly string[]): number {
	const left = new Map<string, number>();
	for (const gram of wanted) left.set(gram, (left.get(gram) ?? 0) + 1);
	let hits = 0;
	for (const gram of found) {
		const count = left.get(gram) ?? 0;
		if (count === 0) continue;
		hits++;
		left.set(gram, count - 1);
	}
	return hits === 0 ? 0 : (2 * hits) / (found.length + wanted.length);
}

/** Mean of ROUGE-1 and ROUGE-2, in points. */
function scoreOf(reference: readonly string[], summary: string): number {
	const tokens = tokensOf(summary);
	return 50 * (f1(tokens, reference) + f1(gramsOf(tokens, 2), gramsOf(reference, 2)));
}

/** A page's article with the longest thing that it says of itself. */
function described({
	file,
	url,
	contentType,
}: PageFile): { article: Article; description: string } | undefined {
	const bytes = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
	const hints = { contentType, ...(url !== undefined && { url }) };
	try {
		const { meta } = readHtml(decode(bytes, hints).text).head;
		const descriptions = ["description", "og:description", "twitter:description"].flatMap(
			(name) => meta.get(name) ?? [],
		);
		const [description = ""] = descriptions.sort((one, other) => other.length - one.length);
		return { article: readArticle(bytes, hints), description };
	} catch {
		return undefined;
	}
}

function copied(reference: readonly string[], article: Article): boolean {
	const there = new Set(gramsOf(tokensOf(article.blocks.map(({ text }) => text).join("\n")), 5));
	const grams = gramsOf(reference, 5);
	return grams.filter((gram) => there.has(gram)).length > MOST_COPIED * grams.length;
}

type Row = readonly [ours: number, lead: number];

function rowOf(page: PageFile): { group: string; row: Row } | undefined {
	const { article, description } = described(page) ?? {};
	if (
		!article ||
		!description ||
		description.length < FEWEST_CHARACTERS ||
		article.counts.words < FEWEST_WORDS
	)
		return undefined;
	const reference = tokensOf(description);
	if (copied(reference, article)) return undefined;
	const lead = readText(article).sentences.slice(0, SENTENCES);
	const ours = summarise(article, { keyPoints: SENTENCES }).keyPoints;
	const told = (points: readonly { readonly text: string }[]): number =>
		scoreOf(reference, points.map(({ text }) => text).join(" "));
	const language = article.language.split("-")[0] ?? "und";
	return {
		group: language === "en" ? `en, ${page.type ?? "article"}` : language,
		row: [told(ours), told(lead)],
	};
}

const parts = process.argv[2] === undefined ? (["train", "validate"] as const) : [process.argv[2]];
const groups = new Map<string, Row[]>();
for (const set of PAGE_SETS.filter(({ format }) => format === "html"))
	for (const page of pagesOf(set, "all")) {
		const found = page.part !== "test" && parts.includes(page.part) ? rowOf(page) : undefined;
		if (found) groups.set(found.group, [...(groups.get(found.group) ?? []), found.row]);
	}
const mean = (values: readonly number[]): string =>
	(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
const rows = [...groups]
	.filter(([, { length }]) => length >= FEWEST_PAGES)
	.sort(([, one], [, other]) => other.length - one.length)
	.map(([group, found]) => {
		const gain = pairedInterval(found.map(([ours, lead]) => ours - lead));
		return [
			`${group} (${found.length})`,
			mean(found.map(([ours]) => ours)),
			mean(found.map(([, lead]) => lead)),
			`${gain.mean.toFixed(2)} [${gain.low.toFixed(2)}, ${gain.high.toFixed(2)}]`,
		];
	});
console.log(aligned([["descriptions", "ours", "lead", "gain, 3 sentences"], ...rows]));
