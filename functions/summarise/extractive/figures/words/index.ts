import { AR, BN, HI, JA, KO, ZH } from "./asian.ts";
import { type FigureWords, NONE } from "./figure-words.ts";
import { DE, EN, NL } from "./germanic.ts";
import { RU, TR } from "./other.ts";
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
	bn: BN,
	ar: AR,
	ru: RU,
	tr: TR,
};

/** The table of a language, or one without words. */
export const figureWordsOf = (language: string): FigureWords =>
	Object.hasOwn(TABLES, language) ? (TABLES[language] ?? NONE) : NONE;
