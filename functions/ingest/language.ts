/** Which language an article is in: what the page declares, unless its text clearly says otherwise. */
import { francAll } from "franc-min";

/** "Undetermined" (ISO 639-2, BCP 47). */
const UNKNOWN = "und";
/** Scripts of one language that franc-min doesn't know. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
	[/\p{Script=Khmer}{4}/u, "km"],
	[/\p{Script=Lao}{4}/u, "lo"],
	[/\p{Script=Georgian}{4}/u, "ka"],
	[/\p{Script=Armenian}{4}/u, "hy"],
	[/\p{Script=Sinhala}{4}/u, "si"],
	[/\p{Script=Tibetan}{4}/u, "bo"],
];
/** franc looks at trigram frequencies: more text than this hardly changes its mind. */
const SAMPLE = 1_000;
/** What tells whether the text clearly disagrees with what is declared. */
const LONG_SAMPLE = 2_000;
/** Below this it guesses. */
const MIN_TEXT = 60;
/** A declared language is only overruled by this much text … */
const MIN_TEXT_TO_OVERRULE = 300;
/** … and when of its passages of this length … */
const PASSAGE = 400;
/** … so many are in one other language. (Over long text every language of a script comes near the best.) */
const CLEAR_MAJORITY = 0.75;

/** ISO 639-3 codes of franc-min that CLDR has no shorter tag for. */
const TAGS: ReadonlyMap<string, string> = new Map([["zlm", "ms"]]);

/** Languages too alike for trigrams: one never overrules another. */
const ALIKE: readonly ReadonlySet<string>[] = [new Set(["bs", "hr", "sr", "sh"]), new Set(["id", "ms"])];

/**
 * The commonest words of a language that its neighbours don't have: where these are so frequent, what the
 * page declares is true, and trigrams needn't be counted.
 */
const COMMON_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
	Object.entries({
		en: "the of and to that is was for with as it his at by are from have this which but be not they you or we your can will all our has more if their about",
		de: "der die das und ist nicht den von zu mit sich auf für ein eine dem im sie es sind auch bei wird oder wir",
		fr: "le les des et est une dans du qui que pour pas sur plus au",
		es: "el los las y una del con por que se su para como más",
		pt: "o os as e uma não do da em com para mais ao dos das",
		it: "il di che è della per una non con del sono gli nel le dei",
		nl: "de het een van en dat is niet op te zijn voor met aan",
		sv: "och att är inte av till för var jag från ett om när efter",
		pl: "w i na się z nie że do jest to o jak po",
		hu: "a az és hogy nem is egy meg de volt azt ez csak",
		tr: "bir ve bu için da de ile olarak çok daha olan",
		ru: "и в не на что с по как это он за к из от",
	}).map(([language, words]) => [language, new Set(words.split(" "))]),
);
/** Share of a text's words. In running text these words are 20 to 40%. */
const CONFIRMING_SHARE = 0.15;
/** To tell a language by its words alone, they have to be this much more frequent than any other's. */
const CLEAR_LEAD = 1.5;
const MIN_WORDS = 40;

/** Of the units that most text is made of, whether each is a letter or its mark. */
const LETTERS = Uint8Array.from({ length: 0x2028 }, (_, unit) =>
	/[\p{L}\p{M}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Splits a text where there are no letters; the pattern does the same and takes longer. */
function splitWords(text: string): readonly string[] {
	const words: string[] = [];
	let start = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= LETTERS.length) return text.split(/[^\p{L}\p{M}]+/u);
		if (LETTERS[unit] === 1) continue;
		if (i > start || i === 0) words.push(text.slice(start, i));
		start = i + 1;
	}
	words.push(text.slice(start));
	return words;
}

/** The words of a sample; none of a text that has too few. */
function wordsOf(text: string): readonly string[] {
	const words = splitWords(sampleOf(text).toLowerCase());
	return words.length < MIN_WORDS ? [] : words;
}

/** How many of the words are a language's commonest; 0 when they are too few to confirm it. */
function confirming(language: string, words: readonly string[]): number {
	const common = COMMON_WORDS.get(language);
	if (!common) return 0;
	let count = 0;
	for (const word of words) if (common.has(word)) count++;
	return count >= CONFIRMING_SHARE * words.length ? count : 0;
}

