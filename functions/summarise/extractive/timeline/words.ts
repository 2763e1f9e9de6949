/**
 * The words around dates, by language: what makes four digits a year, what opens and closes an interval, what
 * points back from the day of publication. In other languages only complete dates are read.
 * Source: written for this project.
 */

/** What relative dates count in; the precision of what they say. */
export type Unit = "day" | "week" | "month" | "year";

/** The words of one language. */
export interface TimeWords {
	/** Before a bare year: "in 2019". */
	readonly in: readonly string[];
	readonly since: readonly string[];
	readonly between: readonly string[];
	readonly and: readonly string[];
	readonly from: readonly string[];
	readonly to: readonly string[];
	/** Between day, month and year. */
	readonly of: readonly string[];
	/** What comes between "in" and a year, and changes nothing at a year's precision: "early", "Jahr". */
	readonly part: readonly string[];
	/** 0 spring, 1 summer, 2 autumn. Winter lies in two years and is left out. */
	readonly seasons: Readonly<Record<string, number>>;
	readonly yesterday: readonly string[];
	readonly tomorrow: readonly string[];
	readonly last: readonly string[];
	readonly this: readonly string[];
	readonly next: readonly string[];
	/** Whether such a word follows its noun ("l'année dernière"). */
	readonly after: boolean;
	/** One of a unit: what can be last or next. */
	readonly one: Readonly<Record<string, Unit>>;
	/** Several of them. */
	readonly many: Readonly<Record<string, Unit>>;
	readonly agoBefore: readonly string[];
	readonly agoAfter: readonly string[];
}

const list = (words: string): readonly string[] => words.split("|");

const EN: TimeWords = {
	in: list("in|during|by|until|till|throughout|circa|around|back in"),
	since: list("since|ever since"),
	between: list("between"),
	and: list("and"),
	from: list("from"),
	to: list("to|until|through|till"),
	of: list("of|in|,"),
	part: list(
		"early|late|mid|mid-|early in|late in|the end of|end of|the start of|the beginning of|the year|the middle of",
	),
	seasons: { spring: 0, summer: 1, autumn: 2, fall: 2 },
	yesterday: list("yesterday"),
	tomorrow: list("tomorrow"),
	last: list("last"),
	this: list("this"),
	next: list("next"),
	after: false,
	one: { day: "day", week: "week", month: "month", year: "year" },
	many: { days: "day", weeks: "week", months: "month", years: "year" },
	agoBefore: [],
	agoAfter: list("ago"),
};

const DE: TimeWords = {
	in: list("im jahr|im jahre|in|anno|bis|bis zum jahr|um"),
	since: list("seit|seit dem jahr"),
	between: list("zwischen"),
	and: list("und"),
	from: list("von"),
	to: list("bis"),
	of: list("des jahres"),
	part: list("anfang|mitte|ende"),
	seasons: { frühling: 0, frühjahr: 0, sommer: 1, herbst: 2 },
	yesterday: list("gestern"),
	tomorrow: [],
	last: list(
		"letztes|letzten|letzte|letzter|vergangenes|vergangenen|vergangene|vergangener|vorigen|voriges|vorige",
	),
	this: list("dieses|diesem|diesen|diese|dieser"),
	next: list("nächstes|nächsten|nächste|nächster|kommenden|kommendes|kommende"),
	after: false,
	one: { tag: "day", woche: "week", monat: "month", jahr: "year", jahres: "year" },
	many: { tagen: "day", wochen: "week", monaten: "month", jahren: "year" },
	agoBefore: list("vor"),
	agoAfter: [],
};

const FR: TimeWords = {
	in: list("en|en l'an|vers|courant"),
	since: list("depuis"),
	between: list("entre"),
	and: list("et"),
	from: list("de"),
	to: list("à"),
	of: list("de|d'|d’"),
	part: list("début|fin|mi-"),
	seasons: { printemps: 0, été: 1, automne: 2 },
	yesterday: list("hier"),
	tomorrow: list("demain"),
	last: list("dernier|dernière"),
	this: [],
	next: list("prochain|prochaine"),
	after: true,
	one: { jour: "day", semaine: "week", mois: "month", an: "year", année: "year" },
	many: { jours: "day", semaines: "week", ans: "year", années: "year", mois: "month" },
	agoBefore: list("il y a"),
	agoAfter: [],
};

const ES: TimeWords = {
	in: list("en|en el año|hacia|durante"),
	since: list("desde|desde el año"),
	between: list("entre"),
	and: list("y"),
	from: list("de"),
	to: list("a"),
	of: list("de|del|del año"),
	part: list("a principios de|a finales de|a mediados de|principios de|finales de"),
	seasons: { primavera: 0, verano: 1, otoño: 2 },
	yesterday: list("ayer"),
	tomorrow: [],
	last: list("pasado|pasada"),
	this: [],
	next: list("próximo|próxima"),
	after: true,
	one: { día: "day", semana: "week", mes: "month", año: "year" },
	many: { días: "day", semanas: "week", meses: "month", años: "year" },
	agoBefore: list("hace"),
	agoAfter: [],
};

