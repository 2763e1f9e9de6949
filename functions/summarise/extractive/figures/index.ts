import type { Figure } from "../../../shared/summary.ts";
import { evidenceOf, type Sentence, type Text } from "../sentence.ts";
import { stopWordsOf } from "../stop-words.ts";
import { changeAt } from "./change.ts";
import { countedBefore, countedBehind } from "./counted.ts";
import type { FoundFigure } from "./found-figure.ts";
import { CURRENCY_CODES, CURRENCY_SIGNS, currencyOf } from "./money.ts";
import { isDated, isMemberOfName, isRange, numbersInNames } from "./not-figures.ts";
import { type Numeral, numeralsOf } from "./numerals.ts";
import { anyOf, memoised } from "./patterns.ts";
import { ranksAndScoresOf } from "./ranks.ts";
import { figureWordsOf } from "./words/index.ts";

/** A number and the text on both sides of it, capped so that every pattern below looks at a bounded piece. */
interface Place {
	readonly numeral: Numeral;
	readonly before: string;
	readonly after: string;
	readonly locale: string;
	readonly language: string;
}

/** More than any article's reader wants. */
const MOST = 50;
const REACH = 80;

const signsBefore = new RegExp(
	`(?<![\\p{L}\\p{Nd}])(${anyOf([...Object.keys(CURRENCY_SIGNS), ...CURRENCY_CODES])})\\s?$`,
	"u",
);

const patternsOf = memoised((language: string) => {
	const words = figureWordsOf(language);
	const eastAsian = /^(?:zh|ja|ko)$/.test(language);
	// In the unspaced scripts a word ends where the table says.
	const end = eastAsian ? "" : "(?![\\p{L}\\p{M}])";
	const behind = (list: readonly string[]) =>
		list.length === 0 ? /(?!)/ : new RegExp(`^[\\s-]?(${anyOf(list)})${end}`, "iu");
	const ahead = (list: readonly string[]) =>
		list.length === 0 ? /(?!)/ : new RegExp(`(?<!\\p{L})(?:${anyOf(list)})\\s$`, "iu");
	const currencies = [...Object.keys(words.currencies), ...Object.keys(CURRENCY_SIGNS), ...CURRENCY_CODES];
	return {
		currency: new RegExp(
			`^(?:\\s(?:de|di)\\s|\\sd['’]|[\\s-]?)(${anyOf(currencies)})${eastAsian ? "" : "(?![\\p{L}\\p{M}\\p{Nd}])"}`,
			"u",
		),
		points: behind(words.percentagePoints),
		percent: new RegExp(`^[\\s-]?(?:[%％٪]|(?:${anyOf(["%", ...words.percent])})${end})`, "iu"),
		percentBefore:
			words.percentBefore.length === 0
				? /(?!)/
				: new RegExp(
						`${eastAsian ? "" : "(?<![\\p{L}\\p{Nd}])"}(?:${anyOf(words.percentBefore)})\\s?$`,
						"iu",
					),
		duration: behind(words.durations),
		agoBefore: ahead(words.agoBefore),
		agoBehind: behind(words.agoAfter),
		// Symbols mean the same in every language; their case is part of them.
		symbol:
			/^\s?(sq km|ml|cl|dl|dkg|g|km\/h|km²|km2|m²|m2|m³|km|cm|mm|kg|mg|kWh|MWh|GWh|TWh|kW|MW|GW|TW|GB|TB|MB|PB|GHz|MHz|kHz|Hz|°C|°F|ha|mph|nm|μm|µm|dB|hPa)(?![\p{L}\p{Nd}])/u,
		measure: behind(words.measures),
		agedBefore: ahead(words.agedBefore),
		yearsOld:
			words.yearsOld.length === 0 ? /(?!)/ : new RegExp(`^[\\s-]?(?:${anyOf(words.yearsOld)})${end}`, "iu"),
		counter: behind(words.counters),
		partOf: words.of.length === 0 ? /(?!)/ : new RegExp(`^\\s(?:${anyOf(words.of)})(?=[\\s'’])`, "iu"),
	};
});

const span = ({ numeral }: Place, extra = 0) => ({
	start: numeral.start,
	end: numeral.end + extra,
	value: numeral.value,
});

/** "$50k", "£12m", "364m euros": letters that multiply at money only, and no other letter behind the number. */
function withLetter({ numeral, after }: Place): { value: number; length: number } | undefined {
	const letter = numeral.scaled ? undefined : /^[kmb](?![\p{L}\p{Nd}])/iu.exec(after)?.[0].toLowerCase();
	if (letter !== undefined)
		return { value: numeral.value * (letter === "k" ? 1e3 : letter === "m" ? 1e6 : 1e9), length: 1 };
	return /^\p{L}/u.test(after) ? undefined : { value: numeral.value, length: 0 };
}

