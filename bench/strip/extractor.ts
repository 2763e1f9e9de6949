/** What every extractor in the bench is, ours and the peers' alike. */

/** One page as an extractor gets it: the same text in the form that it takes. */
export interface PageInput {
	readonly bytes: Uint8Array;
	/** `bytes` as a string; decoding is not part of the time of those who take one. */
	readonly text: string;
	readonly url: string | undefined;
	/** `text/html` or `text/plain`. */
	readonly contentType: string;
}

/** What was found on a page. A body given as `html` is turned into text by one function for all, untimed. */
export interface Found {
	readonly text?: string | undefined;
	readonly html?: string | undefined;
	readonly title?: string | undefined;
	/** All names. */
	readonly author?: string | undefined;
	readonly date?: string | undefined;
}

/** What a file in `peers/` exports as `extract`. */
export type Extractor = (page: PageInput) => Found | Promise<Found>;

/** Which format an extractor is for. */
export type PageFormat = "html" | "text";

/** An extractor by its name. */
export interface ExtractorFile {
	readonly name: string;
	/** The module beside this folder that exports `extract`. */
	readonly file: string;
	readonly reads: readonly PageFormat[];
	/** True for what `bench/package.json` brings. */
	readonly installed: boolean;
}

/** Ours. */
export const PRECIS: ExtractorFile = {
	name: "precis",
	file: "precis.ts",
	reads: ["html", "text"],
	installed: false,
};

/** The unit of time: htmlparser2's events with nobody listening. Finds nothing. */
export const NO_OP: ExtractorFile = { name: "no-op", file: "no-op.ts", reads: ["html"], installed: false };

/** The peers in the order they are shown. */
export const PEERS: readonly ExtractorFile[] = [
	{ name: "readability-linkedom", file: "readability-linkedom.ts", reads: ["html"], installed: true },
	{ name: "readability-jsdom", file: "readability-jsdom.ts", reads: ["html"], installed: true },
	{ name: "defuddle", file: "defuddle.ts", reads: ["html"], installed: true },
	{ name: "extractus", file: "extractus.ts", reads: ["html"], installed: true },
	{ name: "postlight", file: "postlight.ts", reads: ["html"], installed: true },
	{ name: "unfluff", file: "unfluff.ts", reads: ["html"], installed: true },
	{ name: "long-lines", file: "long-lines.ts", reads: ["text"], installed: false },
];
