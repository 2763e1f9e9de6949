/** The article in one sentence of at most 40 words, whole or trimmed; what is left of a trimmed one is verbatim. */
import type { Gist } from "../../shared/summary.ts";
import { afterMostWords, type Bounds, beforeAnyClause, beforeTrailingClause } from "./clauses.ts";
import type { Ranked } from "./ranking.ts";
import { isQuestion } from "./readable.ts";
import { evidenceOf, type Sentence } from "./sentence.ts";
import { speechOf } from "./speech.ts";
import { isUnspaced, wordsOf } from "./words.ts";

/** Fewer words are a beginning, not a sentence; more are not a gist. */
const BOUNDS: Bounds = { fewest: 8, most: 40 };
/** How many of the best sentences may be passed over for one that is short enough. */
const CONSIDERED = 6;

const OPENS_WITH_SPEECH = /^["“„«「—–-]/u;

/** What makes a good sentence a worse gist, each with its factor. */
const DRAWBACKS: readonly (readonly [factor: number, applies: (ranked: Ranked) => boolean])[] = [
	[0.3, ({ sentence }) => isQuestion(sentence)],
	[0.5, ({ sentence }) => OPENS_WITH_SPEECH.test(sentence.text)],
	[0.8, ({ sentence }) => speechOf(sentence.text).length > 0],
	[0.6, ({ words }) => words < BOUNDS.fewest],
];

/**
 * What a text opens with needs least to be understood: twice as much for the first sentence, ever less for later ones.
 * On CNN and inshorts (validate) that costs nothing, by the trees or by centrality; twice as much again does.
 */
const early = ({ sentence: { index } }: Ranked): number => 1 + 3 / (3 + index);

/** Scores are told among a text's own sentences: in a short one the least of them is no worse than another's middle. */
const FLOOR = 0.6;

const worthOf = (ranked: Ranked): number =>
	DRAWBACKS.reduce(
		(worth, [factor, applies]) => (applies(ranked) ? worth * factor : worth),
		(ranked.score + FLOOR) * early(ranked),
	);

const whole = (sentence: Sentence): Gist => ({ text: sentence.text, evidence: [evidenceOf(sentence)] });

/** What a trimmed sentence ends with: its own terminator, or the one its script has. */
const terminatorOf = (text: string): string =>
	/\p{Sentence_Terminal}$/u.exec(text)?.[0] ?? (isUnspaced(text) ? "。" : ".");

/** The sentence up to an offset, ended as a sentence is. */
function upTo(sentence: Sentence, end: number | undefined, ending: string): Gist | undefined {
	if (end === undefined) return undefined;
	const evidence = evidenceOf(sentence, 0, end);
	return { text: `${evidence.quote}${ending}`, evidence: [evidence] };
}

const inBounds = (sentence: Sentence): Gist | undefined =>
	wordsOf(sentence.text).length <= BOUNDS.most ? whole(sentence) : undefined;

/** A sentence no longer than a gist may be, cut only where it stays one. */
const wellCut = (sentence: Sentence): Gist | undefined =>
	inBounds(sentence) ??
	upTo(sentence, beforeTrailingClause(sentence.text, BOUNDS), terminatorOf(sentence.text));

/** The same where every sentence is too long and none can be cut well. */
const roughlyCut = (sentence: Sentence): Gist =>
	upTo(sentence, beforeAnyClause(sentence.text, BOUNDS), terminatorOf(sentence.text)) ??
	upTo(sentence, afterMostWords(sentence.text, BOUNDS), "…") ??
	whole(sentence);

/** The best short sentence among the ranked ones; one of them cut where all are long. */
export function gistOf(ranked: readonly Ranked[]): Gist {
	const best = ranked
		.map(({ sentence, ...rest }) => ({ sentence, worth: worthOf({ sentence, ...rest }) }))
		.sort((one, other) => other.worth - one.worth)
		.slice(0, CONSIDERED)
		.map(({ sentence }) => sentence);
	const [first] = best;
	if (!first) throw new RangeError("a gist needs a sentence to be made of");
	for (const sentence of best) {
		const gist = wellCut(sentence);
		if (gist) return gist;
	}
	return roughlyCut(first);
}
