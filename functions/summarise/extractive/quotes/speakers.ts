import { hasUnknown, type Names, namedIn } from "./names.ts";
import type { Quotation } from "./quotations.ts";
import { speechVerbsOf } from "./speech-verbs.ts";
import { type Subject, subjectBefore, subjectBehind, subjectOfLabel, subjectOfSentence } from "./subjects.ts";

/** Who said a quotation, as far as the text tells. */
export interface Attribution {
	readonly speaker?: string | undefined;
	/** A verb of speech stands at the quotation. */
	readonly cued: boolean;
	/** It has no closing mark and goes on in the next block. */
	readonly open?: boolean;
}

/** What stands around a quotation in its block. */
export interface Neighbours {
	readonly content: string;
	/** The block before. */
	readonly previous: string;
	readonly before: Quotation | undefined;
	readonly after: Quotation | undefined;
	/** The attribution of the quotation before it. */
	readonly last: Attribution | undefined;
}

/** Text further off than this says nothing of who speaks. */
const REACH = 220;
const SENTENCE_END =
	/(?<!(?:^|[\s.(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|Jr|Sr|Lt|Col|Sgt))[.!?…]["”’»)]?\s+(?=["“‘«„(]?\p{Lu})/gu;

/** The last sentence of a text, begun or complete, and the one before it. */
function lastSentences(text: string): { own: string; previous: string } {
	let cut = 0;
	let earlier = 0;
	for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
		earlier = cut;
		cut = index + mark.length;
	}
	return { own: text.slice(cut), previous: text.slice(earlier, cut) };
}

const firstSentence = (text: string): string => {
	const end = text.search(SENTENCE_END);
	return end === -1 ? text : text.slice(0, end + 1);
};

interface Verb {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** The verbs of speech of a text; one with a capital only where it begins ("Said Marsh: …"). */
function verbsIn(text: string, language: string): Verb[] {
	const verbs = speechVerbsOf(language);
	return Array.from(text.matchAll(/\p{L}+(?:-t(?!\p{L}))?/gu), ({ 0: word, index }) => ({
		text: word,
		start: index,
		end: index + word.length,
	})).filter(
		({ text: word, start }) =>
			verbs.has(word.toLowerCase().replace(/-t$/, "")) && (start === 0 || !/^\p{Lu}/u.test(word)),
	);
}

const ACCORDING = "(?:according to|laut|selon|según|segundo|secondo|volgens)";
const ACCORDING_BEHIND = new RegExp(`^[,\\s]*${ACCORDING}(?=\\s)`, "iu");
const ACCORDING_BEFORE = new RegExp(`(?:^|\\s)${ACCORDING}(?=\\s)`, "iu");
/** A clause that goes on behind a quotation is not its attribution, nor is "a neighbour said" anybody's name. */
const GOES_ON = /^(?:and|but|which|that|as|in|when|while|for|to|because|by|of|with|who)\s/i;

/** "ha detto Marsh" */
const AUXILIARY = /^(?:ha|a|hat|avait|había|heeft)\s$/i;

/** "…," said X · "…," X said · "…", according to X */
function behind(text: string, names: Names, language: string): Subject | undefined {
	const own = firstSentence(text);
	const according = ACCORDING_BEHIND.exec(own);
	if (according) return subjectBehind(own.slice(according[0].length), names);
	const [verb] = verbsIn(own.slice(0, 160), language);
	if (!verb) return undefined;
	const lead = own.slice(0, verb.start).replace(/^[\s,.!?…—–-]+/u, "");
	if (lead === "" || AUXILIARY.test(lead)) return subjectBehind(own.slice(verb.end), names);
	if (/^[\s]*[,.]/.test(own.slice(verb.end)) === false && /ing$/.test(verb.text)) return undefined;
	return GOES_ON.test(lead) ? undefined : subjectBefore(lead, names, true);
}

/** "…?" Marsh asked. A new sentence behind a quotation is its attribution when no other quotation follows the verb. */
function behindNew(text: string, names: Names, language: string): Subject | undefined {
	const own = firstSentence(text.replace(/^\s*[.!?]?\s+/, ""));
	const [verb] = verbsIn(own.slice(0, 80), language);
	if (!verb || verb.start === 0) return undefined;
	const closes = /[.!?]$/.test(own.trimEnd()) || own.length >= REACH - 2;
	return closes && !/[:,]\s*$/.test(own.slice(verb.end))
		? subjectBefore(own.slice(0, verb.start), names, false)
		: undefined;
}

/** Between a verb of speech and the quotation: no other quotation, and no end of a sentence. */
const LEADS_IN = /^[^;“”"]{0,120}$/u;

/** X said: "…" · X said that "…" · According to X, "…" · Said X: "…" · X: "…" */
function before(own: string, names: Names, language: string): Subject | undefined {
	const according = ACCORDING_BEFORE.exec(own);
	if (according && own.length - according.index < 90 && /[,:]\s*$/.test(own)) {
		return subjectBehind(own.slice(according.index + according[0].length), names);
	}
	const verb = verbsIn(own, language).at(-1);
	if (!verb) return subjectOfLabel(own, names);
	if (!LEADS_IN.test(own.slice(verb.end))) return undefined;
	if (verb.start === 0) return /:\s*$/.test(own) ? subjectBehind(own.slice(verb.end), names) : undefined;
	const clause = own.slice(0, verb.start);
	// What stands behind the quotation before: it goes on.
	if (clause.trim() === "") return undefined;
	const participle = /ing$/.test(verb.text) ? subjectOfSentence(clause, names) : undefined;
	return participle ?? subjectBefore(clause, names, false);
}

/** The one person that a sentence names, if there is just one and nobody that we don't know. */
function onlyPerson(sentence: string, names: Names): string | undefined {
	if (hasUnknown(sentence, names)) return undefined;
	const people = new Set(
		namedIn(sentence, names)
			.filter(({ type }) => type === "person")
			.map(({ name }) => name),
	);
	return people.size === 1 ? [...people][0] : undefined;
}

/** Only its attribution stands between a quotation and the one before: it goes on. */
function goesOn(preceding: string, left: Quotation | undefined, last: Attribution | undefined): boolean {
	if (!left) return last?.open === true && preceding.trim() === "";
	if (!last?.cued && last?.speaker === undefined) return false;
	// A whole sentence of the author's own between them breaks it off.
	return preceding.length < REACH && !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s/u.test(preceding);
}

/** Who said a quotation, by the text behind it, the text before it, or the quotation that it goes on from. */
export function attributionOf(
	quotation: Quotation,
	neighbours: Neighbours,
	names: Names,
	language: string,
): Attribution {
	const { content, before: left, after: right, last } = neighbours;
	const preceding = content.slice(
		Math.max(left?.outerEnd ?? 0, quotation.outerStart - REACH * 2),
		quotation.outerStart,
	);
	const following = content.slice(
		quotation.outerEnd,
		Math.min(right?.outerStart ?? content.length, quotation.outerEnd + REACH),
	);
	const { own, previous } = lastSentences(preceding);
	const subject = subjectAround(
		content.slice(quotation.start, quotation.end),
		own,
		following,
		names,
		language,
	);
	if (!subject)
		return goesOn(preceding, left, last) ? { speaker: last?.speaker, cued: false } : { cued: false };
	if (subject.kind === "name") return { speaker: subject.named.name, cued: true };
	if (subject.kind === "unnamed") return { cued: true };
	if (left && last?.speaker !== undefined) return { speaker: last.speaker, cued: true };
	const complete = /[.!?…]["”’»)]?\s*$/.test(own) ? own : previous;
	const told =
		complete.trim() !== "" || left ? complete : lastSentences(neighbours.previous.slice(-REACH * 2)).own;
	return { speaker: onlyPerson(told, names), cued: true };
}

/** A quotation that ends its sentence is not attributed by the next one, unless that is all the next one does. */
function subjectAround(
	said: string,
	own: string,
	following: string,
	names: Names,
	language: string,
): Subject | undefined {
	const ended = /[.!?…]$/.test(said) || /^\s*[.!?]/.test(following);
	const opened = ended && /^\s*[.!?]?\s+\p{Lu}/u.test(following);
	if (!opened) return behind(following, names, language) ?? before(own, names, language);
	return before(own, names, language) ?? behindNew(following, names, language);
}
