import { type FigureWords, NONE, words } from "./figure-words.ts";

/** Numbers in the East-Asian scripts: scale characters stand directly behind the digits. */
const CJK_SCALES = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12, 만: 1e4, 억: 1e8, 조: 1e12 };

/** Chinese. */
export const ZH: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: {
		美元: "USD",
		欧元: "EUR",
		歐元: "EUR",
		元人民币: "CNY",
		英镑: "GBP",
		日元: "JPY",
		港元: "HKD",
	},
};
/** Japanese. */
export const JA: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: { ドル: "USD", ユーロ: "EUR", ポンド: "GBP", 円: "JPY", 人民元: "CNY", ウォン: "KRW" },
};
/** Korean. */
export const KO: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: { 달러: "USD", 유로: "EUR", 엔: "JPY", 원: "KRW" },
};
/** Hindi. */
export const HI: FigureWords = {
	...NONE,
	scales: { हज़ार: 1e3, हजार: 1e3, लाख: 1e5, करोड़: 1e7, अरब: 1e9 },
	percent: ["प्रतिशत", "फीसदी", "फ़ीसदी"],
	currencies: { रुपये: "INR", रुपए: "INR", डॉलर: "USD" },
};
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
};
