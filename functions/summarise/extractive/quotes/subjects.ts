import { HONORIFICS, isTitleWord, ROLE_NOUNS } from "../entities/tables/titles.ts";
import { type Gender, genderOfPronoun } from "./genders.ts";
import {
	canSpeak,
	type Named,
	type Names,
	namedIn,
	unknownApposed,
	unknownBeforeRole,
	unknownBehindRole,
	unknownBeside,
} from "./names.ts";

/** Who a verb of speech has for its subject: a name, a pronoun for one, or somebody without a name. */
export type Subject =
	| { readonly kind: "name"; readonly named: Named }
	/** Without a gender where the verb alone stands for it ("dijo"). */
	| { readonly kind: "pronoun"; readonly gender?: Gender | undefined }
	| { readonly kind: "unnamed" };

const UNNAMED: Subject = { kind: "unnamed" };

/** The subject that a personal pronoun is. */
function pronounOf(word: string | undefined): Subject | undefined {
	const gender = genderOfPronoun(word ?? "");
	return gender === undefined ? undefined : { kind: "pronoun", gender };
}

const SMALL =
	"also|later|then|has|had|have|is|was|been|would|will|recently|once|further|\\p{L}+ly|hat|habe|a|ha|heeft|since|himself|herself|quickly|often";
/** Small words that may stand between subject and verb: "Marsh also said", "Marsh has since said". */
const BETWEEN = new RegExp(`^(?:\\s\\([^()]{1,30}\\))?(?:\\s+(?:${SMALL}))*\\s+$`, "iu");
const LAST_WORD = new RegExp(`(\\p{L}+)(?:\\s+(?:${SMALL}))*\\s+$`, "iu");
/** "Marsh smiled and said": the verb before has the subject. */
const JOINED = new RegExp(
	`\\s(?:and|but|then|or|und|aber|et|mais|y|pero|e|ma|mas|en|maar)(?:\\s+(?:${SMALL}))*\\s+$`,
	"iu",
);
const LAST_COMMA = new RegExp(`,(?:\\s+(?:${SMALL}))*\\s+$`, "iu");

/** "a spokesman for Acme", "Marsh's lawyer": the name is not who speaks. */
const isOwned = (text: string, { start, end }: Named): boolean =>
	/(?<!\p{L})(?:for|of|at|from|to|with|by|against|and|in|on|about)\s(?:the\s)?$/iu.test(
		text.slice(Math.max(0, start - 12), start),
	) || /^['’]s?\s/.test(text.slice(end));

/** The subject that ends directly before a verb, over one apposition: "Ada Marsh, the mayor of Brill, said". */
export function subjectBefore(text: string, names: Names, unknown: boolean): Subject {
	const named = namedIn(text, names);
	const apart = unknownBeforeRole(text, names);
	if (apart && !named.some(({ type, start }) => type === "person" && start < apart.end))
		return { kind: "name", named: apart };
	const nearest = named.at(-1);
	if (nearest && BETWEEN.test(text.slice(nearest.end))) {
		return canSpeak(nearest, names) && !isOwned(text, nearest) ? { kind: "name", named: nearest } : UNNAMED;
	}
	const pronoun = pronounOf(LAST_WORD.exec(text)?.[1]);
	if (pronoun) return pronoun;
	const closed = LAST_COMMA.exec(text);
	const apposed = closed ? beforeApposition(text.slice(0, closed.index), named) : undefined;
	if (apposed) return { kind: "name", named: apposed };
	const coordinated = JOINED.test(text) || closed ? subjectOfSentence(text, names) : undefined;
	if (coordinated) return coordinated;
	const other = unknown ? unknownBeside(text, "before", names) : undefined;
	return other && !isOwned(text, other) ? { kind: "name", named: other } : UNNAMED;
}

/** Whoever stands before the first comma of an apposition. */
const beforeApposition = (text: string, named: readonly Named[]): Named | undefined =>
	named.findLast((candidate) => {
		const behind = text.slice(candidate.end);
		const one =
			/^(?:\s\([^)]{1,30}\))?,\s/.test(behind) && !/[;:]|,\s[^,]{1,80},\s[^,]{1,80},\s/.test(behind);
		return one && candidate.type === "person";
	});

/** "its founder, " */
const APPOSED = /^\s+(?:the|a|an|its|his|her|their|our)\s(?:[\p{L}-]+\s){0,4}([\p{L}-]+),\s$/iu;
/** Languages whose verbs need no pronoun: "…", dijo. */
const DROPS_PRONOUN = new Set(["es", "pt", "it", "tr", "ca", "ro", "pl", "ru"]);

/** Words after which a name is not the subject: "said the head of Acme". */
const BLOCKS =
	/(?<!\p{L})(?:for|of|at|from|to|with|by|against|in|on|about|that|told|who|which|a|an|sur|dans|chez|auf|bei|im|sobre|su|nel|op)\s/iu;

