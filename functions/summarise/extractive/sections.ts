import type { Section } from "../../shared/summary.ts";
import { gistOf } from "./gist.ts";
import { keywordsOf } from "./keywords.ts";
import { rank } from "./ranking.ts";
import { isTerminated, standingAlone } from "./readable.ts";
import type { Sentence, Text } from "./sentence.ts";
import { topicShifts } from "./topic-shifts.ts";

/** A heading and the sentences directly under it, up to the next heading of any level. */
interface Chapter {
	readonly heading: string;
	readonly sentences: Sentence[];
}

function chaptersOf({ article, sentences }: Text): Chapter[] {
	const chapters: Chapter[] = [];
	let next = 0;
	for (const [block, { type, text }] of article.blocks.entries()) {
		if (type === "heading") chapters.push({ heading: text, sentences: [] });
		for (let sentence = sentences[next]; sentence?.block === block; sentence = sentences[++next]) {
			chapters.at(-1)?.sentences.push(sentence);
		}
	}
	return chapters.filter(({ sentences }) => sentences.length > 0);
}

/** The parts of an article without headings where it clearly turns to another subject, headed by their first key phrase. */
function partsOf(text: Text): Chapter[] {
	const shifts = topicShifts(text);
	if (shifts.length === 0) return [];
	const title = { ...text.article.metadata, title: undefined };
	return [0, ...shifts].flatMap((from, at) => {
		const sentences = text.sentences.slice(from, shifts[at]);
		const [heading] = keywordsOf({ ...text, article: { ...text.article, metadata: title }, sentences }, 1);
		return heading ? [{ heading, sentences }] : [];
	});
}

/** Whether a chapter says something in a sentence: a list of ingredients or names has no gist. */
const hasProse = ({ sentences }: Chapter, { article }: Text): boolean =>
	sentences.some(
		(sentence) => isTerminated(sentence) || article.blocks[sentence.block]?.type !== "list-item",
	);

/**
 * What each part of the article says in a sentence: the headed ones, or where nothing is headed those that a clear turn
 * of subject parts. A heading with nothing but headings under it has none.
 */
export function sectionsOf(text: Text): Section[] {
	const chapters = chaptersOf(text).filter((chapter) => hasProse(chapter, text));
	return (chapters.length > 0 ? chapters : partsOf(text)).map(({ heading, sentences }) => {
		// Ranked as a text of its own: its numbering starts at its own first sentence, its title is its heading.
		const own = sentences.map((sentence, index) => ({ ...sentence, index }));
		const metadata = { ...text.article.metadata, title: heading };
		const part: Text = { ...text, article: { ...text.article, metadata }, sentences: own };
		const alone = standingAlone(part, own);
		const { text: gist, evidence } = gistOf(rank(part, alone.length > 0 ? alone : own, true));
		return { heading, gist, evidence };
	});
}
