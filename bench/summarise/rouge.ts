/**
 * ROUGE (Lin 2004) as google's rouge_score computes it with its stemmer: English letters and digits only.
 * https://github.com/google-research/google-research/tree/master/rouge
 */
import { porter } from "./porter.ts";

/** F-measures, 0 to 1. */
export interface Rouge {
	readonly rouge1: number;
	readonly rouge2: number;
	readonly rougeLsum: number;
}

const stems = new Map<string, string>();
const stemOf = (word: string): string => {
	if (word.length <= 3) return word;
	const known = stems.get(word);
	if (known !== undefined) return known;
	const stem = porter(word);
	stems.set(word, stem);
	return stem;
};

/** What rouge_score compares. */
export const tokensOf = (text: string): string[] =>
	(text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(stemOf).filter((token) => token !== "");

const f1 = (hits: number, candidate: number, reference: number): number =>
	candidate === 0 || reference === 0 || hits === 0 ? 0 : (2 * hits) / (candidate + reference);

function gramsOf(tokens: readonly string[], n: number): Map<string, number> {
	const grams = new Map<string, number>();
	for (let at = 0; at + n <= tokens.length; at++) {
		const gram = tokens.slice(at, at + n).join(" ");
		grams.set(gram, (grams.get(gram) ?? 0) + 1);
	}
	return grams;
}

function rougeN(reference: readonly string[], candidate: readonly string[], n: number): number {
	const wanted = gramsOf(reference, n);
	let hits = 0;
	for (const [gram, count] of gramsOf(candidate, n)) hits += Math.min(count, wanted.get(gram) ?? 0);
	return f1(hits, Math.max(0, candidate.length - n + 1), Math.max(0, reference.length - n + 1));
}

/** Positions in `reference` of one longest common subsequence, found back to front as rouge_score does. */
function commonPositions(reference: readonly string[], candidate: readonly string[]): number[] {
	const width = candidate.length + 1;
	const table = new Uint16Array((reference.length + 1) * width);
	const at = (i: number, j: number): number => table[i * width + j] as number;
	for (let i = 1; i <= reference.length; i++) {
		for (let j = 1; j <= candidate.length; j++) {
			table[i * width + j] =
				reference[i - 1] === candidate[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
		}
	}
	const found: number[] = [];
	let [i, j] = [reference.length, candidate.length];
	while (i > 0 && j > 0) {
		if (reference[i - 1] === candidate[j - 1]) {
			found.push(i - 1);
			i--;
			j--;
		} else if (at(i, j - 1) > at(i - 1, j)) j--;
		else i--;
	}
	return found;
}

const countsOf = (sentences: readonly (readonly string[])[]): Map<string, number> =>
	gramsOf(sentences.flat(), 1);

/** Each reference sentence's longest common subsequences with all candidate sentences, in union. */
function rougeLsum(
	references: readonly (readonly string[])[],
	candidates: readonly (readonly string[])[],
): number {
	const [left, right] = [countsOf(references), countsOf(candidates)];
	let hits = 0;
	for (const reference of references) {
		const union = new Set(candidates.flatMap((candidate) => commonPositions(reference, candidate)));
		for (const position of [...union].sort((one, other) => one - other)) {
			const token = reference[position] ?? "";
			const [there, here] = [left.get(token) ?? 0, right.get(token) ?? 0];
			if (there <= 0 || here <= 0) continue;
			hits++;
			left.set(token, there - 1);
			right.set(token, here - 1);
		}
	}
	return f1(hits, candidates.flat().length, references.flat().length);
}

/** A summary's sentences against one reference, whose lines are its sentences. */
export function rouge(reference: string, summary: readonly string[]): Rouge {
	const references = reference
		.split("\n")
		.map(tokensOf)
		.filter(({ length }) => length > 0);
	const candidates = summary.map(tokensOf).filter(({ length }) => length > 0);
	const [whole, said] = [references.flat(), candidates.flat()];
	return {
		rouge1: rougeN(whole, said, 1),
		rouge2: rougeN(whole, said, 2),
		rougeLsum: rougeLsum(references, candidates),
	};
}
