/**
 * The Porter stemmer as NLTK has it by default ("NLTK_EXTENSIONS"), because google's rouge_score stems with that one.
 * Porter, "An algorithm for suffix stripping", 1980; https://www.nltk.org/_modules/nltk/stem/porter.html
 */

const IRREGULAR = new Map(
	Object.entries({ skies: "sky", dying: "die", lying: "lie", tying: "tie", innings: "inning" }).concat(
		Object.entries({ outings: "outing", cannings: "canning" }),
		["sky", "news", "inning", "outing", "canning", "howe", "proceed", "exceed", "succeed"].map((word) => [
			word,
			word,
		]),
	),
);

type Rule = readonly [suffix: string, replacement: string, condition?: (stem: string) => boolean];

const isConsonant = (word: string, at: number): boolean => {
	const letter = word[at] ?? "";
	if ("aeiou".includes(letter)) return false;
	return letter !== "y" || at === 0 || !isConsonant(word, at - 1);
};

/** How many times consonants follow vowels. */
function measure(stem: string): number {
	let count = 0;
	let afterVowel = false;
	for (let at = 0; at < stem.length; at++) {
		const consonant = isConsonant(stem, at);
		if (consonant && afterVowel) count++;
		afterVowel = !consonant;
	}
	return count;
}

const hasVowel = (stem: string): boolean => [...stem].some((_, at) => !isConsonant(stem, at));

const endsDouble = (word: string): boolean =>
	word.length >= 2 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);

const endsShort = (word: string): boolean => {
	const last = word.length - 1;
	if (word.length === 2) return !isConsonant(word, 0) && isConsonant(word, 1);
	return (
		word.length > 2 &&
		isConsonant(word, last - 2) &&
		!isConsonant(word, last - 1) &&
		isConsonant(word, last) &&
		!"wxy".includes(word[last] ?? "")
	);
};

const without = (word: string, suffix: string): string => word.slice(0, word.length - suffix.length);

/** The first rule whose suffix fits decides, even where its condition doesn't hold. */
function apply(word: string, rules: readonly Rule[]): string {
	for (const [suffix, replacement, condition] of rules) {
		if (!word.endsWith(suffix)) continue;
		const stem = without(word, suffix);
		return !condition || condition(stem) ? stem + replacement : word;
	}
	return word;
}

const some = (stem: string): boolean => measure(stem) > 0;
const more = (stem: string): boolean => measure(stem) > 1;

function plural(word: string): string {
	if (word.endsWith("ies") && word.length === 4) return `${without(word, "ies")}ie`;
	return apply(word, [
		["sses", "ss"],
		["ies", "i"],
		["ss", "ss"],
		["s", ""],
	]);
}

function pastAndParticiple(word: string): string {
	if (word.endsWith("ied")) return without(word, "ied") + (word.length === 4 ? "ie" : "i");
	if (word.endsWith("eed")) return some(without(word, "eed")) ? without(word, "d") : word;
	const suffix = ["ed", "ing"].find((end) => word.endsWith(end) && hasVowel(without(word, end)));
	if (suffix === undefined) return word;
	const stem = without(word, suffix);
	if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
	if (endsDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
	return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const finalY = (word: string): string =>
	word.endsWith("y") && word.length > 2 && isConsonant(word, word.length - 2)
		? `${without(word, "y")}i`
		: word;

const STEP_2: readonly Rule[] = (
	[
		["ational", "ate"],
		["tional", "tion"],
		["enci", "ence"],
		["anci", "ance"],
		["izer", "ize"],
		["bli", "ble"],
		["alli", "al"],
		["entli", "ent"],
		["eli", "e"],
		["ousli", "ous"],
		["ization", "ize"],
		["ation", "ate"],
		["ator", "ate"],
		["alism", "al"],
		["iveness", "ive"],
		["fulness", "ful"],
		["ousness", "ous"],
		["aliti", "al"],
		["iviti", "ive"],
		["biliti", "ble"],
		["fulli", "ful"],
	] as const
).map(([suffix, replacement]): Rule => [suffix, replacement, some]);

function doubleSuffix(word: string): string {
	if (word.endsWith("alli") && some(without(word, "alli"))) return doubleSuffix(without(word, "li"));
	return apply(word, [...STEP_2, ["logi", "log", (stem) => some(`${stem}l`)]]);
}

const STEP_3: readonly Rule[] = [
	["icate", "ic", some],
	["ative", "", some],
	["alize", "al", some],
	["iciti", "ic", some],
	["ical", "ic", some],
	["ful", "", some],
	["ness", "", some],
];

const STEP_4: readonly Rule[] = [
	..."al ance ence er ic able ible ant ement ment ent".split(" ").map((suffix): Rule => [suffix, "", more]),
	["ion", "", (stem) => more(stem) && /[st]$/.test(stem)],
	..."ou ism ate iti ous ive ize".split(" ").map((suffix): Rule => [suffix, "", more]),
];

function finalE(word: string): string {
	if (!word.endsWith("e")) return word;
	const stem = without(word, "e");
	return more(stem) || (measure(stem) === 1 && !endsShort(stem)) ? stem : word;
}

const finalL = (word: string): string =>
	word.endsWith("ll") && more(word.slice(0, -1)) ? word.slice(0, -1) : word;

/** The stem of a lower-case English word. */
export function porter(word: string): string {
	const irregular = IRREGULAR.get(word);
	if (irregular !== undefined) return irregular;
	if (word.length <= 2) return word;
	const inflected = finalY(pastAndParticiple(plural(word)));
	return finalL(finalE(apply(apply(doubleSuffix(inflected), STEP_3), STEP_4)));
}
