/**
 * Writes what the block classifier learns from: `node bench/train/html/export.ts FOLDER`.
 * One row of features a block, of the pages of the train and validate parts; words are learned anew for each
 * fold, without the fold's own sites. FOLDER is outside of the project: it holds numbers made from its data.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import type { Page } from "../../../functions/ingest/page.ts";
import { FEATURES, featuresOf } from "../../../functions/ingest/strip/features/index.ts";
import { pageFeatures } from "../../../functions/ingest/strip/features/page.ts";
import { type Lexicon, surveyOf } from "../../../functions/ingest/strip/features/survey.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";
import { tokensOf } from "../../metric.ts";
import { siteOf } from "../../split.ts";
import { bytesOf, PAGE_SETS, type PageFile, pagesOf } from "../../strip/pages.ts";
import { align } from "./align.ts";
import { type LabelledPage, learnLexicon } from "./lexicon.ts";

const LEXICON_MODULE = path.join(import.meta.dirname, "../../../functions/ingest/model/html-lexicon.ts");
const FOLDS = 5;
const SETS = new Set(
	"scrapinghub fundus wcxb-dev magic-article magic-forum cleanportaleval trafilatura".split(" "),
);
const decoder = new TextDecoder();

interface TrainingPage extends LabelledPage {
	readonly set: string;
	readonly file: PageFile;
	readonly page: Page;
	readonly fold: number;
	/** Tokens of each block. */
	readonly tokens: readonly (readonly string[])[];
}

/** FNV-1a: the same on every machine. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash | 0;
}

const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Of a page of which only segments are known: the blocks that hold one, or are held by one. */
function labelBySegments(
	{ blocks }: Page,
	yes: readonly string[],
	no: readonly string[],
): readonly (number | undefined)[] {
	const [wanted, banned] = [yes.map(spaced), no.map(spaced)];
	return blocks.map(({ text }) => {
		const isOf = (segment: string): boolean =>
			segment !== "" && (text.includes(segment) || (text.length > 25 && segment.includes(text)));
		const [is, isnt] = [wanted.some(isOf), banned.some(isOf)];
		return is === isnt ? undefined : Number(is);
	});
}

function labelsOf({ truth }: PageFile, page: Page): readonly (number | undefined)[] {
	if (truth.text === undefined) return labelBySegments(page, truth.with ?? [], truth.without ?? []);
	return align(
		page.blocks.map(({ text }) => text),
		truth.text,
	).map(({ tokens, covered }) => (tokens === 0 ? undefined : covered / tokens));
}

function prepare(set: string, file: PageFile): TrainingPage {
	const page = readHtml(decoder.decode(bytesOf(file)));
	const site = siteOf(file.host);
	return {
		set,
		file,
		page,
		site,
		isArticle: (file.type ?? "article") === "article" && set !== "magic-forum",
		fold: Math.abs(hashOf(site)) % FOLDS,
		blocks: page.blocks,
		outline: outlineOf(page.blocks),
		labels: labelsOf(file, page),
		tokens: page.blocks.map(({ text }) => tokensOf(text)),
	};
}

/** The module that holds the words, those of one score on one line. */
function lexiconModule(lexicon: Lexicon): string {
	const lines = [...Map.groupBy(lexicon, ([, leaning]) => leaning.join(" "))]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([score, words]) => `\t"${score} ${words.map(([word]) => word).join(" ")}",`);
	return [
		"/** Written by bench/train; don't edit. */",
		"",
		"/** What words of class, id and the like say for a body, on all pages and on those that aren't articles: the log of the odds, then the words. */",
		"export const HTML_LEXICON: readonly string[] = [",
		...lines,
		"];",
		"",
	].join("\n");
}

function main(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const pages = PAGE_SETS.filter(({ name }) => SETS.has(name)).flatMap((set) =>
		pagesOf(set, "all")
			.filter(({ part }) => part !== "test")
			.map((file) => prepare(set.name, file)),
	);
	const known = pages.filter(({ file }) => file.truth.text !== undefined);
	const rows: Uint8Array[] = [];
	const facts: Uint8Array[] = [];
	for (let fold = 0; fold < FOLDS; fold++) {
		const lexicon = learnLexicon(known.filter((page) => page.fold !== fold));
		for (const { page } of pages.filter((one) => one.fold === fold)) {
			const survey = surveyOf(page, lexicon);
			rows.push(new Uint8Array(featuresOf(survey).buffer));
			facts.push(new Uint8Array(survey.facts.buffer));
		}
	}
	const ordered = Array.from({ length: FOLDS }, (_, fold) =>
		pages.filter((page) => page.fold === fold),
	).flat();
	const index = ordered.map(({ set, file, site, fold, labels, tokens }) => ({
		set,
		id: file.id,
		site,
		fold,
		part: file.part,
		type: file.type ?? null,
		labels: labels.map((label) => label ?? -1),
		tokens: tokens.map((block) => block.map(hashOf)),
		truth: file.truth.text === undefined ? null : tokensOf(file.truth.text).map(hashOf),
	}));
	const write = (name: string, data: string | Uint8Array): void =>
		writeFileSync(path.join(folder, name), data);
	write("rows.f32", Buffer.concat(rows));
	write("facts.f32", Buffer.concat(facts));
	write("facts.json", JSON.stringify(pageFeatures.names));
	write("index.jsonl", index.map((page) => JSON.stringify(page)).join("\n"));
	write("features.json", JSON.stringify(FEATURES));
	writeFileSync(LEXICON_MODULE, lexiconModule(learnLexicon(known)));
	console.log(`${pages.length} pages, ${FEATURES.length} features`);
}

main(process.argv[2] ?? "");
