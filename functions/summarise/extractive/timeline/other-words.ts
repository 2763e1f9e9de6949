/** The words around dates in the other languages. */
import { list, NONE, type TimeWords } from "./time-words.ts";

/** Russian. */
export const RU: TimeWords = {
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

/** Turkish. */
export const TR: TimeWords = {
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

/** Hindi. Its word for yesterday means tomorrow too. */
export const HI: TimeWords = {
	...NONE,
	last: list("पिछले|बीते|गत"),
	this: list("इस"),
	next: list("अगले|आगामी"),
	one: { साल: "year", वर्ष: "year", महीने: "month", माह: "month", सप्ताह: "week", हफ्ते: "week" },
	many: { दिन: "day", सप्ताह: "week", हफ्ते: "week", महीने: "month", साल: "year", वर्ष: "year" },
	agoAfter: list("पहले|पूर्व"),
};

/** Bengali. */
export const BN: TimeWords = {
	...NONE,
	yesterday: list("গতকাল"),
	tomorrow: list("আগামীকাল"),
	last: list("গত"),
	this: list("চলতি|এ|এই"),
	next: list("আগামী"),
	one: { বছর: "year", বছরের: "year", মাস: "month", মাসে: "month", সপ্তাহ: "week", সপ্তাহে: "week" },
	many: { দিন: "day", সপ্তাহ: "week", মাস: "month", বছর: "year" },
	agoAfter: list("আগে"),
};

/** Arabic. */
export const AR: TimeWords = {
	...NONE,
	in: list("في عام|عام|في سنة|سنة|خلال عام|بحلول عام"),
	since: list("منذ عام|منذ سنة|منذ"),
	between: list("بين عامي"),
	and: list("و"),
	of: list("من"),
	yesterday: list("أمس"),
	last: list("الماضي|الماضية"),
	next: list("المقبل|المقبلة|القادم|القادمة"),
	after: true,
	one: { العام: "year", السنة: "year", الشهر: "month", الأسبوع: "week" },
	many: { أيام: "day", أسابيع: "week", أشهر: "month", سنوات: "year", أعوام: "year" },
	agoBefore: list("قبل"),
};

/** Chinese; each character is a token. */
export const ZH: TimeWords = {
	...NONE,
	yesterday: list("昨天|昨日"),
	tomorrow: list("明天|明日"),
	last: list("去|上"),
	this: list("今"),
	next: list("明|下"),
	one: { 年: "year", 月: "month", 周: "week" },
	many: { 天: "day", 周: "week", 年: "year" },
	agoAfter: list("前|以前|之前"),
};

/** Japanese; each character is a token. */
export const JA: TimeWords = {
	...NONE,
	yesterday: list("昨日|きのう"),
	tomorrow: list("明日|あす"),
	last: list("昨|去|先"),
	this: list("今"),
	next: list("来|翌"),
	one: { 年: "year", 月: "month", 週: "week" },
	many: { 日: "day", 年: "year" },
	agoAfter: list("前"),
};
