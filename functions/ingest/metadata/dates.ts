/**
 * Dates as pages write them, to ISO 8601. A time without its offset could be anywhere, so only its date is
 * kept: a timezone is never guessed.
 */

/** Month names and abbreviations by number: CLDR's, as news sites use them, without the final dot. */
const MONTHS: readonly string[] = [
	"january jan januar jänner janvier janv enero ene janeiro gennaio gen januari января січня stycznia led ledna januára január ianuarie ocak ιανουαρίου",
	"february feb februar feber février févr fév fevrier febrero fevereiro fev febbraio februari февраля лютого lutego února februára február februarie şubat φεβρουαρίου",
	"march mar märz mrz mars marzo março marco maart mrt maret mac марта березня marca března március martie mart μαρτίου",
	"april apr avril avr abril abr aprile апреля квітня kwietnia dubna apríla április aprilie nisan απριλίου",
	"may mai mayo maio maggio mag mei maj мая травня maja května mája május mayıs μαΐου",
	"june jun juni juin junio junho giugno giu июня червня czerwca června júna június iunie haziran ιουνίου",
	"july jul juli juillet juil julio julho luglio lug июля липня lipca července júla július iulie temmuz ιουλίου",
	"august aug août aout agosto ago augustus augusti agustus августа серпня sierpnia srpna augusta augusztus ağustos αυγούστου",
	"september sept sep septembre septiembre setembro set settembre сентября вересня września září septembra szeptember septembrie eylül σεπτεμβρίου",
	"october oct oktober okt octobre octubre outubro out ottobre ott октября жовтня października října októbra október octombrie ekim οκτωβρίου",
	"november nov novembre noviembre novembro ноября листопада listopada listopadu novembra noiembrie kasım νοεμβρίου",
	"december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre desember декабря грудня grudnia prosince decembra decembrie aralık δεκεμβρίου",
];

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
	MONTHS.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);

/** Dates stand at the start of what they stand in; a search through more would find others. */
const MAX_LENGTH = 200;

const OLDEST = 1700;
const NEWEST = 2100;

function isoDay(year: number, month: number, day: number): string | undefined {
	if (year < OLDEST || year > NEWEST) return undefined;
	const date = new Date(Date.UTC(year, month - 1, day));
	const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return real ? date.toISOString().slice(0, 10) : undefined;
}

const two = (value: string | number): string => String(value).padStart(2, "0");

/** The date with its time when that comes with an offset, else the date. */
function withTime(day: string | undefined, rest: string): string | undefined {
	const time =
		/^[T,\s]{0,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)(?![\d\w])/i.exec(
			rest,
		);
	const [, hours = "", minutes = "", seconds = "00", zone = ""] = time ?? [];
	if (!day || !time || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return day;
	if (/[a-z]/i.test(zone)) return `${day}T${two(hours)}:${minutes}:${seconds}Z`;
	const offset = `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "").padEnd(2, "0")}`;
	return Number(offset.slice(1, 3)) > 14 ? day : `${day}T${two(hours)}:${minutes}:${seconds}${offset}`;
}

type Reader = (text: string, monthFirst: boolean | undefined) => string | undefined;

const matching =
	(
		pattern: RegExp,
		read: (match: RegExpExecArray, rest: string, monthFirst: boolean | undefined) => string | undefined,
	): Reader =>
	(text, monthFirst) => {
		const match = pattern.exec(text);
		return match ? read(match, text.slice(match.index + match[0].length), monthFirst) : undefined;
	};

const monthOf = (name = ""): number => MONTH_NUMBERS.get(name.toLowerCase()) ?? 0;

/** Tried in order. */
const READERS: readonly Reader[] = [
	// 2025-01-29T18:04:00+01:00, 2025/1/29, 2025.01.29
	matching(/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([, y, , m, d], rest) =>
		withTime(isoDay(Number(y), Number(m), Number(d)), rest),
	),
	// 20250129, 20250129T180400Z
	matching(/^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?Z)?$/, ([, y, m, d, hh, mm, ss = "00"]) =>
		withTime(isoDay(Number(y), Number(m), Number(d)), hh ? `T${hh}:${mm}:${ss}Z` : ""),
	),
	// Seconds or milliseconds since 1970
	matching(
		/^(\d{10})(?:\d{3})?$/,
		([, seconds]) => `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`,
	),
	// 2025年1月29日, 2025년 1월 29일
	matching(/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/, ([, y, m, d]) =>
		isoDay(Number(y), Number(m), Number(d)),
	),
	// 29 January 2025, 29. Januar 2025, 29 de enero de 2025, Wed, 29 Jan 2025 18:04:00 GMT
	matching(
		/(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-](?:de\s|di\s)?(\p{L}{3,14})[.,]?[\s-](?:de\s|del\s)?(\d{4})(?!\d)/u,
		([, d, month, y], rest) => withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	// January 29, 2025, Jan. 29 2025
	matching(
		/(?<!\p{L})(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/u,
		([, month, d, y], rest) => withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	// 29.01.2025
	matching(/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, ([, d, m, y]) =>
		isoDay(Number(y), Number(m), Number(d)),
	),
	// 29.01.25
	matching(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.([0-4]\d)(?![\d.]|\s?(?:€|%))/, ([, d, m, y]) =>
		isoDay(2000 + Number(y), Number(m), Number(d)),
	),
	// 29/01/2025 or 01/29/2025: read when only one way is a date, or when the page's country says which.
	matching(/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/, ([, a, b, y], _rest, monthFirst) => {
		const dayFirst = isoDay(Number(y), Number(b), Number(a));
		const american = isoDay(Number(y), Number(a), Number(b));
		if (!dayFirst || !american || a === b) return dayFirst ?? american;
		return monthFirst === undefined ? undefined : monthFirst ? american : dayFirst;
	}),
];

/**
 * The first date in a short text as the contract has it: `2025-01-29`, or a date-time with its offset.
 * `language` (BCP 47) decides between 03/04 and 04/03; without a region, English could be either.
 */
export function readDate(text: string, language?: string): string | undefined {
	const short = text.trim().slice(0, MAX_LENGTH);
	if (!/\d/.test(short)) return undefined;
	const tag = (language ?? "en").toLowerCase();
	const monthFirst = /^en[-_]us|^fil|[-_]us$/.test(tag)
		? true
		: tag === "en" || tag === "und"
			? undefined
			: false;
	for (const reader of READERS) {
		const date = reader(short, monthFirst);
		if (date) return date;
	}
	return undefined;
}
