/** As much of the peers' interfaces as is used, so that types check where the peers aren't installed. */

declare module "@mozilla/readability" {
	export class Readability {
		constructor(document: unknown);
		parse(): {
			readonly title?: string | null;
			readonly byline?: string | null;
			readonly content?: string | null;
			readonly publishedTime?: string | null;
		} | null;
	}
}

declare module "linkedom" {
	export function parseHTML(html: string): { readonly document: unknown };
}

declare module "jsdom" {
	export class JSDOM {
		constructor(html: string, options: { readonly url?: string });
		readonly window: { readonly document: unknown; close(): void };
	}
}

declare module "defuddle/node" {
	export function Defuddle(
		document: unknown,
		url: string | undefined,
		options: { readonly useAsync: boolean },
	): Promise<{
		readonly content: string;
		readonly title: string;
		readonly author: string;
		readonly published: string;
	}>;
}

declare module "@extractus/article-extractor" {
	export function extractFromHtml(
		html: string,
		url?: string,
	): Promise<{
		readonly content?: string;
		readonly title?: string;
		readonly author?: string;
		readonly published?: string;
	} | null>;
}

declare module "@postlight/parser" {
	const Parser: {
		parse(
			url: string,
			options: { readonly html: string; readonly contentType: "html"; readonly fetchAllPages: false },
		): Promise<{
			readonly error?: boolean;
			readonly message?: string;
			readonly content?: string | null;
			readonly title?: string | null;
			readonly author?: string | null;
			readonly date_published?: string | null;
		}>;
	};
	export default Parser;
}

declare module "unfluff" {
	export default function unfluff(html: string): {
		readonly text?: string | null;
		readonly title?: string | null;
		readonly author?: readonly string[] | null;
		readonly date?: string | null;
	};
}

declare module "lexrank.js" {
	export default function lexrank(text: string): readonly (readonly {
		readonly text: string;
		readonly index: number;
		readonly weight: number;
	}[])[];
}

declare module "node-summarizer" {
	const module: {
		readonly SummarizerManager: new (
			text: string,
			sentences: number,
		) => {
			getSummaryByFrequency(): { readonly summary?: string };
			getSummaryByRank(): Promise<{ readonly summary?: string }>;
		};
	};
	export default module;
}
