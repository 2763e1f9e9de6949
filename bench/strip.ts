/**
 * How well articles are found on web pages: `node bench/strip.ts [--check] [--json]`.
 * Reads a fixed sample of the page sets in $PRECIS_SHARED/data/pages (default ../shared beside the
 * repository) and prints a line a set; `--check` fails when a figure is below its floor in floors.json.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { type Article, bodyText, RejectedUpload, readArticle } from "../functions/ingest/index.ts";
import { areAuthors, isDate, isTitle, mean, score } from "./metric.ts";

const ROOT = path.join(import.meta.dirname, "..");
const PAGES = path.resolve(ROOT, process.env.PRECIS_SHARED ?? "../shared", "data/pages");
const FLOORS = path.join(import.meta.dirname, "floors.json");

/** The sample: how many pages of a set at most, taken evenly, and of which type. */
const SETS: readonly { readonly set: string; readonly pages: number; readonly type?: string }[] = [
	{ set: "scrapinghub", pages: 55 },
	{ set: "fundus", pages: 85 },
	{ set: "wcxb-dev", pages: 200, type: "article" },
	{ set: "magic-article", pages: 146 },
	{ set: "cleanportaleval", pages: 56 },
	{ set: "postlight", pages: 130 },
];

const IndexSchema = z.array(
	z.object({
		id: z.string(),
		html: z.string(),
		url: z.string().nullish(),
		type: z.string().optional(),
		truth: z.object({
			text: z.string().optional(),
			title: z.string().nullish(),
			author: z.union([z.string(), z.array(z.string()).transform((names) => names.join(" "))]).nullish(),
			date: z.string().nullish(),
		}),
	}),
);
type Entry = z.infer<typeof IndexSchema>[number];

/** One set's figures, each a share but the last two. */
type Figures = Readonly<Record<string, number>>;

const FloorsSchema = z.record(z.string(), z.record(z.string(), z.number()));

interface Reading {
	readonly entry: Entry;
	readonly article: Article | undefined;
	readonly milliseconds: number;
}

function sample({ set, pages, type }: (typeof SETS)[number]): readonly Entry[] {
	const index = IndexSchema.parse(JSON.parse(readFileSync(path.join(PAGES, set, "index.json"), "utf8")));
	const fitting = index.filter((entry) => type === undefined || entry.type === type);
	const step = Math.max(1, fitting.length / pages);
	return Array.from(
		{ length: Math.min(pages, fitting.length) },
		(_, i) => fitting[Math.floor(i * step)],
	).filter((entry) => entry !== undefined);
}

function read(set: string, entry: Entry): Reading {
	const bytes = gunzipSync(readFileSync(path.join(PAGES, set, entry.html)));
	const start = performance.now();
	try {
		const article = readArticle(bytes, {
			url: entry.url ?? undefined,
			contentType: "text/html; charset=utf-8",
		});
		return { entry, article, milliseconds: performance.now() - start };
	} catch (error) {
		if (!(error instanceof RejectedUpload)) throw error;
		return { entry, article: undefined, milliseconds: performance.now() - start };
	}
}

/** Share of the readings that have a truth for it that are right. */
function rate<T>(
	readings: readonly Reading[],
	truthOf: (entry: Entry) => T | null | undefined,
	isRight: (truth: T, article: Article) => boolean,
): number {
	const known = readings.flatMap(({ entry, article }) => {
		const truth = truthOf(entry);
		return truth ? [{ truth, article }] : [];
	});
	return mean(known.map(({ truth, article }) => Number(article !== undefined && isRight(truth, article))));
}

function figuresOf(readings: readonly Reading[]): Figures {
	const texts = readings.flatMap(({ entry, article }) =>
		entry.truth.text === undefined
			? []
			: [{ truth: entry.truth.text, text: article ? bodyText(article) : "" }],
	);
	const figures = {
		...score(texts),
		title: rate(
			readings,
			(e) => e.truth.title,
			(truth, { metadata }) => isTitle(truth, metadata.title),
		),
		author: rate(
			readings,
			(e) => e.truth.author,
			(truth, { metadata }) => areAuthors(truth, metadata.authors.map(({ name }) => name).join(" ")),
		),
		date: rate(
			readings,
			(e) => e.truth.date,
			(truth, { metadata }) => isDate(truth, metadata.publishedAt),
		),
		rejected: mean(readings.map(({ article }) => Number(article === undefined))),
		milliseconds: mean(readings.map(({ milliseconds }) => milliseconds)),
	};
	return Object.fromEntries(Object.entries(figures).filter(([, value]) => !Number.isNaN(value)));
}

/** What is below its floor, as sentences. */
function belowFloor(results: Readonly<Record<string, Figures>>): readonly string[] {
	const floors = FloorsSchema.parse(JSON.parse(readFileSync(FLOORS, "utf8")));
	return Object.entries(floors).flatMap(([set, figures]) =>
		Object.entries(figures).flatMap(([name, floor]) => {
			const value = results[set]?.[name];
			return value !== undefined && value >= floor
				? []
				: [`${set}: ${name} is ${value?.toFixed(3) ?? "not measured"}, the floor is ${floor}.`];
		}),
	);
}

function main(): void {
	const { values } = parseArgs({ options: { check: { type: "boolean" }, json: { type: "boolean" } } });
	if (!existsSync(PAGES)) {
		console.error(
			`The page sets are not at ${PAGES}: set PRECIS_SHARED to the folder that holds data/pages.`,
		);
		process.exitCode = 2;
		return;
	}
	const results: Record<string, Figures> = {};
	for (const part of SETS) {
		const entries = sample(part);
		for (const entry of entries.slice(0, 10)) read(part.set, entry);
		const figures = figuresOf(entries.map((entry) => read(part.set, entry)));
		results[part.set] = figures;
		const line = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
		if (!values.json)
			console.log(`${part.set.padEnd(16)} n=${String(entries.length).padEnd(4)} ${line.join("  ")}`);
	}
	if (values.json) console.log(JSON.stringify(results, null, "\t"));
	const failures = values.check ? belowFloor(results) : [];
	for (const failure of failures) console.error(failure);
	if (failures.length > 0) process.exitCode = 1;
}

main();