/** The subject directly behind a verb: "said Ada Marsh", "said mayor Ada Marsh", "said Acme director Ada Marsh". */
export function subjectBehind(text: string, names: Names): Subject {
	const pronoun = pronounOf(/^[\s-]+(\p{L}+)/u.exec(text)?.[1]);
	if (pronoun) return pronoun;
	if (DROPS_PRONOUN.has(names.language) && /^\s*(?:[,.;:–—]|$)/u.test(text)) return { kind: "pronoun" };
	// "said Marsh's aide Jo Lind": the owner is not the one.
	const named = namedIn(text.slice(0, 120), names).filter((name) => !/^['’]s?\s/.test(text.slice(name.end)));
	const nearest = named.find(
		({ type }, at) =>
			type === "person" || at === named.length - 1 || !leadsTo(text, named[at], named[at + 1]),
	);
	const other = unknownBeside(text, "behind", names);
	if (other && (!nearest || nearest.start > other.end)) return { kind: "name", named: other };
	const apposed = unknownApposed(text, names) ?? unknownBehindRole(text, names);
	if (apposed && (nearest?.type !== "person" || nearest.start >= apposed.start))
		return { kind: "name", named: apposed };
	if (!nearest || !canSpeak(nearest, names)) return UNNAMED;
	const lead = text.slice(0, nearest.start);
	// Only titles and modifiers may come before the name, or its role in apposition ("its founder, Ada Marsh");
	// "an Acme spokesman" is nobody we can name.
	const direct =
		/^\s+(?:(?:[\p{L}\p{N}.’'&-]+\s+){0,7})$/u.test(lead) ||
		(nearest.type === "person" && ROLE_NOUNS.has(APPOSED.exec(lead)?.[1]?.toLowerCase() ?? ""));
	const role =
		nearest.type !== "person" &&
		ROLE_NOUNS.has(/^\s(\p{L}+)/u.exec(text.slice(nearest.end))?.[1]?.toLowerCase() ?? "");
	return direct && !role && !BLOCKS.test(lead) ? { kind: "name", named: nearest } : UNNAMED;
}

/** Whether one name modifies the next: "Acme director Ada Marsh". */
const leadsTo = (text: string, one: Named | undefined, next: Named | undefined): boolean =>
	one !== undefined &&
	next?.type === "person" &&
	/^(?:\s\p{L}+){0,4}\s$/u.test(text.slice(one.end, next.start));

/** What may stand before the subject of a sentence: a title, or a phrase that a comma ends ("On Sunday, Mayor"). */
const LEADS =
	/^(?:[^,;:]{0,60},\s)?(?:(?:But|And|Yet|Then|The|Aber|Mais|Pero|Mas|Ma|Maar|Der|Die)\s)?((?:[\p{L}.-]+\s){0,4})$/u;

/** The subject of a whole sentence: whoever stands at its beginning, alone or behind a title. */
export function subjectOfSentence(text: string, names: Names): Subject | undefined {
	const trimmed = text.trimStart();
	const pronoun = pronounOf(/^(?:(?:But|And|Yet|Then)\s)?(\p{L}+)/u.exec(trimmed)?.[1]);
	if (pronoun) return pronoun;
	const first = namedIn(trimmed, names)
		.filter(({ type }) => type === "person")
		.find((named, at, people) => !leadsTo(trimmed, named, people[at + 1]));
	if (!first || isOwned(trimmed, first)) return undefined;
	const title = LEADS.exec(trimmed.slice(0, first.start))?.[1];
	const isTitle = (word: string): boolean =>
		isTitleWord(word) ||
		HONORIFICS.has(word.replace(/\.$/, "")) ||
		(/^\p{Lu}/u.test(word) && !names.stop.has(word.toLowerCase()));
	const direct = title?.split(/\s/).every((word) => word === "" || isTitle(word));
	return direct ? { kind: "name", named: first } : undefined;
}

/** "Marsh: …" in an interview. */
export function subjectOfLabel(text: string, names: Names): Subject | undefined {
	const [named] = namedIn(text, names);
	const alone = named && named.start === 0 && /^\s*:\s*$/.test(text.slice(named.end));
	return alone && canSpeak(named, names) ? { kind: "name", named } : undefined;
}

/** "Marsh, “…” dedi": Turkish puts the speaker before the quotation and the verb behind it. */
export function subjectAroundTurkish(own: string, following: string, names: Names): Subject | undefined {
	const announced = TURKISH_ANNOUNCED.exec(own);
	if (!announced && !TURKISH_VERB.test(following)) return undefined;
	const [written, name = ""] = TURKISH_SPEAKER.exec(own.slice(0, announced?.index)) ?? [];
	if (written === undefined) return undefined;
	const known = namedIn(name, names).find(canBe);
	return { kind: "name", named: known ?? { name, type: "person", start: 0, end: name.length } };
}

const canBe = ({ type }: Named): boolean => type === "person" || type === "organisation" || type === "other";
const TURKISH_VERB =
	/^\s*,?\s*(?:dedi|diyor|diyen|diye|ifade|değerlendirme|şeklinde|sözleri|açıklama|yorumunu|yanıtını|cevabını)/iu;
/** "Marsh, şunları söyledi:" */
const TURKISH_ANNOUNCED = /(?<=,\s)(?:şunları|şöyle|şu\s\p{L}+)\s(?:\p{L}+\s)?\p{L}+:\s*$/u;
const TURKISH_SPEAKER = /((?:\p{Lu}[\p{L}’'-]+\s){0,2}\p{Lu}[\p{L}’'-]+),\s*$/u;
