/**
 * Holds a summary, from whatever engine, against its article: every quotation must be where its offsets say, and
 * every claim must be borne out by what it cites. It can't tell whether a claim is true: names that change places
 * and a "not" that is lost pass. It tells what was certainly not said here.
 */
import type { Article } from "../../shared/article.ts";
import type { Evidence, Summary } from "../../shared/summary.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { foreignDates } from "./dates.ts";
import { foreignNames } from "./names.ts";
import { foreignNumbers, saysValue } from "./numbers.ts";
import { foreignQuotations, isSaid } from "./quotations.ts";
import { type Source, sourceOf } from "./source.ts";
import { supportOf } from "./support.ts";

/** What can be wrong with a claim. */
export type Rule =
	/** It cites a block that the article doesn't have. */
	| "block-missing"
	/** What it cites isn't at the place it names. */
	| "quote-differs"
	/** It must be verbatim, and what it cites doesn't have it. */
	| "text-not-cited"
	/** A number, date or name in it is not in what it cites (a name: nor in the article). */
	| "number-not-cited"
	| "date-not-cited"
	| "name-unknown"
	/** Nobody says what stands in its quotation marks. */
	| "quotation-not-cited"
	/** Hardly a word of it is in what it cites. */
	| "little-support";

/** Something in a summary that its article does not bear out. */
export interface Violation {
	/** Where in the summary: `keyPoints[2].evidence[0]`. */
	readonly path: string;
	readonly rule: Rule;
	readonly message: string;
}

/** A violation before its claim is known. */
export type Finding = Omit<Violation, "path">;

/** Share of telling words under which a claim is held to be of another article (bench/summarise/evidence.ts). */
const LEAST_SUPPORT = 0.5;

/** Engines that only quote: what they say in other words is wrong whatever it is. */
const QUOTING: ReadonlySet<string> = new Set(["extractive"]);

/** White space and a last mark are the summary's own. */
const bare = (text: string): string => text.replace(/\s+/g, "").replace(/[\p{Sentence_Terminal}…]$/u, "");
const isVerbatim = (text: string, cited: string): boolean => bare(cited).includes(bare(text));

const each = (rule: Rule, found: readonly string[], where: string): Finding[] =>
	found.map((text) => ({ rule, message: `"${text}" is not in ${where}` }));

/** What a text in its own words says that neither what it cites nor, for names and quotations, its article has. */
export function findingsOf(text: string, cited: string, source: Source): Finding[] {
	const { locale, running } = source;
	const support = supportOf(text, cited, locale.split("-")[0] ?? locale);
	return [
		...each("number-not-cited", foreignNumbers(text, cited, source), "what it cites"),
		...each("date-not-cited", foreignDates(text, cited, source), "what it cites"),
		...each("name-unknown", foreignNames(text, source), "the article"),
		...each("quotation-not-cited", foreignQuotations(text, running), "the article"),
		...(support.words < LEAST_SUPPORT
			? [
					{
						rule: "little-support",
						message: `${Math.round(support.words * 100)}% of "${text}" is in what it cites`,
					} as const,
				]
			: []),
	];
}

function placeFinding(article: Article, { block, start, end, quote }: Evidence): Finding | undefined {
	const text = article.blocks[block]?.text;
	if (text === undefined)
		return {
			rule: "block-missing",
			message: `the article has ${article.blocks.length} blocks, not ${block + 1}`,
		};
	const there = text.slice(start, end);
	return there === quote
		? undefined
		: { rule: "quote-differs", message: `block ${block} has "${there}" there, not "${quote}"` };
}

const notCited = (text: string, cited: string): Finding[] => [
	{ rule: "text-not-cited", message: `"${text}" is not in what it cites, "${cited}"` },
];

/** What an article is held against its claims by. */
interface Reading {
	readonly source: Source;
	/** All that it says, with its title. */
	readonly whole: string;
	/** The engine only quotes. */
	readonly quoting: boolean;
}

function textFindings(claim: Claim, { source, whole, quoting }: Reading): Finding[] {
	const { text, wording, evidence, value } = claim;
	const cited = evidence.map(({ quote }) => quote).join(" ");
	if (wording === "named")
		return whole.includes(text) || isSaid(text, source.running)
			? []
			: each("name-unknown", foreignNames(text, source), "the article");
	if (wording === "own") {
		const held = evidence.length > 0 ? cited : whole;
		if (isVerbatim(text, held)) return [];
		const found = findingsOf(text, held, source);
		return quoting && found.length === 0 ? notCited(text, cited) : found;
	}
	if (!isVerbatim(text, cited)) return notCited(text, cited);
	return value === undefined || saysValue(text, value, source.locale)
		? []
		: [{ rule: "number-not-cited", message: `"${text}" is not ${value}` }];
}

/** What an article says, with its title: what a headline is held against. */
const wholeOf = ({ blocks, metadata }: Article): string =>
	[metadata.title ?? "", ...blocks.map(({ text }) => text)].join("\n");

/** All that an article doesn't bear out in its summary; empty when all is well. */
export function check(summary: Summary, article: Article): Violation[] {
	const reading: Reading = {
		source: sourceOf(article),
		whole: wholeOf(article),
		quoting: QUOTING.has(summary.provenance.engine),
	};
	return claimsOf(summary).flatMap((claim) => [
		...claim.evidence.flatMap((evidence, at) => {
			const finding = placeFinding(article, evidence);
			return finding ? [{ path: `${claim.path}.evidence[${at}]`, ...finding }] : [];
		}),
		...textFindings(claim, reading).map((finding) => ({ path: claim.path, ...finding })),
	]);
}
