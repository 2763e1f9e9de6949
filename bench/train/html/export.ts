/**
 * Writes what the classifiers learn from, of the pages of the train and validate parts, in two steps:
 * `node bench/train/html/export.ts FOLDER words` writes the pages, and the buckets of the names above each block
 * and of its words; `... features` one row of features a block, in which names and words sound as they do to
 * regressions that never saw the site (sounds.json). FOLDER is outside of the project: it holds numbers made
 * from its data.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import type { Page } from "../../../functions/ingest/page.ts";
import { FEATURES, featuresOf } from "../../../functions/ingest/strip/features/index.ts";
import { pageFeatures } from "../../../functions/ingest/strip/features/page.ts";
import { bucketsOf } from "../../../functions/ingest/strip/features/sounds.ts";
import { type Sound, type Sounds, surveyOf } from "../../../functions/ingest/strip/features/survey.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";
import { tokensOf } from "../../metric.ts";
import { siteOf } from "../../split.ts";
import { bytesOf, PAGE_SETS, type PageFile, pagesOf } from "../../strip/pages.ts";
import { align } from "./align.ts";

const FOLDS = 5;
const SETS = new Set(
	"scrapinghub fundus wcxb-dev magic-article magic-forum cleanportaleval trafilatura".split(" "),
);
const decoder = new TextDecoder();

interface TrainingPage {
	readonly set: string;
	readonly file: PageFile;
	readonly page: Page;
	readonly site: string;
	readonly fold: number;
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
	return { set, file, page, site, fold: Math.abs(hashOf(site)) % FOLDS };
}

/** The pages, fold after fold. */
function readPages(): readonly TrainingPage[] {
	const pages = PAGE_SETS.filter(({ name }) => SETS.has(name)).flatMap((set) =>
		pagesOf(set, "all")
			.filter(({ part }) => part !== "test")
			.map((file) => prepare(set.name, file)),
	);
	return Array.from({ length: FOLDS }, (_, fold) => pages.filter((page) => page.fold === fold)).flat();
}

/** What a page is learned from, but for its features. */
function entryOf({ set, file, page, site, fold }: TrainingPage) {
	return {
		set,
		id: file.id,
		site,
		fold,
		part: file.part,
		type: file.type ?? null,
		labels: labelsOf(file, page).map((label) => label ?? -1),
		tokens: page.blocks.map(({ text }) => tokensOf(text).map(hashOf)),
		truth: file.truth.text === undefined ? null : tokensOf(file.truth.text).map(hashOf),
	};
}

/** Lists of buckets, one after the other, and where each begins and ends. */
function writeBuckets(write: Write, name: string, lists: readonly (readonly number[])[]): void {
	const ends = new Int32Array(lists.length + 1);
	lists.forEach((list, i) => {
		ends[i + 1] = (ends[i] ?? 0) + list.length;
	});
	const all = new Uint16Array(ends.at(-1) ?? 0);
	for (const [i, list] of lists.entries()) all.set(list, ends[i]);
	write(`${name}.u16`, new Uint8Array(all.buffer));
	write(`${name}.i32`, new Uint8Array(ends.buffer));
}

type Write = (name: string, data: string | Uint8Array) => void;

function exportWords(pages: readonly TrainingPage[], write: Write): void {
	write("index.jsonl", pages.map((page) => JSON.stringify(entryOf(page))).join("\n"));
	const buckets = pages.flatMap(({ page: { blocks } }) => bucketsOf(outlineOf(blocks)));
	for (const name of ["names", "words"] as const)
		writeBuckets(
			write,
			name,
			buckets.map((of) => of[name]),
		);
}

/** A regression as train.py writes it. */
type Stored = Omit<Sound, "weights"> & { readonly weights: readonly number[] };

const soundOf = ({ weights, ...sound }: Stored): Sound => ({ ...sound, weights: Int8Array.from(weights) });

/** What names and words sound like to who never saw a fold's sites, fold by fold. */
const readSounds = (folder: string): readonly Sounds[] =>
	JSON.parse(readFileSync(path.join(folder, "sounds.json"), "utf8")).map(
		({ names, elsewhere, words }: Readonly<Record<keyof Sounds, Stored>>) => ({
			names: soundOf(names),
			elsewhere: soundOf(elsewhere),
			words: soundOf(words),
		}),
	);

function exportFeatures(pages: readonly TrainingPage[], write: Write, sounds: readonly Sounds[]): void {
	const rows: Uint8Array[] = [];
	const facts: Uint8Array[] = [];
	for (const { page, fold } of pages) {
		const unseen = sounds[fold];
		if (!unseen) throw new Error(`sounds.json has no fold ${fold}.`);
		const survey = surveyOf(page, unseen);
		rows.push(new Uint8Array(featuresOf(survey).buffer));
		facts.push(new Uint8Array(survey.facts.buffer));
	}
	write("rows.f32", Buffer.concat(rows));
	write("facts.f32", Buffer.concat(facts));
	write("facts.json", JSON.stringify(pageFeatures.names));
	write("features.json", JSON.stringify(FEATURES));
	console.log(`${pages.length} pages, ${FEATURES.length} features`);
}

function main(folder: string, step: string): void {
	mkdirSync(folder, { recursive: true });
	const write: Write = (name, data) => writeFileSync(path.join(folder, name), data);
	const pages = readPages();
	if (step === "words") exportWords(pages, write);
	else exportFeatures(pages, write, readSounds(folder));
}

main(process.argv[2] ?? "", process.argv[3] ?? "");
