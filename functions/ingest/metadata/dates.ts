/**
 * Dates as pages write them, to ISO 8601. A time without its offset could be anywhere, so only its date is
 * kept: a timezone is never guessed.
 */

/** Month names and abbreviations by number: CLDR's, as news sites use them, without the final dot. */
const MONTHS: readonly string[] = [
	"january jan januar jänner janvier janv enero ene janeiro gennaio gen januari января січня stycznia led ledna januára január ianuarie ocak ιανουαρίου gener tammikuuta tammikuu jaanuar janvāris janvārī sausio siječnja januara januarja јануара јануари януари yanvar januarie janúar студзеня қаңтар يناير جانفي ינואר ژانویه جنوری जनवरी জানুয়ারি জানুয়ারী ஜனவரி มกราคม",
	"february feb februar feber février févr fév fevrier febrero fevereiro fev febbraio februari февраля лютого lutego února februára február februarie şubat φεβρουαρίου febrer helmikuuta helmikuu veebruar februāris februārī vasario veljače februara februarja фебруара фебруари февруари fevral febrúar лютага ақпан فبراير فيفري פברואר فوریه فروری फ़रवरी फरवरी ফেব্রুয়ারি ফেব্রুয়ারী பிப்ரவரி กุมภาพันธ์ pebrero شباط",
	"march mar märz mrz mars marzo março marco maart mrt maret mac марта березня marca března március martie mart μαρτίου març marts machi maaliskuuta maaliskuu märts martā kovo ožujka marta март сакавіка наурыз مارس מרץ מרס مارچ मार्च মার্চ மார்ச் มีนาคม μάρτιος marso آذار",
	"april apr avril avr abril abr aprile апреля квітня kwietnia dubna apríla április aprilie nisan απριλίου huhtikuuta huhtikuu aprill aprīlis aprīlī balandžio travnja aprila априла април aprel apríl aprili красавіка сәуір أبريل ابريل أفريل אפריל آوریل اپریل अप्रैल এপ্রিল ஏப்ரல் เมษายน نيسان",
	"may mai mayo maio maggio mag mei maj мая травня maja května mája május mayıs μαΐου maig toukokuuta toukokuu maijs maijā gegužės svibnja маја мај май maí мамыр مايو ماي מאי مه مئی मई মে மே พฤษภาคม أيار",
	"june jun juni juin junio junho giugno giu июня червня czerwca června júna június iunie haziran ιουνίου juny kesäkuuta kesäkuu juuni jūnijs jūnijā birželio lipnja juna junija јуна јуни юни iyun junie júní чэрвеня маусым يونيو جوان יוני ژوئن جون जून জুন ஜூன் มิถุนายน hunyo حزيران",
	"july jul juli juillet juil julio julho luglio lug июля липня lipca července júla július iulie temmuz ιουλίου juliol heinäkuuta heinäkuu juuli jūlijs jūlijā liepos srpnja jula julija јула јули юли iyul julie julai júlí ліпеня шілде يوليو جويلية יולי ژوئیه جولائی जुलाई জুলাই ஜூலை กรกฎาคม hulyo تموز",
	"august aug août aout agosto ago augustus augusti agustus августа серпня sierpnia srpna augusta augusztus ağustos αυγούστου agost elokuuta elokuu augusts augustā rugpjūčio kolovoza avgusta август avqust ágúst agosti ogos жніўня тамыз أغسطس اغسطس أوت אוגוסט اوت اگست अगस्त আগস্ট ஆகஸ்ட் สิงหาคม آب",
	"september sept sep septembre septiembre setembro set settembre сентября вересня września září septembra szeptember septembrie eylül σεπτεμβρίου setembre syyskuuta syyskuu septembris septembrī rugsėjo rujna септембра септември sentyabr septemba верасня қыркүйек سبتمبر ספטמבר سپتامبر ستمبر सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் กันยายน setyembre أيلول",
	"october oct oktober okt octobre octubre outubro out ottobre ott октября жовтня października října októbra október octombrie ekim οκτωβρίου lokakuuta lokakuu oktoober oktobris oktobrī spalio oktobra октобра октомври oktyabr oktoba кастрычніка қазан أكتوبر اكتوبر אוקטובר اکتبر اکتوبر अक्टूबर अक्तूबर অক্টোবর அக்டோபர் ตุลาคม oktubre",
	"november nov novembre noviembre novembro ноября листопада listopada listopadu novembra noiembrie kasım νοεμβρίου marraskuuta marraskuu novembris novembrī lapkričio studenoga studenog новембра ноември noyabr novemba nóvember лістапада қараша نوفمبر נובמבר نوامبر نومبر नवंबर नवम्बर নভেম্বর நவம்பர் พฤศจิกายน nobyembre",
	"december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre desember декабря грудня grudnia prosince decembra decembrie aralık δεκεμβρίου desembre joulukuuta joulukuu detsember decembris decembrī gruodžio prosinca децембра декември dekabr desemba disember снежня желтоқсан ديسمبر דצמבר دسامبر دسمبر दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் ธันวาคม disyembre",
];

