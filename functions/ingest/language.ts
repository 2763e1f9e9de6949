/** Which language an article is in: what the page declares, unless its text clearly says otherwise. */
import { francAll } from "franc-min";

/** "Undetermined" (ISO 639-2, BCP 47). */
const UNKNOWN = "und";
/** franc looks at trigram frequencies: more text than this doesn't change its mind. */
const SAMPLE = 4_000;
/** Below this it guesses. */
const MIN_TEXT = 60;
/** A declared language is only overruled by this much text … */
const MIN_TEXT_TO_OVERRULE = 300;
/** … and when the text is this much less like it than like the best match, which scores 1. */
const CLEARLY_LESS = 0.75;

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

/** Languages that the text may be in, best first, with how like them it is. */
function candidates(text: string): readonly (readonly [language: string, likeness: number])[] {
	const sample = text.slice(0, SAMPLE);
	if (sample.length < MIN_TEXT && !/[\u0370-\uffff]{8}/.test(sample)) return [];
	return francAll(sample, { minLength: 8 }).flatMap(([code, likeness]) => {
		const tag = code === UNKNOWN ? undefined : canonical(code);
		return tag ? [[primaryOf(tag), likeness] as const] : [];
	});
}

/** The language a text is written in as a BCP 47 primary tag, `und` when it can't be told. */
export const detectLanguage = (text: string): string => candidates(text)[0]?.[0] ?? UNKNOWN;

/** The first valid declared language, or what the text is in when there is none or they clearly disagree. */
export function chooseLanguage(declared: readonly (string | undefined)[], text: string): string {
	const tag = declared.map((value) => value && canonical(value)).find((value) => value && value !== UNKNOWN);
	if (!tag) return detectLanguage(text);
	if (text.length < MIN_TEXT_TO_OVERRULE) return tag;
	const found = candidates(text);
	const best = found[0]?.[0];
	if (!best || best === primaryOf(tag)) return tag;
	if (scriptOf(best) !== scriptOf(tag)) return best;
	// A language franc-min doesn't know (Danish, Finnish, Catalan …) can't be told from its neighbours.
	const likeness = found.find(([language]) => language === primaryOf(tag))?.[1];
	return likeness !== undefined && likeness < CLEARLY_LESS ? best : tag;
}
