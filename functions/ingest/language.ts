/** Which language an article is in: what the page declares, unless its text clearly says otherwise. */
import { francAll } from "franc-min";

/** "Undetermined" (ISO 639-2, BCP 47). */
const UNKNOWN = "und";
/** franc looks at trigram frequencies: more text than this doesn't change its mind. */
const SAMPLE = 2_000;
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

/** The canonical BCP 47 tag, undefined when it isn't one: `de_DE` → `de-DE`, `deu` → `de`. */
function canonical(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag.trim().replaceAll("_", "-"))[0];
	} catch {
		return undefined;
	}
}

const primaryOf = (tag: string): string => new Intl.Locale(tag).language;
const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

/** What franc-min takes a text for, best first. */
function candidates(text: string): readonly string[] {
	const sample = text.slice(0, SAMPLE);
	if (sample.length < MIN_TEXT && !/[\u0370-\uffff]{8}/.test(sample)) return [];
	return francAll(sample, { minLength: 8 }).flatMap(([code]) => {
		const tag = code === UNKNOWN ? undefined : canonical(TAGS.get(code) ?? code);
		return tag ? [primaryOf(tag)] : [];
	});
}

/** The language a text is written in as a BCP 47 primary tag, `und` when it can't be told. */
export const detectLanguage = (text: string): string => candidates(text)[0] ?? UNKNOWN;

/** Is the text, passage for passage, in the one language? */
function isClearly(language: string, text: string): boolean {
	const sample = text.slice(0, SAMPLE);
	const count = Math.max(1, Math.floor(sample.length / PASSAGE));
	const passages = Array.from({ length: count }, (_, i) => sample.slice(i * PASSAGE, (i + 1) * PASSAGE));
	const agreeing = passages.filter((passage) => detectLanguage(passage) === language).length;
	return agreeing >= CLEAR_MAJORITY * count;
}

/** The first valid declared language, or what the text is in when there is none or they clearly disagree. */
export function chooseLanguage(declared: readonly (string | undefined)[], text: string): string {
	const tag = declared.map((value) => value && canonical(value)).find((value) => value && value !== UNKNOWN);
	if (!tag) return detectLanguage(text);
	const own = primaryOf(tag);
	const found = candidates(text);
	const [best] = found;
	if (!best || best === own || text.length < MIN_TEXT_TO_OVERRULE) return tag;
	if (scriptOf(best) !== scriptOf(tag)) return best;
	// A language franc-min doesn't know (Danish, Finnish, Catalan …) can't be told from its neighbours.
	const isKnown = found.includes(own) && !ALIKE.some((group) => group.has(own) && group.has(best));
	return isKnown && isClearly(best, text) ? best : tag;
}
