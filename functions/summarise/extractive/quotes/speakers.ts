import { type Named, type Names, namedIn } from "./names.ts";
import type { Quotation } from "./quotations.ts";
import { speechVerbsOf } from "./speech-verbs.ts";

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

/** The piece of the last sentence before a place, and whether the sentence before that is cut off. */
function sentenceBefore(text: string): { own: string; previous: string } {
	let cut = 0;
	let earlier = 0;
	for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
		earlier = cut;
		cut = index + mark.length;
	}
	return { own: text.slice(cut), previous: text.slice(earlier, cut) };
}

const sentenceAfter = (text: string): string => {
	SENTENCE_END.lastIndex = 0;
	const end = SENTENCE_END.exec(text);
	SENTENCE_END.lastIndex = 0;
	return end ? text.slice(0, end.index + 1) : text;
};

interface Verb {
	readonly start: number;
	readonly end: number;
}

function verbsIn(text: string, language: string): Verb[] {
	const verbs = speechVerbsOf(language);
	return Array.from(text.matchAll(/\p{L}+(?:-t)?/gu), ({ 0: word, index }) => ({
		word,
		start: index,
		end: index + word.length,
	}))
		.filter(({ word }) => verbs.has(word.toLowerCase().replace(/-t$/, "")) && !/^\p{Lu}/u.test(word))
		.map(({ start, end }) => ({ start, end }));
}

const PRONOUN = /^(?:he|she|er|sie|il|elle|él|ella|ele|ela|lui|lei|egli|hij|zij|ze)$/i;

/** Either a name, a pronoun for one, or somebody without a name. */
type Subject =
	| { readonly kind: "name"; readonly named: Named }
	| { readonly kind: "pronoun" }
	| { readonly kind: "unnamed" };

/** Small words that may stand between subject and verb: "Marsh also said", "Marsh has since said". */
const BETWEEN =
	/^(?:\s+(?:also|later|then|has|had|have|recently|once|further|\p{L}+ly|hat|habe|a|ha|heeft|since|previously|repeatedly|himself|herself))*\s+$/iu;

/**
 * The subject that ends directly before a verb, over one apposition: "Ada Marsh, the mayor of Brill, said".
 */
function subjectBefore(text: string, names: Names): Subject {
	const named = namedIn(text, names);
	const nearest = named.at(-1);
	if (nearest && BETWEEN.test(text.slice(nearest.end)))
		return isOwned(text, nearest) ? { kind: "unnamed" } : { kind: "name", named: nearest };
	const word = /(\p{L}+)\s+(?:(?:also|later|then|has|had|\p{L}+ly)\s+)*$/u.exec(text)?.[1] ?? "";
	if (PRONOUN.test(word)) return { kind: "pronoun" };
	// Behind an apposition's comma: whoever stands before its first one.
	const closed = /,\s+(?:(?:also|later|then|\p{L}+ly)\s+)*$/u.exec(text);
	if (closed) {
		const inner = text.slice(0, closed.index);
		for (const candidate of named.toReversed()) {
			const behind = inner.slice(candidate.end);
			if (
				/^(?:\s\([^)]{1,30}\))?,\s/.test(behind) &&
				!/[;:]|,\s[^,]{1,80},\s[^,]{1,80},\s/.test(behind) &&
				candidate.type === "person"
			) {
				return { kind: "name", named: candidate };
			}
		}
	}
	return { kind: "unnamed" };
}

