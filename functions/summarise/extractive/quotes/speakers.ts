import { antecedentOf, isSpokenOf } from "./antecedents.ts";
import { mayBe } from "./genders.ts";
import { type Names, namedIn } from "./names.ts";
import { firstSentence, lastSentence, REACH } from "./passages.ts";
import { speakerByPattern } from "./patterns.ts";
import type { Quotation } from "./quotation.ts";
import { speechVerbsOf } from "./speech-verbs.ts";
import {
	type Subject,
	subjectAroundTurkish,
	subjectBefore,
	subjectBehind,
	subjectOfLabel,
	subjectOfSentence,
} from "./subjects.ts";

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
	/** The block before, from its last quotation on. */
	readonly previous: string;
	/** Who said that last quotation. */
	readonly previousSpeaker?: string | undefined;
	/** The same where nothing but its attribution stood in that block: the next block that is all speech goes on. */
	readonly wholeSpeaker?: string | undefined;
	readonly before: Quotation | undefined;
	readonly after: Quotation | undefined;
	/** The attribution of the quotation before it. */
	readonly last: Attribution | undefined;
}

interface Verb {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

const WORD = /\p{L}+(?:-t(?!\p{L}))?/gu;

/** The verbs of speech of a text; one with a capital only where it begins ("Said Marsh: …"). */
function verbsIn(text: string, language: string): Verb[] {
	const verbs = speechVerbsOf(language);
	const found: Verb[] = [];
	WORD.lastIndex = 0;
	for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
		const { 0: word, index: start } = match;
		if (verbs.has(word.toLowerCase().replace(/-t$/, "")) && (start === 0 || !/^\p{Lu}/u.test(word)))
			found.push({ text: word, start, end: start + word.length });
	}
	return found;
}

const ACCORDING = "(?:according to|laut|selon|según|segundo|secondo|volgens)";
const ACCORDING_BEHIND = new RegExp(`^[,\\s]*(?:${ACCORDING}|so)(?=\\s(?:\\p{Lu}|d(?:er|ie)\\s))`, "u");
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

/** "« Notre désaccord est total, souligne-t-elle. La banque… »": French leaves the marks open around its attribution. */
const INCISE = /,\s(\p{L}{3,20})(?:-t)?-(elle|il)(?=[\s,.])/u;

function subjectInside(said: string, { language }: Names): Subject | undefined {
	const [, verb = "", pronoun = ""] = (language === "fr" && INCISE.exec(said)) || [];
	if (!speechVerbsOf("fr").has(verb)) return undefined;
	return { kind: "pronoun", gender: pronoun === "il" ? "masculine" : "feminine" };
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
	if (!verb) return subjectOfLabel(own, names) ?? onlySubject(own, names);
	if (!LEADS_IN.test(own.slice(verb.end))) return undefined;
	if (verb.start === 0) return /:\s*$/.test(own) ? subjectBehind(own.slice(verb.end), names) : undefined;
	const clause = own.slice(0, verb.start);
	// What stands behind the quotation before: it goes on.
	if (!/[\p{L}\p{N}]/u.test(clause)) return undefined;
	const participle = /ing$/.test(verb.text) ? subjectOfSentence(clause, names) : undefined;
	const subject = participle ?? subjectBefore(clause, names, false);
	if (subject.kind !== "unnamed" || SOMEBODY.test(clause)) return subject;
	return onlySubject(own, names) ?? subject;
}

/** "Clinton, a top aide said": somebody else, without a name. */
const SOMEBODY = /,\s(?:an?|the|one|some|another|his|her|their)\s[^,]{1,80}$/iu;

/** X did something "…": the one person of the words before a quotation, when its sentence is about them. */
function onlySubject(own: string, names: Names): Subject | undefined {
	const subject = subjectOfSentence(own, names);
	if (subject?.kind !== "name" || own.length > REACH) return undefined;
	const people = new Set(
		namedIn(own, names)
			.filter(({ type }) => type === "person")
			.map(({ name }) => name),
	);
	return people.size === 1 ? subject : undefined;
}

/** Only its attribution stands between a quotation and the one before: it goes on. */
function goesOn(preceding: string, left: Quotation | undefined, last: Attribution | undefined): boolean {
	if (!left) return last?.open === true && preceding.trim() === "";
	if (!last?.cued && last?.speaker === undefined) return false;
	// A whole sentence of the author's own between them breaks it off.
	return preceding.length < REACH && !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s/u.test(preceding);
}

/** Whom a pronoun beside a quotation means: the subject of what was told since the quotation before it, or who said that. */
function referent(
	{ gender }: Extract<Subject, { kind: "pronoun" }>,
	said: string,
	{ own, earlier }: ReturnType<typeof lastSentence>,
	{ previous, previousSpeaker, before: left, last }: Neighbours,
	names: Names,
): string | undefined {
	// The first sentence behind a quotation is its attribution.
	const since = previousSpeaker ? withoutFirst(previous) : previous;
	const passages = left ? [withoutFirst(earlier), earlier === "" ? "" : own] : [since, earlier, own];
	const named = antecedentOf(passages, gender, said, names);
	if (named !== undefined) return named;
	const speaker = left ? last?.speaker : previousSpeaker;
	const fits = speaker !== undefined && (gender === undefined || mayBe(speaker, gender));
	return fits && !isSpokenOf(speaker, said) ? speaker : undefined;
}

/** The sentence that leads to a quotation: the one it stands in, or one that ends in a colon or is all attribution ("Marsh agreed."). */
function leadOf(preceding: string, previous: string): ReturnType<typeof lastSentence> {
	const last = lastSentence(preceding);
	if (preceding.trim() === "" && /:\s*$/.test(previous)) return lastSentence(previous);
	return last;
}

const withoutFirst = (text: string): string => text.slice(firstSentence(text).length);

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
	const { own, earlier } = leadOf(preceding, left === undefined ? neighbours.previous : "");
	const said = content.slice(quotation.start, quotation.end);
	const pattern = speakerByPattern(preceding, following, language);
	if (pattern) return pattern === "nobody" ? { cued: true } : { speaker: pattern.name, cued: true };
	const subject = subjectAround(said, own, following, names, language) ?? subjectInside(said, names);
	if (!subject) {
		if (goesOn(preceding, left, last)) return { speaker: last?.speaker, cued: false };
		const alone = !left && !right && preceding.trim() === "" && /^[\s.]*$/.test(following);
		return alone ? { speaker: neighbours.wholeSpeaker, cued: false } : { cued: false };
	}
	if (subject.kind === "name") return { speaker: subject.named.name, cued: true };
	if (subject.kind === "unnamed") return { cued: true };
	return { speaker: referent(subject, said, { own, earlier }, neighbours, names), cued: true };
}

/** A quotation that ends its sentence is not attributed by the next one, unless that is all the next one does. */
function subjectAround(
	said: string,
	own: string,
	following: string,
	names: Names,
	language: string,
): Subject | undefined {
	const turkish = language === "tr" ? subjectAroundTurkish(own, following, names) : undefined;
	if (turkish) return turkish;
	const ended = /[.!?…]$/.test(said) || /^\s*[.!?]/.test(following);
	const opened = ended && /^\s*[.!?]?\s+\p{Lu}/u.test(following);
	if (!opened) return behind(following, names, language) ?? before(own, names, language);
	return before(own, names, language) ?? behindNew(following, names, language);
}
