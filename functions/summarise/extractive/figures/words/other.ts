import { type FigureWords, NONE, words } from "./figure-words.ts";

/** Russian. */
export const RU: FigureWords = {
	...NONE,
	scales: {
		тысяча: 1e3,
		тысячи: 1e3,
		тысяч: 1e3,
		"тыс.": 1e3,
		миллион: 1e6,
		миллиона: 1e6,
		миллионов: 1e6,
		млн: 1e6,
		миллиард: 1e9,
		миллиарда: 1e9,
		миллиардов: 1e9,
		млрд: 1e9,
		трлн: 1e12,
	},
	percent: ["процент", "процента", "процентов"],
	percentagePoints: ["процентных пункта", "процентных пунктов"],
	currencies: { рублей: "RUB", рубля: "RUB", долларов: "USD", доллара: "USD", евро: "EUR", юаней: "CNY" },
	durations: words(
		"год года лет месяц месяца месяцев неделю недели недель день дня дней час часа часов минуту минуты минут секунд",
	),
	agoAfter: ["назад"],
	measures: [
		"квадратных метров",
		"квадратных километров",
		"кубических метров",
		...words(
			"километр километра километров метр метра метров сантиметров тонна тонны тонн килограммов кг гектаров градусов литров",
		),
	],
	up: words(
		"вырос выросла выросло выросли увеличился увеличилась увеличилось увеличились повысился повысилась рост подорожал подорожала прибавил",
	),
	down: words(
		"упал упала упало упали снизился снизилась снизилось снизились сократился сократилась сократилось сократились падение снижение подешевел потерял",
	),
	by: words("на до почти около более чем примерно"),
	not: words("не"),
	to: ["до", "по"],
	from: ["с", "от"],
	counters: words(
		"человек человека людей жителей пассажиров детей женщин мужчин студентов сотрудников работников военных солдат голосов матчей голов очков домов компаний стран автомобилей случаев экземпляров",
	),
};
/** "liraya", "dolardan": Turkish bends what stands behind a number. */
const inTurkishCases = (noun: string, code: string): Readonly<Record<string, string>> => {
	const joint = /[aeıioöuü]$/.test(noun);
	const endings = joint
		? ["ya", "yı", "yu", "nın", "nun", "dan", "lık", "luk"]
		: ["a", "ı", "ın", "dan", "lık"];
	return Object.fromEntries(endings.map((ending) => [`${noun}${ending}`, code]));
};

/** Turkish. Its percent stands before the number. */
export const TR: FigureWords = {
	...NONE,
	scales: { bin: 1e3, milyon: 1e6, milyar: 1e9, trilyon: 1e12 },
	percentBefore: ["yüzde", "%"],
	currencies: {
		lira: "TRY",
		liralık: "TRY",
		TL: "TRY",
		dolar: "USD",
		euro: "EUR",
		avro: "EUR",
		sterlin: "GBP",
		...inTurkishCases("lira", "TRY"),
		...inTurkishCases("dolar", "USD"),
		...inTurkishCases("euro", "EUR"),
		...inTurkishCases("avro", "EUR"),
	},
	durations: words("yıl ay hafta gün saat dakika saniye"),
	agoAfter: ["önce", "sonra"],
	measures: words(
		"kilometre metre santimetre milimetre hektar ton kilogram kilo gram litre derece dönüm megavat metrekare metreküp kilometrekare",
	),
	yearsOld: ["yaşında", "yaşındaki"],
	up: words("arttı artarak artış artışla yükseldi yükselerek büyüdü çıktı artan"),
	down: words("düştü düşerek düşüş düşüşle azaldı azalarak geriledi gerileyerek"),
	not: ["değil"],
	by: words("yaklaşık oranında"),
	counters: words(
		"kişi yolcu öğrenci çalışan işçi kadın erkek çocuk asker polis araç otomobil konut ev ülke şirket istasyon üye hasta yaralı gol puan bina oda",
	),
};
