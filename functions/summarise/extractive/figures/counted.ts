import { stopWordsOf } from "../stop-words.ts";

/** English plurals without an s. */
const PLURALS = new Set(
	"people men women children police feet teeth mice staff personnel troops crew cattle fish aircraft".split(
		" ",
	),
);
/** Words in -s that are not plurals, or not things that are counted. */
const NOT_PLURAL =
	/(?:ss|us|is|ous)$|^(?:was|has|its|his|this|less|plus|versus|does|says|always|perhaps|across|times|others|means|yes)$/;

const isPlural = (word: string): boolean =>
	PLURALS.has(word.toLowerCase()) ||
	(word.length > 3 && word.endsWith("s") && !NOT_PLURAL.test(word.toLowerCase()));

/** Of the Romance languages a counted noun follows its number at once and ends so in the plural. */
const PLURAL_ENDINGS: Readonly<Record<string, RegExp>> = {
	fr: /[sx]$/,
	es: /s$/,
	pt: /s$/,
	it: /[ie]$/,
};

/** A word directly behind, one space between, no mark. */
const NEXT = /[ \u00a0\u202f-](?:[dD]['’])?(\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*)/uy;

function wordsBehind(after: string, most: number): { text: string; start: number; end: number }[] {
	const words = [];
	NEXT.lastIndex = 0;
	for (let match = NEXT.exec(after); match?.[1] && words.length < most; match = NEXT.exec(after)) {
		words.push({ text: match[1], start: NEXT.lastIndex - match[1].length, end: NEXT.lastIndex });
	}
	return words;
}

/** Adjectives and all: how many words a counted noun phrase may have. */
const LONGEST = 4;

/**
 * What a number counts, as written directly behind it: "weekly active users". Nothing when no plural noun (in
 * German: no noun) ends the phrase before a function word does.
 */
export function countedBehind(after: string, language: string): string | undefined {
	const stop = stopWordsOf(language);
	const words = wordsBehind(after, LONGEST);
	const until = words.findIndex(({ text }) => isEnd(text.toLowerCase(), stop));
	const phrase = until === -1 ? words : words.slice(0, until);
	const head = headOf(
		phrase.map(({ text }) => text),
		language,
	);
	const first = phrase[0];
	const last = phrase[head];
	// "the members' spending", "Volks- und …": the phrase goes on.
	if (!first || !last || /^['’-]/.test(after.slice(last.end))) return undefined;
	return after.slice(first.start, last.end);
}

/** "…weekly active users, reaching": what has grown to the number behind it. English only. */
const GROWN_TO =
	/((?:\p{L}+\s){0,3}\p{L}+),?\s(?:reaching|hitting|topping|passing|exceeding|surpassing|totall?ing)\s$/u;

/** What a number counts, as written before it: "users, reaching 400 million". */
export function countedBefore(before: string, language: string): string | undefined {
	// The pattern looks far back: asked only where it can end so.
	const words =
		language === "en" && /ing\s$/.test(before) ? (GROWN_TO.exec(before)?.[1]?.split(/\s/) ?? []) : [];
	const stop = stopWordsOf(language);
	const phrase = words.slice(words.findLastIndex((word) => stop.has(word.toLowerCase())) + 1);
	return isPlural(phrase.at(-1) ?? "") ? phrase.join(" ") : undefined;
}

/** Function words end the phrase, and what belongs to somebody ("15 million baseball's …"). */
const isEnd = (word: string, stop: ReadonlySet<string>): boolean =>
	/['’]s?$/.test(word) || (stop.has(word) && !PLURALS.has(word));

function headOf(phrase: readonly string[], language: string): number {
	if (language === "de") return phrase.findIndex((word) => /^\p{Lu}\p{Ll}/u.test(word));
	if (language === "nl") return phrase.findIndex((word) => /(?:en|s)$/.test(word) && word.length > 4);
	if (language === "en") {
		const first = phrase.findIndex(isPlural);
		if (first === -1) return -1;
		const beyond = phrase.findIndex((word, at) => at > first && !isPlural(word));
		return (beyond === -1 ? phrase.length : beyond) - 1;
	}
	const ending = Object.hasOwn(PLURAL_ENDINGS, language) ? PLURAL_ENDINGS[language] : undefined;
	return ending?.test(phrase[0] ?? "") ? 0 : -1;
}
