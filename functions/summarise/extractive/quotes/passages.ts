/** Text further off than this says nothing of who speaks. */
export const REACH = 220;

const SENTENCE_END =
	/(?<!(?:^|[\s.(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|Jr|Sr|Lt|Col|Sgt))[.!?…]["”’»)]?\s+(?=["“‘«„(]?\p{Lu})/gu;

/** The sentences of a passage, the last of them perhaps only begun. */
export function sentencesOf(text: string): string[] {
	const found: string[] = [];
	let cut = 0;
	for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
		found.push(text.slice(cut, index + mark.length));
		cut = index + mark.length;
	}
	found.push(text.slice(cut));
	return found.filter((sentence) => sentence.trim() !== "");
}

/** The last sentence of a text, begun or complete, and what comes before it. */
export function lastSentence(text: string): { own: string; earlier: string } {
	let cut = 0;
	for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) cut = index + mark.length;
	return { own: text.slice(cut), earlier: text.slice(0, cut) };
}

/** A text up to the end of its first sentence. */
export const firstSentence = (text: string): string => {
	const end = text.search(SENTENCE_END);
	return end === -1 ? text : text.slice(0, end + 1);
};
