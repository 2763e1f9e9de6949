/** What is worth knowing, a point a sentence; a sentence that leans on the one before it shares its point. */
import type { KeyPoint } from "../../shared/summary.ts";
import type { Ranked } from "./ranking.ts";
import { type Budget, select } from "./selection.ts";
import { evidenceOf } from "./sentence.ts";
import { isUnspaced } from "./words.ts";

/** Groups of sentences that are read together. */
function groupsOf(chosen: readonly Ranked[]): Ranked[][] {
	const groups: Ranked[][] = [];
	for (const entry of chosen) {
		const group = groups.at(-1);
		const follows = group?.at(-1)?.sentence.index === entry.sentence.index - 1;
		if (entry.leans && group && follows) group.push(entry);
		else groups.push([entry]);
	}
	return groups;
}

/** Its sentences as the text has them, with the evidence of each. */
function pointOf(group: readonly Ranked[], best: number): KeyPoint {
	const texts = group.map(({ sentence }) => sentence.text);
	const score = Math.max(...group.map((entry) => entry.score));
	return {
		text: texts.join(isUnspaced(texts.join("")) ? "" : " "),
		evidence: group.map(({ sentence }) => evidenceOf(sentence)),
		salience: Math.round((score / best) * 1000) / 1000,
	};
}

/** The shortest sentence that stands alone, where the words don't suffice for any other. */
const shortest = (ranked: readonly Ranked[]): Ranked[] => {
	const [first] = [...ranked].sort(
		(one, other) => Number(one.leans) - Number(other.leans) || one.words - other.words,
	);
	return first ? [first] : [];
};

/** Key points within a budget, at least one, in the text's order. Salience is told among the chosen: the best has 1. */
export function keyPointsOf(ranked: readonly Ranked[], budget: Budget): KeyPoint[] {
	const within = select(ranked, budget);
	const chosen = within.length > 0 ? within : shortest(ranked);
	const best = Math.max(...chosen.map(({ score }) => score)) || 1;
	return groupsOf(chosen).map((group) => pointOf(group, best));
}
