import { ROLE_NOUNS } from "../entities/tables/titles.ts";
import { canSpeak, type Named, type Names, namedIn, unknownBeside } from "./names.ts";

/** Who a verb of speech has for its subject: a name, a pronoun for one, or somebody without a name. */
export type Subject =
	| { readonly kind: "name"; readonly named: Named }
	| { readonly kind: "pronoun" }
	| { readonly kind: "unnamed" };

const UNNAMED: Subject = { kind: "unnamed" };
const PRONOUN = /^(?:he|she|er|sie|il|elle|él|ella|ele|ela|lui|lei|egli|hij|zij|ze)$/i;

const SMALL =
	"also|later|then|has|had|have|recently|once|further|\\p{L}+ly|hat|habe|a|ha|heeft|since|himself|herself|quickly|often";
/** Small words that may stand between subject and verb: "Marsh also said", "Marsh has since said". */
const BETWEEN = new RegExp(`^(?:\\s+(?:${SMALL}))*\\s+$`, "iu");
const LAST_WORD = new RegExp(`(\\p{L}+)(?:\\s+(?:${SMALL}))*\\s+$`, "iu");
const LAST_COMMA = new RegExp(`,(?:\\s+(?:${SMALL}))*\\s+$`, "iu");

/** "a spokesman for Acme", "Marsh's lawyer": the name is not who speaks. */
const isOwned = (text: string, { start, end }: Named): boolean =>
	/(?<!\p{L})(?:for|of|at|from|to|with|by|against|and|in|on|about)\s(?:the\s)?$/iu.test(
		text.slice(Math.max(0, start - 12), start),
	) || /^['’]s?\s/.test(text.slice(end));

/** The subject that ends directly before a verb, over one apposition: "Ada Marsh, the mayor of Brill, said". */
export function subjectBefore(text: string, names: Names, unknown: boolean): Subject {
	const named = namedIn(text, names);
	const nearest = named.at(-1);
	if (nearest && BETWEEN.test(text.slice(nearest.end))) {
		return canSpeak(nearest, names) && !isOwned(text, nearest) ? { kind: "name", named: nearest } : UNNAMED;
	}
	if (PRONOUN.test(LAST_WORD.exec(text)?.[1] ?? "")) return { kind: "pronoun" };
	const closed = LAST_COMMA.exec(text);
	const apposed = closed ? beforeApposition(text.slice(0, closed.index), named) : undefined;
	if (apposed) return { kind: "name", named: apposed };
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

/** Words after which a name is not the subject: "said the head of Acme". */
const BLOCKS = /(?<!\p{L})(?:for|of|at|from|to|with|by|against|in|on|about|that|told|who|which|a|an)\s/iu;

/** The subject directly behind a verb: "said Ada Marsh", "said mayor Ada Marsh", "said Acme director Ada Marsh". */
export function subjectBehind(text: string, names: Names): Subject {
	if (PRONOUN.test(/^\s+(\p{L}+)/u.exec(text)?.[1] ?? "")) return { kind: "pronoun" };
	// "said Marsh's aide Jo Lind": the owner is not the one.
	const named = namedIn(text.slice(0, 120), names).filter((name) => !/^['’]s?\s/.test(text.slice(name.end)));
	const nearest = named.find(
		({ type }, at) =>
			type === "person" || at === named.length - 1 || !leadsTo(text, named[at], named[at + 1]),
	);
	const other = unknownBeside(text, "behind", names);
	if (other && (!nearest || nearest.start > other.end)) return { kind: "name", named: other };
	if (!nearest || !canSpeak(nearest, names)) return UNNAMED;
	const lead = text.slice(0, nearest.start);
	// Only titles and modifiers may come before the name; "an Acme spokesman" is nobody we can name.
	const direct = /^\s+(?:(?:[\p{L}\p{N}.’'&-]+\s+){0,7})$/u.test(lead);
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

/** The subject of the sentence a participle belongs to: "Marsh shrugged, saying". */
export function subjectOfSentence(text: string, names: Names): Subject | undefined {
	const [first] = namedIn(text, names);
	const pronoun = /^\s*(\p{L}+)/u.exec(text)?.[1] ?? "";
	if (PRONOUN.test(pronoun)) return { kind: "pronoun" };
	if (first?.type !== "person" || /[,;:]/.test(text.slice(0, first.start)) || first.start > 40)
		return undefined;
	return isOwned(text, first) ? undefined : { kind: "name", named: first };
}

/** "Marsh: …" in an interview. */
export function subjectOfLabel(text: string, names: Names): Subject | undefined {
	const [named] = namedIn(text, names);
	const alone = named && named.start === 0 && /^\s*:\s*$/.test(text.slice(named.end));
	return alone && canSpeak(named, names) ? { kind: "name", named } : undefined;
}
