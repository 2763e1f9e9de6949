import type { Entity, Quote } from "../../../shared/summary.ts";
import { evidenceOf, type Text } from "../sentence.ts";
import { namesOf } from "./names.ts";
import type { Quotation } from "./quotation.ts";
import { isStatement, quotationsOf } from "./quotations.ts";
import { type Attribution, attributionOf } from "./speakers.ts";

/** More than any article's reader wants. */
const MOST = 30;
/** As much of the paragraph before a quotation as may tell whom a pronoun means. */
const MOST_TOLD = 600;

/**
 * What an article quotes, in the order of the text, and who said it where it names one. The speaker is the
 * entity's full name; nobody is named for "he said" unless the sentence before has just one person in it, nor
 * for "a spokesman said".
 */
export function findQuotes(text: Text, entities: readonly Entity[]): Quote[] {
	const names = namesOf(entities, text.language);
	const quotes: Quote[] = [];
	const blocks = new Set(text.sentences.map(({ block }) => block));
	let before: Attribution | undefined;
	let tail: { block: number; text: string } | undefined;
	let whole: { block: number; speaker: string | undefined } | undefined;
	for (const block of blocks) {
		const content = text.article.blocks[block]?.text ?? "";
		const quotations = quotationsOf(content, text.article.blocks[block + 1]?.text, text.language);
		// A speech that goes on in the next paragraph has the same speaker.
		let last = before?.open ? before : undefined;
		const followed = tail?.block === block - 1 ? tail.text : undefined;
		const previous = followed ?? toldBefore(text, block, tail?.block ?? -1);
		const previousSpeaker = followed === undefined ? undefined : before?.speaker;
		for (const [index, quotation] of quotations.entries()) {
			const neighbours = {
				content,
				previous,
				previousSpeaker,
				wholeSpeaker: whole?.block === block - 1 ? whole.speaker : undefined,
				before: quotations[index - 1],
				after: quotations[index + 1],
				last,
			};
			const attribution = attributionOf(quotation, neighbours, names, text.language);
			const said = content.slice(quotation.start, quotation.end);
			const statement = isStatement(said, attribution.cued);
			// A name or a word in marks beside an attribution doesn't end what was said before it.
			const kept = last?.speaker !== undefined && !statement && !attribution.cued ? last : attribution;
			last = {
				...kept,
				open: quotation.outerEnd === content.length && quotation.end === content.length,
			};
			if (quotation.end > quotation.start && statement) {
				quotes.push(quoteOf(block, content, quotation, attribution.speaker));
			}
			if (quotes.length === MOST) return withFullNames(quotes);
		}
		whole = isWhole(content, quotations) ? { block, speaker: last?.speaker } : undefined;
		before = quotations.length > 0 ? last : undefined;
		const end = quotations.at(-1)?.outerEnd;
		tail = end === undefined ? undefined : { block, text: content.slice(end, end + MOST_TOLD) };
	}
	return withFullNames(quotes);
}

/** Who is no entity is named in full once, beside the first quotation, and by surname after that. */
function withFullNames(quotes: readonly Quote[]): Quote[] {
	const full = new Map<string, string | undefined>();
	for (const { speaker = "" } of quotes) {
		const surname = speaker.split(" ").at(-1) ?? speaker;
		if (surname === speaker) continue;
		full.set(surname, full.has(surname) && full.get(surname) !== speaker ? undefined : speaker);
	}
	return quotes.map((quote) => {
		const speaker = full.get(quote.speaker ?? "");
		return speaker === undefined ? quote : { ...quote, speaker };
	});
}

/** What the paragraphs before a block tell, back to the last one that quotes somebody. */
function toldBefore({ article }: Text, block: number, quoted: number): string {
	const told: string[] = [];
	let length = 0;
	for (let at = block - 1; at > quoted && length < MOST_TOLD; at--) {
		const { type, text = "" } = article.blocks[at] ?? {};
		if (type !== "paragraph" && at < block - 1) break;
		told.unshift(text);
		length += text.length;
	}
	return told.join("\n").slice(-MOST_TOLD);
}

/** As much as an attribution takes beside a speech. */
const ATTRIBUTION = 80;

/** Whether a block opens with speech and has nothing beside it but its attribution. */
function isWhole(content: string, quotations: readonly Quotation[]): boolean {
	const said = quotations.reduce((sum, { outerStart, outerEnd }) => sum + outerEnd - outerStart, 0);
	return (
		quotations[0] !== undefined &&
		content.slice(0, quotations[0].outerStart).trim() === "" &&
		content.length - said <= ATTRIBUTION
	);
}

function quoteOf(
	block: number,
	content: string,
	{ start, end }: Quotation,
	speaker: string | undefined,
): Quote {
	// A quotation may run over several sentences: its evidence is its place in the block.
	const whole = { block, start: 0, end: content.length, text: content, index: 0 };
	// American style sets the comma of the sentence around it inside the marks.
	const own = end - start > 1 && /[,，]/.test(content.charAt(end - 1)) ? end - 1 : end;
	return {
		text: content.slice(start, own),
		...(speaker === undefined ? {} : { speaker }),
		evidence: [evidenceOf(whole, start, own)],
	};
}
