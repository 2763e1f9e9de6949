/** Factories of library documents, small and valid; each field can be replaced. */
import type { ArticleDocument, Metadata } from "../../functions/shared/article.ts";
import { documentName } from "../../functions/shared/library.ts";
import type { Evidence, SummaryDocument } from "../../functions/shared/summary.ts";
import { padSequencer, type Upload } from "../../functions/shared/upload.ts";

const SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const BLOCKS: ArticleDocument["blocks"] = [
	{
		type: "paragraph",
		text: "The harbour of Lindmouth will close on Monday, the port authority said. It had lost $2.5 million in 2024.",
	},
	{ type: "heading", level: 2, text: "Fewer boats" },
	{ type: "paragraph", text: "“We kept it open as long as we could,” said Ada Quill, who runs the port." },
];

const metadata: Metadata = {
	title: "Lindmouth harbour to close",
	authors: [{ name: "Jo Reed", role: "Coast Reporter" }],
	publishedAt: "2025-03-07T08:00:00Z",
	publisher: { name: "The Tidal Post", domain: "tidal.example" },
	url: "https://tidal.example/harbour",
	topics: ["Ports"],
	sources: { title: "json-ld", authors: "json-ld" },
};

/** The upload a document was made of. */
export const upload = (overrides: Partial<Upload> = {}): Upload => ({
	bucket: "articles",
	versionId: "v1",
	sequencer: padSequencer("0A"),
	etag: "d41d8cd98f00b204e9800998ecf8427e",
	bytes: 4096,
	contentType: "text/html",
	uploadedAt: "2025-03-07T09:00:00Z",
	...overrides,
});

/** The passage `quote` of the example article. */
export const evidence = (quote: string): Evidence[] => {
	const block = BLOCKS.findIndex(({ text }) => text.includes(quote));
	const start = BLOCKS[block]?.text.indexOf(quote) ?? 0;
	return [{ block, start, end: start + quote.length, quote }];
};

/** An article of two paragraphs about a harbour. */
export const articleDocument = (overrides: Partial<ArticleDocument> = {}): ArticleDocument => ({
	schema: "precis.article/1",
	sha256: SHA256,
	format: "html",
	pageType: "article",
	language: "en",
	metadata,
	blocks: BLOCKS,
	stripped: [],
	counts: { blocks: BLOCKS.length, stripped: 0, words: 36, characters: 190 },
	warnings: [],
	key: "news/harbour.html",
	upload: upload(),
	producedAt: "2025-03-07T09:00:01.000Z",
	...overrides,
});

/** A summary of that article, with something in every list. */
export const summaryDocument = (overrides: Partial<SummaryDocument> = {}): SummaryDocument => ({
	schema: "precis.summary/1",
	headline: "Lindmouth harbour to close",
	gist: {
		text: "The harbour of Lindmouth will close on Monday.",
		evidence: evidence("The harbour of Lindmouth will close on Monday, the port authority said."),
	},
	keyPoints: [
		{
			text: "It had lost $2.5 million in 2024.",
			evidence: evidence("It had lost $2.5 million in 2024."),
			salience: 1,
		},
	],
	sections: [
		{
			heading: "Fewer boats",
			gist: "The port was kept open as long as possible.",
			evidence: evidence("We kept it open as long as we could,"),
		},
	],
	entities: [
		{
			name: "Ada Quill",
			type: "person",
			role: "runs the port",
			aliases: ["Quill"],
			mentions: 2,
			evidence: evidence("Ada Quill"),
		},
		{ name: "Lindmouth", type: "place", aliases: [], mentions: 1, evidence: evidence("Lindmouth") },
	],
	quotes: [
		{
			text: "We kept it open as long as we could,",
			speaker: "Ada Quill",
			evidence: evidence("We kept it open as long as we could,"),
		},
	],
	figures: [
		{
			text: "$2.5 million",
			kind: "money",
			value: 2_500_000,
			unit: "USD",
			of: "lost in a year",
			change: "down",
			evidence: evidence("$2.5 million"),
		},
	],
	timeline: [
		{
			when: "2024",
			text: "It had lost $2.5 million.",
			evidence: evidence("It had lost $2.5 million in 2024."),
		},
	],
	topics: ["Ports"],
	keywords: ["harbour", "Lindmouth"],
	language: "en",
	pageType: "article",
	metadata,
	reading: { words: 36, minutes: 1, compression: 0.4 },
	provenance: {
		engine: "extractive",
		engineVersion: "1.0.0",
		parameters: { keyPoints: 1 },
		sourceSha256: SHA256,
		sourceUrl: "https://tidal.example/harbour",
	},
	quality: { coverage: 0.5, warnings: [{ code: "short", message: "The article is short." }] },
	key: "news/harbour.html",
	upload: upload(),
	producedAt: "2025-03-07T09:00:02.000Z",
	pointers: {
		article: documentName("articles", { key: "news/harbour.html", sequencer: padSequencer("0A") }, "1.0.0"),
		summary: documentName("summaries", { key: "news/harbour.html", sequencer: padSequencer("0A") }, "1.0.0"),
	},
	...overrides,
});

/** The document with `text` wherever it has free text. */
export const withEveryText = <Value>(value: Value, text: string, name = ""): Value => {
	if (typeof value === "string")
		return (
			/^(when|type|kind|change|schema|language|.*(url|at|sha256))$/i.test(name) ? value : text
		) as Value;
	if (Array.isArray(value)) return value.map((item) => withEveryText(item, text, name)) as Value;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => [key, withEveryText(item, text, key)]),
	) as Value;
};
