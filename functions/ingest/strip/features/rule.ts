import type { FeatureGroup } from "./survey.ts";

/** Kinds by how often their blocks are body after all, so that a threshold divides them sensibly. */
const KINDS: readonly string[] =
	"body standfirst caption comments media dateline title author-bio other byline related form advertisement promotion share legal navigation".split(
		" ",
	);

/** What the rules say of a block, and whether they'd look for the body there. */
export const ruleFeatures: FeatureGroup = {
	names: "ruleKind ruleKept ruleHint inRegion rulePhrase ruleClaims".split(" "),
	measure:
		({ rules }) =>
		(i, row, at) => {
			const rule = rules[i];
			if (!rule) return;
			row[at++] = KINDS.indexOf(rule.kind);
			row[at++] = rule.kind === "body" ? 1 : 0;
			row[at++] = rule.hint === undefined ? -1 : KINDS.indexOf(rule.hint);
			row[at++] = rule.inRegion ? 1 : 0;
			row[at++] = rule.phrase === undefined ? -1 : KINDS.indexOf(rule.phrase);
			row[at++] =
				(rule.hint === undefined ? 0 : 1) + (rule.phrase === undefined ? 0 : 1) + (rule.inRegion ? 0 : 1);
		},
};
