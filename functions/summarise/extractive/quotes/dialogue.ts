/** Speech behind a dash, as Spanish, French, Portuguese, Italian, Russian and the Nordic languages print dialogue. */

import type { Quotation } from "./quotation.ts";
import { speechVerbsOf } from "./speech-verbs.ts";

const DASHED: ReadonlySet<string> = new Set("es fr pt it ru uk sv nb no da ca gl ro".split(" "));

const OPENS = /^\s*[—–]\s?(?=[¿¡«“"]?[\p{L}\p{N}…])/u;
/** Where narration may begin: behind a dash, or behind the mark that ends what was said. */
const TURN = /\s?[—–]\s?|[,?!…]\s/gu;
/** Where speech goes on behind the narration. */
const RESUMES = /[\p{L}.,:;]\s?[—–][.,;:]?\s?(?=\p{L})/u;
/** As far as one turn of a dialogue goes. */
const REACH = 1000;

const firstWord = (text: string): string => /^(?:se\s|le\s|a\s)?(\p{L}+)/u.exec(text)?.[1] ?? "";

const trimmed = (text: string, start: number, end: number): Quotation => {
	const said = text.slice(start, end);
	const from = start + said.length - said.trimStart().length;
	return { start: from, end: from + said.trim().length, outerStart: start, outerEnd: end };
};

/**
 * What is said in a block that opens with a dash: up to the narration that a verb of speech begins ("—dijo Ana—"), and
 * what follows it. A block without such a verb may be an item of a list.
 */
export function dialogueOf(text: string, language: string): Quotation[] {
	const open = DASHED.has(language) ? OPENS.exec(text) : null;
	if (!open) return [];
	const verbs = speechVerbsOf(language);
	const from = open[0].length;
	for (const { 0: mark, index } of text.slice(0, REACH).matchAll(TURN)) {
		const behind = index + mark.length;
		if (index <= from || !verbs.has(firstWord(text.slice(behind, behind + 30)))) continue;
		const end = /^[?!…]/.test(mark) ? index + 1 : index;
		const narration = text.slice(behind, behind + REACH);
		const resumed = mark.trim().length === 1 && /[—–]/.test(mark) ? RESUMES.exec(narration) : null;
		const spoken = [{ ...trimmed(text, from, end), outerStart: 0 }];
		return resumed
			? [...spoken, trimmed(text, behind + resumed.index + resumed[0].length, text.length)]
			: spoken;
	}
	return [];
}