/** "a spokesman for Acme", "Marsh's lawyer": the name is not who speaks. */
const isOwned = (text: string, { start, end }: Named): boolean =>
	/(?<!\p{L})(?:for|of|at|from|to|with|by|against|and|in|on|about)\s(?:the\s)?$/iu.test(
		text.slice(Math.max(0, start - 12), start),
	) || /^['’]s?\s/.test(text.slice(end));

/** The subject directly behind a verb: "said Ada Marsh", "said mayor Ada Marsh". */
function subjectBehind(text: string, names: Names): Subject {
	const [nearest] = namedIn(text.slice(0, 120), names);
	const lead = nearest ? text.slice(0, nearest.start) : text.slice(0, 40);
	const pronoun = /^\s+(\p{L}+)/u.exec(text)?.[1] ?? "";
	if (PRONOUN.test(pronoun)) return { kind: "pronoun" };
	if (!nearest) return { kind: "unnamed" };
	const direct = /^\s+(?:(?:[\p{L}\p{N}.’'&-]+\s+){0,7})$/u.test(lead);
	const blocked =
		/(?<!\p{L})(?:for|of|at|from|to|with|by|against|in|on|about|that|told|who|which|a|an)\s/iu.test(lead);
	const owned = /^['’]s?\s/.test(text.slice(nearest.end));
	// "said the company, Acme": only titles and modifiers may come before the name.
	return direct && !blocked && !owned ? { kind: "name", named: nearest } : { kind: "unnamed" };
}

/** "…," said X · "…," X said · "…", according to X */
function behind(text: string, names: Names, language: string): Subject | undefined {
	const own = sentenceAfter(text);
	const according = /^[,\s]*(?:according to|laut|selon|según|segundo|secondo|volgens)(?=\s)/iu.exec(own);
	if (according) return subjectBehind(own.slice(according[0].length), names);
	const [verb] = verbsIn(own.slice(0, 160), language);
	if (!verb) return undefined;
	const lead = own.slice(0, verb.start);
	if (/^[\s,.!?…—–-]*$/.test(lead)) return subjectBehind(own.slice(verb.end), names);
	// A subject between quotation and verb has to begin at once, and nothing else may be told before.
	if (/^[\s,—–-]*$/.test(lead.slice(0, /[\p{L}\p{N}]/u.exec(lead)?.index ?? 0)))
		return subjectBetween(lead, names);
	return undefined;
}

function subjectBetween(lead: string, names: Names): Subject | undefined {
	const clean = lead.replace(/^[\s,—–-]+/u, "");
	if (
		/^(?:and|but|which|that|a|an|as|in|when|while|for|to|because|by|of|with|who|he|she)\s/i.test(clean) &&
		!PRONOUN.test(clean.trim())
	) {
		return /^(?:he|she)\s/i.test(clean) && clean.length < 24
			? { kind: "pronoun" }
			: /^(?:a|an)\s/i.test(clean)
				? { kind: "unnamed" }
				: undefined;
	}
	return subjectBefore(clean, names);
}

/** X said: "…" · X said that "…" · According to X, "…" · X: "…" */
function before(own: string, names: Names, language: string): Subject | undefined {
	const according = /(?:^|\s)(?:according to|laut|selon|según|segundo|secondo|volgens)(?=\s)/iu.exec(own);
	if (according && own.slice(according.index).length < 90 && /,\s*$/.test(own))
		return subjectBehind(own.slice(according.index + according[0].length), names);
	const verb = verbsIn(own, language).at(-1);
	if (!verb) return /^[^,;:]{1,60}:\s*$/u.test(own) ? labelled(own, names) : undefined;
	const tail = own.slice(verb.end);
	if (!LEADS_IN.test(tail)) return undefined;
	return subjectBefore(own.slice(0, verb.start), names);
}

/** Between a verb of speech and the quotation: a mark, or a few words that lead to it. */
const LEADS_IN =
	/^(?:[\s,:—–-]*|\s(?:[\p{L}\p{N}.’'&-]+\s){0,8}?(?:that|as|it|is|was|dass|que|che|dat)[\s,:]*|[^,;“"]{0,90}[:,]\s*|\s(?:[\p{L}\p{N}’'-]+\s){1,7})$/iu;

/** "Marsh: …" in an interview. */
function labelled(own: string, names: Names): Subject | undefined {
	const [named] = namedIn(own, names);
	return named && named.start === 0 && /^\s*:\s*$/.test(own.slice(named.end))
		? { kind: "name", named }
		: undefined;
}

/** The one person that a sentence names, if there is just one. */
function onlyPerson(sentence: string, names: Names): string | undefined {
	const people = new Set(
		namedIn(sentence, names)
			.filter(({ type }) => type === "person")
			.map(({ name }) => name),
	);
	return people.size === 1 ? [...people][0] : undefined;
}

/** Who said a quotation, by the text behind it, the text before it, or the quotation that it goes on from. */
export function attributionOf(
	quotation: Quotation,
	neighbours: Neighbours,
	names: Names,
	language: string,
): Attribution {
	const { content, before: left, after: right, last } = neighbours;
	const from = Math.max(left?.outerEnd ?? 0, quotation.outerStart - REACH * 2);
	const preceding = content.slice(from, quotation.outerStart);
	const following = content.slice(
		quotation.outerEnd,
		Math.min(right?.outerStart ?? content.length, quotation.outerEnd + REACH),
	);
	const { own, previous } = sentenceBefore(preceding);
	const endsSentence =
		/[.!?…]$/.test(content.slice(quotation.start, quotation.end).trimEnd()) || /^\s*[.!?]/.test(following);
	const opened = endsSentence && /^\s*[.!?]?\s+\p{Lu}/u.test(following);
	const subject =
		(opened ? undefined : behind(following, names, language)) ??
		before(own, names, language) ??
		(opened ? behindNew(following, names, language) : undefined);
	if (!subject)
		return goesOn(preceding, left, last) ? { speaker: last?.speaker, cued: false } : { cued: false };
	if (subject.kind === "name") return { speaker: subject.named.name, cued: true };
	if (subject.kind === "unnamed") return { cued: true };
	const told = previous.trim() !== "" ? previous : left ? "" : lastSentence(neighbours.previous);
	return { speaker: goesOnFrom(left, last) ?? onlyPerson(told, names), cued: true };
}

/** A pronoun behind an attributed quotation of the same paragraph is its speaker. */
const goesOnFrom = (left: Quotation | undefined, last: Attribution | undefined): string | undefined =>
	left ? last?.speaker : undefined;

/** A new sentence behind a quotation attributes it only when nothing but a name and a verb begin it: "…?" Marsh asked. */
function behindNew(text: string, names: Names, language: string): Subject | undefined {
	const own = sentenceAfter(text.replace(/^\s*[.!?]?\s+/, " "));
	const [verb] = verbsIn(own.slice(0, 80), language);
	if (!verb) return undefined;
	const subject = subjectBefore(own.slice(0, verb.start).trimStart(), names);
	return /^[.,]?\s*$/.test(own.slice(verb.end)) ? subject : undefined;
}

/** Only marks and its attribution stand between it and the quotation before: it goes on. */
const goesOn = (preceding: string, left: Quotation | undefined, last: Attribution | undefined): boolean => {
	if (!left) return last?.open === true && preceding.trim() === "";
	return last?.cued === true || last?.speaker !== undefined
		? !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s/u.test(preceding) && preceding.length < REACH
		: false;
};

const lastSentence = (text: string): string => {
	const tail = text.slice(-REACH * 2);
	const { own } = sentenceBefore(tail);
	return own;
};
