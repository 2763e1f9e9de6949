import type { Article, Block, Metadata } from "../../../functions/shared/article.ts";

interface Parts {
	readonly language?: string;
	readonly metadata?: Partial<Metadata>;
}

/** A heading of an article under test. */
export const heading = (text: string): Block => ({ type: "heading", level: 2, text });

/** An item of a list under test. */
export const item = (text: string): Block => ({ type: "list-item", text });

/** An article of these blocks, plain strings being paragraphs, with true counts. */
export function articleWith(
	content: readonly (string | Block)[],
	{ language = "en", metadata = {} }: Parts = {},
): Article {
	const blocks = content.map(
		(part): Block => (typeof part === "string" ? { type: "paragraph", text: part } : part),
	);
	const words = new Intl.Segmenter(language, { granularity: "word" });
	const count = (text: string) => [...words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
	return {
		schema: "precis.article/1",
		sha256: "ab".repeat(32),
		format: "html",
		pageType: "article",
		language,
		metadata: { authors: [], topics: [], sources: {}, ...metadata },
		blocks,
		stripped: [],
		counts: {
			blocks: blocks.length,
			stripped: 0,
			words: blocks.reduce((sum, { text }) => sum + count(text), 0),
			characters: blocks.reduce((sum, { text }) => sum + text.length, 0),
		},
		warnings: [],
	};
}

/** A news article of fifteen sentences under three headings. */
export const ferryNews = (metadata: Partial<Metadata> = {}): Article =>
	articleWith(
		[
			"The island council of Marrow Sound voted on Tuesday to buy two electric ferries for 48 million crowns. However, the vote was close. The ferries will replace diesel ships that have crossed the sound since 1974.",
			'Councillor Ines Falk, who proposed the purchase, said the electric ferries would halve the cost of a crossing. "We have waited for ten years. Nobody will miss the smoke," she said. They still need a licence from the harbour board.',
			heading("What the ferries cost"),
			"The shipyard in Oldhaven asks 24 million crowns for each of the electric ferries. Batteries make up a third of the price, according to the yard. This worries the opposition.",
			heading("Who is against it"),
			"Fishing crews in Marrow Sound fear that charging towers will take up half of the northern quay. Their spokesman, Olaf Brandt, called the plan a gift to the shipyard. Would the council move the towers?",
			heading("What happens next"),
			"The harbour board decides on the licence for the ferries in March. Should the board agree, the first electric ferry sails in the summer. Tickets will cost the same as today, the council promised.",
		],
		{ metadata: { title: "Marrow Sound buys electric ferries", publishedAt: "2025-02-04", ...metadata } },
	);
