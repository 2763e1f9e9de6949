/**
 * What `evidence` catches and what it raises for nothing.
 * - ours: violations in our own summaries; there must be none.
 * - changed: human summaries of CNN and DailyMail with one number, name or quotation put wrong, by rule.
 *   A summary that raises the same alarm unchanged is no catch.
 * - false alarms: human summaries as they are (their bylines given to the article), and machine ones that people found faithful (FRANK).
 * - foreign: sentences of another article's summary.
 */
import * as z from "zod";
import type { Article } from "../../functions/shared/article.ts";
import { findingsOf, type Rule } from "../../functions/summarise/evidence/index.ts";
import { type Source, sourceOf } from "../../functions/summarise/evidence/source.ts";
import { findEntities } from "../../functions/summarise/extractive/entities/index.ts";
import { readText } from "../../functions/summarise/extractive/sentences.ts";
import { check, summarise } from "../../functions/summarise/index.ts";
import { articleOf, type Line, linesOf, type Part, partOf } from "./data.ts";
import { annotatedLines } from "./lines.ts";

const FrankSchema = z.object({
	id: z.string(),
	doc: z.string(),
	summary: z.string(),
	label: z.coerce.number(),
});

interface Held {
	readonly article: Article;
	readonly source: Source;
	readonly whole: string;
}

/**
 * Who wrote an opinion, as CNN's highlights put it: "Ada Marsh: Ferries are the future." The set leaves bylines out,
 * which ingest gives to the article's metadata: without them every opinion's author would be somebody unknown.
 */
const BYLINE = /(?<=^|[.!?"”] )((?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+) ?:/gu;
const authorsIn = ({ reference = [] }: Line): { name: string }[] =>
	reference.flatMap((text) => Array.from(text.matchAll(BYLINE), ([, name = ""]) => ({ name })));

const heldOf = (line: Line): Held => {
	const plain = articleOf(line);
	const article = { ...plain, metadata: { ...plain.metadata, authors: authorsIn(line) } };
	return { article, source: sourceOf(article), whole: article.blocks.map(({ text }) => text).join("\n") };
};

const rulesIn = (text: string, { source, whole }: Held): Rule[] =>
	findingsOf(text, whole, source).map(({ rule }) => rule);

/** A pseudo-random choice that is the same every time: an index below `below`. */
const pick = (seed: string, below: number): number => {
	let hash = 2166136261;
	for (const char of seed) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
	return hash % below;
};

/** Makes one thing of a text wrong; nothing when it has no such thing. */
type Change = (text: string, held: Held, other: Held) => string | undefined;

const replaced = (text: string, start: number, length: number, by: string): string =>
	`${text.slice(0, start)}${by}${text.slice(start + length)}`;

/** One digit of one number becomes another, so that the article doesn't have it. */
const changeNumber: Change = (text, { whole }) => {
	const numbers = [...text.matchAll(/(?<![\p{L}\p{N}])\p{N}+(?:[.,]\p{N}+)*/gu)];
	const chosen = numbers[pick(text, Math.max(1, numbers.length))];
	if (!chosen) return undefined;
	for (let by = 1; by < 9; by++) {
		const [first = "", ...rest] = chosen[0];
		const wrong = `${((Number(first) + by) % 9) + 1}${rest.join("")}`;
		if (wrong !== chosen[0] && !whole.includes(wrong))
			return replaced(text, chosen.index, chosen[0].length, wrong);
	}
	return undefined;
};

const NAME = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}+)?(?![\p{L}-])/gu;

/** Somebody or something that an article names and another doesn't, no word of it. */
const foreignTo = ({ whole }: Held, other: Held): string[] =>
	findEntities(readText(other.article))
		.filter(({ type }) => type === "person" || type === "organisation" || type === "place")
		.map(({ name }) => name)
		.filter((name) => name.split(" ").every((word) => !whole.toLowerCase().includes(word.toLowerCase())));

/** One name becomes a person, organisation or place of another article. */
const changeName: Change = (text, own, other) => {
	const names = [...text.matchAll(NAME)];
	const chosen = names[pick(text, Math.max(1, names.length))];
	const foreign = foreignTo(own, other);
	const by = foreign[pick(text, Math.max(1, foreign.length))];
	return chosen && by !== undefined ? replaced(text, chosen.index, chosen[0].length, by) : undefined;
};

