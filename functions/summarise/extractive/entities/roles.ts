import { speechVerbsOf } from "../quotes/speech-verbs.ts";
import { type Word, wordsOf } from "../words.ts";
import { isGivenName } from "./tables/first-names.ts";
import { ROLE_NOUNS } from "./tables/titles.ts";
import type { Mention } from "./types.ts";

/** Longer phrases than this are sentences, not roles. */
const LONGEST = 12;
const REACH = 100;

const isRole = (word: string): boolean =>
	ROLE_NOUNS.has(word.toLowerCase()) ||
	/^(?:[\p{L}]+-)?(?:founder|chief|president|minister|director)$/iu.test(word);

/** Words that say that a phrase is no role but a clause. */
const CLAUSE =
	/^(?:known|named|called|born|whose|is|was|were|are|be|been|has|had|have|will|would|said|says|told|that|who|which|when|where|while|but|because|after|before|if|not|did|does|do|can|could|may|also|his|her|he|she|they|it)$/i;

/** "the White House AI czar, " and "analyst ": the role that ends directly before a name. */
function before({ sentence, start }: Mention): string | undefined {
	const text = sentence.text.slice(Math.max(0, start - REACH), start);
	if (!/[\p{L}] $|[\p{L}], $/u.test(text)) return undefined;
	const comma = text.endsWith(", ");
	const words = wordsOf(text);
	const last = words.at(-1);
	if (!last || !isRole(last.text)) return undefined;
	let from = words.length - 1;
	for (; from > 0 && words.length - from < LONGEST; from--) {
		const [word, next] = [words[from - 1], words[from]];
		if (!word || !next || text.slice(word.end, next.start) !== " " || /['’]s?$/.test(word.text)) break;
		const left = words[from - 2]?.text ?? "";
		const linked = /^(?:of|for)$/.test(word.text) ? isRole(left) : word.text === "and" && joins(words, from);
		if (!linked && (BREAKS.test(word.text) || isParticiple(word.text) || isVerb(word.text, next.text))) break;
	}
	// "flexibility he provides coach Ada": the verb goes with its subject.
	if (/^(?:he|she|they|we|I|you|it)$/i.test(words[from - 1]?.text ?? "")) from++;
	while (/^(?:and|of|for|in|at)$/.test(words[from]?.text ?? "")) from++;
	const first = words[from];
	// Behind a comma only a phrase of its own is a role: "the president, Ada Marsh", not "after he met the teacher, Ada".
	const opener = words[from - 1]?.text.toLowerCase() ?? "";
	if (
		comma &&
		!/^(?:the|a|an|its|their|his|her|our|by|from|with|to)$/.test(opener) &&
		!/['’]s?$/.test(opener) &&
		from > 0
	)
		return undefined;
	return first ? text.slice(first.start, last.end) : undefined;
}

/** "starring", "included": a clause, but for the participles that stand in roles. */
const isParticiple = (word: string): boolean =>
	/^\p{Ll}+(?:ed|ing)$/u.test(word) &&
	!/^(?:retired|renowned|acclaimed|celebrated|leading|managing|acting|founding|marketing|engineering|banking|housing|advertising|manufacturing|broadcasting|training|visiting|outgoing|incoming|reigning|defending|sitting|boxing|racing|cycling|swimming|fencing|red)$/.test(
		word,
	);

/** "catches Nvidia chief executive": what ends in s before a capital is a verb. */
const isVerb = (word: string, next: string): boolean =>
	/^\p{Ll}{2,}s$/u.test(word) && !/ss$/.test(word) && /^\p{Lu}/u.test(next);

/** "AI and crypto czar", "founder and editor", but not "Ada Marsh and playwright". */
function joins(words: readonly Word[], behind: number): boolean {
	const left = words[behind - 2]?.text ?? "the";
	if (BREAKS.test(left)) return false;
	return isRole(left) || (words.length - behind > 1 && (/^\p{Ll}/u.test(left) || /^\p{Lu}+$/u.test(left)));
}

/** Function words and verbs that end a role read backwards. */
const BREAKS =
	/^(?:the|a|an|its|their|his|her|our|my|to|by|with|from|as|on|in|at|that|when|where|while|but|or|then|is|was|were|are|be|has|had|have|said|says|told|asked|added|wrote|also|this|these|those|named|called|like|between|than|including|against|about|after|before|and|of|for|who|met|former|behind|does|do|did|include|includes|whose|what|how|why|another|star|stars|being|because|if|he|she|they|we|i|you|it)$/i;

/** ", the chief executive of Acme," and ", director at Acme." directly behind a name. */
function behind({ sentence, end }: Mention, language: string): string | undefined {
	const text = sentence.text.slice(end, end + REACH + 40);
	const opened =
		/^, (?:(?:the|a|an|its|their|our|le|la|il|lo|o|el|un|una|une|uno|um|uma|der|die|ein|eine|de|het|een) )?(?=\p{L})/iu.exec(
			text,
		);
	if (!opened) return undefined;
	const rest = text.slice(opened[0].length);
	const close =
		/[,.;:()"“”–—]|\s-\s| (?:who|which|whose|but|said|says|told|was|is|has|had|will)(?!\p{L})|$/u.exec(rest);
	const phrase = rest.slice(0, close?.index ?? 0).trim();
	const words = wordsOf(phrase).map((word) => word.text);
	if (
		words.length === 0 ||
		words.length > LONGEST ||
		(close?.[0] === "" && text.length > REACH) ||
		/ (?:but|said|says|told|was|is|has|had|will)$/.test(close?.[0] ?? "")
	)
		return undefined;
	const role = words.findIndex(isRole);
	const verbs = speechVerbsOf(language);
	// "Ada, actor Jo's mother" and the list "Ada, Lund and the singer Jo" name others.
	// Cut off in the middle: "attorney for Mr", "founder of the".
	if (/^(?:the|a|an|of|for|at|in|and|de|von|der|Mr|Mrs|Ms|Dr|St)$/.test(words.at(-1) ?? "")) return undefined;
	if (isGivenName(words[role + 1] ?? "")) return undefined;
	if (/['’]s?$/.test(words.slice(role).find((word) => /['’]s?$/.test(word)) ?? "")) return undefined;
	if (/^, \p{Lu}/u.test(opened[0] + rest.charAt(0)) && / and /.test(phrase)) return undefined;
	if (role === -1 || words.some((word) => CLAUSE.test(word) || verbs.has(word))) return undefined;
	// A noun of role near the beginning, or before "of", "at", "for": "a retired teacher", not "the town where a teacher".
	const head = words.findIndex((word) =>
		/^(?:of|at|for|in|with|on|to|de|von|der|di|da|van|bei|du|à)$/i.test(word),
	);
	return head === -1 || role < head ? phrase : undefined;
}

/** The role a mention states, as it is written: its title, the phrase before it, or the one behind it. */
export function roleAt(mention: Mention, language: string): string | undefined {
	return mention.title ?? (language === "en" ? before(mention) : undefined) ?? behind(mention, language);
}
