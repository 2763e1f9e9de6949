/**
 * Words that say nothing of what a text is about, by language. Source: the `stopword` package (3.1.5, the
 * stopwords-iso family), named imports so that a bundle carries only these lists (120 KB minified).
 */
import {
	ara,
	ben,
	bul,
	cat,
	ces,
	dan,
	deu,
	ell,
	eng,
	fas,
	fin,
	fra,
	heb,
	hin,
	hrv,
	hun,
	ind,
	ita,
	jpn,
	kor,
	nld,
	nob,
	pol,
	por,
	ron,
	rus,
	slk,
	spa,
	swe,
	tur,
	ukr,
	urd,
	vie,
	zho,
} from "stopword";

/** The package's English list leaves out common function words, and those that news is full of. */
const ENGLISH_TOO =
	`says say saying told tell according will shall may not no nor own so just per via one two three first last
	new old year years day days week weeks month months monday tuesday wednesday thursday friday saturday sunday
	however during until against above below down off again further once when why few don isn didn won ve ll re s t d m
	ours she its whom having does doing yet even already among within without though although whether us every either
	neither let made going go went use used using back mr mrs ms dr including
	haven hasn hadn wasn weren aren wouldn couldn shouldn mustn needn doesn ain
	four five six seven eight nine ten several hundred thousand million billion trillion percent people`.split(
		/\s+/,
	);

const LISTS: Readonly<Record<string, readonly string[]>> = {
	ar: ara,
	bg: bul,
	bn: ben,
	ca: cat,
	cs: ces,
	da: dan,
	de: deu,
	el: ell,
	en: [...eng, ...ENGLISH_TOO],
	fa: fas,
	fi: fin,
	fr: fra,
	he: heb,
	hi: hin,
	hr: hrv,
	hu: hun,
	id: ind,
	it: ita,
	ja: jpn,
	ko: kor,
	nl: nld,
	nb: nob,
	no: nob,
	pl: pol,
	pt: por,
	ro: ron,
	ru: rus,
	sk: slk,
	es: spa,
	sv: swe,
	tr: tur,
	uk: ukr,
	ur: urd,
	vi: vie,
	zh: zho,
};

const NONE: ReadonlySet<string> = new Set();
const sets = new Map<string, ReadonlySet<string>>();

/** The stop words of a language, by primary subtag; an empty set for one that we have no list of. */
export function stopWordsOf(language: string): ReadonlySet<string> {
	const known = sets.get(language);
	if (known) return known;
	const list = Object.hasOwn(LISTS, language) ? LISTS[language] : undefined;
	if (!list) return NONE;
	const made = new Set(list);
	sets.set(language, made);
	return made;
}
