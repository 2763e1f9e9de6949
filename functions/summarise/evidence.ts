/**
 * Holds a summary against its article: every quotation must be where its offsets say, and every text must be
 * borne out by what it cites. It can't tell whether a summary is true, only that it was not made up here.
 */
import type { Article } from "../shared/article.ts";
import type { Evidence, Summary } from "../shared/summary.ts";

/** Something in a summary that its article does not bear out. */
export interface Violation {
	/** Where in the summary: `keyPoints[2].evidence[0]`. */
	readonly path: string;
	readonly rule: "block-missing" | "quote-differs" | "text-not-cited" | "number-not-cited";
	readonly message: string;
}

/** A part of a summary that cites. */
interface Claim {
	readonly path: string;
	readonly text: string;
	readonly evidence: readonly Evidence[];
	/**
	 * What its text has to do with what it cites: `verbatim` is the same word for word but for its last mark,
	 * `contained` is inside it, `numbers` shares its numbers at least.
	 */
	readonly how: "verbatim" | "contained" | "numbers";
}

const claimsOf = (summary: Summary): Claim[] => [
	{ path: "gist", ...summary.gist, how: "verbatim" },
	...summary.keyPoints.map((point, at): Claim => ({ path: `keyPoints[${at}]`, ...point, how: "verbatim" })),
	...summary.sections.map(
		({ gist, evidence }, at): Claim => ({ path: `sections[${at}]`, text: gist, evidence, how: "verbatim" }),
	),
	// An entity cites its first mention, which may be in another form than its name.
	...summary.entities.map(({ name, aliases, evidence }, at): Claim => {
		const cited = evidence.map(({ quote }) => quote).join(" ");
		const text = [name, ...aliases].find((form) => cited.includes(form)) ?? name;
		return { path: `entities[${at}]`, text, evidence, how: "contained" };
	}),
	...summary.quotes.map((quote, at): Claim => ({ path: `quotes[${at}]`, ...quote, how: "contained" })),
	...summary.figures.map((figure, at): Claim => ({ path: `figures[${at}]`, ...figure, how: "contained" })),
	...summary.timeline.map((entry, at): Claim => ({ path: `timeline[${at}]`, ...entry, how: "numbers" })),
];

/** White space and a last mark are the summary's own. */
const bare = (text: string): string => text.replace(/\s+/g, "").replace(/[\p{Sentence_Terminal}…]$/u, "");
const numbersIn = (text: string): string[] => text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];

function textViolation({ path, text, evidence, how }: Claim): Violation[] {
	const cited = evidence.map(({ quote }) => quote).join(" ");
	if (
		how === "verbatim" ? bare(text) !== bare(cited) : how === "contained" && !bare(cited).includes(bare(text))
	) {
		return [{ path, rule: "text-not-cited", message: `"${text}" is not what it cites, "${cited}"` }];
	}
	const known = new Set(numbersIn(cited));
	return numbersIn(text)
		.filter((number) => !known.has(number))
		.map((number) => ({ path, rule: "number-not-cited", message: `${number} is not in "${cited}"` }));
}

function placeViolation(article: Article, { block, start, end, quote }: Evidence, path: string): Violation[] {
	const text = article.blocks[block]?.text;
	if (text === undefined) {
		return [
			{
				path,
				rule: "block-missing",
				message: `the article has ${article.blocks.length} blocks, not ${block + 1}`,
			},
		];
	}
	const there = text.slice(start, end);
	if (there === quote) return [];
	return [{ path, rule: "quote-differs", message: `block ${block} has "${there}" there, not "${quote}"` }];
}

/** All that an article doesn't bear out in its summary; empty when all is well. */
export function check(summary: Summary, article: Article): Violation[] {
	return claimsOf(summary).flatMap((claim) => [
		...claim.evidence.flatMap((evidence, at) =>
			placeViolation(article, evidence, `${claim.path}.evidence[${at}]`),
		),
		...textViolation(claim),
	]);
}
