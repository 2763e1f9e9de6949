import type { Evidence, Figure, Summary } from "../../shared/summary.ts";

/** What a claim's words have to do with what it cites. */
export type Wording =
	/** Told in the summary's own words, or in the article's. */
	| "own"
	/** Stands in what it cites, letter for letter. */
	| "verbatim"
	/** Need not be said there at all: a name or role from anywhere in the article. */
	| "named";

/** A part of a summary that can be held against its article. */
export interface Claim {
	/** Where in the summary: `keyPoints[2]`. */
	readonly path: string;
	readonly text: string;
	readonly wording: Wording;
	/** Empty where the summary's shape gives it none: then it has the whole article. */
	readonly evidence: readonly Evidence[];
	/** What the text says in figures. */
	readonly value?: number;
}

const NO_EVIDENCE: readonly Evidence[] = [];

/** A score has two numbers and a rank its ordinal: only the others say their value in digits. */
const valueIn = ({ kind, value }: Figure): { value: number } | undefined =>
	kind === "score" || kind === "rank" ? undefined : { value };

/** All claims of a summary, from any engine. */
export const claimsOf = (summary: Summary): Claim[] => [
	{ path: "headline", text: summary.headline, wording: "own", evidence: NO_EVIDENCE },
	{ path: "gist", ...summary.gist, wording: "own" },
	...summary.keyPoints.map(
		({ text, evidence }, at): Claim => ({ path: `keyPoints[${at}]`, text, evidence, wording: "own" }),
	),
	...summary.sections.map(
		({ gist, evidence }, at): Claim => ({ path: `sections[${at}]`, text: gist, evidence, wording: "own" }),
	),
	...summary.entities.flatMap(({ name, aliases, role, evidence }, at): Claim[] => {
		const path = `entities[${at}]`;
		const cited = evidence.map(({ quote }) => quote).join(" ");
		// An entity cites its first mention, which may be in another form than its name.
		const form = [name, ...aliases].find((written) => cited.includes(written)) ?? name;
		return [
			{ path, text: form, evidence, wording: "verbatim" },
			...[name, ...aliases, ...(role === undefined ? [] : [role])].map(
				(text): Claim => ({ path, text, evidence: NO_EVIDENCE, wording: "named" }),
			),
		];
	}),
	...summary.quotes.flatMap(({ text, speaker, evidence }, at): Claim[] => [
		{ path: `quotes[${at}]`, text, evidence, wording: "verbatim" },
		...(speaker === undefined
			? []
			: [{ path: `quotes[${at}].speaker`, text: speaker, evidence: NO_EVIDENCE, wording: "named" } as const]),
	]),
	...summary.figures.map(
		(figure, at): Claim => ({
			path: `figures[${at}]`,
			text: figure.text,
			evidence: figure.evidence,
			wording: "verbatim",
			...valueIn(figure),
		}),
	),
	...summary.timeline.map(
		({ text, evidence }, at): Claim => ({ path: `timeline[${at}]`, text, evidence, wording: "own" }),
	),
];