/** The languages whose commonest words make up so much of the text, most first. */
function byCommonWords(text: string): readonly { readonly language: string; readonly count: number }[] {
	const words = wordsOf(text);
	return [...COMMON_WORDS.keys()]
		.map((language) => ({ language, count: confirming(language, words) }))
		.filter(({ count }) => count > 0)
		.toSorted((a, b) => b.count - a.count);
}

/** The canonical BCP 47 tag, undefined when it isn't one: `de_DE` → `de-DE`, `deu` → `de`. */
function canonical(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0];
	} catch {
		return undefined;
	}
}

/** The tags that pages declare are few, and `Intl` is slow. */
const canonicals = new Map<string, string | undefined>();
const MAX_CANONICALS = 500;
const MAX_TAG = 8;

function canonicalOf(tag: string): string | undefined {
	if (canonicals.has(tag)) return canonicals.get(tag);
	const found = canonical(tag);
	if (canonicals.size < MAX_CANONICALS && tag.length <= MAX_TAG) canonicals.set(tag, found);
	return found;
}

/** Of a canonical tag. */
const primaryOf = (tag: string): string => tag.split("-", 1)[0] ?? tag;
const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

/** franc's codes are few, and `Intl` is slow. */
const primaryByCode = new Map<string, string | undefined>();

function primaryOfCode(code: string): string | undefined {
	if (!primaryByCode.has(code)) {
		const tag = code === UNKNOWN ? undefined : canonical(TAGS.get(code) ?? code);
		primaryByCode.set(code, tag && primaryOf(tag));
	}
	return primaryByCode.get(code);
}

/** The beginning and the middle: a text may open with a quotation, or a machine's complaints. */
function sampleOf(text: string): string {
	if (text.length <= SAMPLE) return text;
	const middle = Math.max(SAMPLE / 2, Math.floor(text.length / 2));
	return `${text.slice(0, SAMPLE / 2)}\n${text.slice(middle, middle + SAMPLE / 2)}`;
}

/** What franc-min takes a text for, best first. */
function candidates(text: string): readonly string[] {
	const sample = sampleOf(text);
	if (sample.length < MIN_TEXT && !/[\u0370-\uffff]{8}/.test(sample)) return [];
	return francAll(sample, { minLength: 8 }).flatMap(([code]) => primaryOfCode(code) ?? []);
}

const languageOfScript = (text: string): string | undefined =>
	BY_SCRIPT.find(([script]) => script.test(sampleOf(text)))?.[1];

/** The language a text is written in as a BCP 47 primary tag, `und` when it can't be told. */
export function detectLanguage(text: string): string {
	const [first, second] = byCommonWords(text);
	const isClear = first && first.count > CLEAR_LEAD * (second?.count ?? 0);
	return isClear ? first.language : (candidates(text)[0] ?? languageOfScript(text) ?? UNKNOWN);
}

/** Is the text, passage for passage, in the one language? */
function isClearly(language: string, text: string): boolean {
	const sample = text.slice(0, LONG_SAMPLE);
	const count = Math.max(1, Math.floor(sample.length / PASSAGE));
	const passages = Array.from({ length: count }, (_, i) => sample.slice(i * PASSAGE, (i + 1) * PASSAGE));
	const agreeing = passages.filter((passage) => detectLanguage(passage) === language).length;
	return agreeing >= CLEAR_MAJORITY * count;
}

function firstTag(declared: readonly (string | undefined)[]): string | undefined {
	for (const value of declared) {
		const tag = value && canonicalOf(value);
		if (tag && tag !== UNKNOWN) return tag;
	}
	return undefined;
}

/** The first valid declared language, or what the text is in when there is none or they clearly disagree. */
export function chooseLanguage(declared: readonly (string | undefined)[], text: string): string {
	const tag = firstTag(declared);
	if (!tag) return detectLanguage(text);
	const own = primaryOf(tag);
	if (confirming(own, wordsOf(text)) > 0) return tag;
	const found = candidates(text);
	const [best] = found;
	if (!best || best === own || text.length < MIN_TEXT_TO_OVERRULE) return tag;
	if (scriptOf(best) !== scriptOf(tag)) return best;
	// A language franc-min doesn't know (Danish, Finnish, Catalan …) can't be told from its neighbours.
	const isKnown = found.includes(own) && !ALIKE.some((group) => group.has(own) && group.has(best));
	return isKnown && isClearly(best, text) ? best : tag;
}
