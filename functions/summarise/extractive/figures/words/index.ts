import { type FigureWords, NONE } from "./figure-words.ts";
import { DE, EN, NL } from "./germanic.ts";
import { HI, JA, KO, RU, TR, ZH } from "./other.ts";
import { ES, FR, IT, PT } from "./romance.ts";

const TABLES: Readonly<Record<string, FigureWords>> = {
	en: EN,
	de: DE,
	fr: FR,
	es: ES,
	pt: PT,
	it: IT,
	nl: NL,
	zh: ZH,
	ja: JA,
	ko: KO,
	hi: HI,
	ru: RU,
	tr: TR,
};

/** The table of a language, or one without words. */
export const figureWordsOf = (language: string): FigureWords =>
	Object.hasOwn(TABLES, language) ? (TABLES[language] ?? NONE) : NONE;
