import { anyOf, memoised } from "./patterns.ts";
import { figureWordsOf } from "./words/index.ts";

interface ChangePatterns {
	/** A word of change, then only small words and other amounts up to the number. */
	readonly before: RegExp;
	/** A word of change at most one word behind the number. */
	readonly behind: RegExp;
	readonly up: ReadonlySet<string>;
	readonly not: RegExp;
	readonly from: RegExp;
	readonly to: RegExp;
}

/** Another amount between the word and the number: "rose 12% to $5 million". */
const AMOUNT = "[\\p{Sc}\\p{Nd}][\\p{Sc}\\p{Nd}.,]*%?(?:\\s\\p{L}+)?";

const patternsOf = memoised((language: string): ChangePatterns | undefined => {
	const { up, down, by, not, from, to } = figureWordsOf(language);
	if (up.length === 0) return undefined;
	const change = anyOf([...up, ...down]);
	// In the unspaced scripts words touch, and so do numbers.
	const unspaced = /^(?:zh|ja|ko)$/.test(language);
	const [edge, end, gap] = unspaced ? ["", "", "\\s?"] : ["(?<!\\p{L})", "(?!\\p{L})", "\\s"];
	return {
		before: new RegExp(
			`${edge}(${change})(?:\\s(?:${anyOf(from)}))?(?:\\s${AMOUNT})?(?:${gap}(?:${anyOf(by)}))*\\s?$`,
			"iu",
		),
		behind: new RegExp(`^[\\s-]${unspaced ? "?" : ""}(?:(?:${anyOf(by)})${gap})?(${change})${end}`, "iu"),
		up: new Set(up.map((word) => word.toLowerCase())),
		not: new RegExp(`(?:(?<!\\p{L})|(?=n['’]t))(?:${anyOf(not)}|n['’]t)(?!\\p{L})`, "iu"),
		from: new RegExp(`(?<!\\p{L})(?:${anyOf(from)})(?:\\s(?:${anyOf(by)}))*\\s\\P{L}*$`, "iu"),
		to: new RegExp(`^(?:\\s\\p{L}+)?\\s(?:${anyOf(to)})\\s\\p{Sc}?\\p{Nd}`, "iu"),
	};
});

/** Where a clause ends: what stands beyond says nothing of the number. */
const CLAUSE_END = /[,;:.]\s|[()—]|\s–\s/g;

const clauseBefore = (before: string): string => {
	let start = 0;
	for (const { 0: mark, index } of before.matchAll(CLAUSE_END)) start = index + mark.length;
	return before.slice(start);
};

/** "more than 5" and "up to 5" are amounts, not changes. */
const COMPARED =
	/(?:(?:more|less|fewer|higher|lower|mehr|weniger|meer|minder)\s(?:than|als|dan)|up\sto)\s(?:\P{L}*)$/iu;

/** "take up 40 percent", "shut down 12 plants": the verb with which "up" and "down" say something else. */
const PHRASAL =
	/(?<!\p{L})(?:tak(?:e|es|en|ing)|took|mak(?:e|es|ing)|made|sets?|setting|gives?|gave|giving|picks?|picked|puts?|builds?|built|opens?|opened|signs?|signed|ends?|ended|turns?|turned|comes?|came|backs?|backed|lines?|lined|shuts?|closes?|closed|breaks?|broke|broken|tore|writes?|wrote|hands?|tracks?|tracked|lays?|laid|uses?|used|buys?|bought|rounds?|rounded|snaps?|snapped|racks?|racked) $/iu;

/**
 * Whether the text says that a figure went up or down: a verb or noun of change in its clause with nothing but
 * small words between. Not for what it was before ("from 5%"), and not where the clause denies it.
 */
export function changeAt(before: string, after: string, language: string): "up" | "down" | undefined {
	const patterns = patternsOf(language);
	if (!patterns) return undefined;
	const clause = clauseBefore(before);
	// Outside English the word for "from" also means "by" ("baissé de 12 %"), unless "to" follows.
	const formerly = patterns.from.test(clause) && (language === "en" || patterns.to.test(after));
	if (formerly || patterns.not.test(clause) || COMPARED.test(clause)) return undefined;
	const ahead = patterns.before.exec(clause);
	const phrasal = ahead !== null && PHRASAL.test(clause.slice(Math.max(0, ahead.index - 16), ahead.index));
	const word = (phrasal ? undefined : ahead?.[1]) ?? patterns.behind.exec(after)?.[1];
	if (word === undefined) return undefined;
	return patterns.up.has(word.toLowerCase().replace(/\s/g, " ")) ? "up" : "down";
}