/** Marks that stand where an opening and a closing one do. */
const QUOTED = /(?<=^|[\s(])["“]([^"“”\n]{12,}?)["”](?=[\s.,;:!?)]|$)/gu;

/** One word of a quotation becomes another word of the article. */
const changeQuotation: Change = (text, { whole }) => {
	const [quoted] = text.matchAll(QUOTED);
	if (!quoted?.[1]) return undefined;
	const words = [...quoted[1].matchAll(/\p{Ll}{3,}/gu)];
	const chosen = words[pick(text, Math.max(1, words.length))];
	const by = (whole.match(/\p{Ll}{4,}/gu) ?? []).find((word) => word !== chosen?.[0]);
	if (!chosen || by === undefined) return undefined;
	return replaced(text, quoted.index + 1 + chosen.index, chosen[0].length, by);
};

const CHANGES: Readonly<Record<string, { readonly change: Change; readonly rule: Rule }>> = {
	"changed numbers": { change: changeNumber, rule: "number-not-cited" },
	"foreign names": { change: changeName, rule: "name-unknown" },
	"changed quotations": { change: changeQuotation, rule: "quotation-not-cited" },
};

/** Of how many, how many. */
export interface Share {
	readonly of: number;
	readonly share: number;
}

const shareOf = (hits: readonly boolean[]): Share => ({
	of: hits.length,
	share: hits.filter(Boolean).length / hits.length,
});

const inPart =
	(part: Part) =>
	(line: { readonly id: string }): boolean =>
		partOf(line) === part;

/** A reference can be changed only where the article bears it out: the rest is noise of the set's own. */
function caught(lines: readonly Line[], all: readonly Held[]): Record<string, Share> {
	return Object.fromEntries(
		Object.entries(CHANGES).map(([name, { change, rule }]) => [
			name,
			shareOf(
				lines.flatMap(({ reference = [] }, at) => {
					const [own, other] = [all[at], all[(at + 1) % all.length]];
					if (!own || !other) return [];
					return reference.flatMap((text) => {
						const wrong = change(text, own, other);
						return wrong === undefined || rulesIn(text, own).includes(rule)
							? []
							: [rulesIn(wrong, own).length > 0];
					});
				}),
			),
		]),
	);
}

/** By rule, how many texts raise an alarm though they are right. */
function alarms(texts: readonly { readonly text: string; readonly held: Held }[]): Record<string, Share> {
	const raised = texts.map(({ text, held: own }) => new Set(rulesIn(text, own)));
	const rules = [...new Set(raised.flatMap((rules) => [...rules]))].sort();
	return Object.fromEntries([
		["any rule", shareOf(raised.map((rules) => rules.size > 0))],
		...rules.map((rule) => [rule, shareOf(raised.map((all) => all.has(rule)))] as const),
	]);
}

/** All that is measured of `evidence`. */
export function evidenceFigures(part: Part): Record<string, Record<string, Share>> {
	const lines = linesOf("cnndm-val").filter(inPart(part));
	const all = lines.map(heldOf);
	const frank = annotatedLines("faithfulness-frank-valid", FrankSchema)
		.filter(inPart(part))
		// Some models write a mark for a word they don't know; those that write small letters only have no names to check.
		.filter(({ summary }) => !/UNK|\bunk\b/.test(summary))
		.map(({ id, doc, summary, label }) => ({
			label,
			text: summary
				.replace(/ (['’]s|[.,;:!?])/g, "$1")
				.replaceAll("`` ", "“")
				.replaceAll(" ''", "”"),
			held: heldOf({ id, text: doc, lang: "en" }),
		}));
	const references = lines.flatMap(({ reference = [] }, at) => {
		const own = all[at];
		return own ? reference.map((text) => ({ text, held: own })) : [];
	});
	return {
		"our own summaries": {
			violations: shareOf(all.map(({ article }) => check(summarise(article), article).length > 0)),
		},
		caught: {
			...caught(lines, all),
			"foreign sentences": shareOf(
				references.flatMap(({ text }, at) => {
					const other = all[(at * 7 + 3) % all.length];
					return other && references[at]?.held !== other ? [rulesIn(text, other).length > 0] : [];
				}),
			),
		},
		"false alarms, human summaries": alarms(references),
		"false alarms, faithful machine summaries": alarms(frank.filter(({ label }) => label === 1)),
		"alarms, unfaithful machine summaries": alarms(frank.filter(({ label }) => label === 0)),
	};
}