/** A month's number by its name in lower case. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
	MONTHS.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);

/** The noughts of scripts with digits of their own that news is written in: Arabic, Persian, Hindi, Bengali, Tamil, Thai, full width. */
const NOUGHTS: readonly number[] = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0xff10];

/** `٢٩` → `29`. */
const withDigits = (text: string): string =>
	/[^\d\P{Nd}]/u.test(text)
		? text.replace(/[^\d\P{Nd}]/gu, (digit) => {
				const value =
					(digit.codePointAt(0) ?? 0) - (NOUGHTS.findLast((n) => n <= (digit.codePointAt(0) ?? 0)) ?? 0);
				return value < 10 ? String(value) : digit;
			})
		: text;

/** Dates stand at the start of what they stand in; a search through more would find others. */
const MAX_LENGTH = 200;

const OLDEST = 1700;
const NEWEST = 2100;
/** Thailand counts from 543 years earlier. */
const THAI = { from: 2443, to: 2643, ahead: 543 } as const;

function isoDay(given: number, month: number, day: number): string | undefined {
	const year = given >= THAI.from && given <= THAI.to ? given - THAI.ahead : given;
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

/** Hebrew writes "in" before the name without a space. */
const monthOf = (name = ""): number => MONTH_NUMBERS.get(name.toLowerCase().replace(/^ב/, "")) ?? 0;

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
		/(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-](?:de\s|di\s|d['’])?([\p{L}\p{M}]{2,14})[.,،]{0,2}[\s-](?:de\s|del\s)?(\d{4})(?!\d)/u,
		([, d, month, y], rest) => withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	// January 29, 2025, Jan. 29 2025, Jan 29 18:04 2025, Jan 29 18:04:00 CET 2025
	matching(
		/(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?[,،]?\s(?:\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}\s)?)?(\d{4})(?!\d)/u,
		([, month, d, y], rest) => withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	// 2025. január 29., 2025 m. sausio 29 d., 2025. gada 29. janvāris
	matching(/(?<!\d)(\d{4})\.?\s(?:m\.\s)?(\p{L}{3,14})\.?\s(\d{1,2})(?!\d)/u, ([, y, month, d], rest) =>
		withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	matching(/(?<!\d)(\d{4})\.\s(?:gada\s)?(\d{1,2})\.\s(\p{L}{3,14})/u, ([, y, d, month], rest) =>
		withTime(isoDay(Number(y), monthOf(month), Number(d)), rest),
	),
	// 29 tháng 1, 2025
	matching(/(?<!\d)(\d{1,2})\stháng\s(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)/iu, ([, d, m, y]) =>
		isoDay(Number(y), Number(m), Number(d)),
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
	// 29/01/25, where the page's country says which is which.
	matching(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/([0-4]\d)(?![\d/])/, ([, a, b, y], _rest, monthFirst) => {
		if (monthFirst === undefined) return undefined;
		return monthFirst
			? isoDay(2000 + Number(y), Number(a), Number(b))
			: isoDay(2000 + Number(y), Number(b), Number(a));
	}),
];

/**
 * The first date in a short text as the contract has it: `2025-01-29`, or a date-time with its offset.
 * `language` (BCP 47) decides between 03/04 and 04/03; without a region, English could be either.
 */
export function readDate(text: string, language?: string): string | undefined {
	const short = withDigits(text.trim().slice(0, MAX_LENGTH));
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
