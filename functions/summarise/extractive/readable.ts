/** Whether a sentence can stand in a summary by itself: a list of named rules, each of which can veto it. */
import { opensDangling } from "./openers.ts";
import type { Sentence, Text } from "./sentence.ts";
import { type Speech, speaksAt, speechOf } from "./speech.ts";
import { type Word, wordsOf, wordsOfEach } from "./words.ts";

/** Agencies and papers whose mark opens a story: "(Reuters) - ". */
const AGENCY =
	/^\((?:CNN|AP|Reuters|AFP|UPI|dpa|EFE|ANSA|PTI|IANS|Xinhua|TASS|Bloomberg)[^()]{0,20}\)\s*(?:[-–—:]{1,2}\s*)?/;
/** "LONDON, March 3 (Reuters) — ", "New York (CNN) ", "Washington • ": a place, then a date, an agency, a dash. */
const DATELINE =
	/^(?:\p{Lu}[\p{Lu}.'’-]{1,20}(?:,? (?:\p{Lu}[\p{Lu}.'’]*|\d{1,4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?),?){0,5} ?(?:\([^()]{2,30}\) ?)?(?:[—–]{1,2} ?|--? )|\p{Lu}[\p{L} ,.'’-]{2,40}(?: ?\((?:CNN|AP|Reuters|AFP|UPI|dpa)[^()]{0,20}\)\s*(?:[—–-]{1,2}\s*)?| • ))(?=["“«„\p{Lu}\d])/u;

/** A point's own mark: "1、", "（2）", "•". What a list's item says can be read without it. */
const ITEM_MARK = /^(?:\d{1,2}[、．]|[（(]\d{1,2}[)）]|[•·▪‣●○■◆])\s*(?=[\p{L}\p{N}“"「《])/u;

/** What ends before a list that a summary doesn't have: "as follows", "the following", in Chinese and Japanese too. */
const LEADS_ON =
	/(?::|：|(?:as follows|the following|次のとおり|次の通り|以下のとおり|以下の通り|如下)[.。：]?)$/iu;

/** Site furniture that a labeller may have let through, at a sentence's beginning. By hand, from news pages. */
const FURNITURE =
	/^(?:read (?:more|also|next|(?:the|our) (?:full|review))|also read|see also|related(?::| (?:articles?|content|links|news|posts?|reading|stor(?:y|ies)|topics)\b)|click (?:here|to)|tap here|sign up|subscribe (?:to|now|here|today)|follow (?:us|him|her|me|@)|share this|watch(?: (?:now|the|this|below|live)|:)|listen:|photos?(?: by|:)|images?:|picture:|video:|credit:|source:|advertisement\b|sponsored (?:by|content|post)|copyright (?:©|\(c\)|\d)|©|all rights reserved|updated(?: at|:| on)|published(?::| on| at)|last updated|editor['’]s note|correction:|getty images|by clicking|contact us|e-?mail |posted (?:by|on)|reporting by|editing by|weiterlesen|lesen sie|mehr zum thema|foto:|lire aussi|à lire|lea también|leggi anche|leia mais|lees ook|läs mer|читайте также|(?:备注|注|来源|来源于|编辑|责编|责任编辑|原标题|图片来源|版权|校对|审核)[:：]|(?:warning|notice|deprecated|fatal error): (?:use|undefined|call|cannot|trying|uncaught))/iu;
/** "By Jane Doe", "Von Max Muster": a preposition, then nothing but names. */
const BYLINE =
	/^(?:By|BY|Von|Par|Por|Di|Door|Av|Af) \p{Lu}[\p{L}.'’-]*(?:[ ,]+(?:and|und|et|y|e|\p{Lu}[\p{L}.'’-]*)){0,8}$/u;
const TERMINATED = /[\p{Sentence_Terminal}…]["'”’»)\]」』】“«]*(?:\[\d{1,3}\])*$/u;
const QUESTION = /[?？؟;]["'”’»)\]」』]*$/u;

const paired = (text: string, open: string, close: string): boolean => {
	if (!text.includes(open)) return !text.includes(close);
	let depth = 0;
	for (const character of text) {
		if (character === open) depth++;
		else if (character === close && --depth < 0) return false;
	}
	return depth === 0;
};

/** Nearly every long word opens with a capital: a headline, a team sheet; of what has no end, most. German nouns stay below the shares. */
function isCapitalised(words: readonly Word[], hasEnd: boolean): boolean {
	let [long, capitals] = [0, 0];
	for (const { text } of words) {
		if (text.length <= 3) continue;
		long++;
		if (/^\p{Lu}/u.test(text)) capitals++;
	}
	return long >= 5 && capitals > (hasEnd ? 0.85 : 0.7) * long;
}

/** Whether every speech that opens in a text closes in it, and none closes that didn't open. */
function isBalanced(text: string): boolean {
	const marks = text.match(/["“”„«»「」]/g);
	return marks === null || (marks.length % 2 === 0 && speechOf(text).every(({ closed }) => closed));
}

/** What a broken encoding leaves of a closing mark: `a "major? incident`. */
const LOST_MARK = /(?<=[\p{L}\p{N}])\?(?=[.,;]|\s\p{Ll})/gu;

/** The same, a mark that was lost counting as one: the sentence can be read, and it is often the one that matters. */
const isQuoteBalanced = (text: string): boolean =>
	isBalanced(text) || (text.includes("?") && isBalanced(text.replace(LOST_MARK, "”")));

/**
 * Speech that other sentences may lie in. Without a closing mark that is only what a paragraph opens with, as the parts of
 * a long quotation do by convention; elsewhere a mark is missing, and the sentence that has the other is vetoed for itself.
 */
const isBelieved = ({ start, closed }: Speech, text: string): boolean =>
	closed || start === 0 || text[start - 1] === "\n";

/** What the rules know of a sentence beside its text. */
interface Place {
	/** Speech in the sentence's block. */
	readonly speech: readonly Speech[];
	readonly words: readonly Word[];
}

/** Every rule by what it says of a sentence; one that holds keeps it out. */
const VETOES: Readonly<Record<string, (sentence: Sentence, place: Place) => boolean>> = {
	"begins or ends inside speech": ({ start, end }, { speech }) =>
		speaksAt(speech, start) || speaksAt(speech, end),
	"has a quotation mark without its partner": ({ text }) => !isQuoteBalanced(text),
	"has a bracket without its partner": ({ text }) => !paired(text, "(", ")") || !paired(text, "[", "]"),
	"is furniture": ({ text }) => FURNITURE.test(text),
	"is a byline": ({ text }) => text.length < 120 && BYLINE.test(text),
	"has no end": ({ text }, { words }) => words.length < 12 && !TERMINATED.test(text),
	"opens in lower case": ({ text }) => /^["“'‘(]*\p{Ll}(?!\p{Lu})/u.test(text),
	"is too short to say anything": (_, { words }) => words.length < 5,
	"is a headline or a list of names": ({ text }, { words }) => isCapitalised(words, TERMINATED.test(text)),
	"leads to what follows": ({ text }) => LEADS_ON.test(text),
};

/** Whether a sentence ends as one; a label or a headline doesn't. */
export const isTerminated = (sentence: Sentence): boolean => TERMINATED.test(sentence.text);

/** A question asks for the gist instead of giving it. */
export const isQuestion = (sentence: Sentence): boolean => QUESTION.test(sentence.text);

/** A sentence without the dateline or the point's mark before it; the same place otherwise. */
export function withoutDateline(sentence: Sentence): Sentence {
	if (sentence.start > 0) return sentence;
	const { text } = sentence;
	const mark = ITEM_MARK.exec(text) ?? AGENCY.exec(text) ?? DATELINE.exec(text.slice(0, 120));
	const cut = mark?.[0].length ?? 0;
	if (cut === 0 || cut >= sentence.text.length) return sentence;
	return { ...sentence, start: sentence.start + cut, text: sentence.text.slice(cut) };
}

/**
 * The sentences of a text that can be read in a summary, with those that open a story freed of their dateline. Some of
 * them lean on the sentence before: they can be read only behind it.
 */
export function presentable({ article }: Text, sentences: readonly Sentence[]): Sentence[] {
	const speeches = new Map<number, Speech[]>();
	const speechIn = (block: number): Speech[] => {
		const known = speeches.get(block);
		if (known) return known;
		const text = article.blocks[block]?.text ?? "";
		const found = speechOf(text).filter((speech) => isBelieved(speech, text));
		speeches.set(block, found);
		return found;
	};
	const vetoes = Object.values(VETOES);
	const words = wordsOfEach(sentences);
	return sentences.flatMap((whole, at) => {
		const sentence = withoutDateline(whole);
		const own = sentence === whole ? words[at] : undefined;
		const place = { speech: speechIn(sentence.block), words: own ?? wordsOf(sentence.text) };
		return vetoes.some((vetoed) => vetoed(sentence, place)) ? [] : sentence;
	});
}

/** Those of them that need nothing before them. */
export const standingAlone = (text: Text, sentences: readonly Sentence[]): Sentence[] =>
	presentable(text, sentences).filter((sentence) => !opensDangling(sentence.text, text.language));
