/** The classic graph methods, as their papers have them. */
import { tokensOf } from "./rouge.ts";

type Matrix = readonly Float64Array[];

/** PageRank by power iteration (damping 0.85), rows normalised. */
function pageRank(weights: Matrix): Float64Array {
	const size = weights.length;
	const sums = weights.map((row) => row.reduce((sum, value) => sum + value, 0));
	let ranks = new Float64Array(size).fill(1 / size);
	for (let round = 0; round < 50; round++) {
		const next = new Float64Array(size).fill(0.15 / size);
		for (const [from, row] of weights.entries()) {
			const sum = sums[from] ?? 0;
			for (let to = 0; to < size; to++) {
				const share = sum > 0 ? (row[to] ?? 0) / sum : 1 / size;
				next[to] = (next[to] ?? 0) + 0.85 * (ranks[from] ?? 0) * share;
			}
		}
		ranks = next;
	}
	return ranks;
}

/** Mihalcea and Tarau 2004: words in common over the logarithms of both lengths. */
function overlaps(sentences: readonly (readonly string[])[]): Matrix {
	const sets = sentences.map((tokens) => new Set(tokens));
	return sets.map((one, i) =>
		Float64Array.from(sets, (other, j) => {
			const length = Math.log(sentences[i]?.length || 1) + Math.log(sentences[j]?.length || 1);
			if (i === j || length <= 0) return 0;
			return [...one].filter((token) => other.has(token)).length / length;
		}),
	);
}

/** Erkan and Radev 2004: cosine of tf-idf vectors, the article's sentences being the corpus; continuous. */
function cosines(sentences: readonly (readonly string[])[]): Matrix {
	const documents = new Map<string, number>();
	for (const tokens of sentences)
		for (const token of new Set(tokens)) documents.set(token, (documents.get(token) ?? 0) + 1);
	const vectors = sentences.map((tokens) => {
		const vector = new Map<string, number>();
		for (const token of tokens) vector.set(token, (vector.get(token) ?? 0) + 1);
		for (const [token, count] of vector)
			vector.set(token, count * Math.log(1 + sentences.length / (documents.get(token) ?? 1)));
		return vector;
	});
	const norms = vectors.map((vector) => Math.hypot(...vector.values()) || 1);
	return vectors.map((one, i) =>
		Float64Array.from(vectors, (other, j) => {
			let product = 0;
			for (const [token, weight] of one) product += weight * (other.get(token) ?? 0);
			return i === j ? 0 : product / ((norms[i] ?? 1) * (norms[j] ?? 1));
		}),
	);
}

/** How central each sentence is. */
export function centralities(sentences: readonly string[], method: "textrank" | "lexrank"): Float64Array {
	const tokens = sentences.map(tokensOf);
	return pageRank(method === "textrank" ? overlaps(tokens) : cosines(tokens));
}
