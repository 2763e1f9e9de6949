/** The pages with their true text that are measured on: $PRECIS_SHARED/data, not part of this project. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { type Part, partOf } from "../split.ts";
import type { PageFormat } from "./extractor.ts";

const ROOT = path.join(import.meta.dirname, "../..");

/** The folder of all data that is measured on. */
export const DATA = path.resolve(ROOT, process.env.PRECIS_SHARED ?? "../shared", "data");

/** A set of pages that is reported as one. */
export interface PageSet {
	readonly name: string;
	readonly folder: string;
	readonly format: PageFormat;
	/** How many pages the fixed sample of `--check` has at most. */
	readonly sample: number;
}

/** All sets, in the order they are shown. */
export const PAGE_SETS: readonly PageSet[] = [
	{ name: "scrapinghub", folder: "pages/scrapinghub", format: "html", sample: 55 },
	{ name: "fundus", folder: "pages/fundus", format: "html", sample: 85 },
	{ name: "wcxb-dev", folder: "pages/wcxb-dev", format: "html", sample: 400 },
	{ name: "magic-article", folder: "pages/magic-article", format: "html", sample: 146 },
	{ name: "magic-forum", folder: "pages/magic-forum", format: "html", sample: 102 },
	{ name: "cleanportaleval", folder: "pages/cleanportaleval", format: "html", sample: 56 },
	{ name: "trafilatura", folder: "pages/trafilatura", format: "html", sample: 300 },
	{ name: "postlight", folder: "pages/postlight", format: "html", sample: 130 },
	{ name: "scrapinghub-text", folder: "pages-text/scrapinghub-text", format: "text", sample: 55 },
	{ name: "fundus-text", folder: "pages-text/fundus-text", format: "text", sample: 85 },
	{ name: "wcxb-text", folder: "pages-text/wcxb-dev-text", format: "text", sample: 200 },
];

const names = z.union([z.string(), z.array(z.string()).transform((list) => list.join(" "))]);

const IndexSchema = z.array(
	z.object({
		id: z.string(),
		html: z.string(),
		url: z.string().nullish(),
		host: z.string().nullish(),
		type: z.string().optional(),
		truth: z.object({
			text: z.string().optional(),
			title: z.string().nullish(),
			author: names.nullish(),
			date: z.string().nullish(),
			with: z.array(z.string()).optional(),
			without: z.array(z.string()).optional(),
		}),
	}),
);

/** What is true of a page; each field may be unknown. */
export type Truth = z.infer<typeof IndexSchema>[number]["truth"];

/** A page of a set. */
export interface PageFile {
	readonly id: string;
	readonly file: string;
	readonly url: string | undefined;
	readonly contentType: string;
	readonly type: string | undefined;
	/** Where it is from; no other part has its site. */
	readonly host: string;
	readonly part: Part;
	readonly truth: Truth;
}

/** The pages of a set that belong to a part. */
export function pagesOf({ folder, format }: PageSet, part: Part | "all"): readonly PageFile[] {
	const base = path.join(DATA, folder);
	const index = IndexSchema.parse(JSON.parse(readFileSync(path.join(base, "index.json"), "utf8")));
	const pages = index.map((entry): PageFile => {
		const host = entry.host || hostOf(entry.url) || entry.id;
		return {
			id: entry.id,
			file: path.join(base, entry.html),
			url: entry.url ?? undefined,
			contentType: format === "html" ? "text/html" : "text/plain",
			type: entry.type,
			host,
			part: partOf(host),
			truth: entry.truth,
		};
	});
	return pages.filter((page) => part === "all" || page.part === part);
}

const hostOf = (url: string | null | undefined): string | undefined =>
	url ? URL.parse(url)?.hostname : undefined;

/** At most `count` of the pages, taken evenly, always the same. */
export function sampleOf<T>(pages: readonly T[], count: number): readonly T[] {
	const step = Math.max(1, pages.length / count);
	return Array.from({ length: Math.min(count, pages.length) }, (_, i) => pages[Math.floor(i * step)]).filter(
		(page) => page !== undefined,
	);
}

/** A page's bytes. */
export const bytesOf = ({ file }: PageFile): Uint8Array => new Uint8Array(gunzipSync(readFileSync(file)));

/** True where the data is at hand. */
export const hasData = (): boolean => existsSync(DATA);
