/** Where a sentence can be cut so that what is left is still one. Offsets only: the text stays as it is. */
import { speaksAt, speechOf } from "./speech.ts";
import { wordsOf } from "./words.ts";

/**
 * What opens a clause that a sentence can do without at its end, in English, German, French, Spanish, Italian,
 * Portuguese and Dutch; in English a participle does too (", adding that…"). "And" is not here: it ends lists.
 */
const SUBORDINATE =
	/^(?:while|although|though|after|as|because|since|before|until|unless|according to|despite|following|amid|with|but|even|\p{L}{2,}ing|nachdem|während|obwohl|weil|damit|wobei|aber|tandis que|alors que|après|bien que|mais|mientras|aunque|después|pero|mentre|anche se|dopo|enquanto|embora|mas|terwijl|hoewel|nadat|maar)(?!\p{L})/iu;
/** Relative clauses come back to their sentence more often than not: they may go only where nothing follows. */
const RELATIVE =
	/^(?:which|who|whose|whom|where|when|including|such as|der|die|das|qui|dont|où|que|quien|cuyo|donde|il quale|la quale|dove|cujo|onde|waar)(?!\p{L})/iu;
/** A verb behind a later comma takes the sentence up again: "Acme, citing costs, said…". */
const RETURNING =
	/^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|says?|told|tells|does|did|\p{L}{2,}ed|ist|sind|war|hat|haben|wird|est|sont|a|ont|es|son|ha|han|è|sono|hanno|é|são)(?!\p{L})/iu;
/** A sentence that opens like this waits for its main clause: it can't end at its first comma. */
const WAITING =
	/^(?:when|while|although|though|after|as|because|since|before|until|unless|if|despite|following|amid|with|in|on|at|by|for|als|wenn|weil|nachdem|obwohl|während|quand|lorsque|si|après|bien que|cuando|aunque|quando|se|dopo)(?!\p{L})/iu;

/** A place where a sentence can be cut, and where its next clause begins. */
interface Boundary {
	readonly at: number;
	readonly after: number;
	readonly mark: string;
}

/** Clause boundaries outside speech and brackets. */
function boundariesOf(text: string): Boundary[] {
	const speech = speechOf(text);
	const found: Boundary[] = [];
	let depth = 0;
	for (const { 0: mark, index } of text.matchAll(/[()[\]]|[,;:] | [—–-]{1,2} |—|[，；、]/g)) {
		if (/[([]/.test(mark)) depth++;
		else if (/[)\]]/.test(mark)) depth--;
		else if (depth === 0 && !speaksAt(speech, index)) {
			found.push({ at: index, after: index + mark.length, mark: mark.trim() });
		}
	}
	return found;
}

/** Whether what follows a boundary is a clause that the sentence can do without. */
function isTrailing(text: string, boundaries: readonly Boundary[], position: number): boolean {
	const boundary = boundaries[position];
	if (!boundary) return false;
	if (/[;；]/.test(boundary.mark)) return true;
	const later = boundaries.slice(position + 1);
	const rest = text.slice(boundary.after);
	if (RELATIVE.test(rest)) return later.length === 0;
	const isDash = /[—–-]/.test(boundary.mark);
	return (
		SUBORDINATE.test(rest) &&
		!later.some(({ after, mark }) => RETURNING.test(text.slice(after)) || (isDash && /[—–-]/.test(mark)))
	);
}

/** Fewest and most words that may be left. */
export interface Bounds {
	readonly fewest: number;
	readonly most: number;
}

const fits = (text: string, { fewest, most }: Bounds): boolean => {
	const words = wordsOf(text).length;
	return words >= fewest && words <= most;
};

/** Where the last trailing clause begins without which the sentence is short enough. */
export function beforeTrailingClause(text: string, bounds: Bounds): number | undefined {
	const boundaries = boundariesOf(text);
	const waiting = WAITING.test(text);
	return boundaries.findLast(
		({ at }, position) =>
			!(waiting && position === 0) &&
			fits(text.slice(0, at), bounds) &&
			isTrailing(text, boundaries, position),
	)?.at;
}

/** The last clause boundary that leaves few enough words, whatever follows: better than no cut at all. */
export const beforeAnyClause = (text: string, bounds: Bounds): number | undefined =>
	boundariesOf(text).findLast(({ at }) => fits(text.slice(0, at), bounds))?.at;

/** Behind the last word that may stay. */
export const afterMostWords = (text: string, { most }: Bounds): number | undefined =>
	wordsOf(text)[most - 1]?.end;