const PT: TimeWords = {
	in: list("em|no ano de|durante"),
	since: list("desde"),
	between: list("entre"),
	and: list("e"),
	from: list("de"),
	to: list("a"),
	of: list("de"),
	part: list("no início de|no final de|em meados de|início de|final de"),
	seasons: { primavera: 0, verão: 1, outono: 2 },
	yesterday: list("ontem"),
	tomorrow: list("amanhã"),
	last: list("passado|passada"),
	this: [],
	next: list("próximo|próxima"),
	after: true,
	one: { dia: "day", semana: "week", mês: "month", ano: "year" },
	many: { dias: "day", semanas: "week", meses: "month", anos: "year" },
	agoBefore: list("há"),
	agoAfter: [],
};

const IT: TimeWords = {
	in: list("nel|nell'anno|nel corso del|verso il"),
	since: list("dal"),
	between: list("tra il|fra il"),
	and: list("e il"),
	from: list("dal"),
	to: list("al"),
	of: list("del|di"),
	part: list("all'inizio del|alla fine del|fine|inizio"),
	seasons: { primavera: 0, estate: 1, autunno: 2 },
	yesterday: list("ieri"),
	tomorrow: list("domani"),
	last: list("scorso|scorsa"),
	this: [],
	next: list("prossimo|prossima"),
	after: true,
	one: { giorno: "day", settimana: "week", mese: "month", anno: "year" },
	many: { giorni: "day", settimane: "week", mesi: "month", anni: "year" },
	agoBefore: [],
	agoAfter: list("fa"),
};

const NL: TimeWords = {
	in: list("in|in het jaar|rond|tijdens"),
	since: list("sinds|vanaf"),
	between: list("tussen"),
	and: list("en"),
	from: list("van"),
	to: list("tot|tot en met"),
	of: list("van"),
	part: list("begin|eind|medio"),
	seasons: { lente: 0, voorjaar: 0, zomer: 1, herfst: 2, najaar: 2 },
	yesterday: list("gisteren"),
	tomorrow: list("morgen"),
	last: list("vorig|vorige|afgelopen"),
	this: list("dit|deze"),
	next: list("volgend|volgende|komend|komende"),
	after: false,
	one: { dag: "day", week: "week", maand: "month", jaar: "year" },
	many: { dagen: "day", weken: "week", maanden: "month", jaren: "year" },
	agoBefore: [],
	agoAfter: list("geleden"),
};

const NONE: TimeWords = {
	in: [],
	since: [],
	between: [],
	and: [],
	from: [],
	to: [],
	of: [],
	part: [],
	seasons: {},
	yesterday: [],
	tomorrow: [],
	last: [],
	this: [],
	next: [],
	after: false,
	one: {},
	many: {},
	agoBefore: [],
	agoAfter: [],
};

const RU: TimeWords = {
	...NONE,
	in: list("в|до|к|около"),
	since: list("с"),
	between: list("между"),
	and: list("и"),
	from: list("с"),
	to: list("по|до"),
	part: list("начале|конце|середине|начала|конца"),
	yesterday: list("вчера"),
	tomorrow: list("завтра"),
	last: list("прошлом|прошлой|прошлый|прошлую|прошлого|минувшем"),
	this: list("этом|этого|нынешнем"),
	next: list("следующем|следующей|будущем"),
	one: {
		год: "year",
		году: "year",
		года: "year",
		месяце: "month",
		месяца: "month",
		неделе: "week",
		неделю: "week",
	},
	many: {
		дня: "day",
		дней: "day",
		недели: "week",
		недель: "week",
		месяца: "month",
		месяцев: "month",
		года: "year",
		лет: "year",
	},
	agoAfter: list("назад"),
};

const TR: TimeWords = {
	...NONE,
	yesterday: list("dün"),
	tomorrow: list("yarın"),
	last: list("geçen|geçtiğimiz"),
	this: list("bu"),
	next: list("gelecek|önümüzdeki"),
	one: { yıl: "year", ay: "month", hafta: "week" },
	many: { gün: "day", hafta: "week", ay: "month", yıl: "year" },
	agoAfter: list("önce"),
};

const TABLES: Readonly<Record<string, TimeWords>> = {
	en: EN,
	de: DE,
	fr: FR,
	es: ES,
	pt: PT,
	it: IT,
	nl: NL,
	ru: RU,
	tr: TR,
};

/** The table of a language, or one without words. */
export const timeWordsOf = (language: string): TimeWords =>
	Object.hasOwn(TABLES, language) ? (TABLES[language] ?? NONE) : NONE;
