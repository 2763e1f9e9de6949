import { isMonth } from "../timeline/months.ts";
import { numberWordsOf } from "./number-words.ts";
import { anyOf, memoised } from "./patterns.ts";
import { figureWordsOf } from "./words/index.ts";

/** A day of a month on either side: "January 29", "29. Januar", "29 de enero". */
export function isDated(before: string, after: string, language: string): boolean {
	const ahead = /(\p{L}+)\.?\s$/u.exec(before)?.[1];
	const behind = /^(?:\.|st|nd|rd|th|er|º)?\s(?:of\s|de\s)?(\p{L}+)/u.exec(after)?.[1];
	return (
		(ahead !== undefined && isMonth(ahead, language)) || (behind !== undefined && isMonth(behind, language))
	);
}

/** "§ 449", "Abs. 2", "No. 5": the number is an address. */
const ADDRESS = /(?:§|(?<!\p{L})(?:Art|Abs|Nr|No|Ziff|Rn|Kap|Bd|pp|pág|núm|nº|n°))\.?\s?$/u;

/** The number belongs to a name before it: "Apollo 11", "Windows 11", "Article 5", unless a sentence begins there ("Some 400"). */
export function isMemberOfName(before: string, stopWords: ReadonlySet<string>): boolean {
	if (ADDRESS.test(before)) return true;
	const word = /(\p{L}[\p{L}\p{M}'’-]*)\s$/u.exec(before)?.[1];
	if (word === undefined || !/\p{Lu}/u.test(word)) return false;
	return (
		!stopWords.has(word.toLowerCase()) &&
		!/^(?:nearly|roughly|approximately|around|almost|least|up|total|meanwhile|today)$/i.test(word)
	);
}

const NUMBERED_NAME = /(?<=\p{Lu}[\p{L}\p{M}'’-]{1,30}\s)\p{Nd}{2,4}(?![\p{L}\p{Nd}%])/gu;
/** Names longer than this don't end in a number. */
const NAME_REACH = 34;

/** The numbers that some name of a text ends with: behind "Forerunner 970", "the 970" counts nothing. */
export function numbersInNames(
	texts: readonly string[],
	stopWords: ReadonlySet<string>,
): ReadonlySet<string> {
	const found = new Set<string>();
	for (const text of texts) {
		if (!/\p{Nd}{2}/u.test(text)) continue;
		for (const { 0: number, index } of text.matchAll(NUMBERED_NAME))
			if (isMemberOfName(text.slice(Math.max(0, index - NAME_REACH), index), stopWords)) found.add(number);
	}
	return found;
}

/** "one in 10", "3 out of 5": neither number is a count. */
const RATIO = /(?:\p{Nd}|one|two|three|four|nine) (?:in|out of) (?:every )?$/u;
const RATIO_BEHIND = /^ (?:in|out of) (?:every )?(?:\p{Nd}|two|three|four|five|ten)/u;

const rangePatterns = memoised((language: string) => {
	const { to, from, scales } = figureWordsOf(language);
	const words = to.length === 0 ? "-" : anyOf(to);
	const spelled = [...numberWordsOf(language).keys()];
	const number = `(?:\\p{Sc}?[\\p{Nd}][\\p{Nd}.,]*${spelled.length > 0 ? `|${anyOf(spelled)}` : ""})`;
	const scale = `[ -]?(?:${anyOf(["m", "bn", "k", ...Object.keys(scales)])})(?!\\p{L})`;
	return {
		dash: /^[%]?\s?[-–—~]\s?\p{Sc}?\p{Nd}/u,
		dashBefore: /\p{Nd}[%]?\s?[-–—~]\s?\p{Sc}?$/u,
		// "$5 to $10" are two amounts, "$5 to $10 million" is a range of millions.
		toBehind: new RegExp(
			`^\\s(?:${words})\\s(?:\\p{Sc}\\p{Nd}[\\p{Nd}.,]*${scale}|(?!\\p{Sc})${number}(?!\\p{L}))`,
			"iu",
		),
		toBefore: new RegExp(`(?<![\\p{L}\\p{Nd}])${number}\\s(?:${words})\\s\\p{Sc}?$`, "iu"),
		fromBefore:
			from.length === 0
				? /(?!)/
				: new RegExp(`(?<!\\p{L})(?:${anyOf(from)})\\s${number}\\s(?:${words})\\s\\p{Sc}?$`, "iu"),
		signBefore: /\p{Sc}$/u,
	};
});

/** One end of a range whose ends share a unit ("$5 to 10 million", "10–15%"): neither end is the figure. */
export function isRange(before: string, after: string, scaled: boolean, language: string): boolean {
	const patterns = rangePatterns(language);
	if (RATIO.test(before) || RATIO_BEHIND.test(after)) return true;
	if (patterns.dash.test(after) || patterns.dashBefore.test(before)) return true;
	if (!scaled && patterns.toBehind.test(after)) return true;
	if (patterns.signBefore.test(before) && /\p{Sc}[\p{Nd}.,]+\s\P{Nd}+\p{Sc}$/u.test(before) && !scaled)
		return false;
	return patterns.toBefore.test(before) && !patterns.fromBefore.test(before);
}