function money(place: Place): FoundFigure | undefined {
	const { before, after, language, locale, numeral } = place;
	const sign = signsBefore.exec(before);
	const amount = withLetter(place);
	if (sign?.[1] && amount) {
		const start = numeral.start - sign[0].length;
		const unit = currencyOf(CURRENCY_SIGNS[sign[1]] ?? sign[1], locale);
		return { kind: "money", start, end: numeral.end + amount.length, value: amount.value, unit };
	}
	const length = amount?.length ?? 0;
	const word = patternsOf(language).currency.exec(after.slice(length));
	if (!word?.[1]) return undefined;
	const name = word[1].replace(/\s/g, " ");
	const code = figureWordsOf(language).currencies[name] ?? CURRENCY_SIGNS[name] ?? name;
	const value = amount?.value ?? numeral.value;
	// "dollars de Taïwan" are not the dollars that the word alone means.
	const foreign = /^\s(?:de\s|di\s|d['’])\p{Lu}/u.test(after.slice(length + word[0].length));
	return {
		...span(place, length + word[0].length),
		value,
		kind: "money",
		unit: foreign ? undefined : currencyOf(code, locale),
	};
}

function percent(place: Place): FoundFigure | undefined {
	const { after, language } = place;
	const patterns = patternsOf(language);
	const points = patterns.points.exec(after);
	if (points?.[1]) return { ...span(place, points[0].length), kind: "percent", unit: points[1] };
	const ahead = patterns.percentBefore.exec(place.before);
	if (ahead)
		return { ...span(place), start: place.numeral.start - ahead[0].length, kind: "percent", unit: "%" };
	const sign = patterns.percent.exec(after);
	// "0.7%ポイント" are points, in the languages that write the sign.
	if (!sign || /^(?:ポイント|포인트|p(?!\p{L}))/u.test(after.slice(sign[0].length))) return undefined;
	const rest = after.slice(sign[0].length);
	const of = patterns.partOf.exec(rest);
	return {
		...span(place, sign[0].length),
		kind: "percent",
		unit: "%",
		of: of ? countedBehind(rest.slice(of[0].length), language) : undefined,
	};
}

/** "Maria Chen, 34, said": the newspaper's way of giving an age. */
const NAME_BEFORE = /(?<!\p{L})(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}),\s$/u;

/** "Meanwhile Maria Chen" */
const OPENER = /^(?:Meanwhile|While|When|As|But|And|Then|Later|For|After|Although|Though|With|By|To|In|On) /;

/** Years in the languages that name them in an age ("âgé de 34 ans"). */
const YEARS = /^(?:years?|jahren?|ans?|años?|anos?|anni|anno|jaar)$/i;

function age(place: Place): FoundFigure | undefined {
	const { before, after, language, numeral } = place;
	if (numeral.scaled || !Number.isInteger(numeral.value) || numeral.value < 1 || numeral.value > 120)
		return undefined;
	const patterns = patternsOf(language);
	const old = patterns.yearsOld.exec(after);
	if (old) return { ...span(place, old[0].length), kind: "age" };
	if (patterns.agedBefore.test(before) && !/^\s?[%-]/.test(after)) {
		const unit = patterns.duration.exec(after);
		if (unit?.[1] && !YEARS.test(unit[1])) return undefined;
		return { ...span(place, unit?.[0].length), kind: "age" };
	}
	const named = language === "en" && !numeral.spelled && /^,\s/.test(after) ? NAME_BEFORE.exec(before) : null;
	const name = named?.[1]?.replace(OPENER, "");
	return name?.includes(" ") && !isDated(before, after, language)
		? { ...span(place), kind: "age", of: name }
		: undefined;
}

/** "à 6 heures", "a las 6 horas" is a time of day. */
const CLOCK_BEFORE = /(?:(?<!\p{L})(?:à|vers|dès|avant|après|las|às|ore)\s|\()$/iu;
const isClock = (unit: string): boolean => /^(?:heures?|horas?|ore)$/i.test(unit);

function duration(place: Place): FoundFigure | undefined {
	const { before, after, language, numeral } = place;
	const patterns = patternsOf(language);
	const unit = numeral.yearLike && numeral.value >= 1500 ? null : patterns.duration.exec(after);
	if (!unit?.[1] || (isClock(unit[1]) && CLOCK_BEFORE.test(before))) return undefined;
	if (patterns.agoBefore.test(before) || patterns.agoBehind.test(after.slice(unit[0].length)))
		return undefined;
	return { ...span(place, unit[0].length), kind: "duration", unit: unit[1] };
}

function measure(place: Place): FoundFigure | undefined {
	const { after, language, numeral } = place;
	const patterns = patternsOf(language);
	const unit = (numeral.spelled ? null : patterns.symbol.exec(after)) ?? patterns.measure.exec(after);
	return unit?.[1] ? { ...span(place, unit[0].length), kind: "measure", unit: unit[1] } : undefined;
}

/** People are what a small number written out is worth telling of ("seven passengers"). */
const PEOPLE =
	/^(?:people|men|women|children|boys|girls|students|soldiers|officers|passengers|workers|employees|civilians|victims|suspects|patients|players|migrants|deaths|Menschen|Personen|Tote|Verletzte|Kinder|personnes|morts|blessés|personas|muertos|heridos|pessoas|mortos|feridos|persone|morti|feriti|mensen|doden|gewonden)$/;

function count(place: Place): FoundFigure | undefined {
	const { before, after, language, numeral } = place;
	if (numeral.yearLike && numeral.value >= 1900 && numeral.value < 2100) return undefined;
	if (isDated(before, after, language)) return undefined;
	const counter = patternsOf(language).counter.exec(after);
	if (counter?.[1]) {
		// Written onto the number it is part of it: "123万人".
		const extra = counter[0] === counter[1] ? counter[1].length : 0;
		return { ...span(place, extra), kind: "count", of: counter[1] };
	}
	if (isMemberOfName(before, stopWordsOf(language))) return undefined;
	const linked = numeral.scaled ? /^\s(?:de|di)(?=\s)/u.exec(after) : null;
	const of = countedBehind(after.slice(linked?.[0].length ?? 0), language) ?? countedBefore(before, language);
	if (of === undefined) return undefined;
	if (numeral.spelled && !numeral.scaled && !PEOPLE.test(of.split(" ").at(-1) ?? "")) return undefined;
	return { ...span(place), kind: "count", of };
}

/** What a number may be, the surest first. */
const KINDS: readonly ((place: Place) => FoundFigure | undefined)[] = [
	money,
	percent,
	age,
	duration,
	measure,
	count,
];

interface Changed {
	readonly found: FoundFigure;
	readonly change?: "up" | "down" | undefined;
}

/** Kinds that can rise and fall. */
const CHANGING = /^(?:money|percent|count|measure)$/;

function withChange(sentence: string, found: FoundFigure, language: string): Changed {
	if (!CHANGING.test(found.kind)) return { found };
	const before = sentence.slice(Math.max(0, found.start - REACH), found.start);
	return { found, change: changeAt(before, sentence.slice(found.end, found.end + REACH), language) };
}

const byStart = (a: Changed, b: Changed): number => a.found.start - b.found.start;

function figuresIn(sentence: string, locale: string, language: string): Changed[] {
	const figures: Changed[] = ranksAndScoresOf(sentence, language).map((found) => ({ found }));
	const numerals = numeralsOf(sentence, locale);
	if (numerals.length === 0) return figures.sort(byStart);
	const taken = new Set(
		figures.flatMap(({ found }) =>
			Array.from({ length: found.end - found.start }, (_, at) => found.start + at),
		),
	);
	let end = 0;
	for (const numeral of numerals) {
		if (numeral.start < end || taken.has(numeral.start)) continue;
		const before = sentence.slice(Math.max(0, numeral.start - REACH), numeral.start);
		const after = sentence.slice(numeral.end, numeral.end + REACH);
		if (isRange(before, after, numeral.scaled, language)) continue;
		const found = firstKind({ numeral, before, after, locale, language });
		if (!found) continue;
		figures.push(withChange(sentence, found, language));
		end = found.end;
	}
	return figures.sort(byStart);
}

function firstKind(place: Place): FoundFigure | undefined {
	for (const kind of KINDS) {
		const found = kind(place);
		if (found) return found;
	}
	return undefined;
}

function toFigure(sentence: Sentence, found: FoundFigure, change: "up" | "down" | undefined): Figure {
	return {
		text: sentence.text.slice(found.start, found.end),
		kind: found.kind,
		value: found.value,
		...(found.unit === undefined ? {} : { unit: found.unit }),
		...(found.of === undefined ? {} : { of: found.of }),
		...(change === undefined ? {} : { change }),
		evidence: [evidenceOf(sentence, found.start, found.end)],
	};
}

/** "the 970 delivers" */
const isThatName = ({ kind, start, end }: FoundFigure, text: string, inNames: ReadonlySet<string>): boolean =>
	kind === "count" && inNames.has(text.slice(start, end)) && /(?:^|\s)the\s$/i.test(text.slice(0, start));

/**
 * The numbers of an article that mean something, in the order of the text: money, shares, counts with what is
 * counted, measures, durations, ages, scores and ranks; one that the text repeats is told once. A number whose meaning isn't written at it is left out,
 * and so are ranges ("5 to 10 million" is no one value), years, dates and names with numbers in them.
 */
export function findFigures(text: Text): Figure[] {
	const figures = new Map<string, Figure>();
	const inNames = numbersInNames(
		text.sentences.map((sentence) => sentence.text),
		stopWordsOf(text.language),
	);
	for (const sentence of text.sentences) {
		for (const { found, change } of figuresIn(sentence.text, text.article.language, text.language)) {
			if (isThatName(found, sentence.text, inNames)) continue;
			const key = [found.kind, found.value, found.unit, found.of, change].join("|");
			if (!figures.has(key)) figures.set(key, toFigure(sentence, found, change));
			if (figures.size === MOST) return [...figures.values()];
		}
	}
	return [...figures.values()];
}
