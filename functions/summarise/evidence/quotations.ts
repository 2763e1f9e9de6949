import { speechOf } from "../extractive/speech.ts";
import { runningWords } from "./source.ts";

/** What an ellipsis or an editor's brackets leave out or put in: what stands around them must be verbatim. */
const LEFT_OUT = /\[[^\]]{0,200}\]|\(\.\.\.\)|…|\.\.\./u;

/** What a claim quotes that its source, as running words, doesn't say word for word. */
export function foreignQuotations(claim: string, running: string): string[] {
	return speechOf(claim)
		.filter(({ closed }) => closed)
		.map(({ start, end }) => claim.slice(start + 1, end - 1))
		.filter((quoted) => !isSaid(quoted, running));
}

/** Whether a source says all pieces of a quotation word for word. */
export const isSaid = (quoted: string, running: string): boolean =>
	quoted.split(LEFT_OUT).every((piece) => {
		const words = runningWords(piece);
		return words.trim() === "" || running.includes(words);
	});
